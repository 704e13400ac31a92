"""What was done so far, in words and plain charts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.study.report import Section, report
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import Study


_BARS = re.compile("([▁▂▃▄▅▆▇█]+|░+)")
_LOOKS = {"░": "$quiet"}


class Report(VerticalScroll, can_focus=True):
    """The scrolling report."""

    HELP = """
Every answer counts for the day you gave it on, where you then were. **Predicted and real** tells whether
cards come back at the right time: the two should be alike.
"""


class ProgressScreen(BaseScreen[None]):
    """Shows the report that ``dubao stats`` prints."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "review", "Review", "Review what is due today", "progress.review"),
        key("f", "fit", "Fit", "Fit the schedule to your own answers", "progress.fit"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "progress.help"),
        key("escape,q,p", "back", "Back", "Go back", "progress.back"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._may_fit = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("Progress", "bold $accent")), classes="head-left")
            yield Static("", id="progress-head", classes="head-right", markup=False)
        with Report(id="report"):
            yield Static("Counting …", id="report-text", markup=False)
        yield too_small()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Count anew: progress may have changed."""
        self.in_background(self._count, self._show, group="report", otherwise=None)

    def _count(self) -> tuple[list[Section], bool]:
        found = self._study.progressing.statistics()
        return report(found, self._study.progressing.today), self._study.progressing.may_fit

    def _show(self, counted: tuple[list[Section], bool]) -> None:
        sections, self._may_fit = counted
        hint = "f fits the schedule to your answers" if self._may_fit else ""
        self.query_one("#progress-head", Static).update(styled(hint))
        self.refresh_bindings()
        self.query_one("#report-text", Static).update(report_content(sections))
        self.query_one(Report).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to fit only what can be fitted."""
        return action != "fit" or self._may_fit

    def action_fit(self) -> None:
        """Fit the schedule to the learner's own answers; this takes a while, and everything else goes on."""
        self._may_fit = False
        self.query_one("#progress-head", Static).update("fitting …")
        self.refresh_bindings()
        self.in_background(self._study.progressing.fit, self._fitted, group="fit")

    def _fitted(self, answers: int) -> None:
        self.query_one("#progress-head", Static).update("")
        self.app.notify(f"From now on the schedule follows your {answers:,} answers.", markup=False)

    def action_review(self) -> None:
        """Review what is due."""
        from reader.study.reviewing import ReviewPlan
        from reader.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._study, ReviewPlan()))

    def action_back(self) -> None:
        """Close the help, or go back."""
        if not self.close_help():
            self.dismiss()


def report_content(sections: list[Section]) -> Content:
    """Draw the report; titles are told from lines by more than their colour: lines stand further in."""
    lines = []
    for section in sections:
        lines.append(styled((section.title, "bold")))
        lines += [_drawn(f" {line}") for line in section.lines]
        lines.append(Content(""))
    return Content("\n").join(lines)


def _drawn(line: str) -> Content:
    """Give bars and columns their colour; what is said stays as it is."""
    parts = _BARS.split(line)  # text, bar, text, bar, …
    looks = (_LOOKS.get(part[:1], "$accent") if at % 2 else "" for at, part in enumerate(parts))
    # Cleaned by the report already: its blanks are to stay, for they place what stands below.
    return Content.assemble(*zip(parts, looks, strict=True))
