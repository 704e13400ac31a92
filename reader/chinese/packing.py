"""Annotated text as compact bytes and back: for the cache, and between the two processes.

Layout: a JSON head (how long each part is, the different words a column for each of their fields, the
different figures), the text, and columns of numbers. A checksum stands before it all, so that damage is
noticed, whatever it is.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterator
from typing import Any

from reader.chinese.packed import PackedTokens, Spans, Words, edges_of, packed
from reader.chinese.token import AnnotatedText, Kind, Source

_MAGIC = b"dubao-annotated-3\n"
_SUM = 16
_HEAD = 8  # bytes that say how long the head is
_KINDS = {kind.value: kind for kind in Kind}
_SOURCES = {source.value: source for source in Source}


class DamagedError(ValueError):
    """The bytes are not what :func:`pack` made."""


def pack(annotated: AnnotatedText) -> bytes:
    """Return an annotated text as bytes: one to three for each character."""
    tokens = packed(annotated.tokens)
    surfaces, kinds, syllables, *rest = tokens.words.columns
    text = annotated.text.encode()
    numbers = (
        edges_of(annotated.sentences),
        edges_of(annotated.paragraphs),
        tokens.marks,
        tokens.places,
        tokens.told,
        tokens.numbers,
    )
    head = {
        "text": len(text),
        "numbers": list(map(len, numbers)),
        # None for no syllables: one of them may be empty.
        "words": [surfaces, kinds, [" ".join(s) if s else None for s in syllables], *rest],
        "figures": tokens.figures,
    }
    plain = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    parts = (len(plain).to_bytes(_HEAD, "little"), plain, text, *map(_to_bytes, numbers))
    body = zlib.compress(b"".join(parts), 1)
    return _MAGIC + hashlib.sha256(body).digest()[:_SUM] + body


def unpack(data: bytes) -> AnnotatedText:
    """Return what :func:`pack` packed; its tokens and spans are made as they are asked for.

    Raises:
        DamagedError: the bytes are something else, or were changed.
    """
    body = memoryview(data)[len(_MAGIC) + _SUM :]
    if not data.startswith(_MAGIC) or hashlib.sha256(body).digest()[:_SUM] != data[len(_MAGIC) :][:_SUM]:
        raise DamagedError("the checksum is wrong")
    try:
        return _unpack(memoryview(zlib.decompress(body)))
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedError(str(error)) from error


def _unpack(plain: memoryview) -> AnnotatedText:
    behind = _HEAD + int.from_bytes(plain[:_HEAD], "little")
    head = json.loads(bytes(plain[_HEAD:behind]))
    text = str(plain[behind : behind + head["text"]], "utf-8")
    columns = _columns(plain[behind + head["text"] :], head["numbers"])
    sentences, paragraphs, marks, places, told, numbers = columns
    words = Words(_words(head["words"]))
    tokens = PackedTokens(words, numbers, head["figures"], places, told, marks)
    return AnnotatedText(text, tokens, Spans(sentences), Spans(paragraphs))


def _words(columns: list[list[Any]]) -> list[list[Any]]:
    """Return the columns of words as they were before they were written."""
    surfaces, kinds, syllables, pinyin, sources, *rest = columns
    return [
        surfaces,
        list(map(_KINDS.__getitem__, kinds)),
        [() if one is None else tuple(one.split(" ")) for one in syllables],
        pinyin,
        list(map(_SOURCES.__getitem__, sources)),
        *rest,
    ]


def _columns(plain: memoryview, sizes: list[int]) -> Iterator[array[int]]:
    place = 0
    for size in sizes:
        column = array("I")
        column.frombytes(plain[place : place + size * column.itemsize])
        if sys.byteorder == "big":
            column.byteswap()
        yield column
        place += size * column.itemsize


def _to_bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
