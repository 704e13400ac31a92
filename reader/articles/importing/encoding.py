"""Bytes of a Chinese text -> its characters, and the encoding they were in, known or guessed.

Two encodings often both fit the same bytes; the one whose characters are everyday ones is meant. The
measure is the learner's own syllabus, so that even two characters are told apart.
"""

from __future__ import annotations

import codecs
import contextlib
from dataclasses import dataclass

from reader.errors import TextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_GUESSED = (
    ("gb18030", "GB18030"),
    ("big5hkscs", "Big5"),
    ("cp950", "Big5"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
)
#: So many characters are enough to tell encodings apart.
_SAMPLE = 4000
_LEAST_SCORE = 0.45
_SURE_SCORE = 0.8
#: A text may hold a few spoilt bytes; more, and it is no text.
_MOST_SPOILT = 0.02
_LEVEL_SCORES = (0.0, 1.0, 1.0, 0.95, 0.9, 0.85, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the ``encoding`` it was in, whether that is a guess, and how many bytes were spoilt."""

    text: str
    encoding: str
    is_guess: bool = False
    spoilt: int = 0


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes.

    Raises:
        TextError: they are no text in any encoding that Chinese is written in.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _forgiving(data, codec, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    return _utf16(data) or _checked(Decoded(text, "UTF-8"))


def _utf16(data: bytes) -> Decoded | None:
    """Take for UTF-16 what fits UTF-8 as well: letters with NULs between them, or everyday hanzi."""
    if not data.isascii():
        return None
    found = _best(data, _GUESSED[-2:])
    is_sure = found is not None and found[0] >= (_LEAST_SCORE if b"\0" in data[:_SAMPLE] else _SURE_SCORE)
    return Decoded(found[1], found[2], is_guess=True) if found and is_sure else None


def _guessed(data: bytes) -> Decoded:
    broken = _broken_utf8(data)
    if broken is not None:
        return broken
    for cut in (0, 1):
        # A text may be cut in the middle of its last character.
        found = _best(data[: len(data) - cut], _GUESSED)
        if found is not None:
            return _checked(Decoded(found[1], found[2], is_guess=True, spoilt=cut))
    spoilt = [_forgiving(data, codec, name) for codec, name in _GUESSED[:2]]
    likeliest = max(spoilt, key=lambda decoded: _score(decoded.text))
    if likeliest.spoilt > _MOST_SPOILT * len(data) or _score(likeliest.text) < _LEAST_SCORE:
        raise TextError(
            "It isn't text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8 text and import that."
        )
    return Decoded(likeliest.text, likeliest.encoding, True, likeliest.spoilt)


def _broken_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few spoilt bytes: a text cut in the middle of a character."""
    for cut in (1, 2, 3):
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(data[:-cut].decode("utf-8"), "UTF-8", spoilt=1)
    decoded = _forgiving(data, "utf-8", "UTF-8")
    several = sum(byte >= 0xC0 for byte in data[:_SAMPLE])
    if decoded.spoilt <= max(1, _MOST_SPOILT * several) and several > 3 * decoded.spoilt:
        return decoded
    return None


def _forgiving(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    spoilt = text.count("\ufffd")
    return Decoded(text.replace("\ufffd", ""), name, spoilt=spoilt)


def _best(data: bytes, codecs_: tuple[tuple[str, str], ...]) -> tuple[float, str, str] | None:
    """Return score, text and encoding of the likeliest reading, None where none is likely."""
    found: list[tuple[float, str, str]] = []
    for codec, name in codecs_:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        found.append((_score(text), text, name))
    likeliest = max(found, key=lambda one: one[0], default=None)
    return likeliest if likeliest and likeliest[0] >= _LEAST_SCORE else None


def _score(text: str) -> float:
    """Return how much a text looks like everyday Chinese, 0 to 1."""
    from reader.chinese.hsk import level
    from reader.chinese.script import simplify

    got = most = 0.0
    for character in simplify(text[:_SAMPLE]):
        if character.isascii():
            weight, score = 0.2, 0.2 if character.isprintable() or character in "\n\r\t" else -2.0
        elif "\u4e00" <= character <= "\u9fff":
            weight, score = 1.0, _LEVEL_SCORES[level(character) or 0]
        else:
            weight, score = 1.0, 0.8 if _is_mark(character) else 0.0
        got, most = got + score, most + weight
    return got / most if most else 0.0


def _is_mark(character: str) -> bool:
    return character in "“”‘’—…·" or "\u3000" <= character <= "\u3011" or "\uff01" <= character <= "\uff5e"


def _checked(decoded: Decoded) -> Decoded:
    """Refuse what decodes but is no text: control characters by the dozen.

    Raises:
        TextError: it is binary.
    """
    sample = decoded.text[:_SAMPLE]
    controls = sum((c < " " and c not in "\n\r\t\f\x1b") or c == "\x7f" for c in sample)
    if controls > 0.05 * len(sample) or (len(sample) < 200 and "\0" in sample):
        raise TextError(
            "It isn't text: it is full of control characters. Texts, Markdown, web pages (HTML), EPUB books "
            "and subtitles can be imported."
        )
    return decoded
