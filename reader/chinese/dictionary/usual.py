"""The senses meant most of common words: our own lists, ``usual_senses.txt`` before ``more_senses.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

# The later one wins where a word stands in both.
_FILES = ("more_senses.txt", "usual_senses.txt")


class Usual(NamedTuple):
    """One sense: its gloss, its part of speech, and what stands near where it is meant."""

    gloss: str
    part: str
    cues: tuple[str, ...] = ()


def usual_senses(word: str, syllables: tuple[str, ...]) -> tuple[Usual, ...]:
    """Return what is listed for a simplified word read like this, the likeliest first."""
    senses = listed_words()
    return senses.get(f"{word}/{''.join(syllables)}") or senses.get(word, ())


@lru_cache(maxsize=1)
def listed_words() -> dict[str, tuple[Usual, ...]]:
    """Return all that is listed, by word or word/reading."""
    found: dict[str, tuple[Usual, ...]] = {}
    for name in _FILES:
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        found.update(_parse(line) for line in lines if line.strip() and not line.startswith("#"))
    return found


def _parse(line: str) -> tuple[str, tuple[Usual, ...]]:
    word, _, rest = line.partition(" ")
    return word, tuple(_senses(rest))


def _senses(rest: str) -> Iterator[Usual]:
    for told in rest.split(" | "):
        gloss, _, place = told.partition(" @")
        part, _, cues = place.partition(" +")
        yield Usual(gloss.strip(), part.strip(), tuple(filter(None, cues.strip().split(","))))
