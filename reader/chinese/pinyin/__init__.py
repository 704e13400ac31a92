"""Pinyin: how words are read, written, spoken and judged."""

from reader.chinese.pinyin.judge import PinyinGrade, Verdict, judge_pinyin
from reader.chinese.pinyin.sandhi import spoken
from reader.chinese.pinyin.syllable import render, restyle, split_pinyin, to_marks, to_numbers

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
