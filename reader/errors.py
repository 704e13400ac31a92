"""Typed errors. Each message is a sentence: what happened, where, what to do."""

from __future__ import annotations

from pathlib import Path


class DubaoError(Exception):
    """Any error that the learner should read as a sentence, never as a traceback.

    ``exit_code`` is what the command line exits with.
    """

    exit_code = 1


class UsageError(DubaoError):
    """The command's words were off: wrong slug, wrong option, unusable input."""

    exit_code = 2


class ContentError(DubaoError):
    """A content file that can't be read as an article; names file, line and mend."""

    def __init__(self, message: str, path: Path | str, line: int | None = None) -> None:
        self.sentence = message
        self.path = Path(path)
        self.line = line
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {message}")


class DictionaryError(DubaoError):
    """The dictionary file or its index can't be used."""


class StorageError(DubaoError):
    """Progress can't be read or written."""


class TextError(DubaoError):
    """A text that can't be read as Chinese text at all (wrong encoding, binary)."""
