"""Searching the dictionary by hanzi, by pinyin with or without tones, or by English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.chinese import hsk
from reader.chinese.dictionary.index import UNLISTED, plain_letters
from reader.chinese.dictionary.rank import PROPER, REFERENCE, SIDE
from reader.chinese.dictionary.senses import split_syllables
from reader.chinese.pinyin.syllable import runs
from reader.chinese.token import Entry
from reader.text import clean_answer, is_han

if TYPE_CHECKING:
    from reader.chinese.dictionary.lookup import Dictionary

Row = tuple[str, str, str, str, int, int, int]
_LONGEST_QUERY = 100
_OTHER_READING = 3  # levels that a word is harder by where it isn't read as usual
_MUCH = 2  # levels
# What it costs a word found by English: that it is no everyday word, that a sense only holds it, none.
_RARER, _WITHIN, _NOT_IT = 3, 20, 40
_PARTICLES = "at|for|up|after|to|on|in|out|off|into|with|about|of|down|over|back|away"


def search(dictionary: Dictionary, query: str, limit: int = 50) -> tuple[Entry, ...]:
    """Return the entries that fit, the best first; nothing for a query without a letter.

    Hanzi give the headword itself, then words that begin with it, then words that hold it. Latin
    letters are pinyin (``bo2li3``, ``bólǐ``, ``boli``, ü as ü, v or u:) and English at once; with tones
    they are pinyin alone.
    """
    query = clean_answer(query)[:_LONGEST_QUERY]
    if any(map(is_han, query)):
        rows = _by_hanzi(dictionary, "".join(query.split()), limit)
    elif any(map(str.isalnum, query)):
        rows = _by_pinyin(dictionary, query)
        if not _has_tones(query) or not rows:
            rows = _together(rows, _by_english(dictionary, query), limit)
    else:
        return ()
    return dictionary.from_rows(_unique(rows)[:limit])


def with_other_tones(dictionary: Dictionary, query: str, limit: int = 50) -> tuple[Entry, ...]:
    """Return the entries with the letters of pinyin whose tones fit none; nothing for what has no tones."""
    query = clean_answer(query)[:_LONGEST_QUERY]
    if any(map(is_han, query)) or not _has_tones(query):
        return ()
    letters = " ".join(run.plain for run in runs(query))
    return dictionary.from_rows(_by_pinyin(dictionary, letters)[:limit])


def _together(pinyin: list[Row], english: list[Row], limit: int) -> list[Row]:
    """Return what a query means as pinyin and as English: both come early, and first the one in use.

    ``man`` is 慢 and 男人, ``run`` rather 跑 than 闰.
    """
    if not pinyin or not english:
        return pinyin or english
    is_easier = english[0][6] + _MUCH < pinyin[0][6]
    first, second = (english, pinyin) if is_easier else (pinyin, english)
    half = max(1, (limit + 1) // 2)
    return [*first[:half], *second[:half], *first[half:], *second[half:]]


def _unique(rows: Iterable[Row]) -> list[Row]:
    return list({row[:3]: row for row in rows}.values())


def _by_hanzi(dictionary: Dictionary, word: str, limit: int) -> list[Row]:
    exact = dictionary.rows_of(word)
    if len(exact) >= limit:
        return exact
    holding: list[Row] = dictionary.select("instr(simplified, ?1) OR instr(traditional, ?1)", word)
    holding.sort(key=lambda row: (not (row[0].startswith(word) or row[1].startswith(word)), *_ease(row)))
    return exact + holding


def _ease(row: Row) -> tuple[int, int, int, int]:
    """Common, easy and short words first."""
    return (row[4] // PROPER, row[6], len(row[0]), -row[5])


def _by_pinyin(dictionary: Dictionary, query: str) -> list[Row]:
    letters = plain_letters("".join(run.plain for run in runs(query)))
    if not letters:
        return []
    rows = dictionary.select("plain = ?1", letters)
    if _has_tones(query):
        wanted = _tones(query)
        rows = [row for row in rows if _fits(row[2], wanted)]
    # Who writes xi'an or xi an means two syllables.
    edges = set(accumulate(len(plain_letters(run.plain)) for run in runs(query)))
    rows = [row for row in rows if edges <= _edges(row[2])] or rows
    rows.sort(key=lambda row: _ease_read(dictionary, row))
    return rows


def _edges(pinyin: str) -> set[int]:
    """After how many letters each syllable ends."""
    return set(accumulate(len(plain_letters(syllable)) for syllable in split_syllables(pinyin)))


def _ease_read(dictionary: Dictionary, row: Row) -> tuple[int, ...]:
    """Common, easy and short words first, of the others those that begin many words: 西安 before 锡安.

    The level is that of a word's everyday reading: 吗 is ma, hardly mǎ.
    """
    proper, level, *rest = _ease(row)
    if not _is_usual(dictionary, row):
        level = min(UNLISTED, level + _OTHER_READING)
    begun = dictionary.count_from(row[0]) if level == UNLISTED else 0
    return (proper, level, -begun, *rest)


def _is_usual(dictionary: Dictionary, row: Row) -> bool:
    """Tell whether a row has the everyday reading of its word."""
    return dictionary.rows_of(row[0])[0][2] == row[2]


def _has_tones(query: str) -> bool:
    return any(run.number is not None or any(letter.tone for letter in run.letters) for run in runs(query))


class Typed(NamedTuple):
    """The tone over or behind one typed letter (None: none), and whether it ends the syllable (a number)."""

    tone: int | None
    ends: bool


def _tones(query: str) -> list[Typed]:
    told: list[Typed] = []
    for run in runs(query):
        letters = [Typed(letter.tone or None, False) for letter in run.letters]
        if run.number is not None:
            letters[-1] = Typed(run.number or 5, True)
        told += letters
    return told


def _fits(pinyin: str, wanted: list[Typed]) -> bool:
    """Tell whether every tone that was typed is the tone of the syllable its letter belongs to."""
    place = 0
    for syllable in split_syllables(pinyin):
        size = len(plain_letters(syllable))
        typed = wanted[place : place + size]
        tones = {letter.tone for letter in typed if letter.tone is not None}
        if tones and tones != {int(syllable[-1]) if syllable[-1].isdigit() else 5}:
            return False
        if any(letter.ends for letter in typed[:-1]):
            return False
        place += size
    return True


def _by_english(dictionary: Dictionary, query: str) -> list[Row]:
    words = " ".join(query.lower().split())
    if len(words) < 2:
        return []
    rows = dictionary.select("senses LIKE '%' || ?1 || '%' ESCAPE '\\'", _escaped(words))
    rank = _english_rank(dictionary, words)
    placed = [(rank(row), row) for row in rows]
    found = [row for (cost, *_), row in sorted(placed, key=lambda pair: pair[0]) if cost < _NOT_IT]
    return found or _by_several(dictionary, words.split())


def _by_several(dictionary: Dictionary, words: list[str]) -> list[Row]:
    """Rows that hold every one of several English words, wherever."""
    if len(words) < 2:
        return []
    rows = dictionary.select("senses LIKE '%' || ?1 || '%' ESCAPE '\\'", _escaped(max(words, key=len)))
    wholes = [re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in words]
    return sorted((row for row in rows if all(whole.search(row[3]) for whole in wholes)), key=_ease)


def _escaped(words: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", words)


def _english_rank(dictionary: Dictionary, words: str) -> Callable[[Row], tuple[int, ...]]:
    """Rank by what a sense says and how easy the word is: 看 to look at before 模样 look.

    What only holds it inside a longer word costs :data:`_NOT_IT`.
    """
    one = re.escape(words)
    whole = re.compile(rf"(?<![\w-]){one}(?![\w-])")
    alone = re.compile(rf"^(?:\((?!bound)[^)]*\) )*(?:to be |to |an? |the )?{one}[?!]?(?:$|[;,(]| \()")
    verb = re.compile(rf"^(?:\((?!bound)[^)]*\) )*to {one} (?:{_PARTICLES})(?:$|[;,(]| \()")

    def rank(row: Row) -> tuple[int, ...]:
        best, place = _NOT_IT, 9
        for number, sense in enumerate(row[3].lower().split("/")):
            here = _NOT_IT
            if alone.match(sense):
                here = 0 if number == 0 else 2
            elif any(alone.match(part) or verb.match(part) for part in sense.split("; ")):
                here = 2 if number == 0 else 3
            elif whole.search(sense):
                here = _WITHIN
            if here < best:
                best, place = here, number
        if best < _WITHIN:
            listed_otherwise = row[6] < UNLISTED and not hsk.is_listed(row[0])
            rarer = row[4] in (SIDE, REFERENCE) or listed_otherwise or not _is_usual(dictionary, row)
            best = min(_WITHIN - 1, best + row[6] + _RARER * rarer)
        return (best, *_ease(row), place)

    return rank
