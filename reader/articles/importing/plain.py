"""Plain text -> drafts: a book where it has chapters, else the articles of a page."""

from __future__ import annotations

import re
from functools import partial

from reader.articles.importing.account_post import read_post
from reader.articles.importing.draft import (
    Block,
    Chapter,
    Draft,
    draft_of_page,
    in_chapters,
    most_in_chapter,
)
from reader.articles.importing.late import LateChapter
from reader.articles.importing.newspaper import split_page
from reader.articles.importing.newspaper.wrapping import read_lines
from reader.articles.importing.punctuation import mend

_NUMBER = "[零〇一二三四五六七八九十百千两0-9０-９]{1,7}"
_CHAPTER = re.compile(
    rf"^[ \t\u3000]*(?:正文[ \t\u3000]*)?"
    rf"((?:第[ ]?{_NUMBER}[ ]?[章回节卷部集篇折幕](?:[ \t\u3000:：、.·]*[^\n。]{{0,30}})?"
    r"|(?:楔子|序章|序幕|引子|引言|前言|自序|序言?|后记|尾声|终章|附录|番外)(?:[ \t\u3000:：].{0,24})?"
    r"|(?:Chapter|CHAPTER|Part|PART)[ ]\w{1,8}.{0,40}))[ \t\u3000]*$",
    re.MULTILINE,
)
_NUMBERED = re.compile(rf"第[ ]?{_NUMBER}[ ]?[章回节卷部集篇折幕]")
_BOOK_TITLE = re.compile(r"《([^《》\n]{1,40})》")
#: A text with chapters is a book from so many characters on; without any, from so many.
_LEAST_WITH_CHAPTERS, _LEAST_WITHOUT = 1500, 60_000
_UNWRAP_BELOW = 0.7
#: A title of more has taken up headings enough.
_MOST_TITLE = 60


def read_plain(text: str, name: str = "") -> list[Draft]:
    """Return what a plain text holds. ``name`` is the file's, for a book without a title."""
    starts = [match for match in _CHAPTER.finditer(text) if len(match[1].strip()) <= 44]
    numbered = sum(bool(_NUMBERED.match(match[1])) for match in starts)
    if numbered > 1 and len(text) >= _LEAST_WITH_CHAPTERS:
        return [_book(text, starts, name)]
    if len(text) >= _LEAST_WITHOUT:
        return [_long_text(text, name)]
    if post := read_post(text):
        return [post]
    return [draft_of_page(article) for article in split_page(text)]


def _book(text: str, starts: list[re.Match[str]], name: str) -> Draft:
    front = text[: starts[0].start()]
    chapters: list[Chapter] = []
    if len(front.strip()) > 400:
        chapters += _chapters("前", front)
    pending = ""
    for match, after in zip(starts, [*starts[1:], None], strict=True):
        title = " ".join(f"{pending} {match[1]}".split()) if len(pending) < _MOST_TITLE else match[1].strip()
        part = text[match.end() : after.start() if after else len(text)]
        # 第一卷 right above 第一章 has no text of its own.
        has_text = bool(part.strip())
        pending = "" if has_text else title
        chapters += _chapters(title, part) if has_text else ()
    return Draft(headline=_title(front, name), chapters=tuple(chapters))


def _long_text(text: str, name: str) -> Draft:
    """Take a long text without chapters in parts; a short first line is its title."""
    first, _, rest = text.lstrip().partition("\n")
    has_title = 0 < len(first.strip()) <= 30 and not re.search("[。，,]", first)
    chapters = _chapters("", rest if has_title else text)
    return Draft(headline=" ".join(first.split()) if has_title else _title("", name), chapters=chapters)


def _chapters(title: str, text: str) -> tuple[Chapter, ...]:
    """Return the text as a chapter, or as several where it is long; their paragraphs are mended when read."""
    if sum(map(len, text.split())) <= most_in_chapter(title):
        return (LateChapter(title, partial(_blocks, text)),)
    parts = in_chapters(title, [Block("body", line) for line in _lines(text)])
    return tuple(LateChapter(part.title, partial(_mended, [b.text for b in part.blocks])) for part in parts)


def _title(front: str, name: str) -> str:
    match = _BOOK_TITLE.search(front) or _BOOK_TITLE.search(name)
    if match:
        return match[1].strip()
    lines = [line.strip() for line in front.split("\n") if line.strip()]
    if lines and len(lines[0]) <= 30 and not re.search("[。，]", lines[0]):
        return " ".join(lines[0].split())
    return name


def _blocks(text: str) -> tuple[Block, ...]:
    return _mended(_lines(text))


def _mended(lines: list[str]) -> tuple[Block, ...]:
    return tuple(Block("body", mend(line)) for line in lines)


def _lines(text: str) -> list[str]:
    """Return the paragraphs."""
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    return [line.text for line in read_lines(text)] if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether most lines end in the middle of a sentence, and none is longer than a printed one."""
    if len(lines) < 6:
        return False
    closed = sum(line[-1] in "。！？…”’：；」』）!?.—" for line in lines)
    longest = sorted(map(len, lines))[int(0.98 * (len(lines) - 1))]
    return closed < _UNWRAP_BELOW * len(lines) and longest <= 60
