"""Search over the reader's own texts, straight in their files: nothing is parsed for it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path

from reader.text import clean_answer

_MARKUP = re.compile(r"\]\([a-z0-9, -]*\)|[\[\\\n]")
_TEXTS = ("text.txt", "book.txt", "news.txt", "hsk5.txt", "hsk3.txt")


def wanted_words(text: str) -> tuple[str, ...]:
    """Return the words of a search as they are compared."""
    return tuple(clean_answer(text).casefold().split())


def holds(wanted: Sequence[str], head: str, folder: Path | None) -> bool:
    """Tell whether title and so on (``head``) or the texts in the folder hold every word."""
    missing = [word for word in wanted if word not in head.casefold()]
    for name in _TEXTS if folder else ():
        if not missing:
            break
        with contextlib.suppress(OSError):
            assert folder is not None, "only a folder has texts"
            text = _MARKUP.sub("", (folder / name).read_text("utf-8", "replace")).casefold()
            missing = [word for word in missing if word not in text]
    return not missing
