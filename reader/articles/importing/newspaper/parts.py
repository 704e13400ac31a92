"""The lines of one article with their roles -> its kicker, headline, dateline, body, captions and byline."""

from __future__ import annotations

from dataclasses import replace

from reader.articles.importing.newspaper.headings import name_by
from reader.articles.importing.newspaper.lines import Line, lift_jumps
from reader.articles.importing.newspaper.named import (
    lift_spoken_byline,
    starts_with_byline,
    take_named_byline,
)
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.pages import FURNITURE, Part
from reader.articles.importing.newspaper.patterns import BULLETS, CLOSING_NAME, DATELINE, both_scripts
from reader.articles.importing.punctuation import mend

#: Of two letters for one part, the second is what its further lines are: the whole part has the first.
_GOES_ON = {"e": "E", "t": "T", "p": "P", "c": "C", "v": "V", "b": "B"}
_HEADINGS, _TEXT, _CAPTIONS = "khgd", "PRE", "TCV"
_NO_PEN_NAMES = frozenset(("完", "全文完", "笑", "掌声", "鼓掌", "待续", "未完", "略", "下同", "完待续"))
#: Where figures or a text come from.
_SOURCE = both_scripts("(?:数据|资料|图表|信息)?来源")
#: A credit of no more stands below its caption; a longer line is the caption's other half.
_MOST_CREDIT = 18


def read_article(parts: list[Part]) -> PageArticle:
    """Return the parts of an article."""
    article = PageArticle()
    kept = _joined([replace(part, line=_without_jumps(part.line)) for part in parts])
    is_bare = not any(part.line.closing_byline for part in kept)
    kept = _take_bylines(article, kept)
    kept = name_by(article, kept)
    _fill(article, kept, is_bare=is_bare)
    if not article.paragraphs and article.headline and not article.order:
        # A heading with nothing under it is a text of one line.
        article.add("body", mend(article.headline))
        article.headline = ""
    return article


def _without_jumps(line: Line) -> Line:
    text, _ = lift_jumps(line.text)
    return replace(line, text=text)


def _joined(parts: list[Part]) -> list[Part]:
    """Join the lines of each paragraph, caption, note and byline; what is of the page goes."""
    joined: list[Part] = []
    for part in parts:
        if part.role == FURNITURE or not part.line.text:
            continue
        if part.role == "Q":
            part = replace(part, role="P")
        begun = _GOES_ON.get(part.role)
        place = _last(joined, begun) if begun else None
        if place is None:
            joined.append(replace(part, role=begun or part.role))
            continue
        before = joined[place]
        glue = _with_credit if before.role in _CAPTIONS else _glued
        joined[place] = replace(before, line=replace(before.line, text=glue(before.line.text, part.line)))
    return joined


def _last(joined: list[Part], role: str) -> int | None:
    return next((at for at in reversed(range(len(joined))) if joined[at].role == role), None)


