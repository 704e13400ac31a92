"""The learned part of reading: a logistic regression for characters, and a few words, with several readings.

Its file, ``model.gz``, is made by :mod:`reader.chinese.pinyin.training.train`. Its first line has the leads
that each reading needs, and under ``""`` what one needs that was too rare to be measured. Each other line has
a character, a tab, and as JSON its readings and, for each feature of a place in a text, one whole number for
each reading but the last, whose number is the negative sum of the others. Features with the same numbers
stand together, in one string with tabs between them. A line is taken apart when its character is first met.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MODEL_FILE = Path(__file__).with_name("model.gz")

EDGE = ("^", "^")
_CLAUSE_ENDS = frozenset("，。！？；：、“”‘’（）《》…—,.!?;:()\n ^")
_FARTHEST = 7
_NEAR = 3
UNIT = 20
"""The whole number that stands for a weight of one: a lead of UNIT is e times as likely."""
_DOUBTFUL_LEAD = 4 * UNIT
"""What a reading needs if nothing was measured at all."""

Weights = Mapping[str, Sequence[int]]
"""For each feature, a number for each reading but the last: that one's is the negative sum of the others."""
Packed = str
"""JSON: readings, and the features of each row of numbers, ``[["hao3", "hao4"], {"12": "a不\\tb了"}]``."""
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
        general = self._leads.get("", _DOUBTFUL_LEAD)
        return scored.lead >= self._leads.get(character + scored.reading, general)

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> Model:
        """Load a model file: some 15 ms."""
        leads, *lines = gzip.decompress(path.read_bytes()).decode().splitlines()
        return cls(dict(line.split("\t", 1) for line in lines), json.loads(leads))

    def score(self, character: str, found: Iterable[str]) -> Scored:
        """Choose among the readings of ``character``, which the model must know, by its features."""
        unpacked = self._unpacked.get(character)
        if unpacked is None:
            unpacked = self._unpacked[character] = unpack(self.characters[character])
        readings, weights = unpacked
        rows = list(filter(None, map(weights.get, found)))
        if not rows:
            return Scored(readings[0], 0)
        totals = [sum(column) for column in zip(*rows, strict=True)]
        totals.append(-sum(totals))
        best = max(totals)
        place = totals.index(best)
        totals[place] = -(1 << 30)
        return Scored(readings[place], best - max(totals))


def unpack(packed: Packed) -> tuple[Sequence[str], Weights]:
    """Take a character's part of the file apart."""
    readings, rows = json.loads(packed)
    weights: dict[str, Sequence[int]] = {}
    for numbers, found in rows.items():
        weights.update(dict.fromkeys(found.split("\t"), tuple(map(int, numbers.split(" ")))))
    return readings, weights


def pack(readings: Sequence[str], weights: Weights) -> Packed:
    """Put a character's weights together for the file: features with the same numbers side by side."""
    rows: dict[str, list[str]] = {}
    for feature, row in sorted(weights.items()):
        rows.setdefault(" ".join(map(str, row)), []).append(feature)
    packed = readings, {numbers: "\t".join(found) for numbers, found in sorted(rows.items())}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def features(pieces: Sequence[Piece], place: int) -> list[str]:
    """What the model sees of the character that is piece ``place``: characters, words and flags around it."""
    last = len(pieces) - 1
    before, before_flag = _seen(pieces[place - 1]) if place else EDGE
    after, after_flag = _seen(pieces[place + 1]) if place < last else EDGE
    further = pieces[place - 2][0] if place > 1 else "^"
    beyond = pieces[place + 2][0] if place + 1 < last else "^"
    left, right = before[-1], after[0]
    return [
        "*",
        f"a{left}",
        f"b{right}",
        f"e{before}",
        f"f{after}",
        f"g{before_flag}",
        f"h{after_flag}",
        f"i{before_flag} {after_flag}",
        f"m{pieces[place][1]}",
        f"n{further}",
        f"o{beyond}",
        *_kinds(pieces, place),
        *_clause(pieces, place),
    ]


def _kinds(pieces: Sequence[Piece], place: int) -> Iterator[str]:
    """The kinds of words on either side in the clause: 为 before noun and verb is not 为 before a noun."""
    one, two, three = (_kind(pieces, place + step) for step in (1, 2, 3))
    left, further = _kind(pieces, place - 1), _kind(pieces, place - 2)
    yield f"p{one}{two}"
    yield f"q{one}{two}{three}"
    yield f"r{left}{one}{two}"
    yield f"s{further}{left}"


def _kind(pieces: Sequence[Piece], at: int) -> str:
    """The first letter of a word's part of speech, ``^`` beyond the clause."""
    if not 0 <= at < len(pieces) or pieces[at][0][0] in _CLAUSE_ENDS:
        return "^"
    return pieces[at][1][:1]


def _seen(piece: Piece) -> Piece:
    """A neighbour as the model sees it: all figures alike."""
    return ("0", "m") if piece[0][-1].isdecimal() else piece


def _clause(pieces: Sequence[Piece], place: int) -> set[str]:
    """What the rest of the clause holds: its words, and the characters on either side, near and farther."""
    found: set[str] = set()
    for side, step in (("t", 1), ("u", -1)):
        distance = 0
        at = place + step
        while 0 <= at < len(pieces) and distance < _FARTHEST and pieces[at][0][0] not in _CLAUSE_ENDS:
            word = pieces[at][0]
            found.add(f"v{word}")
            for character in word:
                if distance < _NEAR:
                    found.add(f"{side}{character}")
                else:
                    found.add(f"{side}F{character}")
            distance += 1
            at += step
    return found
