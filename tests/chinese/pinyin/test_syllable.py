"""Tone numbers and marks, splitting and joining of pinyin."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.pinyin.syllable import render, restyle, split_pinyin, to_marks, to_numbers
from reader.chinese.pinyin.table import SYLLABIC, is_syllable, syllables

toned = st.builds(
    lambda letters, tone: f"{letters}{tone}", st.sampled_from(sorted(syllables())), st.integers(1, 5)
)


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ("bo2", "bó"),
        ("lü4", "lǜ"),
        ("nüe4", "nüè"),
        ("liu2", "liú"),
        ("gui4", "guì"),
        ("huo3", "huǒ"),
        ("ou3", "ǒu"),
        ("xiong2", "xióng"),
        ("ma5", "ma"),
        ("Bei3", "Běi"),
        ("r5", "r"),
        ("ng2", "ńg"),
        ("m4", "m̀"),
        ("ê1", "ê̄"),
    ],
)
def test_the_mark_stands_where_the_orthography_puts_it(numbers: str, marks: str) -> None:
    assert to_marks(numbers) == marks
    assert to_numbers(marks) == numbers


@pytest.mark.parametrize("typed", ["lü4", "lv4", "lu:4", "lǜ", "lu\u0308\u0300"])
def test_every_way_to_type_ü_is_read(typed: str) -> None:
    assert to_numbers(typed) == "lü4"


def test_every_syllable_in_every_tone_survives_the_way_to_marks_and_back() -> None:
    for letters in syllables() | SYLLABIC:
        for tone in "12345":
            marked = to_marks(letters + tone)
            assert unicodedata.is_normalized("NFC", marked)
            assert to_numbers(marked) == letters + tone


def test_the_table_knows_what_can_be_said() -> None:
    assert all(is_syllable(letters) for letters in ("zhuang", "nüe", "er", "r", "ng", "dia"))
    assert not any(is_syllable(letters) for letters in ("zzz", "bua", "jo", "fi", "blo", "nue"))


def test_an_unknown_syllable_is_written_as_nothing() -> None:
    assert to_marks("xx5") == to_marks("") == ""
    assert to_numbers("") == ""


@pytest.mark.parametrize(
    ("joined", "parts"),
    [
        ("Xī'ān", "Xi1 an1"),
        ("xiān", "xian1"),
        ("xīān", "xi1 an1"),
        ("fāng'àn", "fang1 an4"),
        ("fǎngǎn", "fan3 gan3"),
        ("huār", "hua1 r5"),
        ("yīdiǎnr", "yi1 dian3 r5"),
        ("nǚ'ér", "nü3 er2"),
        ("Bólǐ Zhèn", "Bo2 li3 Zhen4"),
        ("xi1an1", "xi1 an1"),
        ("guoan", "guo5 an5"),
        ("jī’è", "ji1 e4"),
        ("ńg", "ng2"),
        ("", ""),
    ],
)
def test_joined_pinyin_is_split_into_syllables(joined: str, parts: str) -> None:
    assert split_pinyin(joined) == tuple(parts.split())


def test_what_is_no_pinyin_is_not_split() -> None:
    assert split_pinyin("zzz") is None
    assert split_pinyin("nana" * 500 + "x") is None


@given(st.lists(toned, min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_rendered_word_splits_into_the_same_syllables(word: list[str]) -> None:
    assert split_pinyin(render(word)) == tuple(word)
    assert split_pinyin(render(word, style="numbers")) == tuple(word)


@given(st.lists(toned.filter(lambda syllable: syllable[:-1] != "e"), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_an_erhua_word_splits_into_the_same_syllables(word: list[str]) -> None:
    assert split_pinyin(render([*word, "r5"])) == (*word, "r5")


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ("bo2 li3", "bólǐ"),
        ("xi1 an1", "xī'ān"),
        ("nü3 er2", "nǚ'ér"),
        ("ji1 e4", "jī'è"),
        ("hua1 r5", "huār"),
        ("Bo2 li3 Zhen4", "Bólǐ Zhèn"),
        ("ka3 la1 O K", "kǎlā OK"),
        ("lü4 se4", "lǜsè"),
    ],
)
def test_a_word_is_written_by_orthography(parts: str, written: str) -> None:
    assert render(parts.split()) == written


def test_a_name_begins_with_a_capital_and_numbers_need_no_apostrophe() -> None:
    assert render(["xi1", "an1"], name=True) == "Xī'ān"
    assert render(["xi1", "an1"], name=True, style="numbers") == "Xi1an1"
    assert render(["", "nü3", ""]) == "nǚ"


def test_rendered_pinyin_can_be_written_in_the_other_style() -> None:
    assert restyle("Bólǐ Zhèn, nǚ'ér", "numbers") == "Bo2li3 Zhen4, nü3er2"
    assert restyle("Bo2li3 Zhen4, nü3er2", "marks") == "Bólǐ Zhèn, nǚ'ér"
    assert restyle("zzz ½", "numbers") == "zzz ½"


@given(st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_asked(text: str) -> None:
    split_pinyin(text)
    to_numbers(text)
    to_marks(text)
    restyle(text, "numbers")
