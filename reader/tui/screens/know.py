"""Say at once that many words are known: those of an HSK level, or of a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.screens.base import BaseDialog, too_small
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.study import Study

_TOP = 7


class KnowScreen(BaseDialog[int | None]):
    """Closes with how many words became known, None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            key(str(level), f"level({level})", f"HSK {level}", "I know the words up to here", f"know.{level}",
                show=False)
            for level in range(1, _TOP + 1)
        ),
        key("escape", "leave", "Back", "Go back", "know.back"),
    ]  # fmt: skip

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        rows = [
            Option(f"HSK 1 to {level}" if level > 1 else "HSK 1", id=str(level)) for level in range(1, _TOP)
        ]
        with Vertical(classes="dialog"):
            yield Static("I know the words of …", classes="dialog-title")
            yield PagedList(*rows, Option("HSK 1 to 9", id=str(_TOP)), Option("a list of mine", id="list"),
                             id="know-list", markup=False)  # fmt: skip
            yield Input(id="know-file", placeholder="a text file, one word a line")
            yield Static("", id="know-problem", markup=False)
            yield Static("↑↓ or a digit, Enter   Esc back   What you learn or ignore stays as it is.",
                         classes="dialog-hint")  # fmt: skip
        yield too_small()

    def on_mount(self) -> None:
        """Begin at the level that the settings name."""
        self.query_one("#know-file").display = False
        self.query_one("#know-list", OptionList).highlighted = min(self._study.settings.level, _TOP) - 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Digits are for typing while the file's name is typed."""
        return action != "level" or not isinstance(self.focused, Input)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the level, or ask for the file."""
        if event.option_id == "list":
            box = self.query_one("#know-file", Input)
            box.display = True
            box.focus()
        else:
            self.action_level(int(event.option_id or "1"))

    def action_level(self, level: int) -> None:
        """Take the words up to a level as known."""
        self.in_background(partial(self._study.vocabulary.know_level, level), self.dismiss, group="know")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the words of the file as known."""
        if name := event.value.strip():
            self.in_background(
                partial(self._study.vocabulary.know_file, name),
                self.dismiss,
                group="know",
                otherwise=self._tell,
            )

    def _tell(self, error: DubaoError) -> None:
        self.query_one("#know-problem", Static).update(str(error))

    def action_leave(self) -> None:
        """Go back, and change nothing."""
        self.dismiss(None)
