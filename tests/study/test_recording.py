"""What an answer does to its card and to its word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.config import Settings
from reader.quiz.item import Answer, AnswerForm, Grade, Item, Proof, Question, Verdict
from reader.quiz.session import Outcome
from reader.review.card import Phase, Rating, Standing
from reader.review.schedule import replay
from reader.review.store import Store, open_store
from reader.review.words import WordState
from reader.study.recording import record, record_peek
from tests.study.desks import DAY, START

WORD = Question(
    "word/项目/reading/typed", Item("word/项目/reading", "word reading", "town", word="项目"), "word reading",
    "怎么读？", "", AnswerForm.PINYIN, "xiàngmù", Proof("大项目。", 0, "项目", 1, 3),
)  # fmt: skip
FACT = replace(WORD, item=Item("fact/town/projects/recall", "recall", "town", "projects"), kind="recall")


def outcome(question=WORD, *, right=True, seconds=9.0, peeked=False):
    grade = Grade(Verdict.RIGHT) if right else Grade(Verdict.WRONG, "reading")
    return Outcome(question, Answer("xiangmu", seconds, peeked), grade)


@pytest.fixture
def store(tmp_path) -> Store:
    return open_store(tmp_path / "progress", clock=lambda: START)


def test_a_word_answered_right_over_days_becomes_known(store):
    now, states = START, []
    for _ in range(4):
        record(store, Settings(), outcome(), now)
        states.append(store.words.state("项目"))
        now = store.card("word/项目/reading").due
    assert states[0] is WordState.LEARNING
    assert states[-1] is WordState.KNOWN
    assert states == sorted(states, key=[WordState.LEARNING, WordState.KNOWN].index)


def test_a_known_word_answered_wrong_is_learnt_again(store):
    store.set_words(["项目"], WordState.KNOWN, "HSK 4", START)
    record(store, Settings(), outcome(right=False), START)
    assert store.words.state("项目") is WordState.LEARNING


def test_an_ignored_word_stays_ignored(store):
    store.set_words(["项目"], WordState.IGNORED, "key", START)
    record(store, Settings(), outcome(right=False), START)
    assert store.words.state("项目") is WordState.IGNORED


def test_a_card_said_to_be_known_and_answered_wrong_comes_back(store):
    record(store, Settings(), outcome(FACT), START)
    store.mark_known(FACT.item.id)
    record(store, Settings(), outcome(FACT, right=False), START + DAY)
    assert store.card(FACT.item.id).standing is Standing.ACTIVE


def test_undo_takes_answer_schedule_and_word_state_back_together(store):
    record(store, Settings(), outcome(), START)
    before = (store.card(WORD.item.id), store.answers, store.word_states())
    record(store, Settings(), outcome(right=False), START + DAY)
    assert store.undo() == f"the answer to {WORD.item.id}"
    assert (store.card(WORD.item.id), store.answers, store.word_states()) == before


def test_a_second_right_answer_within_hours_does_not_move_a_card_that_waits_for_days(store):
    now = START
    while store.card(WORD.item.id) is None or store.card(WORD.item.id).phase is not Phase.REVIEW:
        record(store, Settings(), outcome(), now)
        now = store.card(WORD.item.id).due
    card = store.card(WORD.item.id)
    record(store, Settings(), outcome(), card.last_review + timedelta(hours=1))
    assert store.card(WORD.item.id) == card
    record(store, Settings(), outcome(right=False), card.last_review + timedelta(hours=2))
    assert store.card(WORD.item.id) != card


def test_a_review_ahead_of_time_by_a_day_or_more_moves_the_schedule(store):
    now = START
    for _ in range(4):
        record(store, Settings(), outcome(), now)
        now = store.card(WORD.item.id).due
    card = store.card(WORD.item.id)
    record(store, Settings(), outcome(), card.due - DAY)
    assert store.card(WORD.item.id).due > card.due


def test_facts_may_be_kept_with_a_lower_retention_than_words(store):
    settings = Settings(retention=0.95, fact_retention=0.8)
    for question in (WORD, FACT):
        now = START
        for _ in range(3):
            record(store, settings, outcome(question), now)
            now = store.card(question.item.id).due
    word, fact = store.card(WORD.item.id), store.card(FACT.item.id)
    assert fact.due - fact.last_review > word.due - word.last_review
    assert {review.retention for review in store.reviews()} == {0.95, 0.8}


def test_the_readers_own_rating_goes_over_what_time_and_help_would_give(store):
    record(store, Settings(), outcome(), START, rating=Rating.EASY)
    assert next(store.reviews()).rating is Rating.EASY


def test_fitted_numbers_are_used_from_then_on_and_replay_knows_both(store):
    record(store, Settings(), outcome(), START)
    weights = [0.5, 1.5, 3.0, 9.0, *(6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
               0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542)]  # fmt: skip
    assert store.add_weights(weights, START) == 1
    record(store, Settings(), outcome(FACT), START)
    record(store, Settings(), outcome(), START + DAY)
    reviews = list(store.reviews())
    assert [review.weights for review in reviews] == [0, 1, 1]
    assert replay(reviews, store.weights()) == {card.id: card for card in store.cards()}


def test_a_peek_counts_as_forgotten_but_not_as_an_answer_and_once_in_a_while_only(store):
    for day in (0, 1, 4):
        record(store, Settings(), outcome(), START + day * DAY)
    before = store.card(WORD.item.id)
    later = START + 10 * DAY
    assert record_peek(store, Settings(), "项目", later)
    assert not record_peek(store, Settings(), "项目", later + timedelta(hours=1))
    assert store.card(WORD.item.id).stability < before.stability
    assert store.answers == 3
    assert store.words.state("项目") is WordState.LEARNING
    assert replay(store.reviews()) == {card.id: card for card in store.cards()}
    store.undo()
    assert store.card(WORD.item.id) == before


def test_what_is_asked_again_within_hours_says_nothing_of_memory(store):
    for after in (timedelta(0), timedelta(minutes=10), timedelta(days=3)):
        record(store, Settings(), outcome(), START + after)
    predicted = [review.predicted for review in store.reviews()]
    assert predicted[:2] == [None, None]
    assert 0 < predicted[2] < 1
    assert sum(group.answers for group in store.counts.recalls()) == 1
