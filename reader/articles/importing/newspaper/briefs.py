"""Short pieces that stand one below the other under one sign (△ ● ■), or each under a 【title】."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise

from reader.articles.importing.newspaper.lines import Line

_SIGN = re.compile(r"^([△▲▽▼●○■□◆◇★☆▶►•·※✓✔➤]|[－–-](?=\s))\s?(?=\S)")
_TITLED = re.compile(r"^【([^【】]{4,30})】\s*(?=\S{2})")
_NO_TITLE = re.compile(r"[讯訊电電]$|^(?:相关|背景|链接|名词|延伸)|按$")
#: A brief says something; a heading or a caption under a sign is shorter.
_LEAST = 14
_LEAST_MARKED = 2
#: These stand before captions as well; a list of so many is none of captions.
_CAPTION_SIGNS, _LEAST_CAPTIONED = "▲△▼▽", 3
_SPEAKER = re.compile(r"^([\u4e00-\u9fff]{1,5})\s?[：:]\s?(?=\S)")
_ASKED = frozenset("问答")
_NO_SPEAKER = re.compile("^(?:图|圖|注|附)$")
#: 市消协提醒: above a headline; not what opens a letter, a quotation or a list.
_LEAD_IN = re.compile(
    r"^(?!编辑|尊敬|亲爱|敬爱|各位|.{0,6}[您你们]好)[^。！？：:]{2,15}(?<![说道问答称示是有如下为])[：:]$"
)


def mark_briefs(lines: list[Line]) -> list[Line]:
    """Mark the lines that are briefs, their signs taken off, and those that say whose words they are."""
    return _mark_speech(_mark_titled(_mark_signed(lines)))


def _mark_signed(lines: list[Line]) -> list[Line]:
    signs = [match[1] if (match := _SIGN.match(line.text)) else "" for line in lines]
    counts, runs = Counter(signs), _runs(signs)
    return [
        replace(line, text=_SIGN.sub("", line.text), is_brief=True)
        if sign and counts[sign] >= _LEAST_MARKED and _tells(lines, at, runs[at], sign)
        else line
        for at, (line, sign) in enumerate(zip(lines, signs, strict=True))
    ]


def _tells(lines: list[Line], at: int, run: int, sign: str) -> bool:
    """Tell a brief or a point of a list from a heading or a caption under the same sign."""
    in_list = run >= (_LEAST_CAPTIONED if sign in _CAPTION_SIGNS else _LEAST_MARKED)
    if not _says_something(lines[at], in_list=in_list) or Line(lines[at].text[1:].strip()).is_credit:
        return False
    if in_list or lines[at].is_closed:
        return True
    after = lines[at + 1 : at + 2]
    return not after or not (after[0].gap or after[0].indented) or not after[0].is_body


def _says_something(line: Line, *, in_list: bool) -> bool:
    """A brief is a sentence at least; a point in a list has a comma, a colon or a figure."""
    text = line.text[1:].strip()
    if len(text) >= _LEAST and re.search("[，。,]", text):
        return True
    return in_list and bool(re.search(r"[，,：:；;]|\d", text))


def _runs(signs: list[str]) -> list[int]:
    """Return of each line how many in a row around it have its sign."""
    lengths: list[int] = []
    for _, group in groupby(signs):
        size = sum(1 for _ in group)
        lengths += [size] * size
    return lengths


def mark_points(lines: list[Line]) -> list[Line]:
    """Mark the points of lists that end without a mark: nothing below goes on with them."""
    listed = [line.is_brief or line.is_item for line in lines]
    unclosed = [is_listed and not line.is_closed for is_listed, line in zip(listed, lines, strict=True)]

    def is_point(at: int) -> bool:
        near = listed[max(0, at - 1) : at] + listed[at + 1 : at + 2]
        return unclosed[at] and any(near) and not lines[at].text.endswith(("，", ",", "、"))

    return [replace(line, is_point=is_point(at)) for at, line in enumerate(lines)]


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
    speakers |= {*_ASKED} if counts.keys() >= _ASKED else set()
    questions = any(line.text.endswith(("？", "?")) for line, name in zip(lines, names, strict=True) if name)
    if not questions:
        return lines
    return [
        replace(line, is_speech=name in speakers) if name else line
        for line, name in zip(lines, names, strict=True)
    ]


def mark_lead_ins(lines: list[Line]) -> list[Line]:
    """Mark kickers that end in a colon: at the head of a part of the page, with a heading under them."""
    marked = list(lines)
    for at, (line, after) in enumerate(pairwise(lines)):
        is_first = at == 0 or line.gap or lines[at - 1].is_furniture or lines[at - 1].is_separator
        if is_first and after.is_heading and not after.is_label and _LEAD_IN.match(line.text):
            marked[at] = replace(line, is_lead_in=True)
    return marked
