"""Cut a token's pinyin into the pieces that stand above its characters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reader.chinese.pinyin.syllable import restyle, to_marks
from reader.chinese.token import Kind, Token

_TONES = frozenset("\u0304\u0301\u030c\u0300\u0306")
_BEFORE = "'’"  # an apostrophe belongs to the syllable behind it


def pieces(token: Token, numbers: bool = False) -> tuple[str, ...]:
    """Return one piece of pinyin for each character of a word; joined they are its pinyin.

    Capitals, apostrophes and inner spaces come from ``token.pinyin``: 西安 gives ``("Xī", "'ān")``.
    ``numbers`` writes tone numbers instead of marks. A figure has one piece: its whole reading.
    """
    if token.kind is Kind.FIGURE:
        return (_styled(token.pinyin, numbers),)
    return _pieces(token.syllables, token.pinyin, numbers)


def reading(token: Token, numbers: bool = False) -> str:
    """Return the whole pinyin of a token as it is shown, "" where it has none."""
    return "".join(pieces(token, numbers)).strip()


def _styled(pinyin: str, numbers: bool) -> str:
    return restyle(pinyin, "numbers") if numbers and pinyin else pinyin


@lru_cache(maxsize=20_000)
def _pieces(syllables: tuple[str, ...], pinyin: str, numbers: bool) -> tuple[str, ...]:
    cut = _cut(syllables, pinyin) if pinyin else None
    if cut is None:
        return tuple(syllable if numbers else to_marks(syllable) for syllable in syllables)
    if not numbers:
        return cut
    return tuple(_numbered(piece, syllable) for piece, syllable in zip(cut, syllables, strict=True))


def _cut(syllables: tuple[str, ...], pinyin: str) -> tuple[str, ...] | None:
    """Cut ``pinyin`` where the syllables meet; None where they spell something else."""
    found: list[str] = []
    at = 0
    for syllable in syllables:
        wanted = _plain(to_marks(syllable)) if syllable else ""
        start = at
        while at < len(pinyin) and pinyin[at] in _BEFORE:
            at += 1
        end = at + _length(pinyin, at, wanted)
        if _plain(pinyin[at:end]) != wanted:
            return None
        at = end
        while at < len(pinyin) and not pinyin[at].isalpha() and pinyin[at] not in _BEFORE:
            at += 1
        found.append(pinyin[start:at])
    return tuple(found) if at == len(pinyin) else None


def _length(pinyin: str, at: int, wanted: str) -> int:
    """How many characters of ``pinyin`` hold the letters wanted, combining marks included."""
    end = at
    while end < len(pinyin) and len(_plain(pinyin[at:end])) < len(wanted):
        end += 1
    while end < len(pinyin) and end > at and unicodedata.combining(pinyin[end]):
        end += 1
    return end - at


@lru_cache(maxsize=5_000)
def _plain(text: str) -> str:
    """The letters in lower case without tone marks; ü keeps its dots."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if c not in _TONES)
    return unicodedata.normalize("NFC", bare).lower()


def _numbered(piece: str, syllable: str) -> str:
    """Write one piece with its tone number, keeping its capital, apostrophe and space."""
    if not syllable:
        return piece
    letters = piece.strip(" -" + _BEFORE)
    front = piece[: piece.index(letters)] if letters else ""
    behind = piece[len(front) + len(letters) :]
    written = syllable[:1].upper() + syllable[1:] if letters[:1].isupper() else syllable
    return front + written + behind
