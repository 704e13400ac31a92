"""From the id of an item back to its questions: what a due review asks.

An id says where its item comes from: ``fact/SLUG/FACT/ASPECT``, ``figure/SLUG/WORDS/ASPECT``,
``name/SLUG/NAME/gap`` and ``article/SLUG/ASPECT`` from one article, ``word/HEADWORD/ASPECT`` from any
text with the word in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from reader.quiz.bank import make_bank
from reader.quiz.item import Question
from reader.quiz.source import Source

_OF_ARTICLES = ("fact", "figure", "name", "article")


def slug_of(item_id: str) -> str:
    """Return the slug of the article that an item is of; "" for a word, or where the id is no item's."""
    parts = item_id.split("/")
    return parts[1] if len(parts) > 2 and parts[0] in _OF_ARTICLES else ""


def word_of(item_id: str) -> str:
    """Return the headword of a word's item; "" for other items."""
    parts = item_id.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == "word" else ""


def questions_of(
    item_ids: Iterable[str], source: Source, rng: random.Random
) -> dict[str, tuple[Question, ...]]:
    """Return the questions on the items, easiest first, for those that the source still gives."""
    wanted = set(item_ids)
    found: dict[str, list[Question]] = {}
    for question in make_bank(source, rng).questions if wanted else ():
        if question.item.id in wanted:
            found.setdefault(question.item.id, []).append(question)
    return {item: tuple(sorted(same, key=lambda q: q.step)) for item, same in found.items()}


def lent(questions: Iterable[Question], item_id: str) -> tuple[Question, ...]:
    """Return another item's questions as those of an item, which can't be asked in its own way any more."""
    return tuple(
        replace(question, id=f"{item_id}/lent-{number}", item=replace(question.item, id=item_id))
        for number, question in enumerate(questions, 1)
    )
