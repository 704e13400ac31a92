"""Typing slips of copied Chinese text mended: half-width marks between hanzi, spaces around digits."""

from __future__ import annotations

import re

_HAN = r"[\u3400-\u9fff〇“”‘’《》（）、。，：；？！]"
_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_HALF_MARK = re.compile(rf"(?<={_HAN})([,;?!:])|(?<=[\d%％])([,;?!])(?={_HAN})")
_SPACED_DIGITS = (
    re.compile(rf"(?<={_HAN})[ \t]+(?=[\d０-９])"),
    re.compile(rf"(?<=[\d０-９%％])[ \t]+(?={_HAN})"),
)
_BRACKETS = re.compile(rf"\((?=[^()]*{_HAN})([^()]*)\)")
_STRAIGHT_QUOTES = re.compile(r'"([^"\n]*)"')


def mend(text: str) -> str:
    """Return a paragraph with its marks full width where they stand among hanzi, digits unspaced.

    Line breaks are not touched; text without hanzi comes back as it was.
    """
    for pattern in _SPACED_DIGITS:
        text = pattern.sub("", text)
    text = _HALF_MARK.sub(lambda match: _FULL[match[1] or match[2]], text)
    text = _BRACKETS.sub(r"（\1）", text)
    return _STRAIGHT_QUOTES.sub(_quoted, text)


def _quoted(match: re.Match[str]) -> str:
    return f"“{match[1]}”" if re.search(_HAN, match[1]) else match[0]
