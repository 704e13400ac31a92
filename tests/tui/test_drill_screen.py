from __future__ import annotations

import random
import threading
from typing import Any

from textual.widgets import Input, OptionList, Static

from reader.config import Settings
from reader.errors import StorageError
from reader.quiz.drill.adapting import Ability, Coach
from reader.quiz.drill.gym import Drill
from reader.quiz.drill.shapes import Numbers
from reader.quiz.drill.skills import DrillOutcome, Skill
from reader.quiz.item import AnswerForm
from reader.study.drilling import DrillPlan
from reader.study.voice import VoiceError
from reader.tui.screens.drill import DrillScreen
from reader.tui.screens.library import LibraryScreen
from tests.tui.conftest import settle
from tests.tui.fake_study import FakeStudy


class FakeVoice:
    name = "fake"

    def __init__(self, broken: bool = False) -> None:
        self.said: list[str] = []
        self.broken = broken
        self.stopped = False

    def say(self, text: str) -> None:
        if self.broken:
            raise VoiceError("fake can't speak here. The voice is off.")
        self.said.append(text)

    def stop(self) -> None:
        self.stopped = True


class FakeDrilling:
    """Drills from random numbers alone; keeps the answers in a list."""

    def __init__(self, *, broken: bool = False, voice: FakeVoice | None = None) -> None:
        self.recorded: list[DrillOutcome] = []
        self.plans: list[DrillPlan] = []
        self.voice = voice
        self.broken = broken

    def drill(self, plan: DrillPlan) -> Drill:
        self.plans.append(plan)
        rng = random.Random(plan.seed if plan.seed is not None else 1)
        skills = [skill for skill in plan.skills or Skill if plan.voice or skill is not Skill.EAR]
        return Drill(Coach(Ability(), skills, rng), Numbers((), rng), rng, plan.length)

    def record(self, outcome: DrillOutcome) -> None:
        assert threading.current_thread() is not threading.main_thread()
        if self.broken:
            raise StorageError("The disk is full.")
        self.recorded.append(outcome)

    def usual_seconds(self, skill: Skill) -> float | None:
        return 5.5


def study_with(drilling: FakeDrilling, **settings: Any) -> FakeStudy:
    study = FakeStudy(Settings(**settings))
    study.drilling = drilling  # type: ignore[attr-defined]
    return study


def shown(pilot: Any, name: str) -> str:
    widget = pilot.app.screen.query_one(name, Static)
    return str(widget.render()) if widget.display else ""


async def give(pilot: Any, press: Any, text: str) -> None:
    """Type or choose an answer."""
    exercise = pilot.app.screen._exercise
    if exercise.form is AnswerForm.CHOICE:
        await press(pilot, str(exercise.options.index(text) + 1))
    else:
        pilot.app.screen.query_one("#answer", Input).value = text
        await press(pilot, "enter")


async def test_d_in_the_library_opens_it_and_escape_comes_back(opened, press):
    async with opened(study_with(FakeDrilling())) as pilot:
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, DrillScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_whole_drill_is_kept_and_ends_with_times_by_skill(opened, press):
    drilling = FakeDrilling()
    async with opened(study_with(drilling), drill=DrillPlan(6, seed=2)) as pilot:
        for _ in range(6):
            await give(pilot, press, pilot.app.screen._exercise.key)
            assert "✓ Right" in shown(pilot, "#verdict")
            await press(pilot, "enter")
        assert len(drilling.recorded) == 6
        assert all(outcome.right for outcome in drilling.recorded)
        assert "6 of 6 right" in shown(pilot, "#asked")
        assert "5.5 s" in shown(pilot, "#scores")
        await press(pilot, "n")
        assert "1/6" in shown(pilot, "#drill-count")


