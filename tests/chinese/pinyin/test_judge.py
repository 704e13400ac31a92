"""Judging typed pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.pinyin.judge import PinyinGrade, Verdict, judge_pinyin
from reader.chinese.pinyin.syllable import render
from reader.chinese.pinyin.table import syllables

toned = st.builds(
    lambda letters, tone: f"{letters}{tone}", st.sampled_from(sorted(syllables())), st.integers(1, 5)
)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("bo2li3", "bo2 li3"),
        ("bólǐ", "bo2 li3"),
        ("Bólǐ", "bo2 li3"),
        ("bó lǐ", "bo2 li3"),
        ("bo2 li3", "bo2 li3"),
        ("BO2-LI3", "bo2 li3"),
        ("ｂｏ２ｌｉ３", "bo2 li3"),
        ("bo²li³", "bo2 li3"),
        ("bólĭ", "bo2 li3"),
        ("lv4se4", "lü4 se4"),
        ("lu:4se4", "lü4 se4"),
        ("lǜsè", "lü4 se4"),
        ("lüe4", "lüe4"),
        ("lue4", "lüe4"),
        ("jv2", "ju2"),
        ("xué", "xue2"),
        ("hua1r", "hua1 r5"),
        ("huar1", "hua1 r5"),
        ("huār", "hua1 r5"),
        ("huāer", "hua1 r5"),
        ("hua1 er5", "hua1 r5"),
        ("ma5", "ma5"),
        ("ma0", "ma5"),
        ("ma", "ma5"),
        ("péngyou", "peng2 you5"),
        ("Xī'ān", "Xi1 an1"),
        ("xi1an1", "Xi1 an1"),
        ("xīān", "xi1 an1"),
        ("jī’è", "ji1 e4"),
        ("nǚ'ér", "nü3 er2"),
        ("nv3er2", "nü3 er2"),
        ("nu3en1", "nu3 en1"),
    ],
)
def test_right_pinyin_is_right_however_it_is_typed(typed: str, wanted: str) -> None:
    assert judge_pinyin(typed, wanted.split()) == PinyinGrade(Verdict.RIGHT, tones_typed=typed != "ma")


@pytest.mark.parametrize(
    ("typed", "wanted", "wrong"),
    [
        ("bo li", "bo2 li3", (0, 1)),
        ("boli", "bo2 li3", (0, 1)),
        ("Bóli", "bo2 li3", (1,)),
        ("bo2li4", "bo2 li3", (1,)),
        ("boli3", "bo2 li3", (0,)),
        ("péngyǒu", "peng2 you5", (1,)),
        ("xian", "xi1 an1", (0, 1)),
        ("hua2r", "hua1 r5", (0,)),
    ],
)
def test_wrong_or_missing_tones_are_named(typed: str, wanted: str, wrong: tuple[int, ...]) -> None:
    grade = judge_pinyin(typed, wanted.split())
    assert (grade.verdict, grade.wrong_tones) == (Verdict.TONES, wrong)


def test_the_grade_tells_whether_any_tone_was_typed() -> None:
    assert not judge_pinyin("bo li", ["bo2", "li3"]).tones_typed
    assert judge_pinyin("bo1 li", ["bo2", "li3"]).tones_typed


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("po2li3", "bo2 li3"), ("bo2", "bo2 li3"), ("nu3", "nü3"), ("xi an", "xian1"), ("hua1", "hua1 r5")],
)
def test_other_letters_are_wrong(typed: str, wanted: str) -> None:
    assert judge_pinyin(typed, wanted.split()).verdict is Verdict.WRONG


@pytest.mark.parametrize("typed", ["", "  ", "玻璃", "bxq", "12", "?", "bo9li3", "\x1b[2J", "привет"])
def test_what_is_no_pinyin_is_asked_again_not_wrong(typed: str) -> None:
    assert judge_pinyin(typed, ["bo2", "li3"]).verdict is Verdict.UNREADABLE


def test_characters_without_a_reading_are_not_asked() -> None:
    assert judge_pinyin("ka3la1", ["ka3", "", "la1"]).verdict is Verdict.RIGHT
    assert judge_pinyin("ka3la2", ["ka3", "", "la1"]).wrong_tones == (2,)


@given(st.lists(toned, min_size=1, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_reading_itself_is_always_right(word: list[str], marks: bool) -> None:
    typed = render(word, style="marks" if marks else "numbers")
    assert judge_pinyin(typed, word).verdict is Verdict.RIGHT


@given(st.text(max_size=20), st.lists(toned, max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_judged(typed: str, word: list[str]) -> None:
    assert judge_pinyin(typed, word).verdict in Verdict
