"""Helpers side by side: each lane keeps one running, and the parts of a long text go down two at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from reader.chinese.helper import Gone, Helper, Progress
from reader.chinese.token import AnnotatedText
from reader.chinese.wire import Part
from reader.errors import TextError
from reader.paths import Paths


class Lane:
    """Keeps a helper running. One thread at a time may ask; any may close or kill."""

    def __init__(self, paths: Paths, log: str) -> None:
        self._paths = paths
        self._log = log
        self._is_closed = False
        self.helper: Helper | None = None

    def start(self) -> Helper:
        """Return the helper, started if there is none."""
        if self._is_closed:
            raise TextError("The program is closing; the text was not annotated.")
        if self.helper is None:
            self.helper = Helper(self._paths, self._log)
        return self.helper

    def ask(
        self, message: Part, progress: Progress, is_unwanted: Callable[[], bool] | None = None
    ) -> AnnotatedText:
        """Have one part annotated; a helper that was killed is started anew once, unless it is unwanted.

        Raises:
            TextError: the helper can't be started or keeps ending, or there is no dictionary.
            Gone: it was killed, and nobody wants the part any more.
        """
        for _ in range(2):
            helper = self.start()
            try:
                return helper.annotate(message, progress)
            except Gone:
                self._drop()
                if is_unwanted is not None and is_unwanted():
                    raise
            except BaseException:
                # Stopped half-way: its answer to this would be taken for the answer to the next.
                self._drop()
                raise
        raise TextError(
            "The part of the program that reads Chinese ended before it was done. Try again; if it "
            "ends again, see whether the machine has memory left, and look into "
            f"{self._paths.cache / self._log}."
        )

    def kill(self) -> None:
        """End the helper at once, in the middle of whatever another thread asked of it."""
        helper = self.helper
        if helper is not None:
            helper.kill()

    def rest(self) -> None:
        """End the helper; the next question starts another one."""
        if self.helper is not None:
            self.helper.end()
        self.helper = None

    def close(self) -> None:
        """End the helper for good; what another thread asks of it fails."""
        self._is_closed = True
        helper = self.helper
        if helper is not None:
            helper.end()

    def _drop(self) -> None:
        if self.helper is not None:
            self.helper.end(at_once=True)
        self.helper = None


def abreast(
    lanes: Sequence[Lane], count: int, part: Callable[[int], Part], progress: Progress
) -> Iterator[AnnotatedText]:
    """Yield ``count`` parts annotated, in order, while the lanes work on those behind.

    The other lanes begin once the first has done the first part: by then the dictionary is there. Whoever
    stops asking stops all of them.
    """
    work = _Work(count, part)
    threads = [
        threading.Thread(target=work.do, args=(lane, progress if lane is lanes[0] else None), daemon=True)
        for lane in lanes
    ]
    for thread in threads:
        thread.start()
    try:
        yield from work.results()
    finally:
        work.stop()
        for lane, thread in zip(lanes, threads, strict=True):
            if thread.is_alive():
                lane.kill()
            thread.join()


class _Work:
    """What the lanes share: which part is next, what is done, what went wrong."""

    def __init__(self, count: int, part: Callable[[int], Part]) -> None:
        self._count = count
        self._part = part
        self._next = 0
        self._done: dict[int, AnnotatedText] = {}
        self._failed: BaseException | None = None
        self._is_stopped = False
        self._changed = threading.Condition()

    def do(self, lane: Lane, progress: Progress | None) -> None:
        """Have a lane take part after part, until none is left; without ``progress`` it joins another one."""
        try:
            if progress is None and not self._join(lane):
                return
            while (number := self._take()) is not None:
                found = lane.ask(self._part(number), progress or _silent, lambda: self._is_stopped)
                with self._changed:
                    self._done[number] = found
                    self._changed.notify_all()
        except BaseException as error:  # noqa: BLE001 - it is raised where the results are waited for
            with self._changed:
                self._failed = self._failed or error
                self._changed.notify_all()

    def _join(self, lane: Lane) -> bool:
        """Load a lane's helper once the first part is done; tell whether it may take part."""
        with self._changed:
            self._changed.wait_for(lambda: self._done or self._next > 1 or self._is_over())
            if self._is_over():
                return False
        try:
            lane.start().get_ready(_silent)
        except (Gone, TextError):
            return False  # there is no room for it, perhaps: the first goes on alone
        return True

    def _take(self) -> int | None:
        with self._changed:
            if self._is_over() or self._next >= self._count:
                return None
            self._next += 1
            return self._next - 1

    def _is_over(self) -> bool:
        return self._is_stopped or self._failed is not None

    def results(self) -> Iterator[AnnotatedText]:
        """Yield the parts in order as they are done."""
        for number in range(self._count):
            with self._changed:
                while number not in self._done:
                    if self._failed is not None:
                        raise self._failed
                    self._changed.wait()
                found = self._done.pop(number)
            yield found

    def stop(self) -> None:
        """Let no further part be taken."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()


def _silent(_share: float) -> None:
    return None
