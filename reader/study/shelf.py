"""The rows of the library: what an article is, and how far the learner has come with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.articles.importing.index import Card
    from reader.review.reading import Place


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where reading stopped: the version, the character offset in its text, and the share read, 0 to 1."""

    level: str
    offset: int
    fraction: float


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One article as the library shows it. ``best`` is the best quiz score, 0 to 1.

    ``own`` tells whether it is a text of the reader's own; ``added`` is when it was brought in, in ISO form.
    """

    slug: str
    title: str
    title_en: str
    date: str
    section: str
    summary: str
    versions: tuple[tuple[str, int], ...]
    place: ReadingPlace | None = None
    best: float | None = None
    own: bool = False
    tags: tuple[str, ...] = ()
    source: str = ""
    added: str = ""

    def opens(self, reader_level: int) -> str:
        """Return the level of the version that opens: the one left, or what fits a reader of an HSK level."""
        levels = [level for level, _ in self.versions]
        return self.place.level if self.place else fitting_level(levels, reader_level)


def fitting_level(levels: Sequence[str], reader_level: int) -> str:
    """Return the hardest of an article's levels that is not above the reader's, its first where all are."""
    fitting = [level for level in levels if level.isdigit() and int(level) <= reader_level]
    return fitting[-1] if fitting else levels[0]


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
        source=article.source,
    )


def own_row(card: Card, kept: Place | None, best: float | None) -> ShelfRow:
    """Return the row of a text of the reader's own, given the place kept of it."""
    lengths = {level: length for level, _, length in card.versions}
    place = place_in(kept.level, lengths[kept.level], kept.offset) if kept and kept.level in lengths else None
    return ShelfRow(
        slug=card.slug,
        title=card.title,
        title_en=card.title_en,
        date=card.date,
        section=card.section,
        summary=card.summary,
        versions=tuple((level, characters) for level, characters, _ in card.versions),
        place=place,
        best=best,
        own=True,
        tags=card.tags,
        source=card.source,
        added=card.added,
    )


def reading_place(article: Article, kept: Place | None) -> ReadingPlace | None:
    """Return the place kept, None where there is none or the article no longer has that version."""
    version = article.version(kept.level) if kept else None
    return place_in(kept.level, len(version.text), kept.offset) if kept and version else None


def place_in(level: str, length: int, offset: int) -> ReadingPlace:
    """Return the place in a version of that length."""
    length = max(1, length)
    offset = max(0, min(offset, length - 1))
    return ReadingPlace(level, offset, (offset + 1) / length)
