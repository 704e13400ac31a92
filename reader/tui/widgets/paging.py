"""Lists whose pages can be turned at any time."""

from __future__ import annotations

from typing import Any

from textual.widgets import OptionList


class PagedList(OptionList):
    """A key that turns the page can come sooner than the list has been laid out: then it does nothing."""

    def _move_page(self, direction: Any) -> None:
        if (self.highlighted or 0) in self._index_to_line:
            super()._move_page(direction)
