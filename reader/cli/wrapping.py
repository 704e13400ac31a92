"""Lines for a terminal, Chinese and English mixed: broken by cells, marks kept with what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_CLOSING = frozenset("，。！？；：、）》」』】〉〕”’…,.!?;:)]}%％")
_OPENING = frozenset("（《「『【〈〔“‘([{")


def wrap(text: str, width: int, *, is_english: bool = False) -> Iterator[str]:
    """Yield the lines of a paragraph, none wider than ``width`` cells unless one unit is.

    A run of digits or Latin letters is not broken, nor are Chinese words that stand in an English text.
    No closing mark begins a line, no opening one ends it.
    """
    line = ""
    for unit in re.findall(r"\S+|\s+", text) if is_english else _units(text):
        if line.strip() and cell_len(line) + cell_len(unit.rstrip(" ")) > width:
            yield line.rstrip(" ")
            line = unit.lstrip(" ")
        else:
            line += unit
    if line.strip():
        yield line.rstrip(" ")


def _units(text: str) -> Iterator[str]:
    """Yield what must stay on one line: a character with the marks around it, or a run of letters."""
    unit = ""
    for character in text:
        joins = unit and (character in _CLOSING or unit[-1] in _OPENING or _is_run(unit[-1], character))
        if unit and not joins:
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _is_run(left: str, right: str) -> bool:
    """Letters (with their accents), digits and signs side by side are one word; wide characters are not."""
    return not (left.isspace() or right.isspace()) and cell_len(left) <= 1 and cell_len(right) <= 1
