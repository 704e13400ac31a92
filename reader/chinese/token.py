"""The nouns of the language room: tokens, entries and annotated text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reader.chinese.numbers.quantity import Quantity


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NAME = "name"
    FIGURE = "figure"
    PUNCTUATION = "punctuation"
    LATIN = "latin"
    SPACE = "space"


class Source(StrEnum):
    """How a token's reading is known, surest first."""

    GLOSSARY = "glossary"
    REPAIR = "repair"
    DICTIONARY = "dictionary"
    RULE = "rule"
    MODEL = "model"
    GUESS = "guess"
    NONE = "none"


class Token(NamedTuple):
    """One word, figure, mark or run of other text. A long text has half a million of them.

    ``start`` is a character offset in the annotated text. ``syllables`` has one string for each
    character (``"bo2"``, ü as ``ü``, 5 for the neutral tone, ``"r5"`` for an erhua 儿, ``""`` for none);
    for a figure it has the syllables of its reading instead. ``pinyin`` is the reading by
    orthography, with tone marks (``Bólǐ Zhèn``). ``level`` is the HSK level (7 means 7 to 9).
    """

    surface: str
    start: int
    kind: Kind
    syllables: tuple[str, ...] = ()
    pinyin: str = ""
    source: Source = Source.NONE
    sure: bool = True
    level: int | None = None
    gloss: str | None = None
    quantity: Quantity | None = None

    @property
    def end(self) -> int:
        """The offset just behind the token."""
        return self.start + len(self.surface)


@dataclass(frozen=True, slots=True)
class Entry:
    """One dictionary entry.

    ``syllables`` are in tone numbers with ü, capitals kept (``("Bei3", "jing1")``). ``senses`` are
    English; ``measures`` are (hanzi, pinyin with marks) of its measure words.
    """

    simplified: str
    traditional: str
    syllables: tuple[str, ...]
    pinyin: str
    senses: tuple[str, ...]
    measures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word explained by its article: pinyin with tone marks and an English gloss."""

    headword: str
    pinyin: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text by character offsets, ``end`` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and its tokens. Law: the surfaces joined are the text, in order, nothing dropped.

    The tokens and spans of a text from the cache or the helper are made as they are asked for.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Span] = field(default=())
    paragraphs: Sequence[Span] = field(default=())

    def is_lawful(self) -> bool:
        """Tell whether the tokens cover the text, in order and without a gap."""
        joined = "".join(token.surface for token in self.tokens) == self.text
        touching = all(left.end == right.start for left, right in pairwise(self.tokens))
        return joined and touching and (not self.tokens or self.tokens[0].start == 0)
