"""The lines of one article -> its kicker, headline, dateline, body, captions and byline."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, takewhile

from reader.articles.importing.newspaper.headings import (
    LOOSE_RUN,
    WHOLE_BRACKET,
    loose_runs,
    take_headings,
)
from reader.articles.importing.newspaper.lines import (
    MOST_CAPTION,
    MOST_SUBHEAD,
    Line,
    lift_jumps,
    names_people,
)
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.patterns import BULLETS, CLOSING_NAME, CREDIT, DATELINE, ENTRY, LABEL
from reader.articles.importing.punctuation import mend

_NAMED_BYLINE = re.compile(
    r"^[（(【\[]\s*((?:[^（）()]{0,8})?(?:记者|通讯员|特约|实习生|作者|文[/／])"
    r"[^（）()\[\]【】]{1,60})[)）\]】]\s*[:：，,]?\s*"
)
#: 记者 邓瑶 昨天上午…: a name between blanks.
_PARTED_BYLINE = re.compile(
    r"^((?:本报|晚报|早报|全媒体)?(?:见习|实习)?(?:记者|通讯员)[ 　:：]"
    r"([\u4e00-\u9fff]{2,4}(?:[ 　、][\u4e00-\u9fff]{2,3})?))[ 　](?=\S)"
)
_OFFICE = re.compile(
    r"(?:本报|本网|[\u4e00-\u9fff]{0,4}[晚早日时商]报|全媒体)?(?:见习|实习|特约|首席)?"
    r"(?:记者|通讯员|实习生)(?![^ 　])"
)
_SPOKEN_BYLINE = re.compile(
    r"^((?:本报|晚报|早报|全媒体)?(?:见习)?记者[\s:：]?[\u4e00-\u9fff]{2,3}(?:[\s、]+(?:通讯员)?\s*[\u4e00-\u9fff]{2,3}){0,3}\s?报道)[:：，,\s]\s*"
)
#: 本版图片均由陶然摄: of all the pictures.
_OF_ALL = re.compile("本版|均|以上|图片由|本组")
_NO_PEN_NAMES = frozenset(("完", "全文完", "笑", "掌声", "鼓掌", "待续", "未完", "略", "下同", "完待续"))
#: Words that begin a paragraph, not the other half of a sentence.
_OPENERS = re.compile(
    r"^(?:后来|下一步|据|今年|去年|目前|近年|此外|同时|与此同时|另外|但是?|不过|然而|于是|因此|所以|接着|随后|接下来|如今|现在|当天|当晚|"
    r"记者|专家|业内|如果|其实|当然|比如|例如|对此|有人|有一[天次]|第[一二三四五六七八九]|首先|其次|最后|\d{1,4}年|\d{1,2}月)"
)
_SURE_CAPTION = 34
#: Right below half a sentence, its last words (摔伤了脚。) are as short; a caption is longer.
_SHORT_TAIL = 8
#: A page set so wide has no columns, in hanzi; beyond, it isn't broken into lines.
_WIDE, _WIDEST = 40, 64
#: Lines that are broken at one edge differ by so much.
_NEAR = 6


def read_article(lines: list[Line]) -> PageArticle:
    """Return the parts of an article."""
    article = PageArticle()
    kept = [line for line in (_without_jumps(line) for line in lines) if line.text and not line.is_furniture]
    kept = [line for line in kept if not line.is_separator]
    is_bare = not any(line.closing_byline for line in kept)
    kept = _take_bylines(article, kept)
    _Body(article, take_headings(article, kept), is_bare=is_bare).read()
    if not article.paragraphs and article.headline and not article.order:
        # A heading with nothing under it is a text of one line.
        article.add("body", mend(article.headline))
        article.headline = ""
    return article


def _without_jumps(line: Line) -> Line:
    text, _ = lift_jumps(line.text)
    return replace(line, text=text)


def _take_bylines(article: PageArticle, lines: list[Line]) -> list[Line]:
    """Take the closing bracket, else a bare signature; brackets inside the text stay there."""
    kept: list[Line] = []
    closing: list[str] = []
    bare: list[str] = []
    is_boxed = False
    is_named = any(_names_reporter(line) for line in lines)
    last = max((at for at, line in enumerate(lines) if line.is_body or line.ends_with_byline), default=-1)
    for at, line in enumerate(lines):
        match = line.closing_byline
        is_boxed = is_boxed or line.is_follow_up
        if match and is_boxed and (closing or bare or is_named):
            # Who signs the box did not write the article.
            kept.append(line)
        elif match and (at >= last or match.start() == 0 or _more_signed(lines[at + 1 :])):
            closing.append(match[1])
            if rest := line.text[: match.start()].rstrip():
                kept.append(replace(line, text=rest))
        elif line.is_bare_byline and not (bare and line.is_writer):
            bare.append(BULLETS.sub("", line.text).lstrip("—－- "))
        else:
            kept.append(line)
    if not (closing or bare) and any(line.is_dateline for line in kept):
        kept = _take_pen_name(closing, kept)
    article.byline = " ".join(" ".join(closing or bare).split())
    return kept


def _names_reporter(line: Line) -> bool:
    """Tell whether the reporter is named behind the dateline."""
    match = DATELINE.match(line.text)
    return bool(match and take_named_byline(line.text[match.end() :].lstrip(" ，,：:　"))[0])


def _take_pen_name(closing: list[str], lines: list[Line]) -> list[Line]:
    """Take what a news item is signed with that nothing else signs, though it is no usual name: (教宣)."""
    *before, last = lines
    match = CLOSING_NAME.search(last.text)
    if match is None or match.start() == 0 or match[1] in _NO_PEN_NAMES:
        return lines
    closing.append(match[1])
    return [*before, replace(last, text=last.text[: match.start()].rstrip())]


def _more_signed(lines: list[Line]) -> bool:
    """Tell whether nothing but boxes and pictures follow the signature."""
    return not any(line.is_body for line in lines) or any(line.is_follow_up for line in lines[:1])


class _Body:
    """Reads the lines under the headings: joins cut sentences, lifts captions out of them."""

    def __init__(self, article: PageArticle, lines: list[Line], *, is_bare: bool) -> None:
        """``is_bare`` tells that no bracket at the end names the reporter."""
        self._article = article
        self._is_bare = is_bare
        self._lines = lines
        self._open = ""
        #: Where the last caption stood.
        self._captioned = -2
        self._open_stands_alone = False
        self._has_indents = sum(line.indented for line in lines) > 1
        self._widest = max((line.reach for line in lines), default=0.0)
        broken = sum(line.reach >= self._widest - _NEAR for line in lines)
        self._is_unbroken = self._widest > _WIDEST or (self._widest > _WIDE and broken < LOOSE_RUN)
        self._is_loose = [
            line.is_row or (line.is_loose and run >= LOOSE_RUN)
            for line, run in zip(lines, loose_runs(lines), strict=True)
        ]

    def read(self) -> None:
        for at, line in enumerate(self._lines):
            if self._is_caption(at):
                self._keep_caption(at)
            elif self._open and self._joins(at):
                self._keep(at, _glued(self._open, line.text))
            else:
                self._close()
                self._begin(at)
        self._close()

    def _keep_caption(self, at: int) -> None:
        """Keep a caption; what only says who took the picture ends the one right above."""
        line, captions = self._lines[at], self._article.captions
        if captions and self._captioned == at - 1 and self._only_credits(at):
            parted = "" if Line(captions[-1]).is_closed else " "
            captions[-1] = f"{captions[-1]}{parted}{line.text}"
        else:
            captions.append(line.text)
        self._captioned = at

    def _only_credits(self, at: int) -> bool:
        line, above = self._lines[at], self._lines[at - 1]
        is_bare = len(line.text) <= MOST_SUBHEAD and not re.search("[，。,]", line.text.rstrip("。"))
        if _OF_ALL.search(line.text):
            return False
        return is_bare and not line.gap and not line.is_caption_start and not CREDIT.search(above.text)

    def _begin(self, at: int) -> None:
        line = self._lines[at]
        if self._heads_part(at):
            self._article.add("subhead", BULLETS.sub("", line.text))
        else:
            self._keep(at, self._without_dateline(line.text))

    def _heads_part(self, at: int) -> bool:
        line, after = self._lines[at], self._lines[at + 1 : at + 2]
        if not after or line.is_point:
            return False
        if line.is_follow_up:
            return True
        if BULLETS.match(line.text) and line.is_heading:
            # ★ 净重1.38kg tells something; ■ 12所新校开学 above a paragraph heads it.
            # ◎树活了，鸟也来了 above a paragraph heads it, too.
            if after[0].is_body:
                return line.is_short_clause or not re.search("[，,：:]", line.text)
            return not re.search(r"[，,：:\d]", line.text)
        if self._is_loose[at]:
            return False
        if line.is_subhead:
            # Half a sentence above a picture may be as short as a heading.
            return _is_running(after[0]) or (after[0].is_credit and "、" not in line.text)
        return self._is_long_subhead(line, after[0])

    def _is_long_subhead(self, line: Line, after: Line) -> bool:
        """Tell a subhead with a comma from half a sentence: what stands under it begins a paragraph."""
        # Where a blank line stands between all lines, it tells something of unbroken ones alone.
        is_quoted = line.text.endswith(("”", "」"))
        is_alone = (self._is_unbroken or is_quoted) and line.is_apart and after.is_apart
        begins = after.gap > 0 or is_alone or (self._has_indents and after.indented and not line.indented)
        return begins and after.is_body and line.is_heading and line.is_short_clause

    def _keep(self, at: int, text: str) -> None:
        """Keep a finished paragraph; what lacks its end waits for its other half."""
        if not text:
            return
        is_row = self._lines[at].is_row
        if is_row or self._is_loose[at] or self._lines[at].is_point or Line(text).is_closed:
            self._article.add("body", text if is_row else mend(text))
            self._open = ""
        else:
            line = self._lines[at]
            # A short line between blank ones is a heading or a signature, not the beginning of a sentence.
            self._open_stands_alone = bool(line.gap) and line.is_subhead
            self._open = text

    def _close(self) -> None:
        if self._open:
            self._article.add("body", mend(self._open))
            self._open = ""

    def _joins(self, at: int) -> bool:
        """Tell whether a line is the other half of the sentence that is open."""
        line = self._lines[at]
        if self._is_loose[at] or line.is_row or line.is_item or line.is_dateline or line.is_numbered_subhead:
            return False
        if line.is_brief or line.is_titled or line.is_speech:
            return False
        if BULLETS.match(line.text) or WHOLE_BRACKET.match(line.text):
            return False
        if line.is_label and Line(self._open).is_label:
            return False
        if LABEL.match(line.text) and self._open.endswith((")", "）")):
            return False
        if _is_entry(line.text) and _is_entry(self._open):
            return False
        if line.gap and self._open_stands_alone:
            return False
        return not (self._has_indents and line.indented)

    def _is_caption(self, at: int) -> bool:
        line = self._lines[at]
        if line.is_credit:
            return True
        if len(line.text) > MOST_CAPTION or line.is_dateline or self._is_loose[at]:
            return False
        if self._owns_next_credit(at):
            return True
        return bool(self._open) and self._interrupts(at)

    def _owns_next_credit(self, at: int) -> bool:
        """Tell whether only a credit (张三 摄) stands on the next line, with this one as its caption."""
        line, after = self._lines[at], self._lines[at + 1 : at + 2]
        if not after or not after[0].is_credit or after[0].gap or after[0].is_caption_start:
            return False
        is_half = not self._open and not line.is_closed and bool(re.search("[，,、：:？?。]", line.text))
        if is_half and self._goes_on(at + 1):
            # Half a sentence, then a picture that only says who took it.
            return False
        is_bare = len(after[0].text) <= 14 and not re.search(r"[。，,]", after[0].text.rstrip("。"))
        return is_bare and len(line.text) <= 40 and line.text.count("。") < 2 and not line.is_item

    def _goes_on(self, at: int) -> bool:
        """Tell whether text stands behind a line that may be the other half of the one before it."""
        after = self._next_text(at)
        return after is not None and self._joins_after(after)

    def _interrupts(self, at: int) -> bool:
        """Tell whether a line stands in the middle of a sentence, with the other half behind it."""
        line, after = self._lines[at], self._next_text(at)
        if after is None or not self._joins_after(after) or len(line.text) > _SURE_CAPTION:
            return False
        if line.is_closed:
            is_below = not line.is_apart and not after.is_apart
            if at and self._lines[at - 1].is_credit:
                # The picture stands above already; this is the other half of the sentence.
                return False
            if is_below and (len(line.text) <= _SHORT_TAIL or self._is_wide(at - 1)):
                return False
            return "，" not in line.text and "," not in line.text and line.text.count("。") <= 1
        # Where paragraphs are not broken into lines, a sentence is only torn by something between its halves.
        stands_alone = self._is_unbroken or (line.is_apart and after.is_apart)
        return (
            stands_alone
            and line.is_subhead
            and after.is_closed
            and not re.match(r"[，。、；：,;:]", after.text)
        )

    def _is_wide(self, at: int) -> bool:
        """Tell whether a line is as long as any of a page that is set wide: its last words stand below it."""
        return at >= 0 and not self._is_unbroken and self._lines[at].reach >= max(_WIDE, self._widest - _NEAR)

    def _next_text(self, at: int) -> Line | None:
        return next((line for line in islice(self._lines, at + 1, None) if not line.is_credit), None)

    def _joins_after(self, after: Line) -> bool:
        if after.is_brief or after.is_titled or after.is_speech or BULLETS.match(after.text):
            return False
        if after.is_heading or after.is_dateline or after.is_item or re.match(r"[“\"「]", after.text):
            return False
        if _OPENERS.match(after.text):
            return False
        return not (self._has_indents and after.indented)

    def _without_dateline(self, text: str) -> str:
        if self._article.dateline or self._article.paragraphs:
            return text
        match = DATELINE.match(text)
        if match is None:
            return self._without_named_byline(text) if _SPOKEN_BYLINE.match(text) else text
        self._article.dateline = " ".join(match["line"].split())
        rest = text[match.end() :].lstrip(" ，,：:　")
        return self._without_named_byline(rest)

    def _without_named_byline(self, text: str) -> str:
        """Take the reporter's name behind a dateline, where nothing signs the end."""
        byline, rest = take_named_byline(text)
        if byline and (not self._article.byline or self._is_bare):
            self._article.byline = byline
        return rest


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


def _is_running(line: Line) -> bool:
    """Tell text, be it half a sentence, from a heading."""
    return line.is_closed or len(line.text) > MOST_SUBHEAD or bool(re.search("[，,。？?！!；;].", line.text))


def _is_entry(text: str) -> bool:
    return " " in text and "。" not in text and bool(ENTRY.search(text))


def _parted_byline(text: str) -> re.Match[str] | None:
    match = _PARTED_BYLINE.match(text)
    return match if match and names_people(match[2]) else None


def _glued(before: str, after: str) -> str:
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} {after}" if latin else before + after
