"""What was read: where reading stopped, best quiz scores, minutes and characters by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.review.card import time_from_stored, time_to_stored
from reader.review.database import Database, JournalTable


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading of an article stopped: the version's level, a character offset, and when (UTC)."""

    level: str
    offset: int
    when: datetime


@dataclass(frozen=True, slots=True)
class Score:
    """The best and the latest share of right answers in an article's quizzes, 0 to 1."""

    best: float
    level: str
    latest: float
    when: datetime


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """How long was read on a day, and how many characters."""

    day: str
    seconds: float
    characters: int


class Reading:
    """The tables ``places``, ``scores`` and ``reading``."""

    def __init__(self, database: Database) -> None:
        self._places: JournalTable = database.journal_table("places")
        self._scores: JournalTable = database.journal_table("scores")
        self._days: JournalTable = database.journal_table("reading")

    def place(self, slug: str) -> Place | None:
        """Return where reading of the article stopped."""
        found = self._places.find(slug)
        return Place(found["level"], found["offset"], time_from_stored(found["when"])) if found else None

    def set_place(self, slug: str, level: str, offset: int, now: datetime) -> None:
        """Keep where reading stopped."""
        self._places.put(slug, {"level": level, "offset": offset, "when": time_to_stored(now)})

    def places(self) -> dict[str, Place]:
        """Return all places by slug."""
        found = {str(doc.doc_id): doc for doc in self._places}
        return {s: Place(d["level"], d["offset"], time_from_stored(d["when"])) for s, d in found.items()}

    def score(self, slug: str) -> Score | None:
        """Return the article's scores."""
        found = self._scores.find(slug)
        if found is None:
            return None
        return Score(found["best"], found["level"], found["latest"], time_from_stored(found["when"]))

    def keep_score(self, slug: str, level: str, share: float, now: datetime) -> None:
        """Keep the share of right answers of a finished quiz, 0 to 1; a worse one leaves the best be."""
        before = self.score(slug)
        is_best = before is None or share >= before.best
        best = {"best": share, "level": level} if is_best else {}
        self._scores.put(slug, {**best, "latest": share, "when": time_to_stored(now)})

    def best_scores(self) -> dict[str, float]:
        """Return the best share by slug."""
        return {str(doc.doc_id): doc["best"] for doc in self._scores}

    def add(self, day: str, seconds: float, characters: int) -> None:
        """Add time and characters read to a day (2026-11-24)."""
        old = self._days.fields(day)
        self._days.put(
            day,
            {
                "seconds": round(old.get("seconds", 0.0) + seconds, 1),
                "characters": old.get("characters", 0) + characters,
            },
        )

    def days(self) -> list[ReadingDay]:
        """Return the days on which something was read, in order."""
        days = [ReadingDay(str(d.doc_id), d["seconds"], d["characters"]) for d in self._days]
        return sorted(days, key=lambda day: day.day)
