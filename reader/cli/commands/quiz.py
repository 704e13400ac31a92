"""``dubao quiz SLUG``: be quizzed, on the screen or in plain lines."""

from __future__ import annotations

import argparse

from reader.cli.context import Context
from reader.cli.plain import run_plain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", help="the article; `dubao list` shows them")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news")
    parser.add_argument("--plain", action="store_true", help="plain lines, for pipes and screen readers")
    parser.add_argument("--seed", type=int, metavar="N", help="fix the choice and order of the questions")
    parser.add_argument("--length", type=int, metavar="N", help="how many questions")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Ask the questions; what is answered is kept at once."""
    study = context.study
    article = study.article(arguments.slug)
    version = study.version(article, arguments.level)
    if arguments.plain:
        session = study.quiz(article.slug, version.level, length=arguments.length, seed=arguments.seed)
        return run_plain(session, study, context)
    from reader.cli.screen import open_screen

    return open_screen(context, article.slug, version.level, quiz=True)
