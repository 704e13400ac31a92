"""``dubao import FILE…|-|FOLDER``: bring texts of the reader's own into the library."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.context import Context
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.articles.importing.keeping import Kept
    from reader.cli.progress import Progress
    from reader.study.texts import Imported

SCHEMA = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument(
        "source", nargs="+", metavar="FILE|-|FOLDER",
        help="text, Markdown, a web page, an EPUB or subtitles; - reads standard input",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--dry-run", action="store_true", help="show what would be imported, keep nothing")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Import each source; what was finished is kept, whatever happens to the rest."""
    from reader.study.texts import Imported

    done = Imported()
    try:
        _bring_in(arguments, context, done)
    except KeyboardInterrupt:
        _tell(done, arguments, context)
        raise
    return _tell(done, arguments, context)


def _bring_in(arguments: argparse.Namespace, context: Context, done: Imported) -> None:
    from reader.cli.progress import progress_bar

    texts, dry = context.study.texts, arguments.dry_run
    paths = [Path(source) for source in arguments.source if source != "-"]
    if "-" in arguments.source:
        piped = texts.bring_in_bytes(_piped(), dry=dry)
        done.kept += piped.kept
        done.warnings += piped.warnings
        done.errors += piped.errors
    if paths:
        with progress_bar("Importing") as bar:
            texts.bring_in(
                paths, dry=dry, into=done, progress=lambda number, count, _: bar(number / max(1, count))
            )


def _piped() -> bytes:
    from reader.articles.importing.guarded import read_stream

    return read_stream(sys.stdin.buffer, "Standard input")


def _tell(done: Imported, arguments: argparse.Namespace, context: Context) -> int:
    if arguments.json:
        from reader.cli.progress import progress_bar

        # The figures of a novel take their time.
        with progress_bar("Finding figures") as bar:
            values = to_values(done, bar)
        context.print_json(values)
    else:
        for kept in done.kept:
            _print(kept, arguments.dry_run, context)
        for warning in done.warnings:
            context.warn(warning)
    if not arguments.json or not done.kept:
        for error in done.errors:
            context.warn(error)
    return 1 if done.errors and not (done.kept and _has_folder(arguments)) else 0


def _has_folder(arguments: argparse.Namespace) -> bool:
    # In a folder there may be anything; a file that was named should be a text.
    from reader.articles.importing.sources import is_folder

    return any(source != "-" and is_folder(Path(source)) for source in arguments.source)


def _print(kept: Kept, dry: bool, context: Context) -> None:
    draft = kept.draft
    new = "would be new" if dry else "new"
    said = {"new": new, "same": "is there already", "changed": "a new version of it"}[kept.state]
    chapters = f", {len(draft.chapters)} chapters" if draft.is_book else ""
    context.print(f"{kept.slug}  {clean_line(draft.title)}  ({draft.characters:,}字{chapters}; {said})")


def to_values(done: Imported, tell: Progress = lambda _share: None) -> dict[str, Any]:
    """Return what was imported as values for JSON. What failed stands among the warnings.

    ``tell`` is called with the share that is done: the figures are looked for here.
    """
    lengths = [kept.draft.characters for kept in done.kept]
    whole = max(1, sum(lengths))
    begun = [sum(lengths[:at]) for at in range(len(lengths))]

    def told(start: int, length: int) -> Progress:
        return lambda share: tell((start + share * length) / whole)

    articles = [
        _values(kept, told(start, length))
        for kept, start, length in zip(done.kept, begun, lengths, strict=True)
    ]
    changed = [
        f"{kept.slug} was there already; this is a new version of it, the one before is kept beside it."
        for kept in done.kept
        if kept.state == "changed"
    ]
    return {
        "schema": SCHEMA,
        "articles": articles,
        "warnings": [*done.warnings, *changed, *done.errors],
    }


def _values(kept: Kept, tell: Progress) -> dict[str, Any]:
    draft = kept.draft
    return {
        "slug": kept.slug,
        "headline": draft.title,
        "kicker": draft.kicker,
        "subheads": list(draft.subheads),
        "dateline": draft.dateline,
        "byline": draft.byline,
        "captions": list(draft.captions),
        "paragraphs": list(draft.paragraphs),
        "figures": _figures([*draft.paragraphs, draft.kicker], tell),
        "characters": draft.characters,
        "duplicate_of": kept.slug if kept.state == "same" else None,
    }


def _figures(lines: list[str], tell: Progress) -> list[dict[str, Any]]:
    """Return the figures of the paragraphs joined by newlines, and behind them those of the kicker."""
    from reader.chinese.figures import figures_of, tagger
    from reader.cli.commands.figures import figure_values

    text = "\n".join(lines).rstrip("\n")
    found: list[dict[str, Any]] = []
    for figure in figures_of(text, tagger()):
        found.append(figure_values(figure))
        tell(figure.quantity.end / len(text))
    return found
