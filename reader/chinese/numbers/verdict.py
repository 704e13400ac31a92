"""What a judge of figures says of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FigureVerdict(StrEnum):
    """What an answer is. ``UNREADABLE`` is not wrong: ask again. ``NEARLY``: a reading without tones."""

    RIGHT = "right"
    NEARLY = "nearly"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FigureGrade:
    """The judgement of a typed figure: the verdict, the mistake's name, and a sentence or two of feedback."""

    verdict: FigureVerdict
    mistake: str | None = None
    feedback: str = ""
