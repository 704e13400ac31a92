"""A content folder -> Article, or complaints with file, line and mend. The format: content/README.md."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from reader.articles.article import Article, Note, Version
from reader.articles.facts_toml import read_fact
from reader.articles.toml_slips import mend_for
from reader.articles.versions import BOOK_FILE, FILES, Complaint, late_chapters, read_chapters, read_version
from reader.chinese.token import GlossaryEntry
from reader.errors import ContentError
from reader.text import clean_line, clean_text

ARTICLE_FILE = "article.toml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: A day, a month or a year; nothing where it isn't known.
_DATE = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?)?")
_TOML_LINE = re.compile(r"\(at line (\d+)")


@dataclass(slots=True)
class Source:
    """The raw text of an ``article.toml``, to name lines in it, and the complaints gathered so far."""

    path: Path
    text: str
    complaints: list[Complaint] = field(default_factory=list)

    def line_of(self, pattern: str, after: int = 0) -> int:
        """Return the number of the first line that matches, 0 where none does."""
        for number, line in enumerate(self.text.split("\n"), 1):
            if number > after and re.search(pattern, line):
                return number
        return 0

    def complain(self, line: int, message: str) -> None:
        """Keep a complaint."""
        self.complaints.append(Complaint(self.path, line, message))


def read_article(folder: Path, *, late: bool = False) -> Article:
    """Read a content folder; ``late``, a book's chapters are read when they are asked for.

    Raises:
        ContentError: the folder holds no readable article; the first complaint is named.
    """
    article, complaints = load_article(folder, late=late)
    if article is None or complaints:
        first = complaints[0]
        more = f" ({len(complaints) - 1} more: see `dubao check {folder}`.)" if len(complaints) > 1 else ""
        raise ContentError(first.message + more, first.path, first.line or None)
    return article


def load_article(folder: Path, *, late: bool = False) -> tuple[Article | None, list[Complaint]]:
    """Read as much of a content folder as can be read; None where it can't be an article at all."""
    path = folder / ARTICLE_FILE
    source = Source(path, "")
    data = _read_toml(source)
    if data is None:
        return None, source.complaints
    versions, complaints = _read_versions(folder, needs_english=not data.get("imported", False), late=late)
    source.complaints += complaints
    if not versions:
        if not complaints:
            source.complain(0, f"No version stands beside it; write one of {', '.join(FILES.values())}.")
        return None, source.complaints
    if not _SLUG.fullmatch(folder.name):
        source.complain(
            0, f"The folder's name “{folder.name}” is no slug; use small letters, digits, hyphens."
        )
    return _article(source, folder, data, versions), source.complaints


