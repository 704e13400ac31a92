"""What the learner does is kept: the progress opened on first need, and taken over from another program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.config import Settings
    from reader.quiz.session import Outcome
    from reader.review.store import Store

#: How the notice begins that another program keeps the progress.
SECOND = "Another dubao is open"
TAKEN_OVER = "The other dubao is closed: what you answer is kept from here on."
UNKEPT = "Not kept."
#: Something else was kept since, or the answer lies too far back.
STANDS = "That answer can't be changed any more; it stands as it was kept."


class Keeping:
    """The progress of one run of the program.

    While another program writes, this one only reads, and each call that can't keep what it is given
    says why. Once the other has ended, however it ended, the next call reads everything anew and keeps.
    ``lock`` is held by whoever uses the store: screens keep things from threads of their own.
    """

    def __init__(self, open_it: Callable[[], Store], tell: Callable[[str], None]) -> None:
        self.lock = threading.RLock()
        self._open_it = open_it
        self._tell = tell
        self._store: Store | None = None
        # The undo step of each answer that this program kept, by the identity of its outcome, which is
        # held so that no other takes it: another program's answer to the same card is not ours to undo.
        self._steps: dict[int, tuple[Outcome, str]] = {}

    @property
    def store(self) -> Store:
        """The progress, opened on first need; taken over where another program has let go of it.

        Raises:
            StorageError: it can't be read at all.
        """
        with self.lock:
            if self._store is None:
                self._store = self._opened()
            elif self._store.is_free:
                self._take_over(self._store)
            return self._store

    def _opened(self) -> Store:
        store = self._open_it()
        for notice in store.notices:
            self._tell(notice)
        return store

    def _take_over(self, old: Store) -> None:
        store = self._open_it()
        if store.is_read_only:  # a third program was quicker
            store.close()
            return
        for notice in store.notices:
            self._tell(notice)
        self._store = store
        old.close()
        self._tell(TAKEN_OVER)

    @property
    def keeps_nothing(self) -> bool:
        """Whether the progress turned out to be readable only; opens nothing."""
        store = self._store
        return store is not None and store.is_read_only

    def retake(self) -> bool:
        """Take the progress over if another program alone kept it from this one; tell whether that was so."""
        with self.lock:
            return self.keeps_nothing and not self.store.is_read_only

    @property
    def unkept(self) -> str:
        """Why nothing is kept now, such as "Not kept: another dubao is open."; "" where all is."""
        return why_unkept(self.store)

    # --- answers

    def record(self, outcome: Outcome, settings: Settings, now: datetime) -> str:
        """Keep an answer: on disk before this returns. Return why it was not kept, "" where it was.

        Raises:
            StorageError: it can't be written.
        """
        from reader.study.recording import record

        with self.lock:
            store = self.store
            if why := why_unkept(store):
                return why
            record(store, settings, outcome, now)
            if (step := store.last_step) is not None:
                self._steps[id(outcome)] = (outcome, step)
            return ""

    def undo(self, outcome: Outcome) -> bool:
        """Take an answer back; tell whether it is kept no more: it never was, or nothing was kept since."""
        with self.lock:
            store = self.store
            _, step = self._steps.get(id(outcome), (None, None))
            if step is None:
                return True
            if store.is_read_only or store.last_step != step:
                return False
            store.undo()
            del self._steps[id(outcome)]
            return True

    def amend(self, before: Outcome, after: Outcome, settings: Settings, now: datetime) -> str:
        """Keep another judgement of an answer; return a sentence where it is not kept, "" where it is.

        Raises:
            StorageError: it can't be written.
        """
        with self.lock:
            if why := why_unkept(self.store):
                return why
            return self.record(after, settings, now) if self.undo(before) else STANDS

    def close(self) -> None:
        """Free the progress for another program."""
        with self.lock:
            if self._store is not None:
                self._store.close()
                self._store = None


def why_unkept(store: Store) -> str:
    """Return why nothing is kept now, as a sentence to stand beside an answer; "" where all is."""
    return f"Not kept: {store.why_read_only}." if store.is_read_only else ""
