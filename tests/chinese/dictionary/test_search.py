"""Searching by hanzi, pinyin and English."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.search import with_other_tones


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("玻璃", "玻璃"),
        ("玻璃 ", "玻璃"),
        ("bo1li5", "玻璃"),
        ("bōli", "玻璃"),
        ("boli", "玻璃"),
        ("bo li", "玻璃"),
        ("nv3er2", "女儿"),
        ("nǚ'ér", "女儿"),
        ("nu:3 er2", "女儿"),
        ("xi1an1", "西安"),
        ("xi1an", "西安"),
        ("xue2xi2", "学习"),
        ("library", "图书馆"),
        ("to study", "学"),
        ("xi'an", "西安"),
        ("XI AN", "西安"),
        ("xi an", "西安"),
        ("xian", "先"),
        ("fang'an", "方案"),
        ("ma", "吗"),
        ("mǎ", "马"),
        ("ni", "你"),
        ("lü", "绿"),
        ("run", "跑"),
        ("look", "看"),
        ("to eat", "吃"),
        ("bank", "银行"),
        ("happy", "高兴"),
        ("dog", "狗"),
        ("to look for", "找"),
        ("computer", "电脑"),
        ("afraid", "怕"),
        ("weather", "天气"),
        ("what", "什么"),
        ("where", "哪里"),
        ("LIBRARY", "图书馆"),
    ],
)
def test_the_best_entry_comes_first(dictionary: Dictionary, query: str, first: str) -> None:
    assert dictionary.search(query)[0].simplified == first


def test_tones_that_were_typed_must_fit(dictionary: Dictionary) -> None:
    assert {entry.pinyin for entry in dictionary.search("bo2li4")} == {"bólì", "Bólì"}
    assert dictionary.search("bo3li3") == ()


@pytest.mark.parametrize("query", ["bo3li3", "bǒlǐ", "bo3 li3"])
def test_wrong_tones_find_the_words_with_other_ones(dictionary: Dictionary, query: str) -> None:
    assert dictionary.search(query) == ()
    assert with_other_tones(dictionary, query)[0].simplified == "玻璃"
    assert with_other_tones(dictionary, "boli") == with_other_tones(dictionary, "玻3") == ()


def test_letters_are_pinyin_and_english_at_once(dictionary: Dictionary) -> None:
    found = [entry.simplified for entry in dictionary.search("women", limit=200)]
    assert found[0] == "我们"
    assert any("women" in " ".join(entry.senses) for entry in dictionary.search("women", limit=200))


def test_hanzi_find_words_that_begin_with_them_and_then_those_that_hold_them(dictionary: Dictionary) -> None:
    found = [entry.simplified for entry in dictionary.search("镇", limit=100)]
    assert found[0] == "镇"
    assert "镇静" in found
    assert "乡镇" in found


@pytest.mark.parametrize(
    ("query", "chinese", "english"),
    [("man", "慢", "男人"), ("pen", "喷", "笔"), ("song", "送", "歌"), ("can", "参", "能")],
)
def test_what_is_pinyin_and_english_shows_both_early(
    dictionary: Dictionary, query: str, chinese: str, english: str
) -> None:
    found = [entry.simplified for entry in dictionary.search(query, 12)]
    assert chinese in found
    assert english in found


@pytest.mark.parametrize("query", ["", " ", "？", "%", "_", "'", "\\", "\x1b[2J", "💩"])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(dictionary: Dictionary, query: str) -> None:
    assert dictionary.search(query, 3) == () or query in "%_"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12))
def test_any_query_is_answered(dictionary: Dictionary, query: str) -> None:
    assert len(dictionary.search(query, 4)) <= 4
