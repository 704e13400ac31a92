"""What can be done with the last answer on a screen that asks: undo, count it otherwise, see its pinyin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from reader.chinese.token import Token
from reader.errors import DubaoError
from reader.quiz.item import Grade, Question, Verdict
from reader.quiz.session import Outcome, Session
from reader.study.keeping import STANDS
from reader.tui.quiz_words import verdict
from reader.tui.rows import bar, styled
from reader.tui.screens.base import BaseScreen
from reader.tui.widgets.answer_view import AnswerView

if TYPE_CHECKING:
    from reader.study import Study

_EASIEST = 4


class AnsweredScreen(BaseScreen[None]):
    """Holds one session and its last outcome. ``_busy`` while an answer is on its way to the disk."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._session: Session | None = None
        self._outcome: Outcome | None = None
        self._busy = False

    def _show_question(self) -> None:
        """Ask the session's question: a screen says how."""
        raise NotImplementedError

    @property
    def _wide(self) -> bool:
        return self._study.settings.wide_ambiguous

    def _show_count(self) -> None:
        session = self._session
        assert session is not None
        right = session.summary().right
        count = styled(
            (f"{right} right  ", "$success") if right else "",
            *bar(len(session.outcomes) / max(1, session.total), 10, "$accent"),
            f"  {min(session.position + 1, session.total)}/{session.total}",
        )
        self.query_one("#quiz-count", Static).update(count)

    def _verdict(self, outcome: Outcome, unkept: str = "") -> Content:
        return verdict(outcome, self._study.rating(outcome).name.lower(), unkept)

    def action_pinyin(self) -> None:
        """Show pinyin over the sentence, or hide it."""
        answer = self.query_one(AnswerView)
        if self._outcome is None:
            return
        if answer.has_pinyin:
            answer.set_pinyin(())
        else:
            self._fetch_pinyin(self._outcome.question)

    def _fetch_pinyin(self, question: Question) -> None:
        self.in_background(
            partial(self._study.quizzing.proof_tokens, question), self._show_pinyin, group="pinyin"
        )

    def _show_pinyin(self, tokens: tuple[Token, ...]) -> None:
        self.query_one(AnswerView).set_pinyin(tokens)
        if not tokens:
            self.say("The text of this sentence has changed; there is no pinyin for it.")

    def action_undo(self) -> None:
        """Take the last answer back, also from what is kept."""
        if self._session is None or self._busy or not self._session.outcomes:
            return
        self._busy = True
        self.in_background(
            partial(self._study.undo_answer, self._session.outcomes[-1]),
            self._undone,
            group="record",
            otherwise=self._not_undone,
        )

    def _undone(self, is_undone: bool) -> None:
        assert self._session is not None
        if not is_undone:
            self.say(STANDS)
        self._session.undo()
        self._show_question()

    def _not_undone(self, error: DubaoError) -> None:
        self._busy = False
        self.say(str(error))

    def action_mark(self) -> None:
        """Count the answer right where it was judged wrong, and the other way about."""
        if self._outcome is not None:
            said = "You counted it as wrong." if self._outcome.right else "You counted it as right."
            mark = Verdict.WRONG if self._outcome.right else Verdict.RIGHT
            self._override(Grade(mark, "override", said), None)

    def action_rate(self, by: int) -> None:
        """Have the card come back sooner or later than the answer would have it."""
        if self._outcome is not None:
            rating = self._study.rating(self._outcome) + by
            if 1 <= rating <= _EASIEST:
                self._override(self._outcome.grade, rating)

    def _override(self, grade: Grade, rating: int | None) -> None:
        session, before = self._session, self._outcome
        changed = session.override(grade, rating) if session is not None and not self._busy else None
        if changed is not None and before is not None:
            self._busy = True
            self.in_background(
                partial(self._study.amend, before, changed),
                partial(self._overridden, changed),
                group="record",
                otherwise=self._not_undone,
            )

    def _overridden(self, changed: Outcome, unkept: str) -> None:
        self._outcome, self._busy = changed, False
        self.query_one(AnswerView).set_verdict(self._verdict(changed, unkept))
        self._show_count()
