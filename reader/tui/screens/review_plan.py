"""What to review: in which order, of which article, and how far ahead of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.study.reviewing import ANY_TIME, MOST_CARDS, Agenda, ReviewPlan, in_words
from reader.tui.keys import key
from reader.tui.rows import split_row, styled
from reader.tui.screens.base import BaseDialog, too_small
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.study import Study

T = TypeVar("T")
_AHEAD = {
    timedelta(0): "today",
    timedelta(days=1): "and a day more",
    timedelta(days=7): "and a week more",
    timedelta(days=30): "and a month more",
    ANY_TIME: "everything",
}
_LIMITS = (10, 20, 40, MOST_CARDS, 100, 200)


class ReviewPlanList(PagedList):
    """The choices; Enter begins, so that a click and Space change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "screen.begin", "Begin", "Begin the review", "review_plan.begin"),
        key("space", "select", "Change", "Change what is under the cursor", "review_plan.change"),
        key("down,j", "cursor_down", "Down", "The next row", "review_plan.down", show=False),
        key("up,k", "cursor_up", "Up", "The row before", "review_plan.up", show=False),
    ]


class ReviewPlanScreen(BaseDialog[ReviewPlan | None]):
    """Closes with the plan to begin with, None where it was left. ``told`` is a sentence above the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,l", "turn(1)", "Next", "The next value", "review_plan.next"),
        key("left,h", "turn(-1)", "Before", "The value before", "review_plan.before"),
        key("escape,q", "leave", "Back", "Go back", "review_plan.back"),
    ]

    def __init__(self, study: Study, plan: ReviewPlan, told: str = "") -> None:
        super().__init__()
        self._study = study
        self._plan = plan
        self._told = told
        self._titles: dict[str, str] = {"": "all articles"}

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("What to review", classes="dialog-title")
            yield Static(self._told, id="review-plan-told", markup=False)
            yield ReviewPlanList(*self._options(), id="review-plan-list", markup=False)
            yield Static("", id="review-plan-count", markup=False)
            yield Static("↑↓ choose   Space ←→ change   Enter begin   Esc back", classes="dialog-hint")
        yield too_small()

    def on_mount(self) -> None:
        """Find the articles that cards ask about, and count."""
        self.query_one("#review-plan-told").display = bool(self._told)
        self.in_background(self._find_titles, self._use_titles, group="titles")
        self._count()

    def _find_titles(self) -> dict[str, str]:
        articles = map(self._study.article, self._study.reviewing.slugs())
        return {article.slug: article.versions[-1].title for article in articles}

    def _use_titles(self, titles: dict[str, str]) -> None:
        self._titles |= titles
        self._show()

    def _count(self) -> None:
        work = partial(self._study.reviewing.agenda, self._plan)
        self.in_background(work, self._show_count, group="count")

    def _show_count(self, agenda: Agenda) -> None:
        said = f"{len(agenda.due)} to repeat, {len(agenda.new)} new."
        if not agenda.total and agenda.wait is not None:
            said = f"None; the next card comes back in {in_words(agenda.wait)}."
        self.query_one("#review-plan-count", Static).update(styled((said, "$quiet")))

    # --- the rows

    def _options(self) -> list[Option]:
        plan = self._plan
        values = {
            "early": ("Due", _AHEAD.get(plan.early, f"and {in_words(plan.early)} more")),
            "order": ("Order", "article after article" if plan.by_article else "mixed"),
            "slug": ("Of", self._titles.get(plan.slug, plan.slug)),
            "limit": ("At most", f"{plan.limit} cards"),
        }
        return [Option(self._row(*value), id=name) for name, value in values.items()]

    def _row(self, label: str, value: str) -> Content:
        width = max(20, min(64, self.app.size.width * 94 // 100) - 9)  # less the dialog's edges and bar
        return split_row(styled(label), styled(("‹ ", "$quiet"), (value, "bold"), (" ›", "$quiet")), width)

    def _show(self) -> None:
        rows = self.query_one(ReviewPlanList)
        for option in self._options():
            assert option.id is not None, "each row has its name"
            rows.replace_option_prompt(option.id, option.prompt)

    # --- changing

    def on_option_list_option_selected(self) -> None:
        """Space and a click change the row."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Give the row under the cursor another value."""
        row = self.query_one(ReviewPlanList).highlighted_option
        plan = self._plan
        if row is None:
            return
        if row.id == "early":
            self._plan = replace(plan, early=_turned(tuple(_AHEAD), plan.early, by))
        elif row.id == "order":
            self._plan = replace(plan, by_article=not plan.by_article)
        elif row.id == "slug":
            self._plan = replace(plan, slug=_turned(tuple(self._titles), plan.slug, by))
        else:
            self._plan = replace(plan, limit=_turned(_LIMITS, plan.limit, by))
        self._show()
        self._count()

    def action_begin(self) -> None:
        """Begin the review as chosen."""
        self.dismiss(self._plan)

    def action_leave(self) -> None:
        """Go back, and change nothing."""
        self.dismiss(None)


def _turned(values: tuple[T, ...], value: T, by: int) -> T:
    """Return the value after (or before) this one; the first where it is none of them."""
    at = values.index(value) if value in values else -1 if by > 0 else 0
    return values[(at + by) % len(values)]
