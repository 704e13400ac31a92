"""Annotated text as compact bytes and back: for the cache, and between the two processes.

Layout: a JSON head (the text, the spans, a table of distinct tokens and one of figures), then the
number of each token's row. A checksum stands before it all, so that damage is noticed, whatever it is.
"""

from __future__ import annotations

import gc
import hashlib
import json
import sys
import zlib
from array import array
from dataclasses import fields
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, repeat
from operator import itemgetter
from typing import Any

from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.token import AnnotatedText, Kind, Source, Span, Token

_MAGIC = b"dubao-annotated-1\n"
_SUM = 16
_QUANTITY_FIELDS = tuple(f.name for f in fields(Quantity))


class DamagedError(ValueError):
    """The bytes are not what :func:`pack` made."""


def pack(annotated: AnnotatedText) -> bytes:
    """Return an annotated text as bytes: some 2 to 3 for each character."""
    rows: dict[tuple[Any, ...], int] = {}
    numbers = array("I")
    figures: list[tuple[int, list[Any]]] = []
    for place, token in enumerate(annotated.tokens):
        row = (
            token.surface,
            token.kind.value,
            token.syllables,
            token.pinyin,
            token.source.value,
            token.sure,
            token.level,
            token.gloss,
        )
        number = rows.get(row)
        if number is None:
            number = rows[row] = len(rows)
        numbers.append(number)
        if token.quantity is not None:
            figures.append((place, _plain(token.quantity)))
    head = {
        "text": annotated.text,
        "sentences": _flat(annotated.sentences),
        "paragraphs": _flat(annotated.paragraphs),
        "rows": list(rows),
        "figures": figures,
    }
    if sys.byteorder == "big":
        numbers.byteswap()
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    body = zlib.compress(len(told).to_bytes(8, "little") + told + numbers.tobytes(), 1)
    return _MAGIC + hashlib.sha256(body).digest()[:_SUM] + body


def unpack(data: bytes, offset: int = 0) -> AnnotatedText:
    """Return what :func:`pack` packed; ``offset`` is where its text begins in a larger one.

    Raises:
        DamagedError: the bytes are something else, or were changed.
    """
    body = data[len(_MAGIC) + _SUM :]
    if not data.startswith(_MAGIC) or hashlib.sha256(body).digest()[:_SUM] != data[len(_MAGIC) :][:_SUM]:
        raise DamagedError("the checksum is wrong")
    # Half a million new objects set the garbage collector off again and again, for nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _unpack(zlib.decompress(body), offset)
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedError(str(error)) from error
    finally:
        if collecting:
            gc.enable()


def _unpack(plain: bytes, offset: int) -> AnnotatedText:
    size = int.from_bytes(plain[:8], "little")
    head = json.loads(plain[8 : 8 + size])
    numbers = array("I", plain[8 + size :])
    if sys.byteorder == "big":
        numbers.byteswap()
    figures = {place: _quantity(values, offset) for place, values in head["figures"]}
    return AnnotatedText(
        head["text"],
        _tokens(head["rows"], numbers, figures, offset),
        _spans(head["sentences"], offset),
        _spans(head["paragraphs"], offset),
    )


def _tokens(
    rows: list[list[Any]], numbers: array[int], figures: dict[int, Quantity], offset: int
) -> tuple[Token, ...]:
    """Make all tokens a column at a time, in loops that never come back to Python code."""
    if not numbers:
        return ()
    for row in rows:
        row[1], row[2], row[4] = Kind(row[1]), tuple(row[2]), Source(row[4])
    surfaces, *others = zip(*rows, strict=True)
    lengths = list(map(len, surfaces))
    pick = itemgetter(*numbers) if len(numbers) > 1 else lambda column: (column[numbers[0]],)
    starts = accumulate(pick(lengths), initial=offset)
    quantities = map(figures.get, range(len(numbers))) if figures else repeat(None)
    fields_of_each = zip(pick(surfaces), starts, *map(pick, others), quantities, strict=False)
    return tuple(map(tuple.__new__, repeat(Token), fields_of_each))


def _flat(spans: tuple[Span, ...]) -> list[int]:
    return [edge for span in spans for edge in (span.start, span.end)]


def _spans(edges: list[int], offset: int) -> tuple[Span, ...]:
    if offset:
        edges = [edge + offset for edge in edges]
    return tuple(map(Span, edges[::2], edges[1::2]))


def _plain(quantity: Quantity) -> list[Any]:
    values = [getattr(quantity, name) for name in _QUANTITY_FIELDS]
    return [str(value) if isinstance(value, Fraction) else value for value in values]


_fraction = lru_cache(maxsize=4096)(Fraction)
_FIGURE_KINDS = {kind.value: kind for kind in FigureKind}
_BOUNDS = {bound.value: bound for bound in Bound}


def _quantity(values: list[Any], offset: int) -> Quantity:
    told = dict(zip(_QUANTITY_FIELDS, values, strict=True))
    for name in ("value", "low", "high"):
        told[name] = None if told[name] is None else _fraction(told[name])
    told["kind"], told["bound"] = _FIGURE_KINDS[told["kind"]], _BOUNDS[told["bound"]]
    told["syllables"] = tuple(told["syllables"])
    for name in ("start", "end", "span_start", "span_end"):
        # -1 says that there is no such place.
        told[name] += offset if told[name] >= 0 else 0
    return Quantity(**told)
