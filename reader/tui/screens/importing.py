"""Bring texts in: a box for a text or a path, the progress of many files, and what came of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import ProgressBar, Static, TextArea

from reader.errors import DubaoError
from reader.text import clean_line, clean_text
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseDialog, BaseScreen, too_small
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.texts import Imported, Opened

LONGEST_SHOWN = 20_000  # characters from which on a pasted text is taken at once: the box would be slow
_SHOWN_EVERY = 0.05  # seconds between two steps of the progress bar
_SENTENCES = 60  # at most so many of what could not be read are listed


class PasteBox(TextArea):
    """Takes a text or a path; what is pasted is cleaned, and a path dragged here is taken at once."""

    HELP = """
Paste a text here (a newspaper page is split into its articles), or drag a file or a folder onto the window,
or type its path and press **Enter**. **F2** or **Ctrl+S** imports what stands in the box.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f2", "take", "Import", "Import what stands in the box", "import.take"),
    ]

    class Taken(Message):
        """A text, or a path, to be imported."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    async def _on_key(self, event: object) -> None:
        """Enter behind a path takes it, anywhere else it begins a line."""
        if getattr(event, "key", "") == "enter" and "\n" not in self.text and looks_like_path(self.text):
            event.stop()  # type: ignore[attr-defined]
            event.prevent_default()  # type: ignore[attr-defined]
            self.action_take()
        else:
            await super()._on_key(event)  # type: ignore[arg-type]

    async def _on_paste(self, event: Paste) -> None:
        from reader.articles.importing.sources import dropped_paths

        # Textual looks for the handler in every base class: here alone is what is pasted cleaned.
        event.prevent_default()
        event.stop()
        text = clean_text(event.text)
        if not self.text.strip() and (dropped_paths(event.text) or len(text) > LONGEST_SHOWN):
            self.post_message(self.Taken(event.text))
        elif len(self.text) + len(text) > LONGEST_SHOWN:
            self.post_message(self.Taken(f"{self.text}{text}"))
        else:
            self.insert(text)

    def action_take(self) -> None:
        """Import what stands in the box."""
        self.post_message(self.Taken(self.text))


def looks_like_path(text: str) -> bool:
    """Tell whether one line is meant as a path rather than as a text."""
    from reader.articles.importing.texts import SUFFIXES

    text = text.strip().strip("'\"")
    if "\n" in text or not text:
        return False
    return text.startswith(("/", "~/", "./", "../", "file://")) or Path(text).suffix.lower() in SUFFIXES


class ImportScreen(BaseScreen["Imported | None"]):
    """Closes with what was imported, None where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1", "app.help", "Help", "Explain this screen and its keys", "import.help"),
        key("question_mark", "app.help", "Help", "Explain this screen", "import.help_sign", show=False),
        key("escape", "leave", "Back", "Import nothing and go back", "import.back"),
    ]

    def __init__(self, study: Study, text: str = "") -> None:
        super().__init__()
        self._study = study
        self._given = text

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("Import", "bold $accent")), classes="head-left")
            yield Static("txt · md · html · epub · srt", classes="head-right")
        yield PasteBox(
            id="paste-box", soft_wrap=True, compact=True, highlight_cursor_line=False,
            placeholder="Paste a text here, drag a file or a folder onto it, or type a path and Enter.",
        )  # fmt: skip
        yield Static("", id="import-problem", markup=False)
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Take what was dragged onto the library."""
        if self._given:
            if len(self._given) <= LONGEST_SHOWN:
                self.query_one(PasteBox).text = clean_text(self._given)
            self._take(self._given)

    def on_paste_box_taken(self, message: PasteBox.Taken) -> None:
        """Import a text, or the file or files that a path means."""
        self._take(message.text)

    def _take(self, text: str) -> None:
        from reader.articles.importing.sources import dropped_paths, is_folder

        paths = dropped_paths(text)
        texts = self._study.texts
        if not text.strip():
            self._tell("There is nothing in the box yet.")
        elif len(paths) > 1 or (paths and is_folder(paths[0])):
            self.app.push_screen(ImportingScreen(partial(texts.bring_in, tuple(paths))), self._imported)
        elif paths:
            self._open(partial(texts.open_file, paths[0]))
        elif looks_like_path(text):
            self._tell(f"There is no file {clean_line(text)}.")
        else:
            data = clean_text(text).encode("utf-8", "replace")
            self._open(partial(texts.open_bytes, data))

    def _open(self, read: partial[Opened]) -> None:
        self._tell("Reading …")
        self.in_background(read, self._opened, group="import", otherwise=self._refuse)

    def _opened(self, opened: Opened) -> None:
        from reader.articles.importing.sheet import can_be_mended
        from reader.tui.screens.split import SplitScreen

        self._tell("")
        if can_be_mended(opened.drafts):
            self.app.push_screen(SplitScreen(self._study, opened), self._imported)
        else:
            keep = partial(self._study.texts.keep, opened)
            self.app.push_screen(ImportingScreen(keep), self._imported)

    def _imported(self, imported: Imported | None) -> None:
        if imported is not None:
            self.dismiss(imported)

    def _refuse(self, error: DubaoError) -> None:
        self._tell(str(error))

    def _tell(self, sentence: str) -> None:
        self.query_one("#import-problem", Static).update(styled(sentence))

    def action_leave(self) -> None:
        """Close the help, or go back; nothing is imported."""
        if not self.close_help():
            self.dismiss(None)


class Step(Message):
    """So much is done, and the name of what comes next."""

    def __init__(self, number: float, count: int, name: str) -> None:
        super().__init__()
        self.number, self.count, self.name = number, count, name


class ImportingScreen(BaseDialog["Imported"]):
    """Imports while it is open; closes by itself. Left earlier, it keeps what was finished.

    ``bring_in`` imports, told how to show its progress and when to stop.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "stop", "Stop", "Stop; what is finished is kept", "importing.stop"),
    ]

    def __init__(self, bring_in: Callable[..., Imported]) -> None:
        super().__init__()
        self._import = bring_in
        self._stop = threading.Event()
        self._shown = 0.0

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("Importing …", id="importing-title", classes="dialog-title", markup=False)
            yield ProgressBar(id="importing-bar")
            yield Static("", id="importing-name", markup=False)
            yield Static("Esc stops; what is finished is kept.", classes="dialog-hint")
        yield too_small()

    def on_mount(self) -> None:
        """Begin."""
        self.in_background(self._bring_in, self._finish, group="importing", otherwise=self._fail)

    def _bring_in(self) -> Imported:
        return self._import(progress=self._progress, stop=self._stop.is_set)

    def _progress(self, number: float, count: int, name: str) -> None:
        if (now := time.monotonic()) - self._shown >= _SHOWN_EVERY:
            self._shown = now
            self.post_message(Step(number, count, name))

    def on_step(self, step: Step) -> None:
        """Show how far it is."""
        self.query_one(ProgressBar).update(total=step.count, progress=step.number)
        many = f"Importing {int(step.number):,} of {step.count:,} files"
        self.query_one("#importing-title", Static).update(many if step.count > 1 else "Importing …")
        self.query_one("#importing-name", Static).update(styled((step.name, "$quiet")))

    def _finish(self, imported: Imported) -> None:
        self.dismiss(imported)

    def _fail(self, error: DubaoError) -> None:
        from reader.study.texts import Imported

        self.dismiss(Imported(errors=[str(error)]))

    def action_stop(self) -> None:
        """Stop behind the file, or the chapter, that is being read."""
        self._stop.set()
        self.query_one("#importing-title", Static).update("Stopping …")

    def on_unmount(self) -> None:
        """Stop, too, when the program is left."""
        self._stop.set()


