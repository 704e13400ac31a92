"""All progress as one plain value, checked before any of it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reader.errors import StorageError
from reader.review.archive import Numbered
from reader.review.card import card_from_stored, review_from_stored, time_from_stored
from reader.review.copying import copied
from reader.review.journal import UNDO_TABLE, Migrations, Tables
from reader.review.tallies import day_count, kind_count, recall_count
from reader.review.words import WordState

#: Tables that are not part of the learner's progress as such, or travel as the review log.
_OWN = frozenset((UNDO_TABLE, "meta", "reviews"))

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
    if not isinstance(found, int) or found > schema:
        raise StorageError("This progress was written by a newer dubao. Install that version to use it.")
    tables, reviews = progress.get("tables"), progress.get("reviews")
    if not isinstance(tables, dict) or not isinstance(reviews, list):
        raise StorageError("This progress has no tables or no reviews; nothing of it was used.")
    if found < schema:
        tables = copied(tables)
        for older in range(found, schema):
            migrations.get(older, _no_change)(tables)
    for name, table in tables.items():
        _check_table(str(name), table)
    return {str(n): dict(t) for n, t in tables.items() if n not in _OWN}, list(map(_checked_review, reviews))


def _no_change(_: Tables) -> None: ...


def _check_table(name: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise StorageError(f"The table {name} of this progress can't be read; nothing of it was used.")
    check = _CHECKS.get(name, _nothing)
    for doc_id, document in table.items():
        if not isinstance(document, dict):
            raise _broken(name, doc_id)
        try:
            check(doc_id, document)
        except (KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
            raise _broken(name, doc_id) from error


def _checked_review(stored: Any) -> Numbered:
    try:
        number, rest = int(stored["number"]), {k: v for k, v in stored.items() if k != "number"}
        review_from_stored(number, rest)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _broken("reviews", stored.get("number", "?") if isinstance(stored, dict) else "?") from error
    return number, rest


def _broken(name: str, doc_id: object) -> StorageError:
    return StorageError(f"“{doc_id}” in {name} of this progress can't be read; nothing of it was used.")


def _nothing(doc_id: str, document: Mapping[str, Any]) -> None: ...


def _place(_: str, document: Mapping[str, Any]) -> None:
    str(document["level"]), int(document["offset"]), time_from_stored(document["when"])


def _score(_: str, document: Mapping[str, Any]) -> None:
    str(document["level"]), float(document["best"]), float(document["latest"])
    time_from_stored(document["when"])


def _word(_: str, document: Mapping[str, Any]) -> None:
    WordState(document["state"]), time_from_stored(document["since"])


def _reading(_: str, document: Mapping[str, Any]) -> None:
    float(document["seconds"]), int(document["characters"])


def _recall(_: str, document: Mapping[str, Any]) -> None:
    recall_count(document)


def _weights(name: str, document: Mapping[str, Any]) -> None:
    int(name), list(map(float, document["values"]))


_CHECKS: dict[str, Callable[[str, Mapping[str, Any]], object]] = {
    "cards": card_from_stored,
    "days": day_count,
    "kinds": kind_count,
    "recall": _recall,
    "places": _place,
    "scores": _score,
    "words": _word,
    "reading": _reading,
    "weights": _weights,
}
