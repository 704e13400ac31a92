"""Which questions of a bank make a quiz: mixed, never two on one fact, none that gives another away."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.quiz.giveaway import Shown, agree
from reader.quiz.item import Question, Step
from reader.quiz.kinds import COMPREHENSION_KINDS, NUMBER_KINDS, WORD_KINDS

#: How hard an item is to be asked.
StepOf = Callable[[str], Step]


def _first_meeting(_: str) -> Step:
    return Step.CHOOSE


#: The shares of a mixed quiz; a group that runs short gives its places to the next.
_SHARES = ((NUMBER_KINDS, 0.45), (COMPREHENSION_KINDS, 0.4), (WORD_KINDS, 0.15))
#: Of the figures asked, this share is recall of the figure itself.
_RECALL_SHARE = 0.6
#: Whatever else is asked tells what the article is about: these come first, and one of them in a mixed quiz.
_FIRST = frozenset({"title", "which article", "match"})
#: Of other kinds than the figures themselves, no more than this share of a quiz, and two in any case.
_MOST_OF_A_KIND, _LEAST_OF_A_KIND = 0.2, 2
_ANY_NUMBER = frozenset({"recall", "choose", "figure gap"})
#: How many questions are tried for the places of a group before they go to the next.
_ENOUGH = 400


def choose(
    questions: Sequence[Question], length: int, rng: random.Random, step_of: StepOf = _first_meeting
) -> list[Question]:
    """Choose up to ``length`` questions, in mixed order.

    An item met before is asked in a harder form: typed, then typed without a hint. No two are on one
    fact, and none shows what another asks for: a short text gives a shorter quiz.
    """
    candidates = [Shown(question) for question in _by_step(questions, rng, step_of)]
    best: list[Shown] = []
    for _ in range(_TRIES):
        chosen = _draw(candidates, length, rng)
        best = max(best, chosen, key=len)
        if len(best) == length:
            break
    return _mixed([shown.question for shown in best], rng)


#: A short text, where one question easily stands in the way of others, is tried so often.
_TRIES = 8


def _draw(candidates: Sequence[Shown], length: int, rng: random.Random) -> list[Shown]:
    chosen: list[Shown] = []
    most = max(_LEAST_OF_A_KIND, round(length * _MOST_OF_A_KIND))
    if all(shown.question.kind in _FIRST for shown in candidates):
        _take(chosen, _in_turn(candidates, rng), length, length, firsts=length)
        return chosen
    for kinds, share in _SHARES:
        group = _in_turn([shown for shown in candidates if shown.question.kind in kinds], rng)
        _take(chosen, group, min(length, len(chosen) + round(length * share)), most)
    _take(chosen, _in_turn(candidates, rng), length, most)
    # A text that gives little, or a learner who wants one kind only: then more of a kind, claims last.
    others = [shown for shown in candidates if shown.question.kind != "truth"]
    _take(chosen, _in_turn(others, rng), length, length)
    _take(chosen, _in_turn(candidates, rng), length, length)
    return chosen


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


def _in_turn(candidates: Sequence[Shown], rng: random.Random) -> Iterator[Shown]:
    """Yield the questions in random order, the kinds taking turns, recall oftenest."""
    piles: dict[str, list[Shown]] = defaultdict(list)
    for shown in rng.sample(candidates, len(candidates)):
        piles[shown.question.kind].append(shown)
    while piles:
        recalls = [kind for kind in ("recall", "choose") if kind in piles]
        kinds = recalls if recalls and rng.random() < _RECALL_SHARE else sorted(piles)
        kind = rng.choice(kinds)
        yield piles[kind].pop()
        if not piles[kind]:
            del piles[kind]


def _take(chosen: list[Shown], candidates: Iterable[Shown], length: int, most: int, firsts: int = 1) -> None:
    """Add what agrees with all chosen: ``length`` in all, ``most`` of a kind, ``firsts`` at its head."""
    counts = Counter(shown.question.kind for shown in chosen)
    for tried, shown in enumerate(candidates):
        if len(chosen) >= length or tried > _ENOUGH:
            return
        kind = shown.question.kind
        if counts[kind] >= most and kind not in _ANY_NUMBER:
            continue
        if kind == "truth" and _tips(shown, chosen):
            continue
        heads = sum(other.question.kind in _FIRST for other in chosen)
        full = kind in _FIRST and heads >= firsts
        if not full and all(agree(shown, other) for other in chosen):
            chosen.append(shown)
            counts[kind] += 1


def _tips(claim: Shown, chosen: Sequence[Shown]) -> bool:
    """Tell whether one more claim of its kind, true or false, would outweigh the other kind."""
    keys = Counter(shown.question.key for shown in chosen if shown.question.kind == "truth")
    return keys[claim.question.key] * 2 > keys.total()


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
