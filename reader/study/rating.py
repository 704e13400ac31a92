"""From a judged answer to a rating: right or wrong, help peeked at, time against the usual."""

from __future__ import annotations

from reader.quiz.item import Verdict
from reader.quiz.session import Outcome
from reader.review.card import Rating

#: A right answer quicker than this share of the reader's median is easy; slower than the other, hard.
QUICK, SLOW = 0.6, 2.0
#: The median to go by while there are too few answers of a kind, in seconds.
USUAL_SECONDS = 15.0


def rate(outcome: Outcome, median: float | None = None) -> Rating:
    """Return the rating of an answer. ``median`` is the reader's usual time for the kind, in seconds.

    What the learner says of it counts before anything else.
    """
    if outcome.rating is not None:
        return Rating(outcome.rating)
    if not outcome.right:
        return Rating.AGAIN
    usual = median or USUAL_SECONDS
    if outcome.answer.peeked or outcome.grade.verdict is Verdict.NEARLY:
        return Rating.HARD
    if outcome.answer.seconds > SLOW * usual:
        return Rating.HARD
    return Rating.EASY if median and outcome.answer.seconds < QUICK * usual else Rating.GOOD
