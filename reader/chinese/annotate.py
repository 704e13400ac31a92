"""Text in, annotated text out: ties words, readings, figures, levels and glosses together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from reader.chinese.called import called_names, dotted_names, in_pieces, people_again, spans_of
from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.usual import listed_words
from reader.chinese.finish import Finisher
from reader.chinese.fixed import Fixed, FixedWords
from reader.chinese.mending import leads
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.pinyin.readings import Reader, WordReading
from reader.chinese.repairs import Repairs
from reader.chinese.script import twin_of
from reader.chinese.segment import Segmenter
from reader.chinese.token import AnnotatedText, GlossaryEntry, Kind, Source, Token
from reader.chinese.tokenize import paragraphs, pieces, sentences
from reader.chinese.word import Word
from reader.text import clean_text

_PEOPLE_THEN = re.compile("人(?=才[能会可肯敢够干])")
_NUMBER = WordReading(("hao4",), Source.RULE, True, "hào")  # 中山路27号
Cut = Callable[..., Sequence[Word]]
"""Cuts a run of Chinese characters into words; takes ``led``."""
Span = tuple[int, int]
_BEFORE_NAMES = " \u3000:：（("


@dataclass(slots=True)
class Resources:
    """What annotating needs, loaded once. ``standard`` is the HSK standard for the levels."""

    dictionary: Dictionary
    segmenter: Segmenter
    reader: Reader
    standard: str = "2025"
    finisher: Finisher = field(init=False)

    def __post_init__(self) -> None:
        self.finisher = Finisher(self.dictionary, self.reader, self.standard)

    def use_standard(self, standard: str) -> None:
        """Take the levels from another HSK standard from now on."""
        if standard != self.standard:
            self.standard = standard
            self.finisher = Finisher(self.dictionary, self.reader, standard)


def load_resources(dictionary: Dictionary, standard: str = "2025") -> Resources:
    """Load what annotating needs: about a second and 200 MB, so not in the process that draws the screen."""
    listed = {word.partition("/")[0] for word in listed_words()}
    segmenter = Segmenter(lambda word: word in listed or dictionary.has(word), dictionary.compounds())
    return Resources(dictionary, segmenter, Reader(dictionary.entries), standard)


@dataclass(slots=True)
class Piece:
    """One token to be: where it stands, and what is known of it so far."""

    start: int
    text: str
    kind: Kind
    flag: str = "x"
    fixed: Fixed | None = None
    quantity: Quantity | None = None


def annotate(
    text: str,
    *,
    glossary: Mapping[str, GlossaryEntry] | None = None,
    repairs: Repairs | None = None,
    resources: Resources,
) -> AnnotatedText:
    """Annotate a text of any script and any length; offsets are those of the cleaned text in the result."""
    text = clean_text(text)
    fixed = FixedWords(glossary or {}, repairs or Repairs())
    # jieba's list is in simplified characters: a traditional text is cut by its simplified twin.
    twin = twin_of(text)
    segmenter = resources.segmenter
    people = sorted({*dotted_names(twin), *spans_of(people_again(twin, segmenter.weight), twin)})
    found = list(_pieces(text, twin, fixed, people, partial(segmenter.cut, called=called_names(twin))))
    tokens = tuple(_tokens(_with_names(found), text, twin, resources.finisher))
    lines = paragraphs(text)
    return AnnotatedText(text, tokens, sentences(text, lines), lines)


def _with_names(found: list[Piece]) -> list[Piece]:
    """Put names together that stand whole elsewhere in the text."""
    words = [Word(p.text, p.flag, p.kind is Kind.NAME) for p in found]
    for first, behind in reversed(list(in_pieces(words))):
        if all(p.kind is Kind.WORD and p.fixed is None for p in found[first:behind]):
            text = "".join(p.text for p in found[first:behind])
            found[first:behind] = [Piece(found[first].start, text, Kind.NAME, "nr")]
    return found


def _pieces(text: str, twin: str, fixed: FixedWords, people: Sequence[Span], cut: Cut) -> Iterator[Piece]:
    """Cut the text: settled words first, then figures, then names (``people``), then words."""
    place = 0
    stretches = _settled(text, twin, fixed, people)
    nexts = [start for start, _, _ in stretches[1:]] + [len(text)]
    for (start, end, settled), following in zip(stretches, nexts, strict=False):
        if place < start:
            yield from _words(text, twin, place, start, cut, fixed)
        yield from settled
        place = end
        # What is counted begins behind the measure word: 一个|旧书包, not 一|个旧|书包.
        counted = settled[0].quantity
        if counted is not None and counted.measure and counted.span_end > end:
            for behind in _edges(twin, counted, following):
                yield from _words(text, twin, place, behind, cut, fixed)
                place = behind
    if place < len(text):
        yield from _words(text, twin, place, len(text), cut, fixed)


def _edges(twin: str, counted: Quantity, following: int) -> list[int]:
    """Where words end behind a figure for certain: the measure word; 人 in 三个人|才能."""
    end = counted.span_end
    if counted.measure == "分" or end > following:
        return []
    return [end, end + 1] if _PEOPLE_THEN.match(twin, end) else [end]


def _settled(
    text: str, twin: str, fixed: FixedWords, people: Sequence[Span]
) -> list[tuple[int, int, list[Piece]]]:
    """The stretches that are not for cutting, in order: glossary words, repairs, figures and names.

    A settled word that only overlaps a figure, or is part of one (亿 in 3亿), gives way to it.
    """
    words = list(fixed.find(text, twin))
    figures: list[Quantity] = list(find_figures(text))
    kept_figures = [f for f in figures if not any(s <= f.start and f.end <= e for s, e, _ in _near(words, f))]
    taken = [(f.start, f.end) for f in kept_figures]
    kept_words = [w for w in words if not _overlaps(w[0], w[1], taken)] if taken else words
    found = [
        (f.start, f.end, [Piece(f.start, text[f.start : f.end], Kind.FIGURE, "m", quantity=f)])
        for f in kept_figures
    ]
    found += [(start, end, _fixed_pieces(text, start, parts)) for start, end, parts in kept_words]
    taken += [(start, end) for start, end, _ in kept_words]
    taken.sort()
    found += [
        (start, end, [Piece(start, text[start:end], Kind.NAME, "nr")])
        for start, end in people
        if not _overlaps(start, end, taken)
    ]
    found.sort(key=lambda stretch: stretch[0])
    return found


def _near(
    words: list[tuple[int, int, tuple[Fixed, ...]]], figure: Quantity
) -> Iterable[tuple[int, int, object]]:
    place = bisect_right(words, figure.start, key=lambda word: word[0])
    return words[max(0, place - 1) : place]


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    place = bisect_left(taken, (start, start))
    return any(left < end and start < right for left, right in taken[max(0, place - 1) : place + 1])


def _fixed_pieces(text: str, start: int, parts: Sequence[Fixed]) -> list[Piece]:
    found = []
    for part in parts:
        kind = Kind.NAME if part.is_name else Kind.WORD
        end = start + len(part.text)
        found.append(Piece(start, text[start:end], kind, "nz" if part.is_name else "x", part))
        start = end
    return found


def _words(text: str, twin: str, first: int, last: int, cut: Cut, fixed: FixedWords) -> Iterator[Piece]:
    """Cut ``text[first:last]`` as its ``twin`` of the same length is cut."""
    for start, end, kind in pieces(text[first:last]):
        place, behind = first + start, first + end
        if kind is not None:
            yield Piece(place, text[place:behind], kind)
            continue
        led = leads(twin[max(0, place - 5) : place].rstrip(_BEFORE_NAMES))
        for word in cut(twin[place:behind], led=led):
            size = len(word.text)
            surface = text[place : place + size]
            settled = fixed.alone(surface, word.text) if size == 1 else None
            is_name = word.is_name if settled is None else settled.is_name
            yield Piece(place, surface, Kind.NAME if is_name else Kind.WORD, word.flag, settled)
            place += size


def _tokens(found: list[Piece], text: str, twin: str, finisher: Finisher) -> Iterator[Token]:
    """Give every piece its reading, level and gloss, in the light of the words around it."""
    words = [Word(p.text, p.flag, p.kind is Kind.NAME) for p in found]
    readings = finisher.read(words, [piece.fixed for piece in found])
    for place in range(1, len(found)):
        is_number = found[place].text in ("号", "號") and found[place].fixed is None
        if is_number and found[place - 1].quantity is not None:
            readings[place] = _NUMBER
    # What stands around a word is known by its simplified characters.
    if twin is not text:
        words = [
            word._replace(text=twin[p.start : p.start + len(p.text)])
            for word, p in zip(words, found, strict=True)
        ]
    for place, (piece, reading) in enumerate(zip(found, readings, strict=True)):
        if piece.quantity is not None:
            yield _figure(piece, piece.quantity)
        else:
            told = (piece.text, piece.start, piece.kind)
            yield finisher.token(told, reading, piece.fixed, words, place)


def _figure(piece: Piece, quantity: Quantity) -> Token:
    known = bool(quantity.syllables)
    return Token(
        piece.text,
        piece.start,
        Kind.FIGURE,
        quantity.syllables,
        quantity.pinyin,
        Source.RULE if known else Source.NONE,
        quantity=quantity,
    )
