"""The chapters behind the one that is read are prepared while it is read, so that they open at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.errors import DubaoError

if TYPE_CHECKING:
    from reader.articles.article import Article, Version
    from reader.study import Study

CHAPTERS = 2  # so many behind the one that is open


def prepare_ahead(
    study: Study, article: Article, version: Version, is_unwanted: Callable[[], bool] | None = None
) -> None:
    """Annotate the next chapters of a book one by one, until ``is_unwanted``; of an article nothing.

    Unless said otherwise, it is unwanted when its worker is cancelled. What can't be prepared is told when it
    is opened.
    """
    if is_unwanted is None:
        worker = get_current_worker()
        is_unwanted = partial(getattr, worker, "is_cancelled")
    if not version.level.startswith("c"):
        return
    at = next((n for n, one in enumerate(article.versions) if one.level == version.level), None)
    if at is None:
        return
    for chapter in article.versions[at + 1 : at + 1 + CHAPTERS]:
        if is_unwanted():
            return
        with suppress(DubaoError):
            if not study.is_ready(article, chapter):
                study.annotated(article, chapter)
