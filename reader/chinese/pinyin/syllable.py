"""Pinyin syllables: tone numbers and tone marks, splitting joined pinyin, writing it by orthography.

A syllable is a string in tone numbers: ``"bo2"``, ``"lü4"``, ``"ma5"`` for the neutral tone, ``"r5"``
for the 儿 of an erhua word, ``""`` for a character without a reading. Capitals may be kept (``"Bei3"``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reader.chinese.pinyin.table import LONGEST, SYLLABIC, syllables

Style = Literal["marks", "numbers"]

_TONE_OF_MARK = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}
_MARK_OF_TONE = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
_LETTER_SHAPES = str.maketrans({"ɑ": "a", "ɡ": "g", "v": "ü", "V": "Ü"})
_U_COLON = re.compile("[uU][:：]")
_NUMBERED = re.compile("[a-zü:ê]+[0-5]?", re.IGNORECASE)
_TONES = frozenset("012345")
_VOWELS = frozenset("aeiouüê")
_APOSTROPHE_BEFORE = frozenset("aeoê")


@dataclass(frozen=True, slots=True)
class Letter:
    """One plain letter of typed or printed pinyin and the tone mark over it (0: none)."""

    plain: str
    tone: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Letters without a break between them, and the tone number behind them (None: none)."""

    letters: tuple[Letter, ...]
    number: int | None = None

    @property
    def plain(self) -> str:
        """The letters without marks, in lower case."""
        return "".join(letter.plain for letter in self.letters).lower()


def read_letters(text: str) -> list[Letter]:
    """Take ``text`` apart into letters and marks; ``v`` and ``u:`` are ü, any other character is kept."""
    text = _U_COLON.sub(lambda match: "ü" if match[0][0] == "u" else "Ü", text.translate(_LETTER_SHAPES))
    letters: list[Letter] = []
    for mark in unicodedata.normalize("NFD", text):
        if mark in _TONE_OF_MARK and letters:
            letters[-1] = Letter(letters[-1].plain, _TONE_OF_MARK[mark])
        elif mark in "\u0308\u0302" and letters:
            letters[-1] = Letter(unicodedata.normalize("NFC", letters[-1].plain + mark), letters[-1].tone)
        else:
            letters.append(Letter(mark))
    return letters


def runs(text: str) -> Iterator[Run]:
    """Cut ``text`` into runs of letters; a digit is the tone number of the run that it ends."""
    held: list[Letter] = []
    for letter in read_letters(text):
        if letter.plain.isalpha():
            held.append(letter)
            continue
        if held:
            yield Run(tuple(held), int(letter.plain) if letter.plain in _TONES else None)
            held = []
    if held:
        yield Run(tuple(held))


def to_marks(syllable: str) -> str:
    """Write one syllable with its tone mark, NFC: ``"bo2"`` -> ``"bó"``; an unknown (``xx5``) is ``""``."""
    return _to_marks(syllable)


@lru_cache(maxsize=8192)
def _to_marks(syllable: str) -> str:
    syllable = "".join(letter.plain for letter in read_letters(syllable))
    if syllable in ("", "xx5", "xx"):
        return ""
    if syllable[-1] not in _TONES:
        return syllable
    letters, tone = syllable[:-1], int(syllable[-1])
    if tone not in _MARK_OF_TONE:
        return letters
    place = _mark_place(letters.lower())
    marked = letters[: place + 1] + _MARK_OF_TONE[tone] + letters[place + 1 :]
    return unicodedata.normalize("NFC", marked)


def _mark_place(letters: str) -> int:
    """Where the mark stands: on a or e, on the o of ou, else on the last vowel, else on m or n."""
    for vowel in "aeê":
        if vowel in letters:
            return letters.index(vowel)
    if "ou" in letters:
        return letters.index("o")
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    if vowels:
        return vowels[-1]
    return next((place for place, letter in enumerate(letters) if letter in "mn"), len(letters) - 1)


def to_numbers(syllable: str) -> str:
    """Write one syllable in tone numbers, ü as ``ü``: ``"bó"`` -> ``"bo2"``, ``"ma"`` -> ``"ma5"``."""
    parts = list(runs(syllable))
    if len(parts) != 1:
        return ""
    return _numbered(parts[0].letters, parts[0].number)


