"""Files brought to the disk for sure, many at once where the system can."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

#: From so many files on, one call for all that the disk has to write is quicker than one for each.
_MANY = 16


def sync_files(paths: Sequence[Path]) -> None:
    """Return when what was written to the files is on the disk.

    Raises:
        OSError: it can't be written there.
    """
    if len(paths) >= _MANY and _sync_disk(paths[0]):
        return
    for path in paths:
        with _opened(path) as descriptor:
            os.fsync(descriptor)


def _sync_disk(path: Path) -> bool:
    """Bring all of the disk that a file is on up to date; False where the system has no such call."""
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError, TypeError):
        return False
    with _opened(path) as descriptor:
        if call(descriptor) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        yield descriptor
    finally:
        os.close(descriptor)
