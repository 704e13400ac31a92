"""Below the easiest size: the same exercise with its answer among two or three, for beginners."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.forms import as_percent, grouped, in_english, in_wan_yi, plain
from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.quiz.drill.skills import LEAST, Exercise, Skill, options_of
from reader.quiz.item import AnswerForm

_CHOOSE = {
    Skill.READING: "How is it read?",
    Skill.DIGITS: "Which is it in digits?",
    Skill.ENGLISH: "Which is it in English?",
    Skill.CHINESE: "Which is it with 万 or 亿?",
    Skill.ZERO: "Which is the same number?",
    Skill.PERCENT: "Which percentage is it?",
    Skill.TIMES: "How many times as much as before is it now?",
    Skill.RANGE: "Which two ends does it have?",
    Skill.EAR: "Listen. Which number is it?",
}


def with_options(exercise: Exercise, rng: random.Random) -> Exercise:
    """Return the exercise with its key among wrong options, each a slip somebody makes."""
    wanted = options_of(exercise.skill, exercise.size)
    wrong = [option for option in dict.fromkeys(_wrong(exercise)) if option != exercise.key]
    if exercise.size > LEAST:
        rng.shuffle(wrong)
    options = [_shown_key(exercise), *wrong[: wanted - 1]]
    key = options[0]
    rng.shuffle(options)
    # A reading stands in the option already.
    read = "" if _asks_for_reading(exercise) else exercise.key_reading
    return replace(
        exercise, task=_CHOOSE[exercise.skill], form=AnswerForm.CHOICE, key=key, key_reading=read,
        options=tuple(options),
    )  # fmt: skip


def _shown_key(exercise: Exercise) -> str:
    """Return the key as an option shows it: a reading with its pinyin."""
    if _asks_for_reading(exercise):
        return f"{exercise.key}  {exercise.key_reading}"
    return grouped(_value(exercise)) if exercise.skill is Skill.EAR else exercise.key


def _asks_for_reading(exercise: Exercise) -> bool:
    return exercise.form is AnswerForm.READING


def _wrong(exercise: Exercise) -> Iterator[str]:
    quantity = exercise.quantity
    assert quantity is not None, "what can be chosen from is a figure"
    if exercise.skill is Skill.RANGE:
        yield from _wrong_ranges(quantity, 100 if exercise.size == LEAST else 10)
        return
    show = _reading if _asks_for_reading(exercise) else _SHOWN[exercise.skill]
    right = _value(exercise)
    values = _WRONG_VALUES.get(exercise.skill, _slips)(right)
    for value in (right * 100,) if exercise.size == LEAST else values:
        shown = show(value, exercise)
        if shown != _shown_key(exercise):
            yield shown


def _value(exercise: Exercise) -> Fraction:
    assert exercise.quantity is not None
    assert exercise.quantity.value is not None, "only a range has no value of its own"
    return exercise.quantity.value


def _slips(value: Fraction) -> Iterator[Fraction]:
    """Yield ten times too large and too small, and two digits changed about."""
    yield value * 10
    if (value / 10).denominator == 1:
        yield value / 10
    digits = plain(value)
    for at in range(len(digits) - 1):
        one, two = digits[at], digits[at + 1]
        if one != two and "." not in (one, two) and not (at == 0 and two == "0"):
            yield Fraction(digits[:at] + two + one + digits[at + 2 :])
    yield value + 1


def _scale_slips(value: Fraction) -> Iterator[Fraction]:
    """Yield what comes out where 万 is taken for a thousand or a million, and 亿 for a million."""
    yield from (value * 10, value / 10, value * 100)


def _share_slips(value: Fraction) -> Iterator[Fraction]:
    yield from (value / 10, 1 - value if value != Fraction(1, 2) else value / 5)


def _times_slips(value: Fraction) -> Iterator[Fraction]:
    yield from (value + 1, value + 2) if value <= 2 else (value - 1, value + 1)


def _wrong_ranges(quantity: Quantity, times: int) -> Iterator[str]:
    assert quantity.low is not None
    assert quantity.high is not None
    yield f"{grouped(quantity.low * times)}-{grouped(quantity.high * times)}"
    yield f"{grouped(quantity.low)}-{grouped(quantity.high * times)}"


_WRONG_VALUES: dict[Skill, Callable[[Fraction], Iterator[Fraction]]] = {
    Skill.ENGLISH: _scale_slips,
    Skill.CHINESE: _scale_slips,
    Skill.PERCENT: _share_slips,
    Skill.TIMES: _times_slips,
}


def _in_english(value: Fraction, exercise: Exercise) -> str:
    """Show a value with the unit that the key has behind its own."""
    unit = exercise.key.removeprefix(in_english(_value(exercise)))
    return in_english(value) + unit


_SHOWN: dict[Skill, Callable[[Fraction, Exercise], str]] = {
    Skill.DIGITS: lambda value, _: grouped(value),
    Skill.EAR: lambda value, _: grouped(value),
    Skill.ZERO: lambda value, _: grouped(value),
    Skill.ENGLISH: _in_english,
    Skill.CHINESE: lambda value, _: in_wan_yi(value),
    Skill.PERCENT: lambda value, _: as_percent(value),
    Skill.TIMES: lambda value, _: f"{plain(value)} times",
}


def _reading(value: Fraction, _: Exercise) -> str:
    hanzi = integer_to_hanzi(int(value))
    said = read_quantity(Quantity(hanzi, 0, len(hanzi), value, FigureKind.CARDINAL))
    return f"{hanzi}  {said.pinyin}"