def _numbered(letters: Sequence[Letter], number: int | None = None) -> str:
    plain = "".join(letter.plain for letter in letters)
    return plain + str(number or next((letter.tone for letter in letters if letter.tone), 5))


def split_pinyin(text: str) -> tuple[str, ...] | None:
    """Split pinyin in marks or numbers, joined or spaced, into syllables in tone numbers.

    A syllable without a tone gets 5. Capitals are kept. ``"Xī'ān"`` -> ``("Xi1", "an1")``, ``"huār"`` ->
    ``("hua1", "r5")``. None where some letters are no syllable.
    """
    found: list[str] = []
    for run in runs(text):
        cut = split_run(run.letters)
        if cut is None:
            return None
        found += (_numbered(part) for part in cut[:-1])
        found.append(_numbered(cut[-1], run.number))
    return tuple(found)


def split_run(letters: Sequence[Letter]) -> list[Sequence[Letter]] | None:
    """Split a run of letters, first by the rule that an inner a, e or o needs an apostrophe."""
    plain = "".join(letter.plain for letter in letters).lower()
    if plain in SYLLABIC:
        return [letters]
    return _split(letters, plain, strict=True) or _split(letters, plain, strict=False)


def _split(letters: Sequence[Letter], plain: str, *, strict: bool) -> list[Sequence[Letter]] | None:
    """Find the split from the back, so that a long run costs no more than its length."""
    cuts: dict[int, int] = {len(plain): 0}  # start of a syllable -> its end
    for start in range(len(plain) - 1, -1, -1):
        if start and strict and plain[start] in _APOSTROPHE_BEFORE:
            continue
        for end in _ends(plain, start):
            if end in cuts and sum(1 for letter in letters[start:end] if letter.tone) <= 1:
                cuts[start] = end
                break
    if 0 not in cuts:
        return None
    parts: list[Sequence[Letter]] = []
    start = 0
    while start < len(plain):
        parts.append(letters[start : cuts[start]])
        start = cuts[start]
    return parts


def _ends(plain: str, start: int) -> Iterator[int]:
    """Ends of a syllable that begins at ``start``, the longest first; a lone r only behind another one."""
    for end in range(min(len(plain), start + LONGEST), start, -1):
        if plain[start:end] in syllables() or (start and plain[start:end] == "r"):
            yield end


def render(syllables: Iterable[str], *, name: bool = False, style: Style = "marks") -> str:
    """Write the syllables of one word by orthography: joined, with the apostrophes it needs.

    ``("nü3", "er2")`` -> ``nǚ'ér``, ``("hua1", "r5")`` -> ``huār``. A capital inside begins a new part:
    ``("Bo2", "li3", "Zhen4")`` -> ``Bólǐ Zhèn``. ``name`` makes the first letter a capital. ``style``
    ``"numbers"`` writes ``Bo2li3 Zhen4``.
    """
    written = ""
    spoken = False
    for syllable in syllables:
        piece = to_marks(syllable)
        if not piece:
            continue
        is_pinyin = syllable[-1] in _TONES
        written += _join(written, piece, is_pinyin, spoken, style)
        written += syllable.replace("u:", "ü") if style == "numbers" else piece
        spoken = is_pinyin
    return written[:1].upper() + written[1:] if name else written


def _join(written: str, piece: str, is_pinyin: bool, spoken: bool, style: Style) -> str:
    """What stands between the pinyin so far and the next piece: a space, an apostrophe or nothing."""
    if not written:
        return ""
    if is_pinyin != spoken or (is_pinyin and piece[0].isupper()):
        return " "
    first = read_letters(piece)[0].plain
    return "'" if style == "marks" and is_pinyin and first in _APOSTROPHE_BEFORE else ""


def restyle(pinyin: str, style: Style) -> str:
    """Write rendered pinyin (``Bólǐ Zhèn``) in another style (``Bo2li3 Zhen4``), spaces and capitals kept."""
    pieces = re.split(r"([^\w'’\u0300-\u036f:]+)", pinyin)
    return "".join(_restyled(piece, style) for piece in pieces)


def _restyled(piece: str, style: Style) -> str:
    cut = split_pinyin(piece)
    return render(cut, style=style) if cut else piece
