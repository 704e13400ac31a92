"""``dubao backup FILE``: everything in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("file", metavar="FILE", help="the file to write, as JSON; - for standard output")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write progress, imported texts, repairs and settings."""
    from reader.exchange.backup import make_backup, write_backup
    from reader.study import utc_now
    from reader.study.report import counted

    context.study.patience = 0.0  # what is only read need not wait for another program
    store = context.study.store
    backup = make_backup(store, context.paths, utc_now())
    if arguments.file == "-":
        context.print_json(backup)
        return 0
    path = Path(arguments.file)
    write_backup(backup, path)
    files = f" and {counted(len(backup['files']), 'file')} of yours" if backup["files"] else ""
    kept = f"{counted(store.answers, 'answer')}, {counted(len(store.cards()), 'card')}{files}"
    context.print(f"Kept {kept} in {path}.")
    return 0
