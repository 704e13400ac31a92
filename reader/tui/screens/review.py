"""The review: what is due today, asked on the quiz's screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList, Static

from reader.errors import DubaoError
from reader.quiz.item import Question
from reader.study.reviewing import ANY_TIME, NothingDueError, have_no_question, in_words
from reader.tui.keys import key
from reader.tui.rows import bar, styled
from reader.tui.screens.quiz import QuizScreen
from reader.tui.screens.summary import SummaryScreen

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.reviewing import ReviewPlan, ReviewSession
    from reader.tui.screens.article import ArticleScreen


class ReviewScreen(QuizScreen):
    """Asks what is due; what is forgotten comes again at the end. A card can be put away by one key."""

    HELP = """
Cards come back just before you would forget them. **b** not today, **x** never again, **i** I know this,
**Ctrl+R** forget its schedule; **u** takes the last step back, whichever it was. While you type, F3, F4, F5
and Ctrl+Z do the same. **c** chooses the order, the article, and how far ahead of time.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("b,f3,ctrl+b", "put_away('bury')", "Not today", "Don't ask this card again today", "review.bury"),
        key("x,f4,ctrl+n", "put_away('suspend')", "Never", "Suspend this card", "review.suspend", show=False),
        key(
            "i,f5,ctrl+t", "put_away('mark_known')", "I know this", "Never ask what you know", "review.known"
        ),
        key(
            "ctrl+r", "put_away('reset')", "Reset", "Forget this card's schedule", "review.reset", show=False
        ),
    ]

    def __init__(self, study: Study, plan: ReviewPlan) -> None:
        super().__init__(study, plan.slug)
        self._wanted = plan
        self._review: ReviewSession | None = None

    # --- beginning

    def _make(self) -> ReviewSession:  # type: ignore[override]
        return self._study.reviewing.session(self._wanted)

    def _begin(self, session: ReviewSession) -> None:  # type: ignore[override]
        self.query_one("#quiz-title", Static).update(styled(("Review", "bold $accent")))
        self._session = self._review = session
        if session.gone:
            self.app.notify(
                f"{have_no_question(len(session.gone))} They are kept.",
                severity="warning", markup=False, timeout=10,
            )  # fmt: skip
        self._show_question()

    def _give_up(self, error: DubaoError) -> None:
        is_fine = isinstance(error, NothingDueError)
        if isinstance(error, NothingDueError) and error.wait is not None:
            told = f"Nothing is due. The next card comes back in {in_words(error.wait)}."
            self._choose(replace(self._wanted, early=max(self._wanted.early, ANY_TIME)), told)
            return
        self.app.notify(str(error), severity="information" if is_fine else "error", markup=False, timeout=8)
        self.dismiss()

    def _show_count(self) -> None:
        session = self._review
        assert session is not None
        done = len(session.outcomes)
        right = session.summary().right
        count = styled(
            (f"{right} right  ", "$success") if right else "",
            *bar(done / max(1, done + session.to_come), 10, "$accent"),
            f"  {session.to_come} to come",
        )
        self.query_one("#quiz-count", Static).update(count)

    # --- what is reviewed

    def action_plan(self) -> None:
        """Choose order, article and how far ahead; then the review begins anew."""
        self._choose(self._wanted)

    def _choose(self, plan: ReviewPlan, told: str = "") -> None:
        from reader.tui.screens.review_plan import ReviewPlanScreen

        self.app.push_screen(ReviewPlanScreen(self._study, plan, told), self._use_plan)

    def _use_plan(self, plan: ReviewPlan | None) -> None:
        if plan is not None:
            self._wanted = plan
            self.in_background(self._make, self._begin, group="quiz", otherwise=self._give_up)
        elif self._review is None:
            self.dismiss()

    # --- cards put away

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "put_away":
            return self._question is not None and not self._busy
        if action == "undo":
            return bool(self._review and self._review.undo_card)
        if action == "plan":
            return self._review is not None
        return super().check_action(action, parameters)

    def action_put_away(self, how: str) -> None:
        """Bury, suspend, reset the card, or call it known; go on to the next question."""
        question = self._question
        if question is None or self._busy:
            return
        card_id = question.item.id
        self._keep_step(partial(getattr(self._study.reviewing, how), card_id), self._put_away)

    def _put_away(self, _: object) -> None:
        assert self._review is not None
        self._review.put_away()
        self._show_question()

    def action_undo(self) -> None:
        """Take the last step back: an answer, or a card put away."""
        review = self._review
        if review is None or review.undo_card is None or self._busy:
            return
        if review.undo_outcome is not None:
            self._keep_step(partial(self._study.undo_answer, review.undo_outcome), self._undone)
        else:
            self._keep_step(partial(self._study.reviewing.undo, review.undo_card), self._undone)

    def _keep_step(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._busy = True
        self.in_background(work, then, group="record", otherwise=self._unkept)

    def _unkept(self, error: Exception) -> None:
        self._busy = False
        self.say(str(error))

    # --- ending

    def action_open(self) -> None:
        """Open the article at the proof; Escape comes back."""
        if self._outcome is not None:
            self.app.push_screen(in_the_text(self._study, self._outcome.question))

    def _end(self) -> None:
        session = self._review
        assert session is not None
        if not session.outcomes:
            self.dismiss()
            return
        left = f"{session.waiting} more are due" if session.waiting else ""
        self.app.switch_screen(ReviewSummary(self._study, self._wanted, left, session))


class ReviewSummary(SummaryScreen):
    """How the review went; each miss leads to its own article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "again", "More", "Review what else is due", "review_summary.again"),
    ]

    def __init__(self, study: Study, plan: ReviewPlan, left: str, session: ReviewSession) -> None:
        super().__init__(study, "", "", f"Review  {left}", session.summary(), session)
        self._plan = plan

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was missed has been asked again already."""
        return action != "repeat" and super().check_action(action, parameters)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article at the words that settle the question."""
        event.prevent_default()
        question = self._summary.misses[event.option_index].question
        self.app.push_screen(in_the_text(self._study, question))

    def action_again(self) -> None:
        """Review what else is due."""
        self.app.switch_screen(ReviewScreen(self._study, self._plan))


def in_the_text(study: Study, question: Question) -> ArticleScreen:
    """Return the article of a question, at the words that settle it."""
    from reader.tui.screens.article import ArticleScreen

    proof, slug = question.proof, question.item.article
    versions = study.article(slug).versions
    stating = (v.level for v in versions if v.text.startswith(proof.sentence, proof.sentence_start))
    return ArticleScreen(study, slug, next(stating, None), proof=proof)
