"""Who is named as the reporter at the beginning or the end of a text, and the text without that."""

from __future__ import annotations

import re
from itertools import takewhile

from reader.articles.importing.newspaper.lines import names_people
from reader.articles.importing.newspaper.patterns import both_scripts

_NAMED_BYLINE = both_scripts(
    r"^[（(【\[〔]\s*((?:[^（）()]{0,8})?(?:记者|通讯员|特约|实习生|作者|文[/／])"
    r"[^（）()\[\]【】〔〕]{1,60})[)）\]】〕]\s*[:：，,]?\s*"
)
#: 记者 邓瑶 昨天上午…: a name between blanks.
_PARTED_BYLINE = both_scripts(
    r"^((?:本报|晚报|早报|全媒体)?(?:见习|实习)?(?:记者|通讯员)[ 　:：]"
    r"([\u4e00-\u9fff]{2,4}(?:[ 　、][\u4e00-\u9fff]{2,3})?))[ 　](?=\S)"
)
_OFFICE = both_scripts(
    r"(?:本报|本网|[\u4e00-\u9fff]{0,4}[晚早日时商]报|全媒体)?(?:见习|实习|特约|首席)?"
    r"(?:记者|通讯员|实习生)(?![^ 　])"
)
_SPOKEN_BYLINE = both_scripts(
    r"^((?:本报|晚报|早报|全媒体)?(?:见习)?记者[\s:：]?[\u4e00-\u9fff]{2,3}(?:[\s、]+(?:通讯员)?\s*[\u4e00-\u9fff]{2,3}){0,3}\s?报道)[:：，,\s]\s*"
)
#: …笑着说。 记者 孔立: without a bracket.
_AT_END = both_scripts(
    r"(?<=[。！？”])\s?((?:本报|[\u4e00-\u9fff]{0,4}[晚早日时商晨]报|全媒体)?(?:见习|实习|首席)?(?:记者|通讯员)\s?"
    r"[\u4e00-\u9fff]{2,3}(?:[ 　、]+(?:通讯员\s?|实习生\s?|记者\s?)?[\u4e00-\u9fff]{2,3}){0,3})$"
)


def take_named_byline(text: str) -> tuple[str, str]:
    """Return who is named behind a dateline, (记者 周一帆) or 记者周一帆报道, and the text without that."""
    if _OFFICE.match(text):
        words = text.split()
        named = list(takewhile(lambda word: _OFFICE.fullmatch(word) or names_people(word), words))
        named += [word for word in words[len(named) : len(named) + 1] if word == "报道"]
        if 1 < len(named) < len(words) and not _OFFICE.fullmatch(named[-1]):
            return " ".join(named), " ".join(words[len(named) :])
    match = _NAMED_BYLINE.match(text) or _SPOKEN_BYLINE.match(text) or _parted_byline(text)
    return (" ".join(match[1].split()), text[match.end() :].lstrip()) if match else ("", text)


def starts_with_byline(text: str) -> bool:
    """Tell whether a text without a dateline begins with who reports: 记者周一帆报道, （记者 周一帆）."""
    return bool(_SPOKEN_BYLINE.match(text) or _NAMED_BYLINE.match(text))


def lift_spoken_byline(text: str) -> tuple[str, str]:
    """Return the text without the reporter named behind its last sentence, and the reporter ("" for none)."""
    match = _AT_END.search(text)
    return (text[: match.start()].rstrip(), " ".join(match[1].split())) if match else (text, "")


def _parted_byline(text: str) -> re.Match[str] | None:
    match = _PARTED_BYLINE.match(text)
    return match if match and names_people(match[2]) else None
