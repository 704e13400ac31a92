"""Any text as an article that is read or asked about without being kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.articles.article import Article, Paragraph, Sentence, Version
from reader.chinese.tokenize import paragraphs, sentences
from reader.text import clean_text

#: The slug of a text that isn't kept begins so; no folder of the library does.
PREFIX = "text:"
LEVEL = "text"
#: A first line up to this long without a full stop is the title.
MOST_TITLE = 40
_NOT_IN_SLUG = re.compile(r"[^\w\u4e00-\u9fff-]+")


def is_kept(slug: str) -> bool:
    """Tell whether the slug is that of an article of the library, and not of a text read in passing."""
    return not slug.startswith(PREFIX)


def passing_slug(name: str) -> str:
    """Return the slug of a text that isn't kept, by what it is called."""
    return PREFIX + (_NOT_IN_SLUG.sub("-", name).strip("-") or "text")


def text_article(text: str, name: str) -> Article:
    """Return the text as an article with one version, whose text is exactly the (cleaned) text.

    White space between sentences is kept as sentences of its own, so that offsets are those of the
    text. ``name`` is what the text is called: a file's name without its ending.
    """
    text = clean_text(text)
    version = Version(LEVEL, _title(text) or name, "", tuple(_paragraphs(text)))
    return Article(passing_slug(name), "", "", "", "", (version,), imported=True)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for line in text.split("\n"):
        yield Paragraph(tuple(_sentences(line, start)))
        start += len(line) + 1


def _sentences(line: str, offset: int) -> Iterator[Sentence]:
    at = 0
    for span in sentences(line, paragraphs(line)):
        if span.start > at:
            yield Sentence(line[at : span.start], "", offset + at)
        yield Sentence(line[span.start : span.end], "", offset + span.start)
        at = span.end
    if at < len(line):
        yield Sentence(line[at:], "", offset + at)


def _title(text: str) -> str:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    first = first.lstrip("# ")
    return first if len(first) <= MOST_TITLE and not re.search(r"[。！；…]", first) else ""
