"""Chapters of long books, cut when they are first read: of a novel's hundreds one is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.articles.article import Paragraph, Version


class LateVersion(Version):
    """A chapter to be read whose paragraphs are made when they are first asked for."""

    __slots__ = ("_made", "_make")
    _make: Callable[[], tuple[Paragraph, ...]]
    _made: tuple[Paragraph, ...] | None

    def __init__(
        self, level: str, title: str, make: Callable[[], tuple[Paragraph, ...]], path: Path | None = None
    ) -> None:
        for name, value in (("level", level), ("title", title), ("title_en", ""), ("path", path)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_made", None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order."""
        made = self._make() if self._made is None else self._made
        object.__setattr__(self, "_made", made)
        return made
