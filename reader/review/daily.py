"""A copy of the state for every day with answers: the last week's, and one for each of the last months."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from reader.paths import private_folder
from reader.review.archive import Archive
from reader.review.journal import BACKUP_FOLDER
from reader.review.storage import JournalStorage

DAYS_KEPT, MONTHS_KEPT = 7, 6
#: A start makes the copy that a program which is always killed never makes at its end.
_OVERDUE_DAYS = 2

_NAME = re.compile(r"state-(\d{4}-\d\d-\d\d)\.json")


def keep_daily(storage: JournalStorage, archive: Archive, today: date) -> None:
    """Write today's copy unless there is one, bring the copies of old reviews up to date, delete old ones.

    Raises:
        OSError: it can't be written.
    """
    folder = private_folder(storage.folder / BACKUP_FOLDER)
    path = folder / f"state-{today.isoformat()}.json"
    if path.exists():
        return
    storage.disk.replace(path, storage.snapshot())
    archive.copy_to_mirror()
    # Today's stays even where a clock that was wrong made copies for days to come.
    for day in _days(storage) - keep_of(_days(storage)) - {today.isoformat()}:
        with suppress(OSError):
            (folder / f"state-{day}.json").unlink()


def is_overdue(storage: JournalStorage, today: date) -> bool:
    """Whether the newest copy is older than yesterday's, or there is none though there is progress."""
    days = _days(storage)
    if not days:
        return not storage.is_new
    return (today - date.fromisoformat(max(days))).days >= _OVERDUE_DAYS


def keep_of(days: set[str]) -> set[str]:
    """Return the days whose copies are kept: the newest, and the first of each of the newest months."""
    newest = sorted(days)[-DAYS_KEPT:]
    firsts = {day[:7]: day for day in sorted(days, reverse=True)}
    return {*newest, *(firsts[month] for month in sorted(firsts)[-MONTHS_KEPT:])}


def _days(storage: JournalStorage) -> set[str]:
    folder = storage.folder / BACKUP_FOLDER
    if not folder.is_dir():
        return set()
    return {
        found[1] for path in folder.iterdir() if (found := _NAME.fullmatch(path.name)) and _is_day(found[1])
    }


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
