"""The desk's part for facts of the reader's own texts: found, and confirmed, mended or dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import TextError, UsageError
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.articles.article import Article, Mark, Version
    from reader.articles.facts import FoundFact, TagAll
    from reader.articles.importing.keeping import OwnTexts
    from reader.articles.library import Library
    from reader.chinese.token import AnnotatedText

_CHAPTER = re.compile(r"^(?=# )", re.MULTILINE)


class Facts:
    """Made by the desk."""

    def __init__(
        self,
        library: Library,
        own: OwnTexts,
        annotated: Callable[[Article, Version], AnnotatedText],
    ) -> None:
        self._library = library
        self._own = own
        self._annotated = annotated

    def found(self, article: Article, version: Version, tag_all: TagAll | None = None) -> list[FoundFact]:
        """Return the facts of a version in order: figures, dates, names and places, each in its sentence."""
        from reader.articles.facts import found_facts

        tokens = self._annotated(article, version).tokens
        return found_facts(article, version, tokens, self._dropped(article), tag_all)

    def _dropped(self, article: Article) -> frozenset[str]:
        if not article.imported or article.folder is None:
            return frozenset()
        dropped = self._own.values(article.slug).get("origin", {}).get("dropped", [])
        return frozenset(map(str, dropped))

    def confirm(self, slug: str, level: str, found: FoundFact, subject: str = "") -> str:
        """Make a fact of a figure, with the guessed subject or another; return the fact's id.

        From then on it is asked about. On disk when this returns.

        Raises:
            UsageError: it is no figure of a text of the reader's own, or there is no subject.
            TextError: the text has changed since.
            StorageError: it can't be written.
        """
        from reader.articles.article import Mark
        from reader.articles.facts import can_be_stated, fact_of, fact_values
        from reader.articles.importing.identity import new_slug

        subject = clean_line(subject) or found.subject
        found = self._now(slug, level, found)
        if found.fact:
            raise UsageError(f"{found.words} is a fact already.")
        if not can_be_stated(found):
            raise UsageError(
                f"{found.words} needs no subject: only figures that count or measure something have one."
            )
        if not subject:
            raise UsageError(f"What does {found.words} count? Say its subject.")
        if found.quantity and found.quantity.text in subject:
            raise UsageError("The subject gives the figure away; say it without the number.")
        values = self._own.values(slug)
        facts = list(values.get("fact", []))
        taken = {str(fact.get("id")) for fact in facts}
        fact_id = new_slug(f"{subject} {found.quantity.text if found.quantity else ''}", taken)
        values["fact"] = [*facts, fact_values(fact_of(found, subject, fact_id))]
        path, text = self._marked(slug, level, found, Mark(fact_id, found.start, found.end))
        self._own.rewrite(slug, values, {path.name: text})
        self._library.forget(slug)
        return fact_id

    def drop(self, slug: str, found: FoundFact) -> None:
        """Put a guess aside for good.

        Raises:
            UsageError: it is no text of the reader's own.
            StorageError: it can't be written.
        """
        values = self._own.values(slug)
        origin = dict(values.get("origin", {}))
        origin["dropped"] = list(dict.fromkeys([*origin.get("dropped", []), found.key]))
        values["origin"] = origin
        self._own.rewrite(slug, values)
        self._library.forget(slug)

    def _now(self, slug: str, level: str, found: FoundFact) -> FoundFact:
        """Return the figure as it stands now: others of its sentence may have been confirmed since."""
        from reader.articles.facts import found_facts

        article = self._library.article(slug)
        version = article.version(level)
        same = (found.sentence.start, found.start, found.words)
        for one in found_facts(article, version) if version else ():
            if (
                one.sentence.start,
                one.start,
                one.words,
            ) == same and one.sentence.text == found.sentence.text:
                return replace(one, subject=found.subject, when=found.when)
        raise TextError(f"{slug} has changed since. Open it anew.")

    def _marked(self, slug: str, level: str, found: FoundFact, mark: Mark) -> tuple[Path, str]:
        """Return the version's file, and its text with one more mark."""
        from reader.articles.content import read_file
        from reader.articles.versions import text_line

        version = self._library.article(slug).version(level)
        if version is None or version.path is None:
            raise UsageError(f"{slug} has no version “{level}” that can be written.")
        sentence = found.sentence
        text = read_file(version.path)
        lines = text.split("\n")
        marks = sorted((*sentence.marks, mark), key=lambda one: (one.start, -one.end))
        lines[_lines_before(text, level) + sentence.line - 1] = text_line(sentence.text, tuple(marks))
        return version.path, "\n".join(lines)


def _lines_before(text: str, level: str) -> int:
    """Return how many lines of a book's file stand before a chapter; 0 for an article."""
    if not re.fullmatch(r"c\d+", level):
        return 0
    parts = _CHAPTER.split(text)
    return sum(part.count("\n") for part in parts[: int(level[1:])])


_BOOT = """
import sys, json
sys.path[:] = sys.argv[1:]
from reader.chinese.figures import tagger
tag = tagger()
said = sys.stdin.buffer.read().decode("utf-8", "replace")
print(json.dumps([list(tag(sentence)) for sentence in json.loads(said)]))
"""


def tag_in_helper(sentences: Sequence[str]) -> Sequence[Sequence[tuple[str, str]]]:
    """Tag sentences in a process of its own, so that no word list is loaded here; untagged where it fails."""
    import json
    import subprocess
    import sys

    from reader.chinese.process import import_places

    if not sentences:
        return []
    try:
        run = subprocess.run(
            [sys.executable, "-P", "-c", _BOOT, *import_places()],
            input=json.dumps(list(sentences)).encode(), capture_output=True, check=True, timeout=60,
        )  # fmt: skip
        tagged = json.loads(run.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return [()] * len(sentences)
    return [[(str(word), str(flag)) for word, flag in words] for words in tagged]
