"""Exercises are as hard as the reader can just take: simulated learners come out near four of five right."""

import math
import random
import statistics

import pytest

from reader.quiz.drill.adapting import TARGET, Ability, Coach, ability_from
from reader.quiz.drill.skills import LEAST, SIZES, Skill, options_of

READ = [skill for skill in Skill if skill is not Skill.EAR]


class Learner:
    """Gets exercises right the more surely the smaller they are against what they can do."""

    def __init__(self, level: float, rng: random.Random) -> None:
        self._can = {skill: level + rng.gauss(0, 0.8) for skill in Skill}
        self._steepness = rng.choice((0.6, 0.9, 1.3))
        self._rng = rng
        self.learnt = 0.0

    def is_right(self, skill: Skill, size: int) -> bool:
        odds = math.log(4) + self._steepness * (self._can[skill] + self.learnt - size)
        chance = 1 / (1 + math.exp(-odds))
        if options := options_of(skill, size):
            chance += (1 - chance) / options
        return self._rng.random() < chance


class Uneven(Learner):
    """Far better at some skills than at others."""

    def __init__(self, level: float, rng: random.Random) -> None:
        super().__init__(level, rng)
        self._can = {skill: level + rng.choice((-3, -1.5, 0, 2, 3.5)) for skill in Skill}


class Improving(Learner):
    """Grows by six sizes in 300 answers."""

    def is_right(self, skill: Skill, size: int) -> bool:
        self.learnt += 6 / 300
        return super().is_right(skill, size)


def share_of_300(learner: type[Learner], level: float, seed: int) -> float:
    rng = random.Random(seed)
    who, coach, right = learner(level, rng), Coach(Ability(), READ, rng), 0
    for _ in range(300):
        skill, size = coach.choose()
        is_right = who.is_right(skill, size)
        coach.learn(skill, size, right=is_right)
        right += is_right
    return right / 300


@pytest.mark.parametrize(
    ("learner", "level"),
    [(Learner, -1), (Learner, 0), (Learner, 1), (Learner, 3), (Learner, 5), (Learner, 6),
     (Uneven, 0), (Uneven, 2), (Uneven, 4), (Improving, -1), (Improving, 1)],
)  # fmt: skip
def test_weak_strong_uneven_and_improving_learners_all_get_four_of_five_right(learner, level):
    shares = [share_of_300(learner, level, seed) for seed in range(4)]
    assert all(0.75 <= share <= 0.85 for share in shares), shares


def test_whoever_can_write_nothing_yet_is_given_a_choice_and_gets_most_right():
    shares = [share_of_300(Learner, -2, seed) for seed in range(4)]
    assert all(0.7 <= share <= 0.85 for share in shares), shares


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
    assert {size for _, size in (beginner.choose() for _ in range(30))} <= {LEAST, LEAST + 1}
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
