"""From the command line to the screen."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from reader.cli.context import Context
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.quiz.plan import QuizPlan
    from reader.study.drilling import DrillPlan
    from reader.study.reviewing import ReviewPlan


def open_library(_: argparse.Namespace, context: Context) -> int:
    """Open the library on the screen."""
    return open_screen(context)


def open_screen(
    context: Context,
    slug: str | None = None,
    level: str | None = None,
    *,
    quiz: bool = False,
    plan: QuizPlan | None = None,
) -> int:
    """Run the Textual app, at an article if one is named.

    Raises:
        UsageError: standard input or output is no terminal that the screen can be drawn on.
    """
    _need_terminal()
    study = context.study
    study.patience = 0.0  # on the screen it can be waited for beside the keys
    from reader.tui.app import run

    return run(study, slug=slug, level=level, quiz=quiz, plan=plan)


def open_review(context: Context, plan: ReviewPlan) -> int:
    """Run the Textual app at what is due.

    Raises:
        UsageError: standard input or output is no terminal that the screen can be drawn on.
    """
    _need_terminal()
    study = context.study
    study.patience = 0.0  # on the screen it can be waited for beside the keys
    from reader.tui.app import run

    return run(study, review=plan)


def open_drill(context: Context, plan: DrillPlan) -> int:
    """Run the Textual app at a drill.

    Raises:
        UsageError: standard input or output is no terminal that the screen can be drawn on.
    """
    _need_terminal()
    study = context.study
    study.patience = 0.0  # on the screen it can be waited for beside the keys
    from reader.tui.app import run

    return run(study, drill=plan)


_WITHOUT = (
    "use `dubao list`, `dubao show SLUG`, `dubao quiz SLUG --plain`, `dubao review --plain` and "
    "`dubao drill --plain`."
)


def _need_terminal() -> None:
    """Refuse what can't be drawn on; draw on standard output where Textual's own choice is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(f"The screen needs a terminal. Without one {_WITHOUT}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(
            f"This terminal says that it can't move the cursor (TERM=dumb). On it {_WITHOUT} "
            "If it can, give its name: `TERM=xterm dubao`."
        )
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # the terminal knows its size better, also after it has changed
    if not sys.stderr.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # typed as what never changes
