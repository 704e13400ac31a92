"""Print what keeping an answer costs, as multiples of one appended and synced line; SQLite stands beside it.

``python tests/benchmarks/memory.py`` runs everything; ``answer``, ``start``, ``read``, ``kill [N]`` and
``disk FOLDER`` (on a small file system that may be filled) run one part. Trust the ratios, not the times.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import StorageError
from reader.review.archive import Archive
from reader.review.card import Card, Phase, Rating, Review, card_to_stored, review_to_stored
from reader.review.files import Disk
from reader.review.lines import encode
from reader.review.schedule import Scheduler, new_card, replay
from reader.review.statistics import statistics as progress_of
from reader.review.store import Store, open_store
from tests.benchmarks.startup import DUBAO, seconds_to_paint

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
MILLION = 1_000_000
ROUNDS = 300


# --- stores as years of learning leave them


def make_store(folder: Path, cards: int, reviews: int = 0) -> Store:
    """Return a fresh store with so many cards in review, and so many old reviews behind it."""
    store = open_store(folder, clock=lambda: NOW, tz=UTC)
    stored = {card.id: card_to_stored(card) for card in islice(_cards(), cards)}
    store._storage.commit({"cards": dict(stored)})
    if reviews:
        archive = Archive(folder / "reviews-0", folder / "backups" / "reviews-0", Disk())
        archive.append(_old_reviews(reviews, max(cards, 1)))
        meta = {"folder": "reviews-0", "answers": reviews, "last": reviews}
        store._storage.commit({"meta": {"archive": meta}})
    store._storage.compact()
    store.close()
    return open_store(folder, clock=lambda: NOW, tz=UTC)


def _cards() -> Iterator[Card]:
    number = 0
    while True:
        number += 1
        due, last = NOW + timedelta(days=number % 90), NOW - timedelta(days=number % 30)
        yield Card(f"word/{number}/meaning", due, Phase.REVIEW, 0, 12.5 + number % 50, 5.25, last, 7, 1)


def _old_reviews(count: int, cards: int) -> Iterator[tuple[int, dict[str, object]]]:
    first = NOW - timedelta(days=6 * 365)
    step = timedelta(days=6 * 365) / count
    for number in range(1, count + 1):
        card_id = f"word/{number % cards + 1}/meaning"
        at = first + number * step
        review = Review(card_id, at, Rating(1 + number % 4), "meaning", number % 4 > 0, seconds=4.2,
                        article="poli-satellite-town", day=f"{at:%Y-%m-%d}", predicted=0.9)  # fmt: skip
        yield number, review_to_stored(review)


# --- one answer


def answerer(store: Store, cards: int) -> Callable[[int], object]:
    """Return what keeps one answer as the desk does it: look the card up, schedule it, keep both."""
    scheduler = Scheduler()

    def keep(number: int) -> object:
        now = NOW + timedelta(minutes=number)
        card_id = f"word/{number * 7919 % cards + 1}/meaning"
        card = store.card(card_id) or new_card(card_id, now)
        rating = Rating(1 + number % 4)
        review = Review(card_id, now, rating, "meaning", rating > 1, seconds=4.2,
                        article="poli-satellite-town", predicted=scheduler.recall(card, now))  # fmt: skip
        return store.record_answer(review, scheduler.review(card, rating, now))

    return keep


def line_appender(folder: Path) -> Callable[[int], object]:
    """Return what appends one line as long as a review and a card, and syncs it."""
    descriptor = os.open(folder / "line.log", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    card = card_to_stored(next(_cards()))
    _, review = next(_old_reviews(1, 1))
    line = encode({"n": 1, "put": {"reviews": {"1": review}, "cards": {"word/1/meaning": card}}})

    def keep(_: int) -> object:
        os.write(descriptor, line)
        return os.fsync(descriptor)

    return keep


def sqlite_keeper(folder: Path, cards: int) -> Callable[[int], object]:
    """Return what keeps one answer in SQLite: write-ahead log, full sync."""
    base = sqlite3.connect(folder / "base.sqlite", isolation_level=None)
    base.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE card (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE review (n INTEGER PRIMARY KEY, body TEXT);"
    )
    import json

    body = json.dumps(card_to_stored(next(_cards())))
    base.execute("BEGIN")
    base.executemany("INSERT INTO card VALUES (?, ?)", ((card.id, body) for card in islice(_cards(), cards)))
    base.execute("COMMIT")
    scheduler = Scheduler()
    one = next(_cards())

    def keep(number: int) -> object:
        now = NOW + timedelta(minutes=number)
        card_id = f"word/{number * 7919 % cards + 1}/meaning"
        json.loads(base.execute("SELECT body FROM card WHERE id = ?", (card_id,)).fetchone()[0])
        moved = scheduler.review(one, Rating.GOOD, now)
        review = review_to_stored(
            Review(card_id, now, Rating.GOOD, "meaning", True, seconds=4.2, day="2026-11-24")
        )
        base.execute("BEGIN")
        base.execute("INSERT INTO review VALUES (NULL, ?)", (json.dumps(review),))
        base.execute("UPDATE card SET body = ? WHERE id = ?", (json.dumps(card_to_stored(moved)), card_id))
        return base.execute("COMMIT")

    return keep


def seconds(work: Callable[[int], object], number: int) -> float:
    """Return how long one piece of work takes."""
    started = time.perf_counter()
    work(number)
    return time.perf_counter() - started


def answers(folder: Path) -> None:
    """Time an answer with few and many cards and reviews, each in turn with the others."""
    stores = {
        "1,000 cards": (1000, 0),
        "10,000 cards": (10_000, 0),
        "1,000 cards, a million reviews": (1000, MILLION),
    }
    ways = {"a line, synced": line_appender(folder), "SQLite, full sync": sqlite_keeper(folder, 1000)}
    opened = []
    for name, (cards, reviews) in stores.items():
        store = make_store(folder / name, cards, reviews)
        opened.append(store)
        ways[name] = answerer(store, cards)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS):
        for name, work in ways.items():
            times[name].append(seconds(work, number))
    for store in opened:
        store.close()
    base = statistics.median(times["a line, synced"])
    aims = {"1,000 cards": 4, "10,000 cards": 10}
    for name, taken in times.items():
        late = statistics.quantiles(taken, n=20)[-1]
        aim = f"  (aim: {aims[name]})" if name in aims else ""
        print(f"{name:32} {statistics.median(taken) * 1e3:7.2f} ms  ×{statistics.median(taken) / base:5.2f}"
              f"   the slowest twentieth from {late * 1e3:.2f} ms{aim}")  # fmt: skip
    ratio = statistics.median(times["1,000 cards, a million reviews"]) / statistics.median(
        times["1,000 cards"]
    )
    print(f"with a million old reviews against none: {ratio:.2f} (aim: 1)")


# --- the start


def starts(folder: Path) -> None:
    """Time the start of the program to its first paint and to the shelf, with a million reviews and none."""
    homes = {"empty": 0, "10,000 cards, a million reviews": MILLION}
    for name, reviews in homes.items():
        store = make_store(folder / name / "data" / "progress", 10_000 if reviews else 0, reviews)
        store.close()
    for what, mark in (("first paint", "dubao"), ("shelf with places", "articles")):
        times: dict[str, list[float]] = {name: [] for name in homes}
        for _ in range(8):
            for name, taken in times.items():
                taken.append(seconds_to_paint(DUBAO, mark, str(folder / name)))
        medians = [statistics.median(taken) for taken in times.values()]
        print(f"{what}: empty {medians[0] * 1e3:.0f} ms, a million reviews {medians[1] * 1e3:.0f} ms, "
              f"ratio {medians[1] / medians[0]:.2f} (aim: 1.2)")  # fmt: skip


def reads(folder: Path) -> None:
    """Time what reads much: opening, the progress screen's figures, the whole log, replaying it."""
    store = make_store(folder / "reads", 10_000, MILLION)
    store.close()
    started = time.perf_counter()
    store = open_store(folder / "reads", clock=lambda: NOW, tz=UTC)
    print(f"open, 10,000 cards and a million reviews: {time.perf_counter() - started:.3f} s")
    print(f"figures of the progress screen: {seconds(lambda _: progress_of(store, NOW, tz=UTC), 0):.3f} s")
    started = time.perf_counter()
    count = sum(1 for _ in store.reviews())
    print(f"the whole log: {count:,} reviews in {time.perf_counter() - started:.1f} s")
    store.close()


