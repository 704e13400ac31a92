"""Chapters of long books as they were found in a file, cut when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

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
