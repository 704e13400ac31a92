"""A newspaper page copied as plain text -> its articles.

A page copied from the web or a PDF has headlines, kickers, subheads, photo captions and bylines as
bare lines between the paragraphs, and sentences cut in two by a column break or a caption. Where the
page doesn't say clearly that a new article begins, it stays one article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.articles.importing.punctuation import mend

_REPORTER = r"(?:记者|通讯员|见习记者|实习生|特约|作者|编辑|文/|摄影)"
_BYLINE = re.compile(rf"[（(]\s*([^（）()]{{0,24}}{_REPORTER}[^（）()]{{0,40}})\s*[)）]\s*$")
_DATELINE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,10}\s*)?(?:\d{4}年)?\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{0,8}?(?:讯|电|消息|报道)(?=[\s，,：:（(]|$|[^。]{4})"
)
_CLOSED = re.compile(r"[。！？!?…；;：:][”’」』）)]*$")
_CREDIT = re.compile(r"(?:供图|摄|[ 　/／]图|图片|资料图)[）)]?。?$|^(?:图[为：:片一二三①②]|[▲△▼◆])")
#: A heading is short and has no sentence in it.
_MOST_HEADING = 36
_MOST_SUBHEAD = 20
#: A caption that interrupts a sentence is short.
_MOST_CAPTION = 60


@dataclass(slots=True)
class PageArticle:
    """One article of a page, as a careful reader would find it."""

    headline: str = ""
    kicker: str = ""
    subheads: list[str] = field(default_factory=list)
    dateline: str = ""
    byline: str = ""
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def split_page(text: str) -> list[PageArticle]:
    """Return the articles of a page in order; one article where no boundary is sure."""
    groups = _article_lines([line.strip() for line in text.split("\n")])
    return [_read(lines) for lines in groups]


def _article_lines(lines: list[str]) -> list[list[str]]:
    """Cut the lines where an article surely ends: behind a byline, or before headings and a dateline."""
    groups: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        if line and groups[-1] and _begins_article(lines, number, groups[-1]):
            groups.append([])
        groups[-1].append(line)
    return [group for group in groups if any(group)]


def _begins_article(lines: list[str], number: int, before: list[str]) -> bool:
    filled = [line for line in before if line]
    if not filled or not any(_is_body(line) for line in filled):
        return False
    following = [line for line in lines[number : number + 8] if line]
    if _BYLINE.search(filled[-1]):
        # More than credits must follow: another body.
        return any(_is_body(line) for line in lines[number:] if line) and not _BYLINE.fullmatch(lines[number])
    return _is_heading(following[0]) and any(
        _DATELINE.match(line) for line in following[1 : 1 + sum(map(_is_heading, following[:3]))]
    )


def _is_heading(line: str) -> bool:
    return (
        0 < len(line) <= _MOST_HEADING
        and not _CLOSED.search(line.rstrip("？?！!"))
        and not _BYLINE.search(line)
    )


def _is_subhead(line: str) -> bool:
    # Inside the body a line with a comma or a bare ending preposition is half a sentence, no heading.
    return (
        _is_heading(line)
        and len(line) <= _MOST_SUBHEAD
        and not re.search(r"[,，]|[把将和与的在从向对]$", line)
    )


def _is_body(line: str) -> bool:
    return bool(_DATELINE.match(line)) or (len(line) > _MOST_HEADING and bool(re.search(r"[。，,]", line)))


def _read(lines: list[str]) -> PageArticle:
    article = PageArticle()
    filled = [line for line in lines if line]
    filled = _take_byline(article, filled)
    filled = _take_headings(article, filled)
    _take_body(article, filled)
    return article


def _take_byline(article: PageArticle, lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        match = _BYLINE.search(line)
        if match:
            article.byline = " ".join(match[1].split())
            line = line[: match.start()].rstrip()
        if line:
            kept.append(line)
    return kept


def _take_headings(article: PageArticle, lines: list[str]) -> list[str]:
    headings: list[str] = []
    while lines and _is_heading(lines[0]) and not _DATELINE.match(lines[0]) and not _CREDIT.search(lines[0]):
        headings.append(lines[0])
        lines = lines[1:]
    if headings:
        article.headline = headings[0]
        article.kicker = " ".join(headings[1:])
    return lines


def _take_body(article: PageArticle, lines: list[str]) -> None:
    open_sentence = ""
    for number, line in enumerate(lines):
        rest = lines[number + 1 :]
        if _is_caption(line, open_sentence, rest, started=bool(article.paragraphs)):
            article.captions.append(line)
        elif open_sentence:
            open_sentence = _keep(article, open_sentence + line)
        elif _is_subhead(line) and rest:
            article.subheads.append(line)
        else:
            open_sentence = _keep(article, _without_dateline(article, line))
    if open_sentence:
        article.paragraphs.append(mend(open_sentence))


def _keep(article: PageArticle, text: str) -> str:
    """Keep a finished paragraph; return what waits for its other half."""
    if _CLOSED.search(text):
        article.paragraphs.append(mend(text))
        return ""
    return text


def _is_caption(line: str, open_sentence: str, rest: list[str], *, started: bool) -> bool:
    if len(line) > _MOST_CAPTION:
        return False
    if _CREDIT.search(line):
        return True
    # A whole short sentence inside another sentence, with the other half behind it.
    return bool(open_sentence and _CLOSED.search(line) and line.count("。") == 1 and "，" not in line
                and "," not in line and rest and not _is_heading(rest[0]) and started)  # fmt: skip


def _without_dateline(article: PageArticle, line: str) -> str:
    match = _DATELINE.match(line)
    if match is None or article.dateline:
        return line
    article.dateline = " ".join(match[0].split())
    return line[match.end() :].lstrip(" ，,：:　")
