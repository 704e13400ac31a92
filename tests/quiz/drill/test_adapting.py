"""Exercises are as hard as the reader can just take: simulated learners come out near four of five right."""

import math
import random
import statistics

import pytest

from reader.quiz.drill.adapting import TARGET, Ability, Coach, ability_from
from reader.quiz.drill.skills import SIZES, Skill

READ = [skill for skill in Skill if skill is not Skill.EAR]


class Learner:
    """Gets exercises right the more surely the smaller they are against what they can do."""

    def __init__(self, level: float, rng: random.Random) -> None:
        self._can = {skill: level + rng.gauss(0, 0.8) for skill in Skill}
        self._steepness = rng.choice((0.6, 0.9, 1.3))
        self._rng = rng

    def is_right(self, skill: Skill, size: int) -> bool:
        odds = math.log(4) + self._steepness * (self._can[skill] - size)
        return self._rng.random() < 1 / (1 + math.exp(-odds))


def rates(level: float, answers: int, learners: int = 30) -> tuple[list[float], list[set[Skill]]]:
    shares, trained = [], []
    for seed in range(learners):
        rng = random.Random(seed)
        learner, coach = Learner(level, rng), Coach(Ability(), READ, rng)
        right, skills = 0, set()
        for _ in range(answers):
            skill, size = coach.choose()
            is_right = learner.is_right(skill, size)
            coach.learn(skill, size, right=is_right)
            right += is_right
            skills.add(skill)
        shares.append(right / answers)
        trained.append(skills)
    return shares, trained


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_success_is_near_80_percent_for_whoever_the_sizes_suit(level):
    shares, trained = rates(level, 120)
    assert abs(statistics.mean(shares) - TARGET) < 0.05
    assert all(0.68 <= share <= 0.92 for share in shares)
    assert all(len(skills) == len(READ) for skills in trained)


def test_the_first_drill_of_twenty_is_near_it_already():
    for level in (2, 3, 4):
        assert abs(statistics.mean(rates(level, 20)[0]) - TARGET) < 0.1


def test_a_beginner_gets_the_easiest_and_an_expert_the_hardest():
    rng = random.Random(1)
    beginner = Coach(ability_from((skill, 1, False) for skill in READ * 4), READ, rng)
    expert = Coach(ability_from((skill, SIZES[skill], True) for skill in READ * 9), READ, rng)
    assert {size for _, size in (beginner.choose() for _ in range(30))} == {1}
    assert all(size == SIZES[skill] for skill, size in (expert.choose() for _ in range(30)))


def test_earlier_answers_are_remembered_and_what_is_weak_stays_easier():
    ability = ability_from([(Skill.READING, 4, True)] * 12 + [(Skill.ENGLISH, 2, False)] * 6)
    assert ability.level(Skill.READING) > 3
    assert ability.level(Skill.ENGLISH) < ability.level(Skill.READING)


def test_a_run_of_misses_makes_the_next_exercise_easier():
    rng = random.Random(2)
    coach = Coach(ability_from([(Skill.READING, 5, True)] * 20), [Skill.READING], rng)
    _, before = coach.choose()
    for _ in range(4):
        coach.learn(Skill.READING, before, right=False)
    assert coach.choose()[1] < before


def test_a_dropped_skill_is_not_chosen_any_more():
    coach = Coach(Ability(), [Skill.EAR, Skill.TWO], random.Random(1))
    coach.drop(Skill.EAR)
    assert {coach.choose()[0] for _ in range(20)} == {Skill.TWO}
