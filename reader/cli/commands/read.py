"""``dubao read SLUG|FILE``: open an article on the screen, or a file without keeping it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from reader.articles.article import Article
from reader.cli.context import Context
from reader.cli.screen import open_screen
from reader.errors import UsageError
from reader.text import clean_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", metavar="SLUG|FILE", help="an article (`dubao list`), or a file of any kind")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news; c12 for chapter 12")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the article where it was left, a file at its beginning."""
    article = _find(arguments.slug, context)
    level = context.study.version(article, arguments.level).level if arguments.level else None
    return open_screen(context, article.slug, level)


def _find(name: str, context: Context) -> Article:
    """Return the article of a slug, else of a file.

    Raises:
        UsageError: it is neither.
        TextError: the file can't be read as Chinese text.
    """
    path, study = Path(name), context.study
    if name in study.slugs() or not os.path.lexists(path):
        if path.suffix or len(path.parts) > 1:
            raise UsageError(f"There is no file {clean_line(name)}, and no article of that name.")
        return study.article(name)
    study.warm_up()  # it gets ready while the file is read
    opened = study.texts.open_file(path)
    for warning in opened.warnings:
        context.warn(warning)
    return study.open_in_passing(opened, clean_line(path.stem))
