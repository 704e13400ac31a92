"""Running counts kept beside the reviews, so that no screen has to read years of them.

All of them can be made anew from the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.review.card import Rating, Review
from reader.review.database import Database, JournalTable

Tally = dict[str, Any]

#: How many of the latest times are kept for the usual time of a kind.
TIMES_KEPT = 21
RECALL_BINS = 10
#: Fewer times than this say nothing of what is usual.
TIMES_NEEDED = 5


@dataclass(frozen=True, slots=True)
class DayCount:
    """A learner's day (2026-11-24): answers, right ones, cards met for the first time, seconds answering."""

    day: str
    answers: int
    right: int
    new: int
    seconds: float


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of question: asked, right, mistakes by name, the usual seconds of a right answer."""

    kind: str
    asked: int
    right: int
    mistakes: Mapping[str, int]
    median_seconds: float | None


@dataclass(frozen=True, slots=True)
class RecallCount:
    """Answers whose recall was predicted about alike: the mean predicted and the share recalled, 0 to 1."""

    answers: int
    predicted: float
    recalled: float


class Counts:
    """The tables ``days``, ``kinds`` and ``recall``."""

    def __init__(self, database: Database) -> None:
        self._days: JournalTable = database.journal_table("days")
        self._kinds: JournalTable = database.journal_table("kinds")
        self._recall: JournalTable = database.journal_table("recall")

    def add(self, review: Review) -> None:
        """Count an answer for its day, its kind and what was predicted of it."""
        self._days.put(review.day, add_to_day(self._days.find(review.day), review))
        self._kinds.put(review.kind, add_to_kind(self._kinds.find(review.kind), review))
        if review.predicted is not None:
            name = recall_bin(review.predicted)
            self._recall.put(name, add_to_recall(self._recall.find(name), review))

    def days(self) -> list[DayCount]:
        """Return the days with answers, in order."""
        return sorted((day_count(str(d.doc_id), d) for d in self._days), key=lambda count: count.day)

    def new_on(self, day: str) -> int:
        """Return how many new cards were answered on a day (2026-11-24)."""
        count: int = self._days.fields(day).get("new", 0)
        return count

    def kinds(self) -> list[KindCount]:
        """Return the counts of each kind of question, the most asked first."""
        counts = [kind_count(str(doc.doc_id), doc) for doc in self._kinds]
        return sorted(counts, key=lambda count: (-count.asked, count.kind))

    def recalls(self) -> list[RecallCount]:
        """Return predicted and real recall, by tenths of the predicted one, from low to high."""
        return [recall_count(doc) for doc in sorted(self._recall, key=lambda doc: doc.doc_id)]

    def median_seconds(self, kind: str) -> float | None:
        """Return the usual time of a right answer of a kind, in seconds; None before there are some."""
        return kind_count(kind, self._kinds.fields(kind)).median_seconds


def day_count(day: str, tally: Mapping[str, Any]) -> DayCount:
    """Return a stored day."""
    return DayCount(day, tally["answers"], tally["right"], tally["new"], tally["seconds"])


def kind_count(kind: str, tally: Mapping[str, Any]) -> KindCount:
    """Return a stored kind; an empty tally gives zeros."""
    times = sorted(tally.get("times", []))
    usual = times[len(times) // 2] if len(times) >= TIMES_NEEDED else None
    return KindCount(
        kind, tally.get("asked", 0), tally.get("right", 0), dict(tally.get("mistakes", {})), usual
    )


def recall_count(tally: Mapping[str, Any]) -> RecallCount:
    """Return a stored tenth of recall."""
    answers = tally["answers"]
    return RecallCount(answers, tally["predicted"] / answers, tally["recalled"] / answers)


def add_to_day(tally: Mapping[str, Any] | None, review: Review) -> Tally:
    """Count an answer for its day: answers, right ones, new cards, seconds."""
    old = tally or {}
    return {
        **old,
        "answers": old.get("answers", 0) + 1,
        "right": old.get("right", 0) + review.right,
        "new": old.get("new", 0) + review.is_first,
        "seconds": round(old.get("seconds", 0.0) + review.seconds, 3),
    }


def add_to_kind(tally: Mapping[str, Any] | None, review: Review) -> Tally:
    """Count an answer for its kind: asked, right, each mistake, and the latest times of right answers."""
    old = tally or {}
    mistakes = dict(old.get("mistakes", {}))
    if review.mistake:
        mistakes[review.mistake] = mistakes.get(review.mistake, 0) + 1
    times = [*old.get("times", []), *([round(review.seconds, 1)] if review.right else [])]
    return {
        **old,
        "asked": old.get("asked", 0) + 1,
        "right": old.get("right", 0) + review.right,
        "mistakes": mistakes,
        "times": times[-TIMES_KEPT:],
    }


def recall_bin(predicted: float) -> str:
    """Return the id of the tenth that a predicted recall falls in, "0" to "9"."""
    return str(min(RECALL_BINS - 1, int(predicted * RECALL_BINS)))


def add_to_recall(tally: Mapping[str, Any] | None, review: Review) -> Tally:
    """Count a predicted recall against what was recalled."""
    old = tally or {}
    return {
        **old,
        "answers": old.get("answers", 0) + 1,
        "predicted": round(old.get("predicted", 0.0) + (review.predicted or 0.0), 6),
        "recalled": old.get("recalled", 0) + (review.rating is not Rating.AGAIN),
    }
