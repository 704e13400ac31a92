"""Desks for tests: the bundled articles, one language helper for all tests, a clock that tests move on."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from reader.articles.library import Library, bundled_folder
from reader.chinese.token import AnnotatedText
from reader.config import Settings
from reader.paths import Paths
from reader.quiz.item import Answer, AnswerForm, Question
from reader.quiz.session import Outcome, Session
from reader.study import Study
from reader.study.annotating import Annotating

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
SLUG = "zero-service"


class Clock:
    """Tells the time that a test has set."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


class SharedAnnotating(Annotating):
    """Annotates each text once for all tests; closing it leaves the helper running for the next test."""

    def annotated(self, article: Any, version: Any, progress: Any = None) -> AnnotatedText:
        key = (article.slug, version.level, version.text)
        if key not in _TEXTS:
            _TEXTS[key] = super().annotated(article, version)
        return _TEXTS[key]

    def close(self) -> None: ...


_TEXTS: dict[tuple[str, str, str], AnnotatedText] = {}


@cache
def shared_annotating(home: Path) -> SharedAnnotating:
    return SharedAnnotating(paths_in(home), Settings)


def paths_in(home: Path) -> Paths:
    return Paths(home / "config", home / "data", home / "cache")


def make_study(
    home: Path, annotating: Annotating, clock: Clock, *, folders: tuple[Path, ...] = (), **settings: Any
) -> Study:
    library = Library([*folders, bundled_folder()])
    study = Study(paths_in(home), Settings(**settings), clock=clock, rng=random.Random(5), library=library)
    study.__dict__["_annotating"] = annotating
    return study


def right_answer(question: Question) -> str:
    """What a reader types or chooses who knows it."""
    if question.form is AnswerForm.READING:
        assert question.quantity is not None
        return question.quantity.hanzi
    return question.key


def wrong_answer(question: Question) -> str:
    if question.form is AnswerForm.CHOICE:
        return next(option.text for option in question.options if option.mistake is not None)
    return {AnswerForm.FIGURE: "1", AnswerForm.READING: "一", AnswerForm.PINYIN: "a1"}.get(
        question.form, "错"
    )


def answer(study: Study, session: Session, *, right: bool = True, seconds: float = 9.0) -> Outcome:
    """Answer the current question, keep the answer, go on."""
    question = session.current
    assert question is not None
    text = right_answer(question) if right else wrong_answer(question)
    outcome = session.answer(Answer(text, seconds))
    study.record(outcome)
    session.advance()
    return outcome


def answer_all(study: Study, session: Session, *, right: bool = True) -> list[Outcome]:
    outcomes = []
    while session.current is not None:
        outcomes.append(answer(study, session, right=right))
    return outcomes
