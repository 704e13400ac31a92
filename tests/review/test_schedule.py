from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.review.card import Event, Phase, Rating, Review, card_from_stored, card_to_stored
from reader.review.schedule import Scheduler, new_card, replay

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
histories = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(-2 * 86400, 40 * 86400), st.sampled_from([0.8, 0.9])),
    max_size=12,
)


def test_a_card_known_well_comes_back_later_and_later():
    scheduler, card, now, waits = Scheduler(), new_card("word/集群/meaning", NOW), NOW, []
    for _ in range(6):
        card = scheduler.review(card, Rating.GOOD, now)
        waits.append(card.due - now)
        now = card.due
    assert waits == sorted(waits)
    assert waits[-1] > timedelta(days=60)


def test_a_card_forgotten_comes_back_within_minutes_and_counts_a_lapse():
    scheduler = Scheduler()
    card = scheduler.review(new_card("a", NOW), Rating.EASY, NOW)
    card = scheduler.review(card, Rating.AGAIN, card.due)
    assert card.phase is Phase.RELEARNING
    assert card.lapses == 1
    assert card.due - card.last_review <= timedelta(minutes=10)


def test_a_lower_retention_asks_less_often():
    waits = []
    for retention in (0.95, 0.9, 0.8):
        card = Scheduler(retention).review(new_card("a", NOW), Rating.EASY, NOW)
        waits.append(card.due - NOW)
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]


@pytest.mark.parametrize("retention", [0.0, 0.49, 1.0, -1])
def test_a_retention_that_means_nothing_is_refused(retention):
    with pytest.raises(ValueError, match="outside"):
        Scheduler(retention)


def test_recall_falls_with_time_and_new_cards_have_none():
    scheduler = Scheduler()
    assert scheduler.recall(new_card("a", NOW), NOW) is None
    card = scheduler.review(new_card("a", NOW), Rating.GOOD, NOW)
    recalls = [scheduler.recall(card, NOW + timedelta(days=days)) for days in (0, 2, 10, 100)]
    assert recalls == sorted(recalls, reverse=True)
    assert recalls[0] == 1.0


def test_cards_learnt_together_part_and_the_global_random_is_not_touched():
    random.seed(5)
    state = random.getstate()
    scheduler, dues = Scheduler(), set()
    for number in range(40):
        card, now = new_card(f"word/{number}/meaning", NOW), NOW
        for _ in range(5):
            card = scheduler.review(card, Rating.GOOD, now)
            now = card.due if card.due - now < timedelta(days=3) else NOW + timedelta(days=30)
        dues.add(card.due)
    assert len(dues) > 3
    assert random.getstate() == state


@given(histories)
@settings(max_examples=60, deadline=None)
def test_replaying_the_log_gives_every_schedule_exactly_whatever_the_clock_did(history):
    cards, log, now = {}, [], NOW
    for number, (rating, seconds, retention) in enumerate(history):
        card_id, now = f"word/{number % 2}/meaning", now + timedelta(seconds=seconds)
        card = cards.get(card_id) or new_card(card_id, now)
        cards[card_id] = Scheduler(retention).review(card, rating, now)
        log.append(Review(card_id, now, rating, day="2026-11-24", retention=retention))
    assert replay(log) == cards
    for card in cards.values():
        assert card.due > card.last_review
        assert card_from_stored(card.id, card_to_stored(card)) == card


def test_a_reset_and_an_answer_that_moved_nothing_are_replayed_as_such():
    good = Review("a", NOW, Rating.GOOD)
    assert replay([good, Review("a", NOW, event=Event.RESET)])["a"].is_new
    assert replay([good, Review("a", NOW, Rating.AGAIN, scheduled=False)]) == replay([good])


def test_reviews_made_with_other_weights_are_replayed_with_them():
    weights = [0.5, 1.5, 3.0, 9.0, *(6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
               0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542)]  # fmt: skip
    card = Scheduler(0.9, weights).review(new_card("a", NOW), Rating.EASY, NOW)
    log = [Review("a", NOW, Rating.EASY, weights=1)]
    assert replay(log, {1: weights}) == {"a": card}
    assert replay([Review("a", NOW, Rating.EASY)]) != {"a": card}
