"""Old reviews, a file a month, only ever appended to: neither start nor answer reads them."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.paths import private_folder
from reader.review.files import Disk
from reader.review.lines import Record, decode, encode, scan

Stored = dict[str, Any]
#: A review's number and its stored shape.
Numbered = tuple[int, Stored]

_MONTH = re.compile(r"(\d{4}-\d\d)\.log")
_EDGE_BYTES = 4096


class Archive:
    """A folder of months. Methods that touch files may raise OSError.

    ``problems`` collects a sentence for each month with lines that can't be read; ``mirror`` is a
    folder with a copy of the months, from which such lines are taken.
    """

    def __init__(self, folder: Path, mirror: Path, disk: Disk) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self._mirror = mirror
        self._disk = disk

    def append(self, reviews: Iterable[Numbered]) -> None:
        """Add reviews, each to the month of its time (UTC); on disk when this returns."""
        lines: dict[str, list[bytes]] = {}
        for number, stored in reviews:
            lines.setdefault(stored["at"][:7], []).append(encode({"n": number, "review": stored}))
        if lines:
            private_folder(self.folder)
        for month, added in sorted(lines.items()):
            self._append_to(self.folder / f"{month}.log", b"".join(added))
        if lines:
            self._disk.sync_folder(self.folder)

    def _append_to(self, path: Path, data: bytes) -> None:
        if self._is_cut_short(path):
            # Once it has grown again, nobody could tell that its copy knows more.
            mended = sorted(self._read_month(path.stem).items())
            self._disk.replace(path, b"".join(encode({"n": n, "review": stored}) for n, stored in mended))
        descriptor = self._disk.open_to_append(path)
        try:
            if not _ends_whole(descriptor):
                # Half a line from a kill; its review is still in the database, and comes again now.
                data = b"\n" + data
            self._disk.append(descriptor, data)
        finally:
            os.close(descriptor)

    def months(self) -> list[str]:
        """Return the months there are, oldest first, like ``2026-11``."""
        return sorted({*_months_in(self.folder), *_months_in(self._mirror)})

    def read(self, since: str = "") -> Iterator[Numbered]:
        """Yield the reviews of the months from ``since`` on, by number, each once."""
        spans = sorted(self._span(month) for month in self.months() if month >= since)
        for group in _overlapping(spans):
            together: dict[int, Stored] = {}
            for span in group:
                together.update(self._read_month(span.month))
            yield from sorted(together.items(), key=lambda numbered: numbered[0])

    def _span(self, month: str) -> _Span:
        # Lines are in the order of their numbers: the first and the last tell what lies between.
        with open(self._path(month), "rb") as file:
            head = file.read(_EDGE_BYTES)
            file.seek(max(0, file.seek(0, os.SEEK_END) - _EDGE_BYTES))
            tail = file.read()
        path = self.folder / f"{month}.log"
        first = None if self._is_cut_short(path) else decode(head.split(b"\n", 1)[0])
        last = decode(tail[: tail.rfind(b"\n")].rsplit(b"\n", 1)[-1])
        if first is None or last is None:
            numbers = list(self._read_month(month)) or [0]
            return _Span(min(numbers), max(numbers), month)
        return _Span(first["n"], last["n"], month)

    def _path(self, month: str) -> Path:
        name = f"{month}.log"
        return self.folder / name if (self.folder / name).exists() else self._mirror / name

    def _read_month(self, month: str) -> dict[int, Stored]:
        path = self._path(month)
        found = scan(path.read_bytes())
        reviews = _by_number(found.records)
        mirror = self._mirror / path.name
        if found.damaged or self._is_cut_short(path):
            spare = _by_number(scan(mirror.read_bytes()).records) if mirror.is_file() else {}
            reviews = {**spare, **reviews}
            problem = f"Some lines of {path} can't be read; its copy and the rest were used."
            if problem not in self.problems:
                self.problems.append(problem)
        return reviews

    def _is_cut_short(self, path: Path) -> bool:
        """Whether a month is smaller than its copy, though months only ever grow."""
        mirror = self._mirror / path.name
        size = path.stat().st_size if path.exists() else 0
        return mirror.is_file() and size < mirror.stat().st_size

    def copy_to_mirror(self) -> None:
        """Bring the copy up to date: months that have grown are copied whole."""
        for month in _months_in(self.folder):
            path, copy = self.folder / f"{month}.log", self._mirror / f"{month}.log"
            if not copy.exists() or copy.stat().st_size < path.stat().st_size:
                private_folder(self._mirror)
                self._disk.replace(copy, path.read_bytes())


def delete_other_archives(parent: Path, kept: set[str]) -> None:
    """Delete the months of progress that was replaced before the last time, where that is possible."""
    for folder in parent.glob("reviews-*"):
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    first: int
    last: int
    month: str


def _overlapping(spans: list[_Span]) -> Iterator[list[_Span]]:
    # Months overlap only where the clock was set back, or a kill made some lines come twice.
    group: list[_Span] = []
    for span in spans:
        if group and span.first > max(other.last for other in group):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _months_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return [found[1] for path in folder.iterdir() if (found := _MONTH.fullmatch(path.name))]


def _by_number(records: list[Record]) -> dict[int, Stored]:
    return {record["n"]: record["review"] for record in records if "review" in record}


def _ends_whole(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if size == 0:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
