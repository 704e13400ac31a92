"""The dictionary as a read-only SQLite file in the cache: made once, made again if damaged.

The file's name holds the stamp of the dictionary it was made from, so a newer dictionary is another
file and nothing is ever changed in place. It is written under a name of its own and then renamed: two
programs that build at the same time both succeed, and a build cut short leaves nothing that counts.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.chinese import hsk
from reader.chinese.dictionary.rank import Compounds, standing
from reader.chinese.dictionary.source import OWN_FILE, Record, file_stamp, read_text, records
from reader.errors import DictionaryError
from reader.paths import private_folder

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""

LAYOUT = 3
#: The level of a headword that is in no HSK list.
UNLISTED = 9
_MARK = 0x64626F01  # SQLite's application id, written last: a file without it was never finished
_BATCH = 8000
_FEWEST_ENTRIES = 1
_STALE_SECONDS = 3600
_KEPT_OLD = 1
_SCHEMA = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, simplified TEXT NOT NULL, traditional TEXT NOT NULL, syllables TEXT NOT NULL,
    senses TEXT NOT NULL, standing INTEGER NOT NULL, weight INTEGER NOT NULL,
    level INTEGER NOT NULL, plain TEXT NOT NULL
);
"""
_INDEXES = """
CREATE INDEX by_simplified ON entry (simplified);
CREATE INDEX by_traditional ON entry (traditional);
CREATE INDEX by_plain ON entry (plain);
"""


def index_file(source: Path, cache_folder: Path) -> Path:
    """Return where the index of this very dictionary file belongs."""
    return cache_folder / f"dictionary-{LAYOUT}-{file_stamp(source)}.sqlite"


def ready_index(source: Path, cache_folder: Path) -> Path | None:
    """Return the finished index of a dictionary file, None if it has to be built."""
    path = index_file(source, cache_folder)
    return path if _is_finished(path) else None


def _is_finished(path: Path) -> bool:
    """Tell by its first bytes and its size whether a file is a whole index; costs microseconds."""
    try:
        with open(path, "rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        return False
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return int.from_bytes(header[68:72], "big") == _MARK and size == (65536 if page == 1 else page) * pages


def build_index(source: Path, cache_folder: Path, progress: Progress | None = None) -> Path:
    """Build the index of a dictionary file and return where it is.

    Raises:
        DictionaryError: the file can't be read or holds no entry, or the cache can't be written.
    """
    path = index_file(source, private_folder(cache_folder))
    found = [record for _, record in records(_text_of(source)) if record is not None]
    if len(found) < _FEWEST_ENTRIES:
        raise DictionaryError(f"{source} holds no dictionary entries. Give a CC-CEDICT file.")
    spare = cache_folder / f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.part"
    try:
        os.close(os.open(spare, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with contextlib.closing(sqlite3.connect(spare)) as connection:
            _fill(connection, found, progress)
        spare.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise DictionaryError(
            f"The dictionary's index can't be written to {cache_folder}: {error}. "
            "Free some space there or make the folder writable."
        ) from error
    finally:
        spare.unlink(missing_ok=True)
    _sweep(cache_folder, path)
    return path


def _text_of(source: Path) -> str:
    try:
        return read_text(source)
    except DictionaryError as error:
        if source.name != OWN_FILE:
            raise
        raise DictionaryError(f"{error} “dubao dictionary reset” takes the program's own again.") from error


def _fill(connection: sqlite3.Connection, found: list[Record], progress: Progress | None) -> None:
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; " + _SCHEMA)
    compounds = Compounds(found)
    for done, batch in _batches(found):
        connection.executemany(
            "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_row(record, compounds) for record in batch],
        )
        if progress:
            progress(done, len(found))
    connection.executescript(_INDEXES)
    connection.commit()
    connection.execute(f"PRAGMA application_id={_MARK}")
    connection.commit()


def _batches(found: list[Record]) -> Iterator[tuple[int, Iterable[Record]]]:
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        yield start + len(batch), batch


def _row(record: Record, compounds: Compounds) -> tuple[str | int, ...]:
    return (
        record.simplified,
        record.traditional,
        record.syllables,
        record.senses,
        standing(record),
        compounds.weight(record),
        hsk.level(record.simplified) or UNLISTED,
        plain_letters(record.syllables),
    )


def plain_letters(pinyin: str) -> str:
    """Return pinyin as bare letters for searching: ``"Bei3 jing1"`` -> ``beijing``, ü as v, erhua as r."""
    return "".join(mark for mark in pinyin.lower().replace("u:", "v").replace("ü", "v") if mark.isalpha())


def _sweep(folder: Path, current: Path) -> None:
    """Remove what killed builds left and all old indexes but the last (another program may use it)."""
    now = time.time()
    with contextlib.suppress(OSError):
        for part in folder.glob(".dictionary-*.part"):
            if now - part.stat().st_mtime > _STALE_SECONDS:
                part.unlink(missing_ok=True)
        old = sorted(
            (path for path in folder.glob("dictionary-*.sqlite") if path != current),
            key=lambda path: path.stat().st_mtime,
            reverse=True,
        )
        for path in old[_KEPT_OLD:]:
            path.unlink(missing_ok=True)
