"""The training ground on the desk: drills made for this reader, answers kept as practice, the voice."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.study.keeping import why_unkept

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.quiz.drill.adapting import Ability
    from reader.quiz.drill.gym import Drill
    from reader.quiz.drill.skills import DrillOutcome, Sample, Skill
    from reader.review.reading import Place
    from reader.study.quizzing import Desk
    from reader.study.voice import Voice

LENGTH = 20
#: Answers older than this, in days, or further back than so many, say little of what can be done now.
DAYS, ANSWERS = 90, 400
#: As many characters of the reader's texts are looked through for figures, those read last first.
CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class DrillPlan:
    """What is to be trained: how many exercises, which skills (none: all), by ear as well or not."""

    length: int = LENGTH
    skills: tuple[Skill, ...] = ()
    seed: int | None = None
    voice: bool = False


class Drilling:
    """Made by the desk."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock

    def drill(self, plan: DrillPlan) -> Drill:
        """Return a new drill, as hard as earlier answers show that it can be.

        Raises:
            UsageError: only exercises by ear are asked for, and there is no voice.
        """
        from reader.quiz.drill.adapting import Coach
        from reader.quiz.drill.gym import Drill
        from reader.quiz.drill.shapes import Numbers

        rng = random.Random(plan.seed) if plan.seed is not None else self._desk.rng
        coach = Coach(self.ability(), self._skills(plan), rng)
        return Drill(coach, Numbers(self._samples, rng), rng, plan.length)

    def _skills(self, plan: DrillPlan) -> list[Skill]:
        from reader.quiz.drill.skills import Skill

        skills = [skill for skill in plan.skills or Skill if plan.voice or skill is not Skill.EAR]
        if not skills:
            raise UsageError(
                "Exercises by ear need a voice: turn it on, on a machine with say, spd-say or espeak-ng."
            )
        return skills

    def ability(self) -> Ability:
        """Return what the answers of late show that the reader can do."""
        from reader.quiz.drill.adapting import ability_from
        from reader.quiz.drill.skills import skill_of

        answers: deque[tuple[Skill, int, bool]] = deque(maxlen=ANSWERS)
        since = (self._clock() - timedelta(days=DAYS)).date()
        with self._desk.lock:
            for review in self._desk.store().reviews(since):
                if (trained := skill_of(review.card)) is not None:
                    answers.append((*trained, review.right))
        return ability_from(answers)

    def record(self, outcome: DrillOutcome) -> str:
        """Keep an answer as practice, on disk before this returns; it has no card and never falls due.

        Return why it was not kept, "" where it was.

        Raises:
            StorageError: it can't be kept.
        """
        from reader.quiz.item import Verdict
        from reader.review.card import Rating, Review

        exercise, verdict = outcome.exercise, outcome.grade.verdict
        rating = Rating.AGAIN if not outcome.right else Rating.GOOD
        with self._desk.lock:
            store = self._desk.store()
            if why := why_unkept(store):
                return why
            store.record_answer(
                Review(
                    card=exercise.id,
                    at=self._clock(),
                    rating=Rating.HARD if verdict is Verdict.NEARLY else rating,
                    kind=exercise.skill.kind,
                    right=outcome.right,
                    mistake=outcome.grade.mistake,
                    seconds=outcome.seconds,
                    article=exercise.article,
                    scheduled=False,
                )
            )
            return ""

    def usual_seconds(self, skill: Skill) -> float | None:
        """Return the reader's median time of a right answer in a skill, None before there are some."""
        with self._desk.lock:
            return self._desk.store().counts.median_seconds(skill.kind)

    @cached_property
    def voice(self) -> Voice | None:
        """The machine's voice, looked for when first wanted; None where there is none."""
        from reader.study.voice import find_voice

        return find_voice()

    @cached_property
    def _samples(self) -> list[Sample]:
        from reader.chinese.numbers import find_figures
        from reader.quiz.drill.shapes import samples_of

        found: list[Sample] = []
        left = CHARACTERS
        for article in self._last_read_first():
            text = article.versions[-1].text[:left]
            found += samples_of(find_figures(text), article.slug)
            left -= len(text)
            if left <= 0:
                break
        return found

    def _last_read_first(self) -> list[Article]:
        articles = self._desk.library.articles()[0]
        with self._desk.lock:
            places = {article.slug: self._desk.store().place(article.slug) for article in articles}
        read = [article for article in articles if places[article.slug] is not None]
        read.sort(key=lambda article: _when(places[article.slug]), reverse=True)
        return [*read, *(article for article in articles if places[article.slug] is None)]


def _when(place: Place | None) -> datetime:
    assert place is not None, "only what was read is sorted by when"
    return place.when
