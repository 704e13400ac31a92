"""Judge a typed figure: by its value, by its bound, or by its unit, naming the mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reader.chinese.numbers.bounds import read_bound
from reader.chinese.numbers.english import BOUND_MEANING, UNITS_ENGLISH
from reader.chinese.numbers.judge_reading import judge_reading
from reader.chinese.numbers.moments import Moment, digits_of, read_moments
from reader.chinese.numbers.quantity import Bound, Quantity
from reader.chinese.numbers.slips import name_slip, power_of_ten, right_value
from reader.chinese.numbers.spell import plain_form
from reader.chinese.numbers.typed import Typed, read_typed
from reader.chinese.numbers.units import canonical, factor, is_known
from reader.chinese.numbers.verdict import FigureGrade, FigureVerdict
from reader.text import clean_answer, is_han

__all__ = ["FigureGrade", "FigureVerdict", "judge_figure", "judge_reading"]

Ask = Literal["value", "bound", "unit"]

ACCEPTED = "Type a figure such as 3000亿, 三千亿, 300 billion, 57.4万, 18.5% or 1/3."
_BOUNDS_ACCEPTED = (
    "Say what the bound is: 余, 超过, 以上, more than, at least, about, nearly, under or exact."
)
_MOMENTS_ACCEPTED = {
    "date": "Type a date such as 11月28日, 11-28 or 28 November.",
    "time": "Type a time such as 20:30, 8:30 pm or 晚上八点半.",
    "ratio": "Type it such as 3:2 or 三比二.",
}
_UNITS_ACCEPTED = "Type the measure word or unit, such as 个, 元 or 平方米."
_SHARES = ("%", "％", "百分之", "成", "折", "‰", "千分之")


@dataclass(frozen=True, slots=True)
class _Key:
    """What was asked for."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    bound: Bound
    measure: str
    written: str
    neighbours: Sequence[Quantity]

    @property
    def is_range(self) -> bool:
        return self.value is None and self.low is not None and self.high is not None

    def has_mark(self, *marks: str) -> bool:
        return any(mark in self.written + self.measure for mark in marks)


