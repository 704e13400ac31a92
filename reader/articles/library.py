"""The shelf: bundled and imported articles by slug."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from reader.articles.article import Article
from reader.articles.content import ARTICLE_FILE, load_article, read_article
from reader.errors import ContentError, UsageError


def bundled_folder() -> Path:
    """Return the folder of the bundled articles: inside the package, or beside it in a checkout.

    Raises:
        ContentError: neither is there; the installation is not whole.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "bundled", package.parent / "content"):
        if folder.is_dir():
            return folder
    raise ContentError("The bundled articles are missing; install the program again.", package / "bundled")


class Library:
    """Articles in several folders; an earlier folder's slug hides a later one's. Reads when asked."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._articles: dict[str, Article] = {}

    def slugs(self) -> list[str]:
        """Return every slug, sorted, without reading the articles."""
        return sorted(self._places())

    def article(self, slug: str) -> Article:
        """Return the article.

        Raises:
            UsageError: there is none of that slug; the nearest is suggested.
            ContentError: its files can't be read.
        """
        if slug not in self._articles:
            place = self._place(slug)
            if place is None:
                raise UsageError(_unknown(slug, self.slugs()))
            self._articles[slug] = read_article(place, late=True)
        return self._articles[slug]

    def forget(self, slug: str) -> None:
        """Read the article anew when it is next asked for: its files have changed."""
        self._articles.pop(slug, None)

    def articles(self) -> tuple[list[Article], list[ContentError]]:
        """Return every article that can be read, by date (newest first) and slug, and what can't."""
        found: list[Article] = []
        errors: list[ContentError] = []
        for slug in self.slugs():
            try:
                found.append(self.article(slug))
            except ContentError as error:
                errors.append(error)
        found.sort(key=lambda article: article.slug)
        found.sort(key=lambda article: article.date, reverse=True)
        return found, errors

    def _place(self, slug: str) -> Path | None:
        """Return an article's folder without a look at all the others, which may be thousands."""
        if not slug or slug.startswith(".") or Path(slug).name != slug or "\0" in slug:
            return None
        places = (folder / slug for folder in self._folders)
        try:
            return next((place for place in places if (place / ARTICLE_FILE).is_file()), None)
        except OSError:  # a name that is too long for the disk
            return None

    def _places(self) -> dict[str, Path]:
        places: dict[str, Path] = {}
        for folder in self._folders:
            if folder.is_dir():
                for path in folder.iterdir():
                    # What begins with a dot is being made, or was deleted.
                    if not path.name.startswith(".") and (path / ARTICLE_FILE).is_file():
                        places.setdefault(path.name, path)
        return places


def _unknown(slug: str, slugs: list[str]) -> str:
    parts = {part: name for name in slugs for part in reversed(name.split("-")) if len(part) > 3}
    start = [name for name in slugs if slug and name.startswith(slug)]
    near = difflib.get_close_matches(slug, slugs, 1, 0.6)
    like = [parts[part] for part in difflib.get_close_matches(slug, parts, 1, 0.75)]
    found = [*start, *near, *like]
    hint = f" Did you mean {found[0]}?" if found else ""
    return f"There is no article “{slug}”.{hint} `dubao list` shows them all."


__all__ = ["Library", "bundled_folder", "load_article"]
