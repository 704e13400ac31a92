"""The model's numbers fitted to the learner's own answers, where the optional parts of fsrs are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.review.card import Event, Review

if TYPE_CHECKING:
    import fsrs

#: With fewer reviews that came a day or more after the one before, the package keeps to the usual numbers.
REVIEWS_NEEDED = 512

_PARTS = ("torch", "pandas", "tqdm")


def missing_parts() -> list[str]:
    """Return the packages that fitting needs and that are not installed."""
    return [name for name in _PARTS if find_spec(name) is None]


def may_fit(answers: int, reviews: Callable[[], Iterable[Review]]) -> bool:
    """Tell whether everything is installed and there are answers enough; looks no further than that."""
    if answers < REVIEWS_NEEDED or missing_parts():
        return False
    return any(number >= REVIEWS_NEEDED for number, _ in enumerate(_telling(reviews()), 1))


def _telling(reviews: Iterable[Review]) -> Iterator[Review]:
    """The reviews that tell of memory: those a day or more after the last of the same card."""
    last: dict[str, datetime] = {}
    for review in reviews:
        if review.event is Event.RESET:
            last.pop(review.card, None)
        elif review.scheduled:
            if review.card in last and (review.at - last[review.card]).days > 0:
                yield review
            last[review.card] = review.at


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
    reviews = list(reviews)
    telling = sum(1 for _ in _telling(reviews))
    if telling < REVIEWS_NEEDED:
        raise UsageError(
            f"Fitting the schedule needs {REVIEWS_NEEDED} answers given a day or more after the one before; "
            f"there are {telling}. Review on."
        )
    import fsrs

    return [float(value) for value in fsrs.Optimizer(_logs(reviews)).compute_optimal_parameters()]


def _logs(reviews: Iterable[Review]) -> list[fsrs.ReviewLog]:
    import fsrs

    numbers: dict[str, int] = {}
    fresh = count(1)
    logs = []
    for review in reviews:
        if review.event is Event.RESET:
            numbers.pop(review.card, None)  # what comes after is another card's history
        elif review.scheduled:
            number = numbers.get(review.card) or numbers.setdefault(review.card, next(fresh))
            rating, milliseconds = fsrs.Rating(int(review.rating)), round(review.seconds * 1000)
            logs.append(fsrs.ReviewLog(number, rating, review.at, milliseconds))
    return logs
