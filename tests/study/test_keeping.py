"""What is kept while two programs are open: one keeps, the other says of each thing that it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.config import read_settings
from reader.errors import StorageError
from reader.quiz.item import Answer, Grade, Verdict
from reader.review.words import WordState
from reader.study.drilling import DrillPlan
from reader.study.keeping import STANDS, TAKEN_OVER
from tests.study.desks import SLUG, answer_all, right_answer

NOT_KEPT = "Not kept: another dubao is open."


def a_quiz(study, seed=1):
    return study.quiz(SLUG, "news", length=3, seed=seed)


def one_answer(study, session):
    """Answer the current question; return the outcome and what the desk says of keeping it."""
    outcome = session.answer(Answer(right_answer(session.current), 3.0))
    return outcome, study.record(outcome)


@pytest.fixture
def two(open_study):
    """The program that keeps, and one opened while it is open."""
    first = open_study()
    assert first.store.answers == 0
    return first, open_study()


def test_the_second_program_says_of_each_answer_that_it_is_not_kept(two):
    first, second = two
    assert one_answer(first, a_quiz(first))[1] == ""
    outcome, said = one_answer(second, a_quiz(second))
    assert said == NOT_KEPT == second.unkept
    assert second.amend(outcome, replace(outcome, rating=4)) == NOT_KEPT
    drill = second.drilling.drill(DrillPlan(length=2, seed=1))
    assert second.drilling.record(drill.skip()) == NOT_KEPT
    assert second.keep_place(SLUG, "news", 10) == "Your place in the text is not kept: another dubao is open."
    with pytest.raises(StorageError, match="Close it to go on here"):
        second.reviewing.bury(outcome.question.item.id)
    assert first.store.answers == 1
    assert first.place(SLUG) is None


def test_once_the_first_has_ended_the_second_knows_what_it_kept_and_keeps(two):
    first, second = two
    session = a_quiz(second)
    assert one_answer(second, session)[1] == NOT_KEPT
    assert not second.retake()
    answer_all(first, a_quiz(first))
    first.close()
    assert second.retake()
    assert not second.retake()
    assert second.notices[-1] == TAKEN_OVER
    assert second.store.answers == 3
    session.advance()
    assert one_answer(second, session)[1] == ""
    assert second.store.answers == 4


def test_of_two_that_wait_one_takes_over_and_only_it_says_so(two, open_study):
    first, second = two
    third = open_study()
    for study in (second, third):
        assert study.store.is_read_only
    first.close()
    assert third.retake()
    assert not second.retake()
    assert TAKEN_OVER not in second.notices
    third.close()
    assert second.retake()


def test_undoing_an_answer_that_was_not_kept_leaves_the_other_programs_answer_alone(two):
    first, second = two
    session = a_quiz(second)
    outcome, _ = one_answer(second, session)
    mine, said = one_answer(first, a_quiz(first))
    assert mine.question.item.id == outcome.question.item.id
    assert said == ""
    first.close()
    assert second.retake()
    # What the learner takes back was never kept: the other program's answer to the same card stays.
    assert second.undo_answer(outcome)
    assert second.store.answers == 1


def test_judging_anew_what_was_not_kept_keeps_it_once_that_is_possible(two):
    first, second = two
    outcome, _ = one_answer(second, a_quiz(second))
    first.close()
    wrong = replace(outcome, grade=Grade(Verdict.WRONG, "override", ""))
    assert second.amend(outcome, wrong) == ""
    assert second.store.answers == 1
    assert second.undo_answer(wrong)
    assert second.store.answers == 0


def test_an_answer_stands_where_something_else_was_kept_since(study):
    outcome, _ = one_answer(study, a_quiz(study))
    study.vocabulary.set(["服务"], WordState.LEARNING)
    assert not study.undo_answer(outcome)
    assert study.amend(outcome, replace(outcome, rating=4)) == STANDS
    assert study.store.answers == 1
    assert study.vocabulary.undo()
    assert study.undo_answer(outcome)
    assert study.store.answers == 0


def test_a_program_that_is_just_keeping_something_is_waited_for(open_study, home):
    from threading import Timer

    first = open_study()
    assert not first.store.is_read_only
    second = open_study()
    second.patience = 5.0
    timer = Timer(0.2, first.close)
    timer.start()
    assert not second.store.is_read_only
    assert second.notices == []
    timer.join()


def test_settings_changed_in_two_programs_go_together(open_study):
    first, second = open_study(), open_study()
    first.save_settings(replace(first.settings, new_cards=7, level=5))
    second.save_settings(replace(second.settings, theme="paper"))
    kept = read_settings(second.paths.settings_file)
    assert (kept.new_cards, kept.level, kept.theme) == (7, 5, "paper")
    assert second.settings == kept
    # The later change of the same setting holds.
    first.save_settings(replace(first.settings, level=2))
    assert read_settings(second.paths.settings_file) == replace(kept, level=2)


def test_settings_that_cannot_be_read_any_more_are_written_anew(study):
    study.save_settings(replace(study.settings, level=4))
    study.paths.settings_file.write_text("level = ", encoding="utf-8")
    study.save_settings(replace(study.settings, new_cards=9))
    assert read_settings(study.paths.settings_file) == study.settings
    assert study.settings.level == 4
