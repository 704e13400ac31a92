"""What was found on a page before it is kept: split into articles, join and mend them by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.articles.importing import sheet as sheets
from reader.articles.importing.sheet import Part, Role, Sheet
from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.fitted_list import FittedList
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.texts import Imported, Opened  # noqa: F401 - one in a string

_ROLES = {
    "h": Role.HEADLINE, "k": Role.KICKER, "b": Role.BODY, "g": Role.SUBHEAD, "c": Role.CAPTION,
    "y": Role.BYLINE, "d": Role.DATELINE,
}  # fmt: skip
_LOOKS = {
    Role.HEADLINE: "bold", Role.KICKER: "$secondary", Role.SUBHEAD: "bold $secondary",
    Role.CAPTION: "italic $quiet", Role.BYLINE: "$quiet", Role.DATELINE: "$quiet",
}  # fmt: skip
_LABEL = 10  # cells for the name of what a part is


class PartList(FittedList):
    """The parts of a page in order."""

    HELP = """
This is what was found, part by part; a number stands where an article begins. **Enter** keeps it all.
**s** lets another article begin at the part under the cursor, **j** joins its article with the one before.
What a part is you say with a letter: **h** headline, **k** kicker, **g** heading in the text, **b** body,
**c** caption, **y** byline, **d** dateline. **a** appends it to the part above, **e** mends its words (a |
cuts it in two), **x** leaves it out, **u** takes the last step back, **o** begins anew with what is found in
the original, which is kept beside it. Later, **m** in the library opens all this again.
"""


class SplitScreen(BaseScreen["Imported | None"]):
    """Closes with what was kept, None where it was left.

    A page that was kept before shows its articles as they are; ``o`` takes up the original anew.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("s", "split", "Split", "An article begins at this part", "split.split"),
        key("j", "join", "Join", "Join this article with the one before", "split.join"),
        key("a", "glue", "Append", "Append this part to the one above", "split.append"),
        key("e", "edit", "Mend", "Mend the words of this part", "split.edit"),
        key("x,delete", "drop", "Leave out", "Leave this part out", "split.drop"),
        key("u", "undo", "Undo", "Take the last step back", "split.undo"),
        key("o", "anew", "Anew", "As it is found in the original", "split.anew", show=False),
        *(
            key(letter, f"turn('{role}')", str(role).capitalize(), f"This part is the {role}",
                f"split.{role}", show=False)
            for letter, role in _ROLES.items()
        ),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "split.help"),
        key("escape", "leave", "Back", "Keep nothing and go back", "split.back"),
    ]  # fmt: skip

    def __init__(self, study: Study, opened: Opened) -> None:
        super().__init__()
        self._study = study
        self._opened = opened
        self._drafts = tuple(draft for _, draft in opened.kept) or opened.drafts
        self._sheet: Sheet = sheets.sheet_of(self._drafts)
        self._before: list[tuple[Sheet, int]] = []

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("Found", "bold $accent")), classes="head-left")
            yield Static("", id="split-head", classes="head-right", markup=False)
        yield PartList(id="part-list", markup=False)
        yield Static("", id="split-told", markup=False)
        yield Input(id="split-input")
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the parts."""
        self.query_one(Input).display = False
        self._tell(" ".join(self._opened.warnings))
        self._fill(0)
        self.query_one(PartList).focus()

    def on_fitted_list_refit(self, _: FittedList.Refit) -> None:
        """Fit the rows to the new width."""
        self._fill(self._at)

    @property
    def _at(self) -> int:
        return self.query_one(PartList).highlighted or 0

    def _fill(self, at: int) -> None:
        parts = self.query_one(PartList)
        parts.clear_options()
        width = parts.room
        number = 0
        options = []
        for part in self._sheet:
            number += part.begins
            options.append(Option(_row(part, number if part.begins else 0, width)))
        parts.add_options(options)
        parts.highlighted = min(at, len(self._sheet) - 1)
        count = len(sheets.articles_of(self._sheet))
        self.query_one("#split-head", Static).update(
            f"{count} article{'s' if count != 1 else ''} · Enter keeps {'them' if count != 1 else 'it'}"
        )

    def _tell(self, sentence: str) -> None:
        self.query_one("#split-told", Static).update(styled(sentence))

    # --- steps

    def _step(self, sheet: Sheet, at: int) -> None:
        if sheet == self._sheet:
            return
        self._before.append((self._sheet, self._at))
        self._sheet = sheet
        self._tell("")
        self._fill(at)

    def action_split(self) -> None:
        """Let an article begin at the part under the cursor."""
        self._step(sheets.split(self._sheet, self._at), self._at)

    def action_join(self) -> None:
        """Join the article under the cursor with the one before."""
        self._step(sheets.join(self._sheet, self._at), self._at)

    def action_glue(self) -> None:
        """Append the part to the one above."""
        self._step(sheets.glue(self._sheet, self._at), max(0, self._at - 1))

    def action_turn(self, role: str) -> None:
        """Say what the part is."""
        self._step(sheets.turn(self._sheet, self._at, Role(role)), self._at + 1)

    def action_drop(self) -> None:
        """Leave the part out."""
        self._step(sheets.drop(self._sheet, self._at), self._at)

    def action_undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._sheet, at = self._before.pop()
            self._fill(at)

    def action_anew(self) -> None:
        """Begin anew with what is found in the original."""
        self._step(sheets.sheet_of(self._opened.drafts), 0)

    def action_edit(self) -> None:
        """Mend the words of the part."""
        box = self.query_one(Input)
        box.value = self._sheet[self._at].text
        box.display = True
        box.focus()
        self._tell("Enter takes it, a | cuts it in two, Esc leaves it as it was.")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the words as they are now."""
        at = self._at
        self._close_input()
        self._step(sheets.edit(self._sheet, at, event.value), at)

    def _close_input(self) -> None:
        self.query_one(Input).display = False
        self.query_one(PartList).focus()
        self._tell("")

    # --- the end

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Keep the articles."""
        drafts = sheets.drafts_of(self._sheet, self._drafts)
        if not drafts:
            self._tell("No article with Chinese text is left.")
            return
        keep = partial(self._study.texts.keep, self._opened, drafts)
        self.in_background(keep, self.dismiss, group="keep", otherwise=self._refuse)

    def _refuse(self, error: DubaoError) -> None:
        self._tell(str(error))

    def action_leave(self) -> None:
        """Close the help or the line being mended, else keep nothing and go back."""
        if self.close_help():
            return
        if self.query_one(Input).display:
            self._close_input()
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters are for typing while a part is mended."""
        return action == "leave" or not isinstance(self.focused, Input)


def _row(part: Part, number: int, width: int) -> Content:
    """Draw a part: the number of the article that begins with it, what it is, its first words."""
    sign = (f"{number:>2} " if number else "   ", "bold $accent")
    label = "" if part.role is Role.BODY else str(part.role)
    words = styled((part.text, _LOOKS.get(part.role, "")))
    room = max(10, width - 3 - _LABEL)
    shown = words.truncate(room, ellipsis=True) if words.cell_length > room else words
    return Content.assemble(sign, (f"{label:<{_LABEL}}", "$quiet"), shown)
