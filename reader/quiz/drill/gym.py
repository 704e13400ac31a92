"""A run of exercises as a plain object, which the screen and plain lines share."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from reader.quiz.drill.adapting import Coach
from reader.quiz.drill.judging import judge
from reader.quiz.drill.making import make
from reader.quiz.drill.shapes import Numbers
from reader.quiz.drill.skills import DrillOutcome, Exercise, Skill
from reader.quiz.item import Grade, Verdict

_TRIES = 8


@dataclass(frozen=True, slots=True)
class SkillScore:
    """How a skill went in this run; ``median`` is the usual seconds of a right answer in it, None without."""

    skill: Skill
    right: int
    asked: int
    median: float | None


class Drill:
    """Exercises one after the other, each chosen by how those before it went.

    ``current`` is the open one, None at the end; ``answer`` judges it, ``advance`` goes on. An unreadable
    answer changes nothing: ask again.
    """

    def __init__(self, coach: Coach, numbers: Numbers, rng: random.Random, length: int) -> None:
        self._coach = coach
        self._numbers = numbers
        self._rng = rng
        self.length = length
        self._outcomes: list[DrillOutcome] = []
        self._seen: set[tuple[Skill, str]] = set()
        self.current: Exercise | None = self._make() if length > 0 else None

    @property
    def outcomes(self) -> tuple[DrillOutcome, ...]:
        """What has been answered or skipped so far."""
        return tuple(self._outcomes)

    @property
    def position(self) -> int:
        """How many exercises lie behind."""
        return len(self._outcomes) - self.is_answered

    @property
    def is_answered(self) -> bool:
        """Whether the current exercise has its answer and waits for ``advance``."""
        return bool(self._outcomes) and self._outcomes[-1].exercise is self.current

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(outcome.right for outcome in self._outcomes)

    def answer(self, typed: str, seconds: float = 0.0) -> DrillOutcome:
        """Judge an answer to the current exercise and count it, unless it can't be read.

        Raises:
            RuntimeError: there is no open exercise (a mistake of the caller).
        """
        exercise = self._open()
        outcome = DrillOutcome(exercise, typed, judge(exercise, typed), seconds)
        if outcome.grade.verdict is not Verdict.UNREADABLE:
            self._count(outcome)
        return outcome

    def skip(self) -> DrillOutcome:
        """Leave the current exercise; it counts as a miss."""
        outcome = DrillOutcome(self._open(), "", Grade(Verdict.SKIPPED, "skipped"))
        self._count(outcome)
        return outcome

    def advance(self) -> Exercise | None:
        """Go on to the next exercise once this one is answered; return it, None at the end."""
        if self.is_answered:
            self.current = self._make() if len(self._outcomes) < self.length else None
        return self.current

    def without_voice(self) -> Exercise | None:
        """Go on without exercises by ear: nothing can be heard. Nothing is counted."""
        self._coach.drop(Skill.EAR)
        if self.current is not None and self.current.spoken and not self.is_answered:
            self.current = self._make(but=Skill.EAR)
        return self.current

    def scores(self) -> list[SkillScore]:
        """Return how each skill went, in the order of the skills."""
        return [_score(skill, self._outcomes) for skill in Skill if _of(skill, self._outcomes)]

    @property
    def misses(self) -> tuple[DrillOutcome, ...]:
        """What was missed."""
        return tuple(outcome for outcome in self._outcomes if not outcome.right)

    def _count(self, outcome: DrillOutcome) -> None:
        self._outcomes.append(outcome)
        self._coach.learn(outcome.exercise.skill, outcome.exercise.size, right=outcome.right)

    def _open(self) -> Exercise:
        if self.current is None or self.is_answered:
            raise RuntimeError("There is no open exercise to answer.")
        return self.current

    def _make(self, but: Skill | None = None) -> Exercise:
        """Make the next exercise, one not asked before in this run where that can be."""
        for _ in range(_TRIES):
            skill, size = self._coach.choose()
            exercise = make(Skill.READING if skill is but else skill, size, self._numbers, self._rng)
            if (exercise.skill, exercise.prompt + exercise.spoken) not in self._seen:
                break
        self._seen.add((exercise.skill, exercise.prompt + exercise.spoken))
        return exercise


def _of(skill: Skill, outcomes: Iterable[DrillOutcome]) -> list[DrillOutcome]:
    return [outcome for outcome in outcomes if outcome.exercise.skill is skill]


def _score(skill: Skill, outcomes: Iterable[DrillOutcome]) -> SkillScore:
    mine = _of(skill, outcomes)
    times = sorted(outcome.seconds for outcome in mine if outcome.right)
    median = (times[len(times) // 2] + times[(len(times) - 1) // 2]) / 2 if times else None
    return SkillScore(skill, sum(outcome.right for outcome in mine), len(mine), median)
