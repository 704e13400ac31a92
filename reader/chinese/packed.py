"""The tokens of a long text without an object for each: a table of words, and which word stands where.

A million characters are half a million tokens but some ten thousand different words. Whoever asks what holds
of a word wherever it stands (is it known, how wide is it) asks of the words; tokens are made as they are
asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from operator import eq
from typing import Any, overload

from reader.chinese.figure_rows import Row, figure_at, figure_row, hashable
from reader.chinese.token import Span, Token

_BLOCK = 64  # tokens made at once: neighbours are mostly asked for together
_KEPT = 32  # blocks kept, so that going to and fro on the screen makes none anew


class Words(Sequence[Token]):
    """The different words of a text: tokens that begin at 0 and carry no figure. Each is made on first need.

    ``columns`` has a list for each of a token's fields but its start and its figure, in their order.
    """

    __slots__ = ("_made", "columns")

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        self.columns = columns
        self._made: list[Token | None] = [None] * len(columns[0])

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        made = self._made[index]
        if made is None:
            surface, *rest = (column[index] for column in self.columns)
            made = self._made[index] = Token(surface, 0, *rest)
        return made

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self)))

    @property
    def surfaces(self) -> Sequence[str]:
        """The characters of each word."""
        surfaces: Sequence[str] = self.columns[0]
        return surfaces


class PackedTokens(Sequence[Token]):
    """The tokens of a text, in order and without a gap.

    ``numbers`` has for each token the number of its word in ``words``, which are in the order in which the
    text first has them. ``places`` are the indexes of tokens with a figure, in order; ``told`` has the
    number of each one's row in ``figures``. ``marks`` is where the first token of each block begins.
    """

    __slots__ = ("_blocks", "_lengths", "figures", "marks", "numbers", "places", "told", "words")

    def __init__(
        self,
        words: Words,
        numbers: array[int],
        figures: Sequence[Sequence[Any]],
        places: array[int],
        told: array[int],
        marks: array[int] | None = None,
        start: int = 0,
    ) -> None:
        self.words = words
        self.numbers = numbers
        self.figures = figures
        self.places = places
        self.told = told
        self._lengths = list(map(len, words.surfaces))
        self.marks = self._measured(start) if marks is None else marks
        self._blocks: dict[int, tuple[Token, ...]] = {}

    def _measured(self, start: int) -> array[int]:
        starts = accumulate(map(self._lengths.__getitem__, self.numbers), initial=start)
        return array("I", islice(starts, 0, len(self.numbers), _BLOCK))

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            return tuple(self._between(first, last)) if step == 1 else tuple(self)[index]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._block(index // _BLOCK)[index % _BLOCK]

    def __iter__(self) -> Iterator[Token]:
        return chain.from_iterable(map(self._make, range(len(self.marks))))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackedTokens | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} tokens of {len(self.words)} words>"

    def start_of(self, index: int) -> int:
        """Return the character offset at which a token begins; behind the last token, the text's end."""
        first = min(index // _BLOCK, len(self.marks) - 1) * _BLOCK
        if first < 0:
            return 0
        return self.marks[first // _BLOCK] + sum(map(self._lengths.__getitem__, self.numbers[first:index]))

    def index_at(self, offset: int) -> int:
        """Return the index of the token that holds a character offset; outside the text, of the nearest."""
        block = max(0, bisect_right(self.marks, offset) - 1)
        place = block * _BLOCK
        behind = self.marks[block] if self.marks else 0
        for number in self.numbers[place : place + _BLOCK]:
            behind += self._lengths[number]
            if offset < behind:
                return place
            place += 1
        return max(0, place - 1)

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that begin in ``[start, end)``, which are character offsets."""
        return self[self._first_from(start) : self._first_from(end)]

    def _first_from(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or behind it."""
        index = self.index_at(offset)
        return index + (self.start_of(index) < offset)

    def counted(self) -> Iterator[tuple[Token, int]]:
        """Yield each word in the order of the text, with how often it stands there."""
        counts = Counter(self.numbers)
        return ((self.words[number], counts[number]) for number in range(len(self.words)))

    def with_words(self, words: Words) -> PackedTokens:
        """Return the same text in other words of the same lengths (another script)."""
        return PackedTokens(words, self.numbers, self.figures, self.places, self.told, self.marks)

    def _between(self, first: int, last: int) -> Iterator[Token]:
        for number in range(first // _BLOCK, (last + _BLOCK - 1) // _BLOCK):
            place = number * _BLOCK
            yield from self._block(number)[max(0, first - place) : max(0, last - place)]

    def _block(self, number: int) -> tuple[Token, ...]:
        found = self._blocks.get(number)
        if found is None:
            if len(self._blocks) >= _KEPT:
                self._blocks = {}  # another one: a thread may just be reading the old one
            found = self._blocks[number] = self._make(number)
        return found

    def _make(self, block: int) -> tuple[Token, ...]:
        """Make the tokens of a block."""
        first = block * _BLOCK
        numbers = self.numbers[first : first + _BLOCK]
        starts = accumulate(map(self._lengths.__getitem__, numbers), initial=self.marks[block])
        columns = self.words.columns
        fields = [map(column.__getitem__, numbers) for column in columns]
        tokens = list(map(Token, fields[0], starts, *fields[1:]))
        at = bisect_left(self.places, first)
        while at < len(self.places) and self.places[at] < first + _BLOCK:
            token = tokens[self.places[at] - first]
            figure = figure_at(self.figures[self.told[at]], token.start)
            tokens[self.places[at] - first] = token._replace(quantity=figure)
            at += 1
        return tuple(tokens)


class Spans(Sequence[Span]):
    """Spans in order, two numbers each: a long text has tens of thousands of sentences."""

    __slots__ = ("edges",)

    def __init__(self, edges: array[int]) -> None:
        self.edges = edges

    def __len__(self) -> int:
        return len(self.edges) // 2

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index] * 2
        return Span(self.edges[place], self.edges[place + 1])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.edges[::2], self.edges[1::2])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Spans):
            return self.edges == other.edges
        if isinstance(other, tuple | list):
            return len(self) == len(other) and all(map(eq, self, other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} spans>"


class Packer:
    """Gathers tokens, a stretch of text after the other, into packed ones."""

    def __init__(self) -> None:
        self._words: dict[tuple[Any, ...], int] = {}
        self._numbers = array("I")
        self._figures: dict[Row, int] = {}
        self._places = array("I")
        self._told = array("I")
        self._start = 0

    def add(self, tokens: Iterable[Token]) -> None:
        """Add the tokens of the stretch that comes next; packed ones without making one of them."""
        if isinstance(tokens, PackedTokens):
            self._add_packed(tokens)
            return
        words, append = self._words, self._numbers.append
        for token in tokens:
            if not words:
                self._start = token.start
            if token.quantity is not None:
                self._places.append(len(self._numbers))
                self._told.append(self._figure(figure_row(token.quantity, token.start)))
            append(words.setdefault(_bare(token), len(words)))

    def _add_packed(self, tokens: PackedTokens) -> None:
        first = len(self._numbers)
        if not first and tokens.marks:
            self._start = tokens.marks[0]
        words = self._words
        numbers = [words.setdefault(word, len(words)) for word in zip(*tokens.words.columns, strict=True)]
        figures = [self._figure(hashable(row)) for row in tokens.figures]
        self._numbers.extend(map(numbers.__getitem__, tokens.numbers))
        self._places.extend(place + first for place in tokens.places)
        self._told.extend(map(figures.__getitem__, tokens.told))

    def _figure(self, row: Row) -> int:
        return self._figures.setdefault(row, len(self._figures))

    def packed(self) -> PackedTokens:
        """Return all that was added."""
        words, figures = _words_of(self._words), list(self._figures)
        return PackedTokens(words, self._numbers, figures, self._places, self._told, start=self._start)


def _bare(token: Token) -> tuple[Any, ...]:
    """What a token is, wherever it stands: all but its start and its figure."""
    return token[:1] + token[2:-1]


def _words_of(bare: Iterable[tuple[Any, ...]]) -> Words:
    return Words(list(zip(*bare, strict=True)) or [()] * (len(Token._fields) - 2))


def words_of(tokens: Iterable[Token]) -> Words:
    """Return tokens as words: where they stand and their figures are left out."""
    return _words_of(map(_bare, tokens))


def packed(tokens: Sequence[Token]) -> PackedTokens:
    """Return tokens packed, as they are where they are packed already."""
    if isinstance(tokens, PackedTokens):
        return tokens
    packer = Packer()
    packer.add(tokens)
    return packer.packed()


def edges_of(spans: Sequence[Span]) -> array[int]:
    """Return where each span starts and ends, in one row."""
    if isinstance(spans, Spans):
        return spans.edges
    return array("I", (edge for span in spans for edge in (span.start, span.end)))
