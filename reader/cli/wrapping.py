"""Chinese lines for a terminal: broken by cells, no closing mark begins a line, no opening mark ends one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

_CLOSING = frozenset("，。！？；：、）》」』】〉〕”’…,.!?;:)]}%％")
_OPENING = frozenset("（《「『【〈〔“‘([{")


def wrap_chinese(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph, none wider than ``width`` cells unless one unit is.

    A run of digits or Latin letters is not broken; marks stay with the character that they close or open.
    """
    line = ""
    for unit in _units(text):
        if line and cell_len(line) + cell_len(unit) > width:
            yield line
            line = unit.lstrip(" ")
        else:
            line += unit
    if line:
        yield line


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
    return left.isascii() and right.isascii() and not left.isspace() and not right.isspace()
