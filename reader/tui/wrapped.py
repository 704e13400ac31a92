"""Chinese in a list's row, broken as it should be: no line begins with a closing mark."""

from __future__ import annotations

from itertools import pairwise

from textual.content import Content

from reader.chinese.token import Span
from reader.text import clean_line
from reader.tui.line_layout import Layout, LayoutOptions
from reader.tui.plain_tokens import plain_text


def wrapped(text: str, width: int, lit: Span | None = None, look: str = "", lit_look: str = "") -> Content:
    """Return ``text`` in lines of up to ``width`` cells, the characters of ``lit`` in their own look."""
    layout = Layout(plain_text(text), LayoutOptions(max(4, width), indent=0))
    lines = []
    for number in range(len(layout)):
        placed = layout.line(number).placed
        if placed:
            first, last = placed[0], placed[-1]
            start = layout.tokens.start_of(first.index) + first.start
            end = layout.tokens.start_of(last.index) + last.start + len(last.text)
            end = start + len(text[start:end].rstrip())  # a line may end in a blank, which draws nothing
            lines.append(_line(text, start, end, lit or Span(0, 0), look, lit_look))
    return Content("\n").join(lines)


def _line(text: str, start: int, end: int, lit: Span, look: str, lit_look: str) -> Content:
    cuts = sorted({start, end, *(cut for cut in (lit.start, lit.end) if start < cut < end)})
    parts = [
        (clean_line(text[a:b]), lit_look if lit.start <= a < lit.end else look) for a, b in pairwise(cuts)
    ]
    return Content.assemble(*parts)
