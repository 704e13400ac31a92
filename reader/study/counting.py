"""The words of each text, counted once in a run: at once where it is prepared, later of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.errors import DubaoError
from reader.study.coverage import Census, census

if TYPE_CHECKING:
    from reader.articles.article import Article, Version
    from reader.chinese.process import Progress
    from reader.chinese.token import AnnotatedText
    from reader.study.quizzing import Desk

Annotate = Callable[["Article", "Version", "Progress | None"], "AnnotatedText"]


class _UnwantedError(DubaoError):
    """Nobody waits for the counts any more."""


class Counting:
    """Made by the desk. ``annotate`` blocks until a text is made; ``is_ready`` tells what opens at once."""

    def __init__(self, desk: Desk, annotate: Annotate, is_ready: Callable[[Article, Version], bool]) -> None:
        self._desk = desk
        self._annotate = annotate
        self._is_ready = is_ready
        self._counted: dict[tuple[str, str, str, int], Census] = {}

    def _key(self, article: Article, version: Version) -> tuple[str, str, str, int]:
        # By its text, too: a text of the reader's own may have been mended since.
        return article.slug, version.level, self._desk.settings().hsk_standard, hash(version.text)

    def census(self, article: Article, version: Version, progress: Progress | None = None) -> Census:
        """Count the words of a version; it is annotated for that, at once where that was done before."""
        key = self._key(article, version)
        if key not in self._counted:
            self._counted[key] = census(self._annotate(article, version, progress).tokens)
        return self._counted[key]

    def forget(self) -> None:
        """Count everything anew from now on."""
        self._counted.clear()

    def is_quick(self, article: Article, version: Version) -> bool:
        """Tell whether the version is counted, or can be at once."""
        return self._key(article, version) in self._counted or self._is_ready(article, version)

    def counts(self, *, quick: bool = False) -> Iterator[tuple[Article, Version, Census]]:
        """Yield every version of the library with its words; ``quick`` leaves out what would take a while."""
        for article in self._desk.library.articles()[0]:
            for version in article.versions:
                if not quick or self.is_quick(article, version):
                    yield article, version, self.census(article, version)

    def prepare(self, progress: Progress, is_wanted: Callable[[], bool]) -> bool:
        """Count what :meth:`counts` leaves out when it is to be quick; tell whether there was any, all done.

        ``progress`` gets the share done, 0 to 1, by characters; once ``is_wanted`` is false the rest is left.
        """
        rest = [
            (article, version)
            for article in self._desk.library.articles()[0]
            for version in article.versions
            if not self.is_quick(article, version)
        ]
        rest.sort(key=lambda pair: pair[1].characters)  # short ones first: there is more to show sooner
        total, done = sum(version.characters for _, version in rest), 0
        for article, version in rest:

            def tell(share: float, before: int = done, size: int = version.characters) -> None:
                if not is_wanted():
                    raise _UnwantedError
                progress((before + share * size) / max(1, total))

            try:
                tell(0.0)
                self.census(article, version, tell)
            except _UnwantedError:
                return False
            done += version.characters
        return bool(rest)
