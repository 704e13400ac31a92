"""Text to pieces before any word is known: runs of Chinese characters, spaces, letters, marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reader.chinese.token import Kind, Span

# Spelt as numbers: an editor that composes characters makes another one of the compatibility ideograph.
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a"
)
_PIECES = re.compile(
    rf"""
    (?P<han>[{_HAN}]+)
    | (?P<lines>\n+)
    | (?P<space>[^\S\n]+)
    | (?P<latin>(?:(?![{_HAN}])[^\W_])(?:(?:(?![{_HAN}])\w)|[{_MARKS}]|[.'’@&+/:-](?=(?![{_HAN}])[^\W_]))*)
    | (?P<mark>(?P<same>[…—.·\-=*_~～])(?P=same)+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSERS = re.escape("”’」』）)】》〉〕］]\"'")
_SENTENCE_END = re.compile(
    rf"(?:[。！？!?｡]+[…。！？!?]*[{_CLOSERS}]*|…+[{_CLOSERS}]+|(?<=[a-z)])\.(?=\s+[A-Z{_HAN}]))"
)
_PARAGRAPH = re.compile(r"[^\n]+")


def pieces(text: str) -> Iterator[tuple[int, int, Kind | None]]:
    """Yield (start, end, kind) of every piece of ``text``, in order and without a gap.

    The kind is None for a run of Chinese characters, which is still to be cut into words.
    """
    waiting = -1  # where a run of emoji and joiners began: a family is one piece
    for found in _PIECES.finditer(text):
        start, end = found.span()
        name = found.lastgroup
        if name in ("mark", "same") and end == start + 1 and _sticks(text[start]):
            waiting = start if waiting < 0 else waiting
            continue
        if waiting >= 0:
            yield waiting, start, Kind.PUNCTUATION
            waiting = -1
        yield start, end, _KINDS[name or "mark"]
    if waiting >= 0:
        yield waiting, len(text), Kind.PUNCTUATION


_KINDS: dict[str, Kind | None] = {
    "han": None,
    "lines": Kind.SPACE,
    "space": Kind.SPACE,
    "latin": Kind.LATIN,
    "mark": Kind.PUNCTUATION,
    "same": Kind.PUNCTUATION,
}


@lru_cache(maxsize=4096)
def _sticks(mark: str) -> bool:
    """Tell whether a mark belongs to the one before it: emoji, joiners, variation selectors, skin tones."""
    return mark > "\u00a8" and unicodedata.category(mark) in ("So", "Sk", "Mn", "Me", "Mc", "Cf", "Co", "Cn")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs: the lines that hold more than space, without the space around them."""
    spans = (_trimmed(text, *line.span()) for line in _PARAGRAPH.finditer(text))
    return tuple(span for span in spans if span.start < span.end)


def sentences(text: str, within: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of the paragraphs ``within``, closing quotes with the sentence they close."""
    found = []
    for paragraph in within:
        start = paragraph.start
        for end in _SENTENCE_END.finditer(text, start, paragraph.end):
            found.append(_trimmed(text, start, end.end()))
            start = end.end()
        found.append(_trimmed(text, start, paragraph.end))
    return tuple(span for span in found if span.start < span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(end - len(inside.lstrip()), start + len(inside.rstrip()))
