"""A newspaper page copied as plain text -> its articles.

A page copied from the web or a PDF has headlines, kickers, subheads, photo captions and bylines as
bare lines between the paragraphs, and sentences cut in two by a column break or a caption. Where the
page doesn't say clearly that a new article begins, it stays one article.
"""

from __future__ import annotations

from reader.articles.importing.newspaper.masthead import lift_masthead
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.pages import cut_page
from reader.articles.importing.newspaper.parts import read_article
from reader.articles.importing.newspaper.printed import printed_lines


def split_page(text: str) -> list[PageArticle]:
    """Return the articles of a page in order; one article where no boundary is sure."""
    head, text = lift_masthead(text)
    articles = [read_article(parts) for parts in cut_page(printed_lines(text))]
    for article in articles:
        article.source, article.date, article.section = head.source, head.date, head.section
    return [article for article in articles if article.paragraphs or article.captions or article.headline]


__all__ = ["PageArticle", "split_page"]
