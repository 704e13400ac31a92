"""An answer -> its rating -> the card's new schedule, on disk before the next question shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from reader.config import Settings
from reader.quiz.session import Outcome
from reader.review.card import Card, Event, Phase, Rating, Review, Standing
from reader.review.day import day_end
from reader.review.schedule import Scheduler, new_card
from reader.review.store import Store
from reader.review.words import WordState
from reader.study.rating import rate

#: A card this little before its time counts as due: it comes up at the end of a review.
AHEAD = timedelta(minutes=20)
#: A right answer so soon after the last says little of what will be known in a week.
SOON = timedelta(hours=12)
#: A word is known once an answer shows that it will be remembered for so many days.
KNOWN_DAYS = 7.0


def record(
    store: Store, settings: Settings, outcome: Outcome, now: datetime, *, rating: Rating | None = None
) -> Review:
    """Keep one answer, its card, and what it says of the word it is about.

    A right answer to a card that is far from due counts in the log but does not move the schedule if
    the last one was hours ago: recalling a thing twice in an hour says little, forgetting it says much.
    ``rating`` overrides what right or wrong, help and time would give. What is asked of a text that
    isn't kept has no card: it could never be asked again.

    Raises:
        StorageError: it can't be kept.
    """
    question = outcome.question
    card = store.card(question.item.id) or new_card(question.item.id, now)
    scheduler = scheduler_for(store, settings, card.id)
    rating = rating or rate(outcome, store.counts.median_seconds(question.kind))
    right = rating is not Rating.AGAIN
    moves = question.item.comes_back and _moves(card, right, now)
    review = Review(
        card=card.id,
        at=now,
        rating=rating,
        kind=question.kind,
        right=outcome.right,
        mistake=outcome.grade.mistake,
        seconds=outcome.answer.seconds,
        peeked=outcome.answer.peeked,
        article=question.item.article,
        retention=scheduler.retention,
        weights=scheduler.name,
        predicted=_predicted(scheduler, card, now),
        scheduled=moves,
        is_first=card.is_new,
    )
    moved = scheduler.review(card, rating, now) if moves else card
    if not right and moved.standing is Standing.KNOWN:
        moved = replace(moved, standing=Standing.ACTIVE)  # it was not known after all
    if not question.item.comes_back:
        return store.record_answer(review)
    return store.record_answer(review, moved, _word_after(store, question.item.word, moved, right))


def record_peek(store: Store, settings: Settings, word: str, now: datetime) -> bool:
    """Keep that the reading of a word had to be looked at; tell whether that was news.

    It counts as forgotten, once a day at most; a word never asked begins to be learnt.

    Raises:
        StorageError: it can't be kept.
    """
    card_id = f"word/{word}/reading"
    card = store.card(card_id) or new_card(card_id, now)
    if card.last_review is not None and now - card.last_review < SOON:
        return False
    scheduler = scheduler_for(store, settings, card_id)
    review = Review(
        card_id, now, Rating.AGAIN, "word reading", False, seconds=0.0, peeked=True,
        retention=scheduler.retention, weights=scheduler.name, predicted=_predicted(scheduler, card, now),
        is_first=card.is_new, event=Event.PEEK,
    )  # fmt: skip
    moved = scheduler.review(card, Rating.AGAIN, now)
    store.record_answer(review, moved, _word_after(store, word, moved, right=False))
    return True


def scheduler_for(store: Store, settings: Settings, card_id: str) -> Scheduler:
    """Return the scheduler of a card: its retention by what it is of, the latest fitted numbers."""
    is_word = card_id.startswith("word/")
    retention = settings.retention if is_word else settings.fact_retention or settings.retention
    name, weights = store.latest_weights
    return Scheduler(retention, weights, name)


def _predicted(scheduler: Scheduler, card: Card, now: datetime) -> float | None:
    """Return the recall expected of a card, 0 to 1; None so soon after its last answer that it says nothing.

    What is asked again within a session is nearly always expected to be known, and would hide the rest.
    """
    is_soon = card.last_review is not None and now - card.last_review < SOON
    return None if is_soon else scheduler.recall(card, now)


def _moves(card: Card, right: bool, now: datetime) -> bool:
    if card.is_new or not right or card.due <= now + AHEAD:
        return True
    is_of_today = card.phase is Phase.REVIEW and card.due <= day_end(now)
    return is_of_today or card.last_review is None or now - card.last_review >= SOON


def _word_after(store: Store, word: str, card: Card, right: bool) -> tuple[str, WordState] | None:
    if not word:
        return None
    state = store.words.state(word)
    if state is WordState.IGNORED:
        return None
    if not right:
        return word, WordState.LEARNING
    if card.phase is Phase.REVIEW and card.stability >= KNOWN_DAYS:
        return word, WordState.KNOWN
    return (word, WordState.LEARNING) if state is WordState.NEW else None
