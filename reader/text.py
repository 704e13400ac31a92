"""The border of the program: text from outside becomes clean NFC text here, typed answers NFKC."""

from __future__ import annotations

import re
import unicodedata

# Controls that a terminal would obey, invisible format characters and bidi tricks; newline and tab stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# Orders to a terminal, whole: with their ESC gone, colours and clipboard writes would leave letters behind.
_ORDERS = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]+[0-~]|\x1b\\][0-9]*;?|\x1b[0-Z\\\\^-~]"
)
_LINE_ENDS = ("\r\n", "\r", "\u0085", "\u2028", "\u2029")


def clean_text(text: str) -> str:
    """Return ``text`` in NFC, line ends as ``\\n``.

    Orders to a terminal, control, bidi and surrogate characters are left out.
    """
    if "\x1b" in text or "\x9b" in text or "\x9d" in text:
        text = _ORDERS.sub("", text)
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    lines = _UNSAFE.sub("", text).split("\n")
    # Line by line: a line that is NFC already costs next to nothing, and nothing composes over a line's end.
    return "\n".join([unicodedata.normalize("NFC", line) for line in lines])


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line: for titles, file names, dictionary senses."""
    return " ".join(clean_text(text).split())


def clean_answer(text: str) -> str:
    """Return a typed answer in NFKC (full-width digits become plain), trimmed, on one line."""
    return clean_line(unicodedata.normalize("NFKC", clean_text(text)))


def is_han(character: str) -> bool:
    """Tell whether one character is a Chinese character (the unified ideographs and 〇)."""
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or code == 0x3007
        or 0x20000 <= code <= 0x323AF
        or 0xF900 <= code <= 0xFAFF
    )


_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3007\uf900-\ufaff\U00020000-\U000323af]+")


def count_han(text: str) -> int:
    """Return how many Chinese characters a text holds; many times faster than asking one by one."""
    return sum(map(len, _HAN_RUN.findall(text)))
