"""``dubao questions SLUG|FILE``: print the questions a text gives, and what is not asked and why."""

from __future__ import annotations

import argparse
import random
from typing import Any

from reader.cli.commands.quiz import add_text_argument, find_text
from reader.cli.context import Context
from reader.errors import UsageError
from reader.quiz.bank import Bank
from reader.quiz.item import Question, Step
from reader.quiz.plan import QuizPlan, read_kinds

SCHEMA = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    add_text_argument(parser)
    parser.add_argument("--kind", action="append", default=[], metavar="K",
                        help="only this kind, or figures, comprehension or words")  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another choice of questions (0)")
    parser.add_argument("--length", type=int, metavar="N", help="how many questions")
    parser.add_argument("--all", action="store_true", help="every question, not only as many as a quiz has")
    parser.add_argument("--refused", action="store_true", help="what is not asked, and why")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the questions, or the refusals."""
    article = find_text(arguments.text, context)
    kinds = read_kinds(arguments.kind)
    if arguments.length is not None and arguments.length < 1:
        raise UsageError("--length must be 1 or more.")
    desk = context.study
    level = desk.version(article, arguments.level).level
    bank = desk.quizzing.bank(article.slug, level, random.Random(arguments.seed))
    if arguments.all:
        shown = bank.of_kinds(kinds) if kinds else bank
    else:
        plan = QuizPlan(arguments.length, kinds, seed=arguments.seed)
        drawn = desk.quizzing.chosen(article.slug, level, plan, lambda _: Step.CHOOSE)
        shown = Bank(tuple(drawn), bank.refused)
    if arguments.json:
        context.print_json(to_values(shown))
    elif arguments.refused:
        for refusal in shown.refused:
            context.print(f"{refusal.item}: {refusal.why}")
    else:
        for number, question in enumerate(shown.questions, 1):
            _print(number, question, context)
    return 0


def to_values(bank: Bank) -> dict[str, Any]:
    """Return questions and refusals as values for JSON."""
    return {
        "schema": SCHEMA,
        "questions": [question_values(question) for question in bank.questions],
        "refused": [{"item": refusal.item, "why": refusal.why} for refusal in bank.refused],
    }


def question_values(question: Question) -> dict[str, Any]:
    """Return a question as values for JSON; offsets are characters of the version's text."""
    proof = question.proof
    accepted = (question.key, *question.accepts)
    return {
        "id": question.id,
        "item": question.item.id,
        "kind": question.kind,
        "stem": question.stem,
        "stem_en": question.stem_en,
        "options": [{"text": option.text, "mistake": option.mistake} for option in question.options],
        "key": question.key,
        "accepts": list(dict.fromkeys(accepted)),
        "proof": {"sentence": proof.sentence, "text": proof.text, "start": proof.start, "end": proof.end},
        "fact": question.item.fact or None,
    }


def _print(number: int, question: Question, context: Context) -> None:
    context.print(f"{number}. [{question.kind}] {question.stem}")
    for place, option in enumerate(question.options, 1):
        mistake = f"  ({option.mistake})" if option.mistake else ""
        context.print(f"   {place}. {option.text}{mistake}")
    before, words, behind = question.proof.parts
    context.print(f"   Answer: {question.key}")
    context.print(f"   Proof: {before}【{words}】{behind}")
