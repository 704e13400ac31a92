"""All progress as one plain value, checked before any of it is used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reader.errors import StorageError
from reader.review.archive import Numbered
from reader.review.checking import CHECKS, check_review
from reader.review.copying import copied
from reader.review.journal import UNDO_TABLE, Document, Migrations, Tables
from reader.text import clean_line

#: Tables that are not part of the learner's progress as such, or travel as the review log.
_OWN = frozenset((UNDO_TABLE, "meta", "reviews"))

_BROKEN = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)

Progress = dict[str, Any]
NO_MIGRATIONS: Migrations = {}


def make_progress(
    tables: Mapping[str, Mapping[str, Any]], reviews: Iterable[Numbered], schema: int
) -> Progress:
    """Return everything as a value that JSON can say."""
    return {
        "dubao": "progress",
        "schema": schema,
        "tables": {
            name: {doc_id: dict(document) for doc_id, document in table.items()}
            for name, table in tables.items()
            if name not in _OWN and table
        },
        "reviews": [{"number": number, **stored} for number, stored in reviews],
    }


def check_progress(
    progress: Any, schema: int, migrations: Migrations = NO_MIGRATIONS
) -> tuple[Tables, list[Numbered]]:
    """Return tables and reviews of a value made by :func:`make_progress`, every document looked at.

    An older shape is upgraded by ``migrations``; the value itself is not changed.

    Raises:
        StorageError: it is something else, newer than this program, or a document in it is broken.
    """
    if not isinstance(progress, dict) or progress.get("dubao") != "progress":
        raise StorageError("This is not the progress of a dubao. Choose a file that `dubao backup` wrote.")
    found = progress.get("schema")
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise StorageError("This progress does not say of which shape it is; nothing of it was used.")
    if found > schema:
        raise StorageError("This progress was written by a newer dubao. Install that version to use it.")
    tables, reviews = progress.get("tables"), progress.get("reviews")
    if not isinstance(tables, dict) or not isinstance(reviews, list):
        raise StorageError("This progress has no tables or no reviews; nothing of it was used.")
    if found < schema:
        tables = copied(tables)
        for older in range(found, schema):
            migrations.get(older, _no_change)(tables)
    checked = {str(n): _checked_table(str(n), table) for n, table in tables.items() if n not in _OWN}
    return checked, _checked_reviews(reviews)


def _no_change(_: Tables) -> None: ...


def _checked_table(name: str, table: Any) -> dict[str, Document]:
    if not isinstance(table, dict):
        raise StorageError(f"The table {clean_line(name)} of this progress can't be read; nothing was used.")
    return {str(doc_id): _checked(name, str(doc_id), document) for doc_id, document in table.items()}


def _checked(name: str, doc_id: str, document: Any) -> Document:
    try:
        if not isinstance(document, dict):
            raise TypeError("A document is an object.")
        json.dumps(document, allow_nan=False)
        copy = copied(document)
        CHECKS.get(name, _nothing)(doc_id, copy)
    except _BROKEN as error:
        raise _broken(name, doc_id) from error
    return copy


def _checked_reviews(reviews: list[Any]) -> list[Numbered]:
    found: dict[int, Document] = {}
    for stored in reviews:
        number = stored.get("number") if isinstance(stored, dict) else None
        if isinstance(number, bool) or not isinstance(number, int) or number < 1 or number in found:
            raise _broken("reviews", "?" if number is None else number)
        try:
            json.dumps(stored, allow_nan=False)
            review = copied({name: value for name, value in stored.items() if name != "number"})
            check_review(review)
        except _BROKEN as error:
            raise _broken("reviews", number) from error
        found[number] = review
    return sorted(found.items())


def _broken(name: str, doc_id: object) -> StorageError:
    told = clean_line(str(doc_id))[:60].replace("\n", " ")
    return StorageError(
        f"“{told}” in {clean_line(name)} of this progress can't be read; nothing of it was used."
    )


def _nothing(doc_id: str, document: Document) -> None: ...
