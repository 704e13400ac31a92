"""What is due, and sessions over it."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.library import bundled_folder
from reader.quiz.item import Answer, AnswerForm, Grade, Item, Proof, Question, Verdict
from reader.review.card import Standing
from reader.review.words import WordState
from reader.study.reviewing import NothingDueError, ReviewPlan, ReviewSession, in_words
from tests.study.desks import SLUG, answer, answer_all

ANY = ReviewPlan(early=timedelta(days=9999))


@pytest.fixture
def learnt(study, clock):
    """A desk after a quiz answered right, and its first repetition ten minutes later."""
    answer_all(study, study.quiz(SLUG, "news", length=8, seed=3))
    clock.move(minutes=15)
    answer_all(study, study.reviewing.session())
    return study


def test_what_a_quiz_asked_comes_back_in_minutes_and_then_in_days(study, clock):
    asked = {o.question.item.id for o in answer_all(study, study.quiz(SLUG, "news", length=8, seed=3))}
    with pytest.raises(NothingDueError, match="comes back in 10 minutes"):
        study.reviewing.session()
    clock.move(minutes=15)
    session = study.reviewing.session()
    assert {outcome.question.item.id for outcome in answer_all(study, session)} == asked
    clock.move(minutes=15)
    assert study.reviewing.agenda().total == 0
    clock.move(days=30)
    assert study.reviewing.agenda().total == len(asked)


def test_a_card_of_today_comes_with_the_day_not_at_its_minute(learnt, clock):
    due = min(card.due for card in learnt.store.cards())
    clock.now = due - timedelta(minutes=1)
    on_day = learnt.store.local_day(clock.now) == learnt.store.local_day(due)
    assert (learnt.reviewing.agenda().total > 0) is on_day


def test_a_word_that_no_text_has_is_asked_by_itself(study):
    study.vocabulary.set(["谢谢", "蝴蝶", "圆珠笔"], WordState.LEARNING)
    session = study.reviewing.session()
    assert not session.gone
    assert {question.item.word for question in session.questions} == {"谢谢", "蝴蝶", "圆珠笔"}
    outcomes = answer_all(study, session)
    assert all(outcome.right for outcome in outcomes)
    assert all(not card.is_new for card in study.store.cards())


def test_early_review_is_never_locked_out(learnt):
    assert learnt.reviewing.agenda().total == 0
    count = len(learnt.store.cards())
    session = learnt.reviewing.session(ANY)
    assert session.total == count
    answer_all(learnt, session)
    assert learnt.store.answers == 3 * count


def test_late_review_asks_the_longest_overdue_first(learnt, clock):
    clock.move(days=200)
    plan = ReviewPlan(limit=2)
    dues = sorted((card.due, card.id) for card in learnt.store.cards())
    session = learnt.reviewing.session(plan)
    assert {q.item.id for q in session._questions} == {card_id for _, card_id in dues[:2]}
    assert session.to_come == len(dues)


def test_what_is_forgotten_is_asked_again_at_the_end(learnt, clock):
    clock.move(days=60)
    session = learnt.reviewing.session()
    total, first = session.total, session.current
    answer(learnt, session, right=False)
    assert session.total == total + 1
    rest = answer_all(learnt, session)
    assert rest[-1].question.item.id == first.item.id
    # It counts as learnt anew; nothing else of today is left.
    assert learnt.reviewing.agenda().total == 0


def test_the_same_seed_gives_the_same_order(learnt, clock):
    clock.move(days=60)
    orders = [
        [q.item.id for q in learnt.reviewing.session(ReviewPlan(seed=seed))._questions] for seed in (1, 1, 2)
    ]
    assert orders[0] == orders[1] != orders[2]


def test_cards_of_one_article_and_article_after_article(study, clock):
    for slug in (SLUG, "cleaner-production"):
        answer_all(study, study.quiz(slug, "news", length=5, seed=3))
    clock.move(days=3)
    session = study.reviewing.session(ReviewPlan(slug=SLUG))
    assert all(q.item.article == SLUG or q.item.word for q in session._questions)
    order = [q.item.article for q in study.reviewing.session(ReviewPlan(by_article=True))._questions]
    assert len(set(order)) >= 2  # a word is asked in any text that has it
    assert order == sorted(order, key=order.index)


def test_new_cards_come_up_to_the_days_number(open_study, clock):
    study = open_study(new_cards=3)
    study.vocabulary.set(["服务", "审批", "归零"], WordState.LEARNING)
    assert len(study.store.new_cards()) == 6
    session = study.reviewing.session()
    assert session.total == 3
    answer_all(study, session)
    assert len(study.reviewing.agenda().new) == 0
    clock.move(days=1)
    assert len(study.reviewing.agenda().new) == 3


def test_a_card_whose_text_is_gone_is_reported_and_kept(learnt, clock):
    answer_all(learnt, learnt.quiz(SLUG, "news", length=3, seed=9))
    lost = "fact/a-text-that-was-deleted/one/recall"
    learnt.store.add_cards([_card(lost, clock.now)])
    clock.move(days=60)
    session = learnt.reviewing.session()
    assert session.gone == (lost,)
    assert learnt.store.card(lost) is not None


def test_only_lost_cards_are_told_in_a_sentence(study, clock):
    study.store.add_cards([_card("fact/a-text-that-was-deleted/one/recall", clock.now)])
    with pytest.raises(NothingDueError, match="no question in the texts there are now"):
        study.reviewing.session()


def _card(card_id, now):
    from reader.review.schedule import new_card

    return new_card(card_id, now)


def test_nothing_at_all_says_how_to_begin(study):
    with pytest.raises(NothingDueError, match="dubao quiz"):
        study.reviewing.session()


@pytest.mark.parametrize(
    ("action", "standing"),
    [("bury", Standing.ACTIVE), ("suspend", Standing.SUSPENDED), ("mark_known", Standing.KNOWN)],
)
def test_a_card_put_away_does_not_come_up_and_undo_brings_it_back(learnt, clock, action, standing):
    clock.move(days=60)
    session = learnt.reviewing.session()
    card_id, total = session.current.item.id, session.total
    getattr(learnt.reviewing, action)(card_id)
    session.put_away()
    assert session.total == total - 1
    assert card_id not in {card.id for card in learnt.reviewing.agenda().due}
    assert learnt.store.card(card_id).standing is standing
    assert learnt.reviewing.undo(session.undo_card)
    session.undo()
    assert session.current.item.id == card_id
    assert card_id in {card.id for card in learnt.reviewing.agenda().due}


def test_a_buried_card_comes_back_tomorrow_and_a_suspended_one_when_resumed(learnt, clock):
    clock.move(days=60)
    one, two, *_ = (card.id for card in learnt.reviewing.agenda().due)
    learnt.reviewing.bury(one)
    learnt.reviewing.suspend(two)
    clock.move(days=1)
    due = {card.id for card in learnt.reviewing.agenda().due}
    assert one in due
    assert two not in due
    learnt.reviewing.resume(two)
    assert two in {card.id for card in learnt.reviewing.agenda().due}


def test_a_reset_card_is_new_again(learnt, clock):
    card_id = learnt.store.cards()[0].id
    learnt.reviewing.reset(card_id)
    assert card_id in {card.id for card in learnt.reviewing.agenda().new}


def test_a_word_said_to_be_known_in_a_review_is_known_everywhere(study):
    study.vocabulary.set(["审批"], WordState.LEARNING)
    study.reviewing.mark_known("word/审批/meaning")
    assert study.store.words.state("审批") is WordState.KNOWN


def test_a_fact_that_a_newer_article_supersedes_says_so(open_study, clock, tmp_path):
    folder = tmp_path / "texts" / "later"
    folder.mkdir(parents=True)
    source = bundled_folder() / SLUG / "article.toml"
    fact = next(f for f in open_study().article(SLUG).facts if f.questions)
    (folder / "article.toml").write_text(
        source.read_text("utf-8").split("[glossary]")[0].replace("2023-11-30", "2026-05-01")
        + f'[[fact]]\nid = "newer"\nwhat = "it is otherwise now"\nsupersedes = "{SLUG}/{fact.id}"\n',
        encoding="utf-8",
    )
    (folder / "news.txt").write_text("# 新的消息\n# News\n\n现在不同了。\nIt is different now.\n", "utf-8")
    study = open_study(folders=(folder.parent,))
    asks = fact.questions[0].asks
    study.store.add_cards([_card(f"fact/{SLUG}/{fact.id}/{asks}", clock.now)])
    question = study.reviewing.session().current
    assert "a newer article says otherwise (新的消息, 2026-05-01)" in question.why


def test_waits_are_said_in_their_largest_unit():
    waits = [timedelta(seconds=20), timedelta(minutes=10), timedelta(hours=1), timedelta(days=3)]
    assert [in_words(wait) for wait in waits] == ["1 minute", "10 minutes", "1 hour", "3 days"]


# --- the session alone


def question(number):
    item = Item(f"word/词{number}/meaning", "meaning", word=f"词{number}")
    return Question(str(number), item, "meaning", "?", "", AnswerForm.TEXT, "对", Proof("对", 0, "对", 0, 1))


def judge(question, answer):
    if answer.text == "?":
        return Grade(Verdict.UNREADABLE)
    return Grade(Verdict.RIGHT if answer.text == "对" else Verdict.WRONG)


def step(session, what):
    if what == "undo":
        session.undo()
    elif session.current is None:
        return
    elif what in ("对", "错", "?"):
        session.answer(Answer(what))
        session.advance()
    elif what == "skip":
        session.skip()
        session.advance()
    else:
        session.put_away()


def state(session):
    return [q.id for q in session._questions], session.outcomes, session.position


@given(st.integers(1, 5), st.lists(st.sampled_from(["对", "错", "?", "skip", "away", "undo"]), max_size=20))
@settings(max_examples=150)
def test_undoing_every_step_leads_back_to_the_start_through_every_state(count, steps):
    session = ReviewSession([question(n) for n in range(count)], judge)
    states = [state(session)]
    for what in steps:
        before = state(session)
        step(session, what)
        if what == "undo" and len(states) > 1:
            states.pop()
            assert state(session) == states[-1]
        elif what != "undo" and state(session) != before:
            states.append(state(session))
        assert session.to_come >= 0
    while len(states) > 1:
        session.undo()
        states.pop()
        assert state(session) == states[-1]
    assert session.undo() is None


@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_a_session_ends_however_much_is_forgotten(count, rng: random.Random):
    session = ReviewSession([question(n) for n in range(count)], judge)
    for _ in range(count * 3):
        step(session, rng.choice(["错", "skip"]))
    assert session.current is None
