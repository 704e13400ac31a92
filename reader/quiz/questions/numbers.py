"""Questions on the figures that a version's facts state. One short function a kind."""

from __future__ import annotations

import random

from reader.chinese.numbers.quantity import Bound
from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.distractors import wrong_pair
from reader.quiz.figures import StatedFigure, stated_by_facts
from reader.quiz.item import AnswerForm, Option, Question, Refusal
from reader.quiz.phrases import bare, frame, with_bound
from reader.quiz.questions.making import WRONG, Made, choice, item_of, masked_figure, typed
from reader.quiz.source import Source

#: Wrong subjects are chosen among so many taken at random.
_SAMPLE = 8


def recall(source: Source, rng: random.Random) -> Made:
    """Ask for each figure: among three (first meetings), and to be typed."""
    figures = list(stated_by_facts(source))
    for stated in source.some(figures):
        yield from typed(_asked(stated), AnswerForm.FIGURE, masked_figure(stated.words))
        yield _recognise(stated, figures, rng)
    found = {stated.fact.id for stated in figures if stated.fact}
    for fact in source.article.facts:
        if fact.figure is not None and fact.id not in found:
            yield Refusal(f"fact/{source.article.slug}/{fact.id}/recall", "This version does not state it.")


def _asked(stated: StatedFigure) -> Question:
    assert stated.figure is not None
    item = item_of(stated, "recall")
    return Question(
        id=item.id,
        item=item,
        kind="recall",
        stem=stated.figure.stem,
        stem_en=stated.figure.stem_en,
        form=AnswerForm.FIGURE,
        key=stated.words,
        proof=stated.proof,
        why=f"{stated.figure.subject}：{stated.words}",
        measure=stated.figure.measure,
        quantity=stated.quantity,
    )


def _recognise(stated: StatedFigure, figures: list[StatedFigure], rng: random.Random) -> Question | Refusal:
    assert stated.figure is not None
    item = item_of(stated, "recall")
    wrong = wrong_pair(stated, [o for o in figures if o is not stated], rng, stem=stated.figure.stem)
    if wrong is None:
        return Refusal(f"{item.id}/choice", "No two wrong figures are plausible; it is typed.")
    around = frame(stated)
    said = f"文章里说的是“{around}”。" if around else ""
    said_en = f" The article says “{around}”." if around else ""
    return choice(
        item, stated.figure.stem + said, stated.figure.stem_en + said_en, Option(stated.number), wrong,
        stated.proof, rng, kind="choose", why=f"{stated.figure.subject}：{stated.words}",
        quantity=stated.quantity,
    )  # fmt: skip


def subject(source: Source, rng: random.Random) -> Made:
    """Ask what a figure counts; the wrong options are what others of its measure word count."""
    figures = list(stated_by_facts(source))
    for stated in source.some(figures):
        assert stated.figure is not None
        item = item_of(stated, "subject")
        others = [o for o in figures if o.measure == stated.measure and _is_other(stated, o)]
        if any(o.number == stated.number and o is not stated for o in figures):
            yield Refusal(item.id, f"{stated.number} stands in the text for something else too.")
        elif len(others) < WRONG:
            yield Refusal(item.id, "No two other things in the text are counted with its measure word.")
        else:
            wrong = _alike(stated, others, rng)
            yield choice(
                item, f"文章里的“{stated.words}”指的是什么？",
                f"What does “{stated.words}” in the article count?",
                Option(stated.figure.subject, stated.figure.subject_en), wrong, stated.proof, rng,
                why=f"{stated.figure.subject}：{stated.words}", quantity=stated.quantity,
            )  # fmt: skip


def _is_other(stated: StatedFigure, other: StatedFigure) -> bool:
    assert stated.figure is not None
    return other.figure is not None and other.figure.subject != stated.figure.subject


def _alike(stated: StatedFigure, others: list[StatedFigure], rng: random.Random) -> tuple[Option, Option]:
    some = rng.sample(others, min(_SAMPLE, len(others)))
    pair = balanced_pair(_looks(stated), [(other, _looks(other)) for other in some], rng)
    assert pair is not None, "the caller has seen that there are two"
    return _other_subject(pair[0]), _other_subject(pair[1])


def _looks(stated: StatedFigure) -> Looks:
    assert stated.figure is not None
    return Looks(stated.figure.subject, (len(stated.figure.subject),))


def _other_subject(other: StatedFigure) -> Option:
    assert other.figure is not None
    note = f"That is another figure: {other.figure.subject}：{other.words}"
    return Option(other.figure.subject, other.figure.subject_en, "another figure's subject", note)


def bound(source: Source, rng: random.Random) -> Made:
    """Ask whether a figure is exact or not: for each with a bound, and for as many without one.

    So both answers are right equally often, and the bound can't be guessed.
    """
    figures = list(stated_by_facts(source))
    asked: set[str] = set()
    for stated, other in bound_pairs(figures):
        made = _bound(stated, other, rng)
        asked.add(made.item.id)
        yield made
    for stated in figures:
        item = item_of(stated, "bound")
        if item.id not in asked:
            yield Refusal(item.id, "Its bound could be guessed, or there is none to ask for.")


def bound_pairs(figures: list[StatedFigure]) -> list[tuple[StatedFigure, Bound]]:
    """Return figures with a bound, each with 正好 for a wrong one, and as many round ones without.

    These get the first one's bound for a wrong one.
    """
    known = [f for f in figures if f.quantity.value is not None]
    bounded = [f for f in known if f.quantity.bound not in (Bound.EXACT, Bound.VAGUE)]
    exact = [f for f in known if f.quantity.bound is Bound.EXACT and (f.quantity.value or 0) >= 10]
    exact.sort(key=lambda stated: -_roundness(stated))
    pairs: list[tuple[StatedFigure, Bound]] = []
    for stated, counterpart in zip(bounded, exact, strict=False):
        pairs += [(stated, Bound.EXACT), (counterpart, stated.quantity.bound)]
    return pairs


def _roundness(stated: StatedFigure) -> int:
    digits = stated.quantity.text.rstrip("万亿千百")
    return len(digits) - len(digits.rstrip("0"))


def _bound(stated: StatedFigure, wrong: Bound, rng: random.Random) -> Question:
    assert stated.figure is not None
    item = item_of(stated, "bound")
    number, right = bare(stated), stated.quantity.bound
    key, other = with_bound(number, right), with_bound(number, wrong)
    mistake = "the bound dropped" if wrong is Bound.EXACT else "a bound added"
    said = f"The text says “{stated.words}”."
    stem = f"文章里提到了{stated.figure.subject}。关于这个数，哪种说法对？"
    stem_en = f"The article tells of the {stated.figure.subject_en}. Which way to put the figure is right?"
    return choice(
        item, stem, stem_en, Option(key, _bound_english(right)),
        [Option(other, _bound_english(wrong), mistake, said)], stated.proof, rng,
        why=f"文中写的是“{stated.words}”。", quantity=stated.quantity,
    )  # fmt: skip


def _bound_english(bound: Bound) -> str:
    return {
        Bound.EXACT: "exactly this",
        Bound.OVER: "a bit more than this",
        Bound.MORE_THAN: "more than this",
        Bound.AT_LEAST: "this or more",
        Bound.AT_MOST: "this at most",
        Bound.NEARLY: "nearly this",
        Bound.ABOUT: "about this",
        Bound.UNDER: "less than this",
    }.get(bound, "")
