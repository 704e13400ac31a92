"""What is read: an article, its versions, their sentences, and the facts they state."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from reader.chinese.token import GlossaryEntry

LEVELS = ("3", "5", "news")


@dataclass(frozen=True, slots=True)
class Mark:
    """The words that state a fact; offsets in the sentence's text."""

    fact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese sentence, its English ("" where there is none) and its marks.

    ``start`` is the sentence's offset in its version's text.
    """

    text: str
    translation: str
    start: int
    marks: tuple[Mark, ...] = ()
    line: int = 0

    @property
    def end(self) -> int:
        """The offset just behind the sentence in its version's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One retelling, or one chapter of a book.

    ``level`` is ``"3"``, ``"5"``, ``"news"``; ``"text"`` for an imported text, ``"c12"`` for its chapter.
    """

    level: str
    title: str
    title_en: str
    paragraphs: tuple[Paragraph, ...]
    path: Path | None = None

    @property
    def text(self) -> str:
        """The whole text: sentences of a paragraph joined, paragraphs parted by a newline."""
        return "\n".join("".join(s.text for s in p.sentences) for p in self.paragraphs)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order."""
        return tuple(s for p in self.paragraphs for s in p.sentences)

    @property
    def characters(self) -> int:
        """The length in characters, white space not counted."""
        return sum(not c.isspace() for c in self.text)


@dataclass(frozen=True, slots=True)
class WrittenOption:
    """A wrong answer written by the author, with its English."""

    text: str
    english: str


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """A comprehension question that a fact answers.

    ``asks`` is who, what, where, when, why or how. ``answers`` are the wordings of the right
    answer, one of which stands in each version that may ask it.
    """

    asks: str
    stem: str
    stem_en: str
    answers: tuple[str, ...]
    answer_en: str
    wrong: tuple[WrittenOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact's figure: the exact ``value`` meant, as ``written``, its measure word and bound.

    ``bound`` is one of the names of :class:`reader.chinese.numbers.quantity.Bound`.
    ``subject`` says in Chinese what it counts; ``period`` when it holds.
    """

    value: Fraction
    written: str
    measure: str
    bound: str
    subject: str
    subject_en: str
    stem: str
    stem_en: str
    period: str = ""
    period_en: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the article states. ``about`` holds who/what/where/when/why/how in English.

    ``supersedes`` names facts of older articles that this one replaces, as ``slug/fact``.
    """

    id: str
    about: dict[str, str] = field(default_factory=dict)
    figure: Figure | None = None
    questions: tuple[FactQuestion, ...] = ()
    line: int = 0
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A background note that a learner needs."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One story with its versions, easiest first.

    ``name`` is the title of a book, whose versions are its chapters ("" for an article).
    ``promised_figures`` says how many figures can be asked, so that a lost one is missed.
    """

    slug: str
    summary: str
    date: str
    source: str
    section: str
    versions: tuple[Version, ...]
    glossary: dict[str, GlossaryEntry] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()
    key_words: tuple[str, ...] = ()
    promised_figures: int | None = None
    imported: bool = False
    folder: Path | None = None
    name: str = ""

    @property
    def title(self) -> str:
        """The Chinese title: that of the fullest version, or of the book."""
        return self.name or self.versions[-1].title

    @property
    def title_en(self) -> str:
        """The English title: that of the fullest version."""
        return "" if self.name else self.versions[-1].title_en

    def version(self, level: str) -> Version | None:
        """Return the version of that level, None where there is none."""
        return next((v for v in self.versions if v.level == level), None)

    def fact(self, fact_id: str) -> Fact | None:
        """Return the fact of that id, None where there is none."""
        return next((f for f in self.facts if f.id == fact_id), None)
