"""The figures of a whole text, each with its sentence and an offer of what it counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.chinese.numbers import Quantity, find_figures
from reader.chinese.numbers.subject import Subject, guess_subject
from reader.chinese.script import simplify
from reader.chinese.segment import Segmenter
from reader.chinese.token import Span
from reader.chinese.tokenize import paragraphs, pieces, sentences

Tagger = Callable[[str], Sequence[tuple[str, str]]]
"""A sentence to its words with their parts of speech; the words joined are the sentence."""

# Tagging is linear, but a "sentence" of a megabyte is none, and no offer comes from that far.
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of a text: ``quantity``'s offsets are the text's, ``subject``'s those of ``sentence``."""

    quantity: Quantity
    sentence: str
    subject: Subject | None


def figures_of(text: str, tag: Tagger) -> Iterator[FoundFigure]:
    """Yield every figure of ``text`` in order, with its sentence and what it seems to count."""
    spans = sentences(text, paragraphs(text))
    starts = [span.start for span in spans]
    for quantity in find_figures(text):
        span = _sentence_of(quantity, spans, starts)
        sentence = text[span.start : span.end]
        yield FoundFigure(quantity, sentence, _subject(quantity, sentence, span.start, tag))


def _sentence_of(quantity: Quantity, spans: Sequence[Span], starts: Sequence[int]) -> Span:
    place = bisect_right(starts, quantity.start) - 1
    span = spans[place] if place >= 0 else Span(quantity.start, quantity.end)
    # A figure is never cut, even where a mark inside it could end a sentence.
    return Span(span.start, max(span.end, quantity.end))


def _subject(quantity: Quantity, sentence: str, start: int, tag: Tagger) -> Subject | None:
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    inside = replace(
        quantity,
        start=quantity.start - start,
        end=quantity.end - start,
        span_start=quantity.span_start - start,
        span_end=quantity.span_end - start,
    )
    # The patterns and the tagger know simplified characters; what is offered is as the text writes it.
    twin = simplify(sentence)
    if len(twin) != len(sentence):
        twin = sentence
    subject = guess_subject(twin, _in_twin(inside, twin), tag(twin))
    return subject and replace(subject, subject=sentence[subject.start : subject.end])


def _in_twin(quantity: Quantity, twin: str) -> Quantity:
    """Return the figure with the words that its twin text has."""
    measure = quantity.measure and simplify(quantity.measure)
    return replace(quantity, text=twin[quantity.start : quantity.end], measure=measure)


def tagger() -> Tagger:
    """Return a tagger that goes by jieba's word list; loading it takes half a second."""
    segmenter = Segmenter(lambda _: True)

    @lru_cache(maxsize=64)
    def tag(sentence: str) -> Sequence[tuple[str, str]]:
        words: list[tuple[str, str]] = []
        for start, end, kind in pieces(sentence):
            piece = sentence[start:end]
            words += segmenter.jieba_cut(piece) if kind is None else [(piece, "x")]
        return words

    return tag
