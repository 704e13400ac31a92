"""Every question that a source gives, and every item that is not asked, with the reason."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.quiz.item import Question, Refusal
from reader.quiz.questions import (
    changes,
    comparing,
    comprehension,
    events,
    matching,
    name_gaps,
    number_skills,
    numbers,
    occurring,
    plain_bounds,
    plain_text,
    truth,
    vocabulary,
    whole,
)
from reader.quiz.source import Source

#: A maker gives the questions of one kind for a source; what it can't ask it refuses, with the reason.
Maker = Callable[[Source, random.Random], Iterator[Question | Refusal]]

MAKERS: tuple[Maker, ...] = (
    numbers.recall,
    numbers.subject,
    numbers.bound,
    number_skills.measure,
    comparing.compare,
    comparing.order,
    comparing.sequence,
    number_skills.convert,
    number_skills.to_chinese,
    number_skills.value,
    number_skills.reading,
    truth.figures,
    comprehension.written,
    truth.details,
    whole.title,
    whole.paragraph,
    whole.answered_here,
    whole.place_of_clause,
    matching.match,
    events.events,
    plain_text.figure_gaps,
    plain_text.figure_claims,
    plain_bounds.bounds,
    changes.change_claims,
    plain_text.date_gaps,
    name_gaps.name_gaps,
    vocabulary.meaning,
    vocabulary.reading,
    vocabulary.character,
    vocabulary.gap,
    occurring.seen,
)


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions and refusals."""

    questions: tuple[Question, ...]
    refused: tuple[Refusal, ...]

    def of_kinds(self, kinds: Iterable[str]) -> Bank:
        """Return the bank with the questions of these kinds only."""
        wanted = set(kinds)
        return Bank(tuple(q for q in self.questions if q.kind in wanted), self.refused)

    def of_items(self, items: Iterable[str]) -> Bank:
        """Return the bank with the questions on these items only: those missed before, say."""
        wanted = set(items)
        return Bank(tuple(q for q in self.questions if q.item.id in wanted), self.refused)


def make_bank(source: Source, rng: random.Random) -> Bank:
    """Make every question the source gives. The same source and random source give the same bank."""
    questions: list[Question] = []
    refused: dict[str, Refusal] = {}
    for maker in MAKERS:
        for made in maker(source, rng):
            if isinstance(made, Question):
                questions.append(made)
            else:
                refused.setdefault(made.item, made)
    return Bank(tuple(questions), tuple(refused.values()))
