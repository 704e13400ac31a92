"""Typing slips of copied Chinese text mended: half-width marks between hanzi, spaces around digits."""

from __future__ import annotations

import re

_IDEOGRAPH = r"\u3400-\u9fff〇"
_HAN = rf"[{_IDEOGRAPH}“”‘’《》（）、。，：；？！…]"
_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&%#_:,;!~+@-]*|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,8}"
)
_HALF_MARK = re.compile(
    rf"(?<={_HAN})[ \t]*([,;?!:])[ \t]*|(?<=[\d%％‰℃℉°㎡A-Za-z])([,;?!:])[ \t]*(?={_HAN})"
)
#: Between figures a comma parts thousands, but not before one, two or four digits: 电话5220-6611,6月25日截止.
_COMMA_OF_FIGURES = re.compile(
    rf"(?<=\d),[ \t]*(?=(?:\d{{1,2}}|\d{{4,12}})(?:\.\d{{1,6}})?[{_IDEOGRAPH}])|(?<=[%％‰℃]),[ \t]*(?=\d)"
)
_BLANK = re.compile(r"[ \t\u3000]")
_HALF = re.compile(r"[,:;?!().]")
_SPACED_DIGITS = (
    re.compile(rf"(?<={_HAN})[ \t\u3000]+(?=[\d０-９])"),
    re.compile(rf"(?<=[\d０-９%％])[ \t\u3000]+(?=[{_IDEOGRAPH}“”《》（）、。，：；？！%％])"),
    re.compile(r"(?<=\d)[ \t]+(?=[%％])"),
)
#: Many printers part thousands by a blank: 6 000多碗; a telephone number's groups stay.
_SPACED_THOUSANDS = re.compile(
    r"(?<![\d.,\-—])(?<!\d[ \u3000])(?<!电话)(?<!热线)(?<!电话[：: ])(?<!热线[：: ])"
    r"([1-9]\d{0,2})((?: \d{3}){1,3})(?![\d\-—]| \d)"
)
_SPACED_MARK = re.compile(r"(?<=[，。、；：？！（《“])[ \t\u3000]+|[ \t\u3000]+(?=[，。、；：？！）》”])")
_BRACKETS = re.compile(rf"\((?=[^()]*[{_IDEOGRAPH}])([^()]*)\)|(?<={_HAN})\(([^()]*)\)")
_LAST_STOP = re.compile(rf"(?<=[{_IDEOGRAPH}])\.(?=[”’\"]?$)", re.MULTILINE)
_STRAIGHT_QUOTES = re.compile(
    rf'(?P<before>[{_IDEOGRAPH}，。：、；？！（])?"(?P<said>[^"\n]*)"(?P<after>{_HAN})?'
)
_SINGLE_QUOTES = re.compile(r"(?<![A-Za-z0-9])'([^'\n]{1,400})'(?![A-Za-z])")


def mend(text: str) -> str:
    """Return a paragraph with its marks full width where they stand among hanzi, digits unspaced.

    Line breaks are not touched, nor are addresses; text without hanzi comes back as it was.
    """
    if not re.search(f"[{_IDEOGRAPH}]", text):
        return text
    pieces, place = [], 0
    for address in _ADDRESS.finditer(text):
        pieces += [_mend(text[place : address.start()]), address[0]]
        place = address.end()
    return _mend_quotes("".join([*pieces, _mend(text[place:])]))


def _mend(text: str) -> str:
    # Most texts are well set: each slip is looked for only where a character of it is there.
    has_blanks = bool(_BLANK.search(text))
    if has_blanks:
        text = _SPACED_THOUSANDS.sub(lambda match: match[1] + match[2].replace(" ", ""), text)
    for pattern in _SPACED_DIGITS if has_blanks else ():
        text = pattern.sub("", text)
    if _HALF.search(text):
        text = _full_width(text)
    text = _SPACED_MARK.sub("", text) if has_blanks else text
    return _LAST_STOP.sub("。", text) if "." in text else text


def _full_width(text: str) -> str:
    text = _COMMA_OF_FIGURES.sub("，", text)
    # A mark that was made full width may stand beside the next: 吗?!
    for _ in range(2):
        text = _HALF_MARK.sub(lambda match: _FULL[match[1] or match[2]], text)
    text = _BRACKETS.sub(lambda match: f"（{match[1] if match[1] is not None else match[2]}）", text)
    return _HALF_MARK.sub(lambda match: _FULL[match[1] or match[2]], text)


def mend_quotes(text: str) -> str:
    """Return a heading with its straight quotes made “ ” and ‘ ’; its other marks stay as they are set."""
    if '"' not in text and "'" not in text:
        return text
    return _SINGLE_QUOTES.sub(_quoted_within, _STRAIGHT_QUOTES.sub(_quoted, text))


def _mend_quotes(text: str) -> str:
    if '"' not in text and "'" not in text:
        return text
    text = mend_quotes(text)
    return _HALF_MARK.sub(lambda match: _FULL[match[1] or match[2]], text)


def _quoted(match: re.Match[str]) -> str:
    before, said, after = match["before"] or "", match["said"], match["after"] or ""
    if before or after or re.search(f"[{_IDEOGRAPH}]", said):
        return f"{before}“{said}”{after}"
    return match[0]


def _quoted_within(match: re.Match[str]) -> str:
    return f"‘{match[1]}’" if re.search(f"[{_IDEOGRAPH}]", match[1]) else match[0]
