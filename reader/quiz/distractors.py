"""Wrong figures, each a mistake somebody makes, in pairs that give nothing away.

Were both wrong figures one slip away from the right one, who has not read the text could pick the figure
that most resembles the others. So some wrong figures are slips of a slip, and pairs are balanced.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.figure_slips import Slip, is_small, name_mistake, slips
from reader.quiz.figures import OPEN_ABOVE, OPEN_BELOW, StatedFigure, is_trivial
from reader.quiz.item import Option
from reader.quiz.phrases import clause

ANOTHER = "another figure of the text"
#: A pair is tried at random from at most so many slips of the first kind and of the second.
MOST_NEAR, MOST_FAR = 5, 2
#: So many wrong figures are paired at most.
MOST_POOL = 9
#: How much longer or shorter a wrong figure may be than the right one, in characters.
MOST_LONGER = 2
#: A figure with two mistakes in it is no further off than so many times.
MOST_TIMES = 20
_WHOLE = frozenset("个家条项户人名位座所套件本册辆台部处次门村栋")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A candidate: ``parent`` is the figure it is a slip of; a neighbour has none."""

    slip: Slip
    parent: str
    neighbour: StatedFigure | None = None


def wrong_pair(
    stated: StatedFigure,
    others: Iterable[StatedFigure],
    rng: random.Random,
    *,
    stem: str = "",
    say: Callable[[str], str] = str,
) -> tuple[Option, Option] | None:
    """Return two wrong figures, None where no two are plausible.

    ``stem`` is what stands above the options, ``say`` how a number is shown there: none looks more, or
    less, like either than the key does.

    None equals the key, or any figure of the same measure word in the text, by value. The options'
    texts are numbers with their measure words, bound words outside them left away, as in
    :attr:`StatedFigure.number`.
    """
    others = list(others)
    pool = _pool(stated, others, rng)
    looks = [(wrong, _looks(say(wrong.slip.text), wrong.slip.value, stem)) for wrong in pool]
    assert stated.quantity.value is not None or not pool, "figures without a value have no pool"
    key = _looks(say(stated.quantity.text), stated.quantity.value or Fraction(0), stem)
    pair = balanced_pair(key, looks, rng)
    return None if pair is None else (_option(stated, pair[0], others), _option(stated, pair[1], others))


def _looks(number: str, value: Fraction, stem: str) -> Looks:
    exact = len(re.sub(r"0+(?=\D|$)", "", number))
    known = sum(sign in stem for sign in set(number)) / len(set(number))
    return Looks(number, (float(value), known, exact, len(number)))


def wrong_figure(
    stated: StatedFigure, others: Iterable[StatedFigure], rng: random.Random
) -> tuple[str, Option] | None:
    """Return one wrong figure, said with the bound of the right one, to stand in a statement that is false.

    The first text is the whole figure, 超过3万亿元. Where the bound is open the wrong figure lies on the side
    that makes the statement false: what is more than 3000亿 is more than 300亿, too.
    """
    others = list(others)
    pool = _pool(stated, others, rng)
    right = stated.quantity.value
    assert right is not None, "figures without a value have no pool"
    if stated.quantity.bound in OPEN_ABOVE:
        pool = [wrong for wrong in pool if wrong.slip.value > right]
    elif stated.quantity.bound in OPEN_BELOW:
        pool = [wrong for wrong in pool if wrong.slip.value < right]
    near = [wrong for wrong in pool if wrong.parent in ("", stated.quantity.text)]
    if not pool:
        return None
    wrong = rng.choice(near or pool)
    return stated.with_number(wrong.slip.text), _option(stated, wrong, others)


def _pool(stated: StatedFigure, others: Sequence[StatedFigure], rng: random.Random) -> list[_Wrong]:
    right = stated.quantity.value
    if right is None:
        return []
    taken = {right, *(o.quantity.value for o in others if o.measure == stated.measure)}
    near = [Slip(*pair) for pair in _plausible(stated, slips(stated.quantity.text), taken)]
    most = MOST_POOL if is_small(stated.quantity.text) else MOST_NEAR
    near = rng.sample(near, min(most, len(near)))
    pool = {slip.value: _Wrong(slip, stated.quantity.text) for slip in near}
    # A slip of a slip is a mistake only where there are zeros and scales to mistake.
    for slip in () if is_small(stated.quantity.text) else near:
        further = [Slip(*pair) for pair in _plausible(stated, slips(slip.text), taken)]
        further = [far for far in further if _is_near(far.value, right)]
        for far in rng.sample(further, min(MOST_FAR, len(further))):
            pool.setdefault(far.value, _Wrong(far, slip.text))
    for other in _neighbours(stated, others):
        assert other.quantity.value is not None
        pool[other.quantity.value] = _Wrong(Slip(other.quantity.text, other.quantity.value), "", other)
    found = [wrong for wrong in pool.values() if not _says_both(stated, _with(stated, wrong.slip.text))]
    return found if len(found) <= MOST_POOL else rng.sample(found, MOST_POOL)


