"""A list whose rows are made for its width: it tells when they have to be made anew."""

from __future__ import annotations

from textual.events import Resize
from textual.message import Message

from reader.tui.widgets.paging import PagedList

PADDING = 4  # cells at the sides of a row
_LEAST = 20


class FittedList(PagedList):
    """Fill it with rows of :attr:`room` cells, again at each :class:`Refit`."""

    class Refit(Message):
        """There is more or less room: the help came or went, or the window changed."""

    _made_for = 0

    @property
    def room(self) -> int:
        """The cells of a row."""
        return max(_LEAST, self.scrollable_content_region.width - PADDING)

    def on_resize(self, _: Resize) -> None:
        """Ask for other rows where the room has changed."""
        if self._made_for != self.room:
            self._made_for = self.room
            self.post_message(self.Refit())
