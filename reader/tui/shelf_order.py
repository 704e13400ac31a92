"""In what order the library stands: newest first, by section, or what is best known first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.study import ShelfRow

ORDERS = ("newest", "section", "ready")
ORDER_NAMES = {"newest": "newest first", "section": "by section", "ready": "best known first"}
OWN = "Your own texts"
NO_SECTION = "Other"

#: The share of running words known, 0 to 1, by slug and level of a version; only what is counted so far.
Known = Mapping[tuple[str, str], float]


def arranged(
    rows: Sequence[ShelfRow], order: str, known: Known, reader_level: int
) -> list[tuple[str, list[ShelfRow]]]:
    """Return groups of rows, each with a heading ("" for none); ``rows`` come newest first.

    What isn't counted yet, and what the reader has none of, comes last.
    """
    if order == "section":
        return list(_sections(rows))
    if order == "ready":
        return [("", sorted(rows, key=lambda row: -_readiness(row, known, reader_level)))]
    return [("", list(rows))]


def _sections(rows: Sequence[ShelfRow]) -> Iterator[tuple[str, list[ShelfRow]]]:
    """Group by section, the one with the newest article first; the reader's own texts are one group."""
    groups: dict[str, list[ShelfRow]] = {}
    for row in rows:
        groups.setdefault(OWN if row.own else row.section or NO_SECTION, []).append(row)
    last = groups.pop(NO_SECTION, None)
    yield from groups.items()
    if last:
        yield NO_SECTION, last


def _readiness(row: ShelfRow, known: Known, reader_level: int) -> float:
    return known.get((row.slug, row.opens(reader_level)), -1.0)
