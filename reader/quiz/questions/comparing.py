"""Questions that set figures side by side: which is more, in what order, which comes first in the text."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from typing import TypeVar

from reader.chinese.numbers.quantity import FigureKind
from reader.quiz.figures import StatedFigure, stated_by_facts
from reader.quiz.item import Item, Option, Question
from reader.quiz.questions.making import WRONG, Made, choice
from reader.quiz.source import Source

#: Figures further apart than this are no task.
MOST_TIMES = 300
#: How many questions of a kind a version gives at most.
MOST = 12

T = TypeVar("T")

_MONEY = "元"
_AREAS = ("亩", "平方米", "平方公里", "公顷")


def compare(source: Source, rng: random.Random) -> Made:
    """Ask which of two things is more, for figures of one measure word that are not far apart."""
    pairs = [pair for same in _by_measure(source) for pair in combinations(same, 2) if _is_fair(list(pair))]
    for left, right in _some(pairs):
        yield _compare(left, right, rng)


def _by_measure(source: Source) -> Iterator[list[StatedFigure]]:
    groups: dict[str, list[StatedFigure]] = defaultdict(list)
    for stated in stated_by_facts(source):
        if stated.quantity.value and stated.quantity.kind in (FigureKind.CARDINAL, FigureKind.DECIMAL):
            groups[stated.measure].append(stated)
    for measure, group in groups.items():
        if measure:
            yield group


def _is_fair(figures: list[StatedFigure]) -> bool:
    values = sorted(map(_value, figures))
    far = any(right > left * MOST_TIMES for left, right in pairwise(values))
    subjects = [stated.figure.subject for stated in figures if stated.figure]
    alike = any(one in other for one, other in permutations(subjects, 2))
    return len(set(values)) == len(values) and not far and not alike


def _some(found: list[T]) -> list[T]:
    # Always the same ones, so that what is due for review is found again.
    return found if len(found) <= MOST else random.Random(len(found)).sample(found, MOST)


def _item(figures: list[StatedFigure], kind: str) -> Item:
    slug = figures[0].source.article.slug
    ids = sorted(stated.fact.id for stated in figures if stated.fact)
    return Item(f"fact/{slug}/{'+'.join(ids)}/{kind}", kind, slug, ids[0])


def _compare(left: StatedFigure, right: StatedFigure, rng: random.Random) -> Question:
    ranked = sorted((left, right), key=_value)
    # Asked for the larger or the smaller by chance, so that nothing in the words tells which it is.
    place = rng.randrange(2)
    asked, other = ranked[place], ranked[1 - place]
    note = f"{_told(ranked[1])}；{_told(ranked[0])}"
    said, english = _which(asked.measure)[place]
    mistake = "the smaller for the larger" if place else "the larger for the smaller"
    stem, stem_en = f"根据文章，下面哪一项{said}？", f"By the article, which of these {english}?"
    key, wrong = _subject(asked), _subject(other, mistake, note)
    return choice(_item([left, right], "compare"), stem, stem_en, key, [wrong], asked.proof, rng, why=note)


def _which(measure: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return how the smaller and the larger are asked for."""
    if measure.endswith(_MONEY):
        return ("的金额更小", "is the smaller sum"), ("的金额更大", "is the larger sum")
    if measure in _AREAS:
        return ("的面积更小", "is the smaller area"), ("的面积更大", "is the larger area")
    return ("的数量更少", "is the smaller number"), ("的数量更多", "is the larger number")


def _subject(stated: StatedFigure, mistake: str | None = None, note: str = "") -> Option:
    assert stated.figure is not None
    return Option(stated.figure.subject, stated.figure.subject_en, mistake, note)


def _told(stated: StatedFigure) -> str:
    assert stated.figure is not None
    return f"{stated.figure.subject}：{stated.words}"


def _value(stated: StatedFigure) -> Fraction:
    assert stated.quantity.value is not None
    return stated.quantity.value


def order(source: Source, rng: random.Random) -> Made:
    """Ask for the order, from the smallest, of three figures of one measure word."""
    threes = [
        three for same in _by_measure(source) for three in combinations(same, 3) if _is_fair(list(three))
    ]
    for three in _some(threes):
        yield _order(rng.sample(three, 3), rng)


def _order(figures: list[StatedFigure], rng: random.Random) -> Question:
    marks = "①②③"
    listed = "；".join(f"{mark}{_subject(f).text}" for mark, f in zip(marks, figures, strict=True))
    listed_en = "; ".join(f"{mark} {_subject(f).english}" for mark, f in zip(marks, figures, strict=True))
    ranked = sorted(range(3), key=lambda place: _value(figures[place]))
    rising = rng.random() < 1 / 2
    sign, shown = ("<", ranked) if rising else (">", ranked[::-1])
    key = _chain(marks, shown, sign)
    others = [_chain(marks, places, sign) for places in permutations(range(3)) if list(places) != shown]
    note = "；".join(_told(figures[place]) for place in ranked)
    wrong = [Option(text, "", "another order", note) for text in rng.sample(others, WRONG)]
    way, way_en = (
        ("从小到大", "smallest to the largest") if rising else ("从大到小", "largest to the smallest")
    )
    return choice(
        _item(figures, "order"), f"按文章里的数{way}排列，哪个顺序对？{listed}。",
        f"Which order, from the {way_en} figure, is right? {listed_en}.",
        Option(key), wrong, figures[ranked[-1]].proof, rng, why=note,
    )  # fmt: skip


def _chain(marks: str, places: list[int] | tuple[int, ...], sign: str) -> str:
    return f" {sign} ".join(marks[place] for place in places)


def sequence(source: Source, rng: random.Random) -> Made:
    """Ask which of three figures the text gives first: the thread of the story."""
    figures = sorted(stated_by_facts(source), key=lambda stated: stated.proof.start)
    # Far enough apart that the order is that of the story and not of one sentence.
    parts: dict[int, list[StatedFigure]] = defaultdict(list)
    for stated in figures:
        parts[source.paragraph_at(stated.proof.start)].append(stated)
    places = list(combinations(sorted(parts), 3))
    for turn, chosen in enumerate(_some(places)[: MOST // 2]):
        three = [parts[place][turn % len(parts[place])] for place in chosen]
        subjects = [stated.figure.subject for stated in three if stated.figure]
        if len(set(subjects)) == len(subjects):
            yield _sequence(three, rng)


def _sequence(three: list[StatedFigure], rng: random.Random) -> Question:
    note = f"文章先后说到：{'；'.join(_told(stated) for stated in three)}"
    place, said, said_en, mistake = rng.choice(_ENDS)
    key = _subject(three[place])
    wrong = [_subject(stated, mistake, note) for stated in three if stated is not three[place]]
    return choice(
        _item(three, "sequence"), f"下面三项的数字，文章{said}说到的是哪一项？",
        f"Of which of these three does the article give the figure {said_en}?",
        key, wrong, three[place].proof, rng, why=note,
    )  # fmt: skip


_ENDS = ((0, "最先", "first", "told later in the text"), (-1, "最后", "last", "told earlier in the text"))
