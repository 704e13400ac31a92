"""Words that are settled before any cutting: an article's glossary and the reader's repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.chinese.pinyin.syllable import render, split_pinyin
from reader.chinese.repairs import Repair, Repairs
from reader.chinese.token import GlossaryEntry, Source
from reader.text import is_han


@dataclass(frozen=True, slots=True)
class Fixed:
    """One settled word: what is known of it (``syllables`` empty, ``gloss`` None: find out as usual)."""

    text: str
    source: Source
    syllables: tuple[str, ...] = ()
    pinyin: str = ""
    gloss: str | None = None
    is_name: bool = False


class FixedWords:
    """Finds settled words in text, the longest first. A repair wins over the glossary."""

    def __init__(self, glossary: Mapping[str, GlossaryEntry], repairs: Repairs) -> None:
        self._words: dict[str, tuple[Fixed, ...]] = {}
        for headword, entry in glossary.items():
            if headword:
                self._words[headword] = (_from_glossary(headword, entry),)
        for repair in repairs:
            if len(repair.words) > 1:
                self._words[repair.text] = self._parts(repair)
                continue
            alone = self._words.get(repair.text, (Fixed(repair.text, Source.REPAIR),))[0]
            self._words[repair.text] = (_repaired(alone, repair.pinyin, repair.gloss),)
        # A single character is settled where it is a word by itself: 为 in 为人民, not in 因为.
        self._alone = {
            word: parts[0] for word, parts in self._words.items() if len(word) == 1 and is_han(word)
        }
        for word in self._alone:
            del self._words[word]
        self._lengths: dict[str, list[int]] = {}
        for word in self._words:
            self._lengths.setdefault(word[0], []).append(len(word))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def _parts(self, repair: Repair) -> tuple[Fixed, ...]:
        """The words of a split, each with its share of the pinyin that was given to all together."""
        parts = [self._part(word) for word in repair.words]
        given = list(split_pinyin(repair.pinyin or "") or ())
        if len(given) != len(repair.text):
            return tuple(parts)
        found = []
        for part in parts:
            own, given = given[: len(part.text)], given[len(part.text) :]
            found.append(_repaired(part, render(own), None))
        return tuple(found)

    def _part(self, word: str) -> Fixed:
        known = self._words.get(word, ())
        return known[0] if len(known) == 1 else Fixed(word, Source.REPAIR)

    def alone(self, character: str, twin: str) -> Fixed | None:
        """Return what is settled of a character cut off as a word; ``twin`` is its simplified form."""
        return self._alone.get(character) or self._alone.get(twin)

    def find(self, text: str, twin: str | None = None) -> Iterator[tuple[int, int, tuple[Fixed, ...]]]:
        """Yield (start, end, words) of the settled stretches of ``text``, in order.

        ``twin`` is the text in simplified characters: what is settled for 学习 holds for 學習, too.
        """
        if not self._lengths:
            return
        twin = twin or text
        place = 0
        while place < len(text):
            found = self._at(text, twin, place)
            if found is None:
                place += 1
                continue
            if len(found) > 1:
                found = self._up_to_another(text, twin, place, found)
            end = place + sum(len(part.text) for part in found)
            yield place, end, found
            place = end

    def _at(self, text: str, twin: str, place: int) -> tuple[Fixed, ...] | None:
        """Return the longest settled stretch that begins at ``place``."""
        several: Sequence[int] = self._lengths.get(text[place], ())
        if twin[place] != text[place]:
            several = sorted({*several, *self._lengths.get(twin[place], ())}, reverse=True)
        for length in several:
            end = place + length
            found = self._words.get(text[place:end]) or self._words.get(twin[place:end])
            if found is not None and _stands_free(text, place, end):
                return found
        return None

    def _up_to_another(self, text: str, twin: str, place: int, parts: tuple[Fixed, ...]) -> tuple[Fixed, ...]:
        """Return the parts of a split up to where a settled word begins that reaches beyond them.

        研究生 split into 研究|生 and 生命 joined make 研究|生命 of 研究生命.
        """
        end = place + sum(len(part.text) for part in parts)
        for number, part in enumerate(parts[:-1], 1):
            place += len(part.text)
            word = self._at(text, twin, place)
            if word is not None and len(word) == 1 and place + len(word[0].text) > end:
                return parts[:number]
        return parts


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether no letter touches another one: AI stands free in “AI芯片”, not in “MAIL”."""
    return not (
        (start and _is_latin(text[start - 1]) and _is_latin(text[start]))
        or (end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]))
    )


def _is_latin(character: str) -> bool:
    return character.isalnum() and not is_han(character)


def _from_glossary(headword: str, entry: GlossaryEntry) -> Fixed:
    syllables, pinyin = spread(headword, entry.pinyin)
    return Fixed(
        headword, Source.GLOSSARY, syllables, pinyin, entry.gloss or None, is_name=entry.pinyin[:1].isupper()
    )


def _repaired(word: Fixed, pinyin: str | None, gloss: str | None) -> Fixed:
    syllables, written = spread(word.text, pinyin) if pinyin else (word.syllables, word.pinyin)
    return Fixed(
        word.text,
        Source.REPAIR if pinyin or not word.syllables else word.source,
        syllables,
        written,
        gloss or word.gloss,
        is_name=pinyin[:1].isupper() if pinyin else word.is_name,
    )


def spread(word: str, pinyin: str) -> tuple[tuple[str, ...], str]:
    """Return one syllable a character of ``word`` (``""`` for what is no Chinese character), and the pinyin.

    Both are empty where the pinyin can't be laid over the characters: the word is then read as usual.
    """
    syllables = list(split_pinyin(pinyin) or ())
    han = sum(map(is_han, word))
    if not han or len(syllables) != han:
        return (), ""
    laid = iter(syllables)
    return tuple(next(laid).lower() if is_han(character) else "" for character in word), pinyin
