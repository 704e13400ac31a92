"""An article under check, and what every check needs to name file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.articles.article import Article, Fact, Mark, Version
from reader.articles.versions import BOOK_FILE, FILES, Complaint

#: The fullest version; it states every fact.
FULLEST = "news"

Check = Callable[["Checked"], Iterator[Complaint]]


@dataclass(frozen=True, slots=True)
class Checked:
    """An article under check.

    ``toml`` is the raw text of its article.toml, to name lines in it, and ``data`` what it says;
    ``broken`` are the lines of it that reading has complained of already.
    """

    article: Article
    path: Path
    toml: str
    data: dict[str, Any] = field(default_factory=dict)
    broken: frozenset[int] = frozenset()

    def line_of(self, words: str, after: int = 0) -> int:
        """Return the number of the first line of article.toml that holds the words, 0 where none does."""
        lines = enumerate(self.toml.split("\n"), 1)
        return next((number for number, line in lines if number > after and words in line), 0)

    def is_broken(self, words: str) -> bool:
        """Tell whether the first line that holds the words has been complained of already."""
        line = self.line_of(words)
        return line > 0 and line in self.broken

    def complain(self, line: int, message: str) -> Complaint:
        """Return a complaint about article.toml."""
        return Complaint(self.path, line, message)

    def in_version(self, version: Version, line: int, message: str) -> Complaint:
        """Return a complaint about a version's file."""
        name = FILES.get(version.level, BOOK_FILE)
        return Complaint(version.path or self.path.parent / name, line, message)


def marks(version: Version) -> Iterator[Mark]:
    """Return every mark of a version."""
    for sentence in version.sentences:
        yield from sentence.marks


def marked_words(version: Version, fact: Fact) -> list[str]:
    """Return the words of each of the fact's marks in the version."""
    return [s.text[m.start : m.end] for s in version.sentences for m in s.marks if m.fact == fact.id]
