"""The first page of a text that is still being prepared: bare of pinyin, but it can be read."""

from __future__ import annotations

from textual.content import Content

from reader.tui.wrapped import wrapped

MARGIN = 3
_WIDEST = 100


def plain_page(text: str, offset: int, width: int, height: int) -> Content:
    """Return as much of ``text`` as fits, from the paragraph on that ``offset`` is in."""
    width = min(width - 2 * MARGIN, _WIDEST)
    start = text.rfind("\n", 0, offset) + 1
    lines: list[Content] = []
    for paragraph in text[start : start + width * height].split("\n"):
        lines += [*wrapped(paragraph, width).split("\n"), Content("")]
        if len(lines) >= height:
            break
    return Content("\n").join(lines[:height])
