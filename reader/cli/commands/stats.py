"""``dubao stats``: progress so far."""

from __future__ import annotations

import argparse

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the progress."""
    answers = context.study.store.answers
    if arguments.json:
        context.print_json({"schema": 1, "answers": answers})
    else:
        context.print(f"Answers kept: {answers}")
    return 0
