"""Where the word cursor can stand, and where it goes from there. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.chinese.packed import packed
from reader.chinese.token import Kind, Token
from reader.tui.line_layout import Layout, Placed

_STOPS = frozenset((Kind.WORD, Kind.NAME, Kind.FIGURE, Kind.LATIN))


class Stops:
    """The tokens that the cursor stops at: words, names, figures and foreign words."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = packed(tokens)
        self._numbers = self._tokens.numbers
        self._is_stop = [word.kind in _STOPS for word in self._tokens.words]

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self._is_one(index)

    def _is_one(self, index: int) -> bool:
        return 0 <= index < len(self._numbers) and self._is_stop[self._numbers[index]]

    def first(self) -> int | None:
        """The first stop of the text."""
        return self.seek(-1, 1)

    def last(self) -> int | None:
        """The last stop of the text."""
        return self.seek(len(self._numbers), -1)

    def step(self, index: int, by: int) -> int:
        """Return the stop ``by`` stops on (back where negative), the text's end at most."""
        for _ in range(abs(by)):
            found = self.seek(index, 1 if by > 0 else -1)
            if found is None:
                break
            index = found
        return index

    def at_offset(self, offset: int) -> int | None:
        """Return the stop that holds a character offset, or the next one behind it, or the last."""
        here = self._tokens.index_at(offset) if self._tokens else -1
        found = self.seek(here - 1, 1)
        return self.last() if found is None else found

    def seek(self, index: int, direction: int, wanted: Callable[[int], bool] | None = None) -> int | None:
        """Return the next stop (previous where ``direction`` is -1), the next one that is wanted if said."""
        at = index + direction
        while 0 <= at < len(self._numbers):
            if self._is_stop[self._numbers[at]] and (wanted is None or wanted(at)):
                return at
            at += direction
        return None

    def vertical(self, layout: Layout, index: int, lines: int, column: float) -> int:
        """Return the stop nearest to ``column`` so many lines away, or on the last line that has one."""
        here = layout.line_of(index)
        goal = max(0, min(len(layout) - 1, here + lines))
        direction = 1 if lines > 0 else -1
        for number in [*range(goal, len(layout) if direction > 0 else -1, direction)]:
            if found := self.nearest(layout, number, column):
                return found.index
        return index

    def nearest(self, layout: Layout, number: int, column: float) -> Placed | None:
        """Return the stop of a line that is nearest to a column."""
        here = [placed for placed in layout.line(number).placed if placed.index in self]
        return min(here, key=lambda placed: abs((placed.column + placed.end) / 2 - column), default=None)

    def edge(self, layout: Layout, index: int, last: bool) -> int:
        """Return the first or last stop of the line on which a token begins."""
        here = [p.index for p in layout.line(layout.line_of(index)).placed if p.index in self]
        return (here[-1] if last else here[0]) if here else index
