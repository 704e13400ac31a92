"""Every document of some progress looked at before it is used: types, ranges, times brought to one form.

Each check takes a document's id and a copy of the document, whose times it may rewrite; it raises
KeyError, TypeError or ValueError where the document is broken. Fields that nobody knows are left alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from reader.review.card import Event, Phase, Rating, Standing, time_from_stored, time_to_stored
from reader.review.journal import Document
from reader.review.schedule import Scheduler
from reader.review.words import WordState

Check = Callable[[str, Document], object]

#: Years outside these come from no clock; sums with them would leave the calendar.
_YEARS = range(1971, 9000)
_MOST = 2**53
_LONGEST = 1e9  # seconds
_STEADIEST = 1e6  # days of stability


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text.")
    return value


def _flag(value: Any) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false.")


def _number(value: Any, low: float, high: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number.")
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(f"{value!r} is outside {low} to {high}.")


def _whole(value: Any, low: int = 0, high: int = _MOST) -> None:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number.")
    _number(value, low, high)


def _day(value: Any) -> None:
    if date.fromisoformat(_text(value)).isoformat() != value:
        raise ValueError(f"{value!r} is not written as a day is.")


def _time(document: Document, name: str) -> None:
    """Check a time and write it as the store does: texts are compared, and name the months."""
    time = time_from_stored(_text(document[name]))
    if time.year not in _YEARS:
        raise ValueError(f"{time} is no time of any clock.")
    document[name] = time_to_stored(time)


def _maybe_time(document: Document, name: str) -> None:
    if document.get(name) is not None:
        _time(document, name)


def check_card(_: str, card: Document) -> None:
    """Check a card; one that was answered has its memory, a new one needs none."""
    _time(card, "due")
    _maybe_time(card, "last_review")
    _maybe_time(card, "buried_until")
    _whole(card["phase"], 0, int(max(Phase)))
    for name in ("step", "reviews", "lapses"):
        _whole(card[name])
    is_new = card["phase"] == Phase.NEW
    _number(card["stability"], 0 if is_new else 1e-4, _STEADIEST)
    _number(card["difficulty"], 0 if is_new else 1, 10)
    if not is_new:
        _text(card["last_review"])
    Standing(card.get("standing", "active"))


def check_review(review: Document) -> None:
    """Check a line of the log, without its number."""
    _text(review["card"])
    _time(review, "at")
    _whole(review["rating"], int(min(Rating)), int(max(Rating)))
    _flag(review["right"])
    _number(review["seconds"], 0, _LONGEST)
    # Its day is the learner's own; a line that is no answer may do without.
    if review["day"] != "":
        _day(review["day"])
    _number(review["retention"], 0.5, 0.99)
    _whole(review.get("weights", 0))
    Event(review.get("event", "answer"))
    for name in ("kind", "article"):
        _text(review.get(name, ""))
    for name in ("peeked", "scheduled", "is_first"):
        _flag(review.get(name, False))
    if review.get("mistake") is not None:
        _text(review["mistake"])
    if review.get("predicted") is not None:
        _number(review["predicted"], 0, 1)


def _check_day(day: str, count: Document) -> None:
    _day(day)
    for name in ("answers", "right", "new"):
        _whole(count[name])
    _number(count["seconds"], 0, _LONGEST)


def _check_kind(_: str, count: Document) -> None:
    _whole(count.get("asked", 0))
    _whole(count.get("right", 0))
    for name, times in dict(count.get("mistakes", {})).items():
        _text(name)
        _whole(times)
    times = count.get("times", [])
    if not isinstance(times, list):
        raise TypeError("The times are no list.")
    for seconds in times:
        _number(seconds, 0, _LONGEST)


def _check_recall(_: str, count: Document) -> None:
    _whole(count["answers"], 1)
    _number(count["predicted"], 0, count["answers"] + 1)
    _whole(count["recalled"], 0, count["answers"])


def _check_place(_: str, place: Document) -> None:
    _text(place["level"])
    _whole(place["offset"])
    _time(place, "when")


def _check_score(_: str, score: Document) -> None:
    _text(score["level"])
    _number(score["best"], 0, 1)
    _number(score["latest"], 0, 1)
    _time(score, "when")


def _check_word(_: str, word: Document) -> None:
    WordState(word["state"])
    _text(word.get("how", ""))
    _time(word, "since")


def _check_reading(day: str, reading: Document) -> None:
    _day(day)
    _number(reading["seconds"], 0, _LONGEST)
    _whole(reading["characters"])


def _check_weights(name: str, weights: Document) -> None:
    _whole(int(name), 1)
    if not isinstance(weights["values"], list):
        raise TypeError("The numbers are no list.")
    for value in weights["values"]:
        _number(value, -1e6, 1e6)
    Scheduler(0.9, weights["values"]).check()


CHECKS: dict[str, Check] = {
    "cards": check_card,
    "days": _check_day,
    "kinds": _check_kind,
    "recall": _check_recall,
    "places": _check_place,
    "scores": _check_score,
    "words": _check_word,
    "reading": _check_reading,
    "weights": _check_weights,
}
