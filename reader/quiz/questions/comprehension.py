"""Who, what, where, when, why and how: the questions written with a fact."""

from __future__ import annotations

import random
from collections.abc import Iterator

from reader.articles.article import Fact, FactQuestion
from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.item import AnswerForm, Item, Option, Proof, Refusal
from reader.quiz.questions.making import WRONG, Made, choice, masked_word, typed
from reader.quiz.source import Source

#: Answers to these may stand in for one another where an author wrote no wrong ones.
_EXCHANGEABLE = frozenset({"who", "where", "when"})


#: Answers to these are names and times, which can be typed in one way only.
_TYPED = frozenset({"who", "where", "when"})
#: The longest answer that is asked to be typed, in characters.
MOST_TYPED = 8


def written(source: Source, rng: random.Random) -> Made:
    """Ask each written question whose answer stands in this version, with three options."""
    for fact in source.article.facts:
        for item_id, question in _with_ids(source, fact):
            item = Item(item_id, question.asks, source.article.slug, fact.id)
            yield from _written(source, fact, item, question, rng)


def _with_ids(source: Source, fact: Fact) -> Iterator[tuple[str, FactQuestion]]:
    asked: dict[str, int] = {}
    for question in fact.questions:
        asked[question.asks] = asked.get(question.asks, 0) + 1
        suffix = f"-{asked[question.asks]}" if asked[question.asks] > 1 else ""
        yield f"fact/{source.article.slug}/{fact.id}/{question.asks}{suffix}", question


def _written(source: Source, fact: Fact, item: Item, question: FactQuestion, rng: random.Random) -> Made:
    proof = _proof(source, fact, question)
    if proof is None:
        yield Refusal(item.id, "This version does not state the answer.")
        return
    if proof.text in question.stem:
        yield Refusal(item.id, "The question holds its own answer; put it another way.")
        return
    wrong = [o for o in _wrong_options(source, fact, question) if _may_stand(o, proof, question)]
    key = Option(proof.text, question.answer_en)
    asked = choice(item, question.stem, question.stem_en, key, _pair(key, wrong, rng), proof, rng)
    if len(wrong) >= WRONG:
        yield asked
    elif not (question.asks in _TYPED and len(proof.text) <= MOST_TYPED):
        yield Refusal(item.id, "There are no two plausible wrong answers; write them with the question.")
    if question.asks in _TYPED and len(proof.text) <= MOST_TYPED:
        yield from typed(asked, AnswerForm.TEXT, masked_word(proof.text), accepts=question.answers)


def _pair(key: Option, wrong: list[Option], rng: random.Random) -> tuple[Option, ...]:
    looks = [(option, Looks(option.text, (len(option.text),))) for option in wrong]
    return balanced_pair(Looks(key.text, (len(key.text),)), looks, rng) or ()


def _proof(source: Source, fact: Fact, question: FactQuestion) -> Proof | None:
    for answer in question.answers:
        for sentence, mark in source.marks(fact):
            start = sentence.text.find(answer, mark.start, mark.end)
            if start >= 0:
                return source.proof(sentence, start, start + len(answer))
    return None


def _may_stand(option: Option, proof: Proof, question: FactQuestion) -> bool:
    """Tell whether the wrong answer is neither the right one nor a part or a longer form of it."""
    return not any(option.text in right or right in option.text for right in (proof.text, *question.answers))


def _wrong_options(source: Source, fact: Fact, question: FactQuestion) -> list[Option]:
    if question.wrong:
        return [Option(o.text, o.english, *_whose(source, o.text)) for o in question.wrong]
    if question.asks not in _EXCHANGEABLE:
        return []
    return [
        Option(other.answers[0], other.answer_en, *_whose(source, other.answers[0]))
        for other_fact in source.article.facts
        if other_fact.id != fact.id
        for other in other_fact.questions
        if other.asks == question.asks and other.answers[0] in source.text
    ]


def _whose(source: Source, words: str) -> tuple[str, str]:
    """Return the mistake's name and a note: whether the article says the words of something else."""
    at = source.text.find(words)
    sentence = source.sentence_at(at) if at >= 0 else None
    if sentence is None:
        return "not in the article", f"The article says nothing of “{words}”."
    return "said of something else", f"The article speaks of “{words}” elsewhere: {sentence.text}"
