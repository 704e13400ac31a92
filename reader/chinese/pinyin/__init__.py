"""Pinyin: how words are read, written, spoken and judged.

Its names are looked up when they are first used: two threads that import the package and a module of
it at the same time would wait for each other, and one of them would get the module half made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.chinese.pinyin.judge import PinyinGrade, Verdict, judge_pinyin
    from reader.chinese.pinyin.sandhi import spoken
    from reader.chinese.pinyin.syllable import render, restyle, split_pinyin, to_marks, to_numbers

_HOMES = {
    "PinyinGrade": "judge",
    "Verdict": "judge",
    "judge_pinyin": "judge",
    "render": "syllable",
    "restyle": "syllable",
    "split_pinyin": "syllable",
    "spoken": "sandhi",
    "to_marks": "syllable",
    "to_numbers": "syllable",
}

__all__ = [
    "PinyinGrade",
    "Verdict",
    "judge_pinyin",
    "render",
    "restyle",
    "split_pinyin",
    "spoken",
    "to_marks",
    "to_numbers",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
