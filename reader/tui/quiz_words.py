"""What the quiz says of an answer."""

from __future__ import annotations

from textual.content import Content

from reader.quiz.item import Verdict
from reader.quiz.session import Outcome
from reader.tui.rows import styled

_VERDICTS = {
    Verdict.RIGHT: ("✓ Right", "bold $success"),
    Verdict.NEARLY: ("✓ Right, nearly", "bold $success"),
    Verdict.WRONG: ("✗ Wrong", "bold $error"),
    Verdict.SKIPPED: ("– Skipped", "bold $warning"),
    Verdict.UNREADABLE: ("? Once more", "bold $warning"),
}


def verdict(outcome: Outcome, rating: str = "", unkept: str = "") -> Content:
    """Say right or wrong, the mistake's diagnosis, and last the key.

    ``rating`` is how the answer counts, ``unkept`` a sentence where it is not kept and so does not.
    """
    question = outcome.question
    counts: str | tuple[str, str] = (f"   counts as {rating}", "$quiet") if rating else ""
    if unkept:
        counts = (f"   {unkept}", "$warning")
    lines = [styled(_VERDICTS[outcome.grade.verdict], counts)]
    if outcome.grade.feedback:
        lines.append(styled(outcome.grade.feedback))
    shown_key = question.key + (question.measure if _lacks(question.key, question.measure) else "")
    lines.append(styled(("Answer  ", "$quiet"), (shown_key, "bold"), "  ", (question.key_en, "$quiet")))
    return Content("\n").join(lines)


def _lacks(key: str, measure: str) -> bool:
    # An English figure or a reading takes no measure word.
    return bool(measure) and measure not in key and not key[-1:].isascii()
