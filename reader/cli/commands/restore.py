"""``dubao restore FILE``: progress from a backup."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.context import Context
from reader.errors import StorageError, UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("file", metavar="FILE", nargs="?", help="a file that `dubao backup` wrote")
    source.add_argument("--day", metavar="DAY", help="the daily copy of that day, such as 2026-11-24")
    source.add_argument("--list", action="store_true", help="list the daily copies")
    source.add_argument("--undo", action="store_true", help="go back to before the last restore")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Check the backup, keep what there is, then use it."""
    from reader.exchange.backup import daily_copies, read_backup, restore
    from reader.study import utc_now
    from reader.study.report import counted

    if arguments.list:
        for day, path in daily_copies(context.paths).items():
            context.print(f"{day}  {path}")
        return 0
    path = _path(arguments, context)
    store = context.study.store
    if store.is_read_only:
        raise StorageError(f"Nothing was restored. {store.read_only_reason}")
    done = restore(store, context.paths, read_backup(path), utc_now())
    if arguments.undo:
        # It has been used; the state it replaced takes its place, so that --undo again goes forward.
        path.unlink(missing_ok=True)
    answers = counted(done.answers, "answer")
    context.print(f"Restored {answers} from {path} (before: {done.answers_before:,}).")
    if done.brought:
        context.print(f"{done.brought} of your files came back.")
    for name in done.left:
        context.print(f"{name} differs from the one here, which was left as it is.")
    context.print("`dubao restore --undo` goes back to what there was.")
    return 0


def _path(arguments: argparse.Namespace, context: Context) -> Path:
    from reader.exchange.backup import daily_copies, replaced

    if arguments.file:
        return Path(arguments.file)
    if arguments.undo:
        kept = replaced(context.paths)
        if not kept:
            raise UsageError("Nothing was restored here yet, so there is nothing to go back to.")
        return kept[0]
    copies = daily_copies(context.paths)
    if arguments.day not in copies:
        have = f"There are copies of {', '.join(copies)}." if copies else "There are no daily copies yet."
        raise UsageError(f"There is no copy of {arguments.day}. {have}")
    return copies[arguments.day]
