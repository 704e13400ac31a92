"""``dubao list``: the articles of the library."""

from __future__ import annotations

import argparse
from typing import Any

from reader.cli.context import Context
from reader.cli.wrapping import wrap
from reader.study import ShelfRow

#: An article has at most so many versions; what has more has chapters.
_MOST_VERSIONS = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("word", nargs="*", help="only articles with all of these words in title or text")
    parser.add_argument("--own", action="store_true", help="only texts of your own")
    parser.add_argument("--tag", metavar="T", help="only texts with this tag")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the shelf, newest first."""
    rows = [row for row in context.study.shelf() if row.own or not arguments.own]
    if arguments.tag is not None:
        rows = [row for row in rows if arguments.tag in row.tags]
    if arguments.word:
        found = set(context.study.texts.search(" ".join(arguments.word)))
        rows = [row for row in rows if row.slug in found]
    if arguments.json:
        context.print_json({"schema": 1, "articles": [_as_json(row) for row in rows]})
    else:
        _print_rows(rows, context)
    return 0


def _as_json(row: ShelfRow) -> dict[str, Any]:
    versions = [{"level": level, "characters": characters} for level, characters in row.versions]
    return {
        "slug": row.slug,
        "title": row.title,
        "title_en": row.title_en,
        "date": row.date,
        "section": row.section,
        "summary": row.summary,
        "versions": versions,
        "own": row.own,
        "tags": list(row.tags),
        "source": row.source,
        "best_score": row.best,
        "read": row.place.fraction if row.place else None,
    }


def _print_rows(rows: list[ShelfRow], context: Context) -> None:
    from rich.text import Text

    width = max(20, context.console.width - 2)
    for row in rows:
        context.console.print(
            Text.assemble(
                (row.slug, "bold"),
                "".join(f"  {words}" for words in (row.date, row.section, *row.tags) if words),
            )
        )
        for said, style in ((row.title, ""), (row.title_en, "italic"), (_state(row), "dim")):
            for line in wrap(said, width, is_english=style != ""):
                context.console.print(Text(f"  {line}", style=style))


def _state(row: ShelfRow) -> str:
    versions = [f"{level}: {characters}字" for level, characters in row.versions]
    if len(versions) > _MOST_VERSIONS:  # a book
        versions = [f"{len(versions)} chapters", f"{sum(count for _, count in row.versions):,}字"]
    read = [f"read to {row.place.fraction:.0%} of {row.place.level}"] if row.place else []
    best = [f"best quiz {row.best:.0%}"] if row.best is not None else []
    return " · ".join([*versions, *read, *best])
