"""Wrong options in pairs that give nothing away by their looks.

Whatever can be seen without having read the text (size, length, zeros, likeness to the other options),
the right option is the lowest, the middle and the highest in it equally often.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Looks:
    """What an option looks like. ``measures`` are numbers to rank options by; the first weighs most."""

    text: str
    measures: tuple[float, ...]


#: How much it counts that each look is ranked as drawn: the likeness to the other options, then the measures.
_WEIGHTS = (2.0, 2.0, 1.5, 1.0, 1.0)


def balanced_pair(
    key: Looks,
    candidates: Sequence[tuple[T, Looks]],
    rng: random.Random,
    *,
    weights: Sequence[float] = _WEIGHTS,
    fits: Callable[[T, T], bool] | None = None,
) -> tuple[T, T] | None:
    """Return two candidates beside which the key stands out in nothing; None where there are no two.

    ``fits`` tells whether two may stand together. ``weights`` are those of the likeness and the measures.
    """
    pairs = [pair for pair in combinations(candidates, 2) if fits is None or fits(pair[0][0], pair[1][0])]
    if not pairs:
        return None
    targets = [rng.randrange(3) for _ in range(len(key.measures) + 1)]
    near = [_shared(key.text, looks.text) for _, looks in candidates]
    likeness = {id(looks): share for (_, looks), share in zip(candidates, near, strict=True)}
    costs = [_cost(key, left[1], right[1], likeness, targets, weights) for left, right in pairs]
    least = min(costs) + 0.01
    left, right = rng.choice([pair for pair, cost in zip(pairs, costs, strict=True) if cost <= least])
    return left[0], right[0]


def _cost(
    key: Looks,
    left: Looks,
    right: Looks,
    likeness: dict[int, int],
    targets: Sequence[int],
    weights: Sequence[float],
) -> float:
    near, far, apart = likeness[id(left)], likeness[id(right)], _shared(left.text, right.text)
    cost = weights[0] * min(1, abs(_rank(near + far, near + apart, far + apart) - targets[0]))
    for place, mine in enumerate(key.measures, 1):
        rank = _rank(mine, left.measures[place - 1], right.measures[place - 1])
        # Off is off: else the middle, which is never far off, would come oftenest.
        cost += weights[place] * min(1, abs(rank - targets[place]))
    return cost


def _rank(mine: float, one: float, other: float) -> float:
    """Return the place of ``mine`` among three from 0, halves where it is equal to another."""
    return (one < mine) + (other < mine) + ((one == mine) + (other == mine)) / 2


@lru_cache(maxsize=20_000)
def _shared(one: str, other: str) -> int:
    if len(one) + len(other) > 40:
        return len(set(one) & set(other))
    return sum((Counter(one) & Counter(other)).values())
