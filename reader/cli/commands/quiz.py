"""``dubao quiz SLUG|FILE``: be quizzed, on the screen or in plain lines."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.articles.article import Article
from reader.cli.context import Context
from reader.cli.plain import run_plain
from reader.errors import TextError, UsageError
from reader.quiz.plan import QuizPlan, read_kinds
from reader.text import is_han


def add_text_argument(parser: argparse.ArgumentParser) -> None:
    """Add the words that say which text is meant."""
    parser.add_argument("text", metavar="SLUG|FILE", help="an article (`dubao list`), or any UTF-8 text file")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    add_text_argument(parser)
    parser.add_argument("--plain", action="store_true", help="plain lines, for pipes and screen readers")
    parser.add_argument("--seed", type=int, metavar="N", help="fix the choice and order of the questions")
    parser.add_argument("--length", type=int, metavar="N", help="how many questions")
    parser.add_argument(
        "--kind", action="append", default=[], metavar="K",
        help="only this kind, or figures, comprehension or words; may be given more than once",
    )  # fmt: skip
    parser.add_argument("--figures", action="store_true", help="only questions on figures")
    parser.add_argument("--missed", action="store_true", help="only what you missed before")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Ask the questions; what is answered is kept at once."""
    plan = read_plan(arguments)
    study = context.study
    article = find_text(arguments.text, context)
    level = study.version(article, arguments.level).level
    if arguments.plain:
        session = study.quiz(article.slug, level, plan=plan)
        if said := study.quizzing.fewer(session, plan):
            context.print(said)
        return run_plain(session, study, context)
    from reader.cli.screen import open_screen

    return open_screen(context, article.slug, level, quiz=True, plan=plan)


def read_plan(arguments: argparse.Namespace) -> QuizPlan:
    """Return the quiz that the words ask for.

    Raises:
        UsageError: there is no such kind, or the length is no length.
    """
    if arguments.length is not None and arguments.length < 1:
        raise UsageError("--length must be 1 or more.")
    kinds = read_kinds([*arguments.kind, *(["figures"] if arguments.figures else [])])
    return QuizPlan(arguments.length, kinds, arguments.missed, arguments.seed)


def find_text(name: str, context: Context) -> Article:
    """Return the article of a slug, or a text file as an article that isn't kept; ``-`` is standard input.

    Raises:
        UsageError: it is neither.
        TextError: the file holds no Chinese text.
    """
    study = context.study
    path = Path(name)
    if name != "-" and (not path.exists() or (name == path.name and _has_article(name, context))):
        if path.suffix or len(path.parts) > 1:
            raise UsageError(f"There is no file {name}, and no article of that name.")
        return study.article(name)
    text = context.read_text(name)
    if "\0" in text:
        raise TextError(f"{name} isn't text: it holds NUL bytes. Give a text file in UTF-8.")
    if not any(map(is_han, text)):
        raise TextError(f"{name} has no Chinese text to ask about.")
    return study.open_text(text, "text" if name == "-" else path.stem)


def _has_article(name: str, context: Context) -> bool:
    try:
        context.study.article(name)
    except UsageError:
        return False
    return True
