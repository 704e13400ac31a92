"""Signs around a printed figure: ≤68dB, >90分, 2000+, ￥1,299."""

from __future__ import annotations

import re

from reader.chinese.numbers.quantity import Bound
from reader.chinese.numbers.units import canonical

# An arrow (->3) and a tag (<b>3) are no bounds.
_BEFORE = re.compile(
    "(?<![-=<>＜＞a-z/])(?:(?P<at_most>≤|≦|⩽|<=)|(?P<at_least>≥|≧|⩾|>=)|(?P<under>[<＜﹤])|"
    "(?P<more_than>[>＞﹥])|(?P<about>[≈≒]))[ \u00a0]?$"
)
_BEHIND = re.compile(r"[+＋](?![ ]?[0-9０-９A-Za-z])")  # 2000+, but 1+1 and 1+X
# NT$ and A$ are other people's dollars.
_MONEY = re.compile(
    "((?<![A-Za-z])(?:US|HK)?[$＄]|[¥￥€£]|(?<![A-Za-z])(?:RMB|CNY|USD|HKD|EUR|GBP|JPY))[ \u00a0]?$"
)


def sign_before(text: str, start: int) -> tuple[Bound, int] | None:
    """Return the bound that a sign before the printed figure at ``start`` sets, and where the sign stands."""
    found = _BEFORE.search(text[max(0, start - 4) : start])
    if found is None or found.lastgroup is None:
        return None
    return Bound(found.lastgroup), start - len(found.group())


def sign_behind(text: str, end: int) -> tuple[Bound, int] | None:
    """Return the bound that a plus behind a printed figure sets, and where it ends."""
    found = _BEHIND.match(text, end)
    return (Bound.AT_LEAST, found.end()) if found else None


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit (元, 美元) whose sign stands before the figure at ``start``, and where the sign is."""
    found = _MONEY.search(text[max(0, start - 4) : start])
    if found is None:
        return None
    sign = found[1].lower().replace("＄", "$").replace("￥", "¥")
    return canonical(sign), start - len(found.group())
