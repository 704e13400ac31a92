"""An answer -> its grade, naming the mistake."""

from __future__ import annotations

from collections.abc import Callable

from reader.chinese.numbers.judge import judge_figure, judge_reading
from reader.chinese.pinyin.judge import Verdict as PinyinVerdict
from reader.chinese.pinyin.judge import judge_pinyin
from reader.chinese.pinyin.syllable import split_pinyin
from reader.quiz.item import Answer, AnswerForm, Grade, Question, Verdict
from reader.text import clean_answer, is_han

Judge = Callable[[Question, str], Grade]


def grade(question: Question, answer: Answer) -> Grade:
    """Judge an answer. An empty or unreadable one is not wrong: the verdict says to ask again."""
    typed = clean_answer(answer.text)
    if not typed:
        return Grade(Verdict.UNREADABLE, None, "Nothing was typed. Answer, or skip the question.")
    return _JUDGES[question.form](question, typed)


def _choice(question: Question, typed: str) -> Grade:
    for option in question.options:
        if clean_answer(option.text) == typed:
            if option.mistake is None:
                return Grade(Verdict.RIGHT)
            feedback = option.note or f"{option.mistake[:1].upper()}{option.mistake[1:]}."
            return Grade(Verdict.WRONG, option.mistake, feedback)
    numbers = "1" if len(question.options) == 1 else f"1 to {len(question.options)}"
    return Grade(Verdict.UNREADABLE, None, f"That is none of the options; answer with a number, {numbers}.")


def _figure(question: Question, typed: str) -> Grade:
    quantity = question.quantity
    assert quantity is not None, "a question that asks for a figure carries it"
    if _bare(typed) == _bare(clean_answer(question.key)):
        return Grade(Verdict.RIGHT)
    asked_again = _other_language(question, typed)
    if asked_again is not None:
        return asked_again
    judged = judge_figure(typed, quantity.value, bound=quantity.bound, measure=question.measure,
                          written=quantity.text, low=quantity.low, high=quantity.high)  # fmt: skip
    return Grade(Verdict(judged.verdict), judged.mistake, judged.feedback)


def _other_language(question: Question, typed: str) -> Grade | None:
    """Ask again where a figure to be turned into English, or Chinese, was only repeated."""
    in_chinese = any(map(is_han, typed))
    if question.kind == "convert" and in_chinese:
        said = "Write it in English: in millions or billions, or all its digits."
        return Grade(Verdict.UNREADABLE, None, said)
    if question.kind == "to chinese" and not any(scale in typed for scale in "万亿萬億"):
        return Grade(Verdict.UNREADABLE, None, "Write it with 万 or 亿, like 30万 or 3000亿.")
    return None


def _reading(question: Question, typed: str) -> Grade:
    assert question.quantity is not None, "a question that asks for a figure's reading carries it"
    if any(character.isdigit() for character in typed) and not any(map(str.isalpha, typed)):
        return Grade(Verdict.UNREADABLE, None, "Write how it is read, in pinyin or hanzi, not its digits.")
    judged = judge_reading(typed, question.quantity)
    return Grade(Verdict(judged.verdict), judged.mistake, judged.feedback)


def _pinyin(question: Question, typed: str) -> Grade:
    syllables = question.accepts[0].split() if question.accepts else split_pinyin(question.key) or ()
    judged = judge_pinyin(typed, syllables)
    if judged.verdict is PinyinVerdict.RIGHT:
        return Grade(Verdict.RIGHT)
    if judged.verdict is PinyinVerdict.TONES:
        places = ", ".join(str(place + 1) for place in judged.wrong_tones)
        said = (
            f"Right but for the tone of syllable {places}." if judged.tones_typed else "Now with tones, too."
        )
        return Grade(Verdict.NEARLY, "tones", said)
    if judged.verdict is PinyinVerdict.UNREADABLE:
        return Grade(Verdict.UNREADABLE, None, "That is no pinyin. Type it like bo2li3 or bólǐ.")
    return Grade(Verdict.WRONG, "reading", f"It is read {question.key}.")


def _text(question: Question, typed: str) -> Grade:
    wanted = {clean_answer(text).casefold() for text in (question.key, *question.accepts)}
    if _bare(typed) in {_bare(text) for text in wanted}:
        return Grade(Verdict.RIGHT)
    return Grade(Verdict.WRONG, "another word", f"You wrote {typed}.")


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


_JUDGES: dict[AnswerForm, Judge] = {
    AnswerForm.CHOICE: _choice,
    AnswerForm.FIGURE: _figure,
    AnswerForm.READING: _reading,
    AnswerForm.PINYIN: _pinyin,
    AnswerForm.TEXT: _text,
}
