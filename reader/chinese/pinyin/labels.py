"""Sentences with readings written into them: ``他长zhang3大了``, each behind its character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_LABEL = re.compile("([a-zü]+[1-5])")


class Labelled(NamedTuple):
    """A sentence and the readings of some of its characters, by offset."""

    text: str
    readings: Mapping[int, str]


def parse_labelled(line: str) -> Labelled:
    """Read one labelled sentence."""
    text = ""
    readings: dict[int, str] = {}
    for piece in _LABEL.split(line.strip()):
        if _LABEL.fullmatch(piece):
            readings[len(text) - 1] = piece
        else:
            text += piece
    return Labelled(text, readings)


def read_labelled(lines: Iterable[str]) -> Iterator[Labelled]:
    """Read labelled sentences, one a line; lines that are empty or begin with ``#`` are passed over."""
    for line in lines:
        if line.strip() and not line.startswith("#"):
            yield parse_labelled(line)


def write_labelled(sentence: Labelled) -> str:
    """Write a labelled sentence back as a line."""
    return "".join(
        character + sentence.readings.get(place, "") for place, character in enumerate(sentence.text)
    )
