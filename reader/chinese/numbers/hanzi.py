"""Whole numbers and digit strings written in Chinese characters."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
"""The ten digits as characters."""

_PLACES = ("", "十", "百", "千")
_WAN = 10**4
_YI = 10**8


def integer_to_hanzi(number: int, *, liang: bool = True) -> str:
    """Write a whole number as it is read: ``100010`` is 十万零一十.

    With ``liang`` the highest place takes 两 before 千, 万 and 亿 (两万二千), otherwise 二. 200 is 二百
    in both. Numbers from 10^16 are written with 亿亿.
    """
    if number < 0:
        return "负" + integer_to_hanzi(-number, liang=liang)
    written = _whole(number)
    if written.startswith("一十"):
        written = written[1:]
    if liang and len(written) > 1 and written[0] == "二" and written[1] in "千万亿":
        written = "两" + written[1:]
    return written


def _whole(number: int) -> str:
    """Write a number of any size, 一十 kept."""
    for scale, name in ((_YI, "亿"), (_WAN, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            return _whole(high) + name + _rest(high, low, scale)
    return _under_ten_thousand(number)


def _rest(high: int, low: int, scale: int) -> str:
    """Write what follows 万 or 亿, 零 before it where places between are empty."""
    if low == 0:
        return ""
    # A whole empty group (一万亿零三千万) calls for 零 as an empty first place (一万零五百) does.
    empty_group = scale == _YI and high % _WAN == 0
    return ("零" if low < scale // 10 or empty_group else "") + _whole(low)


def _under_ten_thousand(number: int) -> str:
    if number == 0:
        return DIGITS[0]
    written = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + DIGITS[digit] + _PLACES[place]
        gap = False
    return written


def digits_to_hanzi(digits: str, *, yao: bool = False, zero: str = "零") -> str:
    """Write digits one by one: ``"2023"`` is 二零二三; what is no digit stays as it is.

    ``yao`` reads 1 as 幺, as in telephone and room numbers; ``zero`` is 〇 for printed years.
    """
    names = zero + ("幺" if yao else "一") + DIGITS[2:]
    return "".join(names[int(c)] if c in "0123456789" else c for c in digits)


def number_to_hanzi(written: str, *, liang: bool = True) -> str:
    """Write a plain number in digits (``"57.4"``, ``"1,234"``, ``"-3"``) in characters.

    Zeros in front are read (``"08"`` is 零八), as are zeros at the end of a decimal (``"3.50"`` is 三点五零).
    """
    plain = written.replace(",", "")
    if plain.startswith("-"):
        return "负" + number_to_hanzi(plain[1:], liang=liang)
    whole, dot, decimals = plain.partition(".")
    if len(whole) > 1 and whole.startswith("0"):
        head = digits_to_hanzi(whole)
    else:
        # 二点五, 二千点五 would be odd: a decimal below ten never takes 两, a larger one as usual.
        head = integer_to_hanzi(int(whole or "0"), liang=liang)
    return head + ("点" + digits_to_hanzi(decimals) if dot else "")
