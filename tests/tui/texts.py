"""Small annotated texts made by hand, for tests of the screen."""

from __future__ import annotations

import re

from reader.chinese.numbers.quantity import Quantity
from reader.chinese.token import AnnotatedText, Kind, Source, Span, Token

_PUNCTUATION = "，。、！？；：“”‘’（）《》…—"


def word(surface: str, syllables: str, pinyin: str, level: int | None = 1, **more: object) -> Token:
    """A word; its place in the text is set by :func:`annotated`."""
    return Token(
        surface,
        0,
        Kind.WORD,
        tuple(syllables.split()),
        pinyin,
        Source.DICTIONARY,
        level=level,
        **more,  # type: ignore[arg-type]
    )


def name(surface: str, syllables: str, pinyin: str) -> Token:
    return Token(surface, 0, Kind.NAME, tuple(syllables.split()), pinyin, Source.GLOSSARY)


def figure(surface: str, pinyin: str, quantity: Quantity | None = None) -> Token:
    return Token(surface, 0, Kind.FIGURE, tuple(pinyin.split()), pinyin, Source.RULE, quantity=quantity)


def mark(surface: str) -> Token:
    kind = Kind.PUNCTUATION if surface.strip() else Kind.SPACE
    return Token(surface, 0, kind)


def annotated(*parts: Token | str) -> AnnotatedText:
    """Put tokens one behind the other; strings are punctuation or line ends."""
    tokens: list[Token] = []
    at = 0
    for part in parts:
        token = mark(part) if isinstance(part, str) else part
        placed = Token(
            token.surface,
            at,
            token.kind,
            token.syllables,
            token.pinyin,
            token.source,
            token.sure,
            token.level,
            token.gloss,
            token.quantity,
        )
        tokens.append(placed)
        at += len(token.surface)
    text = "".join(token.surface for token in tokens)
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^。！？\n]+[。！？]?", text))
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return AnnotatedText(text, tuple(tokens), sentences, paragraphs)


def from_words(words: list[str]) -> AnnotatedText:
    """Tokens by surface alone, each character of a word read ``xue2``."""
    parts: list[Token | str] = []
    for surface in words:
        if not surface.strip() or all(c in _PUNCTUATION for c in surface):
            parts.append(surface)
        elif surface.isdigit():
            parts.append(figure(surface, "yìbǎi"))
        else:
            parts.append(word(surface, " ".join(["xue2"] * len(surface)), "xué" * len(surface)))
    return annotated(*parts)
