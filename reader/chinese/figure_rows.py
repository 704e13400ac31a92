"""A figure as a row of plain values, wherever it stands: the same figure, the same row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from fractions import Fraction
from typing import Any

from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

Row = tuple[Any, ...]
"""Strings, numbers and None: first where it stands, counted from the start of its token, then what it is."""

_PLACES = ("start", "end", "span_start", "span_end")
_OTHERS = tuple(f.name for f in fields(Quantity) if f.name not in _PLACES)


def figure_row(quantity: Quantity, start: int) -> Row:
    """Return the row of a figure whose token begins at ``start``."""
    places = [getattr(quantity, name) for name in _PLACES]
    values = [getattr(quantity, name) for name in _OTHERS]
    # None for no such place, which a quantity says by -1: counted from the token, -1 may be a bound word.
    return (
        *(place - start if place >= 0 else None for place in places),
        *(str(value) if isinstance(value, Fraction) else value for value in values),
    )


def hashable(row: Sequence[Any]) -> Row:
    """Return a row as it was made, not as it came out of JSON."""
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)


def figure_at(row: Sequence[Any], start: int) -> Quantity:
    """Return the figure of a row whose token begins at ``start``."""
    places: dict[str, Any] = {
        name: -1 if at is None else at + start for name, at in zip(_PLACES, row, strict=False)
    }
    told: dict[str, Any] = dict(zip(_OTHERS, row[len(_PLACES) :], strict=True))
    for name in ("value", "low", "high"):
        told[name] = None if told[name] is None else Fraction(told[name])
    told["kind"], told["bound"] = FigureKind(told["kind"]), Bound(told["bound"])
    told["syllables"] = tuple(told["syllables"])
    return Quantity(**places, **told)
