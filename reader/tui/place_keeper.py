"""Keeping the place in a text: soon after the last move, or at once when the reader leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.chinese.token import Span

if TYPE_CHECKING:
    from reader.study import Study


class PlaceKeeper:
    """Notes where the cursor is in an article and what is in sight, and keeps both when told to.

    Every method but :meth:`note` writes, and raises StorageError where that fails.
    """

    def __init__(self, study: Study, slug: str) -> None:
        self._study = study
        self._slug = slug
        self._place: tuple[str, int] | None = None
        self._sight: tuple[str, Span] | None = None
        self._unkept = ""

    def note(self, level: str, offset: int, sight: Span) -> None:
        """Note the version, the character offset and the part of the text on the screen."""
        self._place = (level, offset)
        self._sight = (level, sight)

    def keep(self, *, leaving: bool = False) -> str:
        """Keep the place if it changed, and that what is in sight was looked at.

        Return a sentence where another program or the disk lets nothing be kept, else "".
        """
        place, self._place = self._place, None
        if place is not None:
            self._unkept = self._study.keep_place(self._slug, *place)
        if self._sight is not None:
            level, sight = self._sight
            self._study.progressing.glance(self._slug, level, sight.start, sight.end, leaving=leaving)
        return self._unkept
