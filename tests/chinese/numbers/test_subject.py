"""What a figure counts: an offer, with where it came from."""

from __future__ import annotations

import pytest

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
