"""Short pieces that stand one below the other under one sign (△ ● ■), or each under a 【title】."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.articles.importing.newspaper.lines import Line

_SIGN = re.compile(r"^([△▲▽▼●○■□◆◇★☆▶►•·])\s?(?=\S)")
_TITLED = re.compile(r"^【([^【】]{4,30})】\s*(?=\S{8})")
_NO_TITLE = re.compile(r"[讯訊电電]$|^(?:相关|背景|链接|名词|延伸)|按$")
#: A brief says something; a heading or a caption under a sign is shorter.
_LEAST = 14
_LEAST_MARKED = 2
_SPEAKER = re.compile(r"^([\u4e00-\u9fff]{1,5})\s?[：:]\s?(?=\S)")
_NO_SPEAKER = re.compile("^(?:图|圖|注|附|问|答)$")


def mark_briefs(lines: list[Line]) -> list[Line]:
    """Mark the lines that are briefs, their signs taken off, and those that say whose words they are."""
    return _mark_speech(_mark_titled(_mark_signed(lines)))


def _mark_signed(lines: list[Line]) -> list[Line]:
    signs = [match[1] if (match := _SIGN.match(line.text)) else "" for line in lines]
    texts = {sign: [at for at, one in enumerate(signs) if one == sign] for sign in {*signs} - {""}}
    briefs: set[int] = set()
    for places in texts.values():
        if len(places) >= _LEAST_MARKED and all(_is_text(lines[at]) for at in places):
            briefs |= set(places)
    return [
        replace(line, text=_SIGN.sub("", line.text), is_brief=True) if at in briefs else line
        for at, line in enumerate(lines)
    ]


def _is_text(line: Line) -> bool:
    text = line.text[1:]
    return len(text) >= _LEAST and bool(re.search("[，。,]", text)) and not Line(text).is_credit


def _mark_titled(lines: list[Line]) -> list[Line]:
    titled = [bool((m := _TITLED.match(line.text)) and not _NO_TITLE.search(m[1])) for line in lines]
    if sum(titled) < _LEAST_MARKED:
        return lines
    return [replace(line, is_titled=is_one) for line, is_one in zip(lines, titled, strict=True)]


def _mark_speech(lines: list[Line]) -> list[Line]:
    """In an interview, what somebody says is no heading, however short it is."""
    names = [match[1] if (match := _SPEAKER.match(line.text)) else "" for line in lines]
    counts = Counter(names)
    speakers = {name for name in counts if name and counts[name] > 1 and not _NO_SPEAKER.match(name)}
    questions = any(line.text.endswith(("？", "?")) for line, name in zip(lines, names, strict=True) if name)
    if not questions:
        return lines
    return [
        replace(line, is_speech=name in speakers) if name else line
        for line, name in zip(lines, names, strict=True)
    ]
