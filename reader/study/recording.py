"""An answer -> its rating -> the card's new schedule, on disk before the next question shows."""

from __future__ import annotations

from datetime import datetime

from reader.config import Settings
from reader.quiz.session import Outcome
from reader.review.card import Card, Review
from reader.review.store import Store
from reader.study.rating import rate


def record(store: Store, settings: Settings, outcome: Outcome, now: datetime) -> Review:
    """Keep one answer and its card.

    An answer to a card that is not due yet counts in the log but does not move the schedule, unless it
    was wrong: recalling a thing twice in an hour says little, forgetting it says much.

    Raises:
        StorageError: it can't be kept.
    """
    from reader.review.schedule import Scheduler, new_card

    question = outcome.question
    card = store.card(question.item.id) or new_card(question.item.id, now)
    scheduler = Scheduler(settings.retention)
    rating = rate(outcome, store.median_seconds(question.kind))
    moves = _moves(card, outcome, now)
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
        retention=settings.retention,
        predicted=scheduler.recall(card, now),
        scheduled=moves,
        is_first=card.is_new,
    )
    return store.record_answer(review, scheduler.review(card, rating, now) if moves else card)


def _moves(card: Card, outcome: Outcome, now: datetime) -> bool:
    return card.is_new or card.due <= now or not outcome.right
