"""How hard a version is, measured in words."""

from __future__ import annotations

import pytest

from reader.articles.article import Article, Paragraph, Sentence, Version
from reader.articles.levels import Measured, measure
from reader.chinese.token import AnnotatedText, GlossaryEntry, Kind, Token

#: Words with their HSK level; None is in no list.
Words = list[tuple[str, int | None]]


def measured(level: str, words: Words, **glossary: str) -> Measured:
    """The measure of a version that says these words, with a glossary of word and pinyin."""
    text = "".join(word for word, _ in words)
    version = Version(level, "题目", "Title", (Paragraph((Sentence(text, "English.", 0),)),))
    entries = {word: GlossaryEntry(word, pinyin, "English") for word, pinyin in glossary.items()}
    article = Article("slug", "", "", "", "", (version,), entries)
    tokens, start = [], 0
    for word, hsk in words:
        kind = Kind.FIGURE if word.isdigit() else Kind.WORD if word not in "，。" else Kind.PUNCTUATION
        tokens.append(Token(word, start, kind, level=hsk))
        start += len(word)
    return measure(article, version, AnnotatedText(text, tuple(tokens)))


def easy(count: int) -> Words:
    return [("我", 1)] * count


def test_the_share_counts_words_at_or_below_the_level() -> None:
    found = measured("3", [*easy(3), ("屏幕", 5), ("，", None)])
    assert (found.words, found.easy, found.share) == (4, 3, 0.75)
    assert found.hard == (("屏幕", 1, 5),)


def test_figures_names_and_glossary_words_are_no_running_words() -> None:
    words: Words = [*easy(2), ("137", None), ("泊里", None), ("集群", None)]
    found = measured("3", words, 泊里="Bólǐ", 集群="jíqún")
    assert (found.words, found.share) == (2, 1.0)


def test_a_hard_glossary_word_is_listed_once_and_a_name_not_at_all() -> None:
    found = measured("3", [("泊里", None), ("集群", None), ("集群", None)], 泊里="Bólǐ", 集群="jíqún")
    assert found.glossary == ("集群",)


def test_a_compound_in_no_list_is_its_listed_parts() -> None:
    found = measured("3", [("还有", None)])
    assert (found.words, found.easy) == (2, 2)


@pytest.mark.parametrize(("hard", "holds"), [(1, True), (2, False)])
def test_nine_in_ten_words_are_wanted(hard: int, holds: bool) -> None:
    found = measured("5", [*easy(10 - hard), *[("就近", 7)] * hard])
    assert found.holds is holds
    assert ("就近" in found.complaint) is not holds


@pytest.mark.parametrize(
    ("length", "words", "holds"), [(100, 5, True), (100, 6, False), (150, 8, True), (150, 9, False)]
)
def test_an_hsk_3_version_may_use_eight_hard_glossary_words_a_brief_five(
    length: int, words: int, holds: bool
) -> None:
    hard = [f"绿{chr(0x4E10 + n)}" for n in range(words)]
    said: Words = [*easy(length - 2 * words), *((word, None) for word in hard)]
    found = measured("3", said, **dict.fromkeys(hard, "lǜ"))
    assert found.holds is holds
    assert measured("5", said, **dict.fromkeys(hard, "lǜ")).holds


def test_news_promises_nothing() -> None:
    assert measured("news", [("就近", 7), ("饕餮", None)]).holds


def test_an_empty_version_is_easy() -> None:
    assert measured("3", []).share == 1.0


def test_the_printed_measure_names_the_hard_words() -> None:
    said = str(measured("3", [*easy(1), ("屏幕", 5)]))
    assert "50.0%" in said
    assert "屏幕(5)" in said
    assert "too hard" in said
