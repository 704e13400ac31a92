"""What figures are compared with: a currency at a rate of a day, and a place that the reader knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.config import Settings
from reader.errors import DubaoError
from reader.text import clean_line
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseDialog, too_small

if TYPE_CHECKING:
    from reader.study import Study

# A setting's name, what it is called, and an example of it.
_FIELDS = (
    ("currency", "Your currency", "US dollars"),
    ("currency_rate", "One of it costs, in yuan", "7.12"),
    ("currency_date", "The day of that rate", "2026-11-24"),
    ("peg", "People of your own place", "the people of Leeds"),
    ("peg_people", "How many they are", "822500"),
    ("peg_year", "In which year", "2024"),
)


class ScaleError(DubaoError):
    """What was typed can't be a setting."""


class ScaleScreen(BaseDialog[bool]):
    """Closes with whether anything was changed."""

    DEFAULT_CSS = """
    ScaleScreen .scale-row { height: 1; }
    ScaleScreen .scale-label { width: 28; height: 1; color: $quiet; }
    ScaleScreen Input {
        width: 1fr; height: 1; border: none; padding: 0 1; background: $surface;
        &:focus { border: none; background: $background; }
    }
    ScaleScreen #scale-said { height: auto; color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "keep", "Keep", "Keep what you typed", "scale.keep"),
        key("down", "app.focus_next", "Next", "The next line", "scale.next", show=False),
        key("up", "app.focus_previous", "Before", "The line before", "scale.before", show=False),
        key("escape", "leave", "Back", "Go back without a change", "scale.back"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("A sense of scale", classes="dialog-title")
            for name, label, example in _FIELDS:
                with Horizontal(classes="scale-row"):
                    yield Static(label, classes="scale-label", markup=False)
                    yield Input(self._shown(name), placeholder=example, id=f"scale-{name}")
            yield Static("", id="scale-said", markup=False)
            yield Static("↑↓ line   Enter keep   Esc back", classes="dialog-hint")
        yield too_small()

    def _shown(self, name: str) -> str:
        value = getattr(self._study.settings, name)
        return f"{value:g}" if isinstance(value, float) and value else str(value or "")

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Enter keeps it all."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was typed, or say what can't be."""
        typed = {name: clean_line(self.query_one(f"#scale-{name}", Input).value) for name, _, _ in _FIELDS}
        try:
            settings = read_scale(self._study.settings, typed)
            if settings != self._study.settings:
                self._study.save_settings(settings)
        except DubaoError as error:
            self.query_one("#scale-said", Static).update(styled(str(error)))
            return
        self.dismiss(True)

    def action_leave(self) -> None:
        """Go back without a change."""
        self.dismiss(False)


def read_scale(settings: Settings, typed: dict[str, str]) -> Settings:
    """Return the settings with what was typed; an empty line takes a comparison away.

    Raises:
        ScaleError: a number or a day can't be read, or a currency has no rate or no day.
    """
    rate, people = _number(typed["currency_rate"], "rate"), _number(typed["peg_people"], "number of people")
    year = _number(typed["peg_year"], "year")
    if typed["currency"] and not (rate and typed["currency_date"]):
        raise ScaleError("A currency needs what one of it costs in yuan, and the day of that rate.")
    if typed["currency_date"]:
        _check_day(typed["currency_date"])
    if typed["peg"] and not people:
        raise ScaleError("A place needs the number of its people.")
    return replace(
        settings,
        currency=typed["currency"],
        currency_rate=rate,
        currency_date=typed["currency_date"],
        peg=typed["peg"],
        peg_people=int(people),
        peg_year=int(year),
    )


def _number(text: str, what: str) -> float:
    """Read a number; the lens's own reader takes 82万 and 1,200 as well."""
    if not text:
        return 0.0
    from reader.chinese.numbers.typed import read_typed

    read = read_typed(text)
    if read is None or read.value is None or read.value <= 0:
        raise ScaleError(f"“{text[:20]}” can't be read as a {what}. Write it like 7.12 or 82万.")
    return float(read.value)


def _check_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise ScaleError(f"“{text[:20]}” is no day. Write it like 2026-11-24.") from error
