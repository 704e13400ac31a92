"""Which text is next: how much of each is known, and the few words that make one ready."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.review.words import WordState
from reader.study.coverage import LearningPlan, percent
from reader.tui.counting_rest import CountsRest
from reader.tui.keys import key
from reader.tui.rows import bar, level_name, split_row, styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.screens.changes_words import ChangesWords
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.vocabulary import Readiness

_TARGETS = (0.9, 0.95, 0.98, 1.0)


class TextList(PagedList):
    """The versions, the readiest first."""

    HELP = """
The share of running words you know, names and figures left out. With **95%** a text can be read without a
dictionary. Below stand the fewest words that bring the text there: **a** adds them to your reviews.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "Read", "Open this version", "readiness.read"),
        key("down,j", "cursor_down", "Down", "The next text", "readiness.down", show=False),
        key("up,k", "cursor_up", "Up", "The text before", "readiness.up", show=False),
    ]


class ReadinessScreen(ChangesWords, CountsRest, BaseScreen[None]):
    """Lists every version of the library. ``plan`` is what to learn for the one under the cursor."""

    AUTO_FOCUS = "#text-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("a", "learn", "Learn these", "Add these words to the reviews", "readiness.learn"),
        key("g", "target", "Goal", "Aim at 90, 95, 98 or 100%", "readiness.target"),
        key("u,ctrl+z", "undo", "Undo", "Take the last step back", "readiness.undo"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "readiness.help"),
        key("escape,q", "back", "Back", "Go back", "readiness.back"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._rows: list[Readiness] = []
        self._target = 0.95
        self.plan: LearningPlan | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("What to read next", "bold $accent")), classes="head-left")
            yield Static("counting …", id="readiness-head", classes="head-right", markup=False)
        yield TextList(id="text-list", markup=False)
        with VerticalScroll(id="readiness-plan", can_focus=False):
            yield Static("", id="plan-words", markup=False)
        yield too_small()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Count anew: words may have changed."""
        self.gather()
        self.count_rest()

    def gather(self) -> None:
        """Show all texts counted by now."""
        work = partial(self._study.vocabulary.readiness, quick=True)
        self.in_background(work, self._show, group="readiness")

    def show_rest(self, words: str) -> None:
        """Show how far the counting of the other texts is."""
        self.query_one("#readiness-head", Static).update(words or "words you know")

    def on_screen_suspend(self) -> None:
        """Leave the language helper to the article that opens."""
        self.workers.cancel_group(self, "rest")

    def _show(self, rows: list[Readiness]) -> None:
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        texts = self.query_one(TextList)
        at = texts.highlighted or 0
        texts.clear_options()
        texts.add_options([Option(self._content(row)) for row in self._rows])
        if self._rows:
            texts.highlighted = min(at, len(self._rows) - 1)

    def _content(self, row: Readiness) -> Content:
        found = row.coverage
        left = styled((row.title, "bold"), "  ", (level_name(row.level), "$secondary"))
        apart = f" + {found.names:>3} names, {found.figures:>3} figures" if self.size.width >= 100 else ""
        right = styled(
            *bar(found.share), f" {percent(found.share):>6}",
            (f" of {found.running:>6,}{apart}", "$quiet"),
        )  # fmt: skip
        return split_row(left, right, max(20, self.size.width - 7))

    def on_resize(self, _: Resize) -> None:
        """Fit the rows to the new width."""
        if self._rows:
            self._fill()

    # --- the plan

    def _row(self) -> Readiness | None:
        at = self.query_one(TextList).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def on_option_list_option_highlighted(self) -> None:
        """Say what to learn before reading it."""
        self._make_plan()

    def _make_plan(self) -> None:
        if row := self._row():
            self.in_background(partial(self._plan_of, row), self._show_plan, group="plan")

    def _plan_of(self, row: Readiness) -> LearningPlan:
        article = self._study.article(row.slug)
        version = self._study.version(article, row.level)
        return self._study.vocabulary.plan(article, version, self._target)

    def _show_plan(self, plan: LearningPlan) -> None:
        self.plan = plan
        words = "  ".join(f"{word.word} {word.count}×" for word in plan.words)
        lines = [styled((plan.promise, "bold"))] + ([styled(words)] if words else [])
        self.query_one("#plan-words", Static).update(Content("\n").join(lines))

    def action_target(self) -> None:
        """Aim at another share."""
        self._target = _TARGETS[(_TARGETS.index(self._target) + 1) % len(_TARGETS)]
        self.app.notify(f"Aiming at {self._target:.0%} of the words.", timeout=2)
        self._make_plan()

    def action_learn(self) -> None:
        """Add the words to the reviews."""
        if self.plan is not None and self.plan.words:
            words = [word.word for word in self.plan.words]
            change = partial(self._study.vocabulary.set, words, WordState.LEARNING)
            self.in_background(change, self._learnt, group="change")

    def _learnt(self, count: int) -> None:
        self.say_changed(count, "comes up for review", "come up for review")
        self.gather()

    # --- reading

    def on_option_list_option_selected(self) -> None:
        """Open the version."""
        from reader.tui.screens.article import ArticleScreen

        if row := self._row():
            self.app.push_screen(ArticleScreen(self._study, row.slug, row.level))

    def action_back(self) -> None:
        """Close the help, or go back."""
        if not self.close_help():
            self.dismiss()
