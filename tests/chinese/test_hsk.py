"""HSK levels by standard."""

from __future__ import annotations

import pytest

from reader.chinese.hsk import level


@pytest.mark.parametrize("word", ["学习", "一点", "聊天", "面条"])
def test_spellings_with_and_without_er_are_one_word(word: str) -> None:
    assert level(word) is not None
    assert level(word) == level(f"{word}儿")


def test_a_word_that_only_ends_in_er_keeps_its_own_level() -> None:
    assert level("少儿") != level("少")


def test_a_character_takes_the_lower_of_its_two_levels() -> None:
    assert level("白") == 1


def test_the_standards_differ() -> None:
    words = ["规模", "产业", "游客", "举行"]
    levels = [tuple(level(word, standard) for word in words) for standard in ("2025", "2021", "2.0")]
    assert len(set(levels)) == 3


def test_nothing_beyond_the_lists_has_a_level() -> None:
    assert level("泊里") is None
    assert level("") is None
    assert level("abc") is None
