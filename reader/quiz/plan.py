"""What a learner wants to be asked: how many questions, which kinds, and whether only what was missed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from reader.errors import UsageError
from reader.quiz.kinds import GROUPS, KINDS


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """``length`` None takes the setting; ``kinds`` empty means a mix of all; ``missed`` only what was missed.

    The same ``seed`` gives the same questions in the same order; None leaves it to chance.
    """

    length: int | None = None
    kinds: frozenset[str] = frozenset()
    missed: bool = False
    seed: int | None = None


def read_kinds(names: Iterable[str]) -> frozenset[str]:
    """Return the kinds of the names, each a kind, a group, or several with commas: ``figures,who``.

    A hyphen or an underscore stands for a space: ``word-reading``.

    Raises:
        UsageError: a name is neither; the nearest is suggested.
    """
    found: set[str] = set()
    for name in (part for names_ in names for part in names_.replace("，", ",").split(",")):
        plain = name.strip().casefold().replace("-", " ").replace("_", " ")
        if plain in GROUPS:
            found |= GROUPS[plain]
        elif plain in KINDS:
            found.add(plain)
        elif plain:
            raise UsageError(_unknown(name.strip(), plain))
    return frozenset(found)


def _unknown(name: str, plain: str) -> str:
    known = [*GROUPS, *sorted(KINDS)]
    near = difflib.get_close_matches(plain, known, 1, 0.5)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"There is no kind of question “{name}”.{hint} The kinds are {', '.join(known)}."
