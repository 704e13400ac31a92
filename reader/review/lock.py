"""One writer at a time: a lock file that the system frees when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PAUSE_SECONDS = 0.02
#: What systems answer where another holds the lock.
_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


class Lock:
    """A lock on a file, held until ``release`` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, wait: float = 0.0) -> bool:
        """Take the lock, trying for ``wait`` seconds; return whether it was got.

        Raises:
            OSError: the lock file can't be made, or not be locked where it lies.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            is_taken = _wait_for(descriptor, wait)
        except BaseException:
            os.close(descriptor)
            raise
        if is_taken:
            self._descriptor = descriptor
        else:
            os.close(descriptor)
        return is_taken

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


def _wait_for(descriptor: int, wait: float) -> bool:
    end = time.monotonic() + wait
    while not _try_lock(descriptor):
        if time.monotonic() >= end:
            return False
        time.sleep(_PAUSE_SECONDS)
    return True


def _by_flock(flock: Callable[[int, int], None], take: int, free: int) -> tuple[Callable[[int], bool], ...]:
    def lock(descriptor: int) -> bool:
        try:
            flock(descriptor, take)
        except OSError as error:
            if error.errno not in _HELD:
                raise  # there are no locks here: not to be taken for another program
            return False
        return True

    def unlock(descriptor: int) -> bool:
        with suppress(OSError):
            flock(descriptor, free)
        return True

    return lock, unlock


def _find_way() -> tuple[Callable[[int], bool], ...]:
    try:
        import fcntl
    except ImportError:
        return _windows_way()
    # flock and not lockf: it also holds between two stores of one process.
    return _by_flock(fcntl.flock, fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN)


def _windows_way() -> tuple[Callable[[int], bool], ...]:
    import importlib

    msvcrt = importlib.import_module("msvcrt")

    def locking(descriptor: int, mode: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, mode, 1)

    return _by_flock(locking, msvcrt.LK_NBLCK, msvcrt.LK_UNLCK)


_try_lock, _unlock = _find_way()
