"""The few calls that change files, each safe against a kill: tests put a failing disk in their place."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_SPARE = ".new"


class Disk:
    """Writes for the owner alone (0600). Every method may raise OSError."""

    def open_to_append(self, path: Path) -> int:
        """Open a file for appending, made if it is missing; return its descriptor."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o600)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of ``data``."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def sync(self, descriptor: int) -> None:
        """Return once what was written is on the disk itself."""
        full_sync = _full_sync()
        if full_sync is None:
            os.fsync(descriptor)
        else:
            full_sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in a folder are on the disk (where the system can tell)."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def append(self, descriptor: int, data: bytes) -> None:
        """Append and sync, or leave the file as long as it was.

        Raises:
            OSError: the data could not be written; what was half written has been cut off again.
        """
        size = os.fstat(descriptor).st_size
        try:
            self.write(descriptor, data)
            self.sync(descriptor)
        except BaseException:
            with suppress(OSError):
                self.truncate(descriptor, size)
            raise

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file off behind so many bytes; on the disk when this returns."""
        os.ftruncate(descriptor, size)
        self.sync(descriptor)

    def replace(self, path: Path, data: bytes) -> None:
        """Put ``data`` in the place of a file: there is always the old file or the new one, whole."""
        spare = path.with_name(path.name + _SPARE)
        try:
            descriptor = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
            try:
                self.write(descriptor, data)
                self.sync(descriptor)
            finally:
                os.close(descriptor)
            spare.replace(path)
        except BaseException:
            with suppress(OSError):
                spare.unlink(missing_ok=True)
            raise
        self.sync_folder(path.parent)

    def copy_aside(self, path: Path, folder: Path, now: datetime) -> Path:
        """Copy a damaged file into ``folder`` under its name and the time; return the copy's path."""
        folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{path.name}-{now:%Y%m%dT%H%M%S}"
        target = folder / name
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{name}-{count}"
        self.replace(target, path.read_bytes())
        return target


def clear_spares(folder: Path) -> None:
    """Delete what an interrupted :meth:`Disk.replace` left behind."""
    for path in folder.glob("*" + _SPARE):
        with suppress(OSError):
            path.unlink()


@cache
def _full_sync() -> Callable[[int], object] | None:
    # On a Mac fsync stops at the drive's own cache; this goes through it.
    try:
        import fcntl
    except ImportError:
        return None
    command = getattr(fcntl, "F_FULLFSYNC", None)
    return None if command is None else lambda descriptor: fcntl.fcntl(descriptor, command)
