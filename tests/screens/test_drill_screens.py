"""The golden pictures of the figures gym."""

from __future__ import annotations

import random

import pytest

from reader.quiz.drill.skills import Skill
from reader.study.drilling import DrillPlan
from reader.tui.app import DubaoApp
from tests.screens.test_screens import SIZE, keys, still  # noqa: F401
from tests.tui.test_drill_screen import FakeDrilling, study_with


@pytest.fixture(autouse=True)
def steady(monkeypatch):
    """Every answer takes the same time."""
    monkeypatch.setattr("reader.tui.screens.drill.monotonic", lambda: 100.0)
    random.seed(1)


def app(plan: DrillPlan) -> DubaoApp:
    return DubaoApp(study_with(FakeDrilling()), drill=plan)  # type: ignore[arg-type]


def test_drill(snap_compare):
    plan = DrillPlan(20, (Skill.CHINESE,), seed=3)
    assert snap_compare(app(plan), terminal_size=SIZE, run_before=keys(*"68", "亿", "enter"))


def test_drill_summary(snap_compare):
    plan = DrillPlan(6, (Skill.LARGER, Skill.TWO), seed=3)
    pressed = ("1", "enter") * 6
    assert snap_compare(app(plan), terminal_size=SIZE, run_before=keys(*pressed))