class ImportedScreen(BaseDialog[None]):
    """Tells what was imported, and what could not be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,enter,q", "dismiss", "Back", "To the library", "imported.back"),
    ]

    def __init__(self, imported: Imported) -> None:
        super().__init__()
        self._imported = imported

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with VerticalScroll(classes="dialog notes"):
            yield Static(_told_content(self._imported), markup=False)
            yield Static("Esc  back", classes="dialog-hint")
        yield too_small()


def _told_content(imported: Imported) -> Content:
    lines = [styled((told(imported), "bold"))]
    for head, sentences in (("Not read", imported.errors), ("Odd", imported.warnings)):
        if sentences:
            lines += [Content(""), styled((head, "bold $accent"))]
            lines += [styled(sentence) for sentence in sentences[:_SENTENCES]]
            if (more := len(sentences) - _SENTENCES) > 0:
                lines.append(styled((f"and {more:,} more", "$quiet")))
    return Content("\n").join(lines)


def told(imported: Imported) -> str:
    """Say in one sentence what an import came to."""
    states = [str(kept.state) for kept in imported.kept]
    new, same, changed = (states.count(state) for state in ("new", "same", "changed"))
    parts = [f"{_texts(new)} imported"] if new else []
    parts += [f"{_texts(changed)} in a new version"] if changed else []
    parts += [f"{_texts(same)} {'was' if same == 1 else 'were'} there already"] if same else []
    parts += [f"{_texts(len(imported.deleted))} deleted (u brings back)"] if imported.deleted else []
    parts += [f"{_texts(len(imported.errors))} could not be read"] if imported.errors else []
    stopped = "Stopped. " if imported.stopped else ""
    return f"{stopped}{', '.join(parts) or 'Nothing was imported'}."


def _texts(count: int) -> str:
    return f"{count:,} text{'s' if count != 1 else ''}"
