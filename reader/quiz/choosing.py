"""Which questions of a bank make a quiz: mixed, never two on one fact, none that gives another away."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from reader.quiz.bank import COMPREHENSION_KINDS, NUMBER_KINDS, WORD_KINDS
from reader.quiz.item import Question, Step

#: How hard an item is to be asked.
StepOf = Callable[[str], Step]


def _first_meeting(_: str) -> Step:
    return Step.CHOOSE


#: The shares of a mixed quiz; a group that runs short gives its places to the next.
_SHARES = ((NUMBER_KINDS, 0.45), (COMPREHENSION_KINDS, 0.4), (WORD_KINDS, 0.15))
#: Of the figures asked, this share is recall of the figure itself.
_RECALL_SHARE = 0.6
#: Whatever else is asked tells what the article is about: these are asked at most once, and first.
_FIRST = frozenset({"title", "which article"})
#: How many questions are tried for a place before a part of the rules is given up.
_ENOUGH = 400


def choose(
    questions: Sequence[Question], length: int, rng: random.Random, step_of: StepOf = _first_meeting
) -> list[Question]:
    """Choose up to ``length`` questions, in mixed order.

    An item met before is asked in a harder form: typed, then typed without a hint. No two are on one
    fact or give one another away; where there are enough, no two are settled by the same sentence, which
    is shown whole after the first.
    """
    chosen: list[Question] = []
    candidates = _by_step(questions, rng, step_of)
    turns = [_in_turn([q for q in candidates if q.kind in group], rng) for group, _ in _SHARES]
    for strict in (True, False):
        for (_, share), group in zip(_SHARES, turns, strict=True):
            wanted = sum(q in group for q in chosen) if not strict else 0
            places = max(0, round(length * share) - wanted)
            _take(chosen, group, min(length, len(chosen) + places), strict=strict)
        _take(chosen, _in_turn(candidates, rng), length, strict=strict)
    return _mixed(chosen, rng)


def _by_step(questions: Sequence[Question], rng: random.Random, step_of: StepOf) -> list[Question]:
    """Return one question for each item, as hard as it is to be asked, or nearly."""
    by_item: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_item[question.item.id].append(question)
    return [rng.choice(at_step(same, step_of(item))) for item, same in by_item.items()]


def at_step(questions: Sequence[Question], step: Step) -> list[Question]:
    """Return those questions on one item that are as hard as the step; else the next harder, or easier."""
    steps = {question.step for question in questions}
    nearest = min(steps, key=lambda other: (other < step, abs(other - step)))
    return [question for question in questions if question.step is nearest]


def _in_turn(questions: Sequence[Question], rng: random.Random) -> list[Question]:
    """Return the questions in random order, the kinds taking turns, recall oftenest."""
    piles: dict[str, list[Question]] = defaultdict(list)
    for question in rng.sample(questions, len(questions)):
        piles[question.kind].append(question)
    ordered: list[Question] = []
    while piles:
        recalls = [kind for kind in ("recall", "choose") if kind in piles]
        kinds = recalls if recalls and rng.random() < _RECALL_SHARE else sorted(piles)
        kind = rng.choice(kinds)
        ordered.append(piles[kind].pop())
        if not piles[kind]:
            del piles[kind]
    return ordered


def _take(chosen: list[Question], candidates: Iterable[Question], length: int, *, strict: bool) -> None:
    for tried, question in enumerate(candidates):
        if len(chosen) >= length or tried > _ENOUGH:
            return
        if all(_agree(question, other, strict=strict) for other in chosen):
            chosen.append(question)


def _agree(one: Question, other: Question, *, strict: bool) -> bool:
    if one.item.id == other.item.id or _subjects(one) & _subjects(other):
        return False
    if one.kind in _FIRST and other.kind in _FIRST:
        return False
    if _tells(one, other) or _tells(other, one):
        return False
    return not strict or not (_shows(one, other) or _shows(other, one))


def _subjects(question: Question) -> set[str]:
    # An item on two facts names both in its id: fact/slug/one+two/compare.
    parts = question.item.id.split("/")
    if parts[0] == "fact":
        return {f"fact {fact}" for fact in parts[2].split("+")}
    if question.item.word:
        return {f"word {question.item.word}"}
    return {"/".join(parts[:-1])}


def _tells(question: Question, other: Question) -> bool:
    """Tell whether reading ``question`` would tell the answer of ``other``."""
    shown = "\n".join((question.stem, *(option.text for option in question.options)))
    if len(other.key) > 1 and other.kind not in ("truth", "paragraph") and other.key in shown:
        return True
    if question.proof.sentence_start == other.proof.sentence_start and "____" in question.stem:
        # The sentence stands in the stem, with whatever else it tells.
        return other.proof.text in question.stem
    return other.item.word != "" and other.item.word in shown and "____" in other.stem


def _shows(question: Question, other: Question) -> bool:
    """Tell whether the sentence shown after ``question`` settles ``other``."""
    by_sound = other.item.kind in ("character", "word reading")
    return not by_sound and other.proof.text in question.proof.sentence


def _mixed(questions: list[Question], rng: random.Random) -> list[Question]:
    """Return the questions in an order in which one kind seldom follows itself."""
    left = sorted(rng.sample(questions, len(questions)), key=lambda q: q.kind not in _FIRST)
    ordered: list[Question] = []
    while left:
        before = ordered[-1] if ordered else None
        following = next((q for q in left if before is None or _may_follow(before, q)), left[0])
        left.remove(following)
        ordered.append(following)
    return ordered


def _may_follow(before: Question, question: Question) -> bool:
    return question.kind != before.kind and question.proof.sentence_start != before.proof.sentence_start
