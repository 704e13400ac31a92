"""A copied newspaper page is split into the articles that a careful reader finds on it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.articles.importing.newspaper import PageArticle, split_page

DATA = Path(__file__).resolve().parents[2] / "data"
EXPECTED = tomllib.loads((DATA / "newspaper-page.expected.toml").read_text(encoding="utf-8"))["article"]


@pytest.fixture(scope="module")
def page() -> list[PageArticle]:
    return split_page((DATA / "newspaper-page.txt").read_text(encoding="utf-8"))


def test_the_page_has_its_four_articles(page: list[PageArticle]) -> None:
    assert [article.headline for article in page] == [stated["headline"] for stated in EXPECTED]


@pytest.mark.parametrize("place", range(4))
def test_each_article_has_its_parts(page: list[PageArticle], place: int) -> None:
    article, stated = page[place], EXPECTED[place]
    assert (article.byline, article.dateline) == (stated["byline"], stated["dateline"])
    assert article.kicker == stated.get("kicker", "")
    assert article.captions == stated.get("captions", [])
    assert article.subheads == stated.get("subheads", [])


@pytest.mark.parametrize("stated", EXPECTED, ids=lambda stated: stated["headline"])
def test_a_sentence_cut_in_two_is_joined(page: list[PageArticle], stated: dict[str, Any]) -> None:
    body = "\n".join(
        p for article in page if article.headline == stated["headline"] for p in article.paragraphs
    )
    assert all(words in body for words in stated.get("joined", []))


def test_half_width_marks_between_hanzi_become_full_width(page: list[PageArticle]) -> None:
    body = "".join(p for article in page for p in article.paragraphs)
    assert not set(",:;?!()") & set(body)


def test_a_text_without_headings_stays_one_article() -> None:
    text = "昨天下了一场大雨，路上的人都没有带伞。\n\n今天天气很好，公园里又热闹起来了。"
    (article,) = split_page(text)
    assert article.headline == ""
    assert article.paragraphs == [
        "昨天下了一场大雨，路上的人都没有带伞。",
        "今天天气很好，公园里又热闹起来了。",
    ]
