"""Text in, annotated text out: ties words, readings, figures, levels and glosses together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.chinese.dictionary import Dictionary
from reader.chinese.finish import Finisher
from reader.chinese.fixed import Fixed, FixedWords
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.pinyin.readings import Reader
from reader.chinese.repairs import Repairs
from reader.chinese.script import is_traditional, simplify
from reader.chinese.segment import Segmenter, Word
from reader.chinese.token import AnnotatedText, GlossaryEntry, Kind, Source, Token
from reader.chinese.tokenize import paragraphs, pieces, sentences
from reader.text import clean_text


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
    return Resources(dictionary, Segmenter(dictionary.has), Reader(dictionary.entries), standard)


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
    twin = simplify(text) if is_traditional(text) else text
    found = list(_pieces(text, twin, fixed, resources.segmenter))
    tokens = tuple(_tokens(found, resources.finisher))
    lines = paragraphs(text)
    return AnnotatedText(text, tokens, sentences(text, lines), lines)


def _pieces(text: str, twin: str, fixed: FixedWords, segmenter: Segmenter) -> Iterator[Piece]:
    """Cut the text: settled words first, then figures, then words."""
    place = 0
    for start, end, settled in _settled(text, twin, fixed):
        if place < start:
            yield from _words(text, twin, place, start, segmenter)
        yield from settled
        place = end
    if place < len(text):
        yield from _words(text, twin, place, len(text), segmenter)


def _settled(text: str, twin: str, fixed: FixedWords) -> list[tuple[int, int, list[Piece]]]:
    """The stretches that are not for cutting, in order: glossary words, repairs and figures.

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


def _words(text: str, twin: str, first: int, last: int, segmenter: Segmenter) -> Iterator[Piece]:
    """Cut ``text[first:last]`` as its ``twin`` of the same length is cut."""
    for start, end, kind in pieces(text[first:last]):
        place, behind = first + start, first + end
        if kind is not None:
            yield Piece(place, text[place:behind], kind)
            continue
        for word in segmenter.cut(twin[place:behind]):
            size = len(word.text)
            surface = text[place : place + size]
            yield Piece(place, surface, Kind.NAME if word.is_name else Kind.WORD, word.flag)
            place += size


def _tokens(found: list[Piece], finisher: Finisher) -> Iterator[Token]:
    """Give every piece its reading, level and gloss, in the light of the words around it."""
    words = [Word(p.text, p.flag, p.kind is Kind.NAME) for p in found]
    readings = finisher.read(words, [piece.fixed for piece in found])
    for piece, reading in zip(found, readings, strict=True):
        if piece.quantity is not None:
            yield _figure(piece, piece.quantity)
        else:
            yield finisher.token(piece.text, piece.start, piece.kind, reading, piece.fixed)


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
