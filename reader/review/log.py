"""The review log: the latest reviews in the database, the older ones in their months' files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from reader.errors import StorageError
from reader.review.archive import Archive, Numbered, delete_other_archives
from reader.review.card import Event, Review, review_from_stored, review_to_stored
from reader.review.database import Database, JournalTable
from reader.review.journal import BACKUP_FOLDER, Tables
from reader.review.storage import JournalStorage

_META = "archive"


class ReviewLog:
    """The table ``reviews`` and the archive behind it. A review's number grows and is never used twice."""

    def __init__(self, storage: JournalStorage, database: Database) -> None:
        self._storage = storage
        self._table: JournalTable = database.journal_table("reviews")
        self._meta: JournalTable = database.journal_table("meta")
        self.archive = self._make_archive(self._archived["folder"])
        self._next = 1 + max([self._archived["last"], *self._numbers()])

    def _numbers(self) -> Iterator[int]:
        return map(int, self._storage.table("reviews"))

    @property
    def _archived(self) -> dict[str, Any]:
        return {"folder": "reviews-0", "answers": 0, "last": 0} | self._meta.fields(_META)

    def _make_archive(self, name: str) -> Archive:
        folder = self._storage.folder
        return Archive(folder / name, folder / BACKUP_FOLDER / name, self._storage.disk)

    def __len__(self) -> int:
        """How many reviews are in the database itself."""
        return len(self._storage.table("reviews"))

    @property
    def answers(self) -> int:
        """How many answers have ever been kept (one that was undone no longer counts)."""
        archived: int = self._archived["answers"]
        return archived + sum(map(_is_answer, self._storage.table("reviews").values()))

    def number(self, review: Review) -> Review:
        """Return the review with the next number."""
        return replace(review, number=self._next)

    def add(self, review: Review) -> None:
        """Keep a review that has its number."""
        self._table.put(str(review.number), review_to_stored(review))

    def confirm(self, review: Review) -> None:
        """Count on from a review that is on the disk."""
        self._next = review.number + 1

    def reviews(self, since: date | None = None) -> Iterator[Review]:
        """Yield the reviews in order; with ``since``, about from that day on (whole months)."""
        for number, stored in self.stored(f"{since:%Y-%m}" if since else ""):
            yield review_from_stored(number, stored)

    def stored(self, since: str = "") -> Iterator[Numbered]:
        """Yield the reviews as they are stored, from the month ``since`` on.

        Raises:
            StorageError: a file of old reviews can't be read at all.
        """
        seen = 0
        try:
            for seen, stored in self.archive.read(since):
                yield seen, stored
        except OSError as error:
            raise StorageError(
                f"Old reviews in {self.archive.folder} can't be read ({error.strerror})."
            ) from error
        if not since and seen < self._archived["last"]:
            problem = f"Some old reviews are missing in {self.archive.folder}; schedules don't need them."
            if problem not in self.archive.problems:
                self.archive.problems.append(problem)
        table = self._storage.table("reviews")
        for number in sorted(self._numbers()):
            if number > seen:
                yield number, dict(table[str(number)])

    def move_old(self, at_hand: int) -> None:
        """Move all but the latest ``at_hand`` reviews to their months' files.

        Raises:
            OSError: they can't be written there; then they stay.
        """
        # A review that can still be undone stays. Written to its month before it leaves the database:
        # a kill between the two leaves it in both, and its number tells.
        undoable = set(map(int, self._storage.undoable("reviews")))
        table = self._storage.table("reviews")
        numbers = sorted(number for number in self._numbers() if number not in undoable)[: -at_hand or None]
        moving = [(number, dict(table[str(number)])) for number in numbers]
        if not moving:
            return
        self.archive.append(moving)
        answers = sum(_is_answer(stored) for _, stored in moving)
        archived = self._archived
        with self._storage.together():
            self._table.drop(map(str, numbers))
            self._meta.put(_META, {**archived, "answers": archived["answers"] + answers, "last": numbers[-1]})

    def replace_all(self, tables: Tables, reviews: list[Numbered]) -> None:
        """Put other tables and another log in the place of all there is, as one change.

        Raises:
            StorageError: they can't be written; then nothing has changed.
        """
        name = self._fresh_archive_name()
        archive = self._make_archive(name)
        try:
            archive.append(reviews)
        except OSError as error:
            raise StorageError(
                f"The reviews can't be written to {archive.folder} ({error.strerror})."
            ) from error
        last = max((number for number, _ in reviews), default=0)
        answers = sum(_is_answer(stored) for _, stored in reviews)
        meta = {_META: {"folder": name, "answers": answers, "last": last}}
        self._storage.write({**tables, "meta": meta})
        old, self.archive = self.archive, archive
        self._next = last + 1
        self._storage.compact()
        delete_other_archives(self._storage.folder, {old.folder.name, name})

    def _fresh_archive_name(self) -> str:
        number = int(self._archived["folder"].removeprefix("reviews-"))
        while self._is_taken(f"reviews-{number}"):
            number += 1
        return f"reviews-{number}"

    def _is_taken(self, name: str) -> bool:
        # A copy of an earlier archive under that name would be read as a copy of the new one.
        folder = self._storage.folder
        return (folder / name).exists() or (folder / BACKUP_FOLDER / name).exists()


def _is_answer(stored: dict[str, Any]) -> bool:
    return bool(stored.get("event", Event.ANSWER) == Event.ANSWER)
