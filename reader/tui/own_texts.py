"""The library's keys for texts of the reader's own: import, search, facts, details, delete, undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.events import Paste
from textual.widgets import Input

from reader.tui.rows import styled
from reader.tui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from reader.study import ShelfRow
    from reader.study.texts import Imported, Opened

SEARCH_AFTER = 0.15  # seconds without a key until the texts are searched


class OwnTexts:
    """Mixed into the library screen."""

    _wanted: str = ""  # the slug that the cursor goes to when the shelf is read next
    _searched: str = ""
    _found: frozenset[str] | None = None  # the slugs found; None: nothing is searched for

    # --- bringing in

    def action_import(self: Any) -> None:
        """Open the box for a text or a path."""
        self._import("")

    def on_paste(self: Any, event: Paste) -> None:
        """A file that is dragged here, or a text that is pasted, is imported."""
        if event.text.strip() and not isinstance(self.focused, Input):
            event.stop()
            self._import(event.text)

    def _import(self: Any, text: str) -> None:
        from reader.tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self._study, text), self._imported)

    def _imported(self: Any, imported: Imported | None) -> None:
        from reader.tui.screens.importing import ImportedScreen, told

        if imported is None:
            return
        if imported.kept:
            self._end_search()
            self._wanted = imported.kept[0].slug
            self.on_screen_resume()
        if imported.errors or imported.warnings:
            self.app.push_screen(ImportedScreen(imported))
        else:
            own = " f tells the figures in it." if len(imported.kept) == 1 else ""
            self.app.notify(f"{told(imported)}{own}", timeout=6, markup=False)

    # --- finding

    def action_search(self: Any) -> None:
        """Open the search line."""
        box = self.query_one("#shelf-search", Input)
        box.display = True
        box.focus()

    def on_input_changed(self: Any, event: Input.Changed) -> None:
        """Search when nothing is typed for a moment."""
        self._searched = event.value
        self.set_timer(SEARCH_AFTER, partial(self._search, event.value))

    def _search(self: Any, words: str) -> None:
        if words != self._searched:
            return
        if not words.strip():
            self._show_found(None)
            return
        search = self._study.texts.search
        self.in_background(lambda: frozenset(search(words)), self._show_found, group="search")

    def _show_found(self: Any, found: frozenset[str] | None) -> None:
        self._found = found
        self._arrange()

    def on_input_submitted(self: Any, _: Input.Submitted) -> None:
        """Go on to what was found."""
        self.query_one(Shelf).focus()

    def _end_search(self: Any) -> bool:
        """Put the search away; tell whether there was one."""
        box = self.query_one("#shelf-search", Input)
        if not box.display:
            return False
        box.display, box.value = False, ""
        self._searched = ""
        self.query_one(Shelf).focus()
        self._show_found(None)
        return True

    def check_action(self: Any, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters are for typing while the search line has the focus."""
        return action == "quit" or not isinstance(self.focused, Input)

    # --- changing

    def _own_row(self: Any) -> ShelfRow | None:
        row: ShelfRow | None = self._row()
        if row is not None and not row.own:
            self.app.notify("This article came with the program; only your own texts can be changed.")
            return None
        return row

    def action_facts(self: Any) -> None:
        """Show the facts found in the text, and confirm what its figures count."""
        from reader.tui.screens.facts import FactsScreen

        if row := self._own_row():
            level = row.opens(self._study.settings.level)
            self.app.push_screen(FactsScreen(self._study, row.slug, level), self._confirmed)

    def _confirmed(self: Any, count: int | None) -> None:
        if count:
            said = f"{count} figures are" if count > 1 else "One figure is"
            self.app.notify(f"{said} asked about from now on.", timeout=4)

    def action_details(self: Any) -> None:
        """Change title, source, date, tags and notes."""
        from reader.tui.screens.details import DetailsScreen

        if row := self._own_row():
            self.app.push_screen(DetailsScreen(self._study, row.slug), lambda _: self.on_screen_resume())

    def action_mend_split(self: Any) -> None:
        """Split and join the page that the text was kept of otherwise."""
        if row := self._own_row():
            reopen = partial(self._study.texts.reopen, row.slug)
            self.in_background(reopen, self._reopened, group="split")

    def _reopened(self: Any, opened: Opened) -> None:
        from reader.tui.screens.split import SplitScreen

        self.app.push_screen(SplitScreen(self._study, opened), self._imported)

    def action_delete(self: Any) -> None:
        """Delete the text; u brings it back."""
        if row := self._own_row():
            delete = partial(self._study.texts.delete, row.slug)
            self.in_background(delete, partial(self._deleted, row.title), group="delete")

    def _deleted(self: Any, title: str, _: None) -> None:
        self.app.notify(f"{styled(title).plain} is deleted. u brings it back.", timeout=6, markup=False)
        self.on_screen_resume()

    def action_undo_delete(self: Any) -> None:
        """Bring back the text that was deleted last."""
        self.in_background(self._study.texts.undo_delete, self._brought_back, group="delete")

    def _brought_back(self: Any, slug: str) -> None:
        self._wanted = slug
        self.on_screen_resume()
