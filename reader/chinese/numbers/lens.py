"""The lens: everything worth knowing about one figure, as plain lines for a popup or a terminal."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reader.chinese.numbers.codes import is_telephone
from reader.chinese.numbers.english import BOUND_MEANING, is_share, quantity_in_english
from reader.chinese.numbers.forms import as_percent, grouped, in_wan_yi, plain
from reader.chinese.numbers.moments import read_moments
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.chinese.numbers.sizes import ALL_WAYS, CHINA, Peg, Rate, Way, sizes
from reader.chinese.numbers.spell import plain_form
from reader.chinese.numbers.typed import Typed, read_typed
from reader.chinese.numbers.units import factor
from reader.errors import UsageError
from reader.text import clean_answer, is_han

__all__ = ["CHINA", "Lens", "Line", "Peg", "Rate", "describe", "lens", "same"]

_SCALE_VALUES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}
_PIECE = re.compile(r"([^万亿]+)(万亿|亿|万)")
_NO_GROUPS = {FigureKind.YEAR, FigureKind.DATE, FigureKind.TIME, FigureKind.DIGITS, FigureKind.RATIO}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its label (``value``, ``groups of four``, ``English`` …), its text and the formula behind."""

    label: str
    text: str
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """A figure and its lines, in the order in which they are shown."""

    quantity: Quantity
    lines: tuple[Line, ...]

    def line(self, label: str) -> Line | None:
        """Return the first line with that label, None if the lens has none."""
        return next((line for line in self.lines if line.label == label), None)


def lens(
    quantity: Quantity,
    following: str = "",
    *,
    rate: Rate | None = None,
    pegs: Sequence[Peg] = (CHINA,),
    ways: Collection[Way] = ALL_WAYS,
    spoken: bool = False,
) -> Lens:
    """Look at a figure: value in both groupings, bound, English, reading, 万/亿 steps, a sense of size.

    ``following`` is the text behind the figure. Yuan are turned into a currency only at a ``rate`` that is
    given with its date; ``pegs`` are what people and money are compared with, ``ways`` the sorts of units
    that the figure is turned into.
    """
    if not quantity.hanzi or spoken:
        quantity = read_quantity(quantity, following, spoken=spoken)
    lines = [*_values(quantity), *_meaning(quantity), Line("reading", f"{quantity.hanzi}  {quantity.pinyin}")]
    if steps := written_out(quantity):
        lines.append(Line("step by step", steps))
    lines += [Line(label, text, formula) for label, text, formula in sizes(quantity, rate, pegs, ways)]
    return Lens(quantity, tuple(lines))


def _values(quantity: Quantity) -> list[Line]:
    value = quantity.value
    if quantity.kind is FigureKind.TIME and quantity.unit == "秒" and value is not None:
        return [Line("value", f"{grouped(value)} seconds")]
    if quantity.kind in _NO_GROUPS:
        return []
    if value is None:
        return _ends(quantity)
    shown = as_percent(value) if is_share(quantity) and "/" not in plain(value) else grouped(value)
    lines = [Line("value", shown)]
    if abs(value) >= 10**4 and value.denominator == 1:
        lines.append(Line("groups of four", grouped(value, 4, "|")))
        lines.append(Line("in 万 and 亿", in_wan_yi(value)))
    return lines


def _ends(quantity: Quantity) -> list[Line]:
    if quantity.low is None or quantity.high is None:
        return []
    low, high = quantity.low, quantity.high
    if is_share(quantity):
        return [Line("value", f"{as_percent(low)} to {as_percent(high)}")]
    lines = [Line("value", f"{grouped(low)} to {grouped(high)}")]
    if high >= 10**4 and low.denominator == high.denominator == 1:
        lines.append(Line("groups of four", f"{grouped(low, 4, '|')} to {grouped(high, 4, '|')}"))
    return lines


def _meaning(quantity: Quantity) -> list[Line]:
    lines = []
    if quantity.direction is not None:
        lines.append(Line("change", {"up": "up: it grew", "down": "down: it fell"}[quantity.direction]))
    if quantity.bound is not Bound.EXACT:
        lines.append(Line("bound", BOUND_MEANING[quantity.bound] + _limits(quantity)))
    return [*lines, Line("English", quantity_in_english(quantity))]


def _limits(quantity: Quantity) -> str:
    """Tell what a 余 or 多 allows, where the finder gives both ends."""
    if quantity.bound is not Bound.OVER or quantity.value is None or quantity.high is None:
        return ""
    return f": from {grouped(quantity.value)} to below {grouped(quantity.high)}"


def written_out(quantity: Quantity) -> str:
    """Write the steps from scales to value: ``3000亿 = 3000 × 100,000,000 = 300,000,000,000``.

    "" for a figure without 万 or 亿 that is no percentage, 成 or 折.
    """
    value, text = quantity.value, re.sub("[余多来几]", "", plain_form(quantity.text))
    if value is None:
        return ""
    if found := re.fullmatch(r"([\d.,]+)([%‰])", text):
        return f"{text} = {found[1]} ÷ {'100' if found[2] == '%' else '1,000'} = {plain(value)}"
    if (found := re.fullmatch(r"(.+)折", text)) and is_share(quantity):
        return f"{text} pays {as_percent(value)} of the price, {as_percent(1 - value)} off"
    if text.endswith("成") or "成" in text:
        return f"一成 = 10%, {text} = {as_percent(value)}"
    terms = _terms(text)
    if not terms or sum(number * scale for number, scale in terms) != value:
        return ""
    shown = " + ".join(
        f"{plain(number)} × {grouped(Fraction(scale))}" if scale > 1 else grouped(number)
        for number, scale in terms
    )
    return f"{text} = {shown} = {grouped(value)}"


