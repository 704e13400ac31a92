"""The rows of the library: what an article is, and how far the learner has come with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.articles.article import Article


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where reading stopped: the version, the character offset in its text, and the share read, 0 to 1."""

    level: str
    offset: int
    fraction: float


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One article as the library shows it. ``best`` is the best quiz score, 0 to 1."""

    slug: str
    title: str
    title_en: str
    date: str
    section: str
    summary: str
    versions: tuple[tuple[str, int], ...]
    place: ReadingPlace | None = None
    best: float | None = None


def shelf_row(article: Article, place: ReadingPlace | None, best: float | None) -> ShelfRow:
    """Return the row of an article."""
    return ShelfRow(
        slug=article.slug,
        title=article.title,
        title_en=article.title_en,
        date=article.date,
        section=article.section,
        summary=article.summary,
        versions=tuple((version.level, version.characters) for version in article.versions),
        place=place,
        best=best,
    )


def reading_place(article: Article, level: str, offset: int) -> ReadingPlace | None:
    """Return the place, None where the article no longer has that version."""
    version = article.version(level)
    if version is None:
        return None
    length = max(1, len(version.text))
    offset = max(0, min(offset, length - 1))
    return ReadingPlace(level, offset, (offset + 1) / length)
