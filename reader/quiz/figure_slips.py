"""What a printed figure is taken for: one slip of scale, of zeros or of digits away from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.slips import SCALES_ARE, power_of_ten
from reader.chinese.numbers.typed import read_typed

#: digits, a scale, and 余 or 多: the shape of nearly every printed figure.
_PRINTED = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale>万亿|[万亿千百]?)(?P<rest>[余多几]?[%％]?)")

_OTHER_SCALES = {"万": ("亿",), "亿": ("万", "万亿"), "万亿": ("亿",)}
_SCALE_WORDS = ("万亿", "亿", "万")

#: A numeral -> those it is taken for, by sound or by sight.
_NUMERALS = {
    "一": "七二", "二": "三一", "两": "三", "三": "二四", "四": "三五", "五": "六四",
    "六": "五七", "七": "一八", "八": "七九", "九": "八六",
}  # fmt: skip
_TAKE_LIANG = tuple("千万亿")
_TIMES = {1: "ten", 2: "a hundred", 3: "a thousand", 4: "ten thousand"}

MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong figure: its number as it would be printed, and its value."""

    text: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class _Printed:
    digits: str
    scale: str
    rest: str
    grouped: bool = False

    @property
    def text(self) -> str:
        digits = self.digits
        if self.grouped and "." not in digits:
            digits = f"{int(digits):,}"
        return digits + self.scale + self.rest

    def slip(self, digits: str, scale: str | None = None) -> Slip | None:
        if digits.startswith("0") and not digits.startswith("0."):
            return None
        printed = _Printed(digits, self.scale if scale is None else scale, self.rest, self.grouped)
        value = parse_numeral(digits + printed.scale)
        if not value:
            return None
        return Slip(printed.text, value / 100 if "%" in self.rest or "％" in self.rest else value)


@lru_cache(maxsize=4096)
def slips(number: str) -> tuple[Slip, ...]:
    """Return the figures one slip away from ``number`` (as printed, without its measure word)."""
    match = _PRINTED.fullmatch(number)
    if match is None:
        return tuple(_hanzi(number))
    digits = match["digits"].replace(",", "")
    printed = _Printed(digits, match["scale"], match["rest"], "," in match["digits"])
    made = [*_small(printed), *_decimals(printed)]
    if not is_small(number) and not _SMALL_DECIMAL.fullmatch(number):
        made += [*_scales(printed), *_zeros(printed), *_swaps(printed)]
    return tuple({slip.text: slip for slip in made if slip and slip.text != number}.values())


def _scales(printed: _Printed) -> Iterator[Slip | None]:
    for scale in _OTHER_SCALES.get(printed.scale, ()):
        yield printed.slip(printed.digits, scale)


def _zeros(printed: _Printed) -> Iterator[Slip | None]:
    digits = printed.digits
    if "." in digits:
        whole, part = digits.split(".")
        if len(whole) > 1:
            yield printed.slip(f"{whole[:-1]}.{whole[-1]}{part}")
        yield printed.slip(f"{whole.lstrip('0')}{part[0]}" + (f".{part[1:]}" if len(part) > 1 else ""))
        return
    if digits.endswith("0") and len(digits) > 1:
        yield printed.slip(digits[:-1])
    if (digits.endswith("0") or printed.scale) and len(digits) < MOST_DIGITS:
        yield printed.slip(digits + "0")


def _swaps(printed: _Printed) -> Iterator[Slip | None]:
    digits = printed.digits
    for i in range(len(digits) - 1):
        left, right = digits[i], digits[i + 1]
        swapped = digits[:i] + right + left + digits[i + 2 :]
        # 120 is never heard as 102: a round figure stays round.
        as_round = swapped.endswith("0") == digits.endswith("0") and not swapped.endswith(".0")
        if as_round and left != right and "." not in left + right:
            yield printed.slip(swapped)


