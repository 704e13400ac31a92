"""Exercises: one short function a skill, from a size to something to be answered."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from reader.chinese.numbers.english import UNITS_ENGLISH
from reader.chinese.numbers.forms import grouped, in_english, in_wan_yi
from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.chinese.numbers.measures import unit_of
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.quiz.drill.floor import with_options
from reader.quiz.drill.shapes import Numbers
from reader.quiz.drill.shares import percent, range_, times
from reader.quiz.drill.skills import LEAST, SIZES, Exercise, Sample, Skill
from reader.quiz.item import AnswerForm

Maker = Callable[[int, Numbers, random.Random], Exercise]


def make(skill: Skill, size: int, numbers: Numbers, rng: random.Random) -> Exercise:
    """Make an exercise of a skill; ``size`` is brought into the skill's range."""
    size = min(SIZES[skill], max(LEAST, size))
    has_floor = skill in (Skill.TWO, Skill.LARGER)
    exercise = replace(
        _MAKERS[skill](size if has_floor else max(1, size), numbers, rng), skill=skill, size=size
    )
    return exercise if has_floor or size > 0 else with_options(exercise, rng)


def quantity_of(sample: Sample) -> Quantity:
    """Return the number as a figure with its reading."""
    text, measure = sample.text, sample.measure or None
    plain_one = Quantity(
        text, 0, len(text), sample.value, FigureKind.CARDINAL, measure=measure, unit=unit_of(measure)
    )
    return read_quantity(plain_one, sample.measure)


def _exercise(sample: Sample, **fields: object) -> Exercise:
    """Fill in what all exercises on one number share."""
    quantity = quantity_of(sample)
    common: dict[str, object] = {
        "skill": Skill.READING,
        "size": 1,
        "quantity": quantity,
        "article": sample.article,
        "why": f"{_equal(sample)}, {quantity.pinyin}",
    }
    return Exercise(**{**common, **fields})  # type: ignore[arg-type]


def _equal(sample: Sample) -> str:
    """Write the number in all its ways: ``57.4万 = 574,000``, ``3亿 = 300,000,000 = 300 million``."""
    ways = (sample.text, grouped(sample.value), in_english(sample.value))
    return " = ".join(dict.fromkeys(ways))


def _reading(size: int, numbers: Numbers, _: random.Random) -> Exercise:
    sample = numbers.of_size(size)
    quantity = quantity_of(sample)
    return _exercise(
        sample,
        task="Read it aloud: type the pinyin or the hanzi.",
        prompt=sample.text + sample.measure,
        form=AnswerForm.READING,
        key=quantity.hanzi,
        key_reading=quantity.pinyin,
    )


def _digits(size: int, numbers: Numbers, _: random.Random) -> Exercise:
    sample = numbers.of_size(size)
    return _exercise(
        sample,
        task="Write it in digits.",
        prompt=quantity_of(sample).hanzi + sample.measure,
        form=AnswerForm.FIGURE,
        key=grouped(sample.value),
    )


def _by_ear(size: int, numbers: Numbers, _: random.Random) -> Exercise:
    sample = numbers.of_size(size)
    said = quantity_of(sample).hanzi + sample.measure
    return _exercise(
        sample,
        task="Listen, and write the number down.",
        prompt="…",
        form=AnswerForm.FIGURE,
        key=sample.text,
        key_reading=said,
        spoken=said,
    )


def _to_english(size: int, numbers: Numbers, _: random.Random) -> Exercise:
    sample = numbers.of_size(size + 2)
    unit = UNITS_ENGLISH.get(sample.measure, ("", ""))[1]
    return _exercise(
        sample,
        task="Write it in English: in thousand, million or billion, or with all its digits.",
        prompt=sample.text + sample.measure,
        form=AnswerForm.FIGURE,
        key=f"{in_english(sample.value)} {unit}".strip(),
    )


def _to_chinese(size: int, numbers: Numbers, _: random.Random) -> Exercise:
    sample = numbers.of_size(size + 2)
    unit = UNITS_ENGLISH.get(sample.measure, ("", ""))[1]
    return _exercise(
        sample,
        task="Write it in Chinese, with 万 or 亿.",
        prompt=f"{in_english(sample.value)} {unit}".strip(),
        form=AnswerForm.FIGURE,
        key=in_wan_yi(sample.value),
    )


# What stands with a 2, and the number it is in: where it is 两 and where 二, from plain to tricky. Forms in
# which both are said (二百 and 两百, 2亩) are never asked.
_TWOS: dict[int, tuple[tuple[str, str], ...]] = {
    -2: (("2", "个人"), ("2", "月"), ("2", "个"), ("2", "号")),
    -1: (("2", "个人"), ("2", "月"), ("2", "个"), ("12", "月"), ("2", "个月"), ("22", "日")),
    0: (
        ("2", "个人"), ("2", "月"), ("2", "本书"), ("2", "号"), ("12", "个"), ("20", "人"), ("2", "家公司"),
        ("第2", ""),
    ),
    1: (
        ("2", "个人"), ("2", "家公司"), ("2", "月"), ("2", "号"), ("2", "本书"), ("12", "个"), ("20", "人"),
        ("2", "天"), ("2", "楼"),
    ),
    2: (
        ("2万", "人"), ("2千", "米"), ("第2", "名"), ("2.5", "倍"), ("32", "个"), ("2", "年级"), ("2", "年"),
        ("2亿", "元"), ("20万", "元"),
    ),
    3: (
        ("2/3", ""), ("2%", ""), ("3.2万", "元"), ("2", "小时"), ("2", "点"), ("第2", "次"), ("120", "家"),
        ("2:1", ""), ("2", "倍"),
    ),
    4: (
        ("2000万", "元"), ("20亿", "元"), ("1.2亿", "人"), ("2.2万", "吨"), ("第12", "届"), ("2万亿", "元"),
        ("62", "个"), ("0.2", "个百分点"),
    ),
    5: (
        ("2", "两酒"), ("2", "等奖"), ("22亿", "元"), ("2", "线城市"), ("2", "周"), ("2", "车道"),
        ("12万", "人"), ("2.02亿", "元"), ("2千万", "元"), ("0.2万", "亩"), ("2:0", ""), ("2‰", ""),
    ),
}  # fmt: skip
_TWO_KINDS = {
    "第": FigureKind.ORDINAL,
    "/": FigureKind.FRACTION,
    "%": FigureKind.PERCENT,
    "‰": FigureKind.PERCENT,
    ":": FigureKind.RATIO,
}


