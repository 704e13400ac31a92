"""A question in the characters its reader reads: its own words, and those it takes from its text.

What stands in the text is shown as the text is shown; everything else is turned by itself. Offsets, the
proof and the ids stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.quiz.item import AnswerForm, Option, Proof, Question
from reader.text import is_han

#: So many characters of the text side by side are words of the text, wherever they are said.
_LEAST = 2


@dataclass(frozen=True, eq=False)
class Turning:
    """How words are turned. ``shown`` is the text as it is shown, a character for a character of ``text``.

    ``turn`` gives other words in the reader's characters; ``simplify`` any in simplified ones, which may
    be typed whatever is read.
    """

    text: str
    shown: str
    turn: Callable[[str], str]
    simplify: Callable[[str], str]

    def words(self, said: str) -> str:
        """Return words in the reader's characters: pieces of the text as shown, what is between turned."""
        if not any(map(is_han, said)):
            return said
        whole = self.text.find(said)
        if whole >= 0:
            return self.shown[whole : whole + len(said)]
        pieces, loose, at = [], 0, 0
        while at < len(said):
            length, place = self._piece(said, at)
            if length:
                pieces += [self.turn(said[loose:at]), self.shown[place : place + length]]
                loose = at + length
            at += length or 1
        return "".join((*pieces, self.turn(said[loose:])))

    def _piece(self, said: str, at: int) -> tuple[int, int]:
        """Return how long the longest piece of the text is that begins here, and where it stands."""
        length, place = 0, -1
        end = at + _LEAST
        while end <= len(said) and (found := self.text.find(said[at:end], max(0, place))) >= 0:
            length, place = end - at, found
            end += 1
        return length, place

    def proof(self, proof: Proof) -> Proof:
        """Return the proof with its sentence as it is shown."""
        start = proof.sentence_start
        shown = self.shown[start : start + len(proof.sentence)]
        in_text = self.text[start : start + len(proof.sentence)] == proof.sentence
        return replace(proof, shown=shown) if in_text and shown != proof.sentence else proof


def turned(question: Question, turning: Turning) -> Question:
    """Return a question in the reader's characters; a typed answer may be in either script.

    Where two options would come out alike, the question stays as it is.
    """
    words = turning.words
    options = tuple(_option(option, turning) for option in question.options)
    if len({option.text for option in options}) < len(options):
        return question
    key = next((option.text for option in options if option.mistake is None), words(question.key))
    # A hint begins as the key is written: 范□□ of 范振邦, whatever 范 alone turns to.
    starts_alike = question.hint[:1] == question.key[:1]
    hint = key[:1] + words(question.hint[1:]) if starts_alike else words(question.hint)
    stem = words(question.stem)
    if question.hint:
        before, _, behind = question.stem.rpartition(question.hint)
        stem = words(before) + hint + words(behind)
    accepts = question.accepts
    if question.form is AnswerForm.TEXT:
        ways = (question.key, *question.accepts)
        accepts = (*ways, *map(words, ways), *map(turning.simplify, ways))
    return replace(
        question,
        stem=stem,
        stem_en=words(question.stem_en),
        options=options,
        key=key,
        accepts=tuple(one for one in dict.fromkeys(accepts) if one != key),
        why=words(question.why),
        hint=hint,
        measure=words(question.measure),
        proof=turning.proof(question.proof),
    )


def _option(option: Option, turning: Turning) -> Option:
    return replace(option, text=turning.words(option.text), note=turning.words(option.note))
