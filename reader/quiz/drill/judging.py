"""A typed answer to an exercise -> its grade; one in another form than asked for is asked again."""

from __future__ import annotations

from reader.chinese.numbers.hanzi import DIGITS
from reader.chinese.numbers.judge import judge_figure, judge_reading
from reader.chinese.numbers.typed import read_typed
from reader.quiz.drill.skills import Exercise, Skill
from reader.quiz.item import AnswerForm, Grade, Verdict
from reader.text import clean_answer, is_han

_NUMERALS = frozenset(DIGITS + "〇两兩十百千幺")
_SCALES = frozenset("万亿萬億")
_SAID = {"er": "二", "er4": "二", "èr": "二", "liang": "两", "liang3": "两", "liǎng": "两"}
_SWAPPED = {"两": "二 for 两", "二": "两 for 二"}
_NOTHING = "Nothing was typed. Answer, or skip the exercise."


def judge(exercise: Exercise, typed: str) -> Grade:
    """Judge an answer; the verdict ``unreadable`` means: ask again, nothing is counted."""
    answer = clean_answer(typed)
    if not answer:
        return Grade(Verdict.UNREADABLE, None, _NOTHING)
    if exercise.form is AnswerForm.CHOICE:
        return _choice(exercise, answer)
    if said := _other_form(exercise, answer):
        return Grade(Verdict.UNREADABLE, None, said)
    if exercise.form is AnswerForm.READING:
        return _reading(exercise, typed)
    return _figure(exercise, typed)


def _choice(exercise: Exercise, answer: str) -> Grade:
    options = {clean_answer(option): option for option in exercise.options}
    options |= {str(number): option for number, option in enumerate(exercise.options, 1)}
    chosen = options.get(answer) or options.get(answer.rstrip(".)"))
    if exercise.skill is Skill.TWO and chosen is None:
        chosen = {"er": "二", "er4": "二", "èr": "二", "liang": "两", "liang3": "两", "liǎng": "两"}.get(
            answer
        )
    if chosen is None:
        return Grade(Verdict.UNREADABLE, None, f"Answer with a number, 1 to {len(exercise.options)}.")
    if chosen == exercise.key:
        return Grade(Verdict.RIGHT)
    mistake = _SWAPPED.get(exercise.key) or (
        "the smaller one" if exercise.skill is Skill.LARGER else "another one"
    )
    return Grade(Verdict.WRONG, mistake, f"It is {exercise.key}.")


def _other_form(exercise: Exercise, answer: str) -> str:
    """Return what to say where the answer only repeats the prompt, or leaves out what is trained."""
    if exercise.skill is Skill.ENGLISH and any(map(is_han, answer)):
        return "Write it in English: in thousand, million or billion, or all its digits."
    if exercise.skill is Skill.CHINESE and not _SCALES & set(answer):
        return "Write it with 万 or 亿, like 30万 or 3000亿."
    if exercise.form is AnswerForm.READING:
        is_digits = not any(map(str.isalpha, answer)) or answer == clean_answer(exercise.prompt)
        return "Write how it is read, in pinyin or hanzi, not its digits." if is_digits else ""
    if _wants_digits(exercise) and _NUMERALS & set(answer):
        return "Write it in digits, like 3000亿 or 300,000,000,000."
    if clean_answer(exercise.prompt) == answer:
        return "That is the exercise itself. " + exercise.task
    return ""


def _wants_digits(exercise: Exercise) -> bool:
    return exercise.skill in (Skill.DIGITS, Skill.EAR, Skill.RANGE) or (
        exercise.skill is Skill.ZERO and exercise.form is AnswerForm.FIGURE
    )


def _reading(exercise: Exercise, typed: str) -> Grade:
    assert exercise.quantity is not None, "what is to be read is a figure"
    judged = judge_reading(typed, exercise.quantity)
    return Grade(Verdict(judged.verdict), judged.mistake, judged.feedback)


def _figure(exercise: Exercise, typed: str) -> Grade:
    quantity = exercise.quantity
    assert quantity is not None, "what is answered by a figure has one"
    # Only a share needs its own words beside it: 30 may stand for 30%. Of other prompts nothing is to be
    # taken as an answer because it is written the same.
    written = quantity.text if exercise.skill in (Skill.PERCENT, Skill.EAR) else ""
    judged = judge_figure(
        typed, quantity.value, measure=quantity.measure, written=written, low=quantity.low, high=quantity.high
    )  # fmt: skip
    if Verdict(judged.verdict) is Verdict.WRONG and (slip := _slip_of_words(exercise, typed)):
        return Grade(Verdict.WRONG, *slip)
    return Grade(Verdict(judged.verdict), judged.mistake, judged.feedback)


def _slip_of_words(exercise: Exercise, typed: str) -> tuple[str, str] | None:
    """Name the mistake where a word was misread: 增加了 as 增加到, 番 as 倍, 折 as what comes off."""
    read = read_typed(typed)
    right = exercise.quantity.value if exercise.quantity else None
    if read is None or read.value is None or right is None:
        return None
    value = read.value
    if exercise.skill is Skill.TIMES:
        if "番" in exercise.prompt and value in (1, 2, 3) and right == 2 ** int(value):
            return "番 taken for 倍", "Each 番 doubles: so many 番 are so many doublings."
        if value == right - 1:
            return "增加了 taken for 增加到", "That is what was added; what there was before is still there."
        if value == right + 1:
            return "增加到 taken for 增加了", "到 and 是 tell where it ends: nothing is to be added."
        if value == 1 - right:
            return (
                "what went taken for what is left",
                "That is how much went away; what is left is asked for.",
            )
    if (
        exercise.skill is Skill.PERCENT
        and "折" in exercise.prompt
        and value in (1 - right, 100 * (1 - right))
    ):
        return "off taken for paid", "折 tells what is paid, not what comes off."
    return None
