"""What a written numeral is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.numbers.numeral import parse_numeral, scale_of

WORTH = {
    "0": 0,
    "零": 0,
    "〇": 0,
    "137": 137,
    "１２３４": 1234,
    "1,234,567": 1234567,
    "１，２３４": 1234,
    "3 000": 3000,
    "12\u00a0345\u202f678": 12345678,
    "3.6万": 36000,
    "３．６万": 36000,
    "57.4 万": 574000,
    "3000亿": 3000 * 10**8,
    "3 亿": 3 * 10**8,
    "三千亿": 3000 * 10**8,
    "0.3万亿": 3 * 10**11,
    "1.5万亿": 15 * 10**11,
    "一万五千亿": 15 * 10**11,
    "一点七八万亿": 178 * 10**10,
    "3亿4500万": 345_000_000,
    "3亿四千五百万": 345_000_000,
    "3万5千": 35000,
    "3.5千": 3500,
    "8千万": 80_000_000,
    "1.5兆": 15 * 10**11,
    "十": 10,
    "十五": 15,
    "一十五": 15,
    "二十": 20,
    "廿三": 23,
    "卅": 30,
    "一百": 100,
    "一百五": 150,
    "一百零五": 105,
    "一百五十": 150,
    "一百十五": 115,
    "一百一十五": 115,
    "两千三": 2300,
    "两千零三": 2003,
    "两千零三十": 2030,
    "三万一": 31000,
    "三万零一": 30001,
    "三万零一百": 30100,
    "一万零一百": 10100,
    "十万零一十": 100010,
    "两亿三": 230_000_000,
    "两万二千二百": 22200,
    "五百万零三千": 5_003_000,
    "三百二十一万四千五百六十七": 3_214_567,
    "六亿零三十": 600_000_030,
    "一千零一十万零一": 10_100_001,
    "一千万亿": 10**15,
    "二〇二三": 2023,
    "二零二三": 2023,
    "一一〇": 110,
    "壹佰贰拾叁": 123,
    "叁仟": 3000,
    "参万": None,
    "三萬五千": 35000,
    "二億": 200_000_000,
    "三点五": Fraction(7, 2),
    "十二点零五": Fraction(1205, 100),
    "零点五": Fraction(1, 2),
    "半": Fraction(1, 2),
    "一半": Fraction(1, 2),
    "亿": 10**8,
    "千万": 10**7,
    "四万万": 400_000_000,
    "百亿": 10**10,
    "-5": -5,
    "−3.2": Fraction(-16, 5),
    "负五": -5,
}

UNREADABLE = [
    "", " ", "点", "三点", "点五", "三五", "七八", "十四五", "三万三五", "一五十", "1,23", "12,34", "2 3",
    "1.2.3", "-", "负", "3百20.5", "百千", "亿亿", "万万", "人", "3个", "三十人", "1.5亿3千万", "零万", "五点五点五",
    "十" * 65,     "--3", "一" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), WORTH.items())
def test_a_numeral_is_worth_exactly_what_it_says(written: str, value: int | Fraction | None) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_single_number_gives_none(written: str) -> None:
    assert parse_numeral(written) is None


@given(st.integers(0, 10**16))
@settings(max_examples=200)
def test_every_printed_form_of_an_integer_parses_to_it(number: int) -> None:
    full_width = str(number).translate({ord("0") + i: ord("０") + i for i in range(10)})
    for form in (str(number), f"{number:,}", f"{number:,}".replace(",", " "), full_width, f" {number} "):
        assert parse_numeral(form) == number
    assert parse_numeral(f"{number}万") == (number * 10**4 or None)
    assert parse_numeral(f"{number}亿") == (number * 10**8 or None)


@given(st.text("0123456789一二三五十百千万亿点零〇两廿,，. 　-兆半", max_size=20))
@settings(max_examples=300)
def test_no_string_of_numeral_characters_makes_the_parser_stumble(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or isinstance(value, Fraction)


def test_the_scale_is_the_one_written() -> None:
    written = ["3000亿", "1.5万亿", "57.4万", "三万", "137", "3亿4500万", "一万五千亿", "三萬"]
    assert [scale_of(text) for text in written] == ["亿", "万亿", "万", "万", "", "亿", "亿", "万"]
