"""The text of a page -> its printed lines, each marked with what can be told of it by itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.articles.importing.newspaper.briefs import mark_briefs, mark_lead_ins
from reader.articles.importing.newspaper.imprint import is_guide
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.patterns import both_scripts
from reader.articles.importing.newspaper.wrapping import part_labels, raw_lines, void_even_gaps

#: Heads a list of what the page holds: titles that stand above their articles, too.
_CONTENTS = both_scripts("^(?:本版|今日)(?:新闻|导读|要目|内容|目录|看点)[:：]?$|^(?:导读|版面目录)[:：]?$")
#: Where a picture was that is not copied.
_PICTURE = re.compile(r"^[（(【\[]\s*(?:图片|插图|圖片)\s*[)）】\]]$")
_TITLE = re.compile(r"^(【[^【】]{4,30}】)\s*")


def printed_lines(text: str) -> list[Line]:
    """Return the lines of a page that are not blank."""
    lines = part_labels(mark_briefs(void_even_gaps(raw_lines(text))))
    lines = _mark_pictured(lines)
    return mark_lead_ins([part for line in _without_contents(lines) for part in _title_and_text(line)])


def _mark_pictured(lines: list[Line]) -> list[Line]:
    """Mark what stands below the place of a picture that was not copied: its caption."""
    return [
        replace(line, is_pictured=True) if at and _PICTURE.match(lines[at - 1].text) else line
        for at, line in enumerate(lines)
    ]


def _without_contents(lines: list[Line]) -> list[Line]:
    """Leave out a list of titles that all stand elsewhere on the page."""
    kept: list[Line] = []
    said = Counter(line.text for line in lines)
    is_list = False
    for at, line in enumerate(lines):
        lists = any(said[below.text] > 1 or is_guide(below.text) for below in lines[at + 1 : at + 2])
        begins = lists and bool(_CONTENTS.match(line.text))
        is_list = begins or (is_list and said[line.text] > 1 and line.is_heading)
        if not is_list:
            kept.append(line)
    return kept


def _title_and_text(line: Line) -> list[Line]:
    """Part a brief from the title in brackets before it: 【夜校开课】湖东街道…."""
    match = _TITLE.match(line.text) if line.is_titled else None
    if match is None:
        return [line]
    return [
        replace(line, text=match[1]),
        replace(line, text=line.text[match.end() :], gap=0, is_apart=False, is_titled=False, is_brief=True),
    ]
