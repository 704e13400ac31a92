"""Parts of long books that are cut when they are first read: of a novel's hundreds, one is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from reader.articles.article import Paragraph, Version
from reader.articles.importing.draft import Block, Chapter


class LateChapter(Chapter):
    """A chapter whose blocks are made when they are first asked for."""

    __slots__ = ("_made", "_make")
    _make: Callable[[], tuple[Block, ...]]
    _made: tuple[Block, ...] | None

    def __init__(self, title: str, make: Callable[[], tuple[Block, ...]]) -> None:
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_made", None)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs and headings."""
        made = self._make() if self._made is None else self._made
        object.__setattr__(self, "_made", made)
        return made


class LateVersion(Version):
    """A chapter to be read whose paragraphs are made when they are first asked for."""

    __slots__ = ("_made", "_make")
    _make: Callable[[], tuple[Paragraph, ...]]
    _made: tuple[Paragraph, ...] | None

    def __init__(self, level: str, title: str, make: Callable[[], tuple[Paragraph, ...]]) -> None:
        for name, value in (("level", level), ("title", title), ("title_en", ""), ("path", None)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_made", None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order."""
        made = self._make() if self._made is None else self._made
        object.__setattr__(self, "_made", made)
        return made
