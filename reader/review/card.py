"""Cards, reviews and ratings, and the shapes they are stored in.

Ids are readable text such as ``word/集群/meaning``. Times are aware and in UTC; stored as text that
sorts as the times do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from typing import Any


class Rating(IntEnum):
    """How well something was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """How far a card has come. The numbers from 1 are those of FSRS."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Standing(StrEnum):
    """Whether a card comes up: active ones do; suspended ones and those known for good don't."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Card:
    """One item's schedule.

    ``stability`` is in days, ``difficulty`` from 1 to 10 (both 0 while new); ``buried_until`` hides an
    active card until then. ``reviews`` and ``lapses`` count answers and answers forgotten.
    """

    id: str
    due: datetime
    phase: Phase = Phase.NEW
    step: int = 0
    stability: float = 0.0
    difficulty: float = 0.0
    last_review: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    standing: Standing = Standing.ACTIVE
    buried_until: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Whether the card has never been answered (or was reset)."""
        return self.phase is Phase.NEW

    def comes_up(self, now: datetime) -> bool:
        """Whether the card may be asked at ``now``: active, and not buried till later."""
        is_buried = self.buried_until is not None and self.buried_until > now
        return self.standing is Standing.ACTIVE and not is_buried

    @property
    def schedule(self) -> tuple[object, ...]:
        """What the reviews alone decide: equal for two cards with the same reviews."""
        return (self.id, self.due, self.phase, self.step, self.stability, self.difficulty,
                self.last_review, self.reviews, self.lapses)  # fmt: skip


def card_to_stored(card: Card) -> dict[str, Any]:
    """Return the card as the database holds it."""
    return {
        "due": time_to_stored(card.due),
        "phase": int(card.phase),
        "step": card.step,
        "stability": card.stability,
        "difficulty": card.difficulty,
        "last_review": None if card.last_review is None else time_to_stored(card.last_review),
        "reviews": card.reviews,
        "lapses": card.lapses,
        "standing": str(card.standing),
        "buried_until": None if card.buried_until is None else time_to_stored(card.buried_until),
    }


def card_from_stored(card_id: str, stored: Mapping[str, Any]) -> Card:
    """Return the card of a stored document; fields this version does not know are left out.

    Raises:
        KeyError, TypeError, ValueError: the document is no card.
    """
    return Card(
        id=card_id,
        due=time_from_stored(stored["due"]),
        phase=Phase(stored["phase"]),
        step=int(stored["step"]),
        stability=float(stored["stability"]),
        difficulty=float(stored["difficulty"]),
        last_review=_maybe_time(stored.get("last_review")),
        reviews=int(stored["reviews"]),
        lapses=int(stored["lapses"]),
        standing=Standing(stored.get("standing", "active")),
        buried_until=_maybe_time(stored.get("buried_until")),
    )


class Event(StrEnum):
    """What a line of the review log tells: an answer, a card begun anew, an answer peeked at.

    A peek moves the schedule as a forgotten answer does, but is no answer.
    """

    ANSWER = "answer"
    RESET = "reset"
    PEEK = "peek"


@dataclass(frozen=True, slots=True)
class Review:
    """One line of the review log; nothing in it ever changes.

    ``kind`` is the kind of question, ``mistake`` the name of the mistake, ``seconds`` the time taken,
    ``day`` the learner's own day (2026-11-24) wherever they then were. ``retention`` and ``weights``
    (0: the defaults) are what the schedule was made with, ``predicted`` the recall it expected, 0 to 1.
    ``scheduled`` says whether the answer moved its card; ``is_first`` that the card was new. ``number``
    is given by the store and grows.
    """

    card: str
    at: datetime
    rating: Rating = Rating.AGAIN
    kind: str = ""
    right: bool = False
    mistake: str | None = None
    seconds: float = 0.0
    peeked: bool = False
    article: str = ""
    day: str = ""
    retention: float = 0.9
    weights: int = 0
    predicted: float | None = None
    scheduled: bool = True
    is_first: bool = False
    event: Event = Event.ANSWER
    number: int = 0


_REVIEW_DEFAULTS = {"mistake": None, "peeked": False, "article": "", "weights": 0, "predicted": None,
                    "scheduled": True, "is_first": False, "event": "answer", "kind": ""}  # fmt: skip


def review_to_stored(review: Review) -> dict[str, Any]:
    """Return the review as the log holds it, without its number; fields at their usual value are left out."""
    stored = {
        "card": review.card,
        "at": time_to_stored(review.at),
        "rating": int(review.rating),
        "kind": review.kind,
        "right": review.right,
        "mistake": review.mistake,
        "seconds": round(review.seconds, 3),
        "peeked": review.peeked,
        "article": review.article,
        "day": review.day,
        "retention": review.retention,
        "weights": review.weights,
        "predicted": None if review.predicted is None else round(review.predicted, 6),
        "scheduled": review.scheduled,
        "is_first": review.is_first,
        "event": str(review.event),
    }
    missing = object()
    return {k: v for k, v in stored.items() if _REVIEW_DEFAULTS.get(k, missing) != v}


def review_from_stored(number: int, stored: Mapping[str, Any]) -> Review:
    """Return the review of a stored document; fields this version does not know are left out.

    Raises:
        KeyError, TypeError, ValueError: the document is no review.
    """
    predicted = stored.get("predicted")
    return Review(
        card=str(stored["card"]),
        at=time_from_stored(stored["at"]),
        rating=Rating(stored["rating"]),
        kind=str(stored.get("kind", "")),
        right=bool(stored["right"]),
        mistake=stored.get("mistake"),
        seconds=float(stored["seconds"]),
        peeked=bool(stored.get("peeked", False)),
        article=str(stored.get("article", "")),
        day=str(stored["day"]),
        retention=float(stored["retention"]),
        weights=int(stored.get("weights", 0)),
        predicted=None if predicted is None else float(predicted),
        scheduled=bool(stored.get("scheduled", True)),
        is_first=bool(stored.get("is_first", False)),
        event=Event(stored.get("event", "answer")),
        number=number,
    )


def time_to_stored(time: datetime) -> str:
    """Return an aware time as text in UTC; sorting the texts sorts the times.

    Raises:
        ValueError: the time says no zone.
    """
    if time.tzinfo is None:
        raise ValueError("A time without a zone can't be kept.")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def time_from_stored(text: str) -> datetime:
    """Return the time of a stored text; raises ValueError or TypeError where it is none."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"The time {text} says no zone.")
    return time.astimezone(UTC)


def _maybe_time(text: str | None) -> datetime | None:
    return None if text is None else time_from_stored(text)
