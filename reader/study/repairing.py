"""The reader's repairs: a word split or joined, a reading or a gloss mended, in all texts from now on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from reader.chinese.repairs import (
    Repair,
    Repairs,
    collect,
    parse_repairs,
    read_repairs,
    to_json,
    write_repairs,
)
from reader.errors import TextError
from reader.paths import Paths
from reader.study.turns import in_turn

_MOST_SPLITS = 7


class Imported(NamedTuple):
    """What an import of repairs did: how many there are now that were not before, and what was left out."""

    added: int
    problems: list[str]


class Repairing:
    """Changes the file of repairs; whoever annotates notices by itself. May be used from several threads."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], tell: Callable[[str], None]) -> None:
        self._paths = paths
        self._clock = clock
        self._tell = tell

    @property
    def repairs(self) -> Repairs:
        """The repairs as they are on disk.

        Raises:
            StorageError: the file can't be read.
        """
        return read_repairs(self._paths.data, self._tell)

    def split(self, words: Sequence[str]) -> Repair:
        """Cut a stretch into these words, wherever it stands."""
        return self._change(lambda repairs: repairs.split(words, now=self._clock()))

    def join(self, words: Sequence[str]) -> Repair:
        """Take these neighbours as one word, wherever they stand together."""
        return self._change(lambda repairs: repairs.join(words, now=self._clock()))

    def mend(self, text: str, *, pinyin: str | None = None, gloss: str | None = None) -> Repair:
        """Give a word another reading, gloss or both.

        Raises:
            UsageError: the pinyin doesn't fit the word, or it is no Chinese word.
        """
        return self._change(lambda repairs: repairs.mend(text, pinyin=pinyin, gloss=gloss, now=self._clock()))

    def mend_beside(self, words: Sequence[str], pinyin: str) -> Repair:
        """Give neighbours this pinyin where they stand together, and only there.

        Raises:
            UsageError: the pinyin doesn't fit them.
        """
        return self._change(lambda repairs: repairs.mend_beside(words, pinyin, now=self._clock()))

    def undo(self, text: str | None = None) -> Repair | None:
        """Undo the latest repair, or all of ``text``; return what was undone, None if there was nothing."""
        with in_turn(self._paths.cache, "repairs"):
            repairs = self.repairs
            undone = repairs.get(text) if text is not None else (repairs.kept or (None,))[-1]
            if undone is not None:
                left = repairs.undo() if text is None else repairs.without(text)
                write_repairs(self._paths.data, left)
            return undone

    def export(self) -> str:
        """Return all repairs that hold, as JSON that :meth:`bring_in` takes."""
        return to_json(collect(self.repairs))

    def bring_in(self, told: str) -> Imported:
        """Take repairs from an export; where both repair a stretch, the one from the export holds.

        Raises:
            TextError: it is no list of repairs.
        """
        try:
            brought, problems = parse_repairs(told)
        except ValueError as error:
            raise TextError(f"That is no list of repairs: {error}. Nothing was changed.") from error
        with in_turn(self._paths.cache, "repairs"):
            old = self.repairs
            new = old.merged(brought)
            if len(new.kept) > len(old.kept):
                write_repairs(self._paths.data, new)
            return Imported(len(new.kept) - len(old.kept), problems)

    def _change(self, change: Callable[[Repairs], Repairs]) -> Repair:
        with in_turn(self._paths.cache, "repairs"):
            changed = change(self.repairs)
            write_repairs(self._paths.data, changed)
            return changed.kept[-1]


def splits(word: str, known: Callable[[str], bool], most: int = _MOST_SPLITS) -> list[tuple[str, ...]]:
    """Return the ways to split a word, those into dictionary words and into fewest first."""
    size = len(word)
    ways = []
    for count in range(1, size):
        for cuts in combinations(range(1, size), count):
            edges = (0, *cuts, size)
            ways.append(tuple(word[edges[at] : edges[at + 1]] for at in range(count + 1)))
        if len(ways) > most * 4:
            break
    ways.sort(key=lambda way: (sum(not known(part) for part in way), len(way)))
    return ways[:most]
