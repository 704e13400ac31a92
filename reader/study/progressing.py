"""The progress part of the desk: figures on what was done, and the clock that runs while reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.review.statistics import Statistics
    from reader.study.quizzing import Desk

#: Whoever doesn't move for longer than this, in seconds, is not reading any more.
IDLE = 300.0
#: Nobody reads more characters a second; what passes faster was leafed through.
FASTEST = 12.0


class ReadingClock:
    """Turns glances at a text into time and characters read. One visit to one text at a time."""

    def __init__(self) -> None:
        self._visit: tuple[str, str] | None = None
        self._since: datetime | None = None
        self._start = self._end = self._furthest = 0

    def glance(self, visit: tuple[str, str], start: int, end: int, now: datetime) -> tuple[float, int]:
        """Say that the screen shows a text from ``start`` to ``end`` (offsets) from now on.

        Return what was read of what it showed until now: seconds, and characters not read before in
        this visit.
        """
        seconds, read = 0.0, 0
        if self._visit != visit or self._since is None:
            self._visit, self._furthest = visit, 0
        else:
            seconds = min(IDLE, max(0.0, (now - self._since).total_seconds()))
            fresh = max(self._start, self._furthest)
            read = max(0, min(self._end - fresh, int(seconds * FASTEST)))
            self._furthest = fresh + read
        self._since, self._start, self._end = now, start, end
        return seconds, read

    def leave(self) -> None:
        """End the visit."""
        self._visit = self._since = None


class Progressing:
    """Made by the desk."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self._reading = ReadingClock()

    @property
    def goal(self) -> int:
        """The answers a day that the reader aims at."""
        return self._desk.settings().daily_goal

    def statistics(self, days: int = 28) -> Statistics:
        """Return everything done so far, and what falls due on each of the next days."""
        from reader.review.statistics import statistics

        with self._desk.lock:
            return statistics(self._desk.store(), self._clock(), days=days, goal=self.goal)

    @property
    def today(self) -> date:
        """The learner's day, where they now are."""
        with self._desk.lock:
            return self._desk.store().local_day(self._clock())

    def glance(self, slug: str, level: str, start: int, end: int, *, leaving: bool = False) -> None:
        """Say which part of a text the screen shows; time and characters read are kept.

        Raises:
            StorageError: they can't be kept.
        """
        with self._desk.lock:
            now = self._clock()
            seconds, characters = self._reading.glance((slug, level), start, end, now)
            if leaving:
                self._reading.leave()
            store = self._desk.store()
            if (seconds >= 1 or characters) and not store.is_read_only:
                store.add_reading(seconds, characters, now)

    @property
    def may_fit(self) -> bool:
        """Whether the schedule can be fitted: there are answers enough, and the parts are installed."""
        from reader.review.fitting import may_fit

        with self._desk.lock:
            store = self._desk.store()
            return may_fit(store.answers, store.reviews)

    def fit(self) -> int:
        """Fit the schedule to the answers, for all reviews from now on; return how many answers there were.

        Raises:
            UsageError: a part is not installed, or there are too few answers.
        """
        from reader.review.fitting import fit

        with self._desk.lock:
            reviews = list(self._desk.store().reviews())
        # Outside the lock: it takes seconds to minutes, and answers may be given meanwhile.
        weights = fit(reviews)
        with self._desk.lock:
            store = self._desk.store()
            store.add_weights(weights, self._clock())
            return store.answers
