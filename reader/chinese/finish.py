"""From a word and its reading to a token: pinyin by orthography, level, gloss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.chinese import hsk
from reader.chinese.dictionary import Dictionary
from reader.chinese.fixed import Fixed
from reader.chinese.mending import Word
from reader.chinese.pinyin.readings import Reader, WordReading
from reader.chinese.token import Kind, Token

_REMEMBERED = 60_000


class Finish(NamedTuple):
    """What a word read in one way always gets."""

    level: int | None
    gloss: str | None


class Finisher:
    """Makes tokens. Remembers what it found out about a word, so that a long text costs little more."""

    def __init__(self, dictionary: Dictionary, reader: Reader, standard: str) -> None:
        self._dictionary = dictionary
        self._reader = reader
        self._standard = standard
        self._finishes: dict[tuple[str, tuple[str, ...], bool, str], Finish] = {}

    def read(self, words: Sequence[Word], fixed: Sequence[Fixed | None]) -> list[WordReading]:
        """Return the reading of every word, in the light of its neighbours; settled ones as settled."""
        found = self._reader.read([(word.text, word.flag, word.is_name) for word in words])
        for place, settled in enumerate(fixed):
            if settled is not None and settled.syllables:
                found[place] = WordReading(settled.syllables, settled.source, True, settled.pinyin)
        return found

    def token(
        self, text: str, start: int, kind: Kind, reading: WordReading, settled: Fixed | None, flag: str = ""
    ) -> Token:
        """Make the token of a word, or of what is none."""
        if kind is not Kind.WORD and kind is not Kind.NAME:
            return Token(text, start, kind)
        level, gloss = self.finish(text, reading.syllables, kind is Kind.NAME, flag)
        if settled is not None:
            gloss = settled.gloss or gloss
        return Token(
            text, start, kind, reading.syllables, reading.pinyin, reading.source, reading.sure, level, gloss
        )

    def finish(self, text: str, syllables: tuple[str, ...], is_name: bool, flag: str) -> Finish:
        """Return what a word read like this always gets."""
        key = (text, syllables, is_name, flag)
        found = self._finishes.get(key)
        if found is None:
            if len(self._finishes) > _REMEMBERED:
                self._finishes.clear()
            found = self._finishes[key] = self._work_out(*key)
        return found

    def _work_out(self, text: str, syllables: tuple[str, ...], is_name: bool, flag: str) -> Finish:
        entry = self._dictionary.meant(text, syllables, name=is_name)
        if entry is None:
            return Finish(hsk.level(text, self._standard), None)
        return Finish(hsk.level(entry.simplified, self._standard), self._dictionary.gloss(entry, flag))
