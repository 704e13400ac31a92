"""The learned part of reading: an averaged perceptron for characters, and a few words, with several readings.

Its file, ``model.json``, is made by :mod:`reader.chinese.pinyin.training.train`. It maps each character to
its readings and, for each feature of a place in a text, one whole number for each reading but the last,
whose number is the negative sum of the others. Features with the same numbers stand together, in one string
with tabs between them: that makes the file half as long, and it is taken apart six times as fast.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MODEL_FILE = Path(__file__).with_name("model.json")

EDGE = ("^", "^")
_CLAUSE_ENDS = frozenset("，。！？；：、“”‘’（）《》…—,.!?;:()\n ^")
_FARTHEST = 8
_NEAR = 3
_DOUBTFUL_LEAD = 1000
"""What a reading needs that was too rare to be measured."""

Weights = Mapping[str, Sequence[int]]
"""For each feature, a number for each reading but the last: that one's is the negative sum of the others."""
Packed = tuple[Sequence[str], Mapping[str, str]]
"""Readings, and the features of each row of numbers: ``{"12 -7": "a不\\tb了"}``."""
Piece = tuple[str, str]
"""A word and its part of speech."""


class Scored(NamedTuple):
    """The likeliest reading and by how much it leads the next (whole numbers, 0 is a tie)."""

    reading: str
    lead: int


class Model:
    """Readings of characters and a few words by their surroundings; each is unpacked when it is first met."""

    def __init__(self, characters: Mapping[str, Packed], leads: Mapping[str, int]) -> None:
        self.characters = characters
        self._leads = leads
        self._unpacked: dict[str, tuple[Sequence[str], Weights]] = {}

    def is_sure(self, character: str, scored: Scored) -> bool:
        """Tell whether a reading that leads like this is more than a guess."""
        return scored.lead >= self._leads.get(character + scored.reading, _DOUBTFUL_LEAD)

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> Model:
        """Load a model file: some 10 ms."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["characters"], data["leads"])

    def score(self, character: str, found: Iterable[str]) -> Scored:
        """Choose among the readings of ``character``, which the model must know, by its features."""
        unpacked = self._unpacked.get(character)
        if unpacked is None:
            unpacked = self._unpacked[character] = unpack(*self.characters[character])
        readings, weights = unpacked
        rows = [weights[feature] for feature in found if feature in weights]
        if not rows:
            return Scored(readings[0], 0)
        totals = [sum(column) for column in zip(*rows, strict=True)]
        totals.append(-sum(totals))
        best = max(totals)
        place = totals.index(best)
        totals[place] = -(1 << 30)
        return Scored(readings[place], best - max(totals))


def unpack(readings: Sequence[str], packed: Mapping[str, str]) -> tuple[Sequence[str], Weights]:
    """Take a character's part of the file apart."""
    weights: dict[str, Sequence[int]] = {}
    for numbers, found in packed.items():
        weights.update(dict.fromkeys(found.split("\t"), tuple(map(int, numbers.split(" ")))))
    return readings, weights


def pack(readings: Sequence[str], weights: Weights) -> Packed:
    """Put a character's weights together for the file: features with the same numbers side by side."""
    packed: dict[str, list[str]] = {}
    for feature, row in sorted(weights.items()):
        packed.setdefault(" ".join(map(str, row)), []).append(feature)
    return readings, {numbers: "\t".join(found) for numbers, found in sorted(packed.items())}


def features(pieces: Sequence[Piece], place: int) -> list[str]:
    """What the model sees of the character that is piece ``place``: characters, words and flags around it."""
    last = len(pieces) - 1
    before, before_flag = pieces[place - 1] if place else EDGE
    after, after_flag = pieces[place + 1] if place < last else EDGE
    further = pieces[place - 2][0] if place > 1 else "^"
    beyond = pieces[place + 2][0] if place + 1 < last else "^"
    left, right = before[-1], after[0]
    second_left = before[-2] if len(before) > 1 else further[-1]
    second_right = after[1] if len(after) > 1 else beyond[0]
    return [
        "*",
        f"a{left}",
        f"b{right}",
        f"c{second_left}{left}",
        f"d{right}{second_right}",
        f"e{before}",
        f"f{after}",
        f"g{before_flag}",
        f"h{after_flag}",
        f"i{before_flag} {after_flag}",
        f"j{left}{right}",
        f"k{before_flag} {right}",
        f"l{left} {after_flag}",
        f"m{pieces[place][1]}",
        f"n{further}",
        f"o{beyond}",
        f"p{further[-1]}",
        f"p{beyond[0]}",
        f"p{second_left}",
        f"p{second_right}",
        *_clause(pieces, place),
    ]


def _clause(pieces: Sequence[Piece], place: int) -> Iterator[str]:
    """What the rest of the clause holds: a verb behind or before, how near its ends are."""
    near: set[str] = set()
    for name, step in (("q", 1), ("r", -1)):
        verb = "-"
        distance = 0
        at = place + step
        while 0 <= at < len(pieces) and distance < _FARTHEST and pieces[at][0][0] not in _CLAUSE_ENDS:
            if pieces[at][1][:1] == "v" and verb == "-":
                verb = "v"
            if distance < _NEAR:
                near.update(pieces[at][0])
            distance += 1
            at += step
        yield f"{name}{verb}"
        yield f"{name}{min(distance, 4)}"
        yield f"{name}{verb}{min(distance, 3)}"
    for character in near:
        yield f"s{character}"
