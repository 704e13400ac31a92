"""The three standard streams, however the program was started: closed ones stand open, all speak UTF-8."""

from __future__ import annotations

import io
import os
import sys

_NAMES = ("stdin", "stdout", "stderr")


def prepare_streams() -> None:
    """Give each stream that is closed (``>&-``) the null device, and each of another encoding UTF-8.

    What can't be written, such as half a character of a file's name, is escaped; what can't be read
    as UTF-8 is read as a sign that nobody typed.
    """
    for number, name in enumerate(_NAMES):
        _occupy(number)
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if number else "replace")


def silence_output() -> None:
    """Let nothing be written any more, also not at the end: nobody takes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _occupy(number: int) -> None:
    """Take a closed descriptor, so that no file of ours gets its number and what is printed into it."""
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # the lowest number free, which is this one
