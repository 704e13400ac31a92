"""Solvers that have not read the text: each picks an option by its looks. None may do better than chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from reader.quiz.item import AnswerForm, Question
from tests.quiz.laws import value_of

Solver = Callable[[Question], int]


def _best(question: Question, score: Callable[[str], float]) -> int:
    """Return the place of the option with the highest score; of equals, one that hangs on the id alone."""
    scores = [score(option.text) for option in question.options]
    best = [place for place, value in enumerate(scores) if value == max(scores)]
    return best[sum(map(ord, question.id + question.stem)) % len(best)]


def longest(question: Question) -> int:
    return _best(question, len)


def shortest(question: Question) -> int:
    return _best(question, lambda text: -len(text))


def most_exact(question: Question) -> int:
    """The figure with the most digits that are no closing zeros."""
    return _best(question, lambda text: len(re.sub(r"0+(?=\D|$)", "", text)) if re.search(r"\d", text) else 0)


def roundest(question: Question) -> int:
    return _best(question, lambda text: -len(re.sub(r"0+(?=\D|$)", "", text)))


def middle(question: Question) -> int:
    """The middle one by value, or by length."""
    values = [value_of(option.text) for option in question.options]
    if any(value is None for value in values):
        values = [len(option.text) for option in question.options]
    ranked = sorted(range(len(values)), key=lambda place: values[place])  # type: ignore[type-var]
    return ranked[len(ranked) // 2]


def largest(question: Question) -> int:
    return _best(question, lambda text: float(value_of(text) or 0))  # type: ignore[arg-type]


def smallest(question: Question) -> int:
    return _best(question, lambda text: -float(value_of(text) or 0))  # type: ignore[arg-type]


def like_the_stem(question: Question) -> int:
    return _best(question, lambda text: sum(c in question.stem for c in set(text)) / max(1, len(set(text))))


def most_shared_with_stem(question: Question) -> int:
    return _best(question, lambda text: sum(c in question.stem for c in set(text)))


def like_the_others(question: Question) -> int:
    """The option that shares most with the other options: wrong ones are often made from the right one."""

    def shared(text: str) -> float:
        others = [option.text for option in question.options if option.text != text]
        return sum(sum((Counter(text) & Counter(other)).values()) for other in others)

    return _best(question, shared)


def odd_one_out(question: Question) -> int:
    def shared(text: str) -> float:
        others = [option.text for option in question.options if option.text != text]
        return -sum(sum((Counter(text) & Counter(other)).values()) for other in others)

    return _best(question, shared)


def first(_: Question) -> int:
    return 0


def last(question: Question) -> int:
    return len(question.options) - 1


def most_frequent(quiz: Iterable[Question]) -> Solver:
    """The option whose words occur most often in the other questions of the quiz."""
    quiz = list(quiz)

    def solve(question: Question) -> int:
        others = [q for q in quiz if q.item.id != question.item.id]
        shown = "\n".join(q.stem + "\n" + "\n".join(o.text for o in q.options) for q in others)
        return _best(question, shown.count)

    return solve


SOLVERS: dict[str, Solver] = {
    solver.__name__.replace("_", " "): solver
    for solver in (
        first, last, longest, shortest, most_exact, roundest, middle, largest, smallest, like_the_stem,
        most_shared_with_stem, like_the_others, odd_one_out,
    )
}  # fmt: skip


def advantage(solver: Solver, questions: Iterable[Question]) -> tuple[float, int]:
    """Return how many points above chance the solver comes, and over how many choices."""
    choices = [q for q in questions if q.form is AnswerForm.CHOICE]
    if not choices:
        return 0.0, 0
    right = sum(solver(question) == question.key_index for question in choices)
    chance = sum(1 / len(question.options) for question in choices)
    return 100 * (right - chance) / len(choices), len(choices)
