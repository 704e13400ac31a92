"""How many cells a token takes, and where its characters and its pinyin stand in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from reader.chinese.pinyin.spelling import pieces
from reader.chinese.token import Kind, Token
from reader.text import clean_text

NO_START = frozenset("、，。．！？；：）】》〉」』］｝”’％…～·!?,.:;)]}%")
NO_END = frozenset("（【《〈「『［｛“‘([{￥$#")


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of text drawn from ``column`` on, ``cells`` wide. ``at`` is its offset in the token."""

    text: str
    column: int
    cells: int
    at: int = 0

    @property
    def end(self) -> int:
        """The column just behind the piece."""
        return self.column + self.cells


@dataclass(frozen=True, slots=True)
class Shape:
    """A token's (or part's) two rows; columns count from its own left edge.

    ``meets_left`` tells whether pinyin begins at the edge, where it may run into a neighbour's.
    """

    width: int
    characters: tuple[Piece, ...]
    pinyin: tuple[Piece, ...] = ()

    @property
    def meets_left(self) -> bool:
        """Whether the pinyin begins at the left edge."""
        return bool(self.pinyin) and self.pinyin[0].column == 0


@lru_cache(maxsize=20_000)
def graphemes(text: str, wide_ambiguous: bool = False) -> tuple[Piece, ...]:
    """Split a surface into what is drawn: one piece a grapheme, controls as nothing, tabs as a blank."""
    found: list[Piece] = []
    column = 0
    for start, end, _ in split_graphemes(text)[0]:
        drawn = drawable(text[start:end])
        cells = cells_of(drawn, wide_ambiguous)
        found.append(Piece(drawn, column, cells, start))
        column += cells
    return tuple(found)


def drawable(text: str) -> str:
    """Return ``text`` on one line without anything that a terminal would obey."""
    return clean_text(text).replace("\n", "").replace("\t", " ")


@lru_cache(maxsize=20_000)
def cells_of(text: str, wide_ambiguous: bool = False) -> int:
    """Return the cells that ``text`` takes; East Asian ambiguous characters are 2 where so set."""
    cells = cell_len(text)
    if wide_ambiguous:
        cells += sum(unicodedata.east_asian_width(c) == "A" and cell_len(c) == 1 for c in text)
    return cells


def shape(token: Token, shown: bool, numbers: bool = False, wide: bool = False) -> Shape:
    """Return the shape of a whole token, with its pinyin above it where ``shown``."""
    if not shown or not token.pinyin:
        return bare_shape(token.surface, wide)
    if token.kind is Kind.FIGURE:
        return _figure_shape(token.surface, pieces(token, numbers)[0], wide)
    return _word_shape(token.surface, pieces(token, numbers), wide)


def part_shape(token: Token, start: int, end: int, shown: bool, numbers: bool, wide: bool) -> Shape:
    """Return the shape of ``surface[start:end]``, for a token that is longer than a line.

    A figure's reading belongs to the whole and is left out.
    """
    surface = token.surface[start:end]
    if not shown or not token.pinyin or token.kind is Kind.FIGURE:
        return bare_shape(surface, wide)
    return _word_shape(surface, pieces(token, numbers)[start:end], wide)


@lru_cache(maxsize=20_000)
def bare_shape(surface: str, wide: bool) -> Shape:
    """The shape of a surface without pinyin."""
    characters = graphemes(surface, wide)
    return Shape(characters[-1].end if characters else 0, characters)


@lru_cache(maxsize=20_000)
def _word_shape(surface: str, readings: tuple[str, ...], wide: bool) -> Shape:
    """Each character's column is as wide as the wider of it and its syllable; syllables abut."""
    characters: list[Piece] = []
    pinyin: list[Piece] = []
    column = 0
    for piece in graphemes(surface, wide):
        reading = readings[piece.at] if piece.at < len(readings) else ""
        cells = cells_of(reading, wide)
        width = max(piece.cells, cells)
        characters.append(Piece(piece.text, column, piece.cells, piece.at))
        if reading:
            # A syllable of one cell that begins a longer word moves right, to touch the next one.
            nudge = piece.at == 0 and cells < piece.cells and len(surface) > 1
            pinyin.append(Piece(reading, column + (width - cells if nudge else 0), cells, piece.at))
        column += width
    return Shape(column, tuple(characters), _trimmed(pinyin, wide))


def _trimmed(pinyin: list[Piece], wide: bool) -> tuple[Piece, ...]:
    """Drop the blank that a name's last syllable may carry."""
    if pinyin and pinyin[-1].text != (bare := pinyin[-1].text.rstrip()):
        last = pinyin[-1]
        pinyin[-1] = Piece(bare, last.column, cells_of(bare, wide), last.at)
    return tuple(pinyin)


@lru_cache(maxsize=5_000)
def _figure_shape(surface: str, reading: str, wide: bool) -> Shape:
    """The reading over the whole figure, the narrower of the two centred."""
    bare = bare_shape(surface, wide)
    cells = cells_of(reading, wide)
    width = max(bare.width, cells)
    left = (width - bare.width) // 2
    characters = tuple(Piece(p.text, p.column + left, p.cells, p.at) for p in bare.characters)
    return Shape(width, characters, (Piece(reading, (width - cells) // 2, cells),))
