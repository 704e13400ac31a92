"""Which sense of a word is shown: by hand-written cases, and by count on labelled sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.chinese.annotate import Resources, annotate
from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.forms import part_of_speech, remoteness
from reader.chinese.dictionary.senses import short
from reader.chinese.dictionary.usual import listed_words, usual_senses

DATA = Path(__file__).parents[1] / "data" / "senses"


def gloss_of(resources: Resources, sentence: str, word: str) -> str:
    tokens = annotate(sentence, resources=resources).tokens
    return next((token.gloss or "" for token in tokens if token.surface == word), "")


def share_right(resources: Resources, name: str) -> float:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cases = [line.split("\t") for line in lines if not line.startswith("#")]
    right = [
        any(
            re.search(rf"\b{re.escape(one)}", gloss_of(resources, sentence, word)) for one in meant.split("|")
        )
        for sentence, word, meant in cases
    ]
    assert len(right) > 100
    return sum(right) / len(right)


@pytest.mark.parametrize(("name", "least"), [("tuning", 0.95), ("kept_aside", 0.9)])
def test_the_sense_meant_is_shown_nine_times_in_ten(resources: Resources, name: str, least: float) -> None:
    assert share_right(resources, name) >= least


@pytest.mark.parametrize(
    ("sentence", "word", "gloss"),
    [
        ("请联系王丽华。", "联系", "to get in touch with"),
        ("他和老家断了联系。", "联系", "contact"),
        ("这里夏天通常有雨。", "通常", "usually"),
        ("清明刚过，茶农就忙了。", "清明", "Qingming"),
        ("大运河两岸建了公园。", "两岸", "both shores"),
        ("海峡两岸的同胞。", "两岸", "Taiwan and mainland"),
        ("上月成交额下降。", "成交额", "turnover"),
        ("新能源汽车", "新能源", "new + energy"),
        ("坐不下这么多人", "坐不下", "cannot sit"),
        ("他点点头", "点点头", "to nod"),
        ("历史上第一个", "上", "on; above"),
        ("这一发现很重要", "发现", "discovery"),
        ("染成了黄色", "黄色", "yellow"),
        ("他松了一口气", "松", "to loosen"),
        ("女排拿下第二局", "局", "set; game"),
        ("动物冬眠时代谢减慢", "代谢", "metabolism"),
        ("球员发球失误", "失误", "lapse"),
        ("下了一场大雪", "大雪", "big + snow"),
        ("本周四休息", "本", "this; our"),
        ("他決定回家。", "決定", "to decide"),
        ("这个决定很重要。", "决定", "decision"),
        ("民警终于控制住了他。", "住", "firmly"),
        ("他把车骑走了。", "走", "away"),
        ("最后撒上葱花。", "上", "(begins"),
        ("在大家的帮助下，他好了。", "下", "under"),
        ("他在交谈中说了真话。", "中", "in; within"),
        ("城市的影响与变化", "与", "and"),
        ("受到一定影响", "一定", "a certain"),
        ("工程完工了。", "工程", "project"),
        ("最近口罩不好买。", "最近", "recently"),
        ("他想去北京。", "想", "to want to"),
        ("他想法子。想点法子。", "想", "to think"),
        ("做好准备", "准备", "preparation"),
        ("他打算将车骑走。", "打算", "to plan"),
        ("凉风扑面而来。", "扑面而来", "to blow into"),
        ("他从南京来。", "南京", "Nanjing (city)"),
        ("该楼居民要求装电梯。", "该", "this"),
        ("一对夫妻上了车。", "对", "pair"),
        ("旁边放着一把竹制矮椅。", "把", "one (with a handle)"),
        ("和当警察的儿子团聚。", "当", "to be"),
        ("围坐在火盆边包饺子。", "边", "side"),
        ("突然发现少了调料。", "发现", "to discover"),
        ("火很快就旺了。", "火", "fire"),
        ("最后改用小火。", "火", "fire"),
        ("粉条则被烧得软绵绵的。", "被", "by"),
        ("一种生活在沙漠地区的植物", "生活", "to live"),
        ("需要调查才能排除嫌疑", "才能", "can"),
        ("重庆到大理", "大理", "Dali"),
        ("青年国王主张猎杀。", "主张", "to advocate"),
        ("百姓报告说老虎来了。", "报告", "to report"),
        ("腌了几坛咸菜。", "坛", "jar"),
        ("腿脚不便，上楼比较困难。", "比较", "rather"),
        ("他就没过上一天好日子。", "就", "then"),
        ("交通意外等原因", "等", "and so on"),
        ("就会感觉到胀气", "会", "will"),
    ],
)
def test_the_sense_fits_its_place(resources: Resources, sentence: str, word: str, gloss: str) -> None:
    assert gloss_of(resources, sentence, word).startswith(gloss)


@pytest.mark.parametrize(
    ("sense", "shown"),
    [
        ("classifier for wisps, curls etc", "one (of wisps, curls)"),
        ("Datian county in Sanming 三明 Sānmíng, Fujian", "Datian (county)"),
        ("Tianjin, a municipality in north China", "Tianjin (municipality)"),
        ("Taihe County in Fuyang 阜阳, Anhui", "Taihe (county)"),
        ("city by the sea", "city by the sea"),
        ("lit. to add feet to a snake; to overdo it", "to add feet to a snake"),
    ],
)
def test_a_long_sense_is_cut_to_what_it_says_first(sense: str, shown: str) -> None:
    assert short(sense) == shown


@pytest.mark.parametrize(
    ("sense", "part"),
    [
        ("to get in touch with", "v"),
        ("classifier for flat objects", "q"),
        ("usually", "d"),
        ("at first", "d"),
        ("family", "n"),
        ("convenient", "a"),
        ("safe; secure", "a"),
        ("connection", "n"),
        ("towards; at; for", "p"),
        ("(adjective) standard", "a"),
        ("structural particle: used after a verb", "x"),
    ],
)
def test_the_part_of_speech_shows_in_the_english(sense: str, part: str) -> None:
    assert part_of_speech(sense) == part


def test_what_is_seldom_meant_stands_back() -> None:
    assert remoteness("to write") == 0
    assert remoteness("(archaic) to write") > remoteness("(coll.) to write") > 0
    assert remoteness("surname Wang") > 1


def test_every_line_of_our_lists_is_a_word_of_the_dictionary_with_its_parts(dictionary: Dictionary) -> None:
    for word, senses in listed_words().items():
        plain, _, reading = word.partition("/")
        assert all(sense.gloss and sense.part in (*"vnadqpfxcjw", "") for sense in senses), word
        assert not reading or reading.islower()
        assert dictionary.has(plain) or len(plain) > 1, word


def test_the_list_of_the_commonest_words_wins(dictionary: Dictionary) -> None:
    assert usual_senses("走", ())[0].gloss == "to walk; to leave"
