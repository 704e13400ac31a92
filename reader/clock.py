"""The time now: whoever needs it is given a clock, and this is the one that a real run uses."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the time now, aware, in UTC."""
    return datetime.now(UTC)
