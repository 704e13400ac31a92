"""From one version of a story to the next, and through the chapters of a book. Pure."""

from __future__ import annotations

from reader.articles.article import Article, Version

_AT_START = 0.02  # whoever has read less begins the next version at its beginning


def turned(article: Article, now: Version, by: int, share: float) -> tuple[Version, int] | str:
    """Return the version ``by`` versions on and the offset to open it at, or why there is none.

    Versions tell the same story: after the last comes the first, and reading goes on at about the same
    place (``share`` is how much is read, 0 to 1). A book's chapters begin at their beginning and end.
    """
    versions, at = article.versions, article.versions.index(now) + by
    if article.name:
        if not 0 <= at < len(versions):
            return f"This is the {'last' if by > 0 else 'first'} chapter."
        return versions[at], 0
    if len(versions) < 2:
        return "This story has only one version."
    version = versions[at % len(versions)]
    return version, 0 if share < _AT_START else int(len(version.text) * min(share, 0.99))
