"""How the quiz went, and the way back to each miss."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.chinese.token import Span
from reader.quiz.kinds import GROUPS
from reader.quiz.naming import kind_name
from reader.quiz.session import Outcome, Session, Summary
from reader.tui.keys import key
from reader.tui.rows import bar, shown_level, styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.paging import PagedList
from reader.tui.wrapped import wrapped

if TYPE_CHECKING:
    from reader.study import Study

#: Cells beside a row: the screen's edges and the list's bar.
_EDGES = 10
#: Cells between two columns of kinds, and what a kind's bar and numbers take.
_GAP, _SCORE = 2, 12


class Misses(PagedList):
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
        key("r", "repeat", "Repeat misses", "Be asked again what you missed", "summary.repeat"),
        key("n", "again", "New quiz", "Another quiz on this version", "summary.again"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "summary.help"),
        key("escape,q", "back", "Back", "Go back", "summary.back"),
    ]

    def __init__(
        self,
        study: Study,
        slug: str,
        level: str,
        title: str,
        summary: Summary,
        session: Session | None = None,
    ) -> None:
        super().__init__()
        self._study = study
        self._slug = slug
        self._level = level
        self._title = title
        self._summary = summary
        self._session = session

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        summary = self._summary
        with Horizontal(classes="head"):
            yield Static(styled(("Quiz  ", "bold $accent"), (self._title, "bold")), classes="head-left")
            yield Static(shown_level(self._level), classes="head-right", markup=False)
        yield Static(score_content(summary), id="score")
        yield Static(id="kinds")
        yield Static(id="back", markup=False)
        yield Static(self._misses_title(), id="misses-title", markup=False)
        yield Misses(id="misses", markup=False)
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the desk what comes back when."""
        if self._session is not None:
            work = partial(self._study.waits, self._session.outcomes)
            self.in_background(work, self._show_waits, group="waits")

    def _show_waits(self, waits: dict[str, timedelta]) -> None:
        from reader.study.quizzing import comes_back

        said = comes_back(waits.values())
        back = self.query_one("#back", Static)
        back.update(styled(("Comes back  ", "$quiet"), said))
        back.set_class(bool(said), "-open")

    def _misses_title(self) -> str:
        count = len(self._summary.misses)
        if not count:
            return "Nothing missed."
        return f"{count} missed" + (
            " — Enter opens the text at the words" if self.app.size.width >= 60 else ""
        )

    def _misses(self, width: int) -> list[Option | None]:
        """A row for each miss, with a blank between."""
        rows: list[Option | None] = []
        for outcome in self._summary.misses:
            rows += [Option(miss_content(outcome, width)), None]
        return rows[:-1]

    def on_resize(self, event: Resize) -> None:
        """Lay out kinds and misses for the room there is."""
        # Less the edges, the list's bar and what the list keeps free.
        width = max(20, event.size.width - _EDGES)
        rows = max(2, event.size.height // 4)
        self.query_one("#kinds", Static).update(kinds_content(self._summary, width, rows))
        misses = self.query_one("#misses", OptionList)
        at = misses.highlighted
        misses.display = bool(self._summary.misses)
        misses.set_options(self._misses(width))
        misses.highlighted = 0 if at is None and self._summary.misses else at
        misses.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to repeat only what was missed."""
        return action != "repeat" or bool(self._session and self._summary.misses)

    def action_repeat(self) -> None:
        """Ask again what was missed, its options in another order."""
        from reader.tui.screens.quiz import QuizScreen

        if self._session is not None and self._summary.misses:
            again = self._study.quizzing.repeat_misses(self._session)
            self.app.switch_screen(QuizScreen(self._study, self._slug, self._level, session=again))

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


def kinds_content(summary: Summary, width: int = 72, rows: int = 6) -> Content:
    """Say the score of each kind, in columns; of each group of kinds, where that is too long."""
    scores = {kind_name(kind): score for kind, score in summary.by_kind.items()}
    name = max(map(len, scores), default=0)
    columns = max(1, (width + _GAP) // (name + _SCORE + _GAP))
    if len(scores) > rows * columns:
        scores, columns = _by_group(summary), 1
        name = max(map(len, scores))
    cells = [_kind_cell(kind, name, *scores[kind]) for kind in sorted(scores)]
    down = -(-len(cells) // columns)
    lines = [Content(" " * _GAP).join(cells[row::down]) for row in range(down)]
    return Content("\n").join(lines)


def _by_group(summary: Summary) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for group, kinds in GROUPS.items():
        scores = [score for kind, score in summary.by_kind.items() if kind in kinds]
        if scores:
            found[group.capitalize()] = (sum(right for right, _ in scores), sum(asked for _, asked in scores))
    return found


def _kind_cell(kind: str, width: int, right: int, asked: int) -> Content:
    blank = " " * (width - cell_len(kind))
    return styled(f"{kind}{blank}  ", *bar(right / asked, 4), f" {f'{right}/{asked}':<5}")


def miss_content(outcome: Outcome, width: int) -> Content:
    """Say what was asked, what was answered, what is right, and the sentence that says so."""
    question, proof = outcome.question, outcome.question.proof
    given = outcome.answer.text or "skipped"
    start = proof.start - proof.sentence_start
    lit = Span(start, start + len(proof.text))
    return Content("\n").join(
        [
            wrapped(question.stem, width, look="bold"),
            styled(("✗ ", "$error"), (given, "$quiet"), ("   ✓ ", "$success"), (question.key, "bold")),
            wrapped(proof.shown or proof.sentence, width, lit, "$quiet", "$foreground underline"),
        ]
    )
