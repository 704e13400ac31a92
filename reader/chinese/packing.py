"""Annotated text as compact bytes and back: for the cache, and between the two processes.

Layout: a JSON head (the text, the spans, a table of distinct tokens and one of distinct figures with
where each stands), then the number of each token's row. A checksum stands before it
all, so that damage is noticed, whatever it is.
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
from itertools import accumulate, repeat
from operator import itemgetter
from typing import Any

from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.token import AnnotatedText, Kind, Source, Span, Token

_MAGIC = b"dubao-annotated-2\n"
_SUM = 16
_QUANTITY_FIELDS = tuple(f.name for f in fields(Quantity))
_PLACES = ("start", "end", "span_start", "span_end")
_OTHERS = tuple(name for name in _QUANTITY_FIELDS if name not in _PLACES)


class DamagedError(ValueError):
    """The bytes are not what :func:`pack` made."""


def pack(annotated: AnnotatedText) -> bytes:
    """Return an annotated text as bytes: some 2 to 3 for each character."""
    rows: dict[tuple[Any, ...], int] = {}
    numbers = array("I")
    figures: dict[tuple[Any, ...], int] = {}
    standing: list[tuple[int, int]] = []
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
            told = _plain(token.quantity, token.start)
            standing.append((place, figures.setdefault(told, len(figures))))
    head = {
        "text": annotated.text,
        "sentences": _flat(annotated.sentences),
        "paragraphs": _flat(annotated.paragraphs),
        "rows": list(rows),
        "figures": list(figures),
        "standing": [number for pair in standing for number in pair],
    }
    if sys.byteorder == "big":
        numbers.byteswap()
    plain = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    body = zlib.compress(len(plain).to_bytes(8, "little") + plain + numbers.tobytes(), 1)
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
            # Count them as old at once: or the next new object has the collector go through all of them.
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _unpack(plain: bytes, offset: int) -> AnnotatedText:
    size = int.from_bytes(plain[:8], "little")
    head = json.loads(plain[8 : 8 + size])
    numbers = array("I", plain[8 + size :])
    if sys.byteorder == "big":
        numbers.byteswap()
    return AnnotatedText(
        head["text"],
        _tokens(head["rows"], numbers, (head["figures"], head["standing"]), offset),
        _spans(head["sentences"], offset),
        _spans(head["paragraphs"], offset),
    )


def _tokens(
    rows: list[list[Any]], numbers: array[int], told: tuple[list[list[Any]], list[int]], offset: int
) -> tuple[Token, ...]:
    """Make all tokens a column at a time, in loops that never come back to Python code."""
    if not numbers:
        return ()
    for row in rows:
        row[1], row[2], row[4] = Kind(row[1]), tuple(row[2]), Source(row[4])
    surfaces, *others = zip(*rows, strict=True)
    lengths = list(map(len, surfaces))
    pick = itemgetter(*numbers) if len(numbers) > 1 else lambda column: (column[numbers[0]],)
    starts = list(accumulate(pick(lengths), initial=offset))
    figures = _figures(*told, starts)
    quantities = map(figures.get, range(len(numbers))) if figures else repeat(None)
    fields_of_each = zip(pick(surfaces), starts, *map(pick, others), quantities, strict=False)
    return tuple(map(tuple.__new__, repeat(Token), fields_of_each))


def _flat(spans: tuple[Span, ...]) -> list[int]:
    return [edge for span in spans for edge in (span.start, span.end)]


def _spans(edges: list[int], offset: int) -> tuple[Span, ...]:
    if offset:
        edges = [edge + offset for edge in edges]
    return tuple(map(Span, edges[::2], edges[1::2]))


def _plain(quantity: Quantity, start: int) -> tuple[Any, ...]:
    """Return what a figure is, its places counted from its token's: the same figure, the same row."""
    places = [getattr(quantity, name) for name in _PLACES]
    values = [getattr(quantity, name) for name in _OTHERS]
    # None for no such place, which a quantity says by -1: counted from the token, -1 may be a bound word.
    return (
        *(place - start if place >= 0 else None for place in places),
        *(str(value) if isinstance(value, Fraction) else value for value in values),
    )


def _figures(rows: list[list[Any]], standing: list[int], starts: list[int]) -> dict[int, Quantity]:
    """Make the figures, by the number of their token; what repeats is read once."""
    known = [(row[: len(_PLACES)], _values(row[len(_PLACES) :])) for row in rows]
    found: dict[int, Quantity] = {}
    for place, number in zip(standing[::2], standing[1::2], strict=True):
        (first, end, span_first, span_end), values = known[number]
        at = starts[place]
        found[place] = Quantity(
            start=-1 if first is None else first + at,
            end=-1 if end is None else end + at,
            span_start=-1 if span_first is None else span_first + at,
            span_end=-1 if span_end is None else span_end + at,
            **values,
        )
    return found


def _values(row: list[Any]) -> dict[str, Any]:
    """What a figure is, wherever it stands."""
    told = dict(zip(_OTHERS, row, strict=True))
    for name in ("value", "low", "high"):
        told[name] = None if told[name] is None else Fraction(told[name])
    told["kind"], told["bound"] = FigureKind(told["kind"]), Bound(told["bound"])
    told["syllables"] = tuple(told["syllables"])
    return told
