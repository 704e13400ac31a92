"""``dubao delete SLUG…``: delete texts of the reader's own, or bring back the one deleted last."""

from __future__ import annotations

import argparse

from reader.cli.context import Context
from reader.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", nargs="*", help="texts of your own; `dubao list --own` shows them")
    parser.add_argument("--undo", action="store_true", help="bring back the text deleted last")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Delete, or undo. What was learnt of a text stays either way."""
    texts = context.study.texts
    if arguments.undo == bool(arguments.slug):
        raise UsageError("Name the texts to delete, or --undo alone.")
    if arguments.undo:
        context.print(f"{texts.undo_delete()} is back.")
    for slug in arguments.slug:
        texts.delete(slug)
        context.print(f"{slug} is deleted. `dubao delete --undo` brings it back.")
    return 0
