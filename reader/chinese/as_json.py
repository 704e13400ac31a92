"""Annotated text as one JSON object (schema 1), a piece at a time: a novel's takes 160 MB, and no memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from reader.chinese.token import AnnotatedText, Span, Token


def to_json(annotated: AnnotatedText) -> Iterator[str]:
    """Yield the pieces of what ``dubao annotate --json`` prints, indented by one blank a level."""
    yield f'{{\n "schema": 1,\n "text": {_written(annotated.text)},\n "paragraphs": '
    yield from _listed(_Walk(annotated).paragraphs(), 1)
    yield "\n}"


class _Walk:
    """Goes through paragraphs, sentences and tokens together; each is made when its turn has come."""

    def __init__(self, annotated: AnnotatedText) -> None:
        self._text = annotated.text
        self._paragraphs = annotated.paragraphs
        self._sentences = iter(annotated.sentences)
        self._tokens = iter(annotated.tokens)
        self._sentence = next(self._sentences, None)
        self._token = next(self._tokens, None)

    def paragraphs(self) -> Iterator[Iterator[str]]:
        """Yield the pieces of each paragraph."""
        for paragraph in self._paragraphs:
            yield self._paragraph(paragraph)

    def _paragraph(self, span: Span) -> Iterator[str]:
        yield f'{{\n   "text": {_written(self._text[span.start : span.end])},\n   "sentences": '
        yield from _listed(self._sentences_up_to(span.end), 3)
        yield "\n  }"

    def _sentences_up_to(self, end: int) -> Iterator[Iterator[str]]:
        while self._sentence is not None and self._sentence.end <= end:
            yield self._told(self._sentence)
            self._sentence = next(self._sentences, None)

    def _told(self, span: Span) -> Iterator[str]:
        yield f'{{\n     "text": {_written(self._text[span.start : span.end])},\n'
        yield f'     "start": {span.start},\n     "end": {span.end},\n     "tokens": '
        yield from _listed(self._tokens_of(span), 5)
        yield "\n    }"

    def _tokens_of(self, span: Span) -> Iterator[tuple[str]]:
        while self._token is not None and self._token.start < span.end:
            if self._token.start >= span.start:
                yield (_token(self._token),)
            self._token = next(self._tokens, None)


def _listed(items: Iterable[Iterable[str]], depth: int) -> Iterator[str]:
    """Yield a JSON list of items given in pieces; ``depth`` is the indent of its line."""
    is_empty = True
    for item in items:
        yield f"{'[' if is_empty else ','}\n{' ' * (depth + 1)}"
        yield from item
        is_empty = False
    yield "[]" if is_empty else f"\n{' ' * depth}]"


def _token(token: Token) -> str:
    before, behind = _token_parts(Token(token.surface, 0, *token[2:-1]))
    return f'{before}{token.start},\n       "end": {token.end}{behind}'


@lru_cache(maxsize=20_000)
def _token_parts(word: Token) -> tuple[str, str]:
    """What is written of a word before and behind the places where it stands."""
    values: dict[str, Any] = {
        "kind": word.kind.value,
        "syllables": list(word.syllables) or [""] * len(word.surface),
        "pinyin": word.pinyin,
        "source": word.source.value,
        "sure": word.sure,
        "level": word.level,
        "gloss": word.gloss,
    }
    told = json.dumps(values, ensure_ascii=False, indent=1).replace("\n", "\n      ")
    return f'{{\n       "text": {_written(word.surface)},\n       "start": ', f",{told[1:]}"


def _written(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
