"""Files of the reader's, opened with care: plain files of a set size, never links, devices or pipes."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reader.errors import TextError
from reader.text import clean_line

#: The largest file that is read.
MOST_BYTES = 64_000_000
#: The most files that are taken from a folder.
MOST_FILES = 20_000


def named(path: Path | str) -> str:
    """Return a file's name as it may be shown."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace")) or "(no name)"


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return a plain file's bytes.

    Raises:
        TextError: it is a link, a folder, a device or a pipe, is too large, or can't be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        # Looked at first as well: opening a device may do something.
        _refuse_special(path, os.lstat(path), most)
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_special(path, os.fstat(descriptor), most)
            return _read(file, path, most)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise TextError(_link(path)) from error
        raise TextError(f"{named(path)} can't be read: {error.strerror or 'unknown reason'}.") from error
    except ValueError as error:
        raise TextError(f"{named(path)} is no name of a file.") from error


def read_stream(stream: BinaryIO, name: str, most: int = MOST_BYTES) -> bytes:
    """Return all bytes of a stream (standard input).

    Raises:
        TextError: they are too many.
    """
    return _read(stream, name, most)


def _read(file: BinaryIO, name: Path | str, most: int) -> bytes:
    data = file.read(most + 1)
    if len(data) > most:
        raise TextError(_too_large(name, most))
    return data


def _refuse_special(path: Path, facts: os.stat_result, most: int) -> None:
    if stat.S_ISLNK(facts.st_mode):
        raise TextError(_link(path))
    if stat.S_ISDIR(facts.st_mode):
        raise TextError(f"{named(path)} is a folder, not a file.")
    if not stat.S_ISREG(facts.st_mode):
        raise TextError(f"{named(path)} is a device or a pipe, not a file that can be imported.")
    if facts.st_size > most:
        raise TextError(_too_large(path, most))


def _link(path: Path) -> str:
    return f"{named(path)} is a link; name the file that it points to."


def _too_large(name: Path | str, most: int) -> str:
    return f"{named(name)} is too large: at most {most // 1_000_000} MB can be imported. Split it first."


def files_in(folder: Path, suffixes: frozenset[str], most: int = MOST_FILES) -> Iterator[Path]:
    """Yield the files of a folder and of those in it that may be texts, by name; links are not followed.

    Raises:
        TextError: there are too many.
    """
    count = 0
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in suffixes:
                continue
            count += 1
            if count > most:
                raise TextError(f"{named(folder)} holds more than {most:,} texts; import parts of it.")
            yield path


def is_link(path: Path) -> bool:
    """Tell whether the name is a link."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_symlink()
    return False
