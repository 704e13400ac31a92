"""What a figure is: value, bound, kind, unit and its exact span."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Bound(StrEnum):
    """How the value is meant. ``OVER`` is 余/多: from the value up to its next round step."""

    EXACT = "exact"
    OVER = "over"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    ABOUT = "about"
    UNDER = "under"
    VAGUE = "vague"


class FigureKind(StrEnum):
    """What sort of figure it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    DECIMAL = "decimal"
    PERCENT = "percent"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    CHANGE = "change"
    RANGE = "range"
    RATIO = "ratio"
    DATE = "date"
    YEAR = "year"
    TIME = "time"
    DIGITS = "digits"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure in a text.

    ``text`` is the figure as written, without its measure word; ``start`` and ``end`` are character
    offsets in the text it was found in. ``value`` is exact, None where none can be given (几十, a range);
    ``low`` and ``high`` are the ends of a range, or of what the bound allows (None: open).
    ``span_end`` is where the measure word or unit behind it ends, ``span_start`` where a bound word
    before it (超过, 近) begins. ``hanzi`` and ``pinyin`` read exactly ``text``; ``syllables`` are the
    reading's syllables in tone numbers (``yi1``).
    """

    text: str
    start: int
    end: int
    value: Fraction | None
    kind: FigureKind
    bound: Bound = Bound.EXACT
    low: Fraction | None = None
    high: Fraction | None = None
    scale: str = ""
    measure: str | None = None
    unit: str | None = None
    direction: str | None = None  # "up" or "down" for changes
    hanzi: str = ""
    pinyin: str = ""
    syllables: tuple[str, ...] = ()
    span_start: int = -1
    span_end: int = -1
