"""What a figure counts: an offer, with where it came from."""

from __future__ import annotations

import pytest

from reader.chinese.figures import figures_of, tagger
from reader.chinese.numbers.find import find_figures
from reader.chinese.numbers.subject import Source, guess_subject

CASES = {
    "今年1至10月，全镇完成固定资产投资221.7亿元。": ("221.7亿", "投资", Source.BEFORE),
    "居民提出的131条建议已经采纳。": ("131", "建议", Source.BEHIND),
    "去年水果总产量达到3.6万吨，同比增长18.5%。": ("18.5%", "水果总产量", Source.CLAUSE),
    "镇里还有分拣中心3个，总投资约2.4亿元。": ("2.4亿", "总投资", Source.BEFORE),
    "去年，图书馆接待读者11.8万人次，其中三分之一是孩子。": ("三分之一", "孩子", Source.BEHIND),
}


@pytest.mark.parametrize(("text", "guess"), CASES.items())
def test_a_subject_is_offered_with_its_source(text: str, guess: tuple[str, str, Source]) -> None:
    written, subject, source = guess
    figure = next(figure for figure in find_figures(text) if figure.text == written)
    offered = guess_subject(text, figure)
    assert offered is not None
    assert offered.subject.endswith(subject)
    assert offered.source is source
    assert text[offered.start : offered.end] == offered.subject


def test_tagged_words_end_the_subject_where_the_noun_phrase_ends() -> None:
    text = "480个名额十分钟内就报满了。"
    tagged = [
        ("480", "m"),
        ("个", "q"),
        ("名额", "n"),
        ("十分钟", "m"),
        ("内", "f"),
        ("就", "d"),
        ("报满", "v"),
        ("了", "ul"),
    ]
    offered = guess_subject(text, find_figures(text)[0], tagged)
    assert offered is not None
    assert offered.subject == "名额"


def test_the_time_is_the_last_one_named_before_the_figure() -> None:
    text = "三年前，石桥镇只有果园2000余亩。去年，果园面积超过1.2万亩。"
    times = [s.when for f in find_figures(text) if f.measure == "亩" and (s := guess_subject(text, f))]
    assert times == ["三年前", "去年"]


def test_dates_times_and_telephone_numbers_count_nothing() -> None:
    text = "4月16日8:30，电话0791-86665432"
    assert [guess_subject(text, figure) for figure in find_figures(text)] == [None, None, None]


OFFERED = {
    "学生分成九个小组轮流值班。": {"九": "小组"},
    "每月要多花电费约3800元。": {"3800": "电费"},
    "去年公司营收约19.3亿元，同比增长5%。": {"19.3亿": "公司营收", "5%": "公司营收"},
    "全县生产总值（GDP）达107.9亿元。": {"107.9亿": "全县生产总值"},
    "24小时降水量80毫米。": {"80": "降水量"},
    "沪指报3251.45点，涨0.18%。": {"3251.45": "沪指"},
    "成交额较上一交易日减少150亿元。": {"150亿": "成交额"},
    "智能算力占比达到35%。": {"35%": "智能算力占比"},
    "人均年阅读量由4.1本提高到7.8本。": {"4.1": "阅读量"},
    "累计服务时长达到860万小时。": {"860万": "服务时长"},
    "主场上座率达到百分之九十六。": {"百分之九十六": "主场上座率"},
    "线路设车站16座，其中换乘站5座。": {"16": "车站", "5": "换乘站"},
    "42个集装箱装载着1008吨海鲜。": {"42": "集装箱", "1008": "海鲜"},
    "单老师背着一个旧书包，提着一只鸡。": {"一": "旧书包"},
    "居民提出的131条建议中，有118条已经采纳。": {"118": "建议"},
    "预计日均客流量超过22万人次，占全市轨道交通客流的15%左右。": {"15%": "日均客流量"},
    "亿元以上项目137个。": {"亿": "项目", "137": "项目"},
    "但光是人工每月就要4.6万元。": {"4.6万": "人工"},
    "过江时间由四十分钟缩短到八分钟。": {"八": "过江时间"},
    "全市新建口袋公园35个。": {"35": "口袋公园"},
    "五年生存率由百分之四十二提高到百分之六十一点五。": {"百分之六十一点五": "生存率"},
}


@pytest.mark.parametrize(("text", "offers"), OFFERED.items())
def test_the_whole_compound_is_offered(text, offers, tag) -> None:
    found = {f.text: guess_subject(text, f, tag(text)) for f in reversed(find_figures(text))}
    assert {written: found[written] and found[written].subject for written in offers} == offers


NOTHING = [
    ("每公斤12.8元。", "12.8"),
    ("员工从最初的十几个人发展到如今的3200多人。", "3200多"),
    ("8号线控制中心调试设备。", "8"),
    ("市民从火车北站到大学城只需要38分钟。", "38"),
    ("去年首次突破90万册。", "首"),
    ("比老桥宽了整整一倍。", "一倍"),
    ("剥去皮，切成八块。", "八"),
    ("这种药每天服两次，每次三片。", "三"),
    ("2020年，5.05%", "5.05%"),
    ("工程惠及36个乡镇5.8万人。", "5.8万"),
    ("从果园到县城三十多公里，橘子运出去要两个小时。", "三十多"),
    ("他今年五十六岁，种橘子三十多年。", "五十六"),
    ("九八届二班任晓东获奖。", "二"),
    ("老张家的两亩地荒了。", "两"),
    ("行李超出部分按票价的1.5%收费。", "1.5%"),
    ("央行开展1500亿元逆回购操作。", "1500亿"),
    ("中国代表团共获40金。", "40"),
    ("公司每10股派息。", "10"),
    ("今年比去年低了7分。", "7"),
    ("豆角卖4元一斤。", "一"),
    ("国家四部门联合发文。", "四"),
    ("论坛将于9月3日至4日举行。", "9月3日至4日"),
    ("德国涨0.6%。", "0.6%"),
    ("股价较发行价上涨62%。", "62%"),
    ("食堂一荤两素一汤只要十元。", "两"),
]


@pytest.mark.parametrize(("text", "written"), NOTHING)
def test_nothing_is_offered_rather_than_no_noun(text, written, tag) -> None:
    figure = next(f for f in find_figures(text) if f.text == written)
    assert guess_subject(text, figure, tag(text)) is None


@pytest.fixture(scope="module")
def tag():
    return tagger()


def test_a_traditional_text_is_offered_its_own_words(tag) -> None:
    found = {
        f.quantity.text: f.subject and f.subject.subject
        for f in figures_of("去年水果總產量達3.6萬噸，36個鄉鎮參加。", tag)
    }
    assert found == {"3.6萬": "水果總產量", "36": "鄉鎮"}