def read_file(path: Path) -> str:
    """Return a content file's text, cleaned.

    Raises:
        ContentError: it can't be read, or is not UTF-8.
    """
    try:
        return clean_text(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise ContentError(f"There is no {path.name} here; write one.", path) from error
    except OSError as error:
        raise ContentError(f"It can't be read: {error.strerror}. Mend or replace the file.", path) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError("This line is not UTF-8; save the file as UTF-8.", path, line) from error


def _read_toml(source: Source) -> dict[str, Any] | None:
    try:
        source.text = read_file(source.path)
        return tomllib.loads(source.text)
    except ContentError as error:
        source.complain(error.line or 0, error.sentence)
    except RecursionError:
        source.complain(0, "Its lists stand too deep in one another; write them as content/README.md shows.")
    except tomllib.TOMLDecodeError as error:
        match = _TOML_LINE.search(str(error))
        number = int(match[1]) if match else len(source.text.split("\n"))
        line = source.text.split("\n")[number - 1]
        source.complain(number, f"This is not TOML: {error}. {mend_for(line, str(error))}")
    return None


def _read_versions(
    folder: Path, *, needs_english: bool, late: bool
) -> tuple[tuple[Version, ...], list[Complaint]]:
    versions: list[Version] = []
    complaints: list[Complaint] = []
    for level, name in FILES.items():
        path = folder / name
        if not path.exists():
            continue
        try:
            version, found = read_version(path, level, read_file(path), needs_english=needs_english)
        except ContentError as error:
            complaints.append(Complaint(path, error.line or 0, error.sentence))
            continue
        complaints += found
        versions.append(version)
    if not versions and (folder / BOOK_FILE).exists():
        versions, complaints = _read_book(folder / BOOK_FILE, late=late)
    return tuple(versions), complaints


def _read_book(path: Path, *, late: bool) -> tuple[list[Version], list[Complaint]]:
    try:
        if late:
            return late_chapters(path, read_file(path)), []
        return read_chapters(path, read_file(path))
    except ContentError as error:
        return [], [Complaint(path, error.line or 0, error.sentence)]


def _article(source: Source, folder: Path, data: dict[str, Any], versions: tuple[Version, ...]) -> Article:
    facts = []
    line = 0
    for table in _tables(source, data, "fact"):
        line = source.line_of(r"^\s*\[\[fact\]\]", line)
        fact = read_fact(source.complain, table, line)
        if fact is not None:
            facts.append(fact)
    return Article(
        slug=folder.name,
        summary=_string(source, data, "summary"),
        date=_date(source, data),
        source=_string(source, data, "source", needed=False),
        section=_string(source, data, "section", needed=False),
        versions=versions,
        glossary=_glossary(source, data),
        facts=tuple(facts),
        notes=_notes(source, data),
        key_words=_strings(source, data, "key_words"),
        promised_figures=_whole_number(source, data, "figures"),
        imported=bool(data.get("imported", False)),
        folder=folder,
        name=_string(source, data, "name", needed=False),
    )


def _notes(source: Source, data: dict[str, Any]) -> tuple[Note, ...]:
    notes = []
    line = 0
    for table in _tables(source, data, "note"):
        line = source.line_of(r"^\s*\[\[note\]\]", line)
        notes.append(
            Note(_string(source, table, "title", after=line), _string(source, table, "text", after=line))
        )
    return tuple(notes)


def _glossary(source: Source, data: dict[str, Any]) -> dict[str, GlossaryEntry]:
    found: dict[str, GlossaryEntry] = {}
    table = data.get("glossary", {})
    if not isinstance(table, dict):
        source.complain(source.line_of("glossary"), "The glossary should be a table: [glossary].")
        return found
    for word, value in table.items():
        if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
            line = source.line_of(rf'^\s*"?{re.escape(word)}"?\s*=')
            known = word in ("summary", "date", "source", "section", "figures", "key_words")
            moved = (
                f" Or is it the article's {word}? Then move it above the line [glossary]." if known else ""
            )
            source.complain(line, f'The glossary entry {word} should be ["pīnyīn", "English"].{moved}')
            continue
        headword = clean_line(word)
        found[headword] = GlossaryEntry(headword, clean_line(value[0]), clean_line(value[1]))
    return found


def _tables(source: Source, data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = data.get(name, [])
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    source.complain(
        source.line_of(rf"^\s*\[*{name}"), f"Write each {name} as a table that begins [[{name}]]."
    )
    return []


def _string(source: Source, data: dict[str, Any], key: str, *, needed: bool = True, after: int = 0) -> str:
    value = data.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        line = source.line_of(rf"^\s*{key}\s*=", after) if key in data else after
        source.complain(line, f'{key} should be words in quotes: {key} = "…".')
        return ""
    return clean_line(value)


def _date(source: Source, data: dict[str, Any]) -> str:
    value = data.get("date", "")
    if isinstance(value, date) or (isinstance(value, str) and _DATE.fullmatch(value.strip())):
        return str(value).strip()[:10]
    if isinstance(value, str) and data.get("imported"):  # a page's own words for its date are kept
        return clean_line(value)
    source.complain(source.line_of(r"^\s*date\s*="), "date should be a day: date = 2024-05-06.")
    return ""


def _whole_number(source: Source, data: dict[str, Any], key: str) -> int | None:
    value = data.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    source.complain(source.line_of(rf"^\s*{key}\s*="), f"{key} should be a whole number: {key} = 3.")
    return None


def _strings(source: Source, data: dict[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        source.complain(source.line_of(rf"^\s*{key}\s*="), f'{key} should be a list: {key} = ["…", "…"].')
        return ()
    return tuple(map(clean_line, value))
