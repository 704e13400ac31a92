"""Whether what one question shows tells the answer of another.

Shown are its stem and options, and after the answer the key, the sentence that proves it, and the note on
a wrong option: all that a learner may have seen when the other question comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from reader.chinese.numbers import find_figures
from reader.quiz.item import Question

#: Kinds whose answer is a figure: shown anywhere, in whatever form, it is given away.
_FIGURES = frozenset({"recall", "choose", "figure gap", "subject", "bound", "to chinese", "value"})
#: Kinds settled by a sentence of the text: whoever has just seen it knows.
_SETTLED = frozenset({"truth", "measure", "bound", "subject"})
#: Kinds that set several figures side by side.
_SEVERAL = frozenset({"compare", "order", "sequence", "earliest"})
#: Kinds that no other question answers. Title and article are asked first, before anything else tells.
_UNTOLD = frozenset({"paragraph", "title", "which article", "match", "events"})
#: A figure this small stands in every text.
_TOO_SMALL = 2
_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"[\d〇零一二两兩三四五六七八九十百千万萬亿億半倍壹贰叁]")


@dataclass(frozen=True, eq=False)
class Shown:
    """A question with what it shows."""

    question: Question

    @cached_property
    def _said(self) -> tuple[str, ...]:
        question = self.question
        said = [question.stem, question.key, question.proof.sentence, question.why]
        said += [text for option in question.options for text in (option.text, option.note)]
        return tuple(said)

    @cached_property
    def words(self) -> str:
        """All words shown with it and after it."""
        return "\n".join(self._said)

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """The values of all figures shown."""
        # Each piece by itself: side by side, the end of one and the beginning of the next make a range.
        return frozenset(value for said in self._said for value in _values(said))

    @cached_property
    def sought(self) -> frozenset[Fraction]:
        """The values that would give its own answer away."""
        question = self.question
        if question.kind in _SEVERAL:
            return frozenset(_values(question.why))
        if question.kind not in _FIGURES:
            return frozenset()
        if question.quantity is not None and question.quantity.value is not None:
            return frozenset({question.quantity.value} if question.quantity.value > _TOO_SMALL else ())
        return frozenset(_values(question.proof.text))

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What it is about: facts, a word, a figure."""
        # An item on two facts names both in its id: fact/slug/one+two/compare.
        parts = self.question.item.id.split("/")
        if parts[0] == "fact":
            return frozenset(f"fact {fact}" for fact in parts[2].split("+"))
        if self.question.item.word:
            return frozenset({f"word {self.question.item.word}"})
        return frozenset({"/".join(parts[:-1])})


@lru_cache(maxsize=2048)
def _values(words: str) -> frozenset[Fraction]:
    if not _NUMERAL.search(words):
        return frozenset()
    return frozenset(f.value for f in find_figures(words) if f.value is not None and f.value > _TOO_SMALL)


def agree(one: Shown, other: Shown) -> bool:
    """Tell whether two questions may stand in one quiz: neither gives the other away."""
    return not (one.subjects & other.subjects or reveals(one, other) or reveals(other, one))


def reveals(one: Shown, other: Shown) -> bool:
    """Tell whether what ``one`` shows tells the answer of ``other``."""
    asked = other.question
    if asked.kind in _UNTOLD:
        return False
    if asked.kind in _SETTLED:
        same = one.question.proof.sentence_start == asked.proof.sentence_start
        if same or asked.proof.text in one.words:
            return True
    if other.sought & one.values:
        return True
    if asked.kind in _SEVERAL or asked.kind == "truth":
        return False
    return any(_stands(secret, one.words) for secret in (asked.key, *asked.accepts))


def _stands(secret: str, words: str) -> bool:
    """Tell whether the answer is among the words; 13 is not in 137."""
    if len(secret) < 2 or secret not in words:
        return len(secret) == 1 and secret in words and not _DIGIT.match(secret)
    left = r"(?<![\d.])" if _DIGIT.match(secret[0]) else ""
    right = r"(?![\d.])" if _DIGIT.match(secret[-1]) else ""
    return bool(re.search(f"{left}{re.escape(secret)}{right}", words))
