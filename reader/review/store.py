"""The learner's progress: the one door to cards, reviews, words and places.

What changes is on the disk before the call that changes it returns. Every call that changes
something raises StorageError where it can't be kept, and then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

from reader.clock import utc_now
from reader.review.card import (
    Card,
    Event,
    Review,
    Standing,
    card_from_stored,
    card_to_stored,
    time_to_stored,
)
from reader.review.daily import is_overdue, keep_daily
from reader.review.database import Database, JournalTable
from reader.review.day import day_end, local_day
from reader.review.files import Disk
from reader.review.journal import Document
from reader.review.log import ReviewLog
from reader.review.progress import Progress, check_progress, make_progress
from reader.review.reading import Place, Reading, Score
from reader.review.storage import COMPACT_AT, MIGRATIONS, SCHEMA, JournalStorage
from reader.review.tallies import Counts
from reader.review.words import Words, WordState

#: How many reviews stay in the database when the others move to their months' files.
REVIEWS_AT_HAND = 200


def open_store(
    folder: Path,
    *,
    wait: float = 0.0,
    read_only: bool = False,
    clock: Callable[[], datetime] = utc_now,
    tz: tzinfo | None = None,
    disk: Disk | None = None,
    compact_at: int = COMPACT_AT,
) -> Store:
    """Open the learner's progress, made where there is none yet.

    Where another program is writing (after ``wait`` seconds), the folder can't be written, or a newer
    version wrote it, the store is opened for reading only and ``notices`` says so.

    Args:
        folder: where progress lives.
        wait: seconds to wait for another program.
        read_only: change nothing and disturb nobody.
        clock: tells the time where a call is given none.
        tz: the learner's time zone; None is the computer's own, wherever it travels.
        disk: the calls that write; another one only in tests.
        compact_at: bytes of journal that ask for a new snapshot.

    Raises:
        StorageError: the folder can't be made or its files can't be read at all.
    """
    storage = JournalStorage(folder, clock, wait=wait, read_only=read_only, disk=disk, compact_at=compact_at)
    return Store(storage, clock, tz)


class Store:
    """The progress, open. Close it at the end; a kill in its place loses nothing."""

    def __init__(self, storage: JournalStorage, clock: Callable[[], datetime], tz: tzinfo | None) -> None:
        self._storage = storage
        self._clock = clock
        self._tz = tz
        database = Database(storage)
        self._cards: JournalTable = database.journal_table("cards")
        self._weights: JournalTable = database.journal_table("weights")
        self.counts = Counts(database)
        self.words = Words(database)
        self.reading = Reading(database)
        self._log = ReviewLog(storage, database)
        self._keep_daily(overdue_only=True)

    @property
    def notices(self) -> list[str]:
        """Sentences the learner should see once."""
        return [*self._storage.notices, *self._log.archive.problems]

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be kept."""
        return bool(self.read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be kept; "" where it can."""
        return self._storage.read_only_reason

    @property
    def why_read_only(self) -> str:
        """The same in a few words, such as "another dubao is open"."""
        return self._storage.why_read_only

    @property
    def is_free(self) -> bool:
        """Whether another program alone kept this from writing, and that has ended: open it anew then."""
        return self._storage.is_free

    def _table(self, name: str) -> Mapping[str, Document]:
        # To look at without copying: nothing here changes what it sees.
        return self._storage.table(name)

    # --- answers ---------------------------------------------------------------------------

    def record_answer(
        self, review: Review, card: Card | None = None, word: tuple[str, WordState] | None = None
    ) -> Review:
        """Keep an answer, with the card as it leaves it; return the review with its number and day.

        ``word`` is a word and the state that the answer brings it to.
        """
        numbered = self._log.number(self._with_day(review))
        what = "the answer to" if review.event is Event.ANSWER else "the peek at"
        with self._storage.together(f"{what} {review.card}"):
            self._log.add(numbered)
            if card is not None:
                self._cards.put(card.id, card_to_stored(card))
            if word is not None:
                self.words.set([word[0]], word[1], str(review.event), review.at)
            if review.event is Event.ANSWER:
                self.counts.add(numbered)
        self._log.confirm(numbered)
        self._tidy_if_long()
        return numbered

    def _with_day(self, review: Review) -> Review:
        return replace(review, day=review.day or local_day(review.at, self._tz).isoformat())

    @property
    def answers(self) -> int:
        """How many answers have ever been kept (one that was undone no longer counts)."""
        return self._log.answers

    def reviews(self, since: date | None = None) -> Iterator[Review]:
        """Yield the review log in order; with ``since``, about from that day on (whole months)."""
        return self._log.reviews(since)

    # --- the model's numbers ---------------------------------------------------------------

    def weights(self) -> dict[int, list[float]]:
        """Return every set of numbers that the model was fitted with, by the name that reviews give it."""
        return {int(name): doc["values"] for name, doc in self._table("weights").items()}

    @property
    def latest_weights(self) -> tuple[int, list[float] | None]:
        """The numbers to use now, and their name; 0 and None before any were fitted."""
        name = max(map(int, self._table("weights")), default=0)
        return name, self._weights.fields(str(name)).get("values")

    def add_weights(self, values: Iterable[float], now: datetime) -> int:
        """Keep a set of numbers, used from now on; return its name. Old reviews keep naming theirs."""
        name = 1 + max(self.weights(), default=0)
        with self._storage.together("fitting the schedule to your answers"):
            self._weights.put(str(name), {"values": list(values), "since": time_to_stored(now)})
        return name

    # --- cards -----------------------------------------------------------------------------

    def card(self, card_id: str) -> Card | None:
        """Return a card; None where nothing was ever asked under that id."""
        found = self._cards.find(card_id)
        return None if found is None else card_from_stored(card_id, found)

    def cards(self) -> list[Card]:
        """Return every card."""
        return [card_from_stored(card_id, doc) for card_id, doc in self._table("cards").items()]

    def due(self, now: datetime, limit: int | None = None, *, until: datetime | None = None) -> list[Card]:
        """Return the active cards that are due by ``until`` (usually ``now``), longest overdue first.

        ``until`` the end of the day also gives what falls due later today. Cards never asked are not
        among them: see ``new_cards``.
        """
        by, today = time_to_stored(until or now), time_to_stored(now)
        found = sorted(
            (doc["due"], card_id)
            for card_id, doc in self._table("cards").items()
            if doc["phase"] and doc["due"] <= by and _comes_up(doc, today)
        )
        table = self._table("cards")
        return [card_from_stored(card_id, table[card_id]) for _, card_id in found[:limit]]

    def new_cards(self, limit: int | None = None) -> list[Card]:
        """Return active cards that were added but never asked, in the order they were added."""
        table = self._table("cards")
        found = [(i, doc) for i, doc in table.items() if not doc["phase"] and doc["standing"] == "active"]
        return [card_from_stored(card_id, doc) for card_id, doc in found[:limit]]

    def day_end(self, now: datetime) -> datetime:
        """Return when the learner's day of ``now`` ends."""
        return day_end(now, self._tz)

    def local_day(self, now: datetime) -> date:
        """Return the learner's day of ``now``."""
        return local_day(now, self._tz)

    def new_today(self, now: datetime) -> int:
        """Return how many new cards were answered on the learner's day of ``now``."""
        return self.counts.new_on(local_day(now, self._tz).isoformat())

    def add_cards(self, cards: Iterable[Card]) -> int:
        """Add cards that are not there yet; return how many."""
        fresh = {card.id: card_to_stored(card) for card in cards if card.id not in self._table("cards")}
        with self._storage.together(f"adding {len(fresh)} cards"):
            self._cards.put_many(fresh)
        return len(fresh)

    def suspend(self, card_id: str) -> None:
        """Never ask the card again, until ``resume``."""
        self._change(card_id, f"suspending {card_id}", standing=Standing.SUSPENDED)

    def mark_known(self, card_id: str, word: str = "", now: datetime | None = None) -> None:
        """Never ask the card again because the learner knows it, until ``resume``; the same for a word."""
        with self._storage.together(f"marking {card_id} as known"):
            self._change(card_id, "", standing=Standing.KNOWN)
            if word:
                self.words.set([word], WordState.KNOWN, "key", now or self._clock())

    def resume(self, card_id: str) -> None:
        """Ask the card again when it is due."""
        self._change(card_id, f"resuming {card_id}", standing=Standing.ACTIVE, buried_until=None)

    def bury(self, card_id: str, now: datetime) -> None:
        """Don't ask the card again today."""
        self._change(card_id, f"burying {card_id}", buried_until=day_end(now, self._tz))

    def reset(self, card_id: str, now: datetime) -> None:
        """Forget the card's schedule: it is new again. Its old reviews stay in the log."""
        card = self.card(card_id)
        if card is None:
            return
        review = self._log.number(self._with_day(Review(card_id, now, event=Event.RESET)))
        with self._storage.together(f"resetting {card_id}"):
            self._log.add(review)
            fresh = Card(card_id, now.astimezone(UTC), standing=card.standing)
            self._cards.put(card_id, card_to_stored(fresh))
        self._log.confirm(review)

    def _change(self, card_id: str, label: str, **fields: Any) -> None:
        card = self.card(card_id)
        if card is not None:
            with self._storage.together(label):
                self._cards.put(card_id, card_to_stored(replace(card, **fields)))

    # --- words -----------------------------------------------------------------------------

    def word_states(self) -> dict[str, WordState]:
        """Return the states of all words that are not new."""
        return self.words.states()

    def set_words(
        self, words: Iterable[str], state: WordState, how: str, now: datetime, cards: Iterable[Card] = ()
    ) -> int:
        """Put words into a state, and cards with them, as one step that can be undone.

        Return how many words were in another state.
        """
        words = list(words)
        what = words[0] if len(words) == 1 else f"{len(words)} words"
        with self._storage.together(f"marking {what} as {state}"):
            self._cards.put_many({card.id: card_to_stored(card) for card in cards})
            return self.words.set(words, state, how, now)

    # --- places and scores -----------------------------------------------------------------

    def place(self, slug: str) -> Place | None:
        """Return where reading of the article stopped."""
        return self.reading.place(slug)

    def set_place(self, slug: str, level: str, offset: int, now: datetime) -> None:
        """Keep where reading stopped."""
        self.reading.set_place(slug, level, offset, now)

    def score(self, slug: str) -> Score | None:
        """Return the article's best and latest score."""
        return self.reading.score(slug)

    def best_score(self, slug: str) -> float | None:
        """Return the best share of right answers in the article's quizzes, 0 to 1."""
        score = self.reading.score(slug)
        return None if score is None else score.best

    def keep_score(self, slug: str, level: str, share: float, now: datetime) -> None:
        """Keep the share of right answers of a finished quiz."""
        self.reading.keep_score(slug, level, share, now)

    def add_reading(self, seconds: float, characters: int, now: datetime) -> None:
        """Add time and characters read to the learner's day of ``now``."""
        self.reading.add(local_day(now, self._tz).isoformat(), seconds, characters)

    # --- undo ------------------------------------------------------------------------------

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back, such as "the answer to word/集群/meaning"; None for nothing."""
        return self._storage.undo_label

    @property
    def last_step(self) -> str | None:
        """What names the step that ``undo`` would take back, and no other step ever; None for nothing."""
        return self._storage.last_step

    def undo(self) -> str | None:
        """Take the last step back: an answer, a burial, a marking of words. Return what it was."""
        return self._storage.undo()

    # --- keeping the files small -----------------------------------------------------------

    def _tidy_if_long(self) -> None:
        if self._storage.is_long:
            self._tidy()

    def _tidy(self) -> None:
        try:
            self._log.move_old(REVIEWS_AT_HAND)
        except OSError as error:
            self._storage.notices.append(
                f"Old reviews could not be moved ({error.strerror}); nothing is lost."
            )
        self._storage.compact()

    def _keep_daily(self, *, overdue_only: bool) -> None:
        today = local_day(self._clock(), self._tz)
        if (
            self.is_read_only
            or self._storage.is_empty
            or (overdue_only and not is_overdue(self._storage, today))
        ):
            return
        try:
            keep_daily(self._storage, self._log.archive, today)
        except OSError as error:
            self._storage.notices.append(f"The daily copy could not be written ({error.strerror}).")

    def close(self) -> None:
        """Keep the day's copy, tidy up, and free the progress for another program."""
        self._keep_daily(overdue_only=False)
        if not self.is_read_only and len(self._log) > 2 * REVIEWS_AT_HAND:
            self._tidy()
        self._storage.close()

    # --- everything at once ----------------------------------------------------------------

    def export_all(self) -> Progress:
        """Return all progress as a value that JSON can say; ``import_all`` of it changes nothing."""
        return make_progress(self._storage.read() or {}, self._log.stored(), SCHEMA)

    def check(self, progress: Progress) -> None:
        """Look at all of some progress without using it.

        Raises:
            StorageError: the value is no progress, or a part of it is broken.
        """
        check_progress(progress, SCHEMA, MIGRATIONS)

    def import_all(self, progress: Progress) -> None:
        """Put other progress in the place of all there is. What there was is gone: export it first.

        Raises:
            StorageError: the value is no progress, or it can't be written; then nothing has changed.
        """
        tables, reviews = check_progress(progress, SCHEMA, MIGRATIONS)
        self._log.replace_all(tables, reviews)


def _comes_up(stored: dict[str, Any], now: str) -> bool:
    buried = stored.get("buried_until")
    return stored.get("standing", "active") == "active" and (buried is None or buried <= now)
