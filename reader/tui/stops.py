"""Where the word cursor can stand, and where it goes from there. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from reader.chinese.token import Kind, Token
from reader.tui.line_layout import Layout, Placed

_STOPS = frozenset((Kind.WORD, Kind.NAME, Kind.FIGURE, Kind.LATIN))


class Stops:
    """The tokens that the cursor stops at: words, names, figures and foreign words."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._stops = [index for index, token in enumerate(tokens) if token.kind in _STOPS]

    def __len__(self) -> int:
        return len(self._stops)

    def __contains__(self, index: object) -> bool:
        if not isinstance(index, int):
            return False
        at = bisect_left(self._stops, index)
        return at < len(self._stops) and self._stops[at] == index

    def first(self) -> int | None:
        """The first stop of the text."""
        return self._stops[0] if self._stops else None

    def last(self) -> int | None:
        """The last stop of the text."""
        return self._stops[-1] if self._stops else None

    def step(self, index: int, by: int) -> int:
        """Return the stop ``by`` stops on (back where negative), the text's end at most."""
        if not self._stops:
            return index
        at = bisect_left(self._stops, index)
        return self._stops[max(0, min(len(self._stops) - 1, at + by))]

    def at_offset(self, offset: int) -> int | None:
        """Return the stop that holds a character offset, or the next one behind it."""
        if not self._stops:
            return None
        at = bisect_right(self._stops, offset, key=lambda index: self._tokens[index].start) - 1
        if at < 0 or self._tokens[self._stops[at]].end <= offset:
            at += 1
        return self._stops[min(at, len(self._stops) - 1)]

    def seek(self, index: int, direction: int, wanted: Callable[[Token], bool]) -> int | None:
        """Return the next stop (previous where ``direction`` is -1) whose token is wanted."""
        at = bisect_left(self._stops, index) + direction
        while 0 <= at < len(self._stops):
            if wanted(self._tokens[self._stops[at]]):
                return self._stops[at]
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
