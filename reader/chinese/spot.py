"""Where a word of a cut stands, for the rules that look at it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.chinese.word import Word


class Spot(NamedTuple):
    """Where a word stands: what was found before it, and what of the cut is behind it."""

    found: list[Word]
    behind: Sequence[Word]
    known: Callable[[str], bool]
    flag: Callable[[str], str]

    @property
    def last(self) -> str:
        """The text of the word before."""
        return self.found[-1].text if self.found else ""

    @property
    def next(self) -> Word:
        """The word behind, an empty one at the end."""
        return self.behind[0] if self.behind else Word("", "")

    def put(self, *parts: str) -> int:
        """Add words with the part of speech that jieba's list gives them; one word of the cut is used up."""
        self.found.extend(Word(part, self.flag(part)) for part in parts)
        return 1


Rule = Callable[[Word, Spot], int]
"""Mends the words found so far, and returns how many words of the cut it used up (0: it does not hold)."""
