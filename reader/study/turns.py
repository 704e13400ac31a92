"""Two programs that save the same file at once do so one behind the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import StorageError
from reader.paths import private_folder

#: Seconds to wait for another program that is just saving.
PATIENCE = 5.0


@contextmanager
def in_turn(folder: Path, what: str) -> Iterator[None]:
    """Hold the lock for saving ``what`` ("repairs") while the block reads, changes and writes the file.

    The lock lies in ``folder``, made if missing.

    Raises:
        StorageError: another program doesn't finish, or the lock can't be made.
    """
    from reader.review.lock import Lock

    path = folder / f"{what}.lock"
    lock = Lock(path)
    try:
        private_folder(folder)
        taken = lock.acquire(PATIENCE)
    except OSError as error:
        raise StorageError(f"{what.capitalize()} can't be saved: {path}: {error.strerror}.") from error
    if not taken:
        raise StorageError(f"Another dubao is saving {what} and doesn't finish. Try again in a moment.")
    try:
        yield
    finally:
        lock.release()