# --- kills and full disks


def kills(folder: Path, count: int) -> None:
    """Kill a program that answers, again and again; compare everything each time."""
    from tests.review.test_kills import answer_until_killed, check, killed_after

    rng, acknowledged, place = random.Random(11), 0, 0
    for _ in range(count):
        lines = killed_after(rng.random() * 0.02, lambda pipe: answer_until_killed(folder / "kills", pipe))
        acknowledged = max([acknowledged, *(int(line) for line in lines if not line.startswith(b"place"))])
        place = max([place, *(int(line.split()[1]) for line in lines if line.startswith(b"place"))])
        store = open_store(folder / "kills", read_only=True, tz=UTC)
        assert store.answers in (acknowledged, acknowledged + 1), (store.answers, acknowledged)
        assert store.notices == [], store.notices
    check(open_store(folder / "kills", read_only=True, tz=UTC), acknowledged, place)
    print(f"{count} kills, {acknowledged:,} answers: none lost, no file unreadable")


def full_disk(folder: Path) -> None:
    """Fill the file system with answers until it refuses; nothing kept may be lost, and it must go on."""
    store = make_store(folder / "full", 100)
    keep, kept = answerer(store, 100), 0
    filler = folder / "filler"
    refused = 0
    for number in range(100_000):
        if number == 200:
            _fill(filler)
        try:
            keep(number)
            kept += 1
        except StorageError as error:
            refused += 1
            if refused == 1:
                print(error)
            if refused == 20:
                break
    before = {card.id: card for card in store.cards()}
    store.close()
    store = open_store(folder / "full", clock=lambda: NOW, tz=UTC)
    assert store.answers == kept
    assert {card.id: card for card in store.cards()} == before
    filler.unlink()
    store.close()
    store = open_store(folder / "full", clock=lambda: NOW, tz=UTC)
    answerer(store, 100)(0)
    assert store.answers == kept + 1
    assert {review.card for review in store.reviews()} <= before.keys()
    assert len(replay(store.reviews())) == len({review.card for review in store.reviews()})
    store.close()
    print(f"{kept} answers kept, {refused} refused, none lost; with room again it goes on")


def _fill(path: Path) -> None:
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65536)
        except OSError:
            return


def main() -> None:
    """Run the parts asked for, all but the full disk where none is."""
    part, *more = sys.argv[1:] or ["all"]
    with tempfile.TemporaryDirectory(dir=Path.home()) as home:
        folder = Path(home)
        if part in ("all", "answer"):
            answers(folder)
        if part in ("all", "start"):
            starts(folder)
        if part in ("all", "read"):
            reads(folder)
        if part in ("all", "kill"):
            kills(folder, int(more[0]) if more else 1000)
        if part == "disk":
            full_disk(Path(more[0]))


if __name__ == "__main__":
    main()
