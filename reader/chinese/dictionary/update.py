"""Taking a newer CC-CEDICT file of the reader's as the dictionary, after a look at what it holds."""

from __future__ import annotations

import gzip
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from reader.chinese.dictionary.index import Progress, build_index
from reader.chinese.dictionary.opening import index_folder
from reader.chinese.dictionary.source import OWN_FILE, Record, dictionary_file, file_date, read_text, records
from reader.errors import DictionaryError
from reader.paths import Paths, private_folder

# A file with fewer entries is no CC-CEDICT but a cutting of it: 2010's had 90,000.
_FEWEST = 1000
_MOST_BAD_SHARE = 0.01
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What an update changed. ``examples`` are up to twenty new headwords.

    ``before`` is how many entries there were; none where the dictionary so far was damaged.
    """

    entries: int
    added: int
    removed: int
    altered: int
    date: str
    old_date: str
    examples: tuple[str, ...]
    before: int = 1

    def sentences(self) -> list[str]:
        """Say it."""
        if not self.before:
            return [
                f"The dictionary now has {self.entries:,} entries{_of(self.date)}; "
                "the one before could not be read."
            ]
        told = [
            f"The dictionary now has {self.entries:,} entries{_of(self.date)}; before{_of(self.old_date)}:"
        ]
        told.append(
            f"{self.added:,} are new, {self.removed:,} are gone, {self.altered:,} read otherwise in English."
        )
        if self.date and self.date < self.old_date:
            told.append("It is older than the one before; “dubao dictionary reset” takes the program's own.")
        if self.examples:
            told.append(f"New are for example {'、'.join(self.examples)}.")
        return told


def _of(date: str) -> str:
    return f" (of {date})" if date else ""


def update_dictionary(file: Path, paths: Paths, progress: Progress | None = None) -> Change:
    """Check a CC-CEDICT file (plain or gz), make it the dictionary, build its index and tell what changed.

    The old dictionary stays until the new one is whole and its index built.

    Raises:
        DictionaryError: the file isn't CC-CEDICT, or can't be stored.
    """
    new_text = read_text(file)
    new = _checked(file, new_text)
    old_text = _old_text(paths)
    old = {record.key: record for _, record in records(old_text) if record is not None}
    stored = _store(new_text, private_folder(paths.data))
    build_index(stored, index_folder(paths), progress)
    return _compare(old, {record.key: record for record in new}, file_date(new_text), file_date(old_text))


def _old_text(paths: Paths) -> str:
    """The dictionary so far; a damaged one must not keep a whole one out, and says nothing."""
    try:
        return read_text(dictionary_file(paths.data))
    except DictionaryError:
        return ""


def forget_update(paths: Paths) -> bool:
    """Go back to the dictionary that came with the program; tell whether there was another."""
    own = paths.data / OWN_FILE
    there = own.is_file()
    own.unlink(missing_ok=True)
    return there


def describe(paths: Paths) -> str:
    """Say which dictionary is in use: file, date, entries."""
    path = dictionary_file(paths.data)
    text = read_text(path)
    count = sum(1 for _, record in records(text) if record is not None)
    whose = "your own file" if path == paths.data / OWN_FILE else "the one that came with the program"
    return f"CC-CEDICT{_of(file_date(text))}, {count:,} entries, {whose}: {path} (CC BY-SA 4.0)"


def _checked(file: Path, text: str) -> list[Record]:
    good, bad = [], []
    for number, record in records(text):
        if record is None:
            bad.append(number)
        else:
            good.append(record)
    if len(good) < _FEWEST and good and not bad:
        raise DictionaryError(
            f"{file} has only {_counted(len(good))}, a whole CC-CEDICT over 100,000. "
            "The dictionary was not changed."
        )
    if len(good) < _FEWEST or len(bad) > _MOST_BAD_SHARE * len(good):
        first = f" Line {bad[0]} is the first that is no entry." if bad else ""
        raise DictionaryError(
            f"{file} isn't a CC-CEDICT file: {len(good):,} lines read as entries like "
            f"“中國 中国 [Zhong1 guo2] /China/”, {len(bad):,} don't.{first} The dictionary was not changed."
        )
    return good


def _counted(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries:,} entries"


def _store(text: str, folder: Path) -> Path:
    path = folder / OWN_FILE
    spare = folder / f".{OWN_FILE}.{os.getpid()}-{secrets.token_hex(4)}"
    try:
        with open(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(gzip.compress(text.encode(), 6))
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError as error:
        raise DictionaryError(f"The new dictionary can't be saved to {path}: {error.strerror}.") from error
    finally:
        spare.unlink(missing_ok=True)
    return path


def _compare(
    old: dict[tuple[str, str, str], Record],
    new: dict[tuple[str, str, str], Record],
    date: str,
    old_date: str,
) -> Change:
    added = [key for key in new if key not in old]
    altered = sum(1 for key, record in new.items() if key in old and old[key].senses != record.senses)
    return Change(
        entries=len(new),
        added=len(added),
        removed=sum(1 for key in old if key not in new),
        altered=altered,
        date=date,
        old_date=old_date,
        examples=tuple(dict.fromkeys(simplified for _, simplified, _ in added))[:_SHOWN],
        before=len(old),
    )
