"""Facts found in a text of the reader's own: listed at once, asked about once their subject is confirmed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.articles.check import check_article
from reader.articles.content import read_article
from reader.articles.facts import Sort, Standing, found_facts, stem_of
from reader.articles.library import Library
from reader.chinese.token import AnnotatedText, Kind, Token
from reader.errors import TextError, UsageError
from reader.quiz.questions.numbers import recall
from reader.quiz.source import Source
from reader.study.facts import Facts, tag_in_helper
from reader.study.texts import Texts

TEXT = """花果镇

去年，石桥镇有果园2000余亩，水果总产量达到3.6万吨，同比增长18.5%。

4月16日，林小满说，镇里还建成冷库12座，其中三分之一是新的，卖出的水果占总销量的四成。一座老房子成了图书馆。"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    home = tmp_path / "library"
    return Texts(home, Library([home]), lambda: datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def slug(texts: Texts) -> str:
    return texts.bring_in_bytes(TEXT.encode()).kept[0].slug


@pytest.fixture
def facts(texts: Texts) -> Facts:
    return Facts(texts._library, texts.own, lambda article, version: AnnotatedText(version.text, ()))


def found(facts: Facts, texts: Texts, slug: str, level: str = "text"):
    article = texts._library.article(slug)
    version = article.version(level)
    return {fact.words: fact for fact in facts.found(article, version)}


def test_figures_and_dates_are_listed_with_their_sentence_and_a_guess(facts, texts, slug):
    listed = found(facts, texts, slug)
    assert listed["3.6万吨"].subject == "水果总产量"
    assert listed["3.6万吨"].standing is Standing.GUESSED
    assert listed["3.6万吨"].sentence.text.startswith("去年，石桥镇")
    assert (listed["4月16日"].sort, listed["4月16日"].standing) == (Sort.DATE, Standing.CERTAIN)
    assert listed["一座"].standing is Standing.CERTAIN  # hardly a figure: nothing to confirm


def test_names_and_places_are_listed_where_they_stand_first(texts, slug):
    version = texts._library.article(slug).version("text")
    tokens = [
        Token(name, at, Kind.NAME)
        for name in ("石桥镇", "林小满")
        for at in range(len(version.text))
        if version.text.startswith(name, at)
    ]
    listed = found_facts(texts._library.article(slug), version, sorted(tokens, key=lambda t: t.start))
    assert [(f.sort, f.words) for f in listed if f.sort in (Sort.NAME, Sort.PLACE)] == [
        (Sort.PLACE, "石桥镇"),
        (Sort.NAME, "林小满"),
    ]


def test_a_confirmed_subject_is_asked_about_and_check_accepts_it(facts, texts, slug):
    listed = found(facts, texts, slug)
    ids = [facts.confirm(slug, "text", listed[words]) for words in ("2000余亩", "3.6万吨", "18.5%", "四成")]
    ids.append(facts.confirm(slug, "text", listed["12座"], "镇里的冷库"))
    article = texts._library.article(slug)
    assert [fact.id for fact in article.facts] == ids
    assert check_article(texts.own.home / slug).complaints == ()
    stems = [fact.figure.stem for fact in article.facts if fact.figure]
    assert "镇里的冷库有多少座？" in stems[4]
    assert "水果总产量是多少吨？" in stems[1]
    assert "水果总产量增长了百分之几？" in stems[2]
    source = Source(article, article.versions[0])
    import random

    asked = {question.stem for question in recall(source, random.Random(1)) if hasattr(question, "stem")}
    assert set(stems) <= {stem.partition("（")[0] for stem in asked}
    assert found(facts, texts, slug)["12座"].standing is Standing.STATED


def test_a_dropped_guess_stays_dropped(facts, texts, slug):
    facts.drop(slug, found(facts, texts, slug)["12座"])
    assert found(facts, texts, slug)["12座"].standing is Standing.DROPPED
    assert texts._library.article(slug).facts == ()


def test_what_cant_be_a_fact_is_refused_in_a_sentence(facts, texts, slug):
    listed = found(facts, texts, slug)
    with pytest.raises(UsageError):
        facts.confirm(slug, "text", listed["4月16日"], "会议")
    with pytest.raises(UsageError):
        facts.confirm(slug, "text", listed["12座"], "12座冷库")
    facts.confirm(slug, "text", listed["12座"])
    with pytest.raises(UsageError):
        facts.confirm(slug, "text", listed["12座"])
    with pytest.raises(UsageError):
        facts.confirm("no-such", "text", listed["12座"])


def test_a_text_that_has_changed_since_is_not_marked(facts, texts, slug):
    listed = found(facts, texts, slug)
    texts.bring_in_bytes(TEXT.replace("12座", "15座").encode())
    with pytest.raises(TextError):
        facts.confirm(slug, "text", listed["12座"])


def test_a_chapter_of_a_book_is_marked_in_its_own_place(facts, texts):
    book = "《山里》\n\n" + "\n\n".join(
        f"第{n}章 山\n\n{'山上下了雪。' * 90}\n\n山上有水库{n}2座。" for n in range(1, 6)
    )
    (kept,) = texts.bring_in_bytes(book.encode()).kept
    listed = found(facts, texts, kept.slug, "c3")
    fact = facts.confirm(kept.slug, "c3", listed["32座"])
    article = read_article(texts.own.home / kept.slug)
    marked = {v.level: [m.fact for s in v.sentences for m in s.marks] for v in article.versions}
    assert marked == {"c1": [], "c2": [], "c3": [fact], "c4": [], "c5": []}
    assert check_article(texts.own.home / kept.slug).complaints == ()


def test_brackets_in_a_sentence_do_not_shift_its_marks(facts, texts):
    (kept,) = texts.bring_in_bytes("冷库\n\n[注1]镇里建成冷库12座（见图[2]），都是新的。".encode()).kept
    facts.confirm(kept.slug, "text", found(facts, texts, kept.slug)["12座"], "冷库")
    (sentence,) = texts._library.article(kept.slug).versions[0].sentences
    assert [sentence.text[m.start : m.end] for m in sentence.marks] == ["12座"]


def test_guesses_are_better_with_tagged_words(facts, texts, slug):
    article = texts._library.article(slug)
    listed = {f.words: f for f in facts.found(article, article.versions[0], tag_in_helper)}
    assert listed["2000余亩"].subject == "果园"
    assert stem_of(listed["12座"]).endswith("冷库有多少座？")
