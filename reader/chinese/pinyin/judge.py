"""Judging the pinyin that a learner typed for a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.chinese.pinyin.syllable import runs, split_run, to_numbers


class Verdict(StrEnum):
    """How right typed pinyin is. ``UNREADABLE`` is not wrong: ask again."""

    RIGHT = "right"
    TONES = "tones"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PinyinGrade:
    """The verdict on typed pinyin.

    ``wrong_tones`` are the places, in the syllables asked for, whose tone is wrong or missing;
    ``tones_typed`` is false when no tone was typed at all.
    """

    verdict: Verdict
    wrong_tones: tuple[int, ...] = ()
    tones_typed: bool = True


@dataclass(frozen=True, slots=True)
class _Typed:
    """Typed pinyin as plain letters, the tone mark on each, and tone numbers and breaks between them."""

    letters: str
    marks: tuple[int, ...]
    numbers: dict[int, int]  # letters before the number -> tone
    breaks: frozenset[int]  # letters before a space, hyphen or apostrophe

    @property
    def has_tones(self) -> bool:
        return any(self.marks) or bool(self.numbers)


def judge_pinyin(typed: str, syllables: Sequence[str]) -> PinyinGrade:
    """Judge ``typed`` against ``syllables`` (tone numbers, ``""`` skipped).

    Marks, numbers or neither; joined or parted by spaces, apostrophes or hyphens; any capitals; ü as
    ``ü``, ``v`` or ``u:``; erhua as ``r`` or ``er``; the neutral tone as 5, 0 or nothing.
    """
    answer = _read(typed)
    if answer is None:
        return PinyinGrade(Verdict.UNREADABLE)
    wanted = [(place, syllable) for place, syllable in enumerate(syllables) if syllable]
    for erhua in ("r", "er"):
        ends = _ends(wanted, erhua)
        if answer.letters == _respell("".join(_plain(syllable, erhua) for _, syllable in wanted)):
            return _judge_tones(answer, wanted, ends)
    return PinyinGrade(Verdict.WRONG if _is_pinyin(typed) else Verdict.UNREADABLE)


def _judge_tones(answer: _Typed, wanted: Sequence[tuple[int, str]], ends: Sequence[int]) -> PinyinGrade:
    if not (answer.breaks | set(answer.numbers)) <= set(ends):
        return PinyinGrade(Verdict.WRONG)
    starts = [0, *ends[:-1]]
    tones = [_tone(answer, start, end) for start, end in zip(starts, ends, strict=True)]
    _lend_to_host(tones, [syllable for _, syllable in wanted])
    wrong = tuple(
        place for (place, syllable), tone in zip(wanted, tones, strict=True) if tone != int(syllable[-1])
    )
    verdict = Verdict.TONES if wrong else Verdict.RIGHT
    return PinyinGrade(verdict, wrong, tones_typed=answer.has_tones)


def _tone(answer: _Typed, start: int, end: int) -> int:
    """The tone typed for the letters ``start`` to ``end``: its number, else its mark, else neutral."""
    marked = next((mark for mark in answer.marks[start:end] if mark), 0)
    return answer.numbers.get(end, 0) or marked or 5


def _lend_to_host(tones: list[int], syllables: Sequence[str]) -> None:
    """``huar1`` is ``hua1r``: a tone behind an erhua r belongs to the syllable before it."""
    for place in range(1, len(tones)):
        if syllables[place] == "r5":
            if tones[place - 1] == 5 and tones[place] != 5:
                tones[place - 1] = tones[place]
            tones[place] = 5


def _read(typed: str) -> _Typed | None:
    """Take typed pinyin apart; None if it holds no letters or something that is no pinyin at all."""
    text = unicodedata.normalize("NFKC", typed).strip()
    letters = ""
    marks: list[int] = []
    numbers: dict[int, int] = {}
    breaks: set[int] = set()
    for run in runs(text):
        letters += run.plain
        marks += (letter.tone for letter in run.letters)
        if run.number is not None:
            numbers[len(letters)] = run.number
        breaks.add(len(letters))
    if not letters or not _is_alphabet(letters) or any(mark in "6789" for mark in text):
        return None
    return _Typed(_respell(letters), tuple(marks), numbers, frozenset(breaks))


def _is_alphabet(letters: str) -> bool:
    return all(letter in "abcdefghijklmnopqrstuwxyzüê" for letter in letters)


def _respell(letters: str) -> str:
    """Write ü as learners may: u behind j, q, x, y (jü is ju); üe behind n and l (lue is lüe)."""
    for initial in "jqxy":
        letters = letters.replace(f"{initial}ü", f"{initial}u")
    return letters.replace("nue", "nüe").replace("lue", "lüe")


def _plain(syllable: str, erhua: str) -> str:
    if syllable == "r5":
        return erhua
    return to_numbers(syllable)[:-1].lower()


def _ends(wanted: Iterable[tuple[int, str]], erhua: str) -> list[int]:
    ends: list[int] = []
    for _, syllable in wanted:
        ends.append((ends[-1] if ends else 0) + len(_plain(syllable, erhua)))
    return ends


def _is_pinyin(typed: str) -> bool:
    text = unicodedata.normalize("NFKC", typed)
    return all(split_run(run.letters) is not None for run in runs(text))
