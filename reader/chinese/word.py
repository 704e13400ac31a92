"""One word of a cut."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One word of a cut: ``flag`` is jieba's part of speech (``n``, ``v``, ``ns`` …)."""

    text: str
    flag: str
    is_name: bool = False
