"""Title, source, date, tags and notes of a text of the reader's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Paste
from textual.widgets import Input, Static, TextArea

from reader.errors import DubaoError
from reader.text import clean_line, clean_text
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseDialog, too_small

if TYPE_CHECKING:
    from reader.study import Study

_FIELDS = ("title", "source", "date", "tags")
_HINTS = {"date": "like 2026-11-25", "tags": "parted by commas"}
_BETWEEN = ": "  # between a note's title and its text


class NoteBox(TextArea):
    """The notes, one a line; what is pasted is cleaned."""

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean_text(event.text))


class DetailsScreen(BaseDialog[bool]):
    """Closes with whether anything was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f2", "keep", "Keep", "Keep what is written here", "details.keep"),
        key("escape", "leave", "Back", "Change nothing", "details.back"),
    ]

    def __init__(self, study: Study, slug: str) -> None:
        super().__init__()
        self._study = study
        self._slug = slug
        self._had: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("About this text", classes="dialog-title")
            for name in _FIELDS:
                with Horizontal(classes="field"):
                    yield Static(name.capitalize(), classes="field-name")
                    yield Input(id=f"details-{name}", placeholder=_HINTS.get(name, ""), compact=True)
            with Horizontal(classes="field notes-field"):
                yield Static("Notes", classes="field-name")
                yield NoteBox(id="details-notes", compact=True, placeholder="one a line",
                              tab_behavior="focus", highlight_cursor_line=False)  # fmt: skip
            yield Static("", id="details-problem", markup=False)
            yield Static("Tab next field   Enter or F2 keep   Esc back", classes="dialog-hint")
        yield too_small()

    def on_mount(self) -> None:
        """Fetch what is said of the text."""
        read = partial(self._study.texts.details, self._slug)
        self.in_background(read, self._show, group="details", otherwise=self._refuse)

    def _show(self, details: dict[str, Any]) -> None:
        self._had = details
        for name in _FIELDS:
            value = ", ".join(details[name]) if name == "tags" else details[name]
            self.query_one(f"#details-{name}", Input).value = clean_line(value)
        notes = [f"{title}{_BETWEEN}{clean_line(text)}" for title, text in details["notes"]]
        self.query_one(NoteBox).text = clean_text("\n".join(notes))
        self.query_one("#details-title", Input).focus()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Enter keeps it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what has changed."""
        if not self._had:
            return
        now = self._written()
        changes = {name: value for name, value in now.items() if value != self._had[name]}
        if not changes:
            self.dismiss(False)
            return
        edit = partial(self._study.texts.edit, self._slug, **changes)
        self.in_background(edit, lambda _: self.dismiss(True), group="details", otherwise=self._refuse)

    def _written(self) -> dict[str, Any]:
        now: dict[str, Any] = {n: clean_line(self.query_one(f"#details-{n}", Input).value) for n in _FIELDS}
        tags = now["tags"].replace("，", ",").replace("、", ",").split(",")
        now["tags"] = [tag.strip() for tag in tags if tag.strip()]
        now["notes"] = [_note(line) for line in self.query_one(NoteBox).text.splitlines() if line.strip()]
        return now

    def _refuse(self, error: DubaoError) -> None:
        self.query_one("#details-problem", Static).update(styled((str(error), "$error")))

    def action_leave(self) -> None:
        """Change nothing and go back."""
        self.dismiss(False)


def _note(line: str) -> tuple[str, str]:
    title, between, text = line.partition(_BETWEEN)
    return (title.strip(), text.strip()) if between and text.strip() else ("Note", line.strip())
