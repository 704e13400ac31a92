"""``dubao drill``: train figures, on the screen or in plain lines."""

from __future__ import annotations

import argparse
import sys
import time

from reader.cli.context import Context
from reader.errors import StorageError, UsageError
from reader.quiz.drill.gym import Drill
from reader.quiz.drill.skills import DrillOutcome, Exercise, Skill
from reader.quiz.drill.words import example, score_line
from reader.quiz.item import AnswerForm, Verdict
from reader.study.drilling import LENGTH, Drilling, DrillPlan
from reader.study.keeping import UNKEPT
from reader.study.voice import Voice, VoiceError
from reader.text import clean_line

MOST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    slugs = ", ".join(skill.slug for skill in Skill)
    parser.add_argument("--plain", action="store_true", help="plain lines, for pipes and screen readers")
    parser.add_argument("--seed", type=int, metavar="N", help="fix the numbers and their order")
    parser.add_argument(
        "--length", type=int, default=LENGTH, metavar="N", help=f"how many (usually {LENGTH})"
    )
    parser.add_argument(
        "--skill", action="append", default=[], metavar="S", help=f"only this, may be given again: {slugs}"
    )
    parser.add_argument("--voice", action="store_true", help="also write down what a voice reads aloud")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Train; what is answered is kept at once."""
    plan = read_plan(arguments, context)
    if arguments.plain:
        return _run_plain(plan, context)
    from reader.cli.screen import open_drill

    return open_drill(context, plan)


def read_plan(arguments: argparse.Namespace, context: Context) -> DrillPlan:
    """Return the drill that the words ask for.

    Raises:
        UsageError: there is no such skill, the length is no length, or there is no voice.
    """
    if not 1 <= arguments.length <= MOST:
        raise UsageError(f"--length must be from 1 to {MOST}.")
    skills = tuple(map(_read_skill, arguments.skill))
    wants_voice = arguments.voice or context.settings.drill_voice
    if arguments.voice and context.study.drilling.voice is None:
        raise UsageError(
            "No voice was found. Install say, spd-say or espeak-ng, with Chinese, or leave --voice away."
        )
    return DrillPlan(arguments.length, skills, arguments.seed, wants_voice)


def _read_skill(name: str) -> Skill:
    for skill in Skill:
        if name.strip().lower() in (skill.slug, skill.value):
            return skill
    slugs = ", ".join(skill.slug for skill in Skill)
    raise UsageError(f"There is no skill “{clean_line(name)}”; there are {slugs}.")


def _run_plain(plan: DrillPlan, context: Context) -> int:
    drilling = context.study.drilling
    drill = drilling.drill(plan)
    context.tell_notices()
    voice = drilling.voice if plan.voice else None
    if voice is None:
        drill.without_voice()
    while drill.current is not None and _ask(drill, drill.current, voice, context):
        drill.advance()
    _print_summary(drill, drilling, context)
    return 0


def _ask(drill: Drill, exercise: Exercise, voice: Voice | None, context: Context) -> bool:
    """Ask one exercise until it has its answer; tell whether to go on."""
    _print_exercise(drill, exercise, context)
    if exercise.spoken and voice is not None and not _spoken(exercise, voice, context):
        instead = drill.without_voice()
        return instead is None or _ask(drill, instead, None, context)
    started = time.monotonic()
    while True:
        line = sys.stdin.readline()
        typed = clean_line(line)
        if not line or typed.lower() in ("q", "quit"):
            return False
        if typed.lower() in ("r", "again") and exercise.spoken and voice is not None:
            _spoken(exercise, voice, context)
            continue
        if typed.lower() in ("s", "skip"):
            return _keep(drill.skip(), context)
        outcome = drill.answer(typed, time.monotonic() - started)
        if outcome.grade.verdict is not Verdict.UNREADABLE:
            return _keep(outcome, context)
        context.print(outcome.grade.feedback or f"Type it like {example(exercise)}.")


def _spoken(exercise: Exercise, voice: Voice, context: Context) -> bool:
    try:
        voice.say(exercise.spoken)
    except VoiceError as error:
        context.warn(str(error))
        return False
    return True


def _print_exercise(drill: Drill, exercise: Exercise, context: Context) -> None:
    context.print()
    context.print(f"Exercise {drill.position + 1} of {drill.length}, {exercise.skill}: {exercise.task}")
    if exercise.skill is not Skill.LARGER:
        context.print(f"  {exercise.prompt}")
    if exercise.form is AnswerForm.CHOICE:
        for number, option in enumerate(exercise.options, 1):
            context.print(f"  {number}. {option}")
    more = "r hears it again, " if exercise.spoken else ""
    context.print(f"Type {example(exercise)}. ({more}s skips, q stops)")


def _keep(outcome: DrillOutcome, context: Context) -> bool:
    # On disk before the verdict is seen, so that what was seen marked is never lost.
    try:
        unkept = context.study.drilling.record(outcome)
    except StorageError as error:
        unkept = UNKEPT
        context.warn(str(error))
    context.tell_notices()
    exercise = outcome.exercise
    head = {Verdict.NEARLY: "Nearly", Verdict.SKIPPED: "Skipped"}.get(
        outcome.grade.verdict, "Right" if outcome.right else "Wrong"
    )
    context.print(" ".join(filter(None, (f"{head}.", unkept, outcome.grade.feedback))))
    context.print(f"Answer: {exercise.key}" + (f" ({exercise.key_reading})" if exercise.key_reading else ""))
    if exercise.why:
        context.print(f"Note: {exercise.why}")
    return True


def _print_summary(drill: Drill, drilling: Drilling, context: Context) -> None:
    context.print()
    context.print(f"Score: {drill.right} of {len(drill.outcomes)} right.")
    for score in drill.scores():
        context.print(f"  {score_line(score, drilling.usual_seconds(score.skill))}")
    for miss in drill.misses:
        shown = miss.exercise.key_reading if miss.exercise.spoken else miss.exercise.prompt
        context.print(f"Missed: {shown} {miss.exercise.key}")
