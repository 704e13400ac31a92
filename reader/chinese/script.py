"""Simplified and traditional: turning the words of an annotated text. The only door to opencc.

Each token is turned by itself, so that spans and cursors survive. The dictionary's own form of the
entry meant comes first (头发 is 頭髮 because fà is), opencc's for what the dictionary lacks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from reader.chinese.dictionary import Dictionary
from reader.chinese.token import Kind, Token
from reader.text import is_han

ScriptName = Literal["simplified", "traditional"]

# Characters with two traditional forms that stay as they are in names: 泊里 is no 泊裏, 范 no 範.
_KEPT_IN_NAMES = frozenset("里后范余谷沈姜岳涂曲卜郁松千斗于朱郭冲")
_TRADITIONAL_SHARE = 0.05
_LOOKED_AT = 5000
# Common characters of which every longer traditional text holds some, and no simplified one.
_SIGNS = re.compile(
    "[這個們國來時會說對為過後學還開長問間東車電話見現發點動場業實經無當進產體與頭從應關將區給樣種機並條題讓當"
    "書張買賣錢飯鐘氣風麼嗎幾隻雙聽寫讀認識親愛師歲陽陰鄉鎮縣廣義務員團隊組織聯綜]"
)


class Script:
    """Turns tokens into the other script. ``keep`` gives words (names of a glossary) their own form."""

    def __init__(self, dictionary: Dictionary, keep: Mapping[str, str] | None = None) -> None:
        self._dictionary = dictionary
        self._keep = dict(keep or {})
        self._turned: dict[tuple[str, tuple[str, ...], Kind, str], str] = {}

    def to_traditional(self, token: Token) -> str:
        """Return a token's surface in traditional characters."""
        return self._turn(token, "traditional")

    def to_simplified(self, token: Token) -> str:
        """Return a token's surface in simplified characters."""
        return self._turn(token, "simplified")

    def _turn(self, token: Token, script: ScriptName) -> str:
        if not any(map(is_han, token.surface)):
            return token.surface
        key = (token.surface, token.syllables, token.kind, script)
        found = self._turned.get(key)
        if found is None:
            found = self._work_out(token, script)
            if script == "traditional":
                found = found.replace("裏", "裡")  # dictionary and opencc mix the two
            self._turned[key] = found
        return found

    def _work_out(self, token: Token, script: ScriptName) -> str:
        surface = token.surface
        if surface in self._keep:
            return self._keep[surface]
        is_name = token.kind is Kind.NAME
        if token.kind is not Kind.FIGURE:
            entry = self._dictionary.meant(surface, token.syllables, name=is_name)
            if entry is not None and (script == "simplified" or entry.simplified == surface):
                return entry.simplified if script == "simplified" else entry.traditional
        turned: str = _converter(script).convert(surface)
        if is_name and script == "traditional" and len(turned) == len(surface):
            return "".join(
                old if old in _KEPT_IN_NAMES else new for old, new in zip(surface, turned, strict=True)
            )
        return turned


def is_traditional(text: str) -> bool:
    """Tell whether a text is written in traditional characters (by its first thousands of characters)."""
    text = text[:_LOOKED_AT]
    return _share(text, simplify(text)) > _TRADITIONAL_SHARE


def holds_traditional(text: str) -> bool:
    """Tell whether a paragraph of a text, or more, is written in traditional characters."""
    return is_traditional(text) or (
        _SIGNS.search(text) is not None and any(map(is_traditional, text.split("\n")))
    )


def twin_of(text: str) -> str:
    """Return a text with its traditional paragraphs in simplified characters, a character for a character.

    An article may quote another one: each paragraph is told by itself.
    """
    is_whole = is_traditional(text)
    if not is_whole and _SIGNS.search(text) is None:
        return text
    return "\n".join(
        simplify(line) if is_whole or is_traditional(line) else line for line in text.split("\n")
    )


def simplify(text: str) -> str:
    """Return ``text`` in simplified characters, a character for a character."""
    turned: str = _converter("simplified").convert(text)
    return turned if len(turned) == len(text) else text


def in_script(text: str, name: ScriptName) -> str:
    """Return loose words in a script, by opencc alone; they may get longer or shorter."""
    turned: str = _converter(name).convert(text)
    return turned.replace("裏", "裡") if name == "traditional" else turned


def _share(text: str, turned: str) -> float:
    changed = sum(1 for old, new in zip(text, turned, strict=False) if old != new)
    return changed / max(1, sum(map(is_han, text)))


@lru_cache(maxsize=2)
def _converter(script: ScriptName) -> Any:
    from opencc import OpenCC

    return OpenCC("t2s" if script == "simplified" else "s2t")
