"""The words that say how a value is meant, as a learner types them: 超过, 以上, more than, at least, ≥."""

from __future__ import annotations

import re

from reader.chinese.numbers.quantity import Bound

_BEFORE: tuple[tuple[str, Bound], ...] = (
    (
        "不超过|不多于|不大于|不高于|最多|至多|顶多|≤|<=|at most|no more than|not more than|up to|max",
        Bound.AT_MOST,
    ),
    (
        "不少于|不低于|不小于|至少|起码|≥|>=|at least|no less than|not less than|minimum of|min",
        Bound.AT_LEAST,
    ),
    (
        "a bit more than|a bit over|slightly more than|slightly over|just over|a little over",
        Bound.OVER,
    ),
    (
        "超过|超出|突破|多于|大于|高于|超|逾|>|more than|over|above|greater than|exceeding|exceeds",
        Bound.MORE_THAN,
    ),
    ("不足|不到|不满|少于|小于|低于|<|less than|under|below|fewer than", Bound.UNDER),
    ("将近|接近|近|nearly|almost|close to|just under|approaching|not quite", Bound.NEARLY),
    ("大约|大概|大致|约|≈|~|about|around|approximately|approx|roughly|circa|some|c\\.|ca\\.", Bound.ABOUT),
    ("达到|达|恰好|刚好|正好|exactly|reached|reaching|just", Bound.EXACT),
)
_BEHIND: tuple[tuple[str, Bound], ...] = (
    ("及以上|以上|or more|or above|and above|or over|and up|and more|at least|or higher|\\+", Bound.AT_LEAST),
    ("及以下|以下|以内|之内|or less|or fewer|or below|at most|or under", Bound.AT_MOST),
    ("左右|上下|or so|approximately|more or less", Bound.ABOUT),
    ("余|多|有余|odd|plus|a bit more", Bound.OVER),
)
_UNIT = r"[^\W\d_]{0,6}"

NAMES: dict[str, Bound] = {bound.value.replace("_", " "): bound for bound in Bound} | {
    "not included": Bound.MORE_THAN,
    "or more": Bound.AT_LEAST,
    "几": Bound.VAGUE,
    "数": Bound.VAGUE,
    "no bound": Bound.EXACT,
    "none": Bound.EXACT,
    "no": Bound.EXACT,
}
"""Plain names of the bounds, accepted where the bound is asked for."""


def take_bound(text: str, *, behind: bool = False) -> tuple[Bound | None, str]:
    """Take a bound word off ``text`` and return what it means and the rest; None where there is no such word.

    With ``behind`` the text is what stands behind a number; otherwise words before, behind and inside
    the figure (30余万) are all found.
    """
    if behind:
        return _take_behind(text)
    for words, bound in _BEFORE:
        if found := re.match(rf"(?:{words})(?![a-z])\s*(?:of\s+)?(?=.)", text):
            return bound, text[found.end() :]
    # A bound inside the figure: 30余万, 二十多个, 5000多亩.
    inner = re.match(r"(.*[\d零一二三四五六七八九十百千万亿两])\s*(?:余|多|来)\s*(.*)$", text)
    if inner and not re.search("以|过", inner[1]):
        return Bound.OVER, inner[1] + inner[2]
    for words, bound in _BEHIND[:3]:
        if found := re.match(rf"(.*\S)\s*(?:{words})\s*({_UNIT})$", text):
            return bound, found[1] + found[2]
    return None, text


def _take_behind(text: str) -> tuple[Bound | None, str]:
    for words, bound in _BEHIND:
        if found := re.match(rf"(?:{words})(?![a-z])\s*", text):
            return bound, text[found.end() :]
        if found := re.match(rf"(.*\S)\s*(?:{words})$", text):
            return bound, found[1]
    return None, text


def read_bound(text: str) -> Bound | None:
    """Read an answer to "which bound?": 余, 超过, more than, ``>``, 以上, exact; a figure may come along."""
    plain = " ".join(text.lower().split())
    if plain in NAMES:
        return NAMES[plain]
    for words, bound in _BEFORE + _BEHIND:
        if re.fullmatch(rf"(?:{words})", plain):
            return bound
    if plain in ("来", "略多", "a little more"):
        return Bound.OVER
    return take_bound(plain)[0]
