"""Exercises on shares, on times as much, and on ranges: figures whose words decide the value."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from reader.chinese.numbers.forms import as_percent, grouped, plain
from reader.chinese.numbers.hanzi import integer_to_hanzi, number_to_hanzi
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.quiz.drill.shapes import Numbers
from reader.quiz.drill.skills import Exercise, Skill
from reader.quiz.item import AnswerForm


def percent(size: int, _: Numbers, rng: random.Random) -> Exercise:
    """Ask for the percentage that 成, 折, 百分之 or a fraction says."""
    written, value, task = _SHARES[size][rng.randrange(len(_SHARES[size]))](rng)
    kind = FigureKind.CHANGE if "折" in written else FigureKind.PERCENT
    quantity = read_quantity(Quantity(written, 0, len(written), value, kind))
    return Exercise(
        Skill.PERCENT, size, task, written, AnswerForm.FIGURE, as_percent(value),
        why=f"{written} = {as_percent(value)}", quantity=quantity,
    )  # fmt: skip


_Share = Callable[[random.Random], tuple[str, Fraction, str]]
_AS_PERCENT = "Write it as a percentage."
_PAID = "What percentage of the price is paid?"


def _tenths(rng: random.Random) -> tuple[str, Fraction, str]:
    tenths = rng.randint(1, 9)
    return f"{integer_to_hanzi(tenths)}成", Fraction(tenths, 10), _AS_PERCENT


def _tenths_and_more(rng: random.Random) -> tuple[str, Fraction, str]:
    tenths, more = rng.randint(1, 9), rng.randint(1, 9)
    written = f"{integer_to_hanzi(tenths)}成" + ("半" if more == 5 else integer_to_hanzi(more))
    return written, Fraction(10 * tenths + more, 100), _AS_PERCENT


def _discount(rng: random.Random) -> tuple[str, Fraction, str]:
    tenths = rng.randint(2, 9)
    return f"打{integer_to_hanzi(tenths)}折", Fraction(tenths, 10), _PAID


def _finer_discount(rng: random.Random) -> tuple[str, Fraction, str]:
    tenths, more = rng.randint(5, 9), rng.randint(1, 9)
    return f"打{integer_to_hanzi(tenths)}{integer_to_hanzi(more)}折", Fraction(10 * tenths + more, 100), _PAID


def _whole_percent(rng: random.Random) -> tuple[str, Fraction, str]:
    percent = rng.randint(2, 99)
    return f"百分之{integer_to_hanzi(percent, liang=False)}", Fraction(percent, 100), _AS_PERCENT


def _fine_percent(rng: random.Random) -> tuple[str, Fraction, str]:
    tenths = rng.randint(11, 899) // 10 * 10 + rng.randint(1, 9)
    written = number_to_hanzi(plain(Fraction(tenths, 10)), liang=False)
    return f"百分之{written}", Fraction(tenths, 1000), _AS_PERCENT


def _per_thousand(rng: random.Random) -> tuple[str, Fraction, str]:
    parts = rng.randint(2, 9)
    return f"千分之{integer_to_hanzi(parts, liang=False)}", Fraction(parts, 1000), _AS_PERCENT


def _part(rng: random.Random) -> tuple[str, Fraction, str]:
    bottom = rng.choice((2, 4, 5, 8, 10, 20))
    top = rng.randint(1, bottom - 1)
    written = f"{integer_to_hanzi(bottom, liang=False)}分之{integer_to_hanzi(top, liang=False)}"
    return written, Fraction(top, bottom), _AS_PERCENT


def _per_ten_thousand(rng: random.Random) -> tuple[str, Fraction, str]:
    parts = rng.randint(2, 99)
    return f"万分之{integer_to_hanzi(parts, liang=False)}", Fraction(parts, 10_000), _AS_PERCENT


def _finer_part(rng: random.Random) -> tuple[str, Fraction, str]:
    bottom = rng.choice((8, 16, 25, 40))
    top = rng.randrange(3, bottom, 2)
    written = f"{integer_to_hanzi(bottom, liang=False)}分之{integer_to_hanzi(top, liang=False)}"
    return written, Fraction(top, bottom), _AS_PERCENT


def _fine_tenths_of_a_percent(rng: random.Random) -> tuple[str, Fraction, str]:
    hundredths = rng.randint(1, 99)
    written = number_to_hanzi(plain(Fraction(hundredths, 100)), liang=False)
    return f"百分之{written}", Fraction(hundredths, 10_000), _AS_PERCENT


_SHARES: dict[int, tuple[_Share, ...]] = {
    1: (_tenths, _whole_percent),
    2: (_tenths_and_more, _discount, _whole_percent),
    3: (_fine_percent, _finer_discount, _tenths_and_more),
    4: (_per_thousand, _part, _finer_discount, _fine_percent),
    5: (_per_ten_thousand, _finer_part, _fine_tenths_of_a_percent),
}

_AS_MUCH = "How many times as much as before is it now?"
_TIMES: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("增加到{0}倍", "{0}"), ("是去年的{0}倍", "{0}"), ("翻一番", "2")),
    2: (("增加了{0}倍", "{0}+1"), ("增长到{0}倍", "{0}"), ("翻两番", "4"), ("减少了一半", "1/2")),
    3: (
        ("增长了{0}倍", "{0}+1"), ("比去年多{0}倍", "{0}+1"), ("翻了三番", "8"), ("下降了两成", "4/5"),
        ("增加了一倍", "2"),
    ),
    4: (
        ("增长{0}.5倍", "{0}+3/2"), ("扩大到{0}.5倍", "{0}+1/2"), ("减少了三分之一", "2/3"),
        ("降到三分之一", "1/3"), ("提高了五成", "3/2"),
    ),
    5: (
        ("增长了{0}成", "1+{0}/10"), ("降到原来的{0}成", "{0}/10"), ("先翻一番，又增加一半", "3"),
        ("减少了四分之三", "1/4"), ("连续两年翻番", "4"), ("是去年的{0}倍还多一倍", "{0}+1"),
    ),
}  # fmt: skip


def times(size: int, _: Numbers, rng: random.Random) -> Exercise:
    """Ask how many times as much 倍, 番 or a drop leaves."""
    shape, result = rng.choice(_TIMES[size])
    number = rng.randint(2, 9)
    spoken = str(number) if ".5" in shape else _said(number)
    prompt = shape.format(spoken)
    value = sum((Fraction(part) for part in result.format(number).split("+")), Fraction(0))
    quantity = Quantity(prompt, 0, len(prompt), value, FigureKind.CHANGE)
    return Exercise(
        Skill.TIMES, size, _AS_MUCH, prompt, AnswerForm.FIGURE, f"{plain(value)} times",
        why=f"{prompt}: ×{plain(value)}. {_times_why(prompt)}",
        quantity=quantity,
    )  # fmt: skip


def _times_why(prompt: str) -> str:
    if "番" in prompt:
        return "Each 番 doubles: 翻两番 is ×4."
    if "到" in prompt or "是" in prompt:
        return "到 and 是 tell where it ends."
    if "减" in prompt or "降" in prompt:
        return "了 tells how much went away."
    return "了, 多 and a bare 增长 tell how much is added to what there was."


def range_(size: int, _: Numbers, rng: random.Random) -> Exercise:
    """Ask for both ends of a range."""
    low = rng.randint(2, 7)
    written, bottom, top = _RANGES[size](low, rng)
    quantity = Quantity(
        written, 0, len(written), None, FigureKind.RANGE, low=Fraction(bottom), high=Fraction(top)
    )
    return Exercise(
        Skill.RANGE, size, "Write both ends with all their digits, like 3000-5000.", written,
        AnswerForm.FIGURE, f"{grouped(Fraction(bottom))}-{grouped(Fraction(top))}",
        why=f"{written}: from {grouped(Fraction(bottom))} to {grouped(Fraction(top))}", quantity=quantity,
    )  # fmt: skip


_Range = tuple[str, int, int]


def _said(number: int) -> str:
    return integer_to_hanzi(number, liang=False) if number > 2 else "两"


def _days(low: int, _: random.Random) -> _Range:
    return f"{_said(low)}到{_said(low + 2)}天", low, low + 2


def _about(low: int, rng: random.Random) -> _Range:
    hanzi = _said(low) + _said(low + 1)
    if rng.random() < 0.5:
        return f"十{hanzi.replace('两', '二')}岁", 10 + low, 11 + low
    return f"{hanzi}百人", 100 * low, 100 * (low + 1)


def _wan(low: int, rng: random.Random) -> _Range:
    sign = rng.choice("—至到～")
    return f"{low}{sign}{low + 2}万元", low * 10**4, (low + 2) * 10**4


def _thousands_of_yi(low: int, rng: random.Random) -> _Range:
    scale, size = rng.choice((("万", 10**4), ("亿", 10**8)))
    return f"{_said(low)}{_said(low + 1)}千{scale}元", low * 1000 * size, (low + 1) * 1000 * size


def _both_wan(low: int, _: random.Random) -> _Range:
    return f"{low}0万元至{low + 1}0万元", low * 10**5, (low + 1) * 10**5


def _yi(low: int, rng: random.Random) -> _Range:
    tenths = rng.randint(1, 9)
    return (
        f"{low}.{tenths}亿至{low + 1}.{tenths}亿元",
        (10 * low + tenths) * 10**7,
        (10 * low + 10 + tenths) * 10**7,
    )


_RANGES: dict[int, Callable[[int, random.Random], _Range]] = {
    1: _days,
    2: _about,
    3: _wan,
    4: _both_wan,
    5: _yi,
    6: _thousands_of_yi,
}
