"""Keys of an article.toml that the program doesn't know: most are slips of the finger."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from reader.articles.checks.checked import Checked
from reader.articles.facts_toml import ASKS
from reader.articles.versions import Complaint
from reader.text import is_han

_TOP = ("summary", "date", "source", "section", "figures", "key_words", "glossary", "note", "fact", "name")
_NOTE = ("title", "text")
_FIGURE = ("value", "written", "measure", "qualifier", "subject", "subject_en", "stem", "stem_en", "period")
_FACT = ("id", *ASKS, *_FIGURE, "period_en", "question", "supersedes")
_QUESTION = ("asks", "stem", "stem_en", "answers", "answer_en", "wrong")


def keys_known(checked: Checked) -> Iterator[Complaint]:
    """Every key means something to the program."""
    data, lines = checked.data, _Lines(checked)
    yield from _unknown(checked, data, (*_TOP, "imported", "origin"), 0)
    for table in _tables(data.get("note")):
        yield from _unknown(checked, table, _NOTE, lines.next("[[note]]"))
    for table in _tables(data.get("fact")):
        start = lines.next("[[fact]]")
        yield from _unknown(checked, table, _FACT, start)
        for question in _tables(table.get("question")):
            yield from _unknown(checked, question, _QUESTION, start)


class _Lines:
    """Where the tables of each name begin, in their order."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked
        self._last: dict[str, int] = {}

    def next(self, head: str) -> int:
        self._last[head] = self._checked.line_of(head, self._last.get(head, 0))
        return self._last[head]


def _tables(value: object) -> list[dict[str, Any]]:
    found = value if isinstance(value, list) else [value]
    return [table for table in found if isinstance(table, dict)]


def _unknown(
    checked: Checked, table: dict[str, Any], known: tuple[str, ...], after: int
) -> Iterator[Complaint]:
    for key, value in table.items():
        if key not in known:
            line = checked.line_of(key, after) or after
            yield checked.complain(line, f"No line is read that begins “{key}”; {_mend(key, value, known)}")


def _mend(key: str, value: object, known: tuple[str, ...]) -> str:
    if any(map(is_han, key)) and isinstance(value, list):
        return "if it is a glossary word, put it below a line [glossary]."
    near = get_close_matches(key, known, 1, 0.6)
    return f"did you mean {near[0]}?" if near else f"use one of {', '.join(known)}, or take it out."
