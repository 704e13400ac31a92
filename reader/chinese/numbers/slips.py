"""The name of a mistake: what somebody who typed this figure for that one got wrong."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reader.chinese.numbers.forms import as_percent, grouped, in_english, in_wan_yi, plain
from reader.chinese.numbers.numeral import scale_of
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.numbers.typed import Typed

SCALES_ARE = "万 is 10^4 (four zeros), 亿 is 10^8 (eight zeros)"
_SIZES = {
    "千": 3,
    "百": 2,
    "万": 4,
    "亿": 8,
    "万亿": 12,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
_ENGLISH = ("thousand", "million", "billion", "trillion")
_TIMES = {
    1: "ten",
    2: "a hundred",
    3: "a thousand",
    4: "ten thousand",
    5: "a hundred thousand",
    6: "a million",
    7: "ten million",
    8: "a hundred million",
}
_MOST_PLACES = 40

Slip = tuple[str, str]
"""A mistake's name and a sentence that explains it."""


def name_slip(
    typed: Typed, value: Fraction, key: Fraction, written: str = "", neighbours: Sequence[Quantity] = ()
) -> Slip:
    """Name the mistake that turns ``key`` into ``value``; ``typed`` tells how it was written.

    The names are short phrases: ``ten times too small``, ``万 for 亿``, ``digits read in threes``,
    ``two digits swapped``, ``another figure of the text``, ``another value`` where none fits.
    """
    return (
        _neighbour(value, neighbours)
        or _change(value, key, written)
        or _power_of_ten(typed, value, key, written)
        or _digits_moved(value, key)
        or _rounded(value, key)
        or _one_digit(value, key)
        or _close(value, key)
        or ("another value", "")
    )


def _neighbour(value: Fraction, neighbours: Sequence[Quantity]) -> Slip | None:
    for other in neighbours:
        if other.value == value:
            said = f"{other.text}{other.measure or ''} is another figure of the text."
            return "another figure of the text", said
    return None


def _change(value: Fraction, key: Fraction, written: str) -> Slip | None:
    """Name 增加了 for 增加到, the part that 折 takes off, and 翻番."""
    if "倍" in written and abs(value - key) == 1:
        return "增加了 for 增加到", "增加了三倍 adds three times as much, so ×4; 增加到三倍 ends at ×3."
    if "番" in written and value in (1, 2, 3, 5, 6):
        return "翻番 misread", "Each 番 doubles: 翻一番 is ×2, 翻两番 ×4."
    if "折" in written and value == 1 - key:
        return "the part taken off for the part paid", "打七折 pays 70%, it takes 30% off."
    return None


def power_of_ten(ratio: Fraction) -> int | None:
    """Return k where ``ratio`` is 10^k exactly, None elsewhere."""
    if ratio <= 0:
        return None
    k = len(str(ratio.numerator)) - len(str(ratio.denominator))
    return k if abs(k) <= _MOST_PLACES and ratio == Fraction(10) ** k else None


def _power_of_ten(typed: Typed, value: Fraction, key: Fraction, written: str) -> Slip | None:
    power = power_of_ten(value / key) if key else None
    if not power:
        return None
    size, scale = _how_far(power), scale_of(written)
    difference = _SIZES.get(typed.scale, 0) - _SIZES.get(scale, 0)
    if typed.scale in ("万", "亿", "万亿") and scale and typed.scale != scale and difference == power:
        return f"{typed.scale} for {scale}", f"You wrote {typed.scale} for {scale}: {size}. {SCALES_ARE}."
    if scale and not typed.scale and difference == power:
        return "scale left out", f"You left {scale} out: {size}. {SCALES_ARE}."
    if scale and typed.scale in _ENGLISH and (taken := _taken_for(power, scale)):
        return "digits read in threes", _threes(taken, scale, size)
    # Below 万 Chinese and English group alike, so nothing is to be said of fours.
    if max(abs(key), abs(value)) < 10**4:
        return size, f"{_capital(size)}."
    if power % 3 == 0:
        said = f"You read the digits in threes: {size}. Chinese counts in fours: {SCALES_ARE}."
        return "digits read in threes", said
    return size, f"{_capital(size)}: {SCALES_ARE}."


def _taken_for(power: int, scale: str) -> str | None:
    """Return the English scale that 万 or 亿 was taken for, where that explains the slip."""
    return next((name for name in _ENGLISH if _SIZES[name] - _SIZES[scale] == power), None)


def _threes(typed: str, scale: str, size: str) -> str:
    return (
        f"You read the digits in threes and took {scale} for a {typed}: {size}. "
        f"{scale} is 10^{_SIZES[scale]}, a {typed} is 10^{_SIZES[typed]}."
    )


def _how_far(power: int) -> str:
    times = _TIMES.get(abs(power), f"10^{abs(power)}")
    return f"{times} times too {'large' if power > 0 else 'small'}"


def _digits_moved(value: Fraction, key: Fraction) -> Slip | None:
    mine, right = plain(value), plain(key)
    if _is_swap(mine, right):
        return "two digits swapped", "Two digits are swapped."
    if mine.replace("0", "") == right.replace("0", "") and mine.strip("0.") != right.strip("0."):
        return "a zero too many or too few", "Mind the zeros inside: 零 stands for one or more empty places."
    return None


def _one_digit(value: Fraction, key: Fraction) -> Slip | None:
    mine, right = plain(value), plain(key)
    if (
        len(mine) == len(right)
        and sum(a != b for a, b in zip(mine, right, strict=True)) == 1
        and len(right) > 1
    ):
        return "one digit off", "One digit is another."
    return None


def _is_swap(mine: str, right: str) -> bool:
    if len(mine) != len(right):
        return False
    places = [i for i, (a, b) in enumerate(zip(mine, right, strict=True)) if a != b]
    return len(places) == 2 and mine[places[0]] == right[places[1]] and mine[places[1]] == right[places[0]]


def _rounded(value: Fraction, key: Fraction) -> Slip | None:
    near = key != 0 and abs(value - key) <= abs(key) / 20
    if near and len(plain(value).strip("0.")) < len(plain(key).strip("0.")):
        return "rounded", f"{plain(value)} is near, but the text gives {plain(key)}."
    if near and "/" in plain(key):
        return "rounded", f"{plain(value)} is near {plain(key)}, but not equal to it."
    return None


def _close(value: Fraction, key: Fraction) -> Slip | None:
    if key == 0 or abs(value - key) > abs(key) / 20:
        return None
    return "close, but another value", "That is close, but another value."


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def right_value(key: Fraction, written: str = "") -> str:
    """Say the right value in one short sentence: ``3000亿 is 300,000,000,000 (300 billion).``"""
    share = any(mark in written for mark in ("%", "％", "百分之", "成", "折", "‰"))
    shown = as_percent(key) if share and "/" not in plain(key) else grouped(key)
    english = in_english(key)
    more = f" ({english})" if not share and english != shown else ""
    name = written or in_wan_yi(key)
    return f"{name} is {shown}{more}." if name != shown or more else f"The figure is {shown}."
