"""Drills on the desk: kept as practice, as hard as earlier answers allow, from the reader's own figures."""

from dataclasses import replace

import pytest

from reader.errors import UsageError
from reader.quiz.drill.gym import Drill
from reader.quiz.drill.skills import Skill
from reader.study import Study
from reader.study.drilling import DrillPlan
from reader.study.report import report
from reader.study.voice import Voice


def play(study: Study, drill: Drill, *, right: bool = True, seconds: float = 4.0) -> None:
    while drill.current is not None:
        outcome = drill.answer(drill.current.key, seconds) if right else drill.skip()
        study.drilling.record(outcome)
        drill.advance()


def test_answers_count_as_practice_and_make_no_cards(study):
    play(study, study.drilling.drill(DrillPlan(12, seed=1)))
    found = study.progressing.statistics()
    assert found.answers == 12
    assert found.streak.today == 12
    assert found.cards == {}
    assert not study.reviewing.agenda().due
    assert all(kind.kind.startswith("drill ") for kind in found.kinds)
    assert sum(kind.right for kind in found.kinds) == 12
    assert not found.recall


def test_the_median_time_by_skill_is_in_the_statistics_and_the_report(study):
    play(study, study.drilling.drill(DrillPlan(7, (Skill.ENGLISH,), seed=1)), seconds=6.5)
    assert study.drilling.usual_seconds(Skill.ENGLISH) == 6.5
    assert study.drilling.usual_seconds(Skill.TWO) is None
    gym = next(
        part
        for part in report(study.progressing.statistics(), study.store.local_day(study._clock()))
        if part.title == "Figures gym"
    )
    assert any("million and billion" in line and "6.5 s" in line for line in gym.lines)


def test_the_next_drill_goes_on_where_the_last_one_left_off(study):
    plan = DrillPlan(30, (Skill.READING,), seed=1)
    play(study, study.drilling.drill(plan))
    harder = study.drilling.drill(plan).current
    assert harder is not None
    assert harder.size > 3
    play(study, study.drilling.drill(plan), right=False)
    easier = study.drilling.drill(plan).current
    assert easier is not None
    assert easier.size < harder.size


def test_the_same_seed_gives_the_same_drill(study):
    one, two = (study.drilling.drill(DrillPlan(5, seed=3)) for _ in range(2))
    assert one.current == two.current


def test_figures_of_the_readers_articles_are_trained(study):
    drill = study.drilling.drill(DrillPlan(60, (Skill.READING,), seed=2))
    play(study, drill)
    slugs = {outcome.exercise.article for outcome in drill.outcomes}
    assert "" in slugs
    assert slugs - {""} <= {row.slug for row in study.shelf()}
    assert len(slugs) > 1


def test_by_ear_is_asked_only_with_the_voice_on(study):
    drill = study.drilling.drill(DrillPlan(40, seed=1))
    play(study, drill)
    assert not any(outcome.exercise.spoken for outcome in drill.outcomes)
    with pytest.raises(UsageError, match="need a voice"):
        study.drilling.drill(DrillPlan(5, (Skill.EAR,)))
    by_ear = study.drilling.drill(replace(DrillPlan(5, (Skill.EAR,)), voice=True)).current
    assert by_ear is not None
    assert by_ear.spoken


def test_the_voice_is_looked_for_once(study, monkeypatch):
    asked = []
    monkeypatch.setattr("reader.study.voice.find_voice", lambda: asked.append(1) or Voice("say", ("say",)))
    assert study.drilling.voice is study.drilling.voice
    assert len(asked) == 1
