"""The popup: a sheet at the foot of the text, so that the text around the word stays readable."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class GlossPanel(VerticalScroll, can_focus=False):
    """Shows one gloss; hidden until it has one."""

    def compose(self):  # type: ignore[no-untyped-def]
        """Lay out the sheet."""
        yield Static("", id="gloss", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether the sheet is up."""
        return self.has_class("-open")

    def show(self, gloss: Content) -> None:
        """Show a gloss from its top."""
        self.query_one("#gloss", Static).update(gloss)
        self.add_class("-open")
        self.scroll_home(animate=False)

    def close(self) -> bool:
        """Put the sheet away; tell whether it was up."""
        was_open = self.is_open
        self.remove_class("-open")
        return was_open
