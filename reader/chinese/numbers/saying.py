"""Other ways to say a figure than the one that is shown: 八点半, 一百五, 负三度, 百分之十到十五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

_LAST_PLACE = re.compile("([百千万亿])([一二三四五六七八九])([十百千])$")
_NEXT_DOWN = {"百": "十", "千": "百", "万": "千"}
_SCALED = re.compile("点.*[万亿]$")
_SECOND_BASE = re.compile("(?<=[到至])[百千万]分之")
_COINS = re.compile("([^点万亿]+)点([一二三四五六七八九])零?")
_COUNTED = (FigureKind.CARDINAL, FigureKind.DECIMAL)


def also_said(quantity: Quantity, hanzi: str) -> Iterator[str]:
    """Yield what else is said for the figure whose reading is ``hanzi``, in characters."""
    if quantity.kind is FigureKind.TIME:
        yield from _times(hanzi)
    if quantity.kind is FigureKind.DATE and hanzi.endswith("日"):
        yield hanzi[:-1] + "号"
    if hanzi.startswith("零下"):
        yield "负" + hanzi.removeprefix("零下")
    if "分之" in hanzi and _SECOND_BASE.search(hanzi):
        yield _SECOND_BASE.sub("", hanzi)
    if spoken_unit(quantity) and hanzi.count("点") == 1:
        yield hanzi.replace("点", "度")
    if quantity.unit == "元" and (coins := _COINS.fullmatch(hanzi)):
        yield from (f"{coins[1]}块{coins[2]}", f"{coins[1]}块{coins[2]}毛", f"{coins[1]}元{coins[2]}角")
    if quantity.kind in _COUNTED and quantity.bound is not Bound.OVER:
        yield from _short(hanzi)
        yield from same_number(quantity, hanzi)


def same_number(quantity: Quantity, hanzi: str) -> Iterator[str]:
    """Yield the number without its point: 两万五千 and 两万五 for 2.5万."""
    value = quantity.value
    if value is None or value.denominator != 1 or not _SCALED.search(hanzi):
        return
    whole = integer_to_hanzi(int(value))
    yield whole
    yield from _short(whole)


def spoken_unit(quantity: Quantity) -> tuple[str, ...]:
    """Return what is said for a unit that is written as a sign: 度 and 摄氏度 for ℃."""
    if quantity.unit in ("摄氏度", "℃", "°C") or quantity.measure == "℃":
        return ("度", "摄氏度")
    return ()


def _times(hanzi: str) -> Iterator[str]:
    if hanzi.endswith("三十分"):
        yield hanzi.removesuffix("三十分") + "半"
    elif hanzi.endswith("点"):
        yield hanzi + "整"
        yield hanzi + "钟"


def _short(hanzi: str) -> Iterator[str]:
    """Yield 一百五 for 一百五十: the last place may be left out where it is the next one down."""
    found = _LAST_PLACE.search(hanzi)
    if found and _NEXT_DOWN.get(found[1]) == found[3]:
        yield hanzi[:-1]