def _terms(text: str) -> list[tuple[Fraction, int]]:
    """Cut 3亿4500万 into (3, 10^8) and (4500, 10^4), what is left over last; [] without a scale."""
    terms: list[tuple[Fraction, int]] = []
    at = 0
    for piece in _PIECE.finditer(text):
        number = parse_numeral(piece[1].lstrip("零〇")) if piece.start() == at else None
        if number is None:
            return []
        terms.append((number, _SCALE_VALUES[piece[2]]))
        at = piece.end()
    rest = text[at:].lstrip("零〇")
    if terms and rest:
        # A lone digit behind a scale counts in the next place down: 三万一 is 31,000.
        number = parse_numeral(text[at:])
        if number is None:
            return []
        if len(text[at:]) == 1:
            number = number * terms[-1][1] / 10
        terms.append((number, 1))
    return terms


def describe(
    text: str,
    *,
    rate: Rate | None = None,
    pegs: Sequence[Peg] = (CHINA,),
    ways: Collection[Way] = ALL_WAYS,
    spoken: bool = False,
) -> list[Lens]:
    """Return a lens for each figure in ``text``, or for all of it if typed so (300 billion)."""
    from reader.chinese.numbers import find_figures

    found = find_figures(text)
    quantities = list(found) if found and _covers(found, text) else []
    if not quantities:
        typed = _typed_quantity(text)
        # 3,00 is a slip, and no 3 beside two zeros.
        told = list(found) if any(map(str.isalpha, text)) else []
        alone = None if typed or told else found_alone(text)
        quantities = [typed] if typed else [alone] if alone else told
    return [
        lens(q, text[q.end :] if q.end else "", rate=rate, pegs=pegs, ways=ways, spoken=spoken)
        for q in quantities
    ]


_TWO_NUMBERS = re.compile(r"^\s*\d{1,2}\s+\d{1,2}\s*$")  # 12 34
_LONG_NUMBER = re.compile(r"[1-9]\d{2,}")


def _covers(found: Sequence[Quantity], text: str) -> bool:
    """Tell whether the figures found are what was meant: not the 300 of 300 billion.

    A long row of digits names something in running text; typed alone it is a number, unless it can be called.
    """
    if _LONG_NUMBER.fullmatch(text.strip()) and found[0].kind is FigureKind.DIGITS:
        return is_telephone(text.strip())
    return any("\u4e00" <= c <= "\u9fff" for c in text) or (
        len(found) == 1 and found[0].text.strip() == text.strip()
    )


def _typed_quantity(text: str) -> Quantity | None:
    read = None if _TWO_NUMBERS.search(text) else read_typed(text)
    if read is None or read.unknown:
        return None
    kind = (
        FigureKind.RANGE if read.value is None else FigureKind.PERCENT if read.share else FigureKind.CARDINAL
    )
    written = in_wan_yi(read.value) if read.value is not None else text
    if parse_numeral(text) == read.value and (any(map(is_han, text)) or text.strip().isdecimal()):
        written = text.strip()
    if read.share and read.value is not None:
        written = as_percent(read.value)
    return Quantity(
        written,
        0,
        0,
        read.value,
        kind,
        read.bound or Bound.EXACT,
        read.low,
        read.high,
        measure=read.unit or None,
    )


def same(one: str, other: str) -> bool:
    """Tell whether two written figures say the same: 3000亿元 and 300 billion yuan, 18.5% and 百分之十八点五.

    Units that turn into each other are converted (1公里, 1000米); a unit that only one of them has is no
    difference; bounds are one (超过3000亿 is not 3000亿).

    Raises:
        UsageError: one of them can't be read as a figure.
    """
    first, second = (clean_answer(text).lower() for text in (one, other))
    moments = set(read_moments(first)) & set(read_moments(second))
    if moments:
        return True
    a, b = _read(one), _read(other)
    if (a.bound or Bound.EXACT) is not (b.bound or Bound.EXACT):
        return False
    size = factor(a.unit, b.unit) if a.unit and b.unit else Fraction(1)
    if size is None:
        return False
    return [_times(v, size) for v in (a.value, a.low, a.high)] == [b.value, b.low, b.high]


def found_alone(text: str) -> Quantity | None:
    """Return the figure that all of ``text`` is, as it would be in running text: 十几, 几十万元."""
    from reader.chinese.numbers import find_figures

    written = text.strip()
    for tail in ("", "个"):
        found = find_figures(written + tail)
        if len(found) == 1 and found[0].span_start == 0 and found[0].span_end >= len(written):
            measure = found[0].measure if found[0].span_end == len(written) else None
            return replace(found[0], measure=measure) if written else None
    return None


def _times(value: Fraction | None, size: Fraction) -> Fraction | None:
    return None if value is None else value * size


def _read(text: str) -> Typed:
    read = read_typed(text)
    if (read is None or read.unknown) and (found := found_alone(text)):
        # 十几二十 and 几百: what only the finder knows.
        vague = found.bound in (Bound.VAGUE, Bound.EXACT)
        return Typed(
            found.value,
            found.low,
            found.high,
            None if vague else found.bound,
            found.unit or found.measure or "",
        )
    if read is None:
        raise UsageError(
            f"“{clean_answer(text)[:40]}” can't be read as a figure. Write it like 3000亿 or 300 billion."
        )
    return read
