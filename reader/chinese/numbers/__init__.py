"""Figures in Chinese text: found, valued, read aloud, judged."""

from __future__ import annotations

from reader.chinese.numbers.quantity import Quantity

#: Enough of the text behind a figure to tell its measure word.
_FOLLOWING = 8


def find_figures(text: str) -> tuple[Quantity, ...]:
    """Return every figure of a text in order, each with its reading; offsets are the text's characters."""
    # Every token names Quantity; who only shows figures need not load what finds them.
    from reader.chinese.numbers.find import find_figures as find
    from reader.chinese.numbers.reading import read_quantity

    return tuple(read_quantity(q, text[q.end : q.end + _FOLLOWING]) for q in find(text))


__all__ = ["Quantity", "find_figures"]
