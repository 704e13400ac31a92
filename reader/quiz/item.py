"""What is asked: items, questions, answers and grades."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reader.articles.plain_text import is_kept
from reader.chinese.numbers.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Item:
    """What is tested. ``id`` is readable and survives a rewording of the text.

    Ids look like ``fact/poli-satellite-town/big-projects/recall`` or ``word/集群/meaning``.
    """

    id: str
    kind: str
    article: str = ""
    fact: str = ""
    word: str = ""

    @property
    def comes_back(self) -> bool:
        """Whether it can be asked again later: a word in any text, anything else while its text is kept."""
        return self.id.startswith("word/") or is_kept(self.article)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. ``mistake`` names the mistake that choosing it makes; None for the key.

    ``note`` is a sentence shown to whoever chose it: what the words really belong to, say.
    """

    text: str
    english: str = ""
    mistake: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that settle a question.

    ``start`` and ``end`` are offsets of ``text`` in the version's text; ``sentence`` is the whole
    sentence, beginning at ``sentence_start``; ``translation`` its English ("" where there is none).
    ``shown`` is the sentence in the reader's characters, as long; "" where they are those of the text.
    """

    sentence: str
    sentence_start: int
    text: str
    start: int
    end: int
    translation: str = ""
    shown: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence as it is shown: before the words that settle it, these words, behind them."""
        said = self.shown or self.sentence
        start, end = self.start - self.sentence_start, self.end - self.sentence_start
        return said[:start], said[start:end], said[end:]


class AnswerForm(StrEnum):
    """How a question is answered, and so which judge grades a typed answer."""

    CHOICE = "choice"
    FIGURE = "figure"
    READING = "reading"
    PINYIN = "pinyin"
    TEXT = "text"


class Step(IntEnum):
    """How hard an item is asked: among options, typed with a hint, recalled without any."""

    CHOOSE = 0
    TYPE = 1
    RECALL = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one item.

    ``key`` is what a right answer says; for a choice it is the text of one option. ``accepts`` are
    other right wordings of a typed answer. ``why`` is one line said after the answer. ``quantity`` is
    the figure asked for, where the answer is one. ``hint`` helps with typing: the shape of the answer.
    """

    id: str
    item: Item
    kind: str
    stem: str
    stem_en: str
    form: AnswerForm
    key: str
    proof: Proof
    options: tuple[Option, ...] = ()
    accepts: tuple[str, ...] = ()
    why: str = ""
    key_en: str = ""
    measure: str = ""
    quantity: Quantity | None = None
    hint: str = ""

    @property
    def step(self) -> Step:
        """How hard it is asked."""
        if self.form is AnswerForm.CHOICE:
            return Step.CHOOSE
        return Step.TYPE if self.hint else Step.RECALL

    @property
    def key_index(self) -> int:
        """The key's place among the options; -1 where the answer is typed."""
        return next((i for i, option in enumerate(self.options) if option.mistake is None), -1)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item that is not asked, and why."""

    item: str
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the learner answered. ``seconds`` is the time taken; ``peeked`` whether help was used."""

    text: str
    seconds: float = 0.0
    peeked: bool = False


class Verdict(StrEnum):
    """What an answer is. ``UNREADABLE`` is not wrong: ask again."""

    RIGHT = "right"
    NEARLY = "nearly"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Grade:
    """The judgement of an answer: the verdict, the mistake's name and a sentence of feedback."""

    verdict: Verdict
    mistake: str | None = None
    feedback: str = ""
