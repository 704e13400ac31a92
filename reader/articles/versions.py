"""A version's file (title lines, then pairs of Chinese and English lines) -> Version, with its complaints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from reader.articles.article import Mark, Paragraph, Sentence, Version
from reader.articles.late import LateVersion
from reader.articles.marks import MarkError, read_marks, write_marks
from reader.errors import ContentError
from reader.text import clean_text, count_han

_TARGETS = re.compile(r"\]\([^()\[\]]*\)|\[")

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_CHAPTER = re.compile(r"^(?=# )", re.MULTILINE)
#: A book of the reader's own, in chapters.
BOOK_FILE = "book.txt"

FILES = {"3": "hsk3.txt", "5": "hsk5.txt", "news": "news.txt", "text": "text.txt"}


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """Something wrong in a content file: where, what, and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(slots=True)
class _Reader:
    path: Path
    needs_english: bool
    complaints: list[Complaint] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    offset: int = 0

    def complain(self, line: int, message: str) -> None:
        self.complaints.append(Complaint(self.path, line, message))

    def end_paragraph(self) -> None:
        if self.sentences:
            self.paragraphs.append(Paragraph(tuple(self.sentences)))
            self.sentences = []
            self.offset += 1  # the newline between paragraphs

    def add_title(self, number: int, title: str) -> None:
        if self.needs_english and len(self.titles) == 2:
            self.complain(
                number, "There are two titles already, one Chinese, one English; take this line out."
            )
        elif self.needs_english and (self.sentences or self.paragraphs):
            self.complain(number, "A title stands above the text; move this line there, or take its # away.")
        else:
            self.titles.append(title)

    def add_sentence(self, number: int, chinese: str, english: str) -> None:
        try:
            text, marks = read_marks(chinese)
        except MarkError as error:
            self.complain(number, str(error))
            return
        self.sentences.append(Sentence(text, english, self.offset, marks, number))
        self.offset += len(text)


def read_version(
    path: Path, level: str, text: str, *, needs_english: bool = True
) -> tuple[Version, list[Complaint]]:
    """Read a version's file content. What can be read is returned, with a complaint for the rest."""
    reader = _Reader(path, needs_english)
    lines = _lines(clean_text(text))
    pending: tuple[int, str] | None = None
    for number, line in lines:
        if not line:
            _no_english(reader, pending)
            pending = None
            reader.end_paragraph()
        elif line.startswith("# "):
            reader.add_title(number, line[2:].strip())
        elif line.startswith("#") and needs_english:
            reader.complain(number, "A title line begins with # and a blank: “# 中文题目”; write it so.")
            reader.add_title(number, line.lstrip("#"))
        elif line.startswith("\\") or _is_chinese(line):
            # A line behind a backslash is of the text, whatever its letters: \# 1.
            _no_english(reader, pending)
            pending = (number, line.removeprefix("\\"))
        elif pending:
            reader.add_sentence(*pending, line)
            pending = None
        else:
            reader.complain(number, _alone(number, reader))
    _no_english(reader, pending)
    reader.end_paragraph()
    return _version(reader, level), sorted(reader.complaints)


def read_chapters(
    path: Path, text: str, step: Callable[[], None] = lambda: None
) -> tuple[list[Version], list[Complaint]]:
    """Read a book's file: each chapter as a version file with one title line, which begins with ``# ``.

    ``step`` is called before each chapter.
    """
    found = []
    for number, chapter in enumerate(_CHAPTER.split(clean_text(text))[1:], 1):
        step()
        found.append(read_version(path, f"c{number}", chapter, needs_english=False))
    versions = [version for version, _ in found]
    return versions, [complaint for _, complaints in found for complaint in complaints]


def late_chapters(path: Path, text: str) -> list[Version]:
    """Read a book's file of which most chapters are not read today.

    Raises, when a chapter is read:
        ContentError: it has something wrong.
    """
    starts = [match.start() for match in _CHAPTER.finditer(text)]
    parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return [_late(path, f"c{number}", part) for number, part in enumerate(parts, 1)]


def _late(path: Path, level: str, text: str) -> Version:
    def paragraphs() -> tuple[Paragraph, ...]:
        version, complaints = read_version(path, level, text, needs_english=False)
        if complaints:
            raise ContentError(complaints[0].message, path, complaints[0].line)
        return version.paragraphs

    return LateVersion(level, text[2 : text.find("\n")].strip(), paragraphs, path)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("% "):
            yield number, line.strip()


def _is_chinese(line: str) -> bool:
    # English lines may quote a word in hanzi; a Chinese line has hanzi in more than a third of its places,
    # or many figures but a Chinese closing mark.
    text = _without_targets(line)
    hanzi = count_han(text)
    if 3 * hanzi > len(text.replace(" ", "")):
        return True
    return text.endswith(("。", "！", "？")) and hanzi > len(_LATIN_WORD.findall(text))


def _without_targets(text: str) -> str:
    return _TARGETS.sub("", text.replace("] (", "]("))


def _alone(number: int, reader: _Reader) -> str:
    if reader.sentences and reader.sentences[-1].line == number - 2:
        return "This is a second line of English; join it to the line above, or put its Chinese over it."
    return "This English line has no Chinese sentence above it; put one there."


def _no_english(reader: _Reader, pending: tuple[int, str] | None) -> None:
    if pending is None:
        return
    number, chinese = pending
    if reader.needs_english:
        reader.complain(number, "This sentence has no English; write it on the line below.")
    reader.add_sentence(number, chinese, "")


def _version(reader: _Reader, level: str) -> Version:
    if len(reader.titles) != 2 and (reader.needs_english or len(reader.titles) != 1):
        which = "English title" if reader.titles else "title"
        reader.complain(
            1, f"The {which} is missing: begin with “# 中文题目” and, below it, “# English title”."
        )
    if not reader.paragraphs:
        reader.complain(1, "There is no text; write a Chinese sentence with its English on the next line.")
    title, title_en = (*reader.titles, "", "")[:2]
    return Version(level, title, title_en, tuple(reader.paragraphs), reader.path)


def text_line(text: str, marks: tuple[Mark, ...] = ()) -> str:
    """Return the line of a version's file that is read as this Chinese sentence, whatever its letters."""
    line = write_marks(text, marks)
    is_plain = not line.startswith(("# ", "% ", "\\")) and _is_chinese(line)
    return line if is_plain else "\\" + line
