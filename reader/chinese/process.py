"""Annotating in a helper process: the caller's keys stay quick and its memory small."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.chinese.cache import TextCache, cache_key
from reader.chinese.dictionary.index import index_file
from reader.chinese.dictionary.opening import index_folder
from reader.chinese.dictionary.source import dictionary_file
from reader.chinese.packed import Packer, Spans, edges_of
from reader.chinese.packing import unpack
from reader.chinese.repairs import Repairs
from reader.chinese.token import AnnotatedText, GlossaryEntry, Span
from reader.chinese.wire import Building, Done, Failed, Message, Part, Ready, Setup, receive, send
from reader.errors import DubaoError, StorageError, TextError
from reader.paths import Paths, private_folder
from reader.text import clean_text

Progress = Callable[[float], None]
"""Called with how much is done, 0 to 1."""

_PART = 12_000  # characters sent at once: some 0.1 to 0.3 seconds of work
_LOOK_BACK = 2_000  # how far back a part's end is moved to fall behind a sentence or at least a mark
_LOADING_SHARE = 0.1  # of the progress bar
_PATIENCE = 0.2  # seconds a helper gets to end by itself: one that is loading or busy has nothing to lose
_LOG = "helper.log"
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from reader.chinese.server import serve; serve()"


class _Gone(Exception):  # noqa: N818
    """The helper ended before it answered."""


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
        self._helper: _Helper | None = None
        self._closed = False

    def start(self) -> None:
        """Start the helper in the background, so that the first text need not wait for it; returns at once.

        A helper that can't be started is not told of here but by the first text that needs it.
        """
        with contextlib.suppress(DubaoError), self._lock:
            if not self._closed:
                self._running()

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
        self._closed = True
        helper = self._helper
        if helper is not None:
            helper.end()
        with self._lock:
            if self._helper is not None:
                self._helper.end()
            self._helper = None

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
        whole = _Whole(text)
        for start, end in parts(text):
            part = text[start:end]
            message = Part(
                part,
                self.standard,
                {headword: entry for headword, entry in glossary.items() if headword in part},
                repairs,
            )
            whole.add(self._ask(message, progress if not start else _silent), start)
            progress(_LOADING_SHARE + (1 - _LOADING_SHARE) * end / len(text))
        return whole.finished()

    def _ask(self, message: Part, progress: Progress) -> AnnotatedText:
        """Have one part annotated; a helper that was killed is started anew once."""
        for _ in range(2):
            helper = self._running()
            try:
                return helper.annotate(message, progress)
            except _Gone:
                self._drop()
            except BaseException:
                # Stopped half-way: its answer to this would be taken for the answer to the next.
                self._drop()
                raise
        raise TextError(
            "The part of the program that reads Chinese ended before it was done. Try again; if it "
            "ends again, see whether the machine has memory left, and look into "
            f"{self._paths.cache / _LOG}."
        )

    def _running(self) -> _Helper:
        if self._closed:
            raise TextError("The program is closing; the text was not annotated.")
        if self._helper is None:
            self._helper = _Helper(self._paths)
        return self._helper

    def _drop(self) -> None:
        if self._helper is not None:
            self._helper.end(at_once=True)
        self._helper = None


class _Helper:
    """One running helper process."""

    def __init__(self, paths: Paths) -> None:
        try:
            with _open_log(paths) as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", _BOOT, *import_places()],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                )
        except OSError as error:
            raise TextError(
                f"The part of the program that reads Chinese can't be started: {error}."
            ) from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._from: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._is_ready = False
        with contextlib.suppress(OSError):
            # A helper that is gone already is noticed by the first text.
            send(self._to, Setup(paths))

    def annotate(self, message: Part, progress: Progress) -> AnnotatedText:
        """Have a part annotated; ``progress`` hears of a dictionary being built."""
        while not self._is_ready:
            told = self._next()
            if isinstance(told, Building):
                progress(_LOADING_SHARE * told.done / max(1, told.total))
            self._is_ready = isinstance(told, Ready)
        try:
            send(self._to, message)
        except (OSError, ValueError) as error:
            raise _Gone from error
        answer = self._next()
        if not isinstance(answer, Done):
            raise _Gone
        return unpack(answer.packed)

    def _next(self) -> Message:
        try:
            message = receive(self._from)
        except (OSError, ValueError, EOFError) as error:
            raise _Gone from error
        if message is None:
            raise _Gone
        if isinstance(message, Failed):
            raise TextError(message.sentence)
        return message

    def end(self, *, at_once: bool = False) -> None:
        """End the process and wait for it, so that none is left behind."""
        with contextlib.suppress(OSError, ValueError):
            self._to.close()
        if at_once:
            self._process.kill()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with contextlib.suppress(OSError, ValueError):
            self._from.close()


def _open_log(paths: Paths) -> BinaryIO:
    """Open the helper's log; where nothing can be written, what it would say is dropped."""
    try:
        log = private_folder(paths.cache) / _LOG
        return open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
    except (OSError, StorageError):
        return open(os.devnull, "wb")


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


def import_places() -> list[str]:
    """Where the helper shall import from: as this process does, an empty place being the present folder."""
    package_home = str(Path(__file__).resolve().parents[2])
    places = [place for place in sys.path if place]
    return places if package_home in places else [package_home, *places]
