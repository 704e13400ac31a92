"""A sense of scale: a figure in units that a reader knows, as a share of a peg, in another currency."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reader.chinese.numbers.forms import grouped, in_english, plain
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.units import canonical

_PEOPLE = ("人", "名", "位", "万人")
_NO_SIZE = {
    FigureKind.ORDINAL,
    FigureKind.YEAR,
    FigureKind.DATE,
    FigureKind.TIME,
    FigureKind.DIGITS,
    FigureKind.RATIO,
}
# A football pitch for international matches: 105 m by 68 m.
_PITCH = Fraction(105 * 68)


@dataclass(frozen=True, slots=True)
class Peg:
    """A number that others are compared with: how many people live somewhere, and in which year."""

    name: str
    value: Fraction
    year: int | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.year})" if self.year else self.name


CHINA = Peg("the people of China", Fraction(1_408_280_000), 2024)
"""The population at the end of 2024 by the National Bureau of Statistics."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one of a currency costs in yuan on a day: ``Rate("US dollars", Fraction(7), "2026-11-24")``."""

    currency: str
    yuan: Fraction
    date: str


class Way(StrEnum):
    """A way to give a sense of scale: units of measurement of either sort, or things that can be pictured."""

    METRIC = "metric"
    IMPERIAL = "imperial"
    PICTURES = "pictures"


