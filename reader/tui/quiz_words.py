"""What the quiz says: names of kinds, hints for typing, verdicts."""

from __future__ import annotations

from textual.content import Content

from reader.quiz.item import AnswerForm, Verdict
from reader.quiz.session import Outcome
from reader.tui.rows import styled

KIND_NAMES = {
    "recall": "Figures, typed",
    "choose": "Figures, chosen",
    "subject": "What a figure counts",
    "bound": "More, less, about",
    "measure": "Measure words",
    "compare": "Comparing figures",
    "convert": "万 and 亿",
    "reading": "Figures read aloud",
    "who": "Who",
    "what": "What",
    "where": "Where",
    "when": "When",
    "why": "Why",
    "how": "How",
    "truth": "True or false",
    "meaning": "Word meanings",
    "gap": "Words in their gap",
    "word reading": "Word readings",
    "character": "Characters",
}

HINTS = {
    AnswerForm.FIGURE: "3000亿, 三千亿 or 300 billion",
    AnswerForm.PINYIN: "bo2li3, bólǐ or boli",
    AnswerForm.TEXT: "type the words",
    "reading": "sanqian yi, sān qiān yì or 三千亿",
}

_VERDICTS = {
    Verdict.RIGHT: ("✓ Right", "bold $success"),
    Verdict.NEARLY: ("✓ Right, nearly", "bold $success"),
    Verdict.WRONG: ("✗ Wrong", "bold $error"),
    Verdict.SKIPPED: ("– Skipped", "bold $warning"),
    Verdict.UNREADABLE: ("? Once more", "bold $warning"),
}


def kind_name(kind: str) -> str:
    """Return the name of a question kind for people."""
    return KIND_NAMES.get(kind, kind.replace("_", " ").replace("-", " ").capitalize())


def hint(form: str) -> str:
    """Return an example of what may be typed."""
    return HINTS.get(AnswerForm(form)) or HINTS.get(str(form), "type your answer")


def verdict(outcome: Outcome) -> Content:
    """Say right or wrong, the key, and the mistake's diagnosis."""
    question = outcome.question
    first = styled(_VERDICTS[outcome.grade.verdict])
    shown_key = question.key + (question.measure if _lacks(question.key, question.measure) else "")
    key = styled(("Answer  ", "$quiet"), (shown_key, "bold"), "  ", (question.key_en, "$quiet"))
    lines = [first, key]
    if outcome.grade.feedback:
        lines.insert(1, styled(outcome.grade.feedback))
    return Content("\n").join(lines)


def _lacks(key: str, measure: str) -> bool:
    return bool(measure) and not key.endswith(measure)
