"""TinyDB on files that survive a kill at any moment, a full disk, a second program and damage.

``JournalStorage`` is a TinyDB storage like any other; the tables of ``database.py`` hand it single
changes instead of the whole database.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tinydb.storages import Storage

from reader.errors import StorageError
from reader.paths import private_folder
from reader.review.copying import copied
from reader.review.files import Disk, clear_spares
from reader.review.journal import (
    BACKUP_FOLDER,
    UNDO_TABLE,
    Changes,
    Document,
    Journal,
    Loaded,
    Migrations,
    Tables,
    keep_step,
    load,
    state_record,
)
from reader.review.lines import encode
from reader.review.lock import Lock

#: The shape of what is stored. Raise it with a migration in ``MIGRATIONS`` from the number before.
SCHEMA = 1
MIGRATIONS: Migrations = {}
#: A journal of this many bytes is folded into a snapshot while the program runs, or at its start and end.
COMPACT_AT, COMPACT_AT_REST = 4_000_000, 400_000

_LOCK_NAME = "lock"
_EMPTY: Mapping[str, Document] = MappingProxyType({})


class JournalStorage(Storage):
    """The state in memory, every change in the journal before the call that makes it returns.

    ``notices`` are sentences for the learner. ``read_only_reason`` is "" while writing is possible, as is
    ``why_read_only``, which says it in a few words.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime],
        *,
        wait: float = 0.0,
        read_only: bool = False,
        disk: Disk | None = None,
        schema: int = SCHEMA,
        migrations: Migrations = MIGRATIONS,
        compact_at: int = COMPACT_AT,
    ) -> None:
        """Open the folder; read-only where another program writes, or the folder can't be written.

        Args:
            folder: made if missing, unless ``read_only``.
            clock: tells the time, for the names of files set aside.
            wait: seconds to wait for another program that is writing.
            read_only: change nothing, take no lock.
            disk: the calls that write; another one only in tests.
            schema: the shape this program writes.
            migrations: how older shapes become newer ones.
            compact_at: the size of a journal, in bytes, that asks for a new snapshot.

        Raises:
            StorageError: the folder can't be made or read.
        """
        self.folder = folder
        self.disk = disk or Disk()
        self.notices: list[str] = []
        self.read_only_reason = "It was opened for reading only." if read_only else ""
        self.why_read_only = "it was opened for reading only" if read_only else ""
        self.schema = schema
        self._clock = clock
        self._compact_at = compact_at
        self._before: Changes | None = None
        self._guard = threading.RLock()
        self._journal: Journal | None = None
        self._lock = Lock(folder / _LOCK_NAME)
        self._is_second = False
        if not read_only:
            self._take_lock(wait)
        try:
            self._open(schema, migrations)
        except BaseException:
            self._lock.release()
            raise

    # --- opening ---------------------------------------------------------------------------

    def _take_lock(self, wait: float) -> None:
        private_folder(self.folder)
        try:
            if not self._lock.acquire(wait):
                self._is_second = True
                self._only_read(
                    "Another dubao is open and keeps the progress. Close it to go on here.",
                    "another dubao is open",
                )
        except OSError as error:
            self._cannot_write(error)

    def _cannot_write(self, error: OSError) -> None:
        self._only_read(
            f"Progress can't be written to {self.folder} ({error.strerror}). "
            "Make room or make the folder writable.",
            "the progress can't be written",
        )

    def _only_read(self, reason: str, why: str) -> None:
        self.read_only_reason, self.why_read_only = reason, why
        self.notices.append(f"{reason} Until then nothing new is kept.")

    def _open(self, schema: int, migrations: Migrations) -> None:
        loaded = self._load(schema, migrations)
        self._tables: Tables = loaded.tables
        self.is_new = loaded.is_new
        if loaded.schema > schema:
            self._only_read(
                "The progress was written by a newer dubao. Install that version to go on.",
                "a newer dubao wrote the progress",
            )
        self.notices += [f"Progress in {self.folder}: {problem}" for problem in loaded.problems]
        if self.read_only_reason:
            self._lock.release()
            return
        clear_spares(self.folder)
        try:
            self._start_journal(loaded, schema)
        except OSError as error:
            self._cannot_write(error)
            self._lock.release()

    def _load(self, schema: int, migrations: Migrations) -> Loaded:
        if self.read_only_reason and not self.folder.exists():
            return Loaded(schema=schema, is_new=True)
        try:
            return load(self.folder, schema, migrations, self._keep_old_shape)
        except OSError as error:
            raise StorageError(
                f"The progress in {self.folder} can't be read ({error.strerror}). "
                "Make the folder and its files readable for you."
            ) from error

    def _keep_old_shape(self, record: bytes, schema: int) -> None:
        if self.read_only_reason:
            return
        folder = private_folder(self.folder / BACKUP_FOLDER)
        path = folder / f"schema-{schema}-{self._clock():%Y%m%dT%H%M%S}.json"
        try:
            self.disk.replace(path, record)
        except OSError as error:
            raise StorageError(
                f"The progress is of an older shape, and the copy to keep of it, {path}, "
                f"can't be written ({error.strerror}). Make room and start again."
            ) from error

    def _start_journal(self, loaded: Loaded, schema: int) -> None:
        journal = Journal(self.folder, self.disk, schema, loaded)
        kept = journal.set_aside(loaded.damaged, self._clock())
        journal.open()
        self._journal = journal
        if kept:
            names = " and ".join(str(path.relative_to(self.folder)) for path in kept)
            self.notices.append(f"What was damaged was set aside as {names}.")
        if loaded.upgraded or loaded.problems or journal.size > COMPACT_AT_REST:
            journal.compact(self._tables)

    @property
    def is_free(self) -> bool:
        """Whether another program alone kept this from writing, and that has ended: open it anew then."""
        if not self._is_second:
            return False
        lock = Lock(self.folder / _LOCK_NAME)
        try:
            is_free = lock.acquire()
        except OSError:
            return False
        lock.release()
        return is_free

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept at all."""
        return not any(self._tables.values())

    # --- TinyDB's two calls ----------------------------------------------------------------

    def read(self) -> Tables | None:
        """Return a copy of everything, None where there is nothing."""
        return copied(self._tables) or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Make the database equal to ``data``, writing only what differs."""
        with self.together():
            for name in {*self._tables, *data}:
                old, new = self.table(name), data.get(name, _EMPTY)
                gone: dict[str, Document | None] = {doc_id: None for doc_id in old if doc_id not in new}
                self.commit({name: {**gone, **new}})
        for name, table in self._tables.items():
            # In the order of ``data``, too: new cards are asked in the order they were added.
            self._tables[name] = {doc_id: table[doc_id] for doc_id in data.get(name, _EMPTY)}

    # --- single changes --------------------------------------------------------------------

    def table(self, name: str) -> Mapping[str, Document]:
        """Return a table to look at; nobody may change what is in it."""
        return MappingProxyType(self._tables.get(name, {}))

    def commit(self, changes: Changes) -> None:
        """Keep changed documents (None deletes): on disk when this returns, or at the end of ``together``.

        Raises:
            StorageError: it can't be written; nothing has changed.
            TypeError, ValueError: a document holds what JSON can't say; nothing has changed.
        """
        with self.together():
            for name, documents in changes.items():
                for doc_id, document in documents.items():
                    self._put(name, doc_id, None if document is None else _normal(document))

    @contextmanager
    def together(self, undo: str | None = None) -> Iterator[None]:
        """Make all changes of the block one: all are kept or none.

        ``undo`` names what they are, where the learner may take them back by :meth:`undo`.

        Raises:
            StorageError: at the end of the block; nothing has changed.
        """
        with self._guard:
            if self._before is not None:
                yield
                return
            if self.read_only_reason:
                raise StorageError(f"This can't be kept. {self.read_only_reason}")
            self._before = {}
            try:
                yield
                self._append(undo)
            except BaseException:
                self._take_back()
                raise
            finally:
                self._before = None

    def _put(self, name: str, doc_id: str, document: Document | None) -> None:
        table = self._tables.setdefault(name, {})
        old = table.get(doc_id)
        assert self._before is not None, "a document is only changed within `together`"
        self._before.setdefault(name, {}).setdefault(doc_id, old)
        if document is None:
            table.pop(doc_id, None)
        else:
            table[doc_id] = document

    def _append(self, undo: str | None) -> None:
        assert self._before is not None
        assert self._journal is not None, "a storage that may write has its journal"
        put: Tables = {}
        drop: dict[str, list[str]] = {}
        for name, documents in self._before.items():
            table = self._tables[name]
            for doc_id, old in documents.items():
                new = table.get(doc_id)
                if new is None and old is not None:
                    drop.setdefault(name, []).append(doc_id)
                elif new is not None and new != old:
                    put.setdefault(name, {})[doc_id] = new
        if not put and not drop:
            return
        try:
            self._journal.append(put, drop, undo)
        except OSError as error:
            raise StorageError(
                f"Your progress could not be kept in {self.folder} ({error.strerror}). "
                "Make room or make the folder writable, then answer again."
            ) from error

        if undo is not None:
            keep_step(self._tables, self._journal.last, undo, self._before)

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` would take back; None for nothing."""
        steps = self.table(UNDO_TABLE)
        return str(steps[max(steps)]["label"]) if steps else None

    @property
    def last_step(self) -> str | None:
        """The number of the change that :meth:`undo` would take back, as text; None for nothing."""
        return max(self.table(UNDO_TABLE), default=None)

    def undo(self) -> str | None:
        """Make the documents of the last named change what they were before it; return its name."""
        steps = self.table(UNDO_TABLE)
        if not steps:
            return None
        last = max(steps)
        step = steps[last]
        with self.together():
            self.commit(step["before"])
            self.commit({UNDO_TABLE: {last: None}})
        return str(step["label"])

    def undoable(self, name: str) -> set[str]:
        """Return the ids of a table's documents that an undo may touch."""
        return {doc_id for step in self.table(UNDO_TABLE).values() for doc_id in step["before"].get(name, ())}

    def _take_back(self) -> None:
        for name, documents in (self._before or {}).items():
            table = self._tables[name]
            for doc_id, old in documents.items():
                if old is None:
                    table.pop(doc_id, None)
                else:
                    table[doc_id] = old

    # --- snapshots and the end -------------------------------------------------------------

    @property
    def is_long(self) -> bool:
        """Whether the journal has grown so long that a snapshot should be made."""
        return self._journal is not None and self._journal.size > self._compact_at

    def snapshot(self) -> bytes:
        """Return the whole state as the bytes of a snapshot file."""
        last = self._journal.last if self._journal is not None else 0
        return encode(state_record(self._tables, last, self.schema))

    def compact(self) -> None:
        """Fold the journal into a new snapshot. On a full disk nothing is lost, and a notice says it."""
        with self._guard:
            if self._journal is None:
                return
            try:
                self._journal.compact(self._tables)
            except OSError as error:
                self.notices.append(
                    f"The progress in {self.folder} could not be tidied ({error.strerror}); nothing is lost."
                )

    def close(self) -> None:
        """Fold a long journal away and free the folder for another program."""
        with self._guard:
            if self._journal is not None and self._journal.size > COMPACT_AT_REST:
                self.compact()
            if self._journal is not None:
                self._journal.close()
            self._journal = None
            self.read_only_reason = self.read_only_reason or "It has been closed."
            self.why_read_only = self.why_read_only or "it has been closed"
            self._lock.release()


def _normal(document: Mapping[str, Any]) -> Document:
    # What is in memory is what would be read back from the file: lists for tuples, text for keys.
    normal: Document = json.loads(json.dumps(document, allow_nan=False))
    return normal
