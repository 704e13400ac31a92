"""Figures of everyday speech that no plain numeral makes up: 十几二十个, 个把月, 百八十块, 打对折, 过半."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from reader.chinese.numbers.measures import TIME_UNITS, measure_at, unit_of
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

#: Characters that only these figures begin with, each with what must follow.
STARTS = "个(?=把)|成(?=[百千][上成][百千万])|对(?=折)"

_IN_TEN_THOUSAND = re.compile("(?<=[按照率金息费为到至])([万千])([0-9](?:\\.[0-9]+)?)(?![0-9万亿元.个倍])")
_TENS = "[一二两三四五六七八九]?"
_TEENS = re.compile(f"({_TENS}[十百千])几({_TENS[:-1]}[十百千])([百千]?[万亿]?)")
_SOME_OR_MORE = re.compile("[几数]([十百千万]+)上([百千万亿]+)")
_OR_SO = re.compile("个把(?:儿)?(?=小时|钟头|月|星期|礼拜|人|学期|世纪|钟)")
_EIGHTY = re.compile("([百千万])(?:儿)?八([十百千])(?![一二三四五六七八九零〇])")
_HUNDRED_OR_SO = re.compile("百十[来多余]?(?=[个号斤里块亩户人口条名件只头张元米家年间斤公平辆台棵万页])")
_COUNTED_IN = re.compile("数以([十百千]?[百千万亿])计")
_HEAPS = re.compile("成([百千])[上成]([百千万])")
_HALF_PRICE = re.compile("对折")
_PAID = re.compile("[打享]了?$")
_SOLD = re.compile("优惠|出售|促销|销售|甩卖|[价起]")
_DECADES = re.compile("[五六七八九5-9]旬(?!节)")
_HALF = re.compile("半百(?=[，。、；的老之人])|半数|半(?!数)")
_PASSED = re.compile("(?:(?<![经通超不走路越翻跨飞度])过|(?<![附临靠邻最])近|[超逾]|超过|接近|不足|不到)$")
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几第0123456789")
_FACTORS = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def speech_at(text: str, position: int) -> Quantity | None:
    """Return the figure of speech that begins at ``position``, without the bound words around it, or None."""
    if text[position - 1 : position] in _NUMERALS and position:
        return None
    find = _BY_FIRST.get(text[position])
    return find(text, position) if find else None


def _figure(
    text: str,
    start: int,
    end: int,
    value: Fraction | None,
    *,
    bound: Bound = Bound.EXACT,
    ends: tuple[int, int | None] | None = None,
    kind: FigureKind = FigureKind.CARDINAL,
) -> Quantity:
    measure = measure_at(text, end)
    low, high = ends or (None, None)
    return Quantity(
        text[start:end],
        start,
        end,
        value,
        kind,
        bound,
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        measure=measure,
        unit=unit_of(measure),
        span_start=start,
        span_end=end + len(measure or ""),
    )


def _teens(text: str, position: int) -> Quantity | None:
    """Read 十几二十 and 三十几四十万: from the first round number to the second."""
    found = _TEENS.match(text, position)
    if found is None:
        return None
    low, high = parse_numeral(found[1]), parse_numeral(found[2])
    if low is None or high is None or high <= low:
        return None
    size = parse_numeral(found[3]) if found[3] else Fraction(1)
    if size is None:
        return None
    return _figure(
        text, position, found.end(), None, bound=Bound.VAGUE, ends=(int(low * size), int(high * size))
    )


def _or_so(text: str, position: int) -> Quantity | None:
    """Read 个把月, a month or so."""
    found = _OR_SO.match(text, position)
    if found is None or text[position - 1 : position] in ("这", "那", "每", "哪", "整"):
        return None
    return _figure(text, position, found.end(), Fraction(1), bound=Bound.ABOUT)


def _eighty(text: str, position: int) -> Quantity | None:
    """Read 百十来, and 百八十 and 千儿八百: from eight of the lower place up to one of the higher."""
    if tens := _HUNDRED_OR_SO.match(text, position):
        return _figure(text, position, tens.end(), Fraction(100), bound=Bound.ABOUT)
    found = _EIGHTY.match(text, position)
    if found is None or _FACTORS[found[1]] != 10 * _FACTORS[found[2]]:
        return None
    ends = (8 * _FACTORS[found[2]], _FACTORS[found[1]])
    return _figure(text, position, found.end(), None, bound=Bound.VAGUE, ends=ends)


def _in_ten_thousand(text: str, position: int) -> Quantity | None:
    """Read 万5 and 千2.5 of fees and interest: so many in ten thousand or in a thousand."""
    found = _IN_TEN_THOUSAND.match(text, position)
    number = parse_numeral(found[2]) if found else None
    if found is None or number is None:
        return _eighty(text, position)
    end = found.end()
    return Quantity(
        found.group(), position, end, number / _FACTORS[found[1]], FigureKind.PERCENT,
        span_start=position, span_end=end,
    )  # fmt: skip


def _hundred_or_ten_thousand(text: str, position: int) -> Quantity | None:
    return _in_ten_thousand(text, position) or _teens(text, position)


def _counted_in(text: str, position: int) -> Quantity | None:
    """Read 数以万计: so many that they are counted in ten thousands."""
    found = _COUNTED_IN.match(text, position)
    size = parse_numeral(found[1]) if found else None
    if found is None or size is None:
        return None
    return _figure(text, position, found.end(), None, bound=Bound.VAGUE, ends=(int(size), None))


def _some_or_more(text: str, position: int) -> Quantity | None:
    """Read 几百上千: from a few of the lower place up to one of the higher."""
    found = _SOME_OR_MORE.match(text, position)
    low, high = (parse_numeral(place) for place in found.groups()) if found else (None, None)
    if found is None or low is None or high is None or high != 10 * low:
        return None
    return _figure(text, position, found.end(), None, bound=Bound.VAGUE, ends=(int(2 * low), int(high)))


def _some(text: str, position: int) -> Quantity | None:
    return _counted_in(text, position) or _some_or_more(text, position)


def _heaps(text: str, position: int) -> Quantity | None:
    """Read 成百上千 and 成千上万."""
    found = _HEAPS.match(text, position)
    if found is None or _FACTORS[found[1]] * 10 != _FACTORS[found[2]]:
        return None
    return _figure(text, position, found.end(), None, bound=Bound.VAGUE, ends=(_FACTORS[found[1]], None))


def _half_price(text: str, position: int) -> Quantity | None:
    """Read 打对折; a sheet of paper that is folded in two is no price."""
    found = _HALF_PRICE.match(text, position)
    if found is None or not (
        _PAID.search(text[max(0, position - 2) : position]) or _SOLD.match(text, found.end())
    ):
        return None
    end = found.end()
    return Quantity(
        "对折", position, end, Fraction(1, 2), FigureKind.CHANGE, unit="折", direction="down",
        span_start=position, span_end=end,
    )  # fmt: skip


def _decades_of_life(text: str, position: int) -> Quantity | None:
    """Read 七旬, seventy years of age."""
    found = _DECADES.match(text, position)
    tens = parse_numeral(text[position]) if found else None
    if found is None or tens is None:
        return None
    return Quantity(
        found.group(), position, found.end(), 10 * tens, FigureKind.CARDINAL, unit="岁",
        span_start=position, span_end=found.end(),
    )  # fmt: skip


def _half(text: str, position: int) -> Quantity | None:
    """Read 半数, and 半 of 过半 and 近半: half of what is told. 过半小时 and 近半年 are times."""
    found = _HALF.match(text, position)
    if found is None:
        return None
    end = found.end()
    if found.group() == "半百":
        return _figure(text, position, end, Fraction(50))
    if found.group() == "半":
        before = text[max(0, position - 3) : position]
        if _PASSED.search(before) is None or _is_a_half_of_something(text, end):
            return None
    return Quantity(
        found.group(), position, end, Fraction(1, 2), FigureKind.FRACTION, span_start=position, span_end=end
    )


def _is_a_half_of_something(text: str, end: int) -> bool:
    """Tell whether 半 halves a measure (半年, 半成, 半斤) or begins a word (半夜, 半山)."""
    measure = measure_at(text, end)
    if measure in TIME_UNITS or text[end : end + 1] in _HALVES:
        return True
    # 近半家庭 is half of the families, and no household.
    return unit_of(measure) is not None


_HALVES = frozenset("个成夜山路场生辈径导岛截票价决途空边晌刻世学月天程步百千万点")
_Finder = Callable[[str, int], Quantity | None]
_BY_FIRST: dict[str, _Finder] = {
    **dict.fromkeys("一二两三四", _teens),
    **dict.fromkeys(
        "五六七八九", lambda text, position: _decades_of_life(text, position) or _teens(text, position)
    ),
    **dict.fromkeys("56789", _decades_of_life),
    **dict.fromkeys("百千", _hundred_or_ten_thousand),
    "十": _teens,
    "万": _in_ten_thousand,
    "个": _or_so,
    "数": _some,
    "几": _some_or_more,
    "成": _heaps,
    "对": _half_price,
    "半": _half,
}
