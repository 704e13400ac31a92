"""What the drill says, as styled plain text."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from reader.quiz.drill.gym import Drill
from reader.quiz.drill.skills import SIZES, DrillOutcome, Exercise, Skill
from reader.quiz.item import Verdict
from reader.tui.rows import bar, styled

_VERDICTS = {
    Verdict.RIGHT: ("✓ Right", "bold $success"),
    Verdict.NEARLY: ("✓ Right, nearly", "bold $success"),
    Verdict.WRONG: ("✗ Wrong", "bold $error"),
    Verdict.SKIPPED: ("– Skipped", "bold $warning"),
    Verdict.UNREADABLE: ("? Once more", "bold $warning"),
}
_MOST_MISSES = 8


def asked_content(exercise: Exercise) -> Content:
    """Say the skill, how hard it is, what is to be done, and the figure."""
    hardness = "●" * max(0, exercise.size) + "○" * (SIZES[exercise.skill] - max(0, exercise.size))
    lines = [styled((str(exercise.skill), "$quiet"), "  ", (hardness, "$quiet")), styled(exercise.task)]
    # Of two numbers to compare the options show both.
    if exercise.skill is not Skill.LARGER:
        shown = "♪ listen" if exercise.spoken else exercise.prompt
        lines += [Content(""), styled((shown, "bold $figure"))]
    return Content("\n").join(lines)


def verdict_content(outcome: DrillOutcome, unkept: str = "") -> Content:
    """Say right or wrong, ``unkept`` if the answer is not kept, the mistake's diagnosis, the answer, why."""
    exercise = outcome.exercise
    said = (f"   {unkept}", "$warning") if unkept else ""
    lines = [styled(_VERDICTS[outcome.grade.verdict], said)]
    if outcome.grade.feedback:
        lines.append(styled(outcome.grade.feedback))
    lines.append(
        styled(("Answer  ", "$quiet"), (exercise.key, "bold"), "  ", (exercise.key_reading, "$figure"))
    )
    if exercise.why:
        lines.append(styled((exercise.why, "$quiet")))
    return Content("\n").join(lines)


def scores_content(drill: Drill, usual: Mapping[str, float | None], width: int) -> Content:
    """Say how each skill went and how long it took; ``usual`` gives median seconds by the skill's slug."""
    scores = drill.scores()
    widest = max((cell_len(score.skill) for score in scores), default=0)
    lines = [Content.assemble((" " * (widest + 13) + "    now    usual", "$quiet"))]
    for score in scores:
        lines.append(
            styled(
                set_cell_size(score.skill, widest), "  ", *bar(score.right / score.asked, 5),
                f" {f'{score.right}/{score.asked}':<5}", _seconds(score.median), "  ",
                (_seconds(usual.get(score.skill.slug)), "$quiet"),
            )
        )  # fmt: skip
    misses = drill.misses[:_MOST_MISSES]
    if misses:
        lines += [Content(""), styled(("Missed", "$quiet"))]
        lines += [_miss(outcome).truncate(max(20, width), ellipsis=True) for outcome in misses]
    return Content("\n").join(lines)


def _seconds(seconds: float | None) -> str:
    return f"{seconds:5.1f} s" if seconds is not None else "      –"


def _miss(outcome: DrillOutcome) -> Content:
    exercise = outcome.exercise
    shown = exercise.key_reading if exercise.spoken else exercise.prompt
    typed = outcome.typed or "skipped"
    return styled(
        (shown, "bold"), "   ", ("✗ ", "$error"), (typed, "$quiet"), "   ", ("✓ ", "$success"), exercise.key
    )