def judge_figure(
    typed: str,
    key_value: Fraction | None,
    *,
    bound: Bound = Bound.EXACT,
    measure: str | None = "",
    written: str = "",
    ask: Ask = "value",
    neighbours: Sequence[Quantity] = (),
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> FigureGrade:
    """Judge what a learner typed for a figure.

    Args:
        typed: the answer as typed; any way to write a figure is read (3000亿, 三千亿, 300bn, 3e11 …).
        key_value: the right value; a share is a part of one (18.5% is 37/200). None for ranges and dates.
        bound: how the text means the value; typed along it is never needed, and the feedback tells it.
        measure: the figure's measure word or unit, if it has one.
        written: the figure as the text has it; a date or time is compared with it.
        ask: ``value``, or ``bound`` or ``unit`` where the question asks for that instead.
        neighbours: other figures of the text, to be named if one of them was typed.
        low: the lower end of a range, used where ``key_value`` is None; else read from ``written``.
        high: the upper end of a range.
    """
    key = _complete(_Key(key_value, low, high, bound, measure or "", written, neighbours))
    answer = clean_answer(typed).lower()
    if ask == "bound":
        return _judge_bound(answer, key)
    if ask == "unit":
        return _judge_unit(answer, key)
    return _judge_value(typed, answer, key)


def _complete(key: _Key) -> _Key:
    if key.value is not None or key.low is not None:
        return key
    # 0532-85912110 is a telephone number, not a range.
    read = None if key.written.startswith("0") else read_typed(key.written, key.measure)
    if read is None or read.low is None:
        return key
    return _Key(None, read.low, read.high, key.bound, key.measure, key.written, key.neighbours)


def _judge_value(typed: str, answer: str, key: _Key) -> FigureGrade:
    if not answer:
        return _unreadable()
    if _same_words(answer, key):
        return _right(key, None)
    if (by_form := _judge_moment(answer, key)) is not None:
        return by_form
    read = read_typed(typed, key.measure)
    if read is None:
        return _unreadable(f"“{answer[:30]}” can't be read as a figure. ")
    if key.is_range:
        return _judge_range(read, key)
    if key.value is None:
        return FigureGrade(FigureVerdict.WRONG, "another value", f"The text says {key.written}.")
    return _judge_single(read, key, key.value)


def _same_words(answer: str, key: _Key) -> bool:
    """Tell whether the answer is the figure just as the text has it, with or without its measure word."""
    wanted = plain_form(key.written).lower()
    return bool(wanted) and plain_form(answer).removesuffix(key.measure.lower()) in (
        wanted,
        wanted.removesuffix(key.measure.lower()),
    )


def _judge_moment(answer: str, key: _Key) -> FigureGrade | None:
    """Compare dates, times, ratios and digit strings by their parts; None where the key is none of these."""
    wanted = _key_moments(key)
    if not wanted:
        same = key.value is None and not key.is_range and digits_of(answer) == digits_of(key.written) != ""
        return _right(key, None) if same else None
    kinds = {kind for kind, _ in wanted}
    got = [moment for moment in read_moments(answer) if moment[0] in kinds]
    if set(got) & set(wanted):
        return _right(key, None)
    if not got:
        kind = wanted[0][0]
        said = f"“{answer[:30]}” can't be read as a {kind}. "
        return None if key.value is not None else _unreadable(said, _MOMENTS_ACCEPTED[kind])
    kind, parts = wanted[0]
    mine = next((parts for name, parts in got if name == kind), got[0][1])
    left_out = len(mine) == len(parts) and all(m in (w, None) for m, w in zip(mine, parts, strict=True))
    mistake = f"a part of the {kind} left out" if left_out else f"another {kind}"
    return FigureGrade(FigureVerdict.WRONG, mistake, f"The text says {key.written}.")


def _key_moments(key: _Key) -> list[Moment]:
    """Return the date, time or ratio that the text writes; a dash alone makes a range, not a ratio."""
    if key.is_range:
        return []
    written = plain_form(key.written).lower()
    found = read_moments(written)
    return [moment for moment in found if moment[0] != "ratio" or re.search("[:比]", written)]


def _meanings(read: Typed, value: Fraction, key: _Key) -> Iterator[Fraction]:
    """Yield the values that a typed number can stand for: itself, in another unit, bare percent."""
    size = factor(read.unit, key.measure) if read.unit and key.measure else None
    if size is not None and size != 1:
        yield value * size
        return
    yield value
    if not read.share and key.has_mark("%", "％", "百分之"):
        yield value / 100
    if not read.share and key.has_mark("成", "折"):
        yield value / 10
    if not read.share and key.has_mark("‰", "千分之"):
        yield value / 1000


def _judge_single(read: Typed, key: _Key, right: Fraction) -> FigureGrade:
    if read.value is None:
        return _range_for_one(read, key, right)
    if read.unit == "个百分点" and key.has_mark("%", "％", "百分之") and "百分点" not in key.measure:
        said = "% is a share; 百分点 is a percentage point, a step between two percentages."
        return FigureGrade(FigureVerdict.WRONG, "percentage point for percent", said)
    values = list(_meanings(read, read.value, key))
    if right in values or (read.share and -read.value == right):
        return _right(key, read)
    if read.unknown:
        return _unreadable(f"“{read.unknown[:20]}” is no unit or scale that can be read here. ")
    if read.scale_alone:
        return _unreadable(f"How many {read.scale}? Write the number too. ")
    if not read.share and key.has_mark("成", "折") and read.value / 100 == right:
        return _unreadable(f"{read.value} of what? Write the sign too. ")
    if read.share and "百分点" in key.measure and read.value * 100 == right:
        said = "百分点 is a percentage point, a step between two percentages; % is a share."
        return FigureGrade(FigureVerdict.WRONG, "percent for percentage point", said)
    return _wrong(read, values, right, key)


def _wrong(read: Typed, values: list[Fraction], right: Fraction, key: _Key) -> FigureGrade:
    # A bare 1.85 for 18.5% is named by its sign-less meaning, which is off by ten and not by ten of tens.
    value = next((v for v in reversed(values) if right and power_of_ten(v / right)), values[-1])
    mistake, said = name_slip(read, value, right, key.written, key.neighbours)
    return FigureGrade(FigureVerdict.WRONG, mistake, f"{said} {right_value(right, key.written)}".strip())


def _range_for_one(read: Typed, key: _Key, right: Fraction) -> FigureGrade:
    assert read.low is not None
    assert read.high is not None
    said = f"The text gives one figure, not a range. {right_value(right, key.written)}"
    return FigureGrade(FigureVerdict.WRONG, "a range for one figure", said)


def _judge_range(read: Typed, key: _Key) -> FigureGrade:
    assert key.low is not None
    assert key.high is not None
    if read.value is not None:
        values = list(_meanings(read, read.value, key))
        if key.low in values or key.high in values:
            said = (
                f"That is one end; the text gives a range: {key.written or 'from the low to the high end'}."
            )
            return FigureGrade(FigureVerdict.WRONG, "one end of the range", said)
        if read.unknown:
            return _unreadable(f"“{read.unknown[:20]}” can't be read here. ")
        return FigureGrade(FigureVerdict.WRONG, "another value", f"The text says {key.written}.")
    assert read.low is not None
    assert read.high is not None
    ends = list(zip(_meanings(read, read.low, key), _meanings(read, read.high, key), strict=True))
    if (key.low, key.high) in ends:
        return _right(key, read)
    for low, high in ends:
        if key.low and key.high and low / key.low == high / key.high and power_of_ten(low / key.low):
            mistake, said = name_slip(read, high, key.high, key.written)
            return FigureGrade(FigureVerdict.WRONG, mistake, f"{said} The text says {key.written}.")
    mistake = (
        "one end of the range" if {key.low, key.high} & {v for end in ends for v in end} else "another value"
    )
    return FigureGrade(FigureVerdict.WRONG, mistake, f"The text says {key.written}.")


def _right(key: _Key, read: Typed | None) -> FigureGrade:
    """Grade a right value; the feedback tells what the bound adds, or that bound or unit differ."""
    notes = []
    if read is not None and read.bound not in (None, Bound.EXACT) and not _same_bound(read.bound, key.bound):
        notes.append(f"The value is right, the bound is another: here it is {BOUND_MEANING[key.bound]}.")
    elif key.bound is not Bound.EXACT:
        notes.append(f"The text adds a bound: {BOUND_MEANING[key.bound]}.")
    if read is not None and _is_other_unit(read.unit, key.measure):
        notes.append(f"The value is right, the unit is another: {_unit_in_words(key.measure)}.")
    return FigureGrade(FigureVerdict.RIGHT, None, " ".join(notes))


def _is_other_unit(typed: str, measure: str) -> bool:
    return (
        bool(typed and measure)
        and is_known(measure)
        and factor(typed, measure) is None
        and typed not in ("个", "次")
    )


def _same_bound(one: Bound | None, two: Bound) -> bool:
    # 余 is a bit more, 超过 is more: who says "more than" has understood either.
    alike = {Bound.OVER, Bound.MORE_THAN}
    return one is two or (one in alike and two in alike)


def _judge_bound(answer: str, key: _Key) -> FigureGrade:
    bound = read_bound(answer)
    if bound is None and (read := read_typed(answer, key.measure)) is not None:
        bound = read.bound or Bound.EXACT
    if bound is None:
        return _unreadable(accepted=_BOUNDS_ACCEPTED)
    meaning = f"Here it is {BOUND_MEANING[key.bound]}."
    if _same_bound(bound, key.bound):
        return FigureGrade(FigureVerdict.RIGHT, None, meaning)
    return FigureGrade(
        FigureVerdict.WRONG, "bound dropped" if bound is Bound.EXACT else "another bound", meaning
    )


def _judge_unit(answer: str, key: _Key) -> FigureGrade:
    read = read_typed(answer, key.measure)
    typed = (read.unit or read.unknown) if read else answer
    if not typed or not (is_known(typed) or all(is_han(c) for c in typed)):
        return _unreadable(accepted=_UNITS_ACCEPTED)
    if canonical(typed) == canonical(key.measure):
        return FigureGrade(FigureVerdict.RIGHT, None, "")
    return FigureGrade(
        FigureVerdict.WRONG, "another unit", f"The text counts in {_unit_in_words(key.measure)}."
    )


def _unit_in_words(measure: str) -> str:
    english = UNITS_ENGLISH.get(measure, ("", ""))[1]
    return f"{measure} ({english})" if english else measure


def _unreadable(what: str = "", accepted: str = ACCEPTED) -> FigureGrade:
    return FigureGrade(FigureVerdict.UNREADABLE, None, what + accepted)
