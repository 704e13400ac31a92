"""The learner's day: it turns at local midnight, here and nowhere else."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def local_day(now: datetime, tz: tzinfo | None = None) -> date:
    """Return the learner's day at an aware time; ``tz`` None is the zone the computer is set to."""
    return now.astimezone(tz).date()


def day_start(day: date, tz: tzinfo | None = None) -> datetime:
    """Return when a day begins, in UTC. A day may have 23 or 25 hours; where midnight is skipped, it
    begins when the clocks jump."""
    midnight = datetime.combine(day, time(0), tz)
    # Without a zone `astimezone` reads the naive time as the computer's own.
    start = midnight.astimezone(UTC)
    if local_day(start, tz) >= day:
        return start
    # There is no such midnight, and the computer's own zone may take it for an hour of the day before.
    return _first_moment(day, start, tz)


def _first_moment(day: date, before: datetime, tz: tzinfo | None) -> datetime:
    """Return the second with which a day begins, some hours at most after a moment of the day before."""
    early, late = 0, 24 * 3600
    while late - early > 1:
        middle = (early + late) // 2
        if local_day(before + timedelta(seconds=middle), tz) >= day:
            late = middle
        else:
            early = middle
    return before + timedelta(seconds=late)


def day_end(now: datetime, tz: tzinfo | None = None) -> datetime:
    """Return when the day of ``now`` ends, which is when the next begins, in UTC."""
    return day_start(local_day(now, tz) + timedelta(days=1), tz)
