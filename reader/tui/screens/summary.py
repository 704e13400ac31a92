"""How the quiz went, and the way back to each miss."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.quiz.session import Outcome, Summary
from reader.tui.keys import key
from reader.tui.quiz_words import kind_name
from reader.tui.rows import bar, level_name, styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import Study


class Misses(OptionList):
    """The questions missed."""

    HELP = "**Enter** on a miss opens the article with the words that answer it lit up."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "In the text", "Open the article at the words", "summary.open"),
        key("down,j", "cursor_down", "Down", "The next miss", "summary.down", show=False),
        key("up,k", "cursor_up", "Up", "The miss before", "summary.up", show=False),
    ]


class SummaryScreen(BaseScreen[None]):
    """The end of a quiz."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "again", "Again", "Another quiz on this version", "summary.again"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "summary.help"),
        key("escape,q", "back", "Back", "Go back", "summary.back"),
    ]

    def __init__(self, study: Study, slug: str, level: str, title: str, summary: Summary) -> None:
        super().__init__()
        self._study = study
        self._slug = slug
        self._level = level
        self._title = title
        self._summary = summary

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        summary = self._summary
        with Horizontal(classes="head"):
            yield Static(styled(("Quiz  ", "bold $accent"), (self._title, "bold")), classes="head-left")
            yield Static(level_name(self._level), classes="head-right", markup=False)
        yield Static(score_content(summary), id="score")
        yield Static(kinds_content(summary), id="kinds")
        yield Static(self._misses_title(), id="misses-title", markup=False)
        yield Misses(*self._misses(), id="misses", markup=False)
        yield too_small()
        yield KeyBar()

    def _misses_title(self) -> str:
        count = len(self._summary.misses)
        if not count:
            return "Nothing missed."
        return f"{count} missed" + (
            " — Enter opens the text at the words" if self.app.size.width >= 60 else ""
        )

    def _misses(self) -> list[Option | None]:
        """A row for each miss, with a blank between."""
        return [row for outcome in self._summary.misses for row in (Option(miss_content(outcome)), None)]

    def on_resize(self, _: Resize) -> None:
        """Keep the list usable when the window changes."""
        self.query_one("#misses").display = bool(self._summary.misses)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article at the words that settle the question."""
        from reader.tui.screens.article import ArticleScreen

        proof = self._summary.misses[event.option_index].question.proof
        self.app.push_screen(ArticleScreen(self._study, self._slug, self._level, proof=proof))

    def action_back(self) -> None:
        """Close the help, or go back."""
        if not self.close_help():
            self.dismiss()

    def action_again(self) -> None:
        """Start another quiz."""
        from reader.tui.screens.quiz import QuizScreen

        self.app.switch_screen(QuizScreen(self._study, self._slug, self._level))


def score_content(summary: Summary) -> Content:
    """Say the score."""
    return styled(
        (f"{summary.right} of {summary.total} right", "bold"),
        "   ",
        *bar(summary.share, 20),
        f" {round(summary.share * 100)}%",
    )


def kinds_content(summary: Summary) -> Content:
    """Say the score of each kind, a row each."""
    width = max((len(kind_name(kind)) for kind in summary.by_kind), default=0)
    rows = [
        styled(f"{kind_name(kind):<{width}}  ", *bar(right / asked, 10), f" {right}/{asked}")
        for kind, (right, asked) in sorted(summary.by_kind.items(), key=lambda item: kind_name(item[0]))
    ]
    return Content("\n").join(rows)


def miss_content(outcome: Outcome) -> Content:
    """Say what was asked, what was answered and what is right."""
    given = outcome.answer.text or "skipped"
    return Content("\n").join(
        [
            styled(outcome.question.stem),
            styled(
                ("✗ ", "$error"), (given, "$quiet"), ("   ✓ ", "$success"), (outcome.question.key, "bold")
            ),
        ]
    )
