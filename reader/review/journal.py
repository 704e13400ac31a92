"""The files under the database: numbered snapshots, and a journal of changes after each.

``state-00000007.json`` holds everything up to the start of ``journal-00000007.log``. Two
generations are kept: if the newest snapshot can't be read, the one before and both journals still
give the whole state. Each change carries a running number, so that none is counted twice and a
missing one is noticed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.review.files import Disk
from reader.review.lines import Record, decode, encode, scan

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
#: Documents to put (or, as None, to delete), by table and id.
Changes = dict[str, dict[str, Document | None]]
#: Upgrades by the schema they start from; each changes the tables in place.
Migrations = Mapping[int, Callable[[Tables], None]]

DAMAGED_FOLDER = "damaged"
BACKUP_FOLDER = "backups"
#: The table of steps that can be undone, and how many there are at most.
UNDO_TABLE, UNDO_STEPS = "undo", 20

_STATE = re.compile(r"state-(\d{8})\.json")
_JOURNAL = re.compile(r"journal-(\d{8})\.log")
_BACKUP = re.compile(r"state-\d{4}-\d\d-\d\d\.json")
_KEPT = 2
_TRIES = 10
_UNKNOWN = -1


def state_name(generation: int) -> str:
    """Return the name of a snapshot."""
    return f"state-{generation:08}.json"


def journal_name(generation: int) -> str:
    """Return the name of a journal."""
    return f"journal-{generation:08}.log"


@dataclass(slots=True)
class Loaded:
    """The state as the files tell it.

    ``last`` is the number of the last change, ``generation`` that of the newest file, ``schema`` that
    of the tables. ``damaged`` lists files to set aside, ``problems`` says in sentences what is wrong.
    ``upgraded`` says that a migration has run.
    """

    tables: Tables = field(default_factory=dict)
    last: int = 0
    generation: int = 0
    schema: int = 0
    damaged: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    is_new: bool = False
    upgraded: bool = False


KeepOld = Callable[[bytes, int], None]


def _keep_nothing(record: bytes, schema: int) -> None: ...


def state_record(tables: Tables, last: int, schema: int) -> Record:
    """Return the whole state as the record that a snapshot file holds."""
    return {"dubao": "state", "schema": schema, "last": last, "tables": tables}


def read_state(path: Path) -> Record | None:
    """Return the record of a snapshot file, None where it is damaged.

    Raises:
        OSError: the file can't be read at all.
    """
    record = decode(path.read_bytes())
    if record is None or record.get("dubao") != "state":
        return None
    right = isinstance(record.get("tables"), dict) and all(
        isinstance(record.get(name), int) for name in ("schema", "last")
    )
    return record if right else None


def load(folder: Path, schema: int, migrations: Migrations, keep_old: KeepOld = _keep_nothing) -> Loaded:
    """Read the state from a folder's files, changing none of them.

    ``keep_old`` is given the state (as a snapshot file holds it) and its schema before an upgrade.

    Raises:
        OSError: the folder or a file in it can't be read.
    """
    for _ in range(_TRIES):
        # Another program may tidy its files between our listing and our reading: then look again.
        with suppress(FileNotFoundError):
            return _Loader(folder, schema, migrations, keep_old).load()
    return _Loader(folder, schema, migrations, keep_old).load()


class _Loader:
    def __init__(self, folder: Path, schema: int, migrations: Migrations, keep_old: KeepOld) -> None:
        self._folder = folder
        self._schema = schema
        self._migrations = migrations
        self._keep_old = keep_old
        names = _names(folder)
        self._states = _numbered(folder, names, _STATE)
        self._journals = _numbered(folder, names, _JOURNAL)
        self._loaded = Loaded(schema=_UNKNOWN)

    def load(self) -> Loaded:
        loaded = self._loaded
        loaded.is_new = not self._states and not self._journals
        loaded.generation = max([*self._states, *self._journals], default=0)
        start = self._load_base()
        base = loaded.last
        if start in self._states and start not in self._journals:
            loaded.problems.append(f"{journal_name(start)} is missing: the latest answers may be lost.")
        for generation in sorted(self._journals):
            if generation >= start:
                self._replay(self._journals[generation])
        self._upgrade(self._schema)
        if loaded.problems or loaded.is_new:
            self._load_backup(base)
        if loaded.problems:
            # Where a change is missing, what was before the next is not known.
            loaded.tables.pop(UNDO_TABLE, None)
        return loaded

    def _load_base(self) -> int:
        loaded = self._loaded
        for generation in sorted(self._states, reverse=True):
            path = self._states[generation]
            record = read_state(path)
            if record is not None:
                self._take(record)
                return generation
            loaded.damaged.append(path)
            loaded.problems.append(
                f"{path.name} can't be read; the copy before it and the journal were used."
            )
        if self._journals and 0 not in self._journals:
            loaded.problems.append("No whole copy was left; what the journal still holds was kept.")
        return 0

    def _load_backup(self, base: int) -> None:
        """Begin from the newest daily copy where it goes further than the snapshot, and so mends a gap.

        ``base`` is the number of the last change that the snapshot holds.
        """
        folder = self._folder / BACKUP_FOLDER
        names = [name for name in _names(folder) if _BACKUP.fullmatch(name)] if folder.is_dir() else []
        records = {name: record for name in names if (record := read_state(folder / name)) is not None}
        # By the number of the change, not by the day: a clock may have been wrong.
        newest = max(records, key=lambda name: records[name]["last"], default="")
        if not newest or records[newest]["last"] <= base:
            return
        loaded, before = self._loaded, self._loaded.tables
        self._take(records[newest])
        for generation in sorted(self._journals):
            for record in scan(self._journals[generation].read_bytes()).records:
                self._apply(record)
        self._upgrade(self._schema)
        if loaded.tables != before:
            loaded.problems.append(f"it was rebuilt from the backup {newest} and the journal.")

    def _take(self, record: Record) -> None:
        self._loaded.tables = record["tables"]
        self._loaded.last = record["last"]
        self._loaded.schema = record["schema"]

    def _replay(self, path: Path) -> None:
        found = scan(path.read_bytes())
        loaded = self._loaded
        if found.damaged or not found.records:
            loaded.damaged.append(path)
            what = f"{found.damaged} of its lines" if found.damaged else "it is empty and so"
            loaded.problems.append(f"{path.name} is damaged: {what} can't be read; all the rest was kept.")
        for record in found.records:
            self._apply(record)

    def _apply(self, record: Record) -> None:
        loaded = self._loaded
        if record.get("dubao") == "journal":
            if record.get("after", 0) > loaded.last and not loaded.problems:
                loaded.problems.append("Some changes are missing between two of the progress files.")
            self._upgrade(record.get("schema", 0))
            return
        number = record.get("n", 0)
        if number <= loaded.last:
            return
        apply_changes(loaded.tables, record)
        loaded.last = number

    def _upgrade(self, schema: int) -> None:
        # A journal of a later schema goes on from tables that had been upgraded just before it began.
        loaded = self._loaded
        if loaded.schema == _UNKNOWN:
            loaded.schema = schema
        while loaded.schema < schema and loaded.schema in self._migrations:
            record = state_record(loaded.tables, loaded.last, loaded.schema)
            self._keep_old(encode(record), loaded.schema)
            self._migrations[loaded.schema](loaded.tables)
            loaded.schema += 1
            loaded.upgraded = True
        loaded.schema = max(schema, loaded.schema)


def apply_changes(tables: Tables, record: Record) -> None:
    """Apply a change of the journal to the tables; one that can be undone leaves its step behind."""
    if "undo" in record:
        touched = {name: list(documents) for name, documents in record.get("put", {}).items()}
        for name, ids in record.get("drop", {}).items():
            touched.setdefault(name, []).extend(ids)
        before: Changes = {
            name: {doc_id: tables.get(name, {}).get(doc_id) for doc_id in ids}
            for name, ids in touched.items()
        }
        keep_step(tables, record["n"], record["undo"], before)
    for name, documents in record.get("put", {}).items():
        tables.setdefault(name, {}).update(documents)
    for name, ids in record.get("drop", {}).items():
        table = tables.get(name, {})
        for doc_id in ids:
            table.pop(doc_id, None)


def keep_step(tables: Tables, number: int, label: str, before: Changes) -> None:
    """Keep what documents were before a change, in the table of steps that can be undone.

    Steps are not in the journal: whoever replays it finds them again.
    """
    steps = tables.setdefault(UNDO_TABLE, {})
    steps[f"{number:012}"] = {"label": label, "before": before}
    while len(steps) > UNDO_STEPS:
        del steps[min(steps)]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _numbered(folder: Path, names: list[str], pattern: re.Pattern[str]) -> dict[int, Path]:
    return {int(match[1]): folder / name for name in names if (match := pattern.fullmatch(name))}


class Journal:
    """The journal being written, and the snapshots beside it. Methods raise OSError."""

    def __init__(self, folder: Path, disk: Disk, schema: int, loaded: Loaded) -> None:
        self._folder = folder
        self._disk = disk
        self._schema = schema
        self.generation = loaded.generation
        self.last = loaded.last
        self.size = 0
        self._descriptor: int | None = None

    def open(self) -> None:
        """Open the newest journal, made if missing; cut off half a line at its end."""
        path = self._folder / journal_name(self.generation)
        if not path.exists():
            self._disk.replace(path, self._header())
        self._descriptor = self._disk.open_to_append(path)
        data = path.read_bytes()
        self.size = data.rfind(b"\n") + 1
        if self.size < len(data):
            self._disk.truncate(self._descriptor, self.size)

    def append(self, put: Tables, drop: dict[str, list[str]], undo: str | None) -> None:
        """Write one change; it is on the disk when this returns, or not in the file at all.

        ``undo`` says what the change was, where it can be undone.
        """
        assert self._descriptor is not None, "the journal is open while its storage is"
        record: Record = {"n": self.last + 1, "put": put}
        record |= {"drop": drop} if drop else {}
        record |= {"undo": undo} if undo is not None else {}
        line = encode(record)
        if os.fstat(self._descriptor).st_size > self.size:
            # A line that failed could not be cut off then: behind it, or in its place, no line is safe.
            self._disk.truncate(self._descriptor, self.size)
        self._disk.append(self._descriptor, line)
        self.last += 1
        self.size += len(line)

    def compact(self, tables: Tables) -> None:
        """Write a snapshot, go on in a fresh journal, delete what is older than the last two."""
        generation = self.generation + 1
        path = self._folder / journal_name(generation)
        header = self._header()
        self._disk.replace(path, header)
        descriptor = self._disk.open_to_append(path)
        self.close()
        self._descriptor, self.generation, self.size = descriptor, generation, len(header)
        state = encode(state_record(tables, self.last, self._schema))
        self._disk.replace(self._folder / state_name(generation), state)
        self._delete_old()

    def _delete_old(self) -> None:
        names = _names(self._folder)
        states = _numbered(self._folder, names, _STATE)
        journals = _numbered(self._folder, names, _JOURNAL)
        if len(states) >= _KEPT:
            oldest = sorted(states)[-_KEPT]
            for generation, path in [*states.items(), *journals.items()]:
                if generation < oldest:
                    path.unlink(missing_ok=True)

    def set_aside(self, damaged: list[Path], now: datetime) -> list[Path]:
        """Copy damaged files to a folder of their own, before anything of them is changed; return the copies.

        A damaged journal stays where it is, too: its good lines must outlive a kill before a new snapshot is
        whole. A damaged snapshot goes.
        """
        kept = []
        for path in damaged:
            kept.append(self._disk.copy_aside(path, self._folder / DAMAGED_FOLDER, now))
            if _STATE.fullmatch(path.name):
                path.unlink()
        return kept

    def _header(self) -> bytes:
        return encode({"dubao": "journal", "schema": self._schema, "after": self.last})

    def close(self) -> None:
        """Close the journal file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
