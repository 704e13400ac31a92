"""What every maker of questions shares: the type of what it yields, and how a choice is put together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.quiz.figures import StatedFigure
from reader.quiz.item import AnswerForm, Item, Option, Proof, Question, Refusal

#: What a maker yields: questions, and refusals of what it can't ask.
Made = Iterator[Question | Refusal]

#: Kinds of figure that are worth remembering; an ordinal or a door number is not.
ASKED_FIGURES = frozenset(
    {FigureKind.CARDINAL, FigureKind.DECIMAL, FigureKind.PERCENT, FigureKind.FRACTION, FigureKind.MULTIPLE}
)
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
    quantity: Quantity | None = None,
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
        quantity=quantity,
    )


def typed(question: Question, form: AnswerForm, hint: str, **changes: Any) -> Iterator[Question]:
    """Yield a question to be typed with a hint, the shape of its answer, and without one.

    ``changes`` are fields that differ from the question's own.
    """
    base = replace(question, **{"form": form, "options": (), **changes})
    if hint:
        said, said_en = f"（提示：{hint}）", f" (Hint: {hint})"
        yield replace(
            base, id=f"{base.item.id}/typed", stem=base.stem + said, stem_en=base.stem_en + said_en, hint=hint
        )
    yield replace(base, id=f"{base.item.id}/recall")


_FIGURE_SIGNS = "0123456789０１２３４５６７８９〇零一二两三四五六七八九"


def masked_figure(words: str) -> str:
    """Return a figure with its digits hidden, □□□□亿元; "" where it has none."""
    masked = "".join("□" if sign in _FIGURE_SIGNS else sign for sign in words)
    return masked if "□" in masked else ""


def masked_word(word: str) -> str:
    """Return a word of which only the first character shows: 集□."""
    return word[0] + "□" * (len(word) - 1)
