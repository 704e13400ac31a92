"""Clauses of a text that are shown by themselves, to be found again: in a paragraph, or in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.articles.article import Paragraph, Sentence, Version

#: A clause so long, in characters, is shown; others say too little or too much.
_SHOWN = range(9, 26)
_CLOSING = tuple("。！？…”’」』）")
_CLAUSE = re.compile(r"[^，。；：！？…“”‘’「」『』（）()、\s]+")

#: A sentence and where in it the clause begins and ends.
Clause = tuple[Sentence, int, int]


def filled_paragraphs(version: Version) -> list[Paragraph]:
    """Return the paragraphs with words in them, headings among them."""
    return [p for p in version.paragraphs if any(s.text.strip() for s in p.sentences)]


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether no mark closes a paragraph, so that it is a heading or a cut line."""
    return not paragraph.sentences[-1].text.rstrip().endswith(_CLOSING)


def clause_of(paragraph: Paragraph, text: str) -> Clause | None:
    """Return the longest clause of a paragraph that stands only once in the text, None where there is none.

    It is always the same one, so that what is due for review is found again.
    """
    found = _clauses(paragraph, text)
    return max(found, key=lambda clause: (clause[2] - clause[1], -clause[1]), default=None)


def _clauses(paragraph: Paragraph, text: str) -> list[Clause]:
    return [
        (sentence, match.start(), match.end())
        for sentence in paragraph.sentences
        for match in _CLAUSE.finditer(sentence.text)
        if len(match[0]) in _SHOWN and text.count(match[0]) == 1
    ]


def all_clauses(version: Version) -> Iterator[Clause]:
    """Yield every clause of the paragraphs that can be shown; headings have none."""
    text = version.text
    for paragraph in filled_paragraphs(version):
        if not is_heading(paragraph):
            yield from _clauses(paragraph, text)


def is_clause(text: str, start: int, end: int) -> bool:
    """Tell whether the words from start to end are a clause, from mark to mark."""
    return (start == 0 or text[start - 1] in _MARKS) and text[end : end + 1] in ("", *_MARKS)


_MARKS = tuple("，。；：！？")


def shown_clauses(version: Version) -> Iterator[Clause]:
    """Yield the clause of each paragraph that has one; headings have none."""
    text = version.text
    for paragraph in filled_paragraphs(version):
        found = None if is_heading(paragraph) else clause_of(paragraph, text)
        if found is not None:
            yield found
