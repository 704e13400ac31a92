"""What a drill says to people, on the screen and in plain lines alike."""

from __future__ import annotations

from reader.quiz.drill.gym import SkillScore
from reader.quiz.drill.skills import Exercise, Skill
from reader.quiz.item import AnswerForm

_BY_SKILL = {
    Skill.ENGLISH: "300 billion, 300bn or 300,000,000,000",
    Skill.CHINESE: "3000亿 or 三千亿",
    Skill.DIGITS: "3000亿 or 300,000,000,000",
    Skill.EAR: "3000亿 or 300,000,000,000",
    Skill.PERCENT: "18.5%",
    Skill.TIMES: "3 times, 3倍 or 3",
    Skill.RANGE: "3000-5000 or 30万-50万",
}
_BY_FORM = {
    AnswerForm.CHOICE: "the number of an option",
    AnswerForm.READING: "sanqian yi, sān qiān yì or 三千亿",
}


def example(exercise: Exercise) -> str:
    """Return an example of what may be typed."""
    return _BY_FORM.get(exercise.form) or _BY_SKILL.get(exercise.skill, "10,500 or 1万500")


def score_line(score: SkillScore, usual: float | None) -> str:
    """Return how a skill went: ``to 万 and 亿: 3 of 4, 5.2 s each, usually 6.0 s``; ``usual`` in seconds."""
    said = f"{score.skill}: {score.right} of {score.asked}"
    if score.median is not None:
        said += f", {score.median:.1f} s each"
    return said + (f", usually {usual:.1f} s" if usual is not None else "")
