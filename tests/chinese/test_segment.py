"""Cutting text into words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.chinese.affixes import structure
from reader.chinese.annotate import Resources

NEWS = (
    "青山湖区石桥镇召开全市乡村产业交流会来自全市的代表参加了会议",
    "今年一季度通过网上卖出的水果占总销量的四成",
    "除了产业石桥镇也没有忘记文化镇里把一座老粮仓改成了图书馆",
    "家住江北区柳荫里小区的老人今年不用再爬楼了",
    "新能源汽车企业加快发展数字经济推动绿色低碳转型",
    "他从马上下来马上就走了",
)


@pytest.fixture(scope="module", params=NEWS)
def run(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_first_cut_is_that_of_jieba(resources: Resources) -> None:
    from jieba import posseg

    tokenizer = posseg.POSTokenizer()
    tokenizer.tokenizer.tmp_dir = str(resources.dictionary.path.parent)
    for run in NEWS:
        assert resources.segmenter.jieba_cut(run) == [tuple(pair) for pair in tokenizer.cut(run)]


def test_every_word_is_a_headword_or_a_name(resources: Resources, run: str) -> None:
    for word in resources.segmenter.cut(run):
        has = resources.dictionary.has
        assert word.is_name or has(word.text) or structure(word.text, has), word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("新能源", ["新能源"]),
        ("全市", ["全市"]),
        ("副镇长林小满说", ["副镇长", "林小满*", "说"]),
        ("石桥镇的春天", ["石桥镇*", "的", "春天"]),
        ("智慧城市", ["智慧", "城市"]),
        ("住在六楼", ["住", "在", "六", "楼"]),
        ("惠及居民", ["惠", "及", "居民"]),
        ("成交额下降", ["成交额", "下降"]),
        ("一次次失败", ["一次次", "失败"]),
        ("大人们都走了", ["大人", "们", "都", "走", "了"]),
        ("让人们放心", ["让", "人们", "放心"]),
        ("他点点头", ["他", "点点头"]),
        ("坐不下这么多人", ["坐不下", "这么", "多", "人"]),
        ("孩子睡不着", ["孩子", "睡不着"]),
        ("想不起来他的名字", ["想不起来", "他", "的", "名字"]),
        ("他说不去上海", ["他", "说", "不", "去", "上海"]),
        ("是不到三天", ["是", "不到", "三", "天"]),
        ("手把手教他", ["手把手", "教", "他"]),
        ("护士量血压", ["护士", "量", "血压"]),
        ("雨淅淅沥沥地下了一夜", ["雨", "淅淅沥沥", "地", "下", "了", "一", "夜"]),
        ("他一次次地上当", ["他", "一次次", "地", "上当"]),
        ("把零钱一张张数给她", ["把", "零钱", "一张张", "数", "给", "她"]),
        ("他说得好", ["他", "说", "得", "好"]),
        ("走不远的", ["走不远", "的"]),
        ("打起球来像换了个人似的", ["打", "起", "球", "来", "像", "换", "了", "个", "人", "似的"]),
        ("短短十五年", ["短短", "十五", "年"]),
        ("一筐筐活鱼", ["一筐筐", "活鱼"]),
        ("在手机上下单", ["在", "手机", "上", "下单"]),
        ("账不好算", ["账", "不", "好", "算"]),
        ("借阅量和消费者", ["借阅量", "和", "消费者"]),
    ],
)
def test_compounds_are_split_and_names_kept(resources: Resources, text: str, words: list[str]) -> None:
    assert [word.text + "*" * word.is_name for word in resources.segmenter.cut(text)] == words


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_the_words_joined_are_the_run(resources: Resources, text: str) -> None:
    assert "".join(word.text for word in resources.segmenter.cut(text)) == text


def test_a_hundred_thousand_characters_in_one_run_are_cut(resources: Resources) -> None:
    run = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要" * 3200
    assert "".join(word.text for word in resources.segmenter.cut(run)) == run
