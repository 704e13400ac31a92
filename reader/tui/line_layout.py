"""Annotated text and a width in, lines of placed tokens out. Pure: no screen is needed.

Lines break between words, never before a closing mark nor behind an opening one (避头尾); only a
word longer than a line is split. Breaking keeps two numbers a line, so that a million characters
are quick; where things stand on a line is worked out when the line is drawn.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.chinese.token import AnnotatedText, Kind, Span, Token
from reader.tui.shapes import NO_END, NO_START, Piece, Shape, bare_shape, part_shape, shape

Shown = Callable[[Token], bool]

_FORBIDS_BREAK_BEFORE, _FORBIDS_BREAK_BEHIND, _BLANK, _NEWLINE = 1, 2, 4, 8


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How to lay out. ``width`` and ``indent`` are cells.

    ``pinyin_row`` keeps a row above each line; ``shown`` tells which tokens widen to hold their
    pinyin (None: none does). ``wide_ambiguous`` counts ambiguous characters as two cells.
    ``spacing`` is how many blank rows follow each line.
    """

    width: int
    pinyin_row: bool = False
    shown: Shown | None = None
    numbers: bool = False
    wide_ambiguous: bool = False
    indent: int = 4
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A token (or the part of it) that stands on a line, from ``column`` on.

    ``index`` is the token's place in the text's tokens; ``start`` the offset of the part in the
    token. Columns of the shape count from ``column``; offsets of its pieces from ``start``.
    """

    index: int
    start: int
    text: str
    column: int
    shape: Shape

    @property
    def end(self) -> int:
        """The column just behind the token."""
        return self.column + self.shape.width


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. ``top`` is its first row on the screen."""

    number: int
    top: int
    placed: tuple[Placed, ...]

    @property
    def text(self) -> str:
        """The line's share of the text, blanks and line ends included."""
        return "".join(placed.text for placed in self.placed)

    @property
    def width(self) -> int:
        """The cells that the line takes."""
        ends = [placed.column + piece.end for placed in self.placed for piece in placed.shape.pinyin]
        return max([*ends, *(placed.end for placed in self.placed)], default=0)


