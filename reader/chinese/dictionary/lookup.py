"""Looking words up: the entries of a headword, the one meant, its gloss, its parts and its relatives."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from reader.chinese.affixes import structure
from reader.chinese.compound import fewest_words
from reader.chinese.dictionary.index import UNLISTED
from reader.chinese.dictionary.rank import PROPER, SURNAME
from reader.chinese.dictionary.senses import (
    Reference,
    clean_sense,
    find_measures,
    find_reference,
    split_senses,
    split_syllables,
)
from reader.chinese.pinyin.syllable import render
from reader.chinese.token import Entry
from reader.errors import DictionaryError
from reader.text import is_han

Row = tuple[str, str, str, str, int, int, int]
"""simplified, traditional, syllables, senses, standing, weight, HSK level."""

_COLUMNS = "simplified, traditional, syllables, senses, standing, weight, level"
_MOST_STEPS = 4
_REMEMBERED = 20_000


class Dictionary:
    """The dictionary, open for reading. May be used from several threads.

    ``rebuild`` makes the index anew and returns its path; it is called once if the file proves damaged.
    """

    def __init__(self, path: Path, *, rebuild: Callable[[], Path] | None = None) -> None:
        self.path = path
        self._rebuild = rebuild
        self._lock = threading.RLock()
        self._entries: dict[tuple[str, bool], tuple[Entry, ...]] = {}
        self._connection = _connect(path)

    @property
    def version(self) -> str:
        """What changes when the dictionary does: for cache keys."""
        return self.path.stem

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def has(self, word: str) -> bool:
        """Tell whether ``word``, simplified or traditional, is a headword."""
        return bool(
            self.query(
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM entry WHERE simplified = ?1)"
                " OR EXISTS (SELECT 1 FROM entry WHERE traditional = ?1)",
                word,
            )
        )

    def headwords(self) -> set[str]:
        """Return all headwords in both scripts (some 20 MB): for cutting many words."""
        pairs = self.query("SELECT simplified, traditional FROM entry")
        return {word for pair in pairs for word in pair}

    def compounds(self) -> frozenset[str]:
        """Return the simplified headwords of three to six characters (5 MB): to put words together."""
        pairs = self.query("SELECT DISTINCT simplified FROM entry WHERE length(simplified) BETWEEN 3 AND 6")
        return frozenset(word for (word,) in pairs)

    def entries(self, word: str, *, name: bool = False) -> tuple[Entry, ...]:
        """Return all entries of a headword, simplified or traditional, the common first.

        Surnames, variants, archaic and capitalised entries come last, or proper ones first if the word
        is a ``name``. Senses that only point elsewhere are followed by the senses found there.
        """
        found = self._entries.get((word, name))
        if found is None:
            found = self.from_rows(self.rows_of(word, name=name))
            if len(self._entries) >= _REMEMBERED:
                self._entries.clear()
            self._entries[word, name] = found
        return found

    def meant(self, word: str, syllables: Sequence[str] = (), *, name: bool = False) -> Entry | None:
        """Return the entry that is meant by a word read like this; the commonest one if none is read so."""
        found = self.entries(word, name=name)
        wanted = [syllable.lower() for syllable in syllables]
        for alike in (_same_reading, _same_letters):
            for entry in found if wanted else ():
                if alike(entry, wanted):
                    return entry
        return found[0] if found else None

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the dictionary words that make up ``word``, itself left out: 新能源 -> 新, 能源.

        They are those it is built of by rule (坐不下 -> 坐, 不, 下), or the fewest there are.
        """
        if len(word) < 2:
            return ()
        built = structure(word, self.has)
        if built is not None:
            return built
        return fewest_words(word, self.has, self._level)

    def _level(self, word: str) -> int:
        # Levels stand in the index so that whoever looks a word up need not load the lists.
        ((level,),) = self.query("SELECT min(level) FROM entry WHERE simplified = ?1", word)
        return level or UNLISTED

    def words_with(self, character: str, limit: int = 40) -> tuple[Entry, ...]:
        """Return other words with the same character, easy and short ones first."""
        rows = self.select(
            "standing < ?2 AND length(simplified) > 1 AND (instr(simplified, ?1) OR instr(traditional, ?1))",
            character,
            SURNAME,
        )
        rows.sort(key=lambda row: (row[4] >= PROPER, row[6], len(row[0])))
        return self.from_rows(rows[:limit])

    def search(self, text: str, limit: int = 50) -> tuple[Entry, ...]:
        """Return entries by hanzi, by pinyin with or without tones, or by English, the best first."""
        from reader.chinese.dictionary.search import search

        return search(self, text, limit)

    def select(self, where: str, *values: Any) -> list[Row]:
        """Return the rows for which a condition over the index's columns holds, in the file's order."""
        return self.query(f"SELECT {_COLUMNS} FROM entry WHERE {where} ORDER BY id", *values)

    def rows_of(self, word: str, *, name: bool = False) -> list[Row]:
        """Return the rows of a headword, in the order of :meth:`entries`."""
        rows = self.select("simplified = ?1 OR traditional = ?1", word)
        if len(rows) > 1:
            rows.sort(key=lambda row: _place(row, name))
        return rows

    def count_from(self, word: str) -> int:
        """Return how many entries have a simplified headword that begins with ``word``, itself among them."""
        ((count,),) = self.query(
            "SELECT count(*) FROM entry WHERE simplified >= ?1 AND simplified < ?2", word, word + "\U0010ffff"
        )
        return int(count)

    def from_rows(self, rows: Iterable[Row]) -> tuple[Entry, ...]:
        """Return rows as entries."""
        return tuple(map(self._entry, rows))

    def query(self, statement: str, *values: Any) -> list[Any]:
        """Run one SELECT; a damaged index is built anew once.

        Raises:
            DictionaryError: the index is damaged and can't be built anew.
        """
        with self._lock:
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                self._mend(error)
                return self._connection.execute(statement, values).fetchall()

    def _mend(self, error: sqlite3.DatabaseError) -> None:
        rebuild, self._rebuild = self._rebuild, None
        if rebuild is None:
            raise DictionaryError(f"The dictionary's index {self.path} is damaged ({error}).") from error
        self._connection.close()
        self.path = rebuild()
        self._entries.clear()
        self._connection = _connect(self.path)

    def _entry(self, row: Row) -> Entry:
        simplified, traditional, pinyin, senses, *_ = row
        syllables = split_syllables(pinyin)
        return Entry(
            simplified,
            traditional,
            syllables,
            render(syllables),
            self._senses(row),
            find_measures(senses, render),
        )

    def _senses(self, row: Row) -> tuple[str, ...]:
        """Clean the senses, each followed by those of the headword it points to; cycles end by themselves."""
        seen = {(row[1], row[2])}
        found: dict[str, None] = {}
        self._gather(split_senses(row[3]), seen, found, _MOST_STEPS)
        return tuple(found)

    def _gather(
        self, senses: Iterable[str], seen: set[tuple[str, str]], found: dict[str, None], steps: int
    ) -> None:
        for sense in senses:
            found[clean_sense(sense, render)] = None
            reference = find_reference(sense)
            if reference is None or not reference.alone or not steps or reference.how == "see also":
                continue
            target = self._target(reference)
            if target is not None and (target[1], target[2]) not in seen:
                seen.add((target[1], target[2]))
                self._gather(split_senses(target[3]), seen, found, steps - 1)

    def _target(self, reference: Reference) -> Row | None:
        rows = self.rows_of(
            reference.word, name=bool(reference.syllables) and reference.syllables[0][0].isupper()
        )
        wanted = " ".join(reference.syllables)
        return next((row for row in rows if row[2] == wanted), rows[0] if rows else None)


def _connect(path: Path) -> sqlite3.Connection:
    # Immutable: nobody changes the file in place, so SQLite need not lock it or look for a journal.
    try:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise DictionaryError(f"The dictionary's index {path} can't be opened: {error}.") from error


def _place(row: Row, name: bool) -> tuple[bool, int, int]:
    proper = row[4] in (PROPER, SURNAME)
    return (name and not proper, row[4] if not (name and proper) else 0, -row[5])


def _same_reading(entry: Entry, wanted: list[str]) -> bool:
    return [syllable.lower() for syllable in entry.syllables] == wanted


def _same_letters(entry: Entry, wanted: list[str]) -> bool:
    return [syllable.lower().rstrip("12345") for syllable in entry.syllables] == [
        syllable.rstrip("12345") for syllable in wanted
    ]


def holds_han(text: str) -> bool:
    """Tell whether there is a Chinese character in ``text``."""
    return any(map(is_han, text))
