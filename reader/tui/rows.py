"""Rows of plain text with styles: nothing of a text's own is ever read as markup."""

from __future__ import annotations

from textual.content import Content

from reader.text import clean_line

LEVEL_NAMES = {"3": "HSK 3", "5": "HSK 5", "news": "News", "text": "Text"}


def level_name(level: str) -> str:
    """Return the name of a version's level: ``"3"`` is HSK 3, ``"c12"`` chapter 12."""
    if level[:1] == "c" and level[1:].isdigit():
        return f"Chapter {int(level[1:])}"
    return LEVEL_NAMES.get(level, level)


def shown_level(level: str) -> str:
    """Return the name of a level to stand beside a title; "" for a text that has no levels."""
    return "" if level == "text" else level_name(level)


def styled(*parts: str | tuple[str, str]) -> Content:
    """Return content of strings and (string, style) pairs, each cleaned, on one line."""
    return Content.assemble(
        *[_clean(part) if isinstance(part, str) else (_clean(part[0]), part[1]) for part in parts]
    )


def _clean(text: str) -> str:
    """One line, but blanks at either end stay: they part neighbours."""
    if not text.strip():
        return " " * len(text)
    front = " " * (len(text) - len(text.lstrip(" ")))
    behind = " " * (len(text) - len(text.rstrip(" ")))
    return front + clean_line(text) + behind


def split_row(left: Content, right: Content, width: int) -> Content:
    """Return one row of ``width`` cells: ``left`` cut as needed, ``right`` at the right edge."""
    room = max(0, width - right.cell_length - 2)
    shown = left.truncate(room, ellipsis=True) if left.cell_length > room else left
    blank = max(1, width - shown.cell_length - right.cell_length)
    return Content.assemble(shown, " " * blank, right).truncate(width)


def bar(share: float, cells: int = 10, colour: str = "$success") -> tuple[tuple[str, str], tuple[str, str]]:
    """Draw a share, 0 to 1, as two stretches of ground; the number belongs beside it."""
    full = round(max(0.0, min(1.0, share)) * cells)
    return (" " * full, f"reverse {colour}"), (" " * (cells - full), "on $foreground 15%")
