"""The list of articles in the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets.option_list import Option

from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.shelf_order import Known, arranged
from reader.tui.shelf_rows import row_content
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.study import ShelfRow

PADDING = 4  # cells at the sides of a row


class Shelf(PagedList, inherit_bindings=False):
    """Lists articles, in groups with a heading where the order asks for that."""

    HELP = """
Choose an article with the arrow keys or the mouse. Each has several versions of the same story, from easy to
newspaper style; **Enter** opens the one you left, or the one that fits your level. The percentage beside a
version is the share of its words that you know.

Of a text of your own **f** shows figures and facts, **e** changes title, tags and notes, **m** splits or
joins its page otherwise, **x** deletes it, and **u** brings back what was deleted last.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "Read", "Open the article", "library.read"),
        key("down,j", "cursor_down", "Down", "Go to the next article", "library.down", show=False),
        key("up,k", "cursor_up", "Up", "Go to the article before", "library.up", show=False),
        key("pagedown,ctrl+f", "page_down", "Page down", "Go a page on", "library.page_down", show=False),
        key("pageup,ctrl+b", "page_up", "Page up", "Go a page back", "library.page_up", show=False),
        key("home,g", "first", "First", "Go to the first article", "library.first", show=False),
        key("end,G", "last", "Last", "Go to the last article", "library.last", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: dict[str, ShelfRow] = {}
        self._groups: list[tuple[str, list[ShelfRow]]] = []
        self._known: Known = {}
        self._width = 0  # the cells that the rows were drawn for

    @property
    def row(self) -> ShelfRow | None:
        """The article under the cursor."""
        if self.highlighted is None:
            return None
        return self._rows.get(self.get_option_at_index(self.highlighted).id or "")

    def show(self, rows: Sequence[ShelfRow], order: str, known: Known, reader_level: int) -> None:
        """Show articles, newest first as they come, in an order; the cursor stays on its article."""
        self._rows = {row.slug: row for row in rows}
        self._known = known
        self._groups = arranged(rows, order, known, reader_level)
        self._fill()

    def go_to(self, slug: str) -> None:
        """Put the cursor on an article, if it is shown."""
        if slug in self._rows:
            self.highlighted = self.get_option_index(slug)

    def show_words(self, sentence: str) -> None:
        """Show a sentence instead of articles."""
        self._rows, self._groups = {}, []
        self.clear_options()
        self.add_option(Option(styled(sentence), disabled=True))

    def show_known(self, slug: str) -> None:
        """Draw one article anew: more is known of how much the reader knows of it."""
        if slug in self._rows and self._width:
            self.replace_option_prompt(slug, row_content(self._rows[slug], self._width, self._known))

    def _fill(self) -> None:
        at = self.row.slug if self.row else None
        self._width = self._room()
        self.clear_options()
        for heading, rows in self._groups:
            if heading:
                self.add_options([Option(_heading(heading, len(rows)), disabled=True), None])
            for row in rows:
                self.add_options([Option(row_content(row, self._width, self._known), id=row.slug), None])
        self._highlight(at)

    def _room(self) -> int:
        return max(20, self.scrollable_content_region.width - PADDING)

    def _highlight(self, slug: str | None) -> None:
        if not self._groups:
            return
        first = self._groups[0][1][0].slug
        self.highlighted = self.get_option_index(slug if slug in self._rows else first)

    def on_resize(self, _: Resize) -> None:
        """Fit the rows to the new width."""
        if self._groups and self._width != self._room():
            self._fill()


def _heading(name: str, count: int) -> Content:
    return styled((name, "bold $primary"), (f"  {count} article{'s' if count != 1 else ''}", "$quiet"))
