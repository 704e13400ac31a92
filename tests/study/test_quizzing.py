"""Quizzes as the desk makes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.quiz import source
from reader.quiz.plan import QuizPlan
from reader.study import Study
from tests.study.desks import SLUG, answer_all


def test_a_quick_quiz_too_short_is_made_of_the_whole_text(study: Study, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "QUICK", 1)
    figures = frozenset({"choose", "recall"})
    for seed in range(4):
        chosen = study.quizzing.chosen("poli-satellite-town", "news", QuizPlan(10, figures, seed=seed))
        assert len(chosen) == 10


def test_a_quiz_is_as_long_as_asked_for(study: Study):
    for seed in range(4):
        assert len(study.quizzing.chosen("poli-satellite-town", "5", QuizPlan(20, seed=seed))) == 20


def test_nothing_comes_back_of_what_is_not_kept(open_study: Callable[..., Study]):
    first, second = open_study(), open_study()
    session = first.quiz(SLUG, "news", length=3, seed=1)
    answer_all(first, session)
    assert first.waits(session.outcomes)
    assert second.store.is_read_only
    assert not second.waits(session.outcomes)


def test_a_word_under_review_is_always_asked_somehow(study: Study):
    words = "工作 意思 家长 经过 规定 活动 方面 理论 落网 反映 直接 开始 谢谢 出台 沉默".split()  # noqa: SIM905
    items = [
        f"word/{word}/{aspect}" for word in words for aspect in ("meaning", "character", "reading", "gap")
    ]
    rebuilt = study.quizzing.rebuild(items)
    assert not rebuilt.gone
    for item, questions in rebuilt.questions.items():
        assert all(question.item.id == item for question in questions)
