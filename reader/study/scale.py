"""What figures are compared with: the pegs and the currency of the reader's own settings."""

from __future__ import annotations

from fractions import Fraction

from reader.chinese.numbers.sizes import ALL_WAYS, CHINA, Peg, Rate, Way
from reader.config import Settings


def rate_of(settings: Settings) -> Rate | None:
    """Return the reader's rate of exchange; None until they have set one with its date."""
    if not (settings.currency and settings.currency_rate > 0 and settings.currency_date):
        return None
    # Through its print: 7.1 is 71/10 and not the nearest binary fraction.
    return Rate(settings.currency, Fraction(str(settings.currency_rate)), settings.currency_date)


def pegs_of(settings: Settings) -> tuple[Peg, ...]:
    """Return what people and money are compared with: China, and the reader's own place if they set it."""
    if not (settings.peg and settings.peg_people > 0):
        return (CHINA,)
    return CHINA, Peg(settings.peg, Fraction(settings.peg_people), settings.peg_year or None)


def ways_of(settings: Settings) -> frozenset[Way]:
    """Return the sorts of units that figures are turned into."""
    if settings.scale == "all":
        return ALL_WAYS
    return frozenset(way for way in Way if way.value == settings.scale)
