"""Killed at any moment: what was acknowledged is there, with what it said. The bulk form is in benchmarks."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.review.card import Rating, Review
from reader.review.schedule import Scheduler, new_card, replay
from reader.review.store import Store, open_store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork")

KILLS = 220
START = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
CARDS = 12
# Small, so that kills also fall into snapshots and into the moving of old reviews.
COMPACT_AT = 6000


def answer_until_killed(folder: Path, acknowledge: int) -> None:
    store = open_store(folder, compact_at=COMPACT_AT, clock=lambda: START, tz=UTC)
    scheduler = Scheduler()
    number = store.answers
    while True:
        number += 1
        now = START + timedelta(hours=number)
        card_id = f"word/{number % CARDS}/meaning"
        card = store.card(card_id) or new_card(card_id, now)
        rating = Rating(1 + number % 4)
        review = Review(card_id, now, rating, "meaning", rating > 1, seconds=number)
        store.record_answer(review, scheduler.review(card, rating, now))
        os.write(acknowledge, b"%d\n" % number)
        if number % 5 == 0:
            store.set_place("big-projects", "3", number, now)
            os.write(acknowledge, b"place %d\n" % number)


def killed_after(seconds: float, work: Callable[[int], None]) -> list[bytes]:
    """Fork, let the child work until it has acknowledged something, kill it; return what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            work(writer)
        finally:
            os._exit(1)
    os.close(writer)
    first = os.read(reader, 100)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(reader, "rb") as pipe:
        return (first + pipe.read()).split(b"\n")[:-1]


def check(store: Store, acknowledged: int, place: int) -> None:
    assert store.notices == []
    # One answer may have been written and not yet acknowledged.
    assert store.answers in (acknowledged, acknowledged + 1)
    kept = store.place("big-projects")
    assert kept is None or kept.offset >= place
    reviews = list(store.reviews())
    assert [review.seconds for review in reviews] == list(range(1, store.answers + 1))
    assert {card.id: card.schedule for card in store.cards()} == {
        card_id: card.schedule for card_id, card in replay(reviews).items()
    }


def test_a_program_killed_hundreds_of_times_loses_nothing(folder):
    rng = random.Random(7)
    acknowledged = place = 0
    for kill in range(KILLS):
        lines = killed_after(rng.random() * 0.012, lambda pipe: answer_until_killed(folder, pipe))
        numbers = [int(line) for line in lines if not line.startswith(b"place")]
        places = [int(line.split()[1]) for line in lines if line.startswith(b"place")]
        acknowledged, place = max([acknowledged, *numbers]), max([place, *places])
        store = open_store(folder, read_only=True, tz=UTC)
        if kill % 20 == 0 or kill == KILLS - 1:
            check(store, acknowledged, place)
        assert store.answers in (acknowledged, acknowledged + 1)
        assert store.notices == []
    # What a kill left half written goes when the folder is next opened for writing.
    open_store(folder, tz=UTC).close()
    assert len(list(folder.glob("state-*"))) <= 2
    assert (folder / "reviews-0").is_dir()
