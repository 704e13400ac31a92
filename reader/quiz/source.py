"""What questions are made from: one version of an article, with the helpers that find words in it."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from reader.articles.article import Article, Fact, Mark, Paragraph, Sentence, Version
from reader.articles.plain_text import is_kept
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.token import AnnotatedText, Token
from reader.quiz.item import Proof

T = TypeVar("T")
#: A quiz that is made quickly asks of so many figures or facts of a kind.
QUICK = 10
#: The senses of the dictionary's entry for a token, in English; none where there is no entry.
SensesOf = Callable[[Token], tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Source:
    """One version of an article with its annotation (None where only written questions are wanted).

    ``others`` are further articles of the library, for questions on what sets this one apart. ``draw``
    lets a quiz be made quickly: only some of the words, drawn with that number, are asked for.
    ``reader_level`` is the reader's HSK level: words just above it come first. ``wanted`` are words that are
    asked for in any case, being due for review. ``senses`` gives all that a word of the text can mean.
    """

    article: Article
    version: Version
    annotated: AnnotatedText | None = None
    others: tuple[Article, ...] = ()
    draw: int | None = None
    reader_level: int = 3
    wanted: tuple[str, ...] = ()
    senses: SensesOf | None = None

    def some(self, found: Iterable[T], most: int = QUICK) -> list[T]:
        """Return all that was found; for a quiz to be made quickly, so many of it, drawn."""
        kept = list(found)
        if self.draw is None or len(kept) <= most:
            return kept
        return random.Random(f"{self.draw} {len(kept)}").sample(kept, most)

    @cached_property
    def text(self) -> str:
        """The version's text."""
        return self.version.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The version's sentences in order, without those that a line break cuts in two."""
        cut = _cut_by_lines(self.version.paragraphs) if not is_kept(self.article.slug) else frozenset()
        return tuple(sentence for sentence in self.version.sentences if sentence.start not in cut)

    @cached_property
    def figures(self) -> tuple[tuple[Sentence, tuple[Quantity, ...]], ...]:
        """Each sentence with the figures in it; their offsets are the sentence's."""
        return tuple((sentence, tuple(find_figures(sentence.text))) for sentence in self.sentences)

    @cached_property
    def _quantities(self) -> dict[int, tuple[Quantity, ...]]:
        return {sentence.start: quantities for sentence, quantities in self.figures}

    def quantities(self, sentence: Sentence) -> tuple[Quantity, ...]:
        """Return the figures of one of the version's sentences."""
        return self._quantities[sentence.start]

    @cached_property
    def _marked(self) -> dict[str, list[tuple[Sentence, Mark]]]:
        found: dict[str, list[tuple[Sentence, Mark]]] = {}
        for sentence in self.sentences:
            for mark in sentence.marks:
                found.setdefault(mark.fact, []).append((sentence, mark))
        return found

    def marks(self, fact: Fact) -> list[tuple[Sentence, Mark]]:
        """Return where the version states the fact, in order."""
        return self._marked.get(fact.id, [])

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at the offset."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self.sentences[place].end:
            return None
        return self.sentences[place]

    def paragraph_at(self, offset: int) -> int:
        """Return the place of the paragraph that holds the character at the offset, 0 for the first."""
        ends = [_end(paragraph) for paragraph in self.version.paragraphs]
        return min(bisect_right(ends, offset), len(ends) - 1)

    @staticmethod
    def proof(sentence: Sentence, start: int, end: int) -> Proof:
        """Return the proof that the words from start to end (offsets in the sentence) are."""
        return Proof(
            sentence=sentence.text,
            sentence_start=sentence.start,
            text=sentence.text[start:end],
            start=sentence.start + start,
            end=sentence.start + end,
            translation=sentence.translation,
        )


#: A line as long as this without a closing mark, and another below, is one that goes on there.
_LONG_LINE = 25
_CLOSING = tuple("。！？…”’」』）)!?:：；;")


def _cut_by_lines(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return where sentences begin that a line break cuts in two, in a text broken at a fixed width."""
    cut: set[int] = set()
    for line, following in pairwise(paragraphs):
        if not line.sentences or not following.sentences:
            continue
        last, first = line.sentences[-1], following.sentences[0]
        is_long = last.end - line.sentences[0].start >= _LONG_LINE
        if is_long and not last.text.rstrip().endswith(_CLOSING) and first.text.strip():
            cut |= {last.start, first.start}
    return frozenset(cut)


def _end(paragraph: Paragraph) -> int:
    return paragraph.sentences[-1].end
