"""Tone change in speech, for display: 一 and 不, and third tones in a row. Orthography writes none of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SpokenWord = tuple[str, Sequence[str]]
"""A word and its syllables, one for each character."""

_DIGITS = frozenset("〇零一二三四五六七八九十百千万亿第初")
# Behind these 一 is the end of a number (十一) or an ordinal (第一): it keeps its tone.
_COUNTED = frozenset("第初十二三四五六七八九零〇")
_DATE_WORDS = frozenset("月号日楼")


@dataclass(slots=True)
class _Spoken:
    """One syllable on its way: its character, how it is written, how it will be said, its word and place."""

    character: str
    written: str
    said: str
    word: int
    place: int

    @property
    def tone(self) -> str:
        return self.said[-1:]


def spoken(words: Sequence[SpokenWord]) -> list[tuple[str, ...]]:
    """Return the syllables of each word as they are said: ``[("你好", ("ni3", "hao3"))]`` -> ``ni2 hao3``.

    A word without syllables (punctuation) is a pause: nothing changes across it. Each result is as long
    as the word's syllables were.
    """
    said = [list(syllables) for _, syllables in words]
    breath: list[_Spoken] = []
    for number, (text, syllables) in enumerate(words):
        if len(syllables) != len(text) or not any(syllables):
            _change(breath, said)
            breath = []
            continue
        breath += (
            _Spoken(character, syllable, syllable, number, place)
            for place, (character, syllable) in enumerate(zip(text, syllables, strict=True))
            if syllable
        )
    _change(breath, said)
    return [tuple(syllables) for syllables in said]


def _change(breath: Sequence[_Spoken], said: list[list[str]]) -> None:
    """Change the tones between two pauses."""
    for place, one in enumerate(breath):
        before = breath[place - 1] if place else None
        after = breath[place + 1] if place + 1 < len(breath) else None
        if one.written == "yi1" and one.character == "一":
            ends_word = one.place > 0 and (after is None or after.word != one.word)
            one.said = "yi1" if ends_word else _say_yi(before, after)
        elif one.written == "bu4" and one.character == "不" and after:
            one.said = _say_bu(before, after)
    _third_tones(breath)
    for one in breath:
        said[one.word][one.place] = one.said


def _say_yi(before: _Spoken | None, after: _Spoken | None) -> str:
    """一: yí before a fourth tone, yì before others, soft in 看一看, unchanged in numbers and at the end."""
    if before and before.character in _COUNTED:
        return "yi1"
    if after is None or after.character in _DIGITS - set("百千万亿") or after.character in _DATE_WORDS:
        return "yi1"
    if before and before.character == after.character and before.character not in _DIGITS:
        return "yi5"
    if after.written == "ge5":
        return "yi2"
    if after.written[-1] == "5":
        return "yi1"
    return "yi2" if after.written[-1] == "4" else "yi4"


def _say_bu(before: _Spoken | None, after: _Spoken) -> str:
    """不: bú before a fourth tone, soft in 好不好."""
    if before and before.character == after.character:
        return "bu5"
    return "bu2" if after.written[-1] == "4" else "bu4"


def _third_tones(breath: Sequence[_Spoken]) -> None:
    """A third tone before another becomes a second: first inside the words, then where two words meet.

    Two longer words that meet are left alone: there the change is the speaker's choice.
    """
    for one, following in pairwise(breath):
        if one.word == following.word and one.tone == following.written[-1] == "3":
            one.said = f"{one.said[:-1]}2"
    sizes = Counter(one.word for one in breath)
    for one, following in pairwise(breath):
        meets = one.word != following.word and one.tone == following.tone == "3"
        if meets and 1 in (sizes[one.word], sizes[following.word]):
            one.said = f"{one.said[:-1]}2"
