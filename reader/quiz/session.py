"""A run of questions as a plain object: current, answer, undo, summary. Screens and plain lines share it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from reader.quiz.item import Answer, Grade, Question, Verdict

Judge = Callable[[Question, Answer], Grade]

_RIGHT = (Verdict.RIGHT, Verdict.NEARLY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question, what was answered, and how it was judged.

    ``rating`` is what the learner says instead of what the answer would give: 1 again, 2 hard, 3 good,
    4 easy; None leaves it to the answer.
    """

    question: Question
    answer: Answer
    grade: Grade
    rating: int | None = None

    @property
    def right(self) -> bool:
        """Whether the answer counts as right (right but for tones counts)."""
        return self.grade.verdict in _RIGHT


@dataclass(frozen=True, slots=True)
class Summary:
    """How a session went. ``by_kind`` maps a question kind to (right, asked); skipped ones are misses."""

    right: int
    total: int
    by_kind: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: tuple[Outcome, ...] = ()

    @property
    def share(self) -> float:
        """The share of right answers, 0 to 1; 0 where nothing was answered."""
        return self.right / self.total if self.total else 0.0


class Session:
    """Questions asked one after the other.

    ``current`` is the open question, None at the end. ``answer`` judges it; the next question shows
    after ``advance``. An unreadable answer changes nothing: ask again.
    """

    def __init__(self, questions: Sequence[Question], judge: Judge) -> None:
        self._questions = tuple(questions)
        self._judge = judge
        self._outcomes: list[Outcome] = []
        self._index = 0
        self._peeked = False

    @property
    def current(self) -> Question | None:
        """The question on the table; None when all are done."""
        return self._questions[self._index] if self._index < len(self._questions) else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, asked or still to be asked."""
        return self._questions

    @property
    def position(self) -> int:
        """How many questions lie behind, 0 at the start."""
        return self._index

    @property
    def total(self) -> int:
        """How many questions there are in all."""
        return len(self._questions)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What has been answered so far, in order."""
        return tuple(self._outcomes)

    @property
    def is_answered(self) -> bool:
        """Whether the current question has its answer and waits for ``advance``."""
        return len(self._outcomes) > self._index

    def answer(self, answer: Answer) -> Outcome:
        """Judge an answer to the current question and keep it, unless it can't be read.

        Raises:
            RuntimeError: there is no open question (a mistake of the calling screen).
        """
        question = self._open_question()
        answer = replace(answer, peeked=answer.peeked or self._peeked)
        outcome = Outcome(question, answer, self._judge(question, answer))
        if outcome.grade.verdict is not Verdict.UNREADABLE:
            self._outcomes.append(outcome)
        return outcome

    def peek(self) -> str:
        """Look at the question's English; its answer counts as helped from now on."""
        question = self._open_question()
        self._peeked = True
        return question.stem_en

    def skip(self) -> Outcome:
        """Leave the current question unanswered; it counts as a miss."""
        outcome = Outcome(self._open_question(), Answer(""), Grade(Verdict.SKIPPED, "skipped"))
        self._outcomes.append(outcome)
        return outcome

    def advance(self) -> Question | None:
        """Go on to the next question, if the current one has its answer; return it."""
        if self.is_answered:
            self._index += 1
            self._peeked = False
        return self.current

    def undo(self) -> Outcome | None:
        """Take the last answer back and ask its question again; None where there is nothing to undo."""
        if not self._outcomes:
            return None
        outcome = self._outcomes.pop()
        self._index = len(self._outcomes)
        # Its answer was seen: asked again, it is no longer recalled without help.
        self._peeked = True
        return outcome

    def override(self, grade: Grade, rating: int | None = None) -> Outcome | None:
        """Put another grade, and a rating, in the place of the last one (the learner knows better)."""
        if not self._outcomes:
            return None
        last = self._outcomes[-1]
        self._outcomes[-1] = Outcome(last.question, last.answer, grade, rating)
        return self._outcomes[-1]

    def summary(self) -> Summary:
        """Return the score so far."""
        by_kind: dict[str, tuple[int, int]] = {}
        for outcome in self._outcomes:
            right, asked = by_kind.get(outcome.question.kind, (0, 0))
            by_kind[outcome.question.kind] = (right + outcome.right, asked + 1)
        misses = tuple(outcome for outcome in self._outcomes if not outcome.right)
        return Summary(len(self._outcomes) - len(misses), len(self._outcomes), by_kind, misses)

    def repeat_misses(self, rng: random.Random | None = None) -> Session:
        """Return a new session over the questions that were missed; ``rng`` moves their options about."""
        missed = [outcome.question for outcome in self.summary().misses]
        return Session([_shuffled(question, rng) for question in missed], self._judge)

    def _open_question(self) -> Question:
        question = self.current
        if question is None or self.is_answered:
            raise RuntimeError("There is no open question to answer.")
        return question


def _shuffled(question: Question, rng: random.Random | None) -> Question:
    if rng is None or question.kind == "truth":
        return question
    return replace(question, options=tuple(rng.sample(question.options, len(question.options))))
