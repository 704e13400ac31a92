"""Every way to type one figure is right: a table of forms."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.numbers.forms import grouped, in_english, in_wan_yi, plain
from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.chinese.numbers.judge import FigureVerdict, judge_figure
from reader.chinese.numbers.typed import read_typed

# the figure as written; its value; its measure word; the forms, parted by ";"
FORMS = """
3000亿 | 300000000000 | 元 | 3000亿; 三千亿; 三〇〇〇亿; 三零零零亿元; 3000 亿元; 3000亿元; 300000000000; 300,000,000,000; 300 billion; 300bn; 3e11; 0.3万亿; \
0.3 trillion; 三千亿元; 三千个亿; ３０００亿; ３，０００亿; 3,000 亿元; 3,000亿; 3000亿块; 3000亿块钱; 300 bn yuan; 300 billion yuan; \
300 Billion RMB; 3.0e11; 3E11; 3x10^11; 3 × 10^11; 3×10¹¹; 3 * 10**11; 3000 × 100,000,000; 3000,0000,0000; 3000|0000|0000; 300 000 000 000; \
three hundred billion; Three hundred billion yuan; 300b; 300 bln; 0.3tn; 0.3 trn; 300,000 million; 300000m; 三千億; 3000亿人民币; ¥3000亿; RMB 300 billion; \
超过3000亿; more than 300 billion; over 300 billion yuan; >300 billion; 3000多亿; 3000亿以上; 约3000亿; 叁仟亿; 零点三万亿; 0.3 万亿元; 300,000,000,000元; \
3000 yi; 3000yi; 300_000_000_000; 3000亿。; 3000亿!; at least 300 billion; 30000000万; 3000 0000 0000; \
人民币3000亿; 答：3000亿; it is 300 billion; the answer is 300bn; 300 milliard; 3千亿; 30百亿; .3 trillion; 300,000,000,000.00; 300 thousand million; \
300'000'000'000; exactly 300 billion; 300 billion or so; =3000亿; 300.0 billion; 3 hundred billion; 3000个亿
57.4万 | 574000 | 人 | 57.4万; 574000; 574,000; 574k; 574 k; 5.74e5; 57.4w; 57.4万人; 574 thousand; 0.574 million; 0.574m; 五十七点四万; 五十七万四千; 五十七万四; \
57万4千; 57万4000; ５７.４万; 574,000 people; 57.4 wan; 0.00574亿; 57,4000; five hundred and seventy-four thousand; five hundred seventy four thousand; about 574,000; 574 000
137 | 137 | 个 | 137; 一百三十七; 137个; 137 个; 一百三十七个; １３７; one hundred and thirty-seven; one hundred thirty seven; a hundred and thirty seven; \
137.0; 1.37e2; 1.37 hundred; 壹佰叁拾柒; 一三七; 幺三七; 137个项目; +137; 137 ge
2 | 2 | 家 | 2; 两; 二; 两家; 二家; 2家; 2 家; two; ２; 兩; twice; 2.0
2023年 | 2023 | 年 | 2023; 二〇二三; 二零二三; 2023年; 2023 年; 二〇二三年; 二○二三年; ２０２３; 2,023
18.5% | 0.185 | | 18.5%; 18.5; 0.185; .185; 百分之十八点五; 18.5 %; 18.5％; 18.5 percent; 18.5 per cent; 18.5pct; 百分之18.5; 185‰; 37/200; \
eighteen point five percent; 约18.5%
三成五 | 0.35 | | 三成五; 35%; 0.35; 3.5成; 百分之三十五; 3成5; 7/20; 3.5; 三成半; 35 percent; thirty-five percent
四成 | 0.4 | | 四成; 40%; 0.4; 4成; 2/5; 百分之四十; 4; two fifths
七折 | 0.7 | | 七折; 70%; 0.7; 7折; 30% off; 7; 打七折; 打7折; 七十%
半 | 1/2 | | half; a half; one half; 1/2; 0.5; 50%; 一半; 二分之一; 五成; 百分之五十; ½; 半; 半数; 0.50
三分之一 | 1/3 | | 1/3; 三分之一; a third; one third; 2/6; 1 in 3; one in three; 1 out of 3; one-third; ⅓
2.5倍 | 2.5 | | 2.5倍; 2.5; 2½; 2 1/2; two and a half; two point five; 二点五倍; 两倍半; 2.5 times; 2.5x; 5/2; 250%; 二点五
1.2万亿 | 1200000000000 | 元 | 1.2万亿; 1.2 trillion; 12000亿; 一万二千亿; 一万两千亿; 一点二万亿; 1.2tn; 1200 billion; 1,200bn; 1.2e12; 1万2千亿; one point two trillion
5000余 | 5000 | 亩 | 5000; 5000余; 5,000; 5000余亩; 5000多亩; 五千; 五千余亩; 5k; five thousand; a bit more than 5000; more than 5,000 mu; 5000 mu; 5000+; 0.5万; \
5千; 5000亩
3.6万 | 36000 | 吨 | 3.6万吨; 36000吨; 36,000 t; 36000 tonnes; 36000000公斤; 36,000,000 kg; 3.6万t; 36k tons; 72000000斤; 三万六千吨; 三万六; 3万6
27 | 27 | 公里 | 27公里; 27km; 27 km; 27000米; 27,000 m; 54里; 27 kilometres; 二十七; 二十七公里; 27千米
-5 | -5 | ℃ | -5; −5; 零下五度; 零下5; minus 5; -5℃; 负五; -5 °C; －5; -5 degrees
50万 | 500000 | 元 | half a million; 0.5 million; 50万; 五十万; 500k; 500,000; 50w; 500 thousand; 五十万块; 50,0000
3亿4500万 | 345000000 | 元 | 3亿4500万; 3.45亿; 三亿四千五百万; 345 million; 345m; 345,000,000; 3亿4千5百万; 34500万; 0.345 billion; 3 亿 4500 万
1亿 | 100000000 | 元 | 1亿; 一亿; 亿; 100 million; a hundred million; one hundred million yuan; 0.1 billion; 10000万; 一万万; 1e8; 10^8; 100,000,000
第三 | 3 | 名 | 第三; 3; 3rd; third; 第3; 三
"""


def cases() -> list[tuple[str, Fraction, str, str]]:
    found = []
    for line in FORMS.strip().splitlines():
        written, value, measure, forms = (part.strip() for part in re.split(r" ?\| ?", line, maxsplit=3))
        found += [(written, Fraction(value), measure, form.strip()) for form in forms.split(";")]
    return found


@pytest.mark.parametrize(("written", "value", "measure", "form"), cases())
def test_every_form_of_a_figure_is_right(written: str, value: Fraction, measure: str, form: str) -> None:
    grade = judge_figure(form, value, measure=measure, written=written)
    assert grade.verdict is FigureVerdict.RIGHT, grade
    # Nothing rests on how the text wrote it, but for bare numbers of percent, 成 and 折.
    if written[-1] not in "%成五折":
        assert judge_figure(form, value, measure=measure).verdict is FigureVerdict.RIGHT


def test_the_table_has_more_than_two_hundred_forms() -> None:
    assert len(cases()) > 200


@pytest.mark.parametrize(
    "form",
    ["50-60万", "50万-60万", "50万元至60万元", "50—60万元", "500,000-600,000", "500k to 600k", "from 500k to 600k", "50到60万",
     "between 500,000 and 600,000", "五十万到六十万", "五十至六十万元", "0.5-0.6 million", "50~60万", "５０万至６０万", "50w-60w"],
)  # fmt: skip
def test_every_form_of_a_range_is_right(form: str) -> None:
    low, high = Fraction(500_000), Fraction(600_000)
    written = "50万元至60万元"
    assert judge_figure(form, None, low=low, high=high, measure="元").verdict is FigureVerdict.RIGHT
    assert judge_figure(form, None, written=written, measure="元").verdict is FigureVerdict.RIGHT


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("11月28日", "11月28日"), ("11月28日", "十一月二十八日"), ("11月28日", "11/28"), ("11月28日", "11-28"), ("11月28日", "28 November"),
        ("11月28日", "November 28th"), ("11月28日", "Nov 28"), ("11月28日", "28 nov"), ("11月28日", "11月28号"),
        ("2023年11月28日", "2023-11-28"), ("2023年11月28日", "28 Nov 2023"), ("2023年11月28日", "二〇二三年十一月二十八日"),
        ("2023年11月28日", "November 28, 2023"), ("20:30", "20:30"), ("20:30", "8:30 pm"), ("20:30", "晚上八点半"), ("20:30", "20点30分"),
        ("9时30分", "9:30"), ("9时30分", "九点半"), ("9时30分", "9:30 am"), ("3:2", "3比2"), ("3:2", "3-2"), ("3:2", "3 to 2"), ("3:2", "三比二"),
        ("13800138000", "幺三八零零幺三八零零零"), ("13800138000", "138 0013 8000"), ("0532-85912110", "053285912110"), ("CA1234", "ca 1234"),
        ("几十", "几十"), ("三五", "三五"),
    ],
)  # fmt: skip
def test_dates_times_ratios_and_digit_strings_have_their_forms(written: str, form: str) -> None:
    assert judge_figure(form, None, written=written).verdict is FigureVerdict.RIGHT


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**13))
def test_every_printed_form_of_one_value_is_read_as_that_value(number: int) -> None:
    value = Fraction(number)
    forms = (
        plain(value),
        grouped(value),
        grouped(value, 4, "|"),
        in_wan_yi(value),
        in_english(value),
        integer_to_hanzi(number),
    )
    for form in forms:
        read = read_typed(form)
        assert read is not None
        assert read.value == value, form


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 10**6),
    st.sampled_from(["", "万", "亿", "万亿", "%", "成", " million", "bn", "k"]),
    st.integers(0, 3),
)
def test_reading_what_was_typed_never_loses_exactness(number: int, scale: str, places: int) -> None:
    text = plain(Fraction(number, 10**places)) + scale
    size = {
        "万": 10**4,
        "亿": 10**8,
        "万亿": 10**12,
        "%": Fraction(1, 100),
        " million": 10**6,
        "bn": 10**9,
        "k": 1000,
        "": 1,
    }
    read = read_typed(text)
    if scale == "成":
        assert (
            read is None
            or read.value is None
            or read.value == Fraction(number, 10**places) / 10
            or read.unknown
        )
        return
    assert read is not None
    assert read.value == Fraction(number, 10**places) * size[scale]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_no_input_makes_the_judge_fall_over(text: str) -> None:
    for written, value in (
        ("3000亿", Fraction(3 * 10**11)),
        ("11月28日", None),
        ("18.5%", Fraction(37, 200)),
    ):
        judge_figure(text, value, written=written, measure="元")
        judge_figure(text, value, written=written, ask="bound")
        judge_figure(text, value, written=written, ask="unit", measure="元")


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="0123456789.,一二三十百千万亿零%/-~^xe成折半余多元个 abinmorthu$:年月日", max_size=25)
)
def test_no_jumble_of_figures_makes_the_judge_fall_over(text: str) -> None:
    grade = judge_figure(text, Fraction(3 * 10**11), written="3000亿", measure="元")
    assert grade.verdict in FigureVerdict
