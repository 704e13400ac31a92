"""Words that no list has, told by their characters: the way through jieba's model, in a quarter of its time.

A state is a place in a word (B begins it, M is inside, E ends it, S is a word alone) with a part of speech;
the model says how likely each begins a stretch, follows another and stands for a character. The way is the
one that ``jieba.posseg.viterbi`` (https://github.com/fxsjy/jieba, MIT) finds, ties and all: only
what follows nothing is not tried, and states are numbers.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

State = tuple[str, str]

# What jieba takes for the logarithm of 0. Added to anything likely it is unchanged, so that ways may tie.
_IMPOSSIBLE = -3.14e100
_NEVER = float("-inf")
_FEW = 3
_Scores = dict[int, float]  # of each state,
_Steps = dict[int, int]  # and the state before it


class WordModel:
    """Cuts stretches of characters that it knows (see :attr:`known`) into words with a part of speech."""

    def __init__(
        self,
        states: Mapping[str, Iterable[State]],
        start: Mapping[State, float],
        following: Mapping[State, Mapping[State, float]],
        emitted: Mapping[State, Mapping[str, float]],
    ) -> None:
        # In the order of their names, by which jieba decides between two that are as likely.
        self._names = sorted(following)
        numbers = {name: number for number, name in enumerate(self._names)}
        self._states, self._emitted = states, emitted
        self._start = [start[name] for name in self._names]
        self._before: list[dict[int, float]] = [{} for _ in self._names]
        for name, targets in following.items():
            for target, weight in targets.items():
                self._before[numbers[target]][numbers[name]] = weight
        self._numbers = numbers
        self._seen = lru_cache(maxsize=None)(self._look_up)  # some 6,600 characters in all

    @property
    def known(self) -> Container[str]:
        """The characters that it can tell something of."""
        return self._states

    def _look_up(self, character: str) -> list[tuple[int, float]]:
        """The states that a character may be in, with how likely each one has it."""
        return [
            (self._numbers[name], self._emitted[name].get(character, _IMPOSSIBLE))
            for name in self._states[character]
        ]

    def cut(self, stretch: str) -> list[tuple[str, str]]:
        """Return the words of a stretch of known characters, each with its part of speech."""
        found: list[tuple[str, str]] = []
        start = behind = 0
        way = [self._names[number] for number in self._way(stretch)]
        for place, (position, flag) in enumerate(way):
            if position == "B":
                start = place
            elif position in "ES":
                found.append((stretch[start if position == "E" else place : place + 1], flag))
                behind = place + 1
        if behind < len(stretch):
            found.append((stretch[behind:], way[behind][1]))
        return found

    def _way(self, stretch: str) -> list[int]:
        """The likeliest state of each character."""
        scores = {number: self._start[number] + weight for number, weight in self._seen(stretch[0])}
        steps: list[dict[int, int]] = [{}]
        for character in stretch[1:]:
            scores, step = self._go_on(scores, character)
            steps.append(step)
        way = [max(scores, key=lambda number: (scores[number], number))]
        for step in reversed(steps[1:]):
            way.append(step[way[-1]])
        return way[::-1]

    def _go_on(self, scores: _Scores, character: str) -> tuple[_Scores, _Steps]:
        """Return the scores of the next character's states, and the state before each on the way there."""
        found = self._reached(scores, self._seen(character))
        if not found[0]:
            # None of what the character may be can follow: then it is whatever can.
            found = self._reached(scores, self._anything(character))
        if not found[0]:
            # Nothing can: the way begins anew, behind the likeliest state so far.
            last = max(scores, key=lambda number: (scores[number], number))
            anew = {number: self._start[number] + weight for number, weight in self._seen(character)}
            found = anew, dict.fromkeys(anew, last)
        return found

    def _reached(self, scores: _Scores, states: Iterable[tuple[int, float]]) -> tuple[_Scores, _Steps]:
        reached: _Scores = {}
        steps: _Steps = {}
        for number, weight in states:
            before = self._before[number]
            best, chosen = _NEVER, -1
            # The inside of a word follows two states at most, its beginning half of all.
            for previous in before if len(before) < _FEW else scores:
                if previous in before and previous in scores:
                    score = scores[previous] + before[previous] + weight
                    if score > best or (score == best and previous > chosen):
                        best, chosen = score, previous
            if chosen >= 0:
                reached[number] = best
                steps[number] = chosen
        return reached, steps

    def _anything(self, character: str) -> Iterator[tuple[int, float]]:
        for number, name in enumerate(self._names):
            yield number, self._emitted[name].get(character, _IMPOSSIBLE)
