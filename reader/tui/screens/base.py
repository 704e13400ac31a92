"""What every screen shares: the sentence for a tiny terminal, and work that runs beside the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import DubaoError

NEEDED = (40, 12)
T = TypeVar("T")
Result = TypeVar("Result")


class Finished(Message):
    """Work in the background is done."""

    def __init__(self, then: Callable[[Any], object], value: Any) -> None:
        super().__init__()
        self.then = then
        self.value = value


class Failed(Message):
    """Work in the background met a problem that has a sentence."""

    def __init__(self, otherwise: Callable[[DubaoError], object] | None, error: DubaoError) -> None:
        super().__init__()
        self.otherwise = otherwise
        self.error = error


class Background:
    """A screen's way to do slow work: threads that only post messages."""

    def in_background(
        self: Any,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        group: str,
        otherwise: Callable[[DubaoError], object] | None = None,
    ) -> None:
        """Run ``work`` in a thread, then call ``then`` with its value here.

        A newer call of the same ``group`` makes the older one's result unwanted. A
        :class:`DubaoError` goes to ``otherwise``, or is shown.
        """

        def run() -> None:
            worker = get_current_worker()
            message: Message
            try:
                message = Finished(then, work())
            except DubaoError as error:
                message = Failed(otherwise, error)
            if not worker.is_cancelled:
                self.post_message(message)

        self.run_worker(run, thread=True, group=group, exclusive=True)

    def on_finished(self, message: Finished) -> None:
        """Go on with what the work gave."""
        message.stop()
        message.then(message.value)

    def on_failed(self, message: Failed) -> None:
        """Go on without it, or say what happened."""
        message.stop()
        if message.otherwise is not None:
            message.otherwise(message.error)
        else:
            self.say(str(message.error))

    def say(self: Any, sentence: str) -> None:
        """Show a problem as a sentence."""
        self.app.notify(sentence, severity="error", markup=False, timeout=10)


def too_small() -> Static:
    """Return what covers a screen that is too small to use."""
    wide, high = NEEDED
    return Static(
        f"读报 needs a larger window: at least {wide} columns and {high} rows.", id="too-small", markup=False
    )


class ClosesOnce:
    """Closes itself and nothing else; Textual's own ``dismiss`` closes whichever screen is on top.

    What is to close a screen can come twice (two clicks), or while another one lies over it: then it
    closes when that one is gone.
    """

    _late: tuple[Any] | None = None

    def dismiss(self: Any, result: Any = None) -> AwaitComplete:
        """Close this screen with a result, now or as soon as it is on top again."""
        if self.app.screen_stack[-1:] == [self]:
            closed: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
            return closed
        if self in self.app.screen_stack:
            self._late = (result,)
        return AwaitComplete()

    def on_screen_resume(self: Any) -> None:
        """Close now what could not be closed before."""
        if self._late is not None:
            self.dismiss(*self._late)


class BaseScreen(ClosesOnce, Background, Screen[Result], Generic[Result]):
    """A full screen."""

    def close_help(self) -> bool:
        """Put the help panel away; tell whether it was there."""
        was_open = bool(self.query("HelpPanel"))
        if was_open:
            self.app.action_hide_help_panel()
        return was_open


class BaseDialog(ClosesOnce, Background, ModalScreen[Result], Generic[Result]):
    """A dialog over a screen."""
