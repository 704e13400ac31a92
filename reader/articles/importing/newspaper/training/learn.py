"""Weights learned from pages with known roles: the averaged perceptron for sequences (Collins 2002)."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from reader.articles.importing.newspaper.certain import ROLES
from reader.articles.importing.newspaper.observing import Seen
from reader.articles.importing.newspaper.roles import SIZE, Weights, best_path

#: A page as it is seen, and the roles of its lines.
Example = tuple[list[Seen], str]
_NUMBER = {role: number for number, role in enumerate(ROLES)}


class Learner:
    """Reads pages again and again; where it errs, the right roles gain and the wrong ones lose."""

    def __init__(self) -> None:
        self._weights: Weights = {}
        self._sums: Weights = {}
        self._time = 1

    def read(self, examples: Sequence[Example], seed: int) -> tuple[int, int]:
        """Read all pages once, in an order drawn by lot; return how many of how many lines were wrong."""
        order = list(examples)
        Random(seed).shuffle(order)
        wrong = lines = 0
        for seen, roles in order:
            guess = best_path(seen, self._weights)
            if guess != roles:
                wrong += self._learn(seen, roles, guess)
            lines += len(roles)
            self._time += 1
        return wrong, lines

    def _learn(self, seen: list[Seen], roles: str, guess: str) -> int:
        wrong = 0
        for at, (right, guessed) in enumerate(zip(roles, guess, strict=True)):
            if right != guessed:
                wrong += 1
                for name in seen[at].names:
                    self._shift(name, _NUMBER[right], SIZE, 1)
                    self._shift(name, _NUMBER[guessed], SIZE, -1)
            if at and roles[at - 1 : at + 1] != guess[at - 1 : at + 1]:
                for name in ("t", "t" + seen[at].seam):
                    self._shift(name, _step(roles, at), SIZE * SIZE, 1)
                    self._shift(name, _step(guess, at), SIZE * SIZE, -1)
        return wrong

    def _shift(self, name: str, place: int, size: int, by: int) -> None:
        if name not in self._weights:
            self._weights[name], self._sums[name] = [0.0] * size, [0.0] * size
        self._weights[name][place] += by
        self._sums[name][place] += self._time * by

    def averaged(self) -> Weights:
        """Return the weights, averaged over all pages that were read: they err less on others."""
        return {
            name: [now - total / self._time for now, total in zip(row, self._sums[name], strict=True)]
            for name, row in self._weights.items()
        }


def _step(roles: str, at: int) -> int:
    return _NUMBER[roles[at - 1]] * SIZE + _NUMBER[roles[at]]


def wrong_lines(examples: Sequence[Example], weights: Weights) -> tuple[int, int]:
    """Return how many lines of these pages get a wrong role, and how many lines there are."""
    wrong = sum(
        right != guess
        for seen, roles in examples
        for right, guess in zip(roles, best_path(seen, weights), strict=True)
    )
    return wrong, sum(len(roles) for _, roles in examples)
