"""An averaged perceptron over features that are there or not, for each character by itself."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.chinese.pinyin.model import Weights

_STEP = 10
_LEAST = 12
"""Weights smaller than this are left out: they decide nothing and make the file large."""

Characters = dict[str, tuple[tuple[str, ...], Weights]]


class Example(NamedTuple):
    """One place in a text: the features there and the right reading; ``times`` it counts in a round."""

    found: tuple[str, ...]
    reading: str
    times: int = 1


class Perceptron:
    """Averaged weights of the readings of one character."""

    def __init__(self, readings: Sequence[str]) -> None:
        self.readings = tuple(readings)
        self.weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(self.readings))
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(self.readings))
        self._steps = 0

    def best(self, found: Iterable[str]) -> int:
        """Return the place of the reading with the highest score; the first wins a tie."""
        totals = self.scores(found)
        return totals.index(max(totals))

    def scores(self, found: Iterable[str]) -> list[float]:
        """Return the score of every reading."""
        totals = [0.0] * len(self.readings)
        for feature in found:
            row = self.weights.get(feature)
            if row:
                for place, weight in enumerate(row):
                    totals[place] += weight
        return totals

    def see(self, example: Example, margin: float) -> None:
        """Learn from one example: move the weights unless the right reading leads by ``margin``."""
        self._steps += 1
        right = self.readings.index(example.reading)
        totals = self.scores(example.found)
        rival = max((place for place in range(len(totals)) if place != right), key=totals.__getitem__)
        if totals[right] - totals[rival] >= margin:
            return
        for feature in example.found:
            for place, step in ((right, 1.0), (rival, -1.0)):
                self.weights[feature][place] += step
                self._sums[feature][place] += step * self._steps

    def average(self) -> dict[str, list[float]]:
        """Return the mean of the weights over all steps."""
        steps = self._steps + 1
        return {
            feature: [weight - total / steps for weight, total in zip(row, self._sums[feature], strict=True)]
            for feature, row in self.weights.items()
        }


def learn_character(
    examples: Sequence[Example], usual: str, rounds: int, margin: float, source: random.Random
) -> tuple[tuple[str, ...], dict[str, list[float]]]:
    """Learn one character from its examples; ``usual`` is the reading that wins where nothing speaks."""
    counts = Counter(example.reading for example in examples)
    readings = [usual, *(reading for reading, _ in counts.most_common() if reading != usual)]
    learner = Perceptron(readings)
    stream = [example for example in examples for _ in range(example.times)]
    for _ in range(rounds):
        source.shuffle(stream)
        for example in stream:
            learner.see(example, margin)
    return tuple(readings), learner.average()


def _whole(row: Sequence[float]) -> list[int]:
    """Whole numbers, the last left out: all sum to nothing, as each step gives one what another loses."""
    return [round(_STEP * weight) for weight in row[:-1]]


def learn(
    examples: Mapping[str, Sequence[Example]],
    usual: Mapping[str, str],
    *,
    rounds: int = 10,
    margin: float = 60.0,
    seed: int = 7,
) -> Characters:
    """Learn all characters; weights become whole numbers, tiny ones are dropped."""
    found: Characters = {}
    for character in sorted(examples):
        those = examples[character]
        first = usual.get(character) or Counter(e.reading for e in those).most_common(1)[0][0]
        if {e.reading for e in those} == {first}:
            continue
        readings, weights = learn_character(those, first, rounds, margin, random.Random(f"{seed}{character}"))
        rows = {feature: _whole(row) for feature, row in sorted(weights.items())}
        found[character] = (
            readings,
            {f: row for f, row in rows.items() if max(map(abs, (*row, sum(row)))) >= _LEAST},
        )
    return found
