"""When a card comes back: FSRS, with the spreading of due days from a source of our own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.review.card import Card, Event, Phase, Rating, Review

if TYPE_CHECKING:
    import fsrs

#: Intervals from this many days on are spread by this share, so that cards learnt together part.
_SPREAD_FROM_DAYS, _SPREAD = 3, 0.06
_LONGEST_DAYS = 36_500


def steady_draw(card: Card) -> float:
    """Return a number from 0 to 1 that depends on the card's id and its count of reviews alone.

    So the due days are spread, yet the same reviews always give the same schedule.
    """
    digest = hashlib.sha256(f"{card.id}\n{card.reviews}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:7], "big") / 2**56


class Scheduler:
    """Moves cards on. Pure: nothing is kept, nothing random is asked for but ``steady_draw``."""

    def __init__(self, retention: float = 0.9, weights: Sequence[float] | None = None, name: int = 0) -> None:
        """``retention`` is how likely a card should still be known when it is due, 0.5 to 0.99.

        ``weights`` are the 21 numbers of the model, as an optimizer found them; None for the usual ones.
        ``name`` is what reviews call them by.

        Raises:
            ValueError: a number is out of its range.
        """
        if not 0.5 <= retention <= 0.99:
            raise ValueError(f"A retention of {retention} is outside 0.5 to 0.99.")
        self.retention = retention
        self.name = name
        self._weights = None if weights is None else tuple(weights)

    @cached_property
    def _model(self) -> fsrs.Scheduler:
        import fsrs

        options = {
            "desired_retention": self.retention,
            "enable_fuzzing": False,
            "maximum_interval": _LONGEST_DAYS,
        }
        if self._weights is None:
            return fsrs.Scheduler(**options)  # type: ignore[arg-type]
        return fsrs.Scheduler(self._weights, **options)  # type: ignore[arg-type]

    def check(self) -> None:
        """Look whether the model takes the weights.

        Raises:
            ValueError: they are too few, too many, or out of their range.
        """
        _ = self._model

    def review(self, card: Card, rating: Rating, now: datetime) -> Card:
        """Return the card as it stands after an answer at ``now`` (an aware time)."""
        import fsrs

        now = now.astimezone(UTC)
        moved, _ = self._model.review_card(_to_model(card), fsrs.Rating(int(rating)), now)
        assert moved.stability is not None, "a reviewed card has one"
        assert moved.difficulty is not None, "a reviewed card has one"
        return replace(
            card,
            due=now + self._spread(moved.due - now, card),
            phase=Phase(int(moved.state)),
            step=moved.step or 0,
            stability=float(moved.stability),
            difficulty=float(moved.difficulty),
            last_review=now,
            reviews=card.reviews + 1,
            lapses=card.lapses + (rating is Rating.AGAIN and card.phase is Phase.REVIEW),
            buried_until=None,
        )

    def recall(self, card: Card, now: datetime) -> float | None:
        """Return how likely the card is remembered at ``now``, 0 to 1; None while it is new."""
        if card.is_new:
            return None
        return float(self._model.get_card_retrievability(_to_model(card), now.astimezone(UTC)))

    def _spread(self, interval: timedelta, card: Card) -> timedelta:
        if interval.days < _SPREAD_FROM_DAYS:
            return interval
        most = max(1.0, interval.days * _SPREAD)
        moved = interval.days + round((2 * steady_draw(card) - 1) * most)
        return timedelta(days=min(moved, _LONGEST_DAYS))


def new_card(card_id: str, now: datetime) -> Card:
    """Return a card that has never been asked, due at once."""
    return Card(card_id, now.astimezone(UTC))


def replay(
    reviews: Iterable[Review], weights: Mapping[int, Sequence[float]] | None = None
) -> dict[str, Card]:
    """Return every card as its reviews, in the order of the log, leave it.

    ``weights`` are the model's numbers by the name the reviews give them (0 needs none). Standing and
    burial are the learner's own doing and not told by reviews.
    """

    @lru_cache
    def scheduler(retention: float, name: int) -> Scheduler:
        return Scheduler(retention, (weights or {}).get(name))

    cards: dict[str, Card] = {}
    for review in reviews:
        card = cards.get(review.card) or new_card(review.card, review.at)
        if review.event is Event.RESET:
            cards[review.card] = new_card(review.card, review.at)
        elif review.scheduled:
            model = scheduler(review.retention, review.weights)
            cards[review.card] = model.review(card, review.rating, review.at)
    return cards


def _to_model(card: Card) -> fsrs.Card:
    import fsrs

    # An id is given because the package sleeps a millisecond to think of one.
    if card.is_new:
        return fsrs.Card(card_id=1, due=card.due)
    return fsrs.Card(
        card_id=1,
        state=fsrs.State(int(card.phase)),
        step=None if card.phase is Phase.REVIEW else card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.last_review,
    )
