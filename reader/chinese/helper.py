"""One running language helper, seen from the program: started, asked, ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from reader.chinese.packing import unpack
from reader.chinese.token import AnnotatedText
from reader.chinese.wire import Building, Done, Failed, Message, Part, Ready, Setup, receive, send
from reader.errors import StorageError, TextError
from reader.paths import Paths, private_folder

Progress = Callable[[float], None]
"""Called with how much is done, 0 to 1."""

LOADING_SHARE = 0.1  # of the progress bar
_PATIENCE = 0.2  # seconds a helper gets to end by itself: one that is loading or busy has nothing to lose
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from reader.chinese.server import serve; serve()"


class Gone(Exception):  # noqa: N818
    """The helper ended before it answered."""


class Helper:
    """One running helper process; what goes wrong in it is written to the file ``log`` of the cache."""

    def __init__(self, paths: Paths, log: str) -> None:
        try:
            with _open_log(paths, log) as errors:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", _BOOT, *import_places()],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                )
        except OSError as error:
            raise TextError(
                f"The part of the program that reads Chinese can't be started: {error}."
            ) from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._from: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._is_ready = False
        with contextlib.suppress(OSError):
            # A helper that is gone already is noticed by the first text.
            send(self._to, Setup(paths))

    def annotate(self, message: Part, progress: Progress) -> AnnotatedText:
        """Have a part annotated; ``progress`` hears of a dictionary being built.

        Raises:
            Gone: the process ended.
            TextError: it says what is wrong.
        """
        self.get_ready(progress)
        try:
            send(self._to, message)
        except (OSError, ValueError) as error:
            raise Gone from error
        answer = self._next()
        if not isinstance(answer, Done):
            raise Gone
        return unpack(answer.packed)

    def get_ready(self, progress: Progress) -> None:
        """Wait until all is loaded. Raises what :meth:`annotate` does."""
        while not self._is_ready:
            told = self._next()
            if isinstance(told, Building):
                progress(LOADING_SHARE * told.done / max(1, told.total))
            self._is_ready = isinstance(told, Ready)

    def _next(self) -> Message:
        try:
            message = receive(self._from)
        except (OSError, ValueError, EOFError) as error:
            raise Gone from error
        if message is None:
            raise Gone
        if isinstance(message, Failed):
            raise TextError(message.sentence)
        return message

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer hears of it."""
        self._process.kill()

    def end(self, *, at_once: bool = False) -> None:
        """End the process and wait for it, so that none is left behind."""
        with contextlib.suppress(OSError, ValueError):
            self._to.close()
        if at_once:
            self._process.kill()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with contextlib.suppress(OSError, ValueError):
            self._from.close()


def _open_log(paths: Paths, name: str) -> BinaryIO:
    """Open the helper's log; where nothing can be written, what it would say is dropped."""
    try:
        log = private_folder(paths.cache) / name
        return open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
    except (OSError, StorageError):
        return open(os.devnull, "wb")


def import_places() -> list[str]:
    """Where the helper shall import from: as this process does, an empty place being the present folder."""
    package_home = str(Path(__file__).resolve().parents[2])
    places = [place for place in sys.path if place]
    return places if package_home in places else [package_home, *places]
