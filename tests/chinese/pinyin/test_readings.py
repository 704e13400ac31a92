"""Readings of words in sentences, by example and by count on sentences that nothing learned from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.chinese.dictionary import Dictionary, open_dictionary
from reader.chinese.pinyin.labels import Labelled, parse_labelled, read_labelled, write_labelled
from reader.chinese.pinyin.model import MODEL_FILE, Model
from reader.chinese.pinyin.readings import Reader
from reader.chinese.pinyin.training.examples import cut, labelled_sentences
from reader.chinese.segment import Segmenter
from reader.chinese.token import Source
from reader.paths import Paths
from reader.text import is_han

DATA = Path(__file__).parents[2] / "data" / "readings"
TRAINING = Path(__file__).parents[3] / "reader" / "chinese" / "pinyin" / "training"
KEPT_ASIDE = ("natural", "fresh", "hard", "wide", "varied")


class Tools(NamedTuple):
    segmenter: Segmenter
    reader: Reader
    dictionary: Dictionary


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tools]:
    home = tmp_path_factory.mktemp("home")
    dictionary = open_dictionary(Paths(home / "config", home / "data", home / "cache"))
    yield Tools(Segmenter(dictionary.has), Reader(dictionary.entries), dictionary)
    dictionary.close()


def read(tools: Tools, text: str) -> list[tuple[str, bool]]:
    """One (syllable, sure) for each character."""
    words = cut(text, tools.segmenter)
    found: list[tuple[str, bool]] = []
    for (word, _, _), reading in zip(words, tools.reader.read(words), strict=True):
        found += ((syllable, reading.sure) for syllable in reading.syllables or ("",) * len(word))
    return found


class Count(NamedTuple):
    asked: int
    right: int
    marked_errors: int
    marked_rights: int


def count(tools: Tools, sentences: list[Labelled]) -> Count:
    asked = right = marked_errors = marked_rights = 0
    for sentence in sentences:
        found = read(tools, sentence.text)
        for place, gold in sentence.readings.items():
            syllable, sure = found[place]
            asked += 1
            right += syllable == gold
            marked_errors += syllable != gold and not sure
            marked_rights += syllable == gold and not sure
    return Count(asked, right, marked_errors, marked_rights)


@lru_cache
def sentences(name: str) -> list[Labelled]:
    return list(read_labelled((DATA / f"heldout_{name}.txt").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("name", "least"),
    [("natural", 0.985), ("fresh", 0.97), ("hard", 0.975), ("wide", 0.95), ("varied", 0.96)],
)
def test_polyphonic_characters_are_read_right(tools: Tools, name: str, least: float) -> None:
    counted = count(tools, sentences(name))
    assert counted.right / counted.asked >= least


def test_natural_text_is_read_right_97_times_in_a_hundred(tools: Tools) -> None:
    counted = count(tools, sentences("natural") + sentences("fresh"))
    assert counted.right > 0.975 * counted.asked


def test_most_errors_are_marked_as_guesses_and_few_right_readings_are(tools: Tools) -> None:
    counted = count(tools, [sentence for name in KEPT_ASIDE for sentence in sentences(name)])
    assert counted.marked_errors >= 0.8 * (counted.asked - counted.right)
    assert counted.marked_rights < 0.1 * counted.right


def test_in_natural_text_a_sure_reading_is_wrong_less_than_4_times_in_a_thousand(tools: Tools) -> None:
    counted = count(tools, sentences("natural") + sentences("fresh"))
    wrong = counted.asked - counted.right - counted.marked_errors
    sure = counted.asked - counted.marked_errors - counted.marked_rights
    assert wrong < 0.004 * sure
    assert counted.marked_rights < 0.1 * counted.right


def test_no_sentence_kept_aside_was_learned_from() -> None:
    learned = {sentence.text for sentence in labelled_sentences(TRAINING)}
    kept = [sentence.text for name in KEPT_ASIDE for sentence in sentences(name)]
    assert not learned & set(kept)
    assert len(learned) >= 700


def test_no_clause_kept_aside_was_learned_from() -> None:
    learned = {bare(sentence.text) for sentence in labelled_sentences(TRAINING)}
    kept = [bare(sentence.text) for name in KEPT_ASIDE for sentence in sentences(name)]
    assert not [
        (one, other) for one in learned if len(one) > 3 for other in kept if one in other or other in one
    ]


def bare(text: str) -> str:
    return "".join(filter(is_han, text))


@pytest.mark.parametrize(
    "line",
    [
        "他长zhang3大了",
        "我得dei3走了",
        "她跑得de5很快",
        "慢慢地de5走",
        "吃不了liao3",
        "三只zhi1猫",
        "只zhi3有你",
        "还huan2钱",
        "首都du1",
        "银行hang2",
        "音乐yue4",
        "睡觉jiao4",
        "觉jue2得de5",
        "重chong2新",
        "结jie2果",
        "为wei4三家单位送餐",
        "此桥为wei2一商人所建",
        "此说现为wei2多数学者接受",
        "开始为wei4附近三家单位送餐",
        "长度为wei2三百米",
        "书还hai2没看完",
        "她穿着zhuo2朴素，人也和气",
        "她穿着zhe5新衣裳",
        "遭受过guo5歧视的受访者",
        "曾探测过guo5它",
        "他走过guo4来",
        "她转zhuan3过guo4身",
        "向大da4都du1运送粮食",
        "这些词大da4都dou1来自外语",
        "会kuai4稽郡人",
        "中药柏bai3叶",
        "贾姆柏bo2克拒绝接受讯问",
        "调diao4张三部进攻",
        "石杉属的一个种zhong3",
        "白云观guan4前有条河",
        "这项赛事的完赛率lü4",
        "很快将jiang1另外两人救出",
        "版本的更geng1变不大",
        "绿豆解jie3暑",
        "他没mei2留姓名",
        "好评率lü4达到5%",
        "看kan4木偶戏的人",
        "他往树后藏cang2了藏cang2",
        "蔬菜保供gong1",
        "乾qian2德三年",
        "参can1将jiang4一员",
        "老lao3子zi3出关",
        "换一根管guan3子zi5",
        "诗人入都du1察院",
        "驴正磨mo4着麦子",
        "该鱼好hao4单独活动",
        "他满面笑容地de5对客人说",
        "两国相xiang1隔一条江",
        "两校之间将jiang1限行",
        "甘薯将jiang1获利三百万元",
        "他是三朝老将jiang4",
        "诸将jiang4皆请战",
        "快递员的手机还hai2停在上一页",
        "手里握着一块还hai2没有图案的布",
        "正当dang1三个病人都要出院",
        "馒头干gan1吃也行",
        "看kan4着自家的麦子",
        "统一为wei4农户提供化肥",
        "孩子还得dei3有人接",
        "六里铺pu4是最后一站",
        "油条铺pu4和扇子铺pu4都很有名",
        "斗拱为五铺pu1作",
        "北方七宿xiu4中的虚宿xiu4",
        "一共住了两宿xiu3",
        "开瓶用的钻zuan4",
        "活塞连着一根连杆gan3",
        "从杆gan1位起跑",
        "高爆弹dan4和燃烧弹dan4",
        "累lei3迁刺史",
        "定难nan4军节度使",
        "办理旅客乘降jiang4",
        "采来的鲜xian1叶",
        "一幅山水长卷juan4",
        "东涌chong1海滩",
        "整场chang2风暴",
        "大石营子zi5乡",
        "该属有25种zhong3植物",
        "酒店有88间jian1客房",
    ],
)
def test_everyday_sentences_are_read_right(tools: Tools, line: str) -> None:
    sentence = parse_labelled(line)
    found = read(tools, sentence.text)
    assert {place: found[place][0] for place in sentence.readings} == sentence.readings


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("单雄信", "Shàn Xióngxìn"),
        ("任正非", "Rén Zhèngfēi"),
        ("曾国藩", "Zēng Guófān"),
        ("解晓东", "Xiè Xiǎodōng"),
        ("仇大明", "Qiú Dàmíng"),
        ("华罗庚", "Huà Luógēng"),
        ("尉迟文", "Yùchí Wén"),
        ("欧阳修", "Ōuyáng Xiū"),
        ("泊里镇", "Bólǐ Zhèn"),
        ("青岛", "Qīngdǎo"),
        ("冯行远", "Féng Xíngyuǎn"),
        ("马修斯", "Mǎxiūsī"),
        ("马修文", "Mǎ Xiūwén"),
        ("马克勤", "Mǎ Kèqín"),
        ("贾思齐", "Jiǎ Sīqí"),
        ("肖玉兰", "Xiāo Yùlán"),
        ("褚安", "Chǔ Ān"),
        ("王宁为", "Wáng Níngwéi"),
        ("石重光", "Shí Chóngguāng"),
        ("王相公", "Wáng Xiànggōng"),
        ("宁波府", "Níngbō Fǔ"),
        ("厦门港", "Xiàmén Gǎng"),
        ("都宁镇", "Dūníng Zhèn"),
        ("塞蒂得·佛里", "Sàidìdé·Fólǐ"),
    ],
)
def test_names_have_their_own_readings_and_capitals(tools: Tools, name: str, pinyin: str) -> None:
    assert tools.reader.read([(name, "nr", True)])[0].pinyin == pinyin


def test_a_surname_is_one_only_where_a_person_is_meant(tools: Tools) -> None:
    words = [("姓", "v", False), ("单", "nr", False)]
    assert tools.reader.read(words)[1].syllables == ("shan4",)
    assert tools.reader.read([("单", "nr", False), ("先生", "n", False)])[0].pinyin == "Shàn"
    assert tools.reader.read([("单", "b", False), ("人", "n", False), ("床", "n", False)])[0].syllables == (
        "dan1",
    )


@pytest.mark.parametrize("text", ["渐台", "广陵", "浅仓", "一层泥", "其妻病重", "叶柄", "读史"])
def test_a_character_with_hardly_another_reading_is_not_marked(tools: Tools, text: str) -> None:
    assert all(sure for _, sure in read(tools, text))


def test_who_holds_an_office_is_no_surname_before_its_title(tools: Tools) -> None:
    sentence = parse_labelled("他曾ceng2任ren4局长三年，后又任ren4部长")
    found = read(tools, sentence.text)
    assert {place: found[place][0] for place in sentence.readings} == sentence.readings
    assert tools.reader.read([("冯", "x", False)])[0].syllables == ("feng2",)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("女儿", ("nü3", "er2")),
        ("一点儿", ("yi1", "dian3", "r5")),
        ("朋友", ("peng2", "you5")),
        ("學生", ("xue2", "sheng5")),
        ("長大", ("zhang3", "da4")),
        ("卡拉OK", ("ka3", "la1", "", "")),
        ("件数", ("jian4", "shu4")),
        ("受过", ("shou4", "guo5")),
    ],
)
def test_words_are_read_as_the_dictionary_has_them(
    tools: Tools, word: str, syllables: tuple[str, ...]
) -> None:
    reading = tools.reader.read([(word, "n", False)])[0]
    assert (reading.syllables, reading.source, reading.sure) == (syllables, Source.DICTIONARY, True)


def test_what_is_no_chinese_has_no_reading(tools: Tools) -> None:
    for text in ("ABC", "の", "한국", "，", " ", "\n", "👩‍👩‍👧"):
        assert tools.reader.read([(text, "x", False)])[0].syllables == ()
    rare = tools.reader.read([("\U00030000", "x", False)])[0]
    assert (rare.syllables, rare.source) == (("",), Source.NONE)
    assert tools.reader.read([]) == []


def test_traditional_text_is_read_by_the_same_model(tools: Tools) -> None:
    words = [
        ("他", "r", False),
        ("長", "v", False),
        ("得", "ud", False),
        ("很", "d", False),
        ("高", "a", False),
    ]
    assert [word.syllables[0] for word in tools.reader.read(words)][1:3] == ["zhang3", "de5"]


def test_the_model_is_small_and_knows_the_hard_characters() -> None:
    assert MODEL_FILE.stat().st_size < 1_000_000
    assert {*"得地的为都上当着只场长儿还行重中好种乐教间相"} - {*"上相"} <= set(Model.load().characters)


def test_labels_survive_reading_and_writing() -> None:
    assert parse_labelled("他长zhang3大了") == Labelled("他长大了", {1: "zhang3"})
    assert write_labelled(parse_labelled("一只zhi1鸟儿r5。")) == "一只zhi1鸟儿r5。"
