"""Chinese numerals and printed digits to exact numbers.

One function, :func:`parse_numeral`, reads a whole string as one number: digits (half or full width,
thousands grouped by commas or spaces), hanzi (plain, formal 壹贰叁, 廿 卅), and the mixtures that
newspapers print (``57.4万``, ``3亿4500万``). The ellipses of speech are read as they are meant: 三万一 is
31,000, 一百五 is 150.

What it does not read: percents, fractions, ranges and vague numbers (几十, 三五); those are shapes built
from numerals, and :mod:`reader.chinese.numbers.find` puts them together.

兆 is 10^12 here, as in Taiwan and Japan; where it stands before a unit (兆瓦, 兆赫) it is mega and part of
the unit, so the finder never hands it to this module.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

DIGITS = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{"〇": 0, "○": 0, "两": 2, "兩": 2, "貳": 2, "參": 3, "陸": 6, "幺": 1, "弌": 1},
}
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_ZEROS = "零〇○"
# 廿三 is 23: each of these is a digit and its 十 in one character.
_CONTRACTIONS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_MINUS = "-−－﹣负負"
# Longer than any number with a meaning; keeps hostile input from costing time.
_LONGEST = 64

_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)} | {ord("．"): ".", ord("，"): ",", ord("點"): "点"}
_SPACES = re.compile(r"[ \u00a0\u2009\u202f\u3000]+")
_SPACED_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")
_PRINTED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_TOKEN = re.compile(
    rf"(?P<printed>{_PRINTED.pattern})|(?P<digit>[{''.join(DIGITS)}])|(?P<place>[{''.join(PLACES)}])"
)


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> Fraction | None:
    """Return the exact number that the whole of ``text`` writes, or None if it writes none.

    Reads ``1,234,567``, ``３ ０００``, ``57.4万``, ``3亿4500万``, ``三万零一``, ``两千三``,
    ``二〇二三``, ``廿三``, ``壹佰``, ``一点七八万亿``, ``半`` and ``一半``, with a leading minus or 负.
    A bare scale or place counts once (``亿``, ``百万``), because 亿元以上 is written so. Two neighbouring
    digits without a place (``三五``) are a vague number and give None; three and more, or any with a
    zero, are a string of digits (``二〇二三``).
    """
    plain = _plain(text)
    if plain is None:
        return None
    if plain[:1] and plain[0] in _MINUS:
        value = _unsigned(plain[1:])
        return None if value is None else -value
    return _unsigned(plain)


def scale_of(text: str) -> str:
    """Return the scale that a written number carries: ``万亿``, ``亿``, ``万``, ``兆`` or an empty string."""
    for scale in ("万亿", "亿", "万", "兆"):
        if scale in text:
            return scale
    return {"萬": "万", "億": "亿"}.get(next((c for c in text if c in "萬億"), ""), "")


def _plain(text: str) -> str | None:
    """Bring ``text`` to half width without spaces; None when spaces separate two numbers."""
    if len(text) > _LONGEST:
        return None
    text = text.strip().translate(_FULL_WIDTH)
    text = _SPACED_GROUPS.sub(lambda match: _SPACES.sub("", match.group()), text)
    if re.search(r"\d[ \u00a0\u2009\u202f\u3000]+\d", text):
        return None
    text = _SPACES.sub("", text)
    for short, long in _CONTRACTIONS.items():
        text = text.replace(short, long)
    return text


def _unsigned(text: str) -> Fraction | None:
    if not text:
        return None
    if text in ("半", "一半"):
        return Fraction(1, 2)
    digits = _digit_string(text)
    if digits is not None:
        return digits
    return _scaled(text)


def _digit_string(text: str) -> Fraction | None:
    """Read 二〇二三 and 一一〇; a single hanzi digit also passes through here."""
    if not all(c in DIGITS for c in text):
        return None
    if len(text) == 2 and not any(c in _ZEROS for c in text):
        return None
    return Fraction(int("".join(str(DIGITS[c]) for c in text)))


def _scaled(text: str) -> Fraction | None:
    """Read a number by its greatest scale: what stands before it times the scale, plus what stands behind."""
    for scales in ("兆", "亿億", "万萬"):
        at = max(text.rfind(c) for c in scales)
        if at >= 0:
            return _around_scale(text[:at], SCALES[text[at]], text[at + 1 :])
    return _section(text)


def _around_scale(before: str, scale: int, behind: str) -> Fraction | None:
    # 四万万 is 400 million and 一亿亿 10^16, but a bare 万万 or 亿亿 is no number.
    if before == "万" and scale == SCALES["万"]:
        return None
    if before[-1:] in tuple("亿億") and scale == SCALES["亿"] and before[0] in "万萬亿億":
        return None
    head = _scaled(before) if before else Fraction(1)
    if head is None or head == 0:
        return None
    if not behind:
        return head * scale
    if "." in before or "点" in before:
        return None
    tail = _tail(behind, scale)
    return None if tail is None or tail >= scale else head * scale + tail


def _tail(behind: str, scale: int) -> Fraction | None:
    """Read what follows a scale; a lone digit counts in the next place down (三万一: 一千)."""
    if len(behind) == 1 and behind not in _ZEROS and (behind in DIGITS or behind.isdigit()):
        digit = DIGITS[behind] if behind in DIGITS else int(behind)
        return Fraction(digit * scale, 10)
    if behind[0] in _ZEROS:
        behind = behind.lstrip(_ZEROS)
    if not behind:
        return None
    # 三万三五 is a slip or a vague number, never digits read out.
    return _scaled(behind) if len(behind) < 2 or _digit_string(behind) is None else None


def _section(text: str) -> Fraction | None:
    """Read a number without 万 and 亿: 三千零五, 一百五, 4500, 三点五, 3.5千."""
    whole, point, decimals = text.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    total = Fraction(0)
    pending: Fraction | None = None  # a coefficient that waits for its place
    last_place = 10**5
    zero = False
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        position = token.end()
        written = token.group()
        if token.lastgroup == "place":
            place = PLACES[written]
            bare_ten_inside = pending is None and position > 1 and place != 10
            if place >= last_place or bare_ten_inside:
                return None
            total += (1 if pending is None else pending) * place
            pending, last_place, zero = None, place, False
        elif written in _ZEROS:
            if pending is not None or zero or position == 1 < len(text):
                return None
            zero = True
        else:
            # A second coefficient without a place between is no number, nor is 3百20.5.
            if pending is not None or (total and "." in written):
                return None
            pending = (
                Fraction(written.replace(",", ""))
                if token.lastgroup == "printed"
                else Fraction(DIGITS[written])
            )
    return _closed(total, pending, last_place, zero)


def _closed(total: Fraction, pending: Fraction | None, last_place: int, zero: bool) -> Fraction | None:
    """Add the last coefficient: a unit after 零 or 十, else one place below the last (一百五 is 150)."""
    if pending is None:
        return total if total or not zero else Fraction(0)
    if not total:
        return pending
    if pending >= last_place:
        return None
    if zero or last_place == 10 or pending >= 10:
        return total + pending
    return total + pending * last_place / 10


def _with_decimals(whole: str, decimals: str) -> Fraction | None:
    """Read 三点一四 and 十二点五; each character behind 点 is one digit."""
    head = _section(whole) if whole else None
    if head is None or head.denominator != 1 or not decimals:
        return None
    digits = "".join(str(DIGITS[c]) if c in DIGITS else c for c in decimals)
    if not (digits.isascii() and digits.isdigit()):
        return None
    return head + Fraction(int(digits), 10 ** len(digits))
