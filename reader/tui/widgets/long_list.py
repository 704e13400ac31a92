"""A list of many thousand rows, which are made as the reader comes near them."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widgets.option_list import Option

from reader.tui.widgets.paging import PagedList

#: So many rows more are made at once, when fewer than so many lie ahead.
_BATCH, _AHEAD = 300, 100


class LongList(PagedList):
    """Fill it by :meth:`show`; a row's number is its index in the whole list."""

    _count = 0
    _content: Callable[[int], Content] | None = None

    def show(self, count: int, content: Callable[[int], Content], at: int = 0) -> None:
        """Show so many rows, each made by its number, with the cursor on row ``at``."""
        self._count = 0  # clearing moves the cursor, and nothing is to be made for that
        self.clear_options()
        self._count, self._content = count, content
        self._make_up_to(max(at, _BATCH))
        if count:
            self.highlighted = min(at, count - 1)

    def _make_up_to(self, index: int) -> None:
        made = self.option_count
        if self._content is not None and index + _AHEAD > made < self._count:
            upto = min(self._count, max(index + _AHEAD, made + _BATCH))
            self.add_options([Option(self._content(number)) for number in range(made, upto)])

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make what comes next."""
        super().watch_scroll_y(old_value, new_value)
        self._make_up_to(round(new_value) + self.size.height)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Make what comes next."""
        super().watch_highlighted(highlighted)
        self._make_up_to(highlighted or 0)

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, made if it isn't yet."""
        self._make_up_to(index)
        self.highlighted = min(index, self._count - 1) if self._count else None

    def action_last(self) -> None:
        """Go to the very last row."""
        self.go_to(self._count - 1)
