"""``dubao dictionary update FILE``: take a newer CC-CEDICT; ``reset`` goes back to the first."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    update = verbs.add_parser("update", help="use a newer CC-CEDICT file")
    update.add_argument("file", help="cedict_1_0_ts_utf-8_mdbg.txt, plain or gz")
    verbs.add_parser("reset", help="go back to the dictionary that came with the program")
    verbs.add_parser("info", help="tell which dictionary is in use")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what the verb says and tell what changed."""
    from reader.chinese.dictionary import update as updating

    if arguments.verb == "update":
        from reader.cli.progress import progress_bar

        with progress_bar("Indexing the dictionary") as progress:
            change = updating.update_dictionary(
                Path(arguments.file), context.paths, lambda done, total: progress(done / total)
            )
        for sentence in change.sentences():
            context.print(sentence)
    elif arguments.verb == "reset":
        had_own = updating.forget_update(context.paths)
        context.print(
            "The dictionary that came with the program is in use again."
            if had_own
            else "The dictionary that came with the program is in use; there was no other."
        )
    else:
        context.print(updating.describe(context.paths))
    return 0
