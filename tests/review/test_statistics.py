from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.review.card import Rating
from reader.review.statistics import Mistake, statistics, streak
from reader.review.tallies import DayCount
from reader.review.words import WordState

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)


def counts(days_ago):
    return [DayCount((TODAY - n * DAY).isoformat(), 3, 2, 1, 30.0) for n in days_ago]


@pytest.mark.parametrize(
    ("days_ago", "current", "longest"),
    [([], 0, 0), ([0], 1, 1), ([1], 1, 1), ([2], 0, 1), ([0, 1, 2], 3, 3), ([1, 2, 5, 6, 7, 8], 2, 4)],
)
def test_a_streak_goes_up_to_today_or_yesterday(days_ago, current, longest):
    found = streak(counts(days_ago), TODAY)
    assert (found.current, found.longest) == (current, longest)


def test_a_flight_to_the_west_where_it_is_still_yesterday_breaks_no_streak():
    assert streak(counts([2, 1, 0, -1]), TODAY).current == 4
    assert streak(counts([1, 0, -1]), TODAY - DAY).current == 2  # the day after tomorrow is a wrong clock


@given(st.sets(st.integers(0, 40)))
def test_no_streak_is_longer_than_the_longest_or_than_the_days_there_are(days_ago):
    found = streak(counts(days_ago), TODAY)
    assert 0 <= found.current <= found.longest <= len(days_ago)


def test_a_progress_screen_gets_all_it_shows_as_plain_data(open_at, answer):
    store = open_at()
    for day in range(3):
        now = NOW + day * DAY
        answer(store, "fact/poli-satellite-town/households/recall", now, Rating.AGAIN, mistake="万 for 亿")
        answer(store, "word/集群/meaning", now, kind="meaning")
    store.set_words(["学校", "老师"], WordState.KNOWN, "HSK 4", NOW)
    store.set_words(["集群"], WordState.KNOWN, "answer", NOW + 2 * DAY)
    store.add_reading(90.0, 300, NOW)
    found = statistics(store, NOW + 2 * DAY, tz=UTC)
    assert found.answers == 6
    assert (found.streak.current, found.streak.today) == (3, 2)
    assert found.mistakes == (Mistake("万 for 亿", "recall", 3),)
    assert {kind.kind: (kind.right, kind.asked) for kind in found.kinds} == {
        "recall": (0, 3),
        "meaning": (3, 3),
    }
    assert found.known == (("2026-11-24", 2), ("2026-11-26", 3))
    assert len(found.due) == 28
    assert sum(number for _, number in found.due) == 2
    assert found.speed.per_minute == 200.0
    assert sum(bin.answers for bin in found.recall) == 4
    data = found.to_json()
    assert data["schema"] == 1
    assert data["answers"] == 6
    assert json.loads(json.dumps(data)) == json.loads(json.dumps(found.to_json()))


def test_nothing_done_yet_gives_zeros(open_at):
    found = statistics(open_at(read_only=True), NOW, tz=UTC)
    assert found.answers == 0
    assert found.streak.longest == 0
    assert found.speed.per_minute is None


def test_the_overdue_are_due_today_and_the_suspended_never(open_at, answer):
    store = open_at()
    for name in "ab":
        answer(store, name, rating=Rating.EASY)
    store.suspend("b")
    found = statistics(store, NOW + 60 * DAY, tz=UTC)
    assert found.due[0] == ("2027-01-23", 1)
    assert sum(number for _, number in found.due) == 1
