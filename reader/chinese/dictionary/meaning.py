"""Which sense of a word is meant: by its part of speech where it stands, and by how common each sense is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.chinese.dictionary.forms import (
    ADJECTIVE,
    ADVERB,
    MEASURE,
    NOUN,
    OTHER,
    PREPOSITION,
    VERB,
    part_of_speech,
    remoteness,
)
from reader.chinese.dictionary.senses import only_points, short
from reader.chinese.dictionary.topics import cues_of
from reader.chinese.dictionary.usual import usual_senses
from reader.chinese.token import Entry

# What jieba's flag of a word says of its part of speech, whatever the text around it.
_FLAGS = {
    "v": (VERB,),
    "vn": (VERB, NOUN),
    "n": (NOUN,),
    "an": (NOUN, ADJECTIVE),
    "a": (ADJECTIVE,),
    "ad": (ADVERB, ADJECTIVE),
    "d": (ADVERB,),
    "p": (PREPOSITION,),
    "q": (MEASURE,),
    "b": (ADJECTIVE,),
    "z": (ADJECTIVE,),
    "t": (NOUN,),
    "s": (NOUN,),
    "f": (NOUN,),
}
_FLAGGED = 0.7
_FIRST = 1.0
_LATER = 0.35
_MOST_LATER = 4
_CUED = 3.0
_LISTED = 0.8
_OTHER_ENTRY = 0.7
_ON_TOPIC = 1.2
_MOST_TOPICAL = 3
_ASIDES = ("Taiwan pr.", "also pr.", "(Taiwan pr.", "(also pr.")


class Option(NamedTuple):
    """One sense as a gloss: its part of speech, its points before anything is known of the text."""

    gloss: str
    part: str
    points: float
    cues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def all_options(
    entries: Sequence[Entry], flag: str, syllables: tuple[str, ...], *, is_name: bool = False
) -> tuple[Option, ...]:
    """Return the senses of all entries that are read like this, those of the first before the others'.

    松 the pine and 鬆 loose are one word in simplified characters.
    """
    first = options(entries[0], flag, syllables, is_name=is_name)
    if is_name or usual_senses(entries[0].simplified, syllables):
        return first
    held = {option.part for option in first}
    more = [
        option._replace(points=option.points - _OTHER_ENTRY)
        for entry in entries[1:]
        if entry.traditional != entries[0].traditional
        for option in _from_dictionary(entry, flag, held)
    ]
    return tuple(sorted((*first, *more), key=lambda option: -option.points))


def options(
    entry: Entry, flag: str, syllables: tuple[str, ...], *, is_name: bool = False
) -> tuple[Option, ...]:
    """Return the senses of a word that may be meant, one for a part of speech unless cues tell them apart."""
    listed = () if is_name else usual_senses(entry.simplified, syllables)
    found = [
        Option(usual.gloss, usual.part, _prior(place, usual.part, flag) + _LISTED, usual.cues)
        for place, usual in enumerate(listed)
    ]
    held = {usual.part for usual in listed if not usual.cues}
    if not held:
        found += _from_dictionary(entry, flag, held)
    return tuple(sorted(found, key=lambda option: -option.points))


def _from_dictionary(entry: Entry, flag: str, held: set[str]) -> list[Option]:
    best: dict[str, Option] = {}
    topical: list[Option] = []
    told = [sense for sense in entry.senses if not sense.startswith(_ASIDES)]
    telling = [sense for sense in told if not only_points(sense)] or told[:1]
    for place, sense in enumerate(telling):
        part = part_of_speech(sense)
        points = _prior(place, part, flag) - remoteness(sense) - 0.8 * (part == OTHER)
        topics = cues_of(sense) if place else ()
        if part not in held and topics and part != OTHER:
            plain = _prior(place, part, flag) - 0.5 * remoteness(sense)
            topical.append(Option(short(sense), part, plain, topics=topics))
        if part not in held and (part not in best or points > best[part].points):
            best[part] = Option(short(sense), part, points)
    return [*best.values(), *topical[:_MOST_TOPICAL]]


def _prior(place: int, part: str, flag: str) -> float:
    flagged = part in _FLAGS.get(flag, _FLAGS.get(flag[:1], ()))
    return _FIRST - _LATER * min(place, _MOST_LATER) + _FLAGGED * flagged


def choose(found: Sequence[Option], evidence: Mapping[str, float], near: str, wide: str = "") -> str | None:
    """Return the gloss of the likeliest sense; ``near`` is the text around the word, ``wide`` more of it."""
    best, most = None, -100.0
    for option in found:
        points = option.points + evidence.get(option.part, 0.0)
        if option.cues:
            points += _CUED if any(cue in near for cue in option.cues) else -_CUED
        if option.topics:
            points += _ON_TOPIC if any(topic in wide for topic in option.topics) else -_CUED
        if points > most:
            best, most = option.gloss, points
    return best
