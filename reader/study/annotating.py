"""Annotated texts for the desk: one language helper, one dictionary, both made on first need."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.articles.article import Article, Version
from reader.chinese.process import Annotator, Progress
from reader.chinese.repairs import Repair, Repairs, file_state, read_repairs
from reader.chinese.token import AnnotatedText, Entry, Kind, Token
from reader.config import Settings
from reader.errors import StorageError
from reader.paths import Paths

if TYPE_CHECKING:
    from reader.chinese.dictionary import Dictionary


class Annotating:
    """May be used from several threads. Close it at the end."""

    def __init__(
        self,
        paths: Paths,
        settings: Callable[[], Settings],
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._paths = paths
        self._tell = tell
        self._settings = settings
        self._annotator = Annotator(paths, standard=settings().hsk_standard)
        self._lock = threading.RLock()
        self._dictionary: Dictionary | None = None
        self._repairs: Repairs | None = None
        self._repairs_state: tuple[int, int] | None = None

    def warm_up(self) -> None:
        """Start the helper in the background; returns at once."""
        self._annotator.start()

    def is_cached(self, article: Article, version: Version) -> bool:
        """Tell whether the version opens at once."""
        return self._annotator.is_cached(version.text, article.glossary, self.repairs)

    def annotated(
        self, article: Article, version: Version, progress: Progress | None = None
    ) -> AnnotatedText:
        """Return the annotated version; blocks while it is made."""
        return self.text(version.text, article, progress)

    def text(
        self, text: str, article: Article | None = None, progress: Progress | None = None
    ) -> AnnotatedText:
        """Return any annotated text, with the glossary of an article if one is given."""
        self._annotator.standard = self._settings().hsk_standard
        glossary = article.glossary if article else {}
        return self._annotator.annotate(text, glossary, self.repairs, progress)

    def shown(self, annotated: AnnotatedText) -> AnnotatedText:
        """Return a text for the eye: in the reader's characters, with the reader's tones.

        Its tokens stand at the same places; look words up by those of ``annotated``.
        """
        from reader.chinese import display
        from reader.chinese.script import Script, ScriptName

        settings = self._settings()
        if settings.script != "original":
            name: ScriptName = "traditional" if settings.script == "traditional" else "simplified"
            annotated = display.turned(annotated, Script(self.dictionary), name)
        return display.said(annotated) if settings.tone_change else annotated

    def other_form(self, token: Token) -> str:
        """Return a word in the other script, "" where it is written alike in both."""
        from reader.chinese.script import Script

        script = Script(self.dictionary)
        for form in (script.to_traditional(token), script.to_simplified(token)):
            if form != token.surface:
                return form
        return ""

    @property
    def repairs(self) -> Repairs:
        """The reader's own repairs; read anew when the file has changed, by whatever program."""
        with self._lock:
            state = file_state(self._paths.data)
            if self._repairs is None or state != self._repairs_state:
                self._repairs = self._read_repairs()
                self._repairs_state = state
            return self._repairs

    def repair_of(self, token: Token) -> Repair | None:
        """Return the reader's own repair of a word, in whichever script it was made; None without one."""
        repairs = self.repairs
        found = repairs.get(token.surface)
        if found is None and repairs:
            from reader.chinese.script import simplify

            found = repairs.get(simplify(token.surface))
        return found

    def _read_repairs(self) -> Repairs:
        try:
            return read_repairs(self._paths.data, self._tell)
        except StorageError as error:
            self._tell(f"{error} Texts open without them.")
            return Repairs()

    @property
    def dictionary(self) -> Dictionary:
        """The dictionary; its index is built on first need."""
        from reader.chinese.dictionary.opening import open_dictionary

        with self._lock:
            if self._dictionary is None:
                self._dictionary = open_dictionary(self._paths)
            return self._dictionary

    def entries(self, token: Token) -> tuple[Entry, ...]:
        """Return the entries of a word, the one meant here first; none for what is no word."""
        if token.kind not in (Kind.WORD, Kind.NAME):
            return ()
        is_name = token.kind is Kind.NAME
        entries = self.dictionary.entries(token.surface, name=is_name)
        meant = self.dictionary.meant(token.surface, token.syllables, name=is_name)
        if meant is None or meant not in entries:
            return entries
        return (meant, *(entry for entry in entries if entry != meant))

    def parts(self, token: Token) -> tuple[Entry, ...]:
        """Return the likeliest entry of each word that a compound is made of; none for a simple word."""
        if token.kind not in (Kind.WORD, Kind.NAME):
            return ()
        found, start = [], 0
        for part in self.dictionary.parts(token.surface):
            syllables = token.syllables[start : start + len(part)]
            entry = self.dictionary.meant(part, syllables)
            found += [entry] if entry is not None else []
            start += len(part)
        return tuple(found)

    def characters(self, token: Token) -> list[tuple[Entry, list[Entry]]]:
        """Return each character of a word as it is meant there, with other words that have it.

        Words come first in which it is read alike, then easy and short ones. No character comes twice.
        """
        found: dict[str, tuple[Entry, list[Entry]]] = {}
        for place, character in enumerate(token.surface):
            syllable = token.syllables[place : place + 1]
            entry = self.dictionary.meant(character, syllable)
            if entry is not None and character not in found:
                found[character] = entry, self._words_with(entry, token.surface)
        return list(found.values())

    def _words_with(self, entry: Entry, but: str) -> list[Entry]:
        character, syllable = entry.simplified, entry.syllables[-1].lower()

        def is_other(word: Entry) -> bool:
            place = word.simplified.find(character)
            return place < 0 or syllable not in (s.lower() for s in word.syllables[place : place + 1])

        words = [w for w in self.dictionary.words_with(character) if but not in (w.simplified, w.traditional)]
        return sorted(words, key=is_other)

    def close(self) -> None:
        """End the helper."""
        self._annotator.close()
        with self._lock:
            if self._dictionary is not None:
                self._dictionary.close()
                self._dictionary = None
