"""What must hold of every question, checked without the generator's own tools wherever that can be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.chinese.numbers import find_figures
from reader.chinese.numbers.typed import read_typed
from reader.quiz.item import AnswerForm, Question
from reader.quiz.source import Source

GAP = "____"
#: Kinds whose right answer stands in the proof, word for word.
IN_PROOF = {"recall", "choose", "figure gap", "date gap", "name gap", "gap", "character", "seen"} | {
    "who", "what", "where", "when", "why", "how"
}  # fmt: skip
#: Kinds computed from a figure that stands in the proof: read aloud, turned into English or Chinese.
COMPUTED = {"reading", "convert", "to chinese"}
#: Kinds on a word that stands in the proof.
ON_WORDS = {"meaning", "word reading"}
#: Kinds whose answer can't be read off another question's words: they ask for a skill or a judgement.
NOT_SHOWN = {
    "truth",
    "paragraph",
    "match",
    "events",
    "order",
    "bound",
    "title",
    "reading",
    "convert",
    "to chinese",
}


def broken_laws(question: Question, source: Source) -> Iterator[str]:
    """Yield a sentence for every law that the question breaks."""
    yield from _proof(question, source)
    yield from _key(question)
    yield from _options(question)
    yield from _stem(question)
    yield from _gaps(question, source)


def _proof(question: Question, source: Source) -> Iterator[str]:
    proof = question.proof
    if source.text[proof.start : proof.end] != proof.text or not proof.text:
        yield "the proof is not where it says"
    if proof.text not in proof.sentence or proof.sentence not in source.text:
        yield "the proof is not in its sentence"


def _key(question: Question) -> Iterator[str]:
    if question.kind in IN_PROOF and question.key not in question.proof.text:
        yield "the key is not in its proof"
    if question.kind in COMPUTED:
        assert question.quantity or question.form is AnswerForm.CHOICE
        if question.quantity and question.quantity.text not in question.proof.text:
            yield "the figure that the key is computed from is not in the proof"
    if question.kind in ON_WORDS and question.item.word != question.proof.text:
        yield "the word is not the proof"
    if not question.key or not question.stem or not question.stem_en:
        yield "something is missing"


def _options(question: Question) -> Iterator[str]:
    texts = [option.text for option in question.options]
    if question.form is not AnswerForm.CHOICE:
        if texts:
            yield "a typed question has options"
        return
    keys = [option for option in question.options if option.mistake is None]
    if len(keys) != 1 or keys[0].text != question.key:
        yield "there is not one key"
    if len(set(texts)) != len(texts) or not 2 <= len(texts) <= 3:
        yield "the options are not two or three different ones"
    values = [value for value in map(value_of, texts) if value is not None]
    if question.kind != "bound" and len(values) == len(texts) and len(set(values)) != len(values):
        yield "two options are one by value"
    if any(not option.mistake for option in question.options if option is not keys[0]):
        yield "a wrong option names no mistake"
    longest, shortest = max(map(len, texts)), min(map(len, texts))
    if question.kind != "truth" and longest > 3 * shortest + 6:
        yield f"the options are too unlike in length: {texts}"


def _stem(question: Question) -> Iterator[str]:
    if question.kind not in NOT_SHOWN and len(question.key) > 1 and _says(question.key, question.stem):
        yield "the stem says the key"
    if question.stem.count("“") != question.stem.count("”"):
        yield "a quotation mark is left open in the stem"
    if re.search("“[^”]*“", question.stem):
        yield "quotation marks within quotation marks are alike"
    if "……" + GAP in question.stem.replace(" ", "") and question.stem.endswith(GAP + "……"):
        yield "nothing stands around the gap"


def _says(key: str, stem: str) -> bool:
    """Tell whether a stem says the key; 三次 is not said in 十三次."""
    return bool(re.search(rf"(?<![\d.〇零一二两三四五六七八九十百千万亿]){re.escape(key)}", _clause(stem)))


def _gaps(question: Question, source: Source) -> Iterator[str]:
    if GAP not in question.stem:
        return
    gaps = question.stem.count(GAP)
    if gaps > 1 and "第（" not in question.stem and "同一个" not in question.stem:
        yield "several gaps, and none is named"
    if question.kind == "figure gap":
        asked = _clause(question.stem).split("（提示：")[0]
        shown = {figure.value for figure in find_figures(asked) if figure.value is not None}
        if question.quantity and question.quantity.value in shown and question.quantity.value > 2:
            yield "the figure stands elsewhere in the stem"
    for option in question.options:
        filled = _clause(question.stem).replace(GAP, option.text)
        if gaps == 1 and option.mistake is not None and filled in source.text:
            yield f"the wrong option {option.text} makes a sentence of the text"


def _clause(stem: str) -> str:
    """Return the words of the text in a gap's stem, without the request around them."""
    stem = re.split("[：？]", stem, maxsplit=1)[-1] if "：" in stem or "？" in stem else stem
    return stem.replace("……", "")


def value_of(text: str) -> object:
    """Return the exact value of a figure, None for other words."""
    if not re.search(r"[\d一二三四五六七八九十百千万亿两半]", text):
        return None
    typed = read_typed(re.sub(r"(以上|左右|以下|以内)$", "", text))
    return None if typed is None or typed.unknown else typed.value


def given_away(quiz: Sequence[Question]) -> Iterator[tuple[Question, Question]]:
    """Yield (one, other) where the words shown with or after one question tell the other's answer."""
    for one in quiz:
        for other in quiz:
            if one is not other and _tells(one, other):
                yield one, other


def _tells(one: Question, other: Question) -> bool:
    if other.kind in NOT_SHOWN:
        same = one.proof.start < other.proof.end and other.proof.start < one.proof.end
        return same and other.kind == "truth"
    asked = "\n".join([one.stem, *(option.text for option in one.options), one.proof.sentence, one.why])
    if other.kind in ON_WORDS | {"character"}:
        # A word in a sentence tells neither its meaning nor its sound; being asked for it does.
        asked = "\n".join([one.stem, *(option.text for option in one.options), one.why])
    if other.quantity is not None and other.quantity.value is not None:
        small = other.quantity.value <= 2
        return not small and other.quantity.value in {figure.value for figure in find_figures(asked)}
    core = other.key
    return len(core) > 1 and bool(re.search(rf"(?<![\d.]){re.escape(core)}(?!\d)", asked))
