"""Copied pages in the styles of many newspapers are split into what a careful reader finds on them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.articles.importing.newspaper import PageArticle, split_page

FOLDER = Path(__file__).resolve().parents[2] / "data" / "pages"
PAGES = sorted(FOLDER.glob("*.txt"))
#: Pages that the splitter was never mended by: how it does on these is how it does on the reader's.
UNSEEN = sorted((FOLDER / "unseen").glob("*.txt"))
#: The share of the stated parts that were found on the unseen pages when they were last counted.
FOUND_UNSEEN = 0.96


def expected(path: Path) -> list[dict[str, Any]]:
    file = path.with_name(path.name.removesuffix(".txt") + ".expected.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))["article"]


def parts(article: PageArticle, stated: dict[str, Any]) -> dict[str, Any]:
    """What the article has of the parts that are stated; paragraphs are counted."""
    counted = ("joined", "paragraphs", "absent")
    found = {key: getattr(article, key) for key in stated if key not in counted}
    if "paragraphs" in stated:
        found["paragraphs"] = len(article.paragraphs)
    body = "\n".join(article.paragraphs)
    if "joined" in stated:
        found["joined"] = [words for words in stated["joined"] if words in body]
    if "absent" in stated:
        found["absent"] = [words for words in stated["absent"] if words not in body]
    return found


def counted(path: Path) -> tuple[int, int]:
    """How many of a page's stated parts are found, and how many there are; an article is found by its headline."""
    articles = split_page(path.read_text(encoding="utf-8"))
    right = whole = 0
    for stated in expected(path):
        whole += len(stated)
        article = next((one for one in articles if one.headline == stated["headline"]), None)
        if article is not None:
            articles.remove(article)
            right += sum(value == stated[key] for key, value in parts(article, stated).items())
    return right, whole


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    articles, stated = split_page(path.read_text(encoding="utf-8")), expected(path)
    assert [article.headline for article in articles] == [one["headline"] for one in stated]
    assert [parts(a, one) for a, one in zip(articles, stated, strict=True)] == stated


def test_pages_nobody_tuned_it_on_are_read_as_well_as_they_were() -> None:
    counts = [counted(path) for path in UNSEEN]
    assert sum(right for right, _ in counts) >= FOUND_UNSEEN * sum(whole for _, whole in counts)
