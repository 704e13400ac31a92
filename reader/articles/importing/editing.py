"""Changes to what is said of a text of the reader's own: title, source, date, tags, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reader.errors import UsageError
from reader.text import clean_line

_TITLE = re.compile(r"\A# [^\n]*")


def edited(
    folder: Path, values: Mapping[str, Any], changes: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values of ``article.toml`` with the changes, and texts of files that change with them.

    Raises:
        UsageError: the date is none, or the title is empty.
    """
    new = dict(values)
    texts: dict[str, str] = {}
    if "source" in changes:
        new["source"] = clean_line(changes["source"])
    if "date" in changes:
        new["date"] = _date(clean_line(changes["date"]))
    if "tags" in changes:
        new["tags"] = list(dict.fromkeys(tag for t in changes["tags"] if (tag := clean_line(t))))
    if "notes" in changes:
        notes = [(clean_line(title), clean_line(text)) for title, text in changes["notes"]]
        new["note"] = [{"title": title or "Note", "text": text} for title, text in notes if text]
    if "title" in changes:
        texts = _retitled(folder, new, clean_line(changes["title"]))
    return new, texts


def _retitled(folder: Path, values: dict[str, Any], title: str) -> dict[str, str]:
    if not title:
        raise UsageError("A title needs at least one character.")
    if "name" in values:
        values["name"] = title
        return {}
    path = folder / "text.txt"
    if not path.is_file():
        raise UsageError(f"{folder.name} has versions with titles of their own; change them in its files.")
    return {path.name: _TITLE.sub(lambda _: f"# {title}", path.read_text("utf-8"), count=1)}


def _date(words: str) -> str:
    if not words:
        return ""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise UsageError(f"“{words}” is no date; write it like 2026-11-25.") from error