ALL_WAYS = frozenset(Way)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One unit turned into another: ``value × times ÷ by``."""

    name: str
    times: Fraction
    by: Fraction
    why: str = ""
    least: Fraction = Fraction(0)  # results below this say nothing

    @property
    def way(self) -> Way:
        if self.name in _IMPERIAL:
            return Way.IMPERIAL
        return Way.PICTURES if self.name in _PICTURES else Way.METRIC


_IMPERIAL = frozenset(
    ["square feet", "square miles", "miles", "feet", "inches", "pounds", "acres", "gallons"]
)
_PICTURES = frozenset(["football pitches", "lorries of 30 t", "Olympic pools"])


def _turn(name: str, times: str = "1", by: str = "1", why: str = "", least: str = "0") -> _Turn:
    return _Turn(name, Fraction(times), Fraction(by), why, Fraction(least))


_PITCHES = f"a football pitch is 105 m × 68 m = {grouped(_PITCH)} m²"
_ACRE = Fraction("4046.8564224")
_ACRES = "an acre is 4,046.8564224 m²"
_TURNS: dict[str, tuple[_Turn, ...]] = {
    "亩": (
        _turn("hectares", by="15", why="15 亩 are a hectare"),
        _turn("football pitches", "10000", str(15 * _PITCH), f"1 亩 is 10,000/15 m², {_PITCHES}", "1"),
        _turn("acres", "10000", str(15 * _ACRE), f"1 亩 is 10,000/15 m², {_ACRES}"),
    ),
    "平方米": (
        _turn("football pitches", by=str(_PITCH), why=_PITCHES, least="1"),
        _turn("hectares", by="10000", why="a hectare is 10,000 m²", least="1"),
        _turn("square feet", by="0.09290304", why="a square foot is 0.09290304 m²"),
    ),
    "公顷": (
        _turn("football pitches", "10000", str(_PITCH), _PITCHES, "1"),
        _turn("acres", "10000", str(_ACRE), f"a hectare is 10,000 m², {_ACRES}"),
        _turn("square kilometres", by="100", why="100 hectares are a square kilometre", least="1"),
        _turn("亩", "15", why="a hectare is 15 亩"),
    ),
    "平方公里": (
        _turn("square miles", by="2.589988110336", why="a mile is 1.609344 km"),
        _turn("hectares", "100", why="a square kilometre is 100 hectares"),
    ),
    "公里": (_turn("miles", by="1.609344", why="a mile is 1.609344 km"),),
    "米": (_turn("feet", by="0.3048", why="a foot is 0.3048 m"),),
    "厘米": (_turn("inches", by="2.54", why="an inch is 2.54 cm"),),
    "里": (_turn("kilometres", by="2", why="2 里 are a kilometre"),),
    "海里": (_turn("kilometres", "1.852", why="a nautical mile is 1.852 km"),),
    "斤": (
        _turn("kilograms", by="2", why="2 斤 are a kilogram"),
        _turn("pounds", by="0.90718474", why="a pound is 0.45359237 kg"),
    ),
    "两": (_turn("grams", "50", why="a 两 is 50 g"),),
    "公斤": (_turn("pounds", by="0.45359237", why="a pound is 0.45359237 kg"),),
    "吨": (
        _turn("kilograms", "1000", why="a tonne is 1,000 kg"),
        _turn("lorries of 30 t", by="30", why="a big lorry carries 30 t", least="2"),
    ),
    "立方米": (_turn("Olympic pools", by="2500", why="an Olympic pool is 50 m × 25 m × 2 m", least="1"),),
    "升": (_turn("gallons", by="3.785411784", why="a US gallon is 3.785411784 litres"),),
    "尺": (_turn("metres", by="3", why="3 尺 are a metre"),),
}

Size = tuple[str, str, str]
"""A label, a sentence, and the formula that it comes from."""


def sizes(
    quantity: Quantity,
    rate: Rate | None = None,
    pegs: Sequence[Peg] = (CHINA,),
    ways: Collection[Way] = ALL_WAYS,
) -> Iterator[Size]:
    """Yield what the figure is in other units, in a currency, and beside the pegs, where any fits.

    ``ways`` are the sorts of units that the reader wants.
    """
    value = quantity.value
    if value is None or quantity.kind in _NO_SIZE or value == 0:
        return
    unit = canonical(quantity.unit or quantity.measure or "")
    for turn in _TURNS.get(unit, ()):
        result = value * turn.times / turn.by
        if abs(result) >= turn.least and turn.way in ways:
            yield "size", f"{_equals(result)} {turn.name}", _formula(value, turn)
    if unit == "℃" and Way.IMPERIAL in ways:
        hot = value * 9 / 5 + 32
        yield "size", f"{_equals(hot)} °F", f"{plain(value)} × 9 ÷ 5 + 32"
    if unit == "元":
        yield from _money(value, rate, pegs)
    if unit in _PEOPLE:
        yield from _shares(value, pegs)


def _money(value: Fraction, rate: Rate | None, pegs: Sequence[Peg]) -> Iterator[Size]:
    if rate is not None and rate.yuan > 0:
        said = f"{_equals(value / rate.yuan)} {rate.currency} at the rate of {rate.date}"
        yield "money", said, f"{grouped(value)} ÷ {plain(rate.yuan)}"
    for peg in pegs:
        each = value / peg.value
        if each >= Fraction(1, 100):
            said = f"{_equals(each)} yuan for each of {peg}"
            yield "share", said, f"{grouped(value)} ÷ {grouped(peg.value)}"


def _shares(value: Fraction, pegs: Sequence[Peg]) -> Iterator[Size]:
    for peg in pegs:
        share = value / peg.value
        if share <= 0 or share < Fraction(1, 10**6) or share > 10:
            continue
        said = f"{_equals(share * 100)}% of {peg}"
        if share < 1:
            said += f", one in {rounded(1 / share)}"
        yield "share", said, f"{grouped(value)} ÷ {grouped(peg.value)}"


def _formula(value: Fraction, turn: _Turn) -> str:
    steps = grouped(value)
    if turn.times != 1:
        steps += f" × {grouped(turn.times)}"
    if turn.by != 1:
        steps += f" ÷ {grouped(turn.by)}"
    return f"{steps}: {turn.why}" if turn.why else steps


def _equals(value: Fraction) -> str:
    shown = rounded(value)
    return ("= " if _is_exact(value) else "≈ ") + shown


def _is_exact(value: Fraction) -> bool:
    written = plain(value)
    return "/" not in written and len(written.partition(".")[2]) <= 2


def rounded(value: Fraction) -> str:
    """Write a value exactly if it is short, else rounded to four figures: ``333.3``, ``42.25 billion``."""
    if _is_exact(value):
        return in_english(value)
    places = 4 - len(str(int(abs(value)))) if abs(value) >= 1 else _first_digit(value) + 2
    if places >= 0:
        short = Fraction(round(value * 10**places), 10**places)
    else:
        short = Fraction(round(value / 10**-places) * 10**-places)
    return in_english(short)


def _first_digit(value: Fraction) -> int:
    """Return the decimal place of the first digit that is not zero, at most 12."""
    return next((p for p in range(1, 13) if abs(value) * 10**p >= 1), 12)
