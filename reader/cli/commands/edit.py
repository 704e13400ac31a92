"""``dubao edit SLUG``: see and change title, source, date, tags and notes of a text of the reader's own."""

from __future__ import annotations

import argparse
from typing import Any

from reader.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", help="a text of your own; `dubao list --own` shows them")
    parser.add_argument("--title", help="another title")
    parser.add_argument("--source", help="where it is from")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="when it was published")
    parser.add_argument("--tag", action="append", default=[], metavar="T", help="add a tag")
    parser.add_argument("--untag", action="append", default=[], metavar="T", help="take a tag away")
    parser.add_argument("--note", action="append", default=[], metavar="WORDS", help="add a note")
    parser.add_argument("--drop-note", type=int, action="append", default=[], metavar="N",
                        help="take the note of that number away")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Change what is asked for, and print what is said of the text then."""
    texts = context.study.texts
    details = texts.details(arguments.slug)
    changes = _changes(arguments, details)
    if changes:
        texts.edit(arguments.slug, **changes)
        details = texts.details(arguments.slug)
    if arguments.json:
        notes = [{"title": title, "text": text} for title, text in details["notes"]]
        context.print_json({"schema": 1, "slug": arguments.slug, **details, "notes": notes})
        return 0
    for name in ("title", "source", "date"):
        context.print(f"{name}: {details[name]}")
    context.print(f"tags: {', '.join(details['tags'])}")
    for number, (title, text) in enumerate(details["notes"], 1):
        context.print(f"note {number}: {title}: {text}")
    return 0


def _changes(arguments: argparse.Namespace, details: dict[str, Any]) -> dict[str, Any]:
    given = {name: getattr(arguments, name) for name in ("title", "source", "date")}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if arguments.tag or arguments.untag:
        tags = [*details["tags"], *arguments.tag]
        changes["tags"] = [tag for tag in tags if tag not in arguments.untag]
    if arguments.note or arguments.drop_note:
        notes = [n for number, n in enumerate(details["notes"], 1) if number not in arguments.drop_note]
        changes["notes"] = [*notes, *(("Note", words) for words in arguments.note)]
    return changes
