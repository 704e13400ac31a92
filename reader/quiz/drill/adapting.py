"""Keeping it just hard enough: how able the reader is at each skill, and what to ask next.

Each skill has an ability on the scale of its sizes: the size at which four of five answers are right. An
answer moves it by the surprise it was, as in rating chess players.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Iterable

from reader.quiz.drill.skills import LEAST, SIZES, Skill, options_of, sizes_of

TARGET = 0.8
#: How far one surprise moves a skill, in sizes; larger while little is known of it.
STEP, FIRST_STEP, FIRST_ANSWERS = 0.9, 1.0, 6
#: How far it moves all skills together: whoever reads 亿 with ease need not begin with 37 elsewhere.
SHARED_STEP, FIRST_SHARED_STEP, SHARED_ANSWERS = 0.4, 1.2, 8
#: With so many answers of its own a skill follows the others only half.
KNOWN_BY = 3
#: How much harder each size is than the one before, in log-odds.
STEEPNESS = 0.9
#: Answers of this session that decide whether the next exercise is to be easier or harder.
RECENT = 15
#: Fewer answers than these say nothing of how the session goes.
ENOUGH = 4
#: How strongly they do: so that who gets better all the time is not asked too easy things all the time.
CORRECTION = 2.5
_AT_TARGET = math.log(TARGET / (1 - TARGET))
_BEGIN = 1.5  # the size to begin with
_MIDDLE_SIZES = 6
_FURTHEST = 1.5  # sizes below the first and above the last that an ability may lie


class Ability:
    """What the reader can do, by skill."""

    def __init__(self) -> None:
        self._own: dict[Skill, float] = {}
        self._shared = 0.0
        self._answers: dict[Skill, int] = {}

    def level(self, skill: Skill) -> float:
        """Return the size at which four of five answers are right."""
        level = _BEGIN + self._shared * _scale(skill) + self._own.get(skill, 0.0)
        return min(SIZES[skill] + _FURTHEST, max(LEAST - _FURTHEST, level))

    def answers(self, skill: Skill) -> int:
        """Return how many answers of that skill there were."""
        return self._answers.get(skill, 0)

    def chance(self, skill: Skill, size: int) -> float:
        """Return how likely an exercise of that size is answered right, 0 to 1."""
        known = 1 / (1 + math.exp(-_AT_TARGET - STEEPNESS * (self.level(skill) - size)))
        options = options_of(skill, size)
        return known + (1 - known) / options if options else known

    def learn(self, skill: Skill, size: int, *, right: bool) -> None:
        """Move the ability by one answer."""
        surprise = right - self.chance(skill, size)
        known, in_all = self.answers(skill), sum(self._answers.values())
        own = FIRST_STEP if known < FIRST_ANSWERS else STEP
        shared = max(SHARED_STEP, FIRST_SHARED_STEP * SHARED_ANSWERS / (SHARED_ANSWERS + in_all))
        before = self.level(skill)
        self._move_all(shared * surprise, skill)
        # Kept within reach of the sizes, so that a long run of right answers is not paid back for ever.
        wanted = before + own * surprise + shared * surprise * _scale(skill)
        wanted = min(SIZES[skill] + _FURTHEST, max(LEAST - _FURTHEST, wanted))
        self._own[skill] = wanted - _BEGIN - self._shared * _scale(skill)
        self._answers[skill] = known + 1

    def _move_all(self, by: float, learnt: Skill) -> None:
        """Move what all skills share; the better one is known by its own answers, the less it moves."""
        self._shared += by
        for skill, answers in self._answers.items():
            if skill is not learnt:
                self._own[skill] -= by * _scale(skill) * answers / (answers + KNOWN_BY)


def _scale(skill: Skill) -> float:
    """Return how many of its sizes one step of what all skills share is."""
    return SIZES[skill] / _MIDDLE_SIZES


class Coach:
    """Chooses skill and size so that about four of five answers are right, and every skill has its turn."""

    def __init__(self, ability: Ability, skills: Collection[Skill], rng: random.Random) -> None:
        self.ability = ability
        self._skills = list(skills)
        self._rng = rng
        self._recent: list[bool] = []
        self._asked: list[Skill] = []

    def choose(self) -> tuple[Skill, int]:
        """Return the skill and the size of the next exercise."""
        wanted = self._wanted()
        best = {skill: self._size(skill, wanted) for skill in self._skills}
        weights = [self._weight(skill, best[skill], wanted) for skill in self._skills]
        skill = self._rng.choices(self._skills, weights)[0]
        return skill, best[skill]

    def learn(self, skill: Skill, size: int, *, right: bool) -> None:
        """Take an answer into account."""
        self.ability.learn(skill, size, right=right)
        self._recent = [*self._recent, right][-RECENT:]
        self._asked = [*self._asked, skill]

    def drop(self, skill: Skill) -> None:
        """Never choose a skill again (the voice is gone), unless it is the only one."""
        self._skills = [other for other in self._skills if other is not skill] or self._skills

    def _wanted(self) -> float:
        """Return the chance to aim at: lower after a run of right answers, higher after misses."""
        if len(self._recent) < ENOUGH:
            return TARGET
        rate = sum(self._recent) / len(self._recent)
        weight = len(self._recent) / RECENT
        return min(0.93, max(0.5, TARGET + CORRECTION * weight * (TARGET - rate)))

    def _size(self, skill: Skill, wanted: float) -> int:
        return min(sizes_of(skill), key=lambda size: abs(self.ability.chance(skill, size) - wanted))

    def _weight(self, skill: Skill, size: int, wanted: float) -> float:
        """Prefer what is about as hard as wanted and was not asked just now; new skills come in, too."""
        miss = abs(self.ability.chance(skill, size) - wanted)
        lately = self._asked[-len(self._skills) :].count(skill)
        return math.exp(-9 * miss) / (1 + 2 * lately) ** 2


def ability_from(answers: Iterable[tuple[Skill, int, bool]]) -> Ability:
    """Return what earlier answers show, the oldest first."""
    ability = Ability()
    for skill, size, right in answers:
        ability.learn(skill, size, right=right)
    return ability