def _small(printed: _Printed) -> Iterator[Slip | None]:
    """One digit off, for figures too short for another slip; 十七 for 七十."""
    digits = printed.digits
    if "." in digits or len(digits) > 3:
        return
    if len(digits) == 2 and digits[1] == "0" and digits[0] != "1":
        yield printed.slip("1" + digits[0])
    if len(digits) == 2 and digits[0] == "1" and digits[1] not in "01":
        yield printed.slip(digits[1] + "0")
    last = len(digits) - 1 if digits[-1] != "0" else len(digits.rstrip("0")) - 1
    for place in sorted({last, max(0, last - 1)}):
        for step in (-3, -2, -1, 1, 2, 3):
            digit = int(digits[place]) + step
            if 1 <= digit <= 9:
                yield printed.slip(digits[:place] + str(digit) + digits[place + 1 :])


#: 1.2 by itself: nobody takes it for 12.
_SMALL_DECIMAL = re.compile(r"\d\.\d")


def _decimals(printed: _Printed) -> Iterator[Slip | None]:
    """The digit before or behind the point misread."""
    digits = printed.digits
    place = digits.find(".")
    for at in (place - 1, place + 1) if place > 0 else ():
        for step in (-2, -1, 1, 2):
            digit = int(digits[at]) + step
            if 1 <= digit <= 9:
                yield printed.slip(digits[:at] + str(digit) + digits[at + 1 :])


def is_small(number: str) -> bool:
    """Tell whether the figure has one or two digits and nothing else: any like it is as plausible."""
    return number.isdecimal() and len(number) <= 2


def _hanzi(number: str) -> Iterator[Slip]:
    # 四成, 三分之一, 两千: one numeral taken for another.
    for i, character in enumerate(number):
        for other in _NUMERALS.get(character, ""):
            following = number[i + 1 : i + 2]
            # 二 before 万, 亿 and measure words is 两.
            is_first = number[i - 1 : i] not in tuple("十百千零") or i == 0
            takes_liang = len(number) == 1 or (following in _TAKE_LIANG and is_first)
            said = "两" if other == "二" and takes_liang else other
            text = number[:i] + said + number[i + 1 :]
            typed = read_typed(text)
            if typed is not None and typed.value and not typed.unknown and not _is_absurd(text, typed.value):
                yield Slip(text, typed.value)


def _is_absurd(text: str, value: Fraction) -> bool:
    # 11 is 十一, never 一十一; three thirds are no share.
    if text.startswith("一十"):
        return True
    return "分之" in text and (value >= 1 or value.denominator == 1 or f"{value.denominator}" == "1")


def name_mistake(right: str, right_value: Fraction, wrong: str, wrong_value: Fraction) -> tuple[str, str]:
    """Return the name of the mistake that takes ``right`` for ``wrong``, and a sentence of explanation."""
    mine, theirs = _scale(right), _scale(wrong)
    digits, others = _digits(right), _digits(wrong)
    said = f"The text says {right}, not {wrong}"
    if mine and theirs and mine != theirs and right.replace(mine, "") == wrong.replace(theirs, ""):
        return f"{theirs} for {mine}", f"You took {mine} for {theirs}: {SCALES_ARE}."
    power = power_of_ten(wrong_value / right_value)
    if power:
        size = f"{_TIMES.get(abs(power), f'10^{abs(power)}')} times too {'large' if power > 0 else 'small'}"
        return size, f"{size[0].upper()}{size[1:]}" + (f": {SCALES_ARE}." if mine or theirs else ".")
    if digits and sorted(digits) == sorted(others) and mine == theirs:
        return "two digits swapped", f"{said}: two digits are swapped."
    if {digits, others} in [{f"1{digit}", f"{digit}0"} for digit in range(2, 10)]:
        return "teens for tens", "十七 is 17, 七十 is 70: 十 before a digit adds ten, behind it makes tens."
    if wrong_value > 4 * right_value or right_value > 4 * wrong_value:
        size = "large" if wrong_value > right_value else "small"
        return f"far too {size}", f"{said}: count the zeros, and mind the digits."
    several = len(right) == len(wrong) and sum(a != b for a, b in zip(right, wrong, strict=True)) > 1
    return "digits misread" if several else "a digit misread", f"{said}."


def _scale(number: str) -> str:
    return next((scale for scale in _SCALE_WORDS if scale in number), "")


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
