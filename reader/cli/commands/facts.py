"""``dubao facts SLUG``: the facts found in a text, each in its sentence; guessed subjects confirmed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from reader.cli.context import Context
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.articles.facts import FoundFact, TagAll

SCHEMA = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", help="an article; `dubao list` shows them")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news; c12 for chapter 12")
    parser.add_argument(
        "--confirm", action="append", default=[], metavar="N[=SUBJECT]",
        help="the figure of that number counts what was guessed, or SUBJECT; it is asked about then",
    )  # fmt: skip
    parser.add_argument("--drop", action="append", default=[], type=int, metavar="N",
                        help="put the guess of that number aside for good")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Confirm and drop what is asked for, then print the facts."""
    study = context.study
    article = study.article(arguments.slug)
    level = study.version(article, arguments.level).level
    tag_all = _tag_all()
    found = _found(arguments.slug, level, context, tag_all)
    for words in arguments.confirm:
        number, _, subject = words.partition("=")
        study.facts.confirm(article.slug, level, _numbered(number, found), subject)
    for number in arguments.drop:
        study.facts.drop(article.slug, _numbered(str(number), found))
    if arguments.confirm or arguments.drop:
        found = _found(arguments.slug, level, context, tag_all)
    if arguments.json:
        context.print_json({"schema": SCHEMA, "facts": [_values(fact) for fact in found]})
    else:
        _print(found, context)
    return 0


def _found(slug: str, level: str, context: Context, tag_all: TagAll) -> list[FoundFact]:
    article = context.study.article(slug)
    return context.study.facts.found(article, context.study.version(article, level), tag_all)


def _tag_all() -> TagAll:
    from reader.chinese.figures import tagger

    tag = tagger()
    return lambda sentences: [tag(sentence) for sentence in sentences]


def _numbered(number: str, found: list[FoundFact]) -> FoundFact:
    if number.isdecimal() and 0 < int(number) <= len(found):
        return found[int(number) - 1]
    raise UsageError(f"There is no fact number {number}; there are {len(found)}.")


def _values(fact: FoundFact) -> dict[str, Any]:
    return {
        "sort": str(fact.sort),
        "words": fact.words,
        "standing": str(fact.standing),
        "subject": fact.subject or None,
        "when": fact.when or None,
        "fact": fact.fact or None,
        "start": fact.sentence.start + fact.start,
        "end": fact.sentence.start + fact.end,
        "sentence": fact.sentence.text,
    }


def _print(found: list[FoundFact], context: Context) -> None:
    from reader.articles.facts import stem_of

    for number, fact in enumerate(found, 1):
        text = fact.sentence.text
        shown = f"{text[: fact.start]}【{text[fact.start : fact.end]}】{text[fact.end :]}"
        subject = f"  {fact.subject}{'?' if fact.standing == 'guessed' else ''}" if fact.subject else ""
        context.print(f"{number:>3}. {fact.words}  ({fact.sort}, {fact.standing}){subject}")
        context.print(f"     {shown}")
        if fact.standing == "guessed":
            context.print(f"     {stem_of(fact)}")
    if not found:
        context.print("No facts are found.")
    elif any(fact.standing == "guessed" for fact in found):
        context.print("Confirm a guess with --confirm N, mend it with --confirm N=SUBJECT, or --drop N.")
