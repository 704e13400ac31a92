"""``dubao read SLUG``: open an article on the screen."""

from __future__ import annotations

import argparse

from reader.cli.context import Context
from reader.cli.screen import open_screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", help="the article; `dubao list` shows them")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the article where it was left."""
    article = context.study.article(arguments.slug)
    level = context.study.version(article, arguments.level).level if arguments.level else None
    return open_screen(context, article.slug, level)
