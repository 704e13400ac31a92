"""English number words to exact values: ``three hundred billion``, ``2.5m``, ``a third``."""

from __future__ import annotations

import re
from fractions import Fraction

_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"a": 1, "an": 1, "no": 0, "nil": 0}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
} | {"fourty": 40}
SCALES = {
    **dict.fromkeys(("hundred", "hundreds"), 10**2),
    **dict.fromkeys(("dozen", "dozens"), 12),
    **dict.fromkeys(("thousand", "thousands", "k", "thou"), 10**3),
    **dict.fromkeys(("million", "millions", "m", "mn", "mln", "mil", "mio", "mill"), 10**6),
    **dict.fromkeys(("billion", "billions", "b", "bn", "bln", "bil", "bill", "milliard", "milliards"), 10**9),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn", "tr", "tln"), 10**12),
}
"""English scale words and their short forms."""

_PARTS = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters", "fourth", "fourths"), 4),
    **{
        name + s: n
        for n, name in enumerate(["fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 5)
        for s in ("", "s")
    },
    **dict.fromkeys(("hundredth", "hundredths"), 100),
    **dict.fromkeys(("thousandth", "thousandths"), 1000),
}
_TIMES = {
    "once": 1,
    **dict.fromkeys(("twice", "double", "doubled", "twofold"), 2),
    **dict.fromkeys(("thrice", "triple", "tripled", "treble", "trebled", "threefold"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), 4),
    **dict.fromkeys(("quintupled", "fivefold"), 5),
    **dict.fromkeys(("eightfold",), 8),
    **dict.fromkeys(("tenfold",), 10),
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
} | {"eleventh": 11, "twelfth": 12, "twentieth": 20, "thirtieth": 30}
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\.\d+|[a-z]+")


def read_words(text: str) -> tuple[Fraction, str] | None:
    """Read the number at the head of an English phrase; return it and the rest of the phrase.

    ``text`` is lower case with plain digits. Returns None where no number stands at its head.
    """
    # A comma or another mark ends the number: 3,5 is not 3 and 5.
    head = re.match(r"[a-z\d. -]*", text)
    tokens = [(f.group(), f.start(), f.end()) for f in _TOKEN.finditer(head.group() if head else "")]
    if not tokens or text[: tokens[0][1]].strip():
        return None
    reading = _Reading([token for token, _, _ in tokens])
    value = reading.read()
    if value is None:
        return None
    end = tokens[reading.used - 1][2]
    return value, text[end:].strip()


class _Reading:
    """One pass over the tokens; ``used`` counts those that belonged to the number."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.used = 0

    def read(self) -> Fraction | None:
        first = self.tokens[0]
        if first in _TIMES:
            self.used = 1
            return Fraction(_TIMES[first])
        if first in _ORDINALS and first not in ("second",):
            self.used = 1
            return Fraction(_ORDINALS[first])
        return self._sum()

    def _peek(self, ahead: int = 0) -> str:
        at = self.used + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def _sum(self) -> Fraction | None:
        """Add up groups: each a number below a thousand and the scales behind it."""
        total: Fraction | None = None
        while True:
            start = self.used
            if total is not None and self._peek() == "and":
                self.used += 1
            group = self._group()
            if group is None:
                self.used = start
                return total
            total = group if total is None else total + group
            if (
                total is not None
                and self._peek() not in (*_SMALL, *_TENS, "and")
                and not self._peek()[:1].isdigit()
            ):
                return total

    def _group(self) -> Fraction | None:
        value = self._part() or self._small()
        if value is None:
            return None
        if self._peek() == "and" and (half := self._part_behind_and()):
            value += half
        while (scale := SCALES.get(self._peek())) is not None:
            self.used += 1
            value *= scale
            if scale == 100 and (tail := self._below_hundred()) is not None:
                value += tail
        return value

    def _below_hundred(self) -> Fraction | None:
        start = self.used
        if self._peek() == "and":
            self.used += 1
        if self._peek() in _TENS or (self._peek() in _SMALL and self._peek() not in ("a", "an")):
            return self._small()
        self.used = start
        return None

    def _small(self) -> Fraction | None:
        """Read digits, or a number word below a hundred, with ``point`` and its decimals."""
        token = self._peek()
        if token[:1].isdigit() or token.startswith("."):
            self.used += 1
            return Fraction(token if not token.startswith(".") else "0" + token)
        if token == "point":
            return self._decimals() or None
        if token in SCALES and len(token) > 3 and self.used == 0:
            return Fraction(1)
        if token in _TENS:
            self.used += 1
            value = Fraction(_TENS[token])
            if 0 < _SMALL.get(self._peek(), 0) < 10 and self._peek() not in ("a", "an"):
                value += _SMALL[self._peek()]
                self.used += 1
        elif token in _SMALL:
            self.used += 1
            value = Fraction(_SMALL[token])
        else:
            return None
        return value + self._decimals()

    def _decimals(self) -> Fraction:
        if self._peek() != "point" or self._peek(1) not in _SMALL:
            return Fraction(0)
        self.used += 1
        value, place = Fraction(0), Fraction(1, 10)
        while 0 <= _SMALL.get(self._peek(), -1) < 10 and self._peek() not in ("a", "an"):
            value += _SMALL[self._peek()] * place
            place /= 10
            self.used += 1
        return value

    def _part(self) -> Fraction | None:
        """Read ``half``, ``a third``, ``two thirds``, ``three quarters``, and ``half a`` before a scale."""
        start = self.used
        if self._peek() in ("half", "quarter"):
            value = Fraction(1, _PARTS[self._peek()])
            self.used += 1
        else:
            top = self._small()
            if top is None or self._peek() not in _PARTS:
                self.used = start
                return None
            value = top / _PARTS[self._peek()]
            self.used += 1
        if self._peek() == "of":
            self.used += 1
        if self._peek() in ("a", "an") and self._peek(1) in SCALES:
            self.used += 1
        return value

    def _part_behind_and(self) -> Fraction | None:
        start = self.used
        self.used += 1
        if self._peek() in ("a", "an", "one", "half", "three", "two") and (part := self._part()) and part < 1:
            return part
        self.used = start
        return None
