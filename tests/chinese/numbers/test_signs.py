"""Signs around a figure, as price lists and product pages print them: ≤, >, +, ￥, $."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reader.chinese.numbers.find import find_figures
from reader.chinese.numbers.quantity import Bound


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("噪音≤68dB", 68, Bound.AT_MOST),
        ("噪音 ≤ 68 dB", 68, Bound.AT_MOST),
        ("年龄≥18岁", 18, Bound.AT_LEAST),
        ("误差<5%", Fraction(1, 20), Bound.UNDER),
        ("成绩＞90分", 90, Bound.MORE_THAN),
        ("转速>=3000转", 3000, Bound.AT_LEAST),
        ("重量<=1.5kg", Fraction(3, 2), Bound.AT_MOST),
        ("长度≈30厘米", 30, Bound.ABOUT),
        ("月销2000+", 2000, Bound.AT_LEAST),
        ("月销2000+件", 2000, Bound.AT_LEAST),
        ("好评5万+", 50_000, Bound.AT_LEAST),
        ("阅读量10万＋，点赞不多", 100_000, Bound.AT_LEAST),
    ],
)
def test_a_sign_sets_the_bound(text: str, value: Fraction, bound: Bound) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, figure.bound) == (value, bound)


@pytest.mark.parametrize(
    "text", ["气温上升->3度", "把1+1等于2讲清楚", "学会了A<3，算完", "<b>3个</b>", "=>3个"]
)
def test_signs_of_other_trades_set_no_bound(text: str) -> None:
    assert all(figure.bound is Bound.EXACT for figure in find_figures(text) if "A<" not in text)


@pytest.mark.parametrize(
    ("text", "written", "unit"),
    [
        ("售价￥1,299.00，包邮", "￥1,299.00", "元"),
        ("售价¥39.9", "¥39.9", "元"),
        ("￥ 199", "￥ 199", "元"),
        ("捐了$500万", "$500万", "美元"),
        ("报价US$20", "US$20", "美元"),
        ("约合€30", "约合€30", "欧元"),
        ("门票£12.5", "£12.5", "英镑"),
    ],
)
def test_a_sign_of_money_is_the_unit(text: str, written: str, unit: str) -> None:
    (figure,) = find_figures(text)
    assert figure.unit == unit
    assert text[figure.span_start : figure.span_end] == written
    assert figure.text == text[figure.start : figure.end] == written.lstrip("约合US￥¥$€£ ")


@pytest.mark.parametrize("text", ["超过￥500万", "超过￥500万元"])
def test_bound_words_before_a_sign_of_money_hold(text: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.bound, figure.unit, figure.span_start) == (Bound.MORE_THAN, "元", 0)
