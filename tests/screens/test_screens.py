"""The golden pictures. Make them anew with ``pytest tests/screens --snapshot-update``, and look at them."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.config import Settings
from reader.tui.app import DubaoApp
from reader.tui.widgets.article_view import ArticleView
from tests.screens import poli
from tests.tui.conftest import settle
from tests.tui.fake_study import FakeStudy, Story

SIZE = (80, 24)


def story() -> Story:
    questions = [poli.CHOICE, poli.TYPED, poli.ROADS]
    return Story(poli.ARTICLE, {"3": poli.TEXT}, poli.ENTRIES, questions, poli.SHELF)


def app(*, theme: str = "ink", **start: Any) -> DubaoApp:
    study = FakeStudy(Settings(theme=theme), story=story())
    if not start:
        study.best = 0.8
        study.places.append(("poli", "3", 96))
        shares = (("shinan", 0.93, 0.71, 0.6), ("zero", 0.97, 0.8, 0.66), ("classroom", 0.95, 0.76, 0.58))
        levels = ("3", "5", "news")
        study.vocabulary.shares = {("poli", "5"): 0.74, ("poli", "news"): 0.61} | {
            (slug, level): share
            for slug, *known in shares
            for level, share in zip(levels, known, strict=True)
        }
    return DubaoApp(study, **start)  # type: ignore[arg-type]


def keys(*pressed: str, at: str = "") -> Any:
    """Press keys one after the other; first put the cursor on the word ``at``."""

    async def before(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        if at:
            view = pilot.app.screen.query_one(ArticleView)
            view.move_to(next(i for i, token in enumerate(poli.TEXT.tokens) if token.surface == at))
        for key in pressed:
            await pilot.press(key)
            await settle(pilot)
            for box in pilot.app.screen.query(Input):
                box.cursor_blink = False
        await settle(pilot)
        assert pilot.app._exception is None, "what crashed would make a picture all the same"

    return before


def test_library(snap_compare):
    assert snap_compare(app(), terminal_size=SIZE, run_before=keys())


def test_article(snap_compare):
    assert snap_compare(app(slug="poli"), terminal_size=SIZE, run_before=keys("e", at="项目"))


def test_glossary_popup(snap_compare):
    assert snap_compare(app(slug="poli"), terminal_size=SIZE, run_before=keys("enter", at="会"))


def test_figure_popup(snap_compare):
    assert snap_compare(app(slug="poli"), terminal_size=SIZE, run_before=keys("enter", at="3000亿"))


def test_new_words_only(snap_compare):
    assert snap_compare(app(slug="poli"), terminal_size=SIZE, run_before=keys("p", "tab"))


def test_quiz_choice(snap_compare):
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys("down"))


def test_quiz_right(snap_compare):
    pressed = ("2", "enter", *"3000", "亿", "enter")
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys(*pressed))


def test_quiz_wrong(snap_compare):
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys("1"))


def test_quiz_proof(snap_compare):
    pressed = ("1", "p", "e")
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys(*pressed))


def test_quiz_plan(snap_compare):
    pressed = ("c", "down", "right", "down", "down", "down", "down")
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys(*pressed))


def test_summary(snap_compare):
    pressed = ("2", "enter", *"3000", "万", "enter", "enter", "1", "3", "enter", "enter")
    assert snap_compare(app(slug="poli", quiz=True), terminal_size=SIZE, run_before=keys(*pressed))


def test_light(snap_compare):
    picture = app(slug="poli", theme="paper")
    assert snap_compare(picture, terminal_size=SIZE, run_before=keys("enter", at="投资"))


def test_no_colour(snap_compare, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(slug="poli"), terminal_size=SIZE, run_before=keys("enter", at="投资"))


def test_wide(snap_compare):
    assert snap_compare(
        app(slug="poli"), terminal_size=(120, 40), run_before=keys("enter", "question_mark", at="泊里镇")
    )


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """No moving pictures: what moves would differ from run to run."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
