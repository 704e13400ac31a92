"""Progress as plain data: streak, answers, mistakes, what is coming, words known, prediction against fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from reader.review.card import Card, Standing
from reader.review.day import local_day
from reader.review.reading import ReadingDay
from reader.review.store import Store
from reader.review.tallies import DayCount, KindCount, RecallCount
from reader.review.words import WordRecord, WordState

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with answers, up to today or, while today has none yet, up to yesterday."""

    current: int
    longest: int
    today: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named mistake, in which kind of question, and how often."""

    name: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Speed:
    """What was read in all: minutes, characters, and characters a minute (None before a minute is read)."""

    minutes: float
    characters: int
    per_minute: float | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything a progress screen shows. Days are ISO text (2026-11-24).

    ``due`` gives the cards falling due on each coming day, the overdue ones with today; ``known`` how
    many words were known at the end of each day on which that changed.
    """

    answers: int
    streak: Streak
    days: tuple[DayCount, ...]
    kinds: tuple[KindCount, ...]
    mistakes: tuple[Mistake, ...]
    due: tuple[tuple[str, int], ...]
    known: tuple[tuple[str, int], ...]
    words: dict[str, int]
    cards: dict[str, int]
    recall: tuple[RecallCount, ...]
    reading: tuple[ReadingDay, ...]
    speed: Speed
    goal: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the same as a value that JSON can say, with ``schema``."""
        return {"schema": SCHEMA, **asdict(self)}


def statistics(
    store: Store, now: datetime, *, days: int = 28, tz: tzinfo | None = None, goal: int = 0
) -> Statistics:
    """Return the learner's progress at ``now``, with what falls due in the next ``days`` days.

    ``goal`` is how many answers a day the learner aims at.
    """
    today = local_day(now, tz)
    counts, kinds, cards = store.counts.days(), store.counts.kinds(), store.cards()
    records = store.words.records()
    reading = store.reading.days()
    return Statistics(
        answers=store.answers,
        streak=streak(counts, today),
        days=tuple(counts),
        kinds=tuple(kinds),
        mistakes=mistakes(kinds),
        due=due_by_day(cards, now, days, tz),
        known=known_over_time(records.values(), tz),
        words={str(state): n for state, n in Counter(r.state for r in records.values()).items()},
        cards=_cards_by_state(cards),
        recall=tuple(store.counts.recalls()),
        reading=tuple(reading),
        speed=speed(reading),
        goal=goal,
    )


def streak(counts: Iterable[DayCount], today: date) -> Streak:
    """Return the streak of days with answers."""
    answers = {date.fromisoformat(count.day): count.answers for count in counts if count.answers}
    one = timedelta(days=1)
    ends = {day: _run_to(day, answers) for day in answers if day + one not in answers}
    # Whoever travels west has answers of tomorrow: they belong to the run.
    recent = [day for day in (today + one, today, today - one) if day in answers]
    last = recent[0] if recent else today
    return Streak(_run_to(last, answers), max(ends.values(), default=0), answers.get(today, 0))


def _run_to(day: date, answers: dict[date, int]) -> int:
    length = 0
    while day in answers:
        length += 1
        day -= timedelta(days=1)
    return length


def mistakes(kinds: Iterable[KindCount]) -> tuple[Mistake, ...]:
    """Return the named mistakes, the commonest first."""
    found = [Mistake(name, kind.kind, count) for kind in kinds for name, count in kind.mistakes.items()]
    return tuple(sorted(found, key=lambda mistake: (-mistake.count, mistake.name, mistake.kind)))


def due_by_day(
    cards: Iterable[Card], now: datetime, days: int = 28, tz: tzinfo | None = None
) -> tuple[tuple[str, int], ...]:
    """Return how many active, known cards fall due on each day from today; the overdue count for today."""
    today = local_day(now, tz)
    due = Counter(max(today, local_day(_comes(card), tz)) for card in cards if _is_running(card))
    coming = [today + timedelta(days=n) for n in range(days)]
    return tuple((day.isoformat(), due[day]) for day in coming)


def _is_running(card: Card) -> bool:
    return card.standing is Standing.ACTIVE and not card.is_new


def _comes(card: Card) -> datetime:
    return max(card.due, card.buried_until) if card.buried_until else card.due


def known_over_time(records: Iterable[WordRecord], tz: tzinfo | None = None) -> tuple[tuple[str, int], ...]:
    """Return the number of words known at the end of each day on which one became known."""
    added = Counter(local_day(r.since, tz).isoformat() for r in records if r.state is WordState.KNOWN)
    total, found = 0, []
    for day in sorted(added):
        total += added[day]
        found.append((day, total))
    return tuple(found)


def speed(days: Iterable[ReadingDay]) -> Speed:
    """Return how much was read in all, and how fast."""
    days = list(days)
    seconds, characters = sum(day.seconds for day in days), sum(day.characters for day in days)
    return Speed(
        round(seconds / 60, 1), characters, round(characters / (seconds / 60), 1) if seconds >= 60 else None
    )


def _cards_by_state(cards: Iterable[Card]) -> dict[str, int]:
    found = Counter(
        card.phase.name.lower() if card.standing is Standing.ACTIVE else str(card.standing) for card in cards
    )
    return dict(found)
