"""Wrong dates: a neighbouring day, month or year, or two digits of the day taken for one another."""

from __future__ import annotations

import random
import re
from collections.abc import Collection

from reader.quiz.item import Option

_DAY = re.compile(r"(?P<year>(?:\d{4}年)?)(?P<month>\d{1,2})月(?P<day>\d{1,2})(?P<sign>[日号])")
_MONTH = re.compile(r"(?P<year>(?:\d{4}年)?)(?P<month>\d{1,2})月(?:份)?")
_YEAR = re.compile(r"(?P<year>\d{4})年")


def wrong_dates(date: str, told: Collection[str], rng: random.Random) -> list[Option]:
    """Return two wrong dates that the text doesn't name; fewer where the date has another shape.

    The right one is the earliest, the middle and the latest equally often.
    """
    for pattern, part, least, most in (
        (_DAY, "day", 1, 28),
        (_MONTH, "month", 1, 12),
        (_YEAR, "year", 1900, 2100),
    ):
        match = pattern.fullmatch(date)
        if match:
            return _moved(date, match, part, least, most, told, rng)
    return []


def ways_to_write(date: str) -> tuple[str, ...]:
    """Return other ways to type a date: 9月15日 as 9.15, 9/15, 9-15 and 9月15号; a year without 年."""
    ways = {date, date.replace("号", "日"), date.replace("日", "号")}
    numbers = re.findall(r"\d+", date)
    if len(numbers) > 1:
        ways |= {sign.join(numbers) for sign in "./-"}
    elif date.endswith("年"):
        ways |= set(numbers)
    return tuple(sorted(ways - {date}))


def _moved(
    date: str,
    match: re.Match[str],
    part: str,
    least: int,
    most: int,
    told: Collection[str],
    rng: random.Random,
) -> list[Option]:
    number, step = int(match[part]), rng.choice((1, 2))
    firsts = [(rank, number - rank * step) for rank in range(3)]
    ranks = [rank for rank, first in firsts if least <= first and first + 2 * step <= most]
    if not ranks:
        return []
    rank = rng.choice(ranks)
    found = []
    for place in range(3):
        text = date[: match.start(part)] + str(number + (place - rank) * step) + date[match.end(part) :]
        if place != rank and text not in told:
            found.append(Option(text, "", f"another {part}", f"The text says {date}."))
    return found
