"""The figures that a version states: where, how written, and what fact they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.articles.article import Fact, Figure, Sentence
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.quiz.item import Proof
from reader.quiz.source import Source

#: Bounds that leave one side open: whatever exceeds 3000 exceeds 300 as well.
OPEN_ABOVE = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
OPEN_BELOW = frozenset({Bound.UNDER, Bound.AT_MOST})
#: Written in characters and no larger than this, a figure is hardly one.
_SMALL = 2


@dataclass(frozen=True)
class StatedFigure:
    """A figure in its sentence.

    ``quantity``'s offsets are in the sentence; ``start`` and ``end`` hold the whole figure with its bound
    and measure word. ``fact`` and ``figure`` are what the author wrote of it; None in a text without facts.
    """

    source: Source
    sentence: Sentence
    quantity: Quantity
    start: int
    end: int
    fact: Fact | None = None
    figure: Figure | None = None

    @property
    def words(self) -> str:
        """The whole figure as printed: 超过3000亿元."""
        return self.sentence.text[self.start : self.end]

    @property
    def measure(self) -> str:
        """The measure word or unit, "" where there is none."""
        return self.figure.measure if self.figure else self.quantity.measure or ""

    @cached_property
    def number(self) -> str:
        """The figure with its measure word, without words for its bound that stand outside: 3000亿元."""
        text = self.sentence.text
        end = self.quantity.end
        if self.measure and text.startswith(self.measure, end):
            end += len(self.measure)
        return text[self.quantity.start : end]

    @cached_property
    def proof(self) -> Proof:
        """The words that state the figure."""
        return self.source.proof(self.sentence, self.start, self.end)

    def with_number(self, number: str) -> str:
        """Return the whole figure with another number in the place of its own: 超过300亿元."""
        before = self.sentence.text[self.start : self.quantity.start]
        return before + number + self.sentence.text[self.quantity.end : self.end]


_NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿")
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾")


def is_doubtful(stated: StatedFigure) -> bool:
    """Tell whether it may be no figure, or only the end of one: 陆 of 陆地, 六节 of 一周十六节."""
    text, start = stated.sentence.text, stated.quantity.start
    is_cut = start > 0 and text[start - 1] in _NUMERALS and text[start] in _NUMERALS
    return is_cut or (len(stated.quantity.text) == 1 and stated.quantity.text in _FORMAL)


def is_trivial(stated: StatedFigure) -> bool:
    """Tell whether the figure is 一, 两 or 半 before a measure word: seldom a figure at all (一片茶叶)."""
    quantity = stated.quantity
    written = not any(map(str.isdigit, quantity.text))
    return written and quantity.value is not None and quantity.value <= _SMALL and "分之" not in quantity.text


@lru_cache(maxsize=4)
def stated_by_facts(source: Source) -> tuple[StatedFigure, ...]:
    """Return the figure of each fact that the version states, once, in the order of the facts."""
    return tuple(_stated_by_facts(source))


def _stated_by_facts(source: Source) -> Iterator[StatedFigure]:
    for fact in source.article.facts:
        if fact.figure is None:
            continue
        for sentence, mark in source.marks(fact):
            quantity = _marked_quantity(source.quantities(sentence), fact.figure, mark.start, mark.end)
            if quantity is not None:
                start, end = _extent(quantity, sentence)
                start, end = max(start, mark.start), min(end, mark.end)
                yield StatedFigure(source, sentence, quantity, start, end, fact, fact.figure)
                break


def _marked_quantity(
    quantities: tuple[Quantity, ...], figure: Figure, start: int, end: int
) -> Quantity | None:
    inside = [q for q in quantities if start <= q.start and q.end <= end]
    return next((q for q in inside if q.value == figure.value and q.kind is not FigureKind.THRESHOLD), None)


def _extent(quantity: Quantity, sentence: Sentence) -> tuple[int, int]:
    """Return where the whole figure begins and ends, with its bound and measure word."""
    start = quantity.span_start if quantity.span_start >= 0 else quantity.start
    if 0 < start < quantity.start and sentence.text[start - 1 : start + 1] in ("將近", "将近"):
        start -= 1
    end = max(quantity.end, quantity.span_end)
    for word in ("以上", "以下", "以内", "左右", "上下"):
        if sentence.text.startswith(word, end) and quantity.bound is not Bound.EXACT:
            end += len(word)
    return min(start, quantity.start), end


@lru_cache(maxsize=4)
def stated_in_text(source: Source) -> tuple[StatedFigure, ...]:
    """Return every figure of the version's text, in order, with its fact where a mark holds it."""
    return tuple(_stated_in_text(source))


def _stated_in_text(source: Source) -> Iterator[StatedFigure]:
    facts = {fact.id: fact for fact in source.article.facts if fact.figure is not None}
    for sentence, quantities in source.figures:
        for quantity in quantities:
            marked = next(
                (
                    facts[mark.fact]
                    for mark in sentence.marks
                    if mark.start <= quantity.start and quantity.end <= mark.end and mark.fact in facts
                ),
                None,
            )
            start, end = _extent(quantity, sentence)
            figure = marked.figure if marked else None
            stated = StatedFigure(source, sentence, quantity, start, end, marked, figure)
            if not is_doubtful(stated):
                yield stated
