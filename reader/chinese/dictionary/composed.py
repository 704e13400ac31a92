"""The gloss of a word that no dictionary has, from its parts: 新能源 new + energy, 坐不下 cannot sit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.chinese.affixes import PREFIXES, SUFFIXES, is_one_by_one, is_potential, is_side_by_side, structure
from reader.chinese.dictionary.forms import ADJECTIVE, NOUN, VERB
from reader.chinese.dictionary.meaning import options
from reader.chinese.dictionary.usual import usual_senses
from reader.chinese.token import Entry

Lookup = Callable[[str], Sequence[Entry]]
"""Gives the entries of a headword, simplified or traditional, the common ones first."""


def composed_gloss(word: str, lookup: Lookup) -> str | None:
    """Return what the parts of a word that is built by rule say together, None if it is not built so."""
    listed = usual_senses(word, ())
    if listed:
        return listed[0].gloss
    parts = structure(word, lambda part: bool(lookup(part)))
    if parts is None:
        return None
    if is_potential(word):
        return _potential(word, lookup)
    if is_side_by_side(word):
        told = _gloss(word[0], lookup, NOUN)
        return told and f"{told} by {told}"
    if is_one_by_one(word):
        return "one after another"
    if len(parts) == 1:
        return _gloss(parts[0], lookup, VERB if len(word) == 3 else ADJECTIVE)
    return _affixed(parts, lookup)


def spelt_out(word: str, lookup: Lookup) -> str:
    """Return the glosses of a word's characters side by side: 大桥 big + bridge."""
    return " + ".join(filter(None, (_gloss(character, lookup, NOUN) for character in word)))


def _affixed(parts: Sequence[str], lookup: Lookup) -> str | None:
    first, second = parts
    left = PREFIXES[first] if len(first) == 1 else _gloss(first, lookup, NOUN)
    right = SUFFIXES[second] if len(second) == 1 else _gloss(second, lookup, NOUN)
    if not left or not right:
        return None
    return f"{left.removeprefix('to ')} + {right.removeprefix('to ')}"


def _potential(word: str, lookup: Lookup) -> str | None:
    verb = _gloss(word[0], lookup, VERB)
    if not verb:
        return None
    verb = verb if verb.startswith("to ") else f"be {verb}"
    return f"{'cannot' if word[1] == '不' else 'can'} {verb.removeprefix('to ').removesuffix(' to')}"


def _gloss(word: str, lookup: Lookup, part: str) -> str | None:
    entries = lookup(word)
    if not entries:
        return None
    found = options(entries[0], part, entries[0].syllables)
    fitting = [option for option in found if option.part == part and not option.cues]
    # One meaning of each part is enough: 坐不下 cannot sit, not cannot sit; to go by (bus, train).
    return (fitting or found)[0].gloss.split("; ")[0] if found else None
