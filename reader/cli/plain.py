"""A quiz in plain lines: no cursor movement, no colour; the same session that the screen shows."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.cli.context import Context
from reader.quiz.item import Answer, AnswerForm, Question, Verdict
from reader.quiz.session import Outcome, Session
from reader.study import Study
from reader.text import clean_answer, clean_line

_HELP = {
    AnswerForm.CHOICE: "Type the number of your answer.",
    AnswerForm.FIGURE: "Type the figure, as digits, hanzi or English.",
    AnswerForm.READING: "Type how it is read, in pinyin or hanzi.",
    AnswerForm.PINYIN: "Type the pinyin, with tones if you know them.",
    AnswerForm.TEXT: "Type the words.",
}


#: A letter typed instead of an answer -> what to do, which returns a sentence.
Letters = Mapping[str, Callable[[], str]]
_NO_LETTERS: Letters = MappingProxyType({})


def run_plain(session: Session, study: Study, context: Context, letters: Letters = _NO_LETTERS) -> int:
    """Ask every question on standard output, read answers from standard input; the end of input ends it.

    ``?`` asks for help (the English of the question), ``s`` skips, ``q`` ends the quiz; ``letters`` are
    further ones, after which the session goes on where it then stands.
    """
    try:
        while session.current is not None and _ask(session, study, context, letters):
            session.advance()
    finally:
        study.finish(session)
    _print_summary(session, context)
    return 0


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
            context.print(question.stem_en or "There is no English for this question.")
            for number, option in enumerate(question.options, 1):
                context.print(f"  {number}. {option.english or option.text}")
        elif line.lower() in letters:
            context.print(letters[line.lower()]())
            return True
        elif line.lower() in ("s", "skip"):
            outcome = session.skip()
            return _keep(outcome, study, context)
        else:
            seconds = time.monotonic() - started
            outcome = session.answer(Answer(_chosen(question, line), seconds, peeked))
            if outcome.grade.verdict is not Verdict.UNREADABLE:
                return _keep(outcome, study, context)
            context.print(outcome.grade.feedback or _HELP[question.form])


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
    study.record(outcome)
    question, proof = outcome.question, outcome.question.proof
    head = "Right" if outcome.right else "Wrong"
    said = f"{head}. {outcome.grade.feedback}".rstrip()
    context.print(said)
    context.print(f"Answer: {question.key}" + (f" ({question.key_en})" if question.key_en else ""))
    before = proof.sentence[: proof.start - proof.sentence_start]
    after = proof.sentence[proof.end - proof.sentence_start :]
    context.print(f"Proof: {before}【{proof.text}】{after}")
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


def _print_summary(session: Session, context: Context) -> None:
    summary = session.summary()
    context.print()
    context.print(f"Score: {summary.right} of {summary.total} right.")
    for kind, (right, asked) in sorted(summary.by_kind.items()):
        context.print(f"  {kind}: {right} of {asked}")
    for miss in summary.misses:
        context.print(f"Missed: {miss.question.stem} {miss.question.key}")
