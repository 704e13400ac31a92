"""Copied pages in the styles of many newspapers are split into what a careful reader finds on them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.articles.importing.newspaper import PageArticle, split_page

PAGES = sorted((Path(__file__).resolve().parents[2] / "data" / "pages").glob("*.txt"))


def expected(path: Path) -> list[dict[str, Any]]:
    file = path.with_name(path.name.removesuffix(".txt") + ".expected.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))["article"]


def parts(article: PageArticle, stated: dict[str, Any]) -> dict[str, Any]:
    """What the article has of the parts that are stated; paragraphs are counted."""
    found = {key: getattr(article, key) for key in stated if key not in ("joined", "paragraphs")}
    if "paragraphs" in stated:
        found["paragraphs"] = len(article.paragraphs)
    body = "\n".join(article.paragraphs)
    return {**found, **({"joined": [w for w in stated["joined"] if w in body]} if "joined" in stated else {})}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    articles, stated = split_page(path.read_text(encoding="utf-8")), expected(path)
    assert [article.headline for article in articles] == [one["headline"] for one in stated]
    assert [parts(a, one) for a, one in zip(articles, stated, strict=True)] == stated
