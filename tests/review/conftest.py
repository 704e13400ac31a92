from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.review.card import Card, Rating, Review
from reader.review.files import Disk
from reader.review.schedule import Scheduler, new_card
from reader.review.store import Store, open_store

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)


class FullDisk(Disk):
    """A disk with room for some more bytes; what doesn't fit is half written, as on a real one."""

    def __init__(self) -> None:
        self.room: int | None = None

    def write(self, descriptor: int, data: bytes) -> None:
        if self.room is None:
            super().write(descriptor, data)
            return
        fits, self.room = data[: self.room], max(0, self.room - len(data))
        super().write(descriptor, fits)
        if len(fits) < len(data):
            raise OSError(28, os.strerror(28))


@pytest.fixture
def full_disk() -> FullDisk:
    return FullDisk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "progress"


@pytest.fixture
def open_at(folder: Path) -> Iterator[Callable[..., Store]]:
    """Opens the progress as a fresh start of the program does; closes what is still open at the end."""
    stores: list[Store] = []

    def open_it(**options: object) -> Store:
        options = {"clock": lambda: NOW, "tz": UTC} | options
        store = open_store(folder, **options)  # type: ignore[arg-type]
        stores.append(store)
        return store

    yield open_it
    for store in stores:
        store.close()


Answer = Callable[..., Card]


@pytest.fixture
def answer() -> Answer:
    """Answers a card in a store, as the desk does it; returns the card as it then is."""

    def answer_it(
        store: Store,
        card_id: str,
        now: datetime = NOW,
        rating: Rating = Rating.GOOD,
        *,
        kind: str = "recall",
        mistake: str | None = None,
        seconds: float = 4.0,
    ) -> Card:
        scheduler = Scheduler(0.9)
        card = store.card(card_id) or new_card(card_id, now)
        right = rating is not Rating.AGAIN
        review = Review(card_id, now, rating, kind, right, mistake, seconds, article="big-projects",
                        predicted=scheduler.recall(card, now), is_first=card.is_new)  # fmt: skip
        moved = scheduler.review(card, rating, now)
        store.record_answer(review, moved)
        return moved

    return answer_it