def _is_near(one: Fraction, other: Fraction) -> bool:
    return one < other * MOST_TIMES and other < one * MOST_TIMES


def _plausible(
    stated: StatedFigure, found: Iterable[Slip], taken: set[Fraction | None]
) -> Iterator[tuple[str, Fraction]]:
    length = len(stated.quantity.text)
    for slip in found:
        if slip.value in taken or abs(len(slip.text) - length) > MOST_LONGER:
            continue
        if (parts := _PARTS.fullmatch(slip.text)) and not _is_reduced(*parts.groups()):
            continue
        if slip.value.denominator != 1 and stated.measure[:1] in _WHOLE and stated.measure:
            continue
        if "%" in slip.text and slip.value > 1 and (stated.quantity.value or 0) <= 1:
            continue
        yield slip.text, slip.value


_DIGITS = "一二三四五六七八九十"
_PARTS = re.compile(f"([{_DIGITS}])分之([{_DIGITS}])")


def _is_reduced(below: str, above: str) -> bool:
    """Tell whether nobody would say a fraction with smaller numbers: 四分之二 is a half."""
    one, other = _DIGITS.index(below) + 1, _DIGITS.index(above) + 1
    return other < one and gcd(one, other) == 1


def _neighbours(stated: StatedFigure, others: Iterable[StatedFigure]) -> Iterator[StatedFigure]:
    """Other figures of the same measure word that are written alike."""
    for other in others:
        if (
            other.measure == stated.measure
            and other.quantity.kind is stated.quantity.kind
            and other.quantity.value not in (None, stated.quantity.value)
            and abs(len(other.quantity.text) - len(stated.quantity.text)) <= MOST_LONGER
            and _shape(other.quantity.text) == _shape(stated.quantity.text)
            and other.sentence.start != stated.sentence.start
            and not is_trivial(other)
        ):
            yield other


def _with(stated: StatedFigure, number: str) -> str:
    """Return the figure and its measure word with another number."""
    return stated.number.replace(stated.quantity.text, number, 1)


def _says_both(stated: StatedFigure, shown: str) -> bool:
    """Tell whether the text says somewhere with another figure just what it says with this one."""
    text = stated.sentence.text
    start, end = clause(text, stated.start, stated.end)
    number_end = stated.quantity.start + len(stated.number)
    return text[start : stated.quantity.start] + shown + text[number_end:end] in stated.source.text


def _shape(number: str) -> tuple[bool, bool, bool, str]:
    scale = next((scale for scale in ("亿", "万") if scale in number), "")
    return any(map(str.isdigit, number)), number[-1:] in "余多", "%" in number, scale


def _option(stated: StatedFigure, wrong: _Wrong, others: Iterable[StatedFigure]) -> Option:
    text = _with(stated, wrong.slip.text)
    # 800余户 for 5000余户 is a slip of nothing where 800余辆 stand beside it: what it counts was mixed up.
    taken = (o for o in others if o.quantity.text == wrong.slip.text and not is_trivial(o))
    neighbour = wrong.neighbour or next(taken, None)
    if neighbour is not None:
        return Option(text, "", ANOTHER, _whose(neighbour, stated))
    right = stated.quantity.value
    assert right is not None
    mistake, said = name_mistake(stated.quantity.text, right, wrong.slip.text, wrong.slip.value)
    return Option(text, "", mistake, said)


def _whose(other: StatedFigure, stated: StatedFigure) -> str:
    if other.figure:
        return f"{other.words} belongs to something else: {other.figure.subject} ({other.figure.subject_en})."
    if other.sentence.start == stated.sentence.start:
        return f"The same sentence says {other.words}, of something else."
    return f"{other.words} stands in another sentence: {other.sentence.text}"
