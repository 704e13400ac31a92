"""Senses: the English of an entry, cleaned for reading, with what it refers to and its measure words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Render = Callable[[tuple[str, ...]], str]

# 個|个[ge4], 件[jian4], 北京大學|北京大学: hanzi with its simplified form and its pinyin, either missing.
_HAN = (
    "[㐀-\u9fff\uf900-\ufaff〇\U00020000-\U000323af0-9A-Za-zα-ωΑ-Ω，·]*[㐀-\u9fff〇\U00020000-\U000323af]"
    "[^\\s|\\[\\]/(),;]*"
)
_MENTION = re.compile(rf"(?:({_HAN})\|)?({_HAN})?\[([A-Za-züα-ωΑ-Ω: 0-9,·]+)\]|({_HAN})\|({_HAN})")
_MEASURES = re.compile(r"\s*\(?\bCL:((?:[^\[\]/()]*\[[^\]]*\],?)+)\)?")
_REFERENCE = re.compile(
    r"^(?:\([^)]*\) )*(?P<how>(?:[\w-]+ ){0,2}variant of|see also|see|same as|abbr\. for|also written|"
    r"abbr\. of|short for|contraction of)\s"
    rf"(?:(?P<traditional>{_HAN})\|)?(?P<simplified>{_HAN})(?:\[(?P<syllables>[^\]]+)\])?(?P<rest>.*)$"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """``variant of 瞭|了[liao3]``: how, and which headword. ``syllables`` are empty where none are given.

    ``alone`` tells that the sense says nothing else.
    """

    how: str
    word: str
    syllables: tuple[str, ...]
    alone: bool


def split_syllables(pinyin: str) -> tuple[str, ...]:
    """Return ``"nu:3 er2"`` as ``("nü3", "er2")``; neutral tones are 5."""
    return tuple(pinyin.replace("u:", "ü").replace("U:", "Ü").split())


def find_reference(sense: str) -> Reference | None:
    """Return what an uncleaned sense refers to, None if it is a sense of its own."""
    # Nearly all senses are plain English, told at once from those that name a Chinese word.
    found = None if sense.isascii() else _REFERENCE.match(sense)
    if found is None:
        return None
    return Reference(
        found["how"],
        found["simplified"],
        split_syllables(found["syllables"] or ""),
        alone=not found["rest"].strip(" .)"),
    )


def only_points(sense: str) -> bool:
    """Tell whether a cleaned sense (``variant of 玩意 wányì``) says nothing but where else to look."""
    found = _REFERENCE.match(sense)
    return found is not None and not set(found["rest"]) & set(",;(:")


def find_measures(senses: str, render: Render) -> tuple[tuple[str, str], ...]:
    """Return the measure words of a record's senses as (hanzi, pinyin with marks)."""
    if "CL:" not in senses:
        return ()
    found: dict[tuple[str, str], None] = {}
    for group in _MEASURES.finditer(senses):
        for mention in _MENTION.finditer(group[1]):
            word = mention[2] or mention[5] or ""
            if word:
                found[word, render(split_syllables(mention[3] or ""))] = None
    return tuple(found)


def split_senses(senses: str) -> tuple[str, ...]:
    """Return a record's senses one by one, uncleaned, without the measure words."""
    if "CL:" in senses:
        senses = _MEASURES.sub("", senses)
    return tuple(sense for part in senses.split("/") if (sense := part.strip()))


def clean_sense(sense: str, render: Render) -> str:
    """Return a sense for reading: ``個|个[ge4]`` as ``个 gè``, bare ``[di4]`` as ``dì``."""
    if "[" not in sense and "|" not in sense:
        return sense

    def mend(mention: re.Match[str]) -> str:
        word = mention[2] or mention[5] or ""
        pinyin = render(split_syllables(mention[3])) if mention[3] else ""
        return f"{word} {pinyin}".strip()

    return _MENTION.sub(mend, sense)


_ASIDE = re.compile(r"^(?:\([^()]*\)\s*)+(?=\S)")
_PURE_ASIDE = re.compile(r"^\((.*)\)$")
_VARIANT = re.compile(r"^(?:[\w-]+ )?variant of [^,;]+, (?=\S)")
_COUNTING = re.compile(r"^classifier(?: used)?(?: indicating|:| for)? (?:an? )?")
# Nanjing subprovincial city on the Yangtze; Tianjin, a municipality in north China.
_PLACE = re.compile(
    r"^((?:[A-Z][\w'’-]*\s?)+?),? (?:an? )?(?:(?:sub-?provincial|(?:prefecture|county|provincial)-level) )?"
    r"((?i:city|county|district|province|town|township|municipality|prefecture))\b.{6}"
)


def short(sense: str, most: int = 32) -> str:
    """Return a sense cut to what fits over or beside a word: its first meaning, without remarks before it."""
    text = _ASIDE.sub("", sense)
    if pure := _PURE_ASIDE.match(text):
        text = pure.group(1)
    text = _VARIANT.sub("", text)
    text = text.removeprefix("lit. ").removeprefix("fig. ")
    if place := _PLACE.match(text):
        return f"{place[1].strip()} ({place[2].lower()})"
    text = re.split(r"; |, (?:also|abbr\.|esp\.)| \((?!of\b)", text, maxsplit=1)[0]
    if counting := _COUNTING.match(text):
        counted = text[counting.end() :].removesuffix(" etc").removesuffix(",")
        return f"one (of {_cut(counted, most - 9)})"
    return _cut(text, most)


def _cut(text: str, most: int) -> str:
    """Return a text cut between two words to a number of characters at most."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;(")
    return f"{cut}…"
