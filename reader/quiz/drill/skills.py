"""What is trained, and how an exercise is told and kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reader.chinese.numbers.quantity import Quantity
from reader.quiz.item import AnswerForm, Grade, Verdict


class Skill(StrEnum):
    """A skill; its value is its name in statistics, behind the word ``drill``."""

    READING = "reading"
    DIGITS = "hanzi to digits"
    ENGLISH = "to million and billion"
    CHINESE = "to 万 and 亿"
    TWO = "二 or 两"
    ZERO = "零"
    PERCENT = "percent, 成 and 折"
    TIMES = "倍 and 番"
    RANGE = "ranges"
    LARGER = "which is larger"
    EAR = "by ear"

    @property
    def slug(self) -> str:
        """The skill's short name in plain letters: what ``--skill`` takes and what ids hold."""
        return self.name.lower()

    @property
    def kind(self) -> str:
        """The kind that statistics count its answers under."""
        return f"drill {self.value}"


#: The hardest size of each skill; 1 is the easiest that is written freely.
SIZES: dict[Skill, int] = {
    Skill.READING: 9,
    Skill.DIGITS: 9,
    Skill.ENGLISH: 7,
    Skill.CHINESE: 7,
    Skill.TWO: 5,
    Skill.ZERO: 6,
    Skill.PERCENT: 5,
    Skill.TIMES: 5,
    Skill.RANGE: 6,
    Skill.LARGER: 6,
    Skill.EAR: 9,
}
#: The easiest size of all: the answer is one of two, far apart. At -1 they are near, at 0 there are three.
LEAST = -2


def sizes_of(skill: Skill) -> range:
    """Return the sizes of a skill, the easiest first."""
    return range(LEAST, SIZES[skill] + 1)


def options_of(skill: Skill, size: int) -> int:
    """Return how many options an exercise has to choose from, 0 where the answer is written."""
    if skill in (Skill.TWO, Skill.LARGER) or size < 0:
        return 2
    return 3 if size < 1 else 0


@dataclass(frozen=True, slots=True)
class Sample:
    """A number as print has it: without its measure word, with its exact value.

    ``article`` is the slug of the article it stands in, "" for one that was made up.
    """

    text: str
    value: Fraction
    measure: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. ``prompt`` is shown, ``task`` says in English what to do with it.

    ``key`` is a right answer, ``key_reading`` how it is read where that is of use; ``low`` and ``high``
    are the ends of a range asked for. ``spoken`` is what a voice says, "" for what is only read.
    """

    skill: Skill
    size: int
    task: str
    prompt: str
    form: AnswerForm
    key: str
    key_reading: str = ""
    why: str = ""
    quantity: Quantity | None = None
    options: tuple[str, ...] = ()
    spoken: str = ""
    article: str = ""

    @property
    def id(self) -> str:
        """The id its answers are kept under: ``drill/chinese/4``."""
        return f"drill/{self.skill.slug}/{self.size}"


@dataclass(frozen=True, slots=True)
class DrillOutcome:
    """An exercise, what was answered, how it was judged, and the seconds it took."""

    exercise: Exercise
    typed: str
    grade: Grade
    seconds: float = 0.0

    @property
    def right(self) -> bool:
        """Whether the answer counts as right (right but for tones counts)."""
        return self.grade.verdict in (Verdict.RIGHT, Verdict.NEARLY)


def skill_of(item_id: str) -> tuple[Skill, int] | None:
    """Return skill and size of a kept id, None for what is no exercise or one this version lacks."""
    head, _, rest = item_id.partition("/")
    slug, _, size = rest.partition("/")
    skill = next((skill for skill in Skill if skill.slug == slug), None)
    if head != "drill" or skill is None or not size.removeprefix("-").isdigit():
        return None
    return skill, min(SIZES[skill], max(LEAST, int(size)))
