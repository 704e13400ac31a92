"""From a word and its reading to a token: pinyin by orthography, level, gloss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.chinese import hsk
from reader.chinese.context import around, evidence
from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.composed import composed_gloss, spelt_out
from reader.chinese.dictionary.forms import VERB
from reader.chinese.dictionary.index import plain_letters
from reader.chinese.dictionary.meaning import Option, all_options, choose, options
from reader.chinese.fixed import Fixed
from reader.chinese.pinyin.readings import Reader, WordReading
from reader.chinese.token import Entry, Kind, Token
from reader.chinese.word import Word

_REMEMBERED = 60_000
_UNLISTED = 9
_WIDE = 15
_BEFORE_SPEECH = "：:“「『"
_SAID = 2.5
_FAMILIAR = {"老": "old (before a surname)", "小": "young (before a surname)"}


class Finish(NamedTuple):
    """What a word read in one way always gets: its level, and the senses that may be meant.

    ``is_common`` tells that the dictionary only has it as a name, which it is not here: 大桥, 大雪.
    """

    level: int | None
    options: tuple[Option, ...]
    is_common: bool = False


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
        self,
        piece: tuple[str, int, Kind],
        reading: WordReading,
        settled: Fixed | None,
        words: Sequence[Word],
        place: int,
    ) -> Token:
        """Make the token of a word, or of what is none; it is word ``place`` of ``words``."""
        text, start, kind = piece
        if kind is not Kind.WORD and kind is not Kind.NAME:
            return Token(text, start, kind)
        level, found, is_common = self.finish(text, reading.syllables, kind is Kind.NAME, words[place].flag)
        gloss = settled.gloss if settled is not None else None
        if not gloss and found:
            gloss = found[0].gloss if len(found) == 1 else _meant(found, words, place)
        pinyin = reading.pinyin.lower() if is_common else reading.pinyin
        return Token(text, start, kind, reading.syllables, pinyin, reading.source, reading.sure, level, gloss)

    def finish(self, text: str, syllables: tuple[str, ...], is_name: bool, flag: str) -> Finish:
        """Return what a word read like this always gets."""
        key = (text, syllables, is_name, flag)
        found = self._finishes.get(key)
        if found is None:
            if len(self._finishes) > _REMEMBERED:
                self._finishes.clear()
            found = self._finishes[key] = self._work_out(*key)
        return found

    def _surname(self, text: str, entry: Entry) -> tuple[Option, ...]:
        """老 and 小 before a surname, or the surname."""
        if text in _FAMILIAR:
            return (Option(_FAMILIAR[text], "", 0.0),)
        senses = [sense for one in self._dictionary.entries(text) for sense in one.senses]
        surnames = [Option(sense, "", 0.0) for sense in senses if sense.startswith("surname ")]
        return tuple(surnames[:1]) or options(entry, "nr", (), is_name=True)

    def _work_out(self, text: str, syllables: tuple[str, ...], is_name: bool, flag: str) -> Finish:
        entry = self._dictionary.meant(text, syllables, name=is_name)
        if entry is None:
            told = composed_gloss(text, self._dictionary.entries)
            return Finish(hsk.level(text, self._standard), (Option(told, "", 0.0),) if told else ())
        if is_name and len(text) == 1:
            return Finish(hsk.level(entry.simplified, self._standard), self._surname(text, entry))
        is_everyday = all((hsk.level(character) or _UNLISTED) <= 5 for character in entry.simplified)
        if not is_name and is_everyday and flag in ("n", "a", "v", "x") and _is_only_spelt(entry):
            gloss = spelt_out(text, self._dictionary.entries)
            return Finish(
                hsk.level(entry.simplified, self._standard), (Option(gloss, "", 0.0),), is_common=True
            )
        alike = [
            one
            for one in self._dictionary.entries(text, name=is_name)
            if one is not entry and one.syllables == entry.syllables
        ]
        found = all_options((entry, *alike), flag, syllables, is_name=is_name)
        return Finish(hsk.level(entry.simplified, self._standard), found)


def _is_only_spelt(entry: Entry) -> bool:
    """Tell whether an entry is a name glossed by its sound: 大桥 Da Qiao, one of the Two Qiaos."""
    letters = plain_letters(" ".join(entry.syllables))
    first = entry.senses[0] if entry.senses else ""
    return entry.syllables[0][:1].isupper() and plain_letters(first).startswith(letters)


def _meant(found: Sequence[Option], words: Sequence[Word], place: int) -> str | None:
    before, after = around(words, place)
    near = ""
    if any(one.cues for one in found):
        # A bar stands for the word itself, so that a cue may say that it stands beside it.
        near = "|".join("".join(word.text for word in some) for some in (before, after))
    wide = ""
    if any(one.topics for one in found):
        wide = "".join(
            word.text
            for word in words[max(0, place - _WIDE) : place + _WIDE]
            if word.text != words[place].text
        )
    weighed = evidence(before, after)
    if place + 1 < len(words) and words[place + 1].text[0] in _BEFORE_SPEECH:
        weighed[VERB] += _SAID  # 他|道|：
    return choose(found, weighed, near, wide)
