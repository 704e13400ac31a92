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
    return midnight.astimezone(UTC)


def day_end(now: datetime, tz: tzinfo | None = None) -> datetime:
    """Return when the day of ``now`` ends, which is when the next begins, in UTC."""
    return day_start(local_day(now, tz) + timedelta(days=1), tz)
