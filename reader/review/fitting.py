"""The model's numbers fitted to the learner's own answers, where the optional parts of fsrs are installed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.review.card import Event, Review

if TYPE_CHECKING:
    import fsrs

#: With fewer reviews than this the package keeps to the usual numbers.
REVIEWS_NEEDED = 512

_PARTS = ("torch", "pandas", "tqdm")


def missing_parts() -> list[str]:
    """Return the packages that fitting needs and that are not installed."""
    return [name for name in _PARTS if find_spec(name) is None]


def may_fit(answers: int) -> bool:
    """Tell whether there are answers enough, and everything is installed."""
    return answers >= REVIEWS_NEEDED and not missing_parts()


def fit(reviews: Iterable[Review]) -> list[float]:
    """Return the numbers that fit the reviews best. Takes seconds to minutes.

    Raises:
        UsageError: a part is not installed, or there are too few reviews.
    """
    if missing := missing_parts():
        raise UsageError(
            f"Fitting the schedule needs {', '.join(missing)}. Install the optional parts of fsrs: "
            'pip install "fsrs[optimizer]".'
        )
    logs = _logs(reviews)
    if len(logs) < REVIEWS_NEEDED:
        raise UsageError(
            f"Fitting the schedule needs {REVIEWS_NEEDED} answers; there are {len(logs)}. Answer on."
        )
    import fsrs

    return [float(value) for value in fsrs.Optimizer(logs).compute_optimal_parameters()]


def _logs(reviews: Iterable[Review]) -> list[fsrs.ReviewLog]:
    import fsrs

    numbers: dict[str, int] = {}
    return [
        fsrs.ReviewLog(
            numbers.setdefault(review.card, len(numbers) + 1),
            fsrs.Rating(int(review.rating)),
            review.at,
            round(review.seconds * 1000),
        )
        for review in reviews
        if review.scheduled and review.event is not Event.RESET
    ]
