"""Exact values in print: plain, grouped in threes and in fours, in 万 and 亿, in millions and billions."""

from __future__ import annotations

from fractions import Fraction

WAN = 10**4
YI = 10**8


def plain(value: Fraction) -> str:
    """Write a value exactly: ``0.185``, ``300000000000``, and ``1/3`` where no decimal ends."""
    digits = _decimals(value)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(abs(value) * 10**digits, 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}" + (f".{int(rest):0{digits}d}" if digits else "")


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals the value needs; None if it never ends."""
    bottom, twos, fives = value.denominator, 0, 0
    while bottom % 2 == 0:
        bottom, twos = bottom // 2, twos + 1
    while bottom % 5 == 0:
        bottom, fives = bottom // 5, fives + 1
    return max(twos, fives) if bottom == 1 else None


def grouped(value: Fraction, size: int = 3, separator: str = ",") -> str:
    """Write a value with its digits in groups from the right: ``300,000,000,000``, ``3000|0000|0000``."""
    written = plain(value)
    if "/" in written:
        return written
    sign = "-" if written.startswith("-") else ""
    whole, dot, decimals = written.removeprefix("-").partition(".")
    head = len(whole) % size
    groups = ([whole[:head]] if head else []) + [whole[i : i + size] for i in range(head, len(whole), size)]
    return sign + separator.join(groups) + dot + decimals


def in_wan_yi(value: Fraction) -> str:
    """Write a value with the scale a newspaper would choose: ``3000亿``, ``57.4万``, ``1.2万亿``, ``137``."""
    for scale, name in ((10**12, "万亿"), (YI, "亿"), (WAN, "万")):
        short = plain(value / scale)
        if abs(value) >= scale and len(short.partition(".")[2]) <= 4 and "/" not in short:
            return short + name
    return plain(value)


def in_english(value: Fraction) -> str:
    """Write a value as English does: ``300 billion``, ``1.2 million``, ``574,000``, ``1/3``."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        short = grouped(value / scale)
        # 2,050.208 million is harder to read than all its digits.
        is_long = "," in short and "." in short
        if abs(value) >= scale and len(short.partition(".")[2]) <= 3 and "/" not in short and not is_long:
            return f"{short} {name}"
    return grouped(value)


def as_percent(value: Fraction) -> str:
    """Write a share as a percentage: ``18.5%``; as a fraction of 100 where no decimal ends (``100/3%``)."""
    return f"{plain(value * 100)}%"
