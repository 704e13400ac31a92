"""Counting the words of texts never opened, while the screen already shows those of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.worker import get_current_worker

from reader.errors import DubaoError

if TYPE_CHECKING:
    from reader.study import Study

#: The least step of progress that is shown, and the one after which what is counted by then is.
_STEP, _STRIDE = 0.01, 0.25


class RestCounting(Message):
    """So much of the rest is counted, 0 to 1."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share


class CountsRest:
    """A screen's way to count beside the keys what would make it wait. It has ``_study``."""

    _study: Study
    _gather_at = _STEP

    def count_rest(self: Any) -> None:
        """Begin, or go on, with what is not counted; it stops when the screen goes."""
        self.in_background(
            self._count_rest, self._rest_counted, group="rest", otherwise=self._rest_not_counted
        )

    def _count_rest(self: Any) -> bool:
        worker, told = get_current_worker(), -1.0

        def tell(share: float) -> None:
            nonlocal told
            if share - told >= _STEP:
                told = share
                self.post_message(RestCounting(share))

        done: bool = self._study.vocabulary.prepare(tell, lambda: not worker.is_cancelled)
        return done

    def on_rest_counting(self: Any, message: RestCounting) -> None:
        """Say how far it is; from time to time show what there is."""
        self.show_rest(f"counting the other texts {message.share:.0%}")
        if message.share >= self._gather_at:
            self._gather_at = message.share + _STRIDE
            self.gather()

    def _rest_counted(self: Any, was_any: bool) -> None:
        self.show_rest("")
        if was_any:
            self.gather()

    def _rest_not_counted(self: Any, error: DubaoError) -> None:
        self.show_rest("")
        self.say(str(error))

    def show_rest(self, words: str) -> None:
        """Show how far the counting is, nothing at its end."""
        raise NotImplementedError

    def gather(self) -> None:
        """Show all that is counted by now."""
        raise NotImplementedError
