"""Facts that a newer article supersedes: what is asked of the older one says so."""

from __future__ import annotations

from collections.abc import Iterable

from reader.articles.article import Article, Fact


def superseded(articles: Iterable[Article]) -> dict[str, str]:
    """Return a sentence for each fact (``slug/fact``) that another article's fact supersedes."""
    found: dict[str, tuple[str, str]] = {}
    for article in articles:
        for fact in article.facts:
            for older in fact.supersedes:
                if article.date >= found.get(older, ("", ""))[0]:
                    found[older] = (article.date, _sentence(article, fact))
    return {older: sentence for older, (_, sentence) in found.items()}


def _sentence(article: Article, fact: Fact) -> str:
    now = f": {fact.figure.written}{fact.figure.measure}" if fact.figure else ""
    return f"This was so then; a newer article says otherwise ({article.title}, {article.date}{now})."
