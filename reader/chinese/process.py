"""Annotating in a helper process: the caller's keys stay quick and its memory small."""

from __future__ import annotations

import contextlib
import os
import threading
from array import array
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

from reader.chinese.cache import TextCache, cache_key
from reader.chinese.dictionary.index import index_file
from reader.chinese.dictionary.opening import index_folder
from reader.chinese.dictionary.source import dictionary_file
from reader.chinese.helper import LOADING_SHARE, Progress, import_places
from reader.chinese.lanes import Lane, abreast
from reader.chinese.packed import Packer, Spans, edges_of
from reader.chinese.repairs import Repairs
from reader.chinese.token import AnnotatedText, GlossaryEntry, Span
from reader.chinese.wire import Part
from reader.errors import DubaoError
from reader.paths import Paths
from reader.text import clean_text

_PART = 12_000  # characters sent at once: some 0.1 to 0.3 seconds of work
_LOOK_BACK = 2_000  # how far back a part's end is moved to fall behind a sentence or at least a mark
_LONG = 10  # parts that are worth a second helper, which takes a second and 200 MB to load


class Annotator:
    """Annotates texts in a helper process, with a cache in front of it. May be used from several threads.

    The helper is started when first needed, or ahead of that by :meth:`start`. Close it at the end.
    ``standard`` is the HSK standard of the levels. ``use_cache`` off neither reads nor writes the cache.
    """

    def __init__(self, paths: Paths, *, standard: str = "2025", use_cache: bool = True) -> None:
        self._paths = paths
        self.standard = standard
        self._cache = TextCache(paths.cache / "texts") if use_cache else None
        self._lock = threading.Lock()
        self._lanes = (Lane(paths, "helper.log"), Lane(paths, "helper-2.log"))

    def start(self) -> None:
        """Start the helper in the background, so that the first text need not wait for it; returns at once.

        A helper that can't be started is not told of here but by the first text that needs it.
        """
        with contextlib.suppress(DubaoError), self._lock:
            self._lanes[0].start()

    def is_cached(
        self, text: str, glossary: Mapping[str, GlossaryEntry] | None = None, repairs: Repairs | None = None
    ) -> bool:
        """Tell whether the text opens at once, from the cache."""
        text = clean_text(text)
        return self._cache is not None and self._cache.has(
            self._key(text, glossary or {}, repairs or Repairs())
        )

    def annotate(
        self,
        text: str,
        glossary: Mapping[str, GlossaryEntry] | None = None,
        repairs: Repairs | None = None,
        progress: Progress | None = None,
    ) -> AnnotatedText:
        """Return the annotated text; blocks until it is made.

        An exception raised by ``progress`` stops the work and comes out here.

        Raises:
            DubaoError: the helper can't be started or keeps ending, or there is no dictionary.
        """
        text, glossary, repairs = clean_text(text), glossary or {}, repairs or Repairs()
        if not text:
            return AnnotatedText("", ())
        key = self._key(text, glossary, repairs) if self._cache else ""
        if self._cache and (kept := self._cache.load(key)) is not None:
            return kept
        with self._lock:
            # Whoever held the lock may have made this very text: the chapter that was prepared ahead.
            if self._cache and (kept := self._cache.load(key)) is not None:
                return kept
            made = self._annotate(text, glossary, repairs, progress or _silent)
            if self._cache:
                self._cache.store(key, made)
        return made

    def close(self) -> None:
        """End the helper and wait for its end. A text being annotated in another thread fails."""
        for lane in self._lanes:
            lane.close()
        with self._lock:
            for lane in self._lanes:
                lane.rest()

    def __enter__(self) -> Annotator:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _key(self, text: str, glossary: Mapping[str, GlossaryEntry], repairs: Repairs) -> str:
        index = index_file(dictionary_file(self._paths.data), index_folder(self._paths))
        return cache_key(
            text, glossary=glossary, repairs=repairs, dictionary=index.stem, standard=self.standard
        )

    def _annotate(
        self, text: str, glossary: Mapping[str, GlossaryEntry], repairs: Repairs, progress: Progress
    ) -> AnnotatedText:
        spans = list(parts(text))

        def part(number: int) -> Part:
            start, end = spans[number]
            told = text[start:end]
            here = {headword: entry for headword, entry in glossary.items() if headword in told}
            return Part(told, self.standard, here, repairs)

        whole = _Whole(text)
        found = self._each(len(spans), part, progress)
        with contextlib.closing(found):
            for (start, end), annotated in zip(spans, found, strict=True):
                whole.add(annotated, start)
                progress(LOADING_SHARE + (1 - LOADING_SHARE) * end / len(text))
        return whole.finished()

    def _each(
        self, count: int, part: Callable[[int], Part], progress: Progress
    ) -> Generator[AnnotatedText, None, None]:
        """Yield each part annotated: by one helper, those of a long text by two if there are processors."""
        first, second = self._lanes
        if count < _LONG or processors() < len(self._lanes):
            for number in range(count):
                yield first.ask(part(number), _silent if number else progress)
            return
        try:
            yield from abreast(self._lanes, count, part, progress)
        finally:
            second.rest()


class _Whole:
    """Puts annotated parts together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = Packer()
        self._sentences = array("I")
        self._paragraphs = array("I")

    def add(self, part: AnnotatedText, start: int) -> None:
        """Add the part that begins at ``start``."""
        self._tokens.add(part.tokens)
        self._sentences.extend(map(start.__add__, edges_of(part.sentences)))
        self._paragraphs.extend(map(start.__add__, edges_of(part.paragraphs)))

    def finished(self) -> AnnotatedText:
        """Return the whole text."""
        paragraphs = tuple(_joined(self._text, Spans(self._paragraphs)))
        return AnnotatedText(
            self._text, self._tokens.packed(), Spans(self._sentences), Spans(edges_of(paragraphs))
        )


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Join the halves of paragraphs that were cut between two parts."""
    held: Span | None = None
    for span in spans:
        if held is not None and "\n" not in text[held.end : span.start]:
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def parts(text: str, size: int = _PART) -> Iterator[tuple[int, int]]:
    """Cut a long text into (start, end) of some ``size`` characters: behind a line, a sentence or a mark."""
    start = 0
    while len(text) - start > size:
        end = _good_end(text, start + size - min(_LOOK_BACK, size // 2), start + size)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _good_end(text: str, earliest: int, latest: int) -> int:
    for marks in ("\n", "。！？", "，；、,; "):
        found = max(text.rfind(mark, earliest, latest) for mark in marks)
        if found >= 0:
            return found + 1
    return latest


def _silent(_share: float) -> None:
    return None


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


__all__ = ["Annotator", "Progress", "import_places", "parts", "processors"]
