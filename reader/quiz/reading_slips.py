"""How a figure is misread aloud: a zero lost, a place too many, the point's digits as a number, threes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.chinese.numbers.hanzi import digits_to_hanzi, integer_to_hanzi
from reader.chinese.numbers.typed import read_typed

#: Reads a printed number aloud, in characters.
Aloud = Callable[[str], str]

_PRINTED = re.compile(r"(?P<whole>\d[\d,]*)(?:\.(?P<part>\d+))?(?P<rest>\D*)")
_FEWEST_DIGITS, _MOST_DIGITS = 3, 9
#: The scale words, and what each is taken for.
_SCALES = (("万亿", "亿"), ("亿", "万"), ("万", "亿"))


@dataclass(frozen=True, slots=True)
class Misread:
    """A wrong reading, in characters, the name of the mistake, and a sentence on it."""

    hanzi: str
    mistake: str
    note: str

    @property
    def value(self) -> float:
        """What would be understood; 0 where it is no figure at all."""
        return heard(self.hanzi)


@lru_cache(maxsize=4096)
def heard(hanzi: str) -> float:
    """Return the value of a reading, 0 where it is none."""
    typed = read_typed(hanzi.rstrip("余多"))
    return float(typed.value) if typed is not None and typed.value else 0.0


def misread(number: str, right: str, aloud: Aloud) -> list[Misread]:
    """Return wrong readings of a printed number that is read ``right``, each a mistake somebody makes."""
    match = _PRINTED.fullmatch(number)
    if match is None or (number.isdecimal() and len(number) == 1):
        return []  # whether 2 is 二 or 两 is a question of its own, and any other digit none at all
    found: dict[str, Misread] = {}
    slips = _of_point(match, aloud) if match["part"] else _of_whole(match, right, aloud)
    for slip in (*slips, *_of_scale(number, aloud)):
        # What is understood all the same is hardly a mistake.
        if slip.hanzi != right and slip.value != heard(right):
            found.setdefault(slip.hanzi, slip)
    return list(found.values())


def _of_point(match: re.Match[str], aloud: Aloud) -> Iterator[Misread]:
    whole, part, rest = match["whole"].replace(",", ""), match["part"], match["rest"]
    bare = (whole + part).lstrip("0")
    yield Misread(aloud(bare + rest), "the point left out", "点 stands where the point is.")
    if len(part) > 1 and part[0] != "0":
        as_number = aloud(f"{whole}.{part}{rest}").replace(
            digits_to_hanzi(part), integer_to_hanzi(int(part), liang=False), 1
        )
        said = "Behind 点 each digit is read by itself."
        yield Misread(as_number, "the digits behind the point as one number", said)
    said = "The point is in another place."
    if len(whole) > 1:
        yield Misread(aloud(f"{whole[:-1]}.{whole[-1]}{part}{rest}"), "the point one place off", said)
    elif whole != "0":
        yield Misread(aloud(f"0.{whole}{part}{rest}"), "the point one place off", said)
    if len(part) > 1:
        moved = f"{(whole + part[0]).lstrip('0') or '0'}.{part[1:]}"
        yield Misread(aloud(moved + rest), "the point one place off", said)
    elif whole != part and whole != "0" and len(whole) == 1:
        yield Misread(aloud(f"{part}.{whole}{rest}"), "two digits swapped", "The digits are swapped.")


def _of_whole(match: re.Match[str], right: str, aloud: Aloud) -> Iterator[Misread]:
    digits, rest = match["whole"].replace(",", ""), match["rest"]
    if len(digits) < _MOST_DIGITS:
        yield Misread(aloud(digits + "0" + rest), "ten times too large", "That has one zero too many.")
    if digits.endswith("0") and len(digits) > 1:
        yield Misread(aloud(digits[:-1] + rest), "ten times too small", "That has one zero too few.")
    if "零" in right.strip("零"):
        said = "A zero between digits is read: 零."
        yield Misread(right.replace("零", "", 1), "a zero left out", said)
    for place in range(len(digits) - 1):
        one, two = digits[place], digits[place + 1]
        swapped = digits[:place] + two + one + digits[place + 2 :]
        if one != two and swapped[0] != "0":
            yield Misread(aloud(swapped + rest), "two digits swapped", "Two digits are swapped.")
    if len(digits) < _MOST_DIGITS - 1:
        yield Misread(
            aloud(digits + "00" + rest), "a hundred times too large", "That has two zeros too many."
        )
    if digits.endswith("00") and len(digits) > _FEWEST_DIGITS:
        yield Misread(aloud(digits[:-2] + rest), "a hundred times too small", "Two zeros too few.")
    if _FEWEST_DIGITS + 2 <= len(digits) <= _FEWEST_DIGITS + 3:
        yield _in_threes(digits, rest)


def _in_threes(digits: str, rest: str) -> Misread:
    high, low = int(digits[:-3]), int(digits[-3:])
    between = "零" if 0 < low < 100 else ""
    behind = integer_to_hanzi(low, liang=False) if low else ""
    hanzi = f"{integer_to_hanzi(high, liang=False)}千{between}{behind}{rest}"
    return Misread(hanzi, "digits in threes", "Chinese counts in fours: 10,000 is 一万, not 十千.")


def _of_scale(number: str, aloud: Aloud) -> Iterator[Misread]:
    for scale, other in _SCALES:
        if scale in number:
            said = "万 is ten thousand, 亿 a hundred million."
            yield Misread(aloud(number.replace(scale, other, 1)), f"{other} for {scale}", said)
            return
