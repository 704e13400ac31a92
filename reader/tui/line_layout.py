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

from reader.chinese.packed import packed
from reader.chinese.token import AnnotatedText, Kind, Span
from reader.tui.pen import BLANK, FORBIDS_BREAK_BEFORE, FORBIDS_BREAK_BEHIND, NEWLINE, Pen, manners_of
from reader.tui.shapes import Piece, Shape, bare_shape, part_shape, shape

Shown = Callable[[int], bool]
"""Tells of a token, by its index, whether its pinyin is shown."""


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
        self.tokens = packed(annotated.tokens)
        self.words, self.numbers = self.tokens.words, self.tokens.numbers
        self.options = options
        self.line_rows = 2 if options.pinyin_row else 1
        self.width = max(options.width, 4)
        self.indent = min(options.indent, self.width // 4)
        self._first = array("l")  # each line's first token,
        self._offset = array("l")  # where in it the line begins,
        self._top = array("l")  # and the line's first row
        self._opens = bytearray()  # 1 where a paragraph begins
        # The shape of each word, bare and with its pinyin.
        self._shapes: tuple[list[Shape | None], ...] = ([None] * len(self.words), [None] * len(self.words))
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

    def surface(self, index: int) -> str:
        """The characters of a token."""
        return self.words.surfaces[self.numbers[index]]

    def shape(self, index: int, start: int = 0, end: int | None = None) -> Shape:
        """The shape of a token or a part of it under these options."""
        options, surface = self.options, self.surface(index)
        is_shown = options.shown is not None and options.shown(index)
        if start or end not in (None, len(surface)):
            end = len(surface) if end is None else end
            word = self.words[self.numbers[index]]
            return part_shape(word, start, end, is_shown, options.numbers, options.wide_ambiguous)
        return self.whole_shape(self.numbers[index], is_shown)

    def whole_shape(self, number: int, is_shown: bool) -> Shape:
        """The shape of a word, by its number."""
        found = self._shapes[is_shown][number]
        if found is None:
            word, wide = self.words[number], self.options.wide_ambiguous
            found = shape(word, is_shown, self.options.numbers, wide)
            if word.kind is Kind.FIGURE and found.width > self.width:
                found = bare_shape(word.surface, wide)
            self._shapes[is_shown][number] = found
        return found

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
        return Span(self.tokens.start_of(first.index), self.tokens.start_of(last.index + 1))

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
            text = self.surface(index)[start:end]
            if not text.strip():
                form = Shape(0 if "\n" in text else pen.blank(self._cells(text), self.width), ())
                found.append(Placed(index, start, text, pen.edge - form.width, form))
                continue
            form = self.shape(index, start, end)
            column = pen.column(form, manners_of(text))
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
        last, stop = (
            (len(self.numbers), 0) if is_last else (self._first[number + 1], self._offset[number + 1])
        )
        for index in range(first, last):
            yield index, offset if index == first else 0, len(self.surface(index))
        if stop:
            yield last, offset if last == first else 0, stop


class _Breaker:
    """Breaks one text into lines: greedy, with a step back where a break is forbidden."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.numbers = layout.numbers
        self.width = layout.width
        self.index = 0  # the token to place next,
        self.offset = 0  # from here on
        self.pen = Pen(0)
        self.start = 0  # the line's first token
        self.allowed = -1  # the last token of this line that a line may begin with
        self.forbidden = True  # whether a break is forbidden here
        # What of each word its line depends on, bare and with its pinyin.
        self._forms: tuple[list[_Form | None], ...] = tuple([None] * len(layout.words) for _ in range(2))

    def run(self) -> None:
        """Break all; writes into the layout."""
        if not self.numbers:
            return
        self._begin(0, 0, opens=True)
        while self.index < len(self.numbers):
            self._hurry()
            if self.index < len(self.numbers):
                self._step()

    def _hurry(self) -> None:
        """Place tokens for as long as nothing breaks the line: what :meth:`_step` does, in one quick loop."""
        if self.offset:
            return
        numbers, width, (bare, spelt) = self.numbers, self.width, self._forms
        shown = self.layout.options.shown or _none
        edge, characters, pinyin = self.pen.edge, self.pen.characters, self.pen.pinyin
        forbidden, allowed, begun = self.forbidden, self.allowed, self.index
        index = begun - 1
        for index in range(begun, len(numbers)):
            number = numbers[index]
            is_shown = shown(index)
            form = (spelt if is_shown else bare)[number] or self._form(number, is_shown)
            clings, meets, cells, text, spelling, forbids_before, forbids_behind, is_blank = form
            column = characters if clings else edge + (meets and pinyin >= edge)
            if is_blank or column + cells > width:
                break
            if not forbidden and not forbids_before:
                allowed = index
            forbidden = forbids_behind
            characters = column + text
            if spelling:
                pinyin = column + spelling
            edge = max(edge, column + cells)
        else:
            index += 1
        self.index, self.forbidden, self.allowed = index, forbidden, allowed
        if index > begun:
            self.pen.move(edge, characters, pinyin)

    def _form(self, number: int, is_shown: bool) -> _Form:
        shape = self.layout.whole_shape(number, is_shown)
        manners = manners_of(self.layout.words.surfaces[number])
        made = self._forms[is_shown][number] = (
            bool(manners & FORBIDS_BREAK_BEFORE) and not shape.pinyin,
            shape.meets_left,
            shape.width,
            shape.characters[-1].end if shape.characters else 0,
            shape.pinyin[-1].end if shape.pinyin else 0,
            bool(manners & FORBIDS_BREAK_BEFORE),
            bool(manners & FORBIDS_BREAK_BEHIND),
            bool(manners & BLANK),
        )
        return made

    def _begin(self, token: int, offset: int, *, opens: bool = False) -> None:
        self.layout.add_line(token, offset, opens)
        self.index = self.start = token
        self.offset = offset
        self.pen = Pen(self.layout.indent if opens else 0)
        self.allowed = -1
        self.forbidden = True  # nothing stands on the line yet

    def _step(self) -> None:
        """Place one token, or break the line."""
        surface = self.layout.surface(self.index)
        manners = manners_of(surface)
        if manners & BLANK:
            self._blank(surface, manners)
            return
        form = self.layout.shape(self.index, self.offset)
        may_break = not self.forbidden and not manners & FORBIDS_BREAK_BEFORE
        column = self.pen.column(form, manners)
        if column + form.width > self.width:
            self._overflow(may_break)
            return
        if may_break:
            self.allowed = self.index
        self.pen.put(form, column)
        self.forbidden = manners & FORBIDS_BREAK_BEHIND != 0
        self.index, self.offset = self.index + 1, 0

    def _blank(self, surface: str, manners: int) -> None:
        self.index += 1
        if self.pen.is_empty:
            return
        if not manners & NEWLINE:
            self.pen.blank(self.layout._cells(surface), self.width)
            self.forbidden = False
            return
        while self.index < len(self.numbers) and manners_of(self.layout.surface(self.index)) & NEWLINE:
            self.index += 1
        if self.index < len(self.numbers):
            self._begin(self.index, 0, opens=True)

    def _overflow(self, may_break: bool) -> None:
        if may_break:
            self._begin(self.index, 0)
        elif self.allowed > self.start:
            self._begin(self.allowed, 0)
        elif not self.pen.is_empty and self._split_before():
            return
        else:
            self._split()

    def _split_before(self) -> bool:
        """Take the last character of the word before along, so that no closing mark begins the line."""
        last = self.index - 1
        previous = self.layout.words[self.numbers[last]]
        offset = self.layout._offset[-1] if last == self.start else 0
        pieces = bare_shape(previous.surface, False).characters
        if previous.kind in _SPLITTABLE and len(pieces) > 1 and pieces[-1].at > offset:
            self._begin(last, pieces[-1].at)
            return True
        return False

    def _split(self) -> None:
        """Fill the line with as many characters of the token as fit, at least one on an empty line."""
        room = self.width - self.pen.edge
        pieces = bare_shape(self.layout.surface(self.index), False).characters
        starts = [p.at for p in pieces if p.at > self.offset]
        fitting = [at for at in starts if self.layout.shape(self.index, self.offset, at).width <= room]
        if fitting:
            self._begin(self.index, fitting[-1])
        elif not self.pen.is_empty:
            self._begin(self.index, self.offset)
        elif starts:
            self._begin(self.index, starts[0])
        else:  # one character wider than the line: let it stand alone
            self.pen.move(self.width, self.width, -1)
            self.index, self.offset, self.forbidden = self.index + 1, 0, False


_Form = tuple[bool, bool, int, int, int, bool, bool, bool]
"""Whether a word clings to the text before it; whether its pinyin meets what stands there; the cells of all,
of its characters, of its pinyin; which breaks it forbids, before and behind; whether it is white space."""


def _none(_: int) -> bool:
    return False


_SPLITTABLE = (Kind.WORD, Kind.NAME, Kind.FIGURE, Kind.LATIN)


__all__ = ["Layout", "LayoutOptions", "Line", "Piece", "Placed", "Shown"]
