"""The headings of an article: headline, kicker, the name of a column, a second headline."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.pages import Part
from reader.articles.importing.newspaper.patterns import BULLETS, DATELINE, WHOLE_BRACKET
from reader.articles.importing.punctuation import mend_quotes

_LEAD_BRACKET = re.compile(r"^【([^【】]{2,30})】\s*(?=\S)")
_HEADLINE_LABEL = re.compile(r"^(?:标题|题目|主题|大标题)[:：]\s*")
_KICKER_LABEL = re.compile(r"^(?:引题|肩题|眉题|副题|副标题|引标|小标题)[:：]\s*")
#: 【市场快评】“爆单”之后更要练内功
_COLUMN_BEFORE = re.compile("^[【\\[〔]([^【】\\[\\]〔〕]{2,8})[】\\]〕]\\s*(?=.{4})")


def name_by(article: PageArticle, parts: list[Part]) -> list[Part]:
    """Name the article by its headings; return the other parts."""
    article.headline = _plain(_HEADLINE_LABEL.sub("", _in_one([p.line for p in parts if p.role in "hg"])))
    kickers = [_plain(_KICKER_LABEL.sub("", part.line.text)) for part in parts if part.role in "kd"]
    if match := _COLUMN_BEFORE.match(article.headline):
        article.headline = article.headline[match.end() :]
        kickers.append(match[1])
    article.kicker = " ".join(kickers)
    return _without_lead_bracket(article, [part for part in parts if part.role not in "khgd"])


def _in_one(lines: list[Line]) -> str:
    """Join the lines of a headline; where a quotation is torn, it was broken amid a word."""
    text = ""
    for line in lines:
        blank = " " if text and not Line(text).is_torn else ""
        text = f"{text}{blank}{line.text}"
    return text


def _plain(text: str) -> str:
    match = WHOLE_BRACKET.match(text)
    text = next(part for part in match.groups() if part) if match else text
    return mend_quotes(" ".join(BULLETS.sub("", text).lstrip("—-－").split()))


def _without_lead_bracket(article: PageArticle, parts: list[Part]) -> list[Part]:
    """Take the headline of a text that carries it in brackets at its head: 【夜校开课】湖东街道…."""
    if not parts or article.headline or parts[0].role != "P":
        return parts
    line = parts[0].line
    match = _LEAD_BRACKET.match(line.text)
    if match is None or DATELINE.match(line.text):
        return parts
    article.headline = match[1].strip()
    rest = replace(line, text=line.text[match.end() :].lstrip())
    return [replace(parts[0], line=rest), *parts[1:]]
