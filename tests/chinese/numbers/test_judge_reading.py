"""Typed readings of figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.numbers import find_figures
from reader.chinese.numbers.judge import FigureVerdict, judge_reading
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity


def figure(text: str, kind: str = "cardinal", measure: str = "") -> Quantity:
    return read_quantity(
        Quantity(text, 0, len(text), None, FigureKind(kind), measure=measure or None), measure
    )


@pytest.mark.parametrize(
    ("text", "measure", "typed"),
    [
        ("137", "个", "yībǎi sānshíqī"), ("137", "个", "yìbǎi sānshíqī"), ("137", "个", "yi4bai3 san1shi2qi1"), ("137", "个", "yi1 bai3 san1 shi2 qi1"),
        ("137", "个", "一百三十七"), ("137", "个", "一百三十七个"), ("137", "个", "Yībǎi sānshíqī gè"), ("137", "个", "yībǎisānshíqī"),
        ("3000亿", "元", "sānqiān yì"), ("3000亿", "元", "san1qian1yi4"), ("3000亿", "元", "sānqiān yì yuán"), ("3000亿", "元", "三千亿元"),
        ("2", "家", "liǎng"), ("2", "家", "liang3"), ("2", "家", "两"), ("2", "家", "两家"), ("2", "月", "èr"), ("2", "月", "二"),
        ("200", "元", "èrbǎi"), ("200", "元", "liǎngbǎi"), ("200", "元", "两百"), ("2200", "元", "两千二百"), ("2200", "元", "两千两百"),
        ("2", "亩", "二"), ("2", "亩", "两"), ("20000", "人", "二万"), ("20000", "人", "两万"), ("12", "个", "shí'èr"), ("12", "个", "shi2er4"),
        ("2-3", "个", "两到三"), ("2-3", "个", "两至三"), ("10—20", "个", "shí zhì èrshí"), ("1", "个", "yí gè"), ("1", "个", "yí ge"),
    ],
)  # fmt: skip
def test_a_right_reading_is_right_however_it_is_typed(text: str, measure: str, typed: str) -> None:
    kind = "range" if "-" in text or "—" in text else "cardinal"
    assert judge_reading(typed, figure(text, kind, measure)).verdict is FigureVerdict.RIGHT


@pytest.mark.parametrize(
    "typed", ["yao san ba", "yāo sān bā", "yī sān bā", "yao1san1ba1", "一三八", "幺三八"]
)
def test_one_in_a_digit_string_is_yi_or_yao(typed: str) -> None:
    grade = judge_reading(typed, figure("138", "digits"))
    assert grade.verdict is (FigureVerdict.NEARLY if typed == "yao san ba" else FigureVerdict.RIGHT)


def test_a_reading_without_tones_is_nearly_right_and_shown_with_them() -> None:
    grade = judge_reading("sanqian yi", figure("3000亿"))
    assert (grade.verdict, grade.mistake) == (FigureVerdict.NEARLY, "tones left out")
    assert "sānqiān yì" in grade.feedback


def test_a_wrong_tone_is_nearly_right_and_its_character_named() -> None:
    grade = judge_reading("sānqiān yī", figure("3000亿"))
    assert (grade.verdict, grade.mistake) == (FigureVerdict.NEARLY, "tones")
    assert "亿" in grade.feedback


@pytest.mark.parametrize(
    ("text", "measure", "typed", "mistake"),
    [
        ("2", "家", "二", "二 for 两"), ("2", "家", "èr", "二 for 两"), ("2", "月", "两", "两 for 二"), ("20", "个", "两十", "两 for 二"),
        ("20", "个", "liǎngshí", "两 for 二"), ("2.5万", "", "两点五万", "两 for 二"), ("30001", "个", "三万一", "零 left out"),
        ("30001", "个", "sānwàn yī", "零 left out"), ("137", "个", "一百七十三", "order"), ("3000亿", "元", "三千万", "another reading"),
        ("3000亿", "元", "sānqiān wàn", "another reading"),
    ],
)  # fmt: skip
def test_a_wrong_reading_is_named(text: str, measure: str, typed: str, mistake: str) -> None:
    grade = judge_reading(typed, figure(text, "cardinal", measure))
    assert (grade.verdict, grade.mistake) == (FigureVerdict.WRONG, mistake)
    assert "read" in grade.feedback


@pytest.mark.parametrize("typed", ["", "3000亿"[:4], "??", "12"])
def test_what_is_no_reading_is_asked_again(typed: str) -> None:
    assert judge_reading(typed, figure("137")).verdict is FigureVerdict.UNREADABLE


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**12))
def test_the_reading_itself_is_always_right(number: int) -> None:
    quantity = figure(str(number))
    for typed in (quantity.hanzi, quantity.pinyin, " ".join(quantity.syllables), read_spoken(number)):
        assert judge_reading(typed, quantity).verdict is FigureVerdict.RIGHT


def read_spoken(number: int) -> str:
    return read_quantity(figure(str(number)), spoken=True).pinyin


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_no_input_makes_the_judge_fall_over(text: str) -> None:
    assert judge_reading(text, figure("2200", measure="元")).verdict in FigureVerdict


@pytest.mark.parametrize(
    "typed", ["百分之百", "百分之一百", "bǎi fēn zhī bǎi", "bǎi fēn zhī yì bǎi", "bai3 fen1 zhi1 yi1 bai3"]
)
def test_a_hundred_percent_is_said_with_and_without_one(typed: str) -> None:
    (figure,) = find_figures("实现100%国产化")
    assert judge_reading(typed, figure).verdict is FigureVerdict.RIGHT


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("220元", ["二百二", "两百二十", "liǎng bǎi èr"]),
        ("1500人", ["一千五"]),
        ("15000元", ["一万五"]),
        ("2.5万人", ["两万五", "两万五千", "二点五万"]),
        ("8:30", ["八点半", "八点三十", "八时三十分"]),
        ("12:00", ["十二点整", "十二点"]),
        ("11月28日", ["十一月二十八号"]),
        ("-3℃", ["负三", "零下三度", "零下三摄氏度"]),
        ("36.5℃", ["三十六点五度", "三十六度五"]),
        ("3.50元", ["三块五", "三块五毛", "三点五零"]),
        ("10%—15%", ["百分之十到十五", "百分之十至百分之十五"]),
        ("拨打110报警", ["一一零", "幺幺零", "yāo yāo líng", "yī yī líng"]),
    ],
)
def test_what_is_said_as_well_is_right(text: str, answers: list[str]) -> None:
    found = find_figures(text)[0]
    judged = {answer: judge_reading(answer, found, text[found.end :]).verdict for answer in answers}
    assert set(judged.values()) == {FigureVerdict.RIGHT}, judged


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1020人", "一千零二"),
        ("1200人", "一千二十"),
        ("2家", "二"),
        ("2:00", "二点"),
        ("105人", "一百五"),
        ("2.5万人", "两万零五百"),
    ],
)
def test_a_short_form_of_another_number_is_wrong(text: str, answer: str) -> None:
    found = find_figures(text)[0]
    assert judge_reading(answer, found, text[found.end :]).verdict is FigureVerdict.WRONG