def _two(size: int, _: Numbers, rng: random.Random) -> Exercise:
    text, behind = rng.choice(_TWOS[size])
    kind = next((kind for sign, kind in _TWO_KINDS.items() if sign in text), FigureKind.CARDINAL)
    read = read_quantity(Quantity(text, 0, len(text), None, kind, measure=behind or None), behind)
    key = "两" if "两" in read.hanzi else "二"
    return Exercise(
        Skill.TWO, size, "How is the 2 usually read here: 二 or 两?", text + behind, AnswerForm.CHOICE, key,
        why=f"{text}{behind} is read {read.hanzi}{behind} ({read.pinyin}).", options=("二", "两"),
        quantity=read,
    )  # fmt: skip


_ZEROS: dict[int, tuple[str, ...]] = {
    1: ("105", "302", "1005"),
    2: ("1050", "3020", "2003", "10,500"),
    3: ("30,001", "10,010", "50,300", "20,008"),
    4: ("100,010", "300,500", "4,000,020", "1万0500"),
    5: ("30,050,000", "100,000,500", "700,030,000", "3亿0500万"),
    6: ("10,020,030", "4,000,050,006", "10,000,300,200", "20亿30万"),
}


def _zero(size: int, numbers: Numbers, rng: random.Random) -> Exercise:
    sample = numbers.like(rng.choice(_ZEROS[size]).replace("万0", "万").replace("亿0", "亿"))
    hanzi = integer_to_hanzi(int(sample.value))
    if rng.random() < 0.5:
        return _exercise(sample, task="Write it in digits; mind the zeros.", prompt=hanzi,
                         form=AnswerForm.FIGURE, key=grouped(sample.value))  # fmt: skip
    return _exercise(
        sample, task="Write it in hanzi or pinyin; mind where 零 stands.", prompt=sample.text,
        form=AnswerForm.READING, key=quantity_of(sample).hanzi, key_reading=quantity_of(sample).pinyin,
    )  # fmt: skip


def _larger(size: int, numbers: Numbers, rng: random.Random) -> Exercise:
    one, other = _pair(size, numbers, rng)
    shown = [_shown(one, size, rng, 0), _shown(other, size, rng, 1)]
    pair = [(one, shown[0]), (other, shown[1])]
    rng.shuffle(pair)
    key = max(pair, key=lambda entry: entry[0].value)[1]
    why = ", ".join(f"{text} = {grouped(sample.value)}" for sample, text in pair)
    return Exercise(
        Skill.LARGER, size, "Which is larger?", " or ".join(text for _, text in pair), AnswerForm.CHOICE, key,
        why=why, options=tuple(text for _, text in pair),
    )  # fmt: skip


# From which sizes the two numbers come, and how many times one may be the other: the closer, the harder.
_PAIRS: dict[int, tuple[tuple[int, ...], int]] = {
    -2: ((1, 4), 10**9),
    -1: ((1, 3), 10**6),
    0: ((1, 2), 10**6),
    1: ((1, 2), 10**4),
    2: ((3, 4), 10**3),
    3: ((4, 5), 10**4),
    4: ((5, 6), 30),
    5: ((6, 7, 8), 10),
    6: ((7, 8, 9), 3),
}
_PAIR_TRIES = 60


def _pair(size: int, numbers: Numbers, rng: random.Random) -> tuple[Sample, Sample]:
    """Return two numbers that differ, as near to each other as the size wants where that can be."""
    sizes, furthest = _PAIRS[size]
    found: tuple[Sample, Sample] | None = None
    for attempt in range(10 * _PAIR_TRIES):
        # At the floor one number is of each size, so that their lengths tell.
        chosen = sizes if size < 1 else (rng.choice(sizes), rng.choice(sizes))
        one, other = (numbers.of_size(chosen_size) for chosen_size in chosen)
        if one.value != other.value and one.text != other.text:
            found = one, other
            is_near = max(one.value, other.value) <= furthest * min(one.value, other.value)
            if is_near or attempt >= _PAIR_TRIES:
                break
    assert found is not None, "random numbers differ"
    return found


def _shown(sample: Sample, size: int, rng: random.Random, place: int) -> str:
    """Show the harder pairs in different ways: print, hanzi, English."""
    if size >= 4 and place == 1:
        return in_english(sample.value) if rng.random() < 0.5 else quantity_of(sample).hanzi
    return sample.text


_MAKERS: dict[Skill, Maker] = {
    Skill.READING: _reading,
    Skill.DIGITS: _digits,
    Skill.ENGLISH: _to_english,
    Skill.CHINESE: _to_chinese,
    Skill.TWO: _two,
    Skill.ZERO: _zero,
    Skill.PERCENT: percent,
    Skill.TIMES: times,
    Skill.RANGE: range_,
    Skill.LARGER: _larger,
    Skill.EAR: _by_ear,
}
