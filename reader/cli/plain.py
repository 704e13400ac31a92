"""A quiz in plain lines: no cursor movement, no colour; the same session that the screen shows."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.cli.context import Context
from reader.errors import StorageError
from reader.quiz.item import Answer, AnswerForm, Grade, Question, Verdict
from reader.quiz.naming import kind_name
from reader.quiz.session import Outcome, Session
from reader.study import Study
from reader.study.keeping import STANDS
from reader.study.quizzing import comes_back
from reader.text import clean_answer, clean_line

_HELP = {
    AnswerForm.CHOICE: "Type the number of your answer.",
    AnswerForm.FIGURE: "Type the figure, as digits, hanzi or English.",
    AnswerForm.READING: "Type how it is read, in pinyin or hanzi.",
    AnswerForm.PINYIN: "Type the pinyin, with tones if you know them.",
    AnswerForm.TEXT: "Type the words.",
}


_HEADS = {Verdict.RIGHT: "Right", Verdict.NEARLY: "Right", Verdict.SKIPPED: "Skipped"}


#: A letter typed instead of an answer -> what to do, which returns a sentence.
Letters = Mapping[str, Callable[[], str]]
_NO_LETTERS: Letters = MappingProxyType({})


def run_plain(session: Session, study: Study, context: Context, letters: Letters = _NO_LETTERS) -> int:
    """Ask every question on standard output, read answers from standard input; the end of input ends it.

    ``?`` asks for help (the English of the question), ``s`` skips, ``q`` ends the quiz; ``u`` takes the last
    answer back, ``m`` counts it right or wrong after all, ``-`` and ``+`` have it come back sooner or later.
    ``letters`` are further ones, after which the session goes on where it then stands. At the end ``r``
    asks again what was missed.
    """
    again: Session | None = session
    context.tell_notices()
    while again is not None:
        done = again
        try:
            while done.current is not None and _ask(done, study, context, letters):
                done.advance()
        finally:
            study.finish(done)
        _print_summary(done, study, context)
        again = None if letters else _repeat(done, study, context)
    return 0


def _repeat(session: Session, study: Study, context: Context) -> Session | None:
    if session.current is not None or not session.summary().misses:
        return None
    context.print("Type r to be asked again what you missed, or anything else to end.")
    return study.quizzing.repeat_misses(session) if (_read_line() or "").lower() == "r" else None


def _ask(session: Session, study: Study, context: Context, letters: Letters) -> bool:
    question = session.current
    assert question is not None, "the caller has seen that there is one"
    _print_question(session, question, context)
    started, peeked = time.monotonic(), False
    while True:
        line = _read_line()
        if line is None or line.lower() in ("q", "quit"):
            return False
        if line in ("?", "？"):
            peeked = True
            _print_help(question, context)
        elif line.lower() in letters:
            _do(letters[line.lower()], context)
            return True
        elif line.lower() == "u" and not letters:
            context.print(_undo(session, study))
            return True
        elif line.lower() in _OVERRIDES:
            context.print(_override(session, study, line.lower()))
        elif line.lower() in ("s", "skip"):
            return _keep(session.skip(), study, context)
        else:
            seconds = time.monotonic() - started
            outcome = session.answer(Answer(_chosen(question, line), seconds, peeked))
            if outcome.grade.verdict is not Verdict.UNREADABLE:
                return _keep(outcome, study, context)
            context.print(outcome.grade.feedback or _HELP[question.form])


def _do(step: Callable[[], str], context: Context) -> None:
    try:
        context.print(step())
    except StorageError as error:
        context.warn(str(error))


def _print_help(question: Question, context: Context) -> None:
    context.print(question.stem_en or "There is no English for this question.")
    for number, option in enumerate(question.options, 1):
        context.print(f"  {number}. {option.english or option.text}")


# --- the last answer changed

_OVERRIDES = {"m": 0, "-": -1, "－": -1, "+": 1, "＋": 1}
_EASIEST = 4


def _undo(session: Session, study: Study) -> str:
    if not session.outcomes:
        return "There is nothing to undo."
    is_undone = study.undo_answer(session.outcomes[-1])
    session.undo()
    return "Undone." if is_undone else STANDS


def _override(session: Session, study: Study, letter: str) -> str:
    if not session.outcomes:
        return "There is no answer yet to count otherwise."
    last, by = session.outcomes[-1], _OVERRIDES[letter]
    if by:
        rating: int | None = max(1, min(_EASIEST, study.rating(last) + by))
        changed = session.override(last.grade, rating)
    else:
        verdict = Verdict.WRONG if last.right else Verdict.RIGHT
        changed = session.override(Grade(verdict, "override", "You counted it so."), None)
    assert changed is not None, "there is an answer"
    mark, rated = "right" if changed.right else "wrong", study.rating(changed).name.lower()
    said = f"The last answer counts as {mark}, {rated}."
    return f"{said} {study.amend(last, changed)}".rstrip()


def _read_line() -> str | None:
    line = sys.stdin.readline()
    return clean_line(line) if line else None


def _chosen(question: Question, line: str) -> str:
    # A choice is answered by its number; the answer's words are as good.
    number = clean_answer(line).rstrip(".)")
    places = {str(place): option.text for place, option in enumerate(question.options, 1)}
    return places.get(number, line)


def _keep(outcome: Outcome, study: Study, context: Context) -> bool:
    # Kept on disk before the learner sees the verdict, so that what was seen marked is never lost.
    unkept = study.record(outcome)
    context.tell_notices()
    question, proof = outcome.question, outcome.question.proof
    head = _HEADS.get(outcome.grade.verdict, "Wrong")
    context.print(" ".join(filter(None, (f"{head}.", unkept, outcome.grade.feedback))))
    context.print(f"Answer: {question.key}" + (f" ({question.key_en})" if question.key_en else ""))
    context.print(f"Proof: {_lit(question)}")
    if proof.translation:
        context.print(f"English: {proof.translation}")
    if question.why:
        context.print(f"Note: {question.why}")
    return True


def _print_question(session: Session, question: Question, context: Context) -> None:
    context.print()
    context.print(f"Question {session.position + 1} of {session.total}: {question.stem}")
    for number, option in enumerate(question.options, 1):
        context.print(f"  {number}. {option.text}")
    context.print(_HELP[question.form] + " (? for English, s to skip, q to stop)")
    if session.position == 1:
        context.print("(u takes the last answer back; m counts it right or wrong; - sooner, + later)")


def _print_summary(session: Session, study: Study, context: Context) -> None:
    summary = session.summary()
    context.print()
    context.print(f"Score: {summary.right} of {summary.total} right.")
    for kind, (right, asked) in sorted(summary.by_kind.items(), key=lambda pair: kind_name(pair[0])):
        context.print(f"  {kind_name(kind)}: {right} of {asked}")
    for miss in summary.misses:
        context.print(f"Missed: {miss.question.stem} {miss.question.key}")
        context.print(f"  {_lit(miss.question)}")
    said = comes_back(study.waits(session.outcomes).values())
    if said:
        context.print(f"Comes back: {said}.")


def _lit(question: Question) -> str:
    before, words, behind = question.proof.parts
    return f"{before}【{words}】{behind}"
