"""A Chinese sentence whose lines break as they should, with some of its words lit up."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.chinese.token import Span
from reader.tui.line_layout import Layout, LayoutOptions
from reader.tui.plain_tokens import plain_text


class SentenceView(Widget):
    """Shows one sentence, as high as it needs to be."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SentenceView { height: auto; width: 1fr; }
    SentenceView > .sentence--lit { background: $accent 30%; text-style: bold underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sentence--lit"}

    def __init__(self, *, id: str | None = None, **more: Any) -> None:
        super().__init__(id=id, **more)
        self._text = plain_text("")
        self._lit: Span | None = None
        self._wide = False
        self._made: Layout | None = None

    def show(self, text: str, lit: Span | None = None, *, wide_ambiguous: bool = False) -> None:
        """Show ``text`` with the characters of ``lit`` lit up."""
        self._text = plain_text(text)
        self._lit = lit
        self._wide = wide_ambiguous
        self._made = None
        self.refresh(layout=True)

    def _layout_for(self, width: int) -> Layout:
        width = max(4, width)
        if self._made is None or self._made.options.width != width:
            options = LayoutOptions(width, indent=0, wide_ambiguous=self._wide)
            self._made = Layout(self._text, options)
        return self._made

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the rows that the sentence needs at a width."""
        return max(1, self._layout_for(width).rows)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        gutter = self.gutter
        layout = self._layout_for(self.content_size.width)
        found = layout.line_at(y - gutter.top)
        base = self.rich_style
        segments = [] if found is None else self._segments(layout, found[0], base)
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def _segments(self, layout: Layout, number: int, base: Style) -> list[Segment]:
        whole = self.get_component_rich_style("sentence--lit")
        lit = base + Style(bgcolor=whole.bgcolor, bold=whole.bold, underline=whole.underline)
        found: list[Segment] = []
        for placed in layout.line(number).placed:
            offset = layout.tokens[placed.index].start + placed.start
            for piece in placed.shape.characters:
                at = offset + piece.at
                style = lit if self._lit is not None and self._lit.start <= at < self._lit.end else base
                if found and found[-1].style == style:
                    found[-1] = Segment(found[-1].text + piece.text, style)
                else:
                    found.append(Segment(piece.text, style))
        return found
