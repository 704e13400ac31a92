"""True or false: a fact as it stands, and with one detail changed. Both are made, so neither is likelier."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from reader.chinese.numbers.quantity import Bound
from reader.quiz.distractors import wrong_figure
from reader.quiz.figures import StatedFigure, stated_by_facts
from reader.quiz.item import AnswerForm, Item, Option, Proof, Question, Refusal
from reader.quiz.phrases import bare, statement, with_bound
from reader.quiz.questions import comprehension
from reader.quiz.questions.making import Made, item_of
from reader.quiz.questions.numbers import bound_pairs
from reader.quiz.source import Source

TRUE, FALSE = ("对", "true"), ("不对", "false")


#: A quiz has few claims: so many are enough to draw them from.
_QUICK = 6


@dataclass(frozen=True)
class _Claim:
    """A statement, right or (with the name of the mistake) wrong, and what is right."""

    item: Item
    stem: str
    stem_en: str
    mistake: str | None
    proof: Proof
    why: str


def figures(source: Source, _: random.Random) -> Made:
    """State each figure rightly, and wrongly; the wrong ones include a dropped bound."""
    stated_figures = list(stated_by_facts(source))
    for stated in source.some(stated_figures, _QUICK):
        # The same wrong figure each time, so that the claim is one claim.
        others = [other for other in stated_figures if other is not stated]
        wrong = wrong_figure(stated, others, random.Random(stated.words))
        if wrong is None:
            yield Refusal(item_of(stated, "truth").id, "No wrong figure is plausible beside it.")
            continue
        shown, option = wrong
        yield from _both(_claim(stated, stated.words, None), _claim(stated, shown, option.mistake))
    for stated, other in bound_pairs(stated_figures):
        yield from _bound(stated, other)


def _bound(stated: StatedFigure, other: Bound) -> Iterator[Question]:
    number, right = bare(stated), stated.quantity.bound
    mistake = "the bound dropped" if other is Bound.EXACT else "a bound added"
    yield from _both(
        _claim(stated, with_bound(number, right), None, "truth-bound"),
        _claim(stated, with_bound(number, other), mistake, "truth-bound"),
    )


def _claim(stated: StatedFigure, shown: str, mistake: str | None, aspect: str = "truth") -> _Claim:
    assert stated.figure is not None
    when = stated.figure.period_en
    about = f"{stated.figure.subject_en}{f' ({when})' if when else ''}"
    return _Claim(
        item_of(stated, aspect),
        statement(stated, shown),
        f"{about[0].upper()}{about[1:]}: {shown}.",
        mistake,
        stated.proof,
        statement(stated, stated.words),
    )


def details(source: Source, _: random.Random) -> Made:
    """State the answer of each written question rightly, and wrongly."""
    for made in source.some(comprehension.written(source, random.Random(source.article.slug)), _QUICK):
        if not isinstance(made, Question) or not made.options:
            continue
        wrong = [option for option in made.options if option.mistake is not None][:1]
        item = Item(f"{made.item.id}/truth", "truth", made.item.article, made.item.fact)
        right = made.options[made.key_index]
        yield from _both(
            _answered(item, made, right.text, right.english, None),
            *(_answered(item, made, o.text, o.english, "one detail changed") for o in wrong),
        )


def _answered(item: Item, made: Question, shown: str, english: str, mistake: str | None) -> _Claim:
    stem = f"问：“{_inner(made.stem)}”答：“{_inner(shown)}。”这个回答对不对？"
    stem_en = f"“{made.stem_en}” – “{english}.” Is that answer right?"
    return _Claim(item, stem, stem_en, mistake, made.proof, f"{made.stem}{made.key}。")


def _inner(words: str) -> str:
    return words.replace("“", "‘").replace("”", "’")


def _both(*claims: _Claim) -> Iterator[Question]:
    for claim in claims:
        yield _question(claim, "true" if claim.mistake is None else "false")


def _question(claim: _Claim, variant: str) -> Question:
    return claim_question(
        claim.item, claim.stem, claim.stem_en, claim.mistake, claim.proof, claim.why, variant=variant
    )


def claim_question(
    item: Item,
    claim: str,
    claim_en: str,
    mistake: str | None,
    proof: Proof,
    why: str,
    *,
    variant: str = "",
) -> Question:
    """Return the question whether a claim is true. ``mistake`` names what is wrong with it, if anything."""
    key, other = (TRUE, FALSE) if mistake is None else (FALSE, TRUE)
    missed = "a true detail doubted" if mistake is None else f"not noticed: {mistake}"
    options = [Option(*key), Option(*other, missed, why)]
    # 对 always stands first: as many claims are true as false, and the eye need not search.
    options.sort(key=lambda option: option.text != TRUE[0])
    return Question(
        id=f"{item.id}/{variant or ('true' if mistake is None else 'false')}",
        item=item,
        kind="truth",
        stem=f"根据文章判断对错：{claim}",
        stem_en=f"True or false? {claim_en}",
        form=AnswerForm.CHOICE,
        key=key[0],
        proof=proof,
        options=tuple(options),
        why=why,
        key_en=key[1],
    )
