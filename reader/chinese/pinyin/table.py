"""The syllables of Standard Chinese, written down by initial: what can be said at all."""

from __future__ import annotations

from functools import cache

_FINALS_BY_INITIAL = {
    "": "a ai an ang ao e ei en eng er o ou ê yo ya ye yao you yan yin yang ying yong yi yai yu yue yuan yun "
    "wu wa wo wai wei wan wen wang weng",
    "b": "a ai an ang ao ei en eng i ia ian iang iao ie in ing o u iu",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ing ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
}

# Interjections without a vowel; they only ever stand alone.
SYLLABIC = frozenset({"m", "n", "ng", "hm", "hng"})

LONGEST = 6  # letters of "zhuang"


@cache
def syllables() -> frozenset[str]:
    """Return all syllables that have a vowel, without tone, ü as ``ü`` (about 420)."""
    return frozenset(
        initial + final for initial, finals in _FINALS_BY_INITIAL.items() for final in finals.split()
    )


def is_syllable(letters: str) -> bool:
    """Tell whether lower-case ``letters`` are a syllable without tone, erhua ``r`` and ``ng`` included."""
    return letters in syllables() or letters in SYLLABIC or letters == "r"
