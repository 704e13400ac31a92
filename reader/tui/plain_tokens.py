"""Tokens of a text that nobody has annotated: enough to break its lines well."""

from __future__ import annotations

import re

from reader.chinese.token import AnnotatedText, Kind, Token

# A figure or foreign word as a whole, a run of white space, or one character.
_RUNS = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%:'-]*[A-Za-z0-9%]|[A-Za-z0-9]|\s+|……|——|.", re.DOTALL)


def plain_text(text: str) -> AnnotatedText:
    """Return ``text`` with a token for each character, foreign words and figures whole."""
    tokens = tuple(Token(match[0], match.start(), _kind(match[0])) for match in _RUNS.finditer(text))
    return AnnotatedText(text, tokens)


def _kind(surface: str) -> Kind:
    if surface.isspace():
        return Kind.SPACE
    if surface[0].isascii() and surface[0].isalnum():
        return Kind.LATIN
    return Kind.WORD if surface[0].isalpha() else Kind.PUNCTUATION