async def test_a_wrong_answer_shows_the_mistake_and_the_answer(opened, press):
    plan = DrillPlan(2, (Skill.CHINESE,), seed=2)
    async with opened(study_with(FakeDrilling()), drill=plan) as pilot:
        key = pilot.app.screen._exercise.key
        await give(pilot, press, "3亿")
        assert "✗ Wrong" in shown(pilot, "#verdict")
        assert key in shown(pilot, "#verdict")
        await press(pilot, "enter")
        await press(pilot, "ctrl+s")
        await press(pilot, "enter")
        assert "0 of 2 right" in shown(pilot, "#asked")
        assert "Missed" in shown(pilot, "#scores")
        assert "skipped" in shown(pilot, "#scores")


async def test_an_unreadable_answer_is_asked_again(opened, press):
    drilling = FakeDrilling()
    async with opened(study_with(drilling), drill=DrillPlan(2, (Skill.ENGLISH,), seed=2)) as pilot:
        await give(pilot, press, "三十万")
        assert "in English" in shown(pilot, "#said")
        assert not drilling.recorded


async def test_options_are_chosen_by_arrow_and_enter_too(opened, press):
    drilling = FakeDrilling()
    async with opened(study_with(drilling), drill=DrillPlan(2, (Skill.LARGER,), seed=2)) as pilot:
        await press(pilot, "down", "enter")
        assert drilling.recorded[0].typed == drilling.recorded[0].exercise.options[1]
        assert pilot.app.screen.query_one("#options", OptionList).disabled


async def test_an_answer_that_cant_be_kept_is_said_and_the_drill_goes_on(opened, press):
    async with opened(
        study_with(FakeDrilling(broken=True)), drill=DrillPlan(2, (Skill.LARGER,), seed=2)
    ) as pilot:
        await press(pilot, "1")
        assert shown(pilot, "#verdict")
        await press(pilot, "enter")
        assert "2/2" in shown(pilot, "#drill-count")


async def test_the_voice_speaks_and_speaks_again_and_the_figure_is_not_shown(opened, press):
    voice = FakeVoice()
    plan = DrillPlan(2, (Skill.EAR,), seed=2, voice=True)
    async with opened(study_with(FakeDrilling(voice=voice)), drill=plan) as pilot:
        assert len(voice.said) == 1
        await press(pilot, "ctrl+r")
        assert voice.said[0] == voice.said[1]
        assert not voice.stopped
        assert voice.said[0] not in shown(pilot, "#asked")
        assert pilot.app.screen._exercise.quantity.text not in shown(pilot, "#asked")
        await press(pilot, "escape")
        assert voice.stopped


async def test_a_voice_that_cant_be_heard_gives_way_to_reading(opened, press):
    plan = DrillPlan(2, (Skill.EAR,), seed=2, voice=True)
    drilling = FakeDrilling(voice=FakeVoice(broken=True))
    async with opened(study_with(drilling), drill=plan) as pilot:
        await settle(pilot)
        assert not pilot.app.screen._exercise.spoken
        assert "Read it aloud" in shown(pilot, "#asked")
        assert not drilling.recorded


async def test_the_voice_is_off_until_turned_on_and_the_choice_is_kept(opened, press):
    drilling = FakeDrilling(voice=FakeVoice())
    study = study_with(drilling)
    async with opened(study) as pilot:
        await press(pilot, "d")
        assert drilling.plans[-1].voice is False
        await press(pilot, "ctrl+t")
        assert drilling.plans[-1].voice is True
        assert study.settings.drill_voice is True


async def test_without_a_voice_turning_it_on_says_so(opened, press):
    drilling = FakeDrilling()
    study = study_with(drilling)
    async with opened(study, drill=DrillPlan(3, seed=1)) as pilot:
        await press(pilot, "ctrl+t")
        assert study.settings.drill_voice is False
        assert len(drilling.plans) == 1


async def test_it_fits_a_narrow_screen(opened, press):
    async with opened(
        study_with(FakeDrilling()), size=(44, 14), drill=DrillPlan(2, (Skill.ENGLISH,), seed=2)
    ) as pilot:
        await give(pilot, press, "3")
        assert pilot.app.screen.query_one("#verdict", Static).size.height > 0