class Layout:
    """A text broken into lines.

    Rows count from 0. A line has ``line_rows`` rows; a blank row parts paragraphs.
    """

    def __init__(self, annotated: AnnotatedText, options: LayoutOptions) -> None:
        self.tokens = annotated.tokens
        self.options = options
        self.line_rows = 2 if options.pinyin_row else 1
        self.width = max(options.width, 4)
        self.indent = min(options.indent, self.width // 4)
        self._first = array("l")  # each line's first token,
        self._offset = array("l")  # where in it the line begins,
        self._top = array("l")  # and the line's first row
        self._opens = bytearray()  # 1 where a paragraph begins
        self._shapes: dict[tuple[str, str], Shape] = {}
        _Breaker(self).run()
        self.line = lru_cache(maxsize=512)(self._line)

    def __len__(self) -> int:
        return len(self._first)

    @property
    def rows(self) -> int:
        """How many rows the whole text takes."""
        return self._top[-1] + self.line_rows if self._top else 0

    def add_line(self, token: int, offset: int, opens: bool) -> None:
        """Begin a line (used while breaking)."""
        top = self._top[-1] + self.line_rows + self.options.spacing + opens if self._top else 0
        self._first.append(token)
        self._offset.append(offset)
        self._top.append(top)
        self._opens.append(opens)

    def shape(self, token: Token, start: int = 0, end: int | None = None) -> Shape:
        """The shape of a token or a part of it under these options."""
        options = self.options
        if options.shown is None:
            return bare_shape(token.surface[start:end], options.wide_ambiguous)
        is_shown = options.shown(token)
        if start or end not in (None, len(token.surface)):
            end = len(token.surface) if end is None else end
            return part_shape(token, start, end, is_shown, options.numbers, options.wide_ambiguous)
        key = (token.surface, token.pinyin if is_shown else "")
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._whole_shape(token, is_shown)
        return found

    def _whole_shape(self, token: Token, is_shown: bool) -> Shape:
        whole = shape(token, is_shown, self.options.numbers, self.options.wide_ambiguous)
        too_wide = token.kind is Kind.FIGURE and whole.width > self.width
        return bare_shape(token.surface, self.options.wide_ambiguous) if too_wide else whole

    def line_at(self, row: int) -> tuple[int, int] | None:
        """Return (line, row within it) at a row; None on a blank row or outside the text."""
        number = bisect_right(self._top, row) - 1
        if number < 0 or row - self._top[number] >= self.line_rows:
            return None
        return number, row - self._top[number]

    def nearest_line(self, row: int) -> int:
        """Return the line at a row, or the one before it where the row is blank."""
        return max(0, min(len(self) - 1, bisect_right(self._top, row) - 1))

    def span_of(self, top: int, height: int) -> Span:
        """Return the part of the text on ``height`` rows from ``top`` on."""
        found = [at[0] for row in range(top, top + height) if (at := self.line_at(row)) is not None]
        if not found:
            return Span(0, 0)
        first, last = self.line(found[0]).placed[0], self.line(found[-1]).placed[-1]
        return Span(self.tokens[first.index].start, self.tokens[last.index].end)

    def line_of(self, token: int) -> int:
        """Return the number of the line on which a token begins."""
        number = bisect_right(self._first, token) - 1
        while number > 0 and self._first[number] == token and self._offset[number] > 0:
            number -= 1
        return max(number, 0)

    def top_of(self, line: int) -> int:
        """Return the first row of a line."""
        return self._top[line]

    def _line(self, number: int) -> Line:
        return Line(number, self._top[number], tuple(self._place(number)))

    def _place(self, number: int) -> list[Placed]:
        pen = Pen(self.indent if self._opens[number] else 0)
        found: list[Placed] = []
        for index, start, end in self._parts(number):
            token = self.tokens[index]
            text = token.surface[start:end]
            if not text.strip():
                form = Shape(0 if "\n" in text else pen.blank(self._cells(text), self.width), ())
                found.append(Placed(index, start, text, pen.edge - form.width, form))
                continue
            form = self.shape(token, start, end)
            column = pen.column(form, _manners(text))
            if found and column < found[-1].end:
                found[-1] = replace(
                    found[-1], shape=replace(found[-1].shape, width=column - found[-1].column)
                )
            found.append(Placed(index, start, text, column, form))
            pen.put(form, column)
        return found

    def _cells(self, text: str) -> int:
        return bare_shape(text, self.options.wide_ambiguous).width

    def _parts(self, number: int) -> Iterator[tuple[int, int, int]]:
        """Yield (token, start, end) for what stands on a line."""
        first, offset = self._first[number], self._offset[number]
        is_last = number + 1 == len(self)
        last, stop = (len(self.tokens), 0) if is_last else (self._first[number + 1], self._offset[number + 1])
        for index in range(first, last):
            yield index, offset if index == first else 0, len(self.tokens[index].surface)
        if stop:
            yield last, offset if last == first else 0, stop


class Pen:
    """Where on a line the next token goes.

    A token goes behind all that stands there, with a blank where its pinyin would run into its
    neighbour's. A closing mark goes right behind the last character, under the end of its pinyin.
    """

    __slots__ = ("_characters", "_pinyin", "edge", "is_empty")

    def __init__(self, column: int) -> None:
        self.edge = self._characters = column
        self._pinyin = -1  # where the last pinyin ends
        self.is_empty = True

    def column(self, form: Shape, manners: int) -> int:
        """Return the column for a token of that shape and these manners."""
        if manners & _FORBIDS_BREAK_BEFORE and not form.pinyin:
            return self._characters
        return self.edge + (self._pinyin >= self.edge and form.meets_left)

    def put(self, form: Shape, column: int) -> None:
        """Take note of a token that now stands at ``column``."""
        self._characters = column + (form.characters[-1].end if form.characters else 0)
        if form.pinyin:
            self._pinyin = column + form.pinyin[-1].end
        self.edge = max(self.edge, column + form.width)
        self.is_empty = False

    def move(self, column: int) -> None:
        """Take note of tokens without pinyin that reach up to ``column``."""
        self.edge = self._characters = column
        self.is_empty = False

    def blank(self, cells: int, width: int) -> int:
        """Leave a blank and return its cells: none at the line's start, and none beyond ``width``."""
        if self.is_empty:
            return 0
        cells = max(0, min(cells, width - self.edge))
        self.edge = self._characters = self.edge + cells
        return cells


class _Breaker:
    """Breaks one text into lines: greedy, with a step back where a break is forbidden."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.width = layout.width
        self.index = 0  # the token to place next,
        self.offset = 0  # from here on
        self.pen = Pen(0)
        self.start = 0  # the line's first token
        self.allowed = -1  # the last token of this line that a line may begin with

    def run(self) -> None:
        """Break all; writes into the layout."""
        if not self.tokens:
            return
        self._begin(0, 0, opens=True)
        self._fill_plain() if self.layout.options.shown is None else self._fill()

    def _begin(self, token: int, offset: int, *, opens: bool = False) -> None:
        self.layout.add_line(token, offset, opens)
        self.index = self.start = token
        self.offset = offset
        self.pen = Pen(self.layout.indent if opens else 0)
        self.allowed = -1
        self.forbidden = True  # nothing stands on the line yet

    def _fill_plain(self) -> None:
        """The quick way without pinyin: widths by surface, no gaps."""
        known: dict[str, tuple[int, int]] = {}
        tokens, count, width, wide = (
            self.tokens,
            len(self.tokens),
            self.width,
            self.layout.options.wide_ambiguous,
        )
        while self.index < count:
            column, forbidden, allowed = self.pen.edge, self.forbidden, self.allowed
            begun = self.index
            for index in range(begun, count):
                surface = tokens[index].surface
                facts = known.get(surface)
                if facts is None:
                    facts = known[surface] = (bare_shape(surface, wide).width, _manners(surface))
                cells, manners = facts
                if self.offset or manners >= _BLANK or column + cells > width:
                    break
                if not forbidden and not manners & _FORBIDS_BREAK_BEFORE:
                    allowed = index
                forbidden = manners & _FORBIDS_BREAK_BEHIND != 0
                column += cells
            else:
                return
            self.index, self.forbidden, self.allowed = index, forbidden, allowed
            if index > begun:
                self.pen.move(column)
            self._step()

    def _fill(self) -> None:
        while self.index < len(self.tokens):
            self._step()

    def _step(self) -> None:
        """Place one token, or break the line."""
        token = self.tokens[self.index]
        manners = _manners(token.surface)
        if manners & _BLANK:
            self._blank(token, manners)
            return
        form = self.layout.shape(token, self.offset)
        may_break = not self.forbidden and not manners & _FORBIDS_BREAK_BEFORE
        column = self.pen.column(form, manners)
        if column + form.width > self.width:
            self._overflow(token, may_break)
            return
        if may_break:
            self.allowed = self.index
        self.pen.put(form, column)
        self.forbidden = manners & _FORBIDS_BREAK_BEHIND != 0
        self.index, self.offset = self.index + 1, 0

    def _blank(self, token: Token, manners: int) -> None:
        self.index += 1
        if self.pen.is_empty:
            return
        if not manners & _NEWLINE:
            self.pen.blank(self.layout._cells(token.surface), self.width)
            self.forbidden = False
            return
        while self.index < len(self.tokens) and _manners(self.tokens[self.index].surface) & _NEWLINE:
            self.index += 1
        if self.index < len(self.tokens):
            self._begin(self.index, 0, opens=True)

    def _overflow(self, token: Token, may_break: bool) -> None:
        if may_break:
            self._begin(self.index, 0)
        elif self.allowed > self.start:
            self._begin(self.allowed, 0)
        elif not self.pen.is_empty and self._split_before():
            return
        else:
            self._split(token)

    def _split_before(self) -> bool:
        """Take the last character of the word before along, so that no closing mark begins the line."""
        last = self.index - 1
        previous = self.tokens[last]
        offset = self.layout._offset[-1] if last == self.start else 0
        pieces = bare_shape(previous.surface, False).characters
        if previous.kind in _SPLITTABLE and len(pieces) > 1 and pieces[-1].at > offset:
            self._begin(last, pieces[-1].at)
            return True
        return False

    def _split(self, token: Token) -> None:
        """Fill the line with as many characters of the token as fit, at least one on an empty line."""
        room = self.width - self.pen.edge
        pieces = bare_shape(token.surface, False).characters
        starts = [p.at for p in pieces if p.at > self.offset]
        fitting = [at for at in starts if self.layout.shape(token, self.offset, at).width <= room]
        if fitting:
            self._begin(self.index, fitting[-1])
        elif not self.pen.is_empty:
            self._begin(self.index, self.offset)
        elif starts:
            self._begin(self.index, starts[0])
        else:  # one character wider than the line: let it stand alone
            self.pen.move(self.width)
            self.index, self.offset, self.forbidden = self.index + 1, 0, False


_SPLITTABLE = (Kind.WORD, Kind.NAME, Kind.FIGURE, Kind.LATIN)


@lru_cache(maxsize=50_000)
def _manners(surface: str) -> int:
    """Which breaks a surface forbids, and whether it is white space or ends a paragraph."""
    if not surface.strip():
        return _BLANK | (_NEWLINE if "\n" in surface else 0)
    return (surface[0] in NO_START) * _FORBIDS_BREAK_BEFORE | (surface[-1] in NO_END) * _FORBIDS_BREAK_BEHIND


__all__ = ["Layout", "LayoutOptions", "Line", "Piece", "Placed", "Shown"]
