"""``dubao stats``: progress so far."""

from __future__ import annotations

import argparse

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--days", type=int, default=28, metavar="N", help="how far to look ahead")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the progress."""
    from reader.study.report import report

    study = context.study
    study.patience = 0.0  # what is only read need not wait for another program
    found = study.progressing.statistics(max(1, min(arguments.days, 366)))
    if arguments.json:
        context.print_json(found.to_json())
        return 0
    for section in report(found, study.progressing.today):
        context.print(section.title)
        for line in section.lines:
            context.print(f"  {line}")
        context.print()
    if study.progressing.may_fit:
        context.print("`dubao review --fit` fits the schedule to your answers.")
    return 0
