"""Paint one row of a laid-out line as segments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from reader.chinese.pinyin.spelling import reading
from reader.chinese.token import Kind, Span, Token
from reader.tui.familiarity import NewWords
from reader.tui.line_layout import Layout, Line, Placed
from reader.tui.shapes import Piece, cells_of


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of a text; each adds to ``base``."""

    base: Style
    pinyin: Style
    unsure: Style
    figure: Style
    unknown: Style
    cursor: Style
    cursor_pinyin: Style
    hover: Style
    proof: Style
    sentence: Style
    faint: Style


PARTS = ("pinyin", "unsure", "faint", "figure", "unknown", "cursor", "cursor-pinyin", "hover")
GROUNDS = ("proof", "sentence")


def palette_of(widget: Widget, prefix: str) -> Palette:
    """Return the styles that a widget's CSS gives its component classes ``prefix`` + name of the part."""

    def ground(name: str) -> Style:
        whole = widget.get_component_rich_style(prefix + name)
        return Style(bgcolor=whole.bgcolor, bold=whole.bold or None, underline=whole.underline or None)

    parts: dict[str, Style] = {
        name.replace("-", "_"): widget.get_component_rich_style(prefix + name, partial=True) for name in PARTS
    }
    return Palette(widget.rich_style, **parts, **{name: ground(name) for name in GROUNDS})


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the text. Token indexes and character offsets; -1 and None: nothing."""

    cursor: int = -1
    hover: int = -1
    proof: Span | None = None
    sentence: Span | None = None
    pinyin_at_cursor: bool = False


class Painter:
    """Paints rows. ``new`` words get their quiet colour, and with ``fades`` some of them faint pinyin."""

    def __init__(
        self,
        layout: Layout,
        palette: Palette,
        new: NewWords,
        *,
        fades: bool = False,
    ) -> None:
        self._layout = layout
        self._palette = palette
        self._new = new
        self._fades = fades

    def segments(self, line: Line, is_pinyin: bool, marks: Marks, margin: int, width: int) -> list[Segment]:
        """Return the segments of a row, ``width`` cells in all; blanks are segments of their own."""
        found = [Segment(" " * margin, self._palette.base)] if margin else []
        column = 0
        for start, text, cells, style, gap in self._pieces(line, is_pinyin, marks):
            if start > column:
                found.append(Segment(" " * (start - column), gap))
            elif found and text and found[-1].style == style:
                text = found.pop().text + text
            if text:
                found.append(Segment(text, style))
            column = start + cells
        rest = width - margin - column
        if rest > 0:
            found.append(Segment(" " * rest, self._palette.base))
        return found

    def _pieces(
        self, line: Line, is_pinyin: bool, marks: Marks
    ) -> Iterator[tuple[int, str, int, Style, Style]]:
        """Yield (column, text, cells, its style, the style of the blank before it)."""
        column = 0
        ground = self._palette.base
        for placed in line.placed:
            token = self._layout.tokens[placed.index]
            pieces = self._row(placed, is_pinyin, marks)
            if pieces and placed.column > column:
                between = self._between(token, placed, marks) if placed.start == 0 else ground
                yield placed.column, "", 0, between, between
            for piece in pieces:
                style = self._style(token, placed, piece, is_pinyin, marks)
                ground = self._blank(style)
                column = placed.column + piece.end
                yield placed.column + piece.column, piece.text, piece.cells, style, ground
            if pieces and not is_pinyin and placed.end > column:
                yield placed.end, "", 0, ground, ground
                column = placed.end

    def _row(self, placed: Placed, is_pinyin: bool, marks: Marks) -> tuple[Piece, ...]:
        if not is_pinyin:
            return placed.shape.characters
        if marks.pinyin_at_cursor and placed.index == marks.cursor and placed.start == 0:
            return self._lone_reading(placed)
        return placed.shape.pinyin

    def _lone_reading(self, placed: Placed) -> tuple[Piece, ...]:
        """The reading over the word under the cursor, where the rest of the row is empty."""
        options = self._layout.options
        text = reading(self._layout.tokens[placed.index], options.numbers)
        cells = cells_of(text, options.wide_ambiguous)
        if not text or cells > self._layout.width:
            return ()
        return (Piece(text, min(0, self._layout.width - cells - placed.column), cells),)

    def _style(self, token: Token, placed: Placed, piece: Piece, is_pinyin: bool, marks: Marks) -> Style:
        palette = self._palette
        style = self._ground(token.start + placed.start + piece.at, marks, palette.base)
        if is_pinyin:
            style += palette.pinyin
            if not token.sure:
                style += palette.unsure
            if self._fades and self._new.is_faint(placed.index):
                style += palette.faint
        elif token.kind is Kind.FIGURE:
            style += palette.figure
        elif self._new.is_new(placed.index):
            style += palette.unknown
        if placed.index == marks.cursor:
            style += palette.cursor_pinyin if is_pinyin else palette.cursor
        elif placed.index == marks.hover:
            style += palette.hover
        return style + Style.from_meta({"token": placed.index})

    def _between(self, token: Token, placed: Placed, marks: Marks) -> Style:
        """The blank before a token belongs to a highlight only where both its sides do."""
        offset = token.start + placed.start
        before = self._ground(offset - 1, marks, Style())
        here = self._ground(offset, marks, Style())
        return self._palette.base + here if before == here else self._palette.base

    def _ground(self, offset: int, marks: Marks, style: Style) -> Style:
        if marks.sentence and marks.sentence.start <= offset < marks.sentence.end:
            style += self._palette.sentence
        if marks.proof and marks.proof.start <= offset < marks.proof.end:
            style += self._palette.proof
        return style

    @staticmethod
    def _blank(style: Style) -> Style:
        """Blanks inside a word carry its ground, not its underline."""
        return style + Style(underline=False, italic=False)
