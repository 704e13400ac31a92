"""All figures of a text, each with its reading."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.chinese.numbers.find import find_figures as _find
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.numbers.reading import read_quantity

_HANZI = re.compile("[\u3400-\u9fff]+")
#: Enough of the text behind a figure to tell its measure word.
_FOLLOWING = 8


def find_figures(text: str) -> tuple[Quantity, ...]:
    """Return every figure of a text in order, each with its reading; offsets are the text's characters.

    Traditional characters are understood; readings are written in simplified ones.
    """
    if _is_simplified(text):
        return _read(text)
    return _in_traditional(text)


def _is_simplified(text: str) -> bool:
    """Tell whether the mainland's character set has all hanzi of ``text``; traditional text never fits it."""
    return _fits(text) or _fits("".join(_HANZI.findall(text)))


def _fits(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _read(text: str) -> tuple[Quantity, ...]:
    return tuple(read_quantity(q, text[q.end : q.end + _FOLLOWING]) for q in _find(text))


def _in_traditional(text: str) -> tuple[Quantity, ...]:
    """Find the figures in the simplified twin of the text, and give them back as the text writes them."""
    from reader.chinese.script import simplify

    twin = simplify(text)
    if twin == text:
        return _read(text)
    return tuple(
        replace(q, text=text[q.start : q.end], measure=_measure_as_written(q, text, twin))
        for q in _read(twin)
    )


def _measure_as_written(quantity: Quantity, text: str, twin: str) -> str | None:
    if quantity.measure is None:
        return None
    at = twin.find(quantity.measure, quantity.start, quantity.span_end)
    return quantity.measure if at < 0 else text[at : at + len(quantity.measure)]
