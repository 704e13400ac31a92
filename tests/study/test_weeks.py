"""Somebody learns over weeks, the clock moved on: reads, is quizzed, comes back, reviews, takes answers
back, is killed in the middle, restores a backup, opens the program twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from reader.errors import StorageError
from reader.exchange.backup import daily_copies, make_backup, read_backup, replaced, restore, write_backup
from reader.review.card import Phase
from reader.review.schedule import replay
from reader.review.words import WordState
from reader.study import Study
from reader.study.reviewing import NothingDueError, ReviewPlan
from tests.study.desks import SLUG, START, Clock, answer, answer_all

SLUGS = (SLUG, "cleaner-production", "poli-satellite-town")


def schedules(study: Study) -> dict:
    return {card.id: card.schedule for card in study.store.cards() if not card.is_new}


def replayed(study: Study) -> dict:
    cards = replay(study.store.reviews(), study.store.weights()).values()
    return {card.id: card.schedule for card in cards if not card.is_new}


def read_for(study: Study, clock: Clock, minutes: int) -> None:
    for minute in range(minutes):
        study.progressing.glance(SLUG, "5", minute * 90, minute * 90 + 200)
        clock.move(minutes=1)
    study.progressing.glance(SLUG, "5", minutes * 90, minutes * 90 + 200, leaving=True)
    study.keep_place(SLUG, "5", minutes * 90)


def review_all(study: Study, rng: random.Random) -> int:
    """Review what is due, forgetting a fifth; return how many answers that took."""
    try:
        session = study.reviewing.session()
    except NothingDueError:
        return 0
    count = 0
    while session.current is not None:
        answer(study, session, right=rng.random() > 0.2)
        count += 1
    return count


def a_day(study: Study, clock: Clock, day: int, rng: random.Random) -> int:
    read_for(study, clock, 3)
    count = review_all(study, rng)
    if day % 5 == 0:
        count += len(answer_all(study, study.quiz(SLUGS[day // 5 % 3], "news", length=6, seed=day)))
    if day % 7 == 3:
        study.vocabulary.set(
            rng.sample(["服务", "审批", "归零", "企业", "园区", "项目"], 2), WordState.LEARNING
        )
    return count


def test_five_weeks_of_learning(open_study: Callable[..., Study], clock: Clock) -> None:
    rng, answers, loads = random.Random(3), 0, []
    for day in range(35):
        clock.now = START + timedelta(days=day, minutes=rng.randrange(600))
        study = open_study()
        assert study.notices == []
        answers += a_day(study, clock, day, rng)
        assert study.store.answers == answers
        loads.append(len(study.reviewing.agenda().due))
        study.close()
    study = open_study()
    assert schedules(study) == replayed(study)
    found = study.progressing.statistics()
    assert sum(day.answers for day in found.days) == found.answers == answers
    assert found.streak.longest >= 5
    assert found.speed.minutes >= 35 * 3
    assert found.words["known"] >= 2
    assert sum(group.answers for group in found.recall) > 20
    assert max(loads) < 60
    # What is remembered well comes back after weeks, not every day.
    waits = [card.due - card.last_review for card in study.store.cards() if card.phase is Phase.REVIEW]
    assert max(waits) > timedelta(days=14)
    assert study.place(SLUG).level == "5"


def test_a_holiday_of_three_weeks_locks_nobody_out(open_study, clock):
    study = open_study()
    for slug in SLUGS:
        answer_all(study, study.quiz(slug, "news", length=8, seed=1))
    cards = {card.id for card in study.store.cards()}
    study.close()
    clock.move(days=21)
    study = open_study()
    asked = set()
    while True:
        try:
            session = study.reviewing.session(ReviewPlan(limit=7))
        except NothingDueError:
            break
        assert session.total <= 7
        asked |= {outcome.question.item.id for outcome in answer_all(study, session)}
    assert asked == cards
    assert study.progressing.statistics().streak.current == 1


def test_a_review_taken_back_step_by_step_leaves_no_trace(open_study, clock):
    study = open_study()
    answer_all(study, study.quiz(SLUG, "news", length=6, seed=1))
    clock.move(days=3)
    before = study.store.export_all()
    session = study.reviewing.session()
    rng = random.Random(1)
    for step in range(8):
        if step % 4 == 3:
            study.reviewing.suspend(session.current.item.id)
            session.put_away()
        elif session.current is not None:
            answer(study, session, right=rng.random() > 0.5)
    while (card_id := session.undo_card) is not None:
        assert study.reviewing.undo(card_id)
        session.undo()
    assert study.store.export_all() == before
    assert session.outcomes == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork")
def test_killed_in_the_middle_of_a_review_day_after_day(open_study, clock):
    study = open_study()
    for slug in SLUGS:
        answer_all(study, study.quiz(slug, "news", length=6, seed=1))
    study.close()
    rng, answers = random.Random(4), study_answers(open_study)
    for _ in range(12):
        clock.move(days=2)
        seen = review_until_killed(open_study, rng.random() * 0.05)
        study = open_study()
        assert study.notices == []
        # What was seen marked is there; one more may have been written and not yet shown.
        assert study.store.answers in (answers + seen, answers + seen + 1)
        assert schedules(study) == replayed(study)
        answers = study.store.answers
        study.close()
    assert answers > 30


def study_answers(open_study) -> int:
    study = open_study()
    found = study.store.answers
    study.close()
    return found


def review_until_killed(open_study, seconds: float) -> int:
    """Review in a process of its own and kill it; return how many answers it had seen marked."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            study = open_study()
            session = study.reviewing.session(ReviewPlan(early=timedelta(days=9999)))
            while session.current is not None:
                answer(study, session)
                os.write(writer, b".")
            time.sleep(9)
        finally:
            os._exit(1)
    os.close(writer)
    first = os.read(reader, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(reader, "rb") as pipe:
        return len(first + pipe.read())


def test_a_backup_brings_back_a_week_and_can_be_undone(open_study, clock, tmp_path):
    study, rng = open_study(), random.Random(5)
    for day in range(7):
        a_day(study, clock, day, rng)
        clock.move(days=1)
    file = tmp_path / "week.json"
    write_backup(make_backup(study.store, study.paths, clock.now), file)
    week = study.store.export_all()
    for day in range(7, 12):
        a_day(study, clock, day, rng)
        clock.move(days=1)
    later = study.store.export_all()
    restore(study.store, study.paths, read_backup(file), clock.now)
    assert study.store.export_all() == week
    assert schedules(study) == replayed(study)
    review_all(study, rng)
    study.close()
    study = open_study()
    assert schedules(study) == replayed(study)
    restore(study.store, study.paths, read_backup(replaced(study.paths)[0]), clock.now)
    assert study.store.export_all() == later


def test_yesterdays_daily_copy_is_there_when_today_went_wrong(open_study, clock):
    study = open_study()
    answer_all(study, study.quiz(SLUG, "news", length=6, seed=1))
    study.close()
    clock.move(days=1)
    study = open_study()
    wanted = study.store.export_all()
    study.store.import_all({**wanted, "reviews": [], "tables": {}})
    assert study.store.answers == 0
    newest = next(iter(daily_copies(study.paths).values()))
    restore(study.store, study.paths, read_backup(newest), clock.now)
    assert study.store.export_all() == wanted


def test_opened_twice_the_second_reads_and_says_so_and_later_writes(open_study, clock):
    first = open_study()
    session = first.quiz(SLUG, "news", length=4, seed=1)
    answer(first, session)
    second = open_study()
    assert second.store.answers == 1
    assert any("Another dubao is open" in notice for notice in second.notices)
    answers_before = second.store.answers
    quiz = second.quiz(SLUG, "news", length=4, seed=1)
    second.record(quiz.answer(quiz_answer(quiz)))  # nothing is kept, and nothing breaks
    assert second.store.answers == answers_before
    with pytest.raises(StorageError, match="Another dubao is open"):
        second.vocabulary.set(["服务"], WordState.KNOWN)
    answer_all(first, session)
    first.close()
    # Now that the first is closed, the second keeps what is answered, after all the first has kept.
    quiz = second.quiz(SLUG, "5", length=4, seed=2)
    answer(second, quiz)
    assert second.store.answers == 5
    second.vocabulary.set(["服务"], WordState.KNOWN)
    assert any("closed" in notice for notice in second.notices)
    third = open_study()
    assert third.store.is_read_only
    second.close()
    assert third.store.word_states()["服务"] is WordState.KNOWN
    assert schedules(third) == replayed(third)


def quiz_answer(session):
    from reader.quiz.item import Answer
    from tests.study.desks import right_answer

    return Answer(right_answer(session.current), 3.0)


def test_the_clock_set_back_a_week_and_forward_again_loses_nothing(open_study, clock):
    study, rng = open_study(), random.Random(6)
    answer_all(study, study.quiz(SLUG, "news", length=8, seed=1))
    for days in (3, -7, 2, 11, -30, 40):
        clock.move(days=days)
        study.close()
        study = open_study()
        assert study.notices == []
        review_all(study, rng)
        assert schedules(study) == replayed(study)
    # A card answered while the clock was wrong comes back within a sane time of the right one.
    latest = max(card.due for card in study.store.cards())
    assert latest < clock.now + timedelta(days=400)
