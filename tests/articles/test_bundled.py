"""The bundled articles: every fact of their sheets, unchanged, in prose of the promised length."""

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reader.articles.article import Article
from reader.articles.check import check_article, figure_problem
from reader.articles.content import read_article

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SHEETS = sorted((ROOT / "tests" / "data" / "facts").glob("*.toml"))

BRIEF = {"3": (70, 110), "5": (120, 170), "news": (180, 260)}
LENGTHS = {
    "poli-satellite-town": {"3": (200, 260), "5": (400, 550), "news": (900, 1400)},
    "shinan-smart-estates": {"3": (180, 240), "5": (350, 500), "news": (550, 900)},
}


def sheets() -> Iterator[Any]:
    for path in SHEETS:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        yield pytest.param(data, id=data["slug"])


def sheet_facts() -> Iterator[Any]:
    for path in SHEETS:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for fact in data["fact"]:
            yield pytest.param(data["slug"], fact, id=f"{data['slug']}/{fact['id']}")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {path.parent.name: read_article(path.parent) for path in CONTENT.glob("*/article.toml")}


def test_there_is_an_article_for_every_sheet(articles: dict[str, Article]) -> None:
    assert len(SHEETS) == 6
    assert set(articles) == {tomllib.loads(path.read_text(encoding="utf-8"))["slug"] for path in SHEETS}


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in CONTENT.glob("*/article.toml")), ids=lambda p: p.name
)
def test_no_bundled_article_has_a_complaint(folder: Path) -> None:
    assert [str(complaint) for complaint in check_article(folder).complaints] == []


@pytest.mark.parametrize(("slug", "stated"), sheet_facts())
def test_every_fact_of_the_sheet_is_carried_unchanged(
    articles: dict[str, Article], slug: str, stated: dict[str, Any]
) -> None:
    fact = articles[slug].fact(stated["id"])
    assert fact is not None
    for key in ("who", "what", "where", "when", "why", "how"):
        if key in stated:
            assert fact.about.get(key) == " ".join(stated[key].split())
    if "value" in stated:
        figure = fact.figure
        assert figure is not None
        assert figure.value == Fraction(stated["value"])
        assert (figure.written, figure.measure, figure.bound) == (
            stated["written"], stated["measure"], stated["qualifier"]
        )  # fmt: skip
        assert bool(figure.period) == ("period" in stated)


@pytest.mark.parametrize(("slug", "stated"), sheet_facts())
def test_every_version_that_states_a_figure_states_it_as_the_sheet_does(
    articles: dict[str, Article], slug: str, stated: dict[str, Any]
) -> None:
    article = articles[slug]
    fact = article.fact(stated["id"])
    assert fact is not None
    where = {version.level: [] for version in article.versions}  # type: ignore[var-annotated]
    for version in article.versions:
        for sentence in version.sentences:
            where[version.level] += [(sentence, mark) for mark in sentence.marks if mark.fact == fact.id]
    assert where["news"], "the news version states every fact"
    for places in where.values():
        for sentence, mark in places if fact.figure else ():
            assert fact.figure is not None
            assert figure_problem(sentence.text, mark.start, mark.end, fact.figure) == ""
    if fact.figure:
        sentence, mark = where["news"][0]
        assert fact.figure.written in sentence.text[mark.start : mark.end]


def test_all_thirty_figures_can_be_asked() -> None:
    assert sum(check_article(path.parent).figures for path in CONTENT.glob("*/article.toml")) == 30


@pytest.mark.parametrize("sheet", sheets())
def test_each_version_has_the_promised_length(articles: dict[str, Article], sheet: dict[str, Any]) -> None:
    article = articles[sheet["slug"]]
    wanted = LENGTHS.get(article.slug, BRIEF)
    for version in article.versions:
        low, high = wanted[version.level]
        assert low <= version.characters <= high, (version.level, version.characters)


@pytest.mark.parametrize("sheet", sheets())
def test_each_article_has_what_a_learner_needs(articles: dict[str, Article], sheet: dict[str, Any]) -> None:
    article = articles[sheet["slug"]]
    assert [version.level for version in article.versions] == ["3", "5", "news"]
    assert 2 <= len(article.notes) <= 3
    assert 4 <= len(article.key_words) <= 10
    assert all(version.title and version.title_en for version in article.versions)
    assert sum(len(fact.questions) for fact in article.facts) >= 4
    assert article.date == "2023-11-30"
    assert article.section
