"""Numbers of every size: from the reader's own articles, and random ones of the same shape."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.spell import plain_form
from reader.quiz.drill.skills import Sample

#: How often an exercise takes a figure of the articles just as it stands, where there is one of its size.
OWN_SHARE = 0.5

# Shapes to begin with where the articles have none of a size; every digit but 0 becomes another one.
_SHAPES: dict[int, tuple[str, ...]] = {
    1: ("37", "24", "86", "240", "137"),
    2: ("3600", "1482", "2700", "5,400", "8300"),
    3: ("8万", "36万", "20万", "45万"),
    4: ("57.4万", "2300万", "1.2万", "480万", "3.65万"),
    5: ("3亿", "30亿", "270亿", "3000亿"),
    6: ("221.7亿", "1.03亿", "18.6亿", "2.45亿"),
    7: ("3亿4500万", "34500000", "12,800,000", "7亿6000万", "1234万5000"),
    8: ("1.2万亿", "2.83万亿", "300,050,000,000", "27,000,000,000", "4万亿"),
    9: ("30亿507万", "1,020,305,000", "30,040,050", "1.0305万亿", "2万4060亿"),
}
# What is counted in numbers of a size: nobody has 940亿家 companies.
_SMALL_MEASURES = ("元", "人", "个", "吨", "户", "亩", "家", "平方米")
_MEASURES: dict[int, tuple[str, ...]] = {
    4: ("元", "人", "吨", "户", "亩", "平方米", "人次"),
    5: ("元", "美元", "千瓦时"),
    6: ("元", "人次", "吨", "美元"),
    7: ("元", "人", "吨", "平方米"),
    8: ("元", "美元", "千瓦时"),
    9: ("元", "美元", "千瓦时"),
}
LARGEST = max(_SHAPES)


def size_of(value: Fraction, text: str) -> int | None:
    """Return how hard a number is, 1 to 8; None for one that is none of these (zero, a small decimal)."""
    if value <= 0 or (value.denominator != 1 and not any(scale in text for scale in "万亿")):
        return None
    if value >= 10**12 or len(text.replace(",", "")) > 9:
        return 8
    mixed = text.count("万") + text.count("亿") > 1 or (text[-1] not in "万亿" and value >= 10**5)
    if mixed:
        return 7
    decimal = "." in text
    if "亿" in text:
        return 6 if decimal else 5
    if "万" in text:
        return 4 if decimal or value >= 10**6 else 3
    return 1 if value < 1000 else 2 if value < 10**4 else 3


def samples_of(quantities: Iterable[Quantity], article: str = "") -> list[Sample]:
    """Return the figures that can be trained: counted, in plain digits, with one exact value."""
    found = []
    for quantity in quantities:
        text = plain_form(quantity.text).rstrip("余多")
        value = parse_numeral(text)
        counted = quantity.kind in (FigureKind.CARDINAL, FigureKind.DECIMAL, FigureKind.THRESHOLD)
        if counted and value is not None and text[:1].isdigit() and size_of(value, text):
            found.append(Sample(text, value, quantity.measure or "", article))
    return found


class Numbers:
    """Gives numbers of any size. ``own`` are those of the reader's articles."""

    def __init__(self, own: Sequence[Sample], rng: random.Random) -> None:
        self._rng = rng
        self._own: dict[int, list[Sample]] = {}
        for sample in dict.fromkeys(own):
            size = size_of(sample.value, sample.text)
            if size is not None:
                self._own.setdefault(size, []).append(sample)

    def of_size(self, size: int) -> Sample:
        """Return a number of that size, 1 to 9: one of the articles', or a random one of the same shape."""
        own = self._own.get(size, [])
        if own and self._rng.random() < OWN_SHARE:
            return self._rng.choice(own)
        shape = self._rng.choice(own) if own and self._rng.random() < OWN_SHARE else None
        if shape is None:
            shape = self.like(self._rng.choice(_SHAPES[size]))
            return replace(shape, measure=self._rng.choice(_MEASURES.get(size, _SMALL_MEASURES)))
        return replace(self.like(shape.text), measure=shape.measure)

    def like(self, text: str) -> Sample:
        """Return a number of the shape of ``text``: other digits, zeros and scales where they were."""
        turned = "".join(str(self._rng.randint(1, 9)) if c in "123456789" else c for c in text)
        value = parse_numeral(turned)
        assert value is not None, "digits in the place of digits make a number"
        return Sample(turned, value)
