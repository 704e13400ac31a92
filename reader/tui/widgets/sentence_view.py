"""A Chinese sentence whose lines break as they should, with some of its words lit up, and pinyin."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.chinese.token import AnnotatedText, Span
from reader.tui.line_layout import Layout, LayoutOptions
from reader.tui.plain_tokens import plain_text


class SentenceView(Widget):
    """Shows one sentence, as high as it needs to be."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SentenceView { height: auto; width: 1fr; }
    SentenceView > .sentence--lit { background: $accent 30%; text-style: bold underline; }
    SentenceView > .sentence--pinyin { color: $quiet; text-style: none; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sentence--lit", "sentence--pinyin"}

    def __init__(self, *, id: str | None = None, **more: Any) -> None:
        super().__init__(id=id, **more)
        self._text = plain_text("")
        self._lit: Span | None = None
        self._wide = self._has_pinyin = self._numbers = False
        self._made: Layout | None = None

    def show(
        self,
        text: str,
        lit: Span | None = None,
        *,
        wide_ambiguous: bool = False,
        annotated: AnnotatedText | None = None,
        numbers: bool = False,
    ) -> None:
        """Show ``text`` with the characters of ``lit`` lit up; with its words given, pinyin over them.

        ``numbers`` writes tones as numbers.
        """
        self._text = annotated or plain_text(text)
        self._has_pinyin, self._numbers = annotated is not None, numbers
        self._lit = lit
        self._wide = wide_ambiguous
        self._made = None
        self.refresh(layout=True)

    def _layout_for(self, width: int) -> Layout:
        width = max(4, width)
        if self._made is None or self._made.options.width != width:
            options = LayoutOptions(
                width,
                indent=0,
                wide_ambiguous=self._wide,
                pinyin_row=self._has_pinyin,
                shown=(lambda _: True) if self._has_pinyin else None,
                numbers=self._numbers,
            )
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
        if found is None:
            return Strip([]).adjust_cell_length(self.content_size.width, base)
        number, row = found
        is_pinyin = self._has_pinyin and row == 0
        segments = self._segments(layout, number, base, is_pinyin=is_pinyin)
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def _segments(self, layout: Layout, number: int, base: Style, *, is_pinyin: bool) -> list[Segment]:
        whole = self.get_component_rich_style("sentence--lit")
        lit = base + Style(bgcolor=whole.bgcolor, bold=whole.bold, underline=whole.underline)
        if is_pinyin:
            quiet = self.get_component_rich_style("sentence--pinyin")
            base = lit = Style(color=quiet.color, bgcolor=base.bgcolor)
        found: list[Segment] = []
        column = 0
        for placed in layout.line(number).placed:
            offset = layout.tokens.start_of(placed.index) + placed.start
            pieces = placed.shape.pinyin if is_pinyin else placed.shape.characters
            for piece in pieces:
                at, start = offset + piece.at, placed.column + piece.column
                if start > column:
                    # Blanks are segments of their own, so that hanzi stay in their columns.
                    found.append(Segment(" " * (start - column), base))
                style = lit if self._lit is not None and self._lit.start <= at < self._lit.end else base
                if found and found[-1].style == style and start == column and column:
                    found[-1] = Segment(found[-1].text + piece.text, style)
                else:
                    found.append(Segment(piece.text, style))
                column = start + piece.cells
        return found
