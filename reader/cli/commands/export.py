"""``dubao export content SLUG``: write an article as a content folder, to be finished and shared."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("what", choices=("content",), help="content: a folder that `dubao check` accepts")
    parser.add_argument("slug", nargs="+", help="articles; `dubao list` shows them")
    parser.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help="where to (here)")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write each article's folder and say where it is."""
    for slug in arguments.slug:
        folder = context.study.texts.export(slug, arguments.to)
        context.print(f"{folder}: finish it in any editor, then run `dubao check {folder}`.")
    return 0
