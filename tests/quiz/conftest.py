from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.quiz.bank import Bank, make_bank
from reader.quiz.choosing import choose
from reader.quiz.item import Question
from reader.quiz.source import Source
from reader.study import Study
from tests.study.desks import Clock, SharedAnnotating, make_study, shared_annotating

TEXTS = Path(__file__).parents[1] / "data" / "texts"
SEEDS = (1, 2)
QUIZZES = 4


class Made:
    """Every source of questions, and what each gave: banks by seed, and quizzes of ten."""

    def __init__(self, sources: list[Source]) -> None:
        self.banks: list[tuple[Source, Bank]] = []
        self.quizzes: list[list[Question]] = []
        for source in sources:
            for seed in SEEDS:
                bank = make_bank(source, random.Random(seed))
                self.banks.append((source, bank))
                self.quizzes += [
                    choose(bank.questions, 10, random.Random(f"{seed} {n}")) for n in range(QUIZZES)
                ]

    @property
    def questions(self) -> list[Question]:
        return [question for _, bank in self.banks for question in bank.questions]

    def bank(self, slug: str, level: str) -> Bank:
        return next(b for s, b in self.banks if (s.article.slug, s.version.level) == (slug, level))


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    home = tmp_path_factory.mktemp("questions")
    annotating = shared_annotating(home / "language")
    desk = make_study(home, annotating, Clock())
    yield desk
    desk.close()
    super(SharedAnnotating, annotating).close()
    shared_annotating.cache_clear()


@pytest.fixture(scope="session")
def sources(study: Study) -> list[Source]:
    """All bundled versions, and texts that carry no facts."""
    found = [study.quizzing.source(row.slug, level) for row in study.shelf() for level, _ in row.versions]
    for file in sorted(TEXTS.glob("*.txt")):
        found.append(study.quizzing.source(study.open_text(file.read_text("utf-8"), file.stem).slug))
    return found


@pytest.fixture(scope="session")
def made(sources: list[Source]) -> Made:
    return Made(sources)
