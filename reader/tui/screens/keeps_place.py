"""A screen's way to keep the place in its text: soon after the last move, and when the screen goes."""

from __future__ import annotations

from typing import Any

from textual.timer import Timer

from reader.errors import DubaoError
from reader.tui.place_keeper import PlaceKeeper
from reader.tui.widgets.article_view import ArticleView

KEEP_AFTER = 2.0  # seconds without a move until the place is kept


class KeepsPlace:
    """Mixed into a screen with an :class:`ArticleView`, a ``_study``, a ``_version`` and ``_places``.

    A screen that only visits a text (``_is_visit``) leaves the reading place alone.
    """

    _places: PlaceKeeper
    _is_visit = False
    _keep_timer: Timer | None = None

    def remember_place(self: Any) -> None:
        """Note where the cursor is, to be kept soon."""
        view = self.query_one(ArticleView)
        if view.token is not None and self._version is not None and not self._is_visit:
            self._places.note(self._version.level, view.token.start, view.in_sight)
            if self._keep_timer is not None:
                self._keep_timer.stop()
            self._keep_timer = self.set_timer(KEEP_AFTER, self._keep_place_later)

    def _keep_place_later(self: Any) -> None:
        self.in_background(self._places.keep, lambda _: None, group="keep")

    def keep_place_now(self: Any) -> None:
        """Keep the place at once, before another screen opens or this one closes."""
        try:
            self._places.keep()
        except DubaoError as error:
            self.say(str(error))

    def on_unmount(self: Any) -> None:
        """Keep the place when the screen goes, however it goes."""
        try:
            unkept = self._places.keep(leaving=True)
        except DubaoError as error:
            unkept = str(error)
        if unkept:
            self._study.notices.append(unkept)
