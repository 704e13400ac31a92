"""Fitting the model to the learner: offered in time, refused in a sentence, used from then on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import fsrs
import pytest

from reader.errors import UsageError
from reader.review import fitting
from reader.review.card import Event, Rating, Review
from reader.review.fitting import REVIEWS_NEEDED, fit, may_fit

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def log(cards, days, gap=DAY):
    """So many cards, each answered on so many days."""
    return [
        Review(f"word/{card}/meaning", NOW + day * gap, Rating(1 + (card + day) % 4), seconds=3.0)
        for day in range(days)
        for card in range(cards)
    ]


class FakeOptimizer:
    given: tuple[fsrs.ReviewLog, ...] = ()

    def __init__(self, logs):
        FakeOptimizer.given = tuple(logs)

    def compute_optimal_parameters(self):
        return [1.0, 2]


@pytest.fixture
def all_parts(monkeypatch):
    monkeypatch.setattr(fitting, "missing_parts", lambda: [])
    monkeypatch.setattr(fsrs, "Optimizer", FakeOptimizer, raising=False)


def offered(reviews):
    return may_fit(len(reviews), lambda: reviews)


def test_it_is_offered_once_there_are_answers_enough_of_other_days(all_parts):
    assert not offered(log(64, 8))  # 512 answers, but the first of each card tells nothing
    assert offered(log(64, 9))
    assert not offered(log(64, 20, timedelta(minutes=10)))


def test_it_is_not_offered_where_a_part_is_missing(monkeypatch):
    monkeypatch.setattr(fitting, "missing_parts", lambda: ["torch"])
    assert not offered(log(64, 9))
    with pytest.raises(UsageError, match=r"fsrs\[optimizer\]"):
        fit(log(64, 9))


def test_too_few_answers_are_told_with_their_number(all_parts):
    with pytest.raises(UsageError, match=f"needs {REVIEWS_NEEDED} answers.*there are 448"):
        fit(log(64, 8))


def test_a_card_begun_anew_is_another_history_and_what_moved_nothing_is_left_out(all_parts):
    reviews = [
        *log(64, 9),
        Review("word/0/meaning", NOW + 9 * DAY, event=Event.RESET),
        Review("word/0/meaning", NOW + 10 * DAY, Rating.GOOD),
        Review("word/1/meaning", NOW + 10 * DAY, Rating.GOOD, scheduled=False),
    ]
    assert fit(reviews) == [1.0, 2.0]
    assert len(FakeOptimizer.given) == 64 * 9 + 1
    assert len({log.card_id for log in FakeOptimizer.given}) == 65