def _glued(before: str, after: Line) -> str:
    text = after.text
    latin = before[-1:].isascii() and before[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
    return f"{before} {text}" if latin else before + text


def _with_credit(before: str, after: Line) -> str:
    """Put what only says who took a picture behind its caption."""
    is_credit = after.is_credit and len(after.text) <= _MOST_CREDIT
    return f"{before} {after.text}" if is_credit and not Line(before).is_closed else _glued(before, after)


def _take_bylines(article: PageArticle, parts: list[Part]) -> list[Part]:
    """Take who is named below the headline or behind the text, else the bracket that closes the text."""
    kept: list[Part] = []
    closing: list[str] = []
    bare: list[str] = []
    is_boxed = False
    is_named = any(_names_reporter(part.line) for part in parts)
    last = max((at for at, part in enumerate(parts) if part.role in "PR"), default=-1)
    for at, part in enumerate(parts):
        line, match = part.line, part.line.closing_byline if part.role in "PBa" else None
        is_boxed = is_boxed or (line.is_follow_up and part.role == "U")
        signs = bool(match) or part.role in "aB"
        if signs and (closing or bare or is_named) and (is_boxed or (match and _SOURCE.match(match[1]))):
            # Who signs the box did not write the article, nor did who gave the figures of a table.
            kept.append(replace(part, role="P"))
        elif match and (part.role != "P" or at >= last or _more_signed(parts[at + 1 :])):
            closing.append(match[1])
            if rest := line.text[: match.start()].rstrip():
                kept.append(replace(part, role="P", line=replace(line, text=rest)))
        elif part.role in "aB":
            bare.append(_plain_name(line.text))
        else:
            kept.append(part)
    if not (closing or bare):
        kept = _take_end(closing, kept, has_dateline=any(part.line.is_dateline for part in parts))
    article.byline = _together([*bare, *closing])
    return kept


def _together(names: list[str]) -> str:
    """Return all who are named, none twice."""
    kept: list[str] = []
    for name in (" ".join(name.split()) for name in names):
        kept = [one for one in kept if one not in name]
        if not any(name in one for one in kept):
            kept.append(name)
    return " ".join(kept)


def _plain_name(text: str) -> str:
    text = BULLETS.sub("", text).lstrip("—－- ")
    return text[1:-1].strip() if text[:1] in "（(【[" and text[-1:] in "）)】]" else text


def _names_reporter(line: Line) -> bool:
    """Tell whether the reporter is named behind the dateline."""
    match = DATELINE.match(line.text)
    return bool(match and take_named_byline(line.text[match.end() :].lstrip(" ，,：:　"))[0])


def _take_end(closing: list[str], parts: list[Part], *, has_dateline: bool) -> list[Part]:
    """Take an unusual signature behind the last paragraph: (教宣), or 记者 孔立 without a bracket."""
    at = next((at for at in reversed(range(len(parts))) if parts[at].role == "P"), None)
    if at is None:
        return parts
    text = parts[at].line.text
    rest, name = lift_spoken_byline(text)
    match = CLOSING_NAME.search(text) if has_dateline else None
    if not name and match and match.start() > 0 and match[1] not in _NO_PEN_NAMES:
        rest, name = text[: match.start()].rstrip(), match[1]
    if not name:
        return parts
    closing.append(name)
    signed = parts[at]
    return [*parts[:at], replace(signed, line=replace(signed.line, text=rest)), *parts[at + 1 :]]


def _more_signed(parts: list[Part]) -> bool:
    """Tell whether nothing but boxes and pictures follow the signature."""
    return not any(part.role in "PR" for part in parts) or any(part.line.is_follow_up for part in parts[:1])


def _fill(article: PageArticle, parts: list[Part], *, is_bare: bool) -> None:
    """Fill the article with what stands under its headings; ``is_bare``: no bracket names a reporter."""
    is_first = True
    for part in parts:
        text = part.line.text
        if part.role in _CAPTIONS:
            article.captions.append(text)
        elif part.role == "U":
            article.add("subhead", _plain_subhead(text))
        elif part.role in "ZD" and not article.dateline:
            article.dateline = " ".join(text.strip("【】[]()（） ,，:：").split())
        elif part.role in _TEXT:
            if part.role == "P" and is_first:
                is_first = False
                text = _without_dateline(article, text, is_bare=is_bare)
            if text:
                article.add("body", text if part.role == "R" and part.line.is_row else mend(text))
        else:
            article.add("body", mend(text))


def _plain_subhead(text: str) -> str:
    return BULLETS.sub("", text)


def _without_dateline(article: PageArticle, text: str, *, is_bare: bool) -> str:
    match = DATELINE.match(text)
    if match is None or article.dateline:
        return (
            _without_named(article, text, is_bare=is_bare)
            if starts_with_byline(text) or article.dateline
            else text
        )
    article.dateline = " ".join(match["line"].split())
    return _without_named(article, text[match.end() :].lstrip(" ，,：:　"), is_bare=is_bare)


def _without_named(article: PageArticle, text: str, *, is_bare: bool) -> str:
    """Take the reporter's name behind a dateline; where a bracket at the end names another, that counts."""
    byline, rest = take_named_byline(text)
    if byline and (not article.byline or is_bare):
        article.byline = _together([byline, article.byline])
    return rest
