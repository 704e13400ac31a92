"""Wrong figures are wrong, and the mistake is named; what can't be read is asked again."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.chinese.numbers.forms import grouped, in_wan_yi
from reader.chinese.numbers.judge import FigureVerdict, judge_figure
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

THREE_HUNDRED_BILLION = Fraction(3000 * 10**8)

# written | value | measure | typed | the mistake's name
SLIPS = """
3000亿|300000000000|元|300亿|ten times too small
3000亿|300000000000|元|30000亿|ten times too large
3000亿|300000000000|元|30 billion|ten times too small
3000亿|300000000000|元|30000000000|ten times too small
3000亿|300000000000|元|30亿|a hundred times too small
3000亿|300000000000|元|3000万|万 for 亿
3000亿|300000000000|元|300万|a hundred thousand times too small
18.5%|0.185||18.5个百分点|percentage point for percent
3000亿|300000000000|元|三千万|万 for 亿
3000亿|300000000000|元|3000|scale left out
3000亿|300000000000|元|3000元|scale left out
3000亿|300000000000|元|3000 billion|digits read in threes
3000亿|300000000000|元|3 trillion|digits read in threes
3000亿|300000000000|元|3000 million|digits read in threes
3000亿|300000000000|元|3 billion|digits read in threes
3000亿|300000000000|元|300 million|digits read in threes
3000亿|300000000000|元|300,000,000|digits read in threes
3000亿|300000000000|元|3亿|digits read in threes
3000亿|300000000000|元|3000万亿|万亿 for 亿
3000亿|300000000000|元|2900亿|close, but another value
57.4万|574000|人|57.4亿|亿 for 万
57.4万|574000|人|57.4 thousand|digits read in threes
57.4万|574000|人|57.4k|digits read in threes
57.4万|574000|人|57.4 million|digits read in threes
57.4万|574000|人|57.4|scale left out
57.4万|574000|人|5.74万|ten times too small
57.4万|574000|人|574万|ten times too large
57.4万|574000|人|54.7万|two digits swapped
57.4万|574000|人|75.4万|two digits swapped
57.4万|574000|人|57万|rounded
57.4万|574000|人|58.4万|one digit off
57.4万|574000|人|99|another value
1.2万|12000|亩|1.2 thousand|digits read in threes
1.2万|12000|亩|120000|ten times too large
30,001|30001|个|3001|a zero too many or too few
30,001|30001|个|300001|a zero too many or too few
137|137|个|173|two digits swapped
137|137|个|1370|ten times too large
137|137|个|13.7|ten times too small
137|137|个|138|one digit off
18.5%|37/200||1.85%|ten times too small
18.5%|37/200||185%|ten times too large
18.5%|37/200||0.185%|a hundred times too small
18.5%|37/200||81.5%|two digits swapped
18.5%|37/200||18%|rounded
三分之一|1/3||0.333|rounded
三分之一|1/3||33.3%|rounded
三分之一|1/3||3|another value
三成五|7/20||3.5%|ten times too small
七折|7/10||30%|the part taken off for the part paid
增加了三倍|4||3|增加了 for 增加到
增加到三倍|3||4|增加了 for 增加到
翻两番|4||2|翻番 misread
翻一番|2||1|翻番 misread
5000余|5000|亩|5000-6000|a range for one figure
5|5|个百分点|5%|percent for percentage point
3.6万|36000|吨|36000公斤|a thousand times too small
""".strip()


def name_of(mistake: str | None) -> str:
    return mistake or ""


@pytest.mark.parametrize("line", SLIPS.splitlines())
def test_a_slip_is_wrong_and_named(line: str) -> None:
    written, value, measure, typed, mistake = line.split("|")
    grade = judge_figure(typed, Fraction(value), measure=measure, written=written)
    assert grade.verdict is FigureVerdict.WRONG
    if mistake == "a thousand times too small":
        # From 36,000 on a thousand is a group of three.
        mistake = "digits read in threes"
    assert grade.mistake == mistake, grade
    assert grade.feedback


def test_the_feedback_on_ten_times_too_small_tells_the_scales() -> None:
    grade = judge_figure("300亿", THREE_HUNDRED_BILLION, written="3000亿", measure="元")
    assert "万 is 10^4" in grade.feedback
    assert "亿 is 10^8" in grade.feedback
    assert "300,000,000,000 (300 billion)" in grade.feedback


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 9999), st.sampled_from(["万", "亿"]), st.integers(-8, 8))
def test_every_slip_of_a_power_of_ten_is_wrong_and_said_to_be_one(
    number: int, scale: str, power: int
) -> None:
    assume(power)
    key = Fraction(number * {"万": 10**4, "亿": 10**8}[scale])
    typed = key * Fraction(10) ** power
    grade = judge_figure(grouped(typed), key, written=f"{number}{scale}", measure="元")
    assert grade.verdict is FigureVerdict.WRONG
    assert "times too" in grade.feedback
    if typed.denominator == 1:
        again = judge_figure(in_wan_yi(typed), key, written=f"{number}{scale}", measure="元")
        assert again.verdict is FigureVerdict.WRONG


def test_another_figure_of_the_text_is_named() -> None:
    other = Quantity("87", 0, 2, Fraction(87), FigureKind.CARDINAL, measure="部")
    grade = judge_figure("87", Fraction(260), written="260", measure="部", neighbours=(other,))
    assert grade.mistake == "another figure of the text"
    assert "87部" in grade.feedback


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "hello", "亿亿亿", "300 bilion", "?", "元", "3,5", "12,34,5", "1/0", "9e999", "a" * 500],
)
def test_what_can_not_be_read_is_asked_again_and_told_what_is_accepted(typed: str) -> None:
    grade = judge_figure(typed, THREE_HUNDRED_BILLION, written="3000亿", measure="元")
    assert grade.verdict is FigureVerdict.UNREADABLE
    assert "3000亿" in grade.feedback


def test_thirty_five_for_three_and_a_half_tenths_is_asked_again() -> None:
    assert judge_figure("35", Fraction(7, 20), written="三成五").verdict is FigureVerdict.UNREADABLE


class TestBounds:
    @pytest.mark.parametrize("typed", ["3000亿", "more than 300 billion", "超过3000亿"])
    def test_the_bare_number_is_right_and_the_feedback_says_what_the_bound_adds(self, typed: str) -> None:
        grade = judge_figure(
            typed, THREE_HUNDRED_BILLION, bound=Bound.MORE_THAN, written="3000亿", measure="元"
        )
        assert grade.verdict is FigureVerdict.RIGHT
        assert "more than this" in grade.feedback

    def test_a_bit_more_is_said_of_yu(self) -> None:
        grade = judge_figure("2000", Fraction(2000), bound=Bound.OVER, written="2000余", measure="亩")
        assert "a bit more" in grade.feedback
        assert "余" in grade.feedback

    def test_a_wrong_bound_typed_along_is_noted(self) -> None:
        grade = judge_figure("不到3000亿", THREE_HUNDRED_BILLION, bound=Bound.MORE_THAN, written="3000亿")
        assert grade.verdict is FigureVerdict.RIGHT
        assert "the bound is another" in grade.feedback

    @pytest.mark.parametrize(
        ("bound", "typed"),
        [
            (Bound.OVER, "余"), (Bound.OVER, "a bit more than"), (Bound.OVER, "more than"), (Bound.OVER, "多"),
            (Bound.MORE_THAN, "超过"), (Bound.MORE_THAN, "over 300 billion"), (Bound.MORE_THAN, ">"), (Bound.MORE_THAN, "逾"),
            (Bound.AT_LEAST, "以上"), (Bound.AT_LEAST, "at least"), (Bound.AT_LEAST, "or more"), (Bound.AT_LEAST, "不少于"),
            (Bound.AT_MOST, "以内"), (Bound.AT_MOST, "at most"), (Bound.AT_MOST, "up to"), (Bound.AT_MOST, "≤"),
            (Bound.NEARLY, "近"), (Bound.NEARLY, "nearly"), (Bound.NEARLY, "almost"), (Bound.ABOUT, "约"), (Bound.ABOUT, "about"),
            (Bound.ABOUT, "左右"), (Bound.ABOUT, "~"), (Bound.UNDER, "不到"), (Bound.UNDER, "less than"), (Bound.UNDER, "under"),
            (Bound.EXACT, "exact"), (Bound.EXACT, "达"), (Bound.EXACT, "3000亿"), (Bound.VAGUE, "几"), (Bound.VAGUE, "vague"),
        ],
    )  # fmt: skip
    def test_a_bound_asked_for_is_known_by_its_words(self, bound: Bound, typed: str) -> None:
        grade = judge_figure(typed, THREE_HUNDRED_BILLION, bound=bound, written="3000亿", ask="bound")
        assert grade.verdict is FigureVerdict.RIGHT

    @pytest.mark.parametrize(
        ("typed", "mistake"),
        [("3000亿", "bound dropped"), ("at least", "another bound"), ("不到", "another bound")],
    )
    def test_another_bound_is_wrong(self, typed: str, mistake: str) -> None:
        grade = judge_figure(
            typed, THREE_HUNDRED_BILLION, bound=Bound.MORE_THAN, written="3000亿", ask="bound"
        )
        assert (grade.verdict, grade.mistake) == (FigureVerdict.WRONG, mistake)


class TestUnits:
    @pytest.mark.parametrize("typed", ["元", "yuan", "块", "RMB", "3000亿元", "人民币"])
    def test_a_unit_asked_for_is_known_by_its_names(self, typed: str) -> None:
        grade = judge_figure(typed, THREE_HUNDRED_BILLION, measure="元", written="3000亿", ask="unit")
        assert grade.verdict is FigureVerdict.RIGHT

    def test_another_unit_is_wrong_and_told(self) -> None:
        grade = judge_figure("美元", THREE_HUNDRED_BILLION, measure="元", written="3000亿", ask="unit")
        assert (grade.verdict, grade.mistake) == (FigureVerdict.WRONG, "another unit")
        assert "yuan" in grade.feedback

    def test_another_currency_typed_along_is_noted(self) -> None:
        grade = judge_figure("3000亿美元", THREE_HUNDRED_BILLION, measure="元", written="3000亿")
        assert grade.verdict is FigureVerdict.RIGHT
        assert "the unit is another" in grade.feedback


class TestRanges:
    @pytest.mark.parametrize(
        ("typed", "mistake"),
        [
            ("50万", "one end of the range"), ("600,000", "one end of the range"), ("5-6万", "ten times too small"),
            ("500-600万", "ten times too large"), ("50-70万", "one end of the range"), ("70-80万", "another value"),
        ],
    )  # fmt: skip
    def test_a_wrong_range_is_named(self, typed: str, mistake: str) -> None:
        grade = judge_figure(typed, None, written="50万元至60万元", measure="元")
        assert (grade.verdict, grade.mistake) == (FigureVerdict.WRONG, mistake)

    def test_both_ends_share_the_scale_behind_the_second(self) -> None:
        low, high = Fraction(30_000), Fraction(50_000)
        assert judge_figure("3—5万", None, low=low, high=high, measure="元").verdict is FigureVerdict.RIGHT


class TestDates:
    @pytest.mark.parametrize(
        ("written", "typed", "mistake"),
        [
            ("11月28日", "11月27日", "another date"), ("2023年11月28日", "11月28日", "a part of the date left out"),
            ("20:30", "8:30", "another time"), ("3:2", "2:3", "another ratio"),
        ],
    )  # fmt: skip
    def test_another_date_time_or_ratio_is_wrong(self, written: str, typed: str, mistake: str) -> None:
        grade = judge_figure(typed, None, written=written)
        assert (grade.verdict, grade.mistake) == (FigureVerdict.WRONG, mistake)

    def test_what_is_no_date_is_asked_again(self) -> None:
        assert judge_figure("28", None, written="11月28日").verdict is FigureVerdict.UNREADABLE


@pytest.mark.parametrize("typed", ["亿", "万", "千", "万元"])
def test_a_scale_without_a_number_is_asked_again(typed: str) -> None:
    graded = judge_figure(typed, THREE_HUNDRED_BILLION, measure="元", written="3000亿")
    assert graded.verdict is FigureVerdict.UNREADABLE
    assert graded.feedback.startswith("How many")


def test_a_bare_scale_is_right_where_the_text_has_one() -> None:
    assert judge_figure("亿", Fraction(10**8), measure="元", written="亿").verdict is FigureVerdict.RIGHT


def test_who_types_no_time_is_told_how_a_time_is_typed() -> None:
    graded = judge_figure("half", None, written="20:30")
    assert (graded.verdict, "20:30" in graded.feedback) == (FigureVerdict.UNREADABLE, True)
