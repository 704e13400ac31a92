"""How names are read: surnames in their own reading, each part of a name with a capital."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.chinese.pinyin.defaults import DOUBLE_SURNAMES, IN_NAMES, PLACE_KINDS, SURNAMES
from reader.chinese.pinyin.syllable import render
from reader.chinese.token import Entry, Source

Alone = Callable[[str], tuple[str, bool]]
"""The reading of a character by itself, and whether it is sure."""
Lookup = Callable[[str], Sequence[Entry]]
"""Gives the entries of a headword."""
NameReading = tuple[tuple[str, ...], Source, bool, str]
"""Syllables, source, sureness and pinyin."""
_FOREIGN = frozenset("斯尔特克夫拉勒洛弗布普姆什顿茨赫卢埃奥萨蒂")
_IN_PLACES = frozenset("府郡城宫宮关關站港")
_OF_PLACES = _IN_PLACES | frozenset("国國族军軍道语語人话話")


def read_name(text: str, entries: Sequence[Entry], alone: Alone, lookup: Lookup) -> NameReading:
    """Return syllables, source, sureness and pinyin of a name: the dictionary's, or by its parts."""
    if text in SURNAMES:
        return (SURNAMES[text],), Source.RULE, True, render((SURNAMES[text],), name=True)
    named = _entry_of_name(text, entries)
    if named:
        return _syllables(named), Source.DICTIONARY, True, named.pinyin
    if "·" in text or "•" in text:
        return _read_foreign(text, alone)
    surname = _surname_length(text)
    is_place = text[-1] in PLACE_KINDS or _is_of_place(text, lookup) or _sounds_foreign(text)
    if surname and len(text) <= surname + 2 and not is_place:
        return _read_person(text, surname, alone, lookup)
    return _read_place(text, alone, lookup)


def _is_of_place(text: str, lookup: Lookup) -> bool:
    """Tell whether a name is a place's and what is there: 宁波府, 安阳城."""
    place = text[:-1]
    return len(place) > 1 and text[-1] in _OF_PLACES and _entry_of_name(place, lookup(place)) is not None


def surname_reading(character: str, lookup: Lookup) -> str | None:
    """The reading of a character as a surname: 冯 féng, 贾 jiǎ, 肖 xiāo; None if it is none."""
    if character in SURNAMES:
        return SURNAMES[character]
    for entry in lookup(character):
        if entry.senses and entry.senses[0].startswith("surname ") and len(entry.syllables) == 1:
            return entry.syllables[0].lower()
    return None


def _entry_of_name(text: str, entries: Sequence[Entry]) -> Entry | None:
    fitting = (entry for entry in entries if entry.syllables[0][:1].isupper())
    return next((entry for entry in fitting if len(entry.syllables) == len(text)), None)


def _syllables(entry: Entry) -> tuple[str, ...]:
    return tuple(syllable.lower() for syllable in entry.syllables)


def _in_name(character: str, alone: Alone) -> tuple[str, bool]:
    """The reading of a character inside a name, where 宁 is níng and 地 is dì, and whether it is sure."""
    usual = IN_NAMES.get(character)
    return (usual, True) if usual else alone(character)


def _read_foreign(text: str, alone: Alone) -> NameReading:
    """马克·吐温 Mǎkè·Tǔwēn: each part with its capital."""
    syllables = tuple(_in_name(character, alone)[0] for character in text)
    written = []
    start = 0
    for part in re.split("[·•・‧]", text):
        written.append(render([s for s in syllables[start : start + len(part)] if s], name=True))
        start += len(part) + 1
    return syllables, Source.RULE, True, "·".join(written)


def _sounds_foreign(text: str) -> bool:
    """Tell whether a name that could begin with a surname is a foreigner's: 马修斯, not 马修文 or 马克勤."""
    from reader.chinese import names

    return len(text) > 2 and names.SOUNDS.issuperset(text) and not _FOREIGN.isdisjoint(text[1:])


def _surname_length(text: str) -> int:
    from reader.chinese import names

    if text[:2] in DOUBLE_SURNAMES and len(text) > 2:
        return 2
    return 1 if len(text) > 1 and text[0] in names.SURNAMES else 0


def _read_person(text: str, surname: int, alone: Alone, lookup: Lookup) -> NameReading:
    parts = [_in_name(character, alone) for character in text[:surname]]
    parts += _given(text[surname:], alone, lookup)
    syllables = [reading for reading, _ in parts]
    if surname == 2 and DOUBLE_SURNAMES[text[:2]]:
        syllables[:2] = DOUBLE_SURNAMES[text[:2]]
    elif surname == 1:
        syllables[0] = surname_reading(text[0], lookup) or syllables[0]
    written = f"{render(syllables[:surname], name=True)} {render(syllables[surname:], name=True)}"
    return tuple(syllables), Source.RULE, all(sure for _, sure in parts[surname:]), written


def _given(text: str, alone: Alone, lookup: Lookup) -> list[tuple[str, bool]]:
    """The readings of a given name, which may be a word: 重光 chóngguāng, 得志 dézhì, (王)相公 xiànggōng."""
    apart = [_in_name(character, alone) for character in text]
    words = {_syllables(entry) for entry in lookup(text) if len(entry.syllables) == len(text)}
    if len(text) == 1 or len(words) != 1:
        return apart
    return [
        (syllable, True) if syllable[-1] != "5" else by_itself
        for syllable, by_itself in zip(words.pop(), apart, strict=True)
    ]


def _read_place(text: str, alone: Alone, lookup: Lookup) -> NameReading:
    """厦门港 Xiàmén Gǎng: what the dictionary knows as a name at its beginning, then its characters."""
    beginnings = (text[:length] for length in range(len(text) - 1, 1, -1))
    known = next(filter(None, (_entry_of_name(one, lookup(one)) for one in beginnings)), None)
    begun = _syllables(known) if known else ()
    parts = [_in_name(character, alone) for character in text[len(begun) :]]
    syllables = [*begun, *(reading for reading, _ in parts)]
    kind = PLACE_KINDS.get(text[-1]) if len(text) > 2 else None
    if kind is None and known and len(text) == len(begun) + 1 and text[-1] in _IN_PLACES:
        kind = syllables[-1]
    if kind is None:
        return tuple(syllables), Source.GUESS, all(sure for _, sure in parts), render(syllables, name=True)
    syllables[-1] = kind
    written = f"{render(syllables[:-1], name=True)} {render([kind], name=True)}"
    return tuple(syllables), Source.GUESS, all(sure for _, sure in parts[:-1]), written
