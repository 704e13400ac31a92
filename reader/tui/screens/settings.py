"""The settings that matter while reading; the settings file has the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.rows import split_row, styled
from reader.tui.screens.base import BaseDialog, too_small
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.study import Study


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its name in the settings, what it is called, and its values with what they are called."""

    name: str
    label: str
    said: dict[Any, str]

    @property
    def values(self) -> list[Any]:
        """The values in order."""
        return list(self.said)


CHOICES = (
    Choice("level", "Your HSK level", {**{n: str(n) for n in range(1, 7)}, 7: "7–9"}),
    Choice(
        "pinyin",
        "Pinyin over",
        {"all": "all words", "unknown": "new words", "cursor": "word at cursor", "none": "no word"},
    ),
    Choice("pinyin_style", "Tones as", {"marks": "marks  xué", "numbers": "numbers  xue2"}),
    Choice("tone_change", "Tones", {False: "as in the dictionary", True: "as spoken  bú shì"}),
    Choice(
        "script",
        "Characters",
        {"original": "as written", "simplified": "simplified  学", "traditional": "traditional  學"},
    ),
    Choice("hsk_standard", "HSK levels of", {"2025": "2025 syllabus", "2021": "2021", "2.0": "HSK 2.0"}),
    Choice(
        "scale",
        "Figures compared in",
        {
            "all": "all units",
            "metric": "metric units",
            "imperial": "feet and pounds",
            "pictures": "football pitches",
            "none": "no units",
        },
    ),
    Choice("theme", "Colours", {"ink": "ink (dark)", "paper": "paper (light)"}),
    Choice("quiz_length", "Questions in a quiz", {n: str(n) for n in (5, 10, 15, 20)}),
    Choice("daily_goal", "Answers a day", {n: str(n) for n in (10, 20, 30, 50, 100)}),
    Choice("new_cards", "New cards a day", {n: str(n) for n in (0, 5, 10, 20, 30, 50)}),
    Choice("retention", "Words come back at a recall of", {n / 100: f"{n}%" for n in (80, 85, 90, 93, 95)}),
    Choice(
        "fact_retention",
        "Facts and figures at",
        {0.0: "the same", **{n / 100: f"{n}%" for n in (70, 75, 80, 85, 90)}},
    ),
    Choice("wide_ambiguous", "Terminal draws “ ” …", {False: "one cell wide", True: "two cells wide"}),
)


class SettingsScreen(BaseDialog[str]):
    """Changes settings at once; closes with the name of the last one changed, "" where none was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,l", "turn(1)", "Next", "The next value", "settings.next"),
        key("left,h", "turn(-1)", "Before", "The value before", "settings.before"),
        key("m", "scale", "Money", "Your currency, and a place to compare with", "settings.scale"),
        key("escape,s,q", "close", "Back", "Keep the settings and go back", "settings.back"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._changed = ""

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("Settings", classes="dialog-title")
            yield PagedList(*self._options(), id="settings-list", markup=False)
            yield Static("↑↓ choose   ←→ change   m money, places   Esc back", classes="dialog-hint")
        yield too_small()

    def _options(self) -> list[Option]:
        return [Option(self._row(choice), id=choice.name) for choice in CHOICES]

    def _row(self, choice: Choice) -> Content:
        value = getattr(self._study.settings, choice.name)
        width = max(20, min(64, self.app.size.width * 94 // 100) - 9)  # less the dialog's edges and bar
        said = styled(("‹ ", "$quiet"), (choice.said.get(value, str(value)), "bold"), (" ›", "$quiet"))
        return split_row(styled(choice.label), said, width)

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Enter and a click turn to the next value."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Give the setting under the cursor another value, and keep it."""
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        choice = CHOICES[options.highlighted]
        value = getattr(self._study.settings, choice.name)
        at = choice.values.index(value) if value in choice.values else -by
        settings = replace(
            self._study.settings, **{choice.name: choice.values[(at + by) % len(choice.values)]}
        )
        try:
            self._study.save_settings(settings)
        except DubaoError as error:
            self.say(str(error))
            return
        self._changed = choice.name
        if choice.name == "theme":
            self.app.theme = settings.theme
        options.replace_option_prompt_at_index(options.highlighted, self._row(choice))

    def action_scale(self) -> None:
        """Set the currency and the place that figures are compared with."""
        from reader.tui.screens.scale import ScaleScreen

        self.app.push_screen(ScaleScreen(self._study), self._scaled)

    def _scaled(self, changed: bool | None) -> None:
        if changed:
            self._changed = "scale"

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(self._changed)
