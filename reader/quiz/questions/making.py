"""What every maker of questions shares: the type of what it yields, and how a choice is put together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.quiz.figures import StatedFigure
from reader.quiz.item import AnswerForm, Item, Option, Proof, Question, Refusal

#: What a maker yields: questions, and refusals of what it can't ask.
Made = Iterator[Question | Refusal]

#: How many wrong options a question has.
WRONG = 2


def item_of(stated: StatedFigure, aspect: str) -> Item:
    """Return the item that tests one aspect of a fact's figure."""
    fact = stated.fact.id if stated.fact else ""
    slug = stated.source.article.slug
    return Item(f"fact/{slug}/{fact}/{aspect}", aspect, slug, fact)


def choice(
    item: Item,
    stem: str,
    stem_en: str,
    key: Option,
    wrong: Sequence[Option],
    proof: Proof,
    rng: random.Random,
    *,
    kind: str = "",
    variant: str = "choice",
    why: str = "",
) -> Question:
    """Return a question with its options in random order. ``variant`` ends the question's id."""
    options = [key, *wrong]
    rng.shuffle(options)
    return Question(
        id=f"{item.id}/{variant}",
        item=item,
        kind=kind or item.kind,
        stem=stem,
        stem_en=stem_en,
        form=AnswerForm.CHOICE,
        key=key.text,
        proof=proof,
        options=tuple(options),
        why=why,
        key_en="" if key.english == key.text else key.english,
    )


def as_typed(question: Question, form: AnswerForm, **changes: str) -> Question:
    """Return a choice as a question whose answer is typed."""
    typed = replace(question, id=f"{question.item.id}/typed", form=form, options=())
    return replace(typed, **changes) if changes else typed  # type: ignore[arg-type]
