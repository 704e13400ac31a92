"""How names are read: surnames in their own reading, each part of a name with a capital."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.chinese.pinyin.defaults import DOUBLE_SURNAMES, PLACE_KINDS, SURNAMES
from reader.chinese.pinyin.syllable import render
from reader.chinese.token import Entry, Source

Alone = Callable[[str], tuple[str, bool]]
"""The reading of a character by itself, and whether it is sure."""


def read_name(text: str, entries: Sequence[Entry], alone: Alone) -> tuple[tuple[str, ...], Source, bool, str]:
    """Return syllables, source, sureness and pinyin of a name: the dictionary's, or by its parts."""
    if text in SURNAMES:
        return (SURNAMES[text],), Source.RULE, True, render((SURNAMES[text],), name=True)
    for entry in entries:
        if entry.syllables[0][:1].isupper() and len(entry.syllables) == len(text):
            return (
                tuple(syllable.lower() for syllable in entry.syllables),
                Source.DICTIONARY,
                True,
                entry.pinyin,
            )
    if "·" in text or "•" in text:
        return _read_foreign(text, alone)
    surname = _surname_length(text)
    if surname and len(text) <= surname + 2 and text[-1] not in PLACE_KINDS:
        return _read_person(text, surname, alone)
    return _read_place(text, alone)


def _read_foreign(text: str, alone: Alone) -> tuple[tuple[str, ...], Source, bool, str]:
    """马克·吐温 Mǎkè·Tǔwēn: each part with its capital."""
    syllables = tuple(alone(character)[0] for character in text)
    written = []
    start = 0
    for part in re.split("[·•・‧]", text):
        written.append(render([s for s in syllables[start : start + len(part)] if s], name=True))
        start += len(part) + 1
    return syllables, Source.RULE, True, "·".join(written)


def _surname_length(text: str) -> int:
    from reader.chinese import names

    if text[:2] in DOUBLE_SURNAMES and len(text) > 2:
        return 2
    return 1 if len(text) > 1 and text[0] in names.SURNAMES else 0


def _read_person(text: str, surname: int, alone: Alone) -> tuple[tuple[str, ...], Source, bool, str]:
    parts = [alone(character) for character in text]
    syllables = [reading for reading, _ in parts]
    if surname == 2 and DOUBLE_SURNAMES[text[:2]]:
        syllables[:2] = DOUBLE_SURNAMES[text[:2]]
    elif surname == 1:
        syllables[0] = SURNAMES.get(text[0], syllables[0])
    written = f"{render(syllables[:surname], name=True)} {render(syllables[surname:], name=True)}"
    return tuple(syllables), Source.RULE, all(sure for _, sure in parts[surname:]), written


def _read_place(text: str, alone: Alone) -> tuple[tuple[str, ...], Source, bool, str]:
    parts = [alone(character) for character in text]
    syllables = [reading for reading, _ in parts]
    sure = all(sure for _, sure in parts)
    kind = PLACE_KINDS.get(text[-1]) if len(text) > 2 else None
    if kind is None:
        return tuple(syllables), Source.GUESS, sure, render(syllables, name=True)
    syllables[-1] = kind
    written = f"{render(syllables[:-1], name=True)} {render([kind], name=True)}"
    return tuple(syllables), Source.GUESS, sure, written
