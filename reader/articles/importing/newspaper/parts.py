"""The lines of one article -> its kicker, headline, dateline, body, captions and byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.articles.importing.newspaper.lines import (
    MOST_CAPTION,
    MOST_HEADING,
    Line,
    lift_jumps,
)
from reader.articles.importing.newspaper.patterns import CLOSING_BYLINE, DATELINE
from reader.articles.importing.punctuation import mend

_BULLETS = re.compile(r"^[□■●○◎◆◇★☆▲△▶►▍▌◼◾\s]+")
_WHOLE_BRACKET = re.compile(r"^【([^【】]{2,40})】$|^\[([^\[\]]{2,40})\]$|^〔([^〔〕]{2,40})〕$")
_LEAD_BRACKET = re.compile(r"^【([^【】]{2,30})】\s*(?=\S)")
_LABELLED = re.compile(r"^(?:标题|题目|主题|大标题)[:：]\s*")
_KICKER_LABEL = re.compile(r"^(?:引题|肩题|眉题|副题|副标题|引标|小标题)[:：]\s*")
_NAMED_BYLINE = re.compile(
    r"^[（(]\s*((?:[^（）()]{0,8})?(?:记者|通讯员|特约)[^（）()]{1,60})[)）]\s*[:：，,]?\s*"
)
_SPOKEN_BYLINE = re.compile(
    r"^((?:本报|晚报|早报|全媒体)?(?:见习)?记者[\s:：]?[\u4e00-\u9fff]{2,3}(?:[\s、]+(?:通讯员)?\s*[\u4e00-\u9fff]{2,3}){0,3}\s?报道)[:：，,\s]\s*"
)
#: Words that begin a paragraph, not the other half of a sentence.
_OPENERS = re.compile(
    r"^(?:后来|下一步|据|今年|去年|目前|近年|此外|同时|与此同时|另外|但是?|不过|然而|于是|因此|所以|接着|随后|接下来|如今|现在|当天|当晚|"
    r"记者|专家|业内|如果|其实|当然|比如|例如|对此|有人|有一[天次]|第[一二三四五六七八九]|首先|其次|最后|\d{1,4}年|\d{1,2}月)"
)
_COLUMN_NAME = re.compile(r"(?:观察|关注|聚焦|新闻|专栏|视点|民生|在线|焦点|要闻|简讯|速递|时评|播报)$")
_MOST_HEADINGS = 4
_LOOSE_RUN = 3
_SURE_CAPTION = 34


@dataclass(slots=True)
class PageArticle:
    """One article of a page, as a careful reader would find it.

    ``order`` has the subheads and paragraphs as they follow one another: ("subhead" or "body", text).
    """

    headline: str = ""
    kicker: str = ""
    subheads: list[str] = field(default_factory=list)
    dateline: str = ""
    byline: str = ""
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    order: list[tuple[str, str]] = field(default_factory=list)

    def add(self, kind: str, text: str) -> None:
        """Put a subhead or a paragraph behind the others."""
        (self.subheads if kind == "subhead" else self.paragraphs).append(text)
        self.order.append((kind, text))


def read_article(lines: list[Line]) -> PageArticle:
    """Return the parts of an article."""
    article = PageArticle()
    kept = [line for line in (_without_jumps(line) for line in lines) if line.text and not line.is_furniture]
    kept = _take_bylines(article, [line for line in kept if not line.is_separator])
    _Body(article, _take_headings(article, kept)).read()
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
    last = max((at for at, line in enumerate(lines) if line.is_body or line.ends_with_byline), default=-1)
    for at, line in enumerate(lines):
        match = CLOSING_BYLINE.search(line.text) if line.ends_with_byline else None
        if match and (at >= last or match.start() == 0 or _more_signed(lines[at + 1 :])):
            closing.append(match[1])
            if rest := line.text[: match.start()].rstrip():
                kept.append(replace(line, text=rest))
        elif line.is_bare_byline:
            bare.append(_BULLETS.sub("", line.text))
        else:
            kept.append(line)
    names = closing or bare
    article.byline = " ".join(" ".join(names).split())
    return kept


def _more_signed(lines: list[Line]) -> bool:
    """Tell whether nothing but boxes and pictures follow the signature."""
    return not any(line.is_body for line in lines) or any(line.is_follow_up for line in lines[:1])


def _take_headings(article: PageArticle, lines: list[Line]) -> list[Line]:
    headings: list[str] = []
    rest = list(lines)
    captions: list[str] = []
    while rest and len(headings) < _MOST_HEADINGS:
        line = rest[0]
        if line.is_credit and headings and any(later.is_heading for later in rest[1:2]):
            captions.append(line.text)
        elif _heads(line, headings):
            headings.append(line.text)
        else:
            break
        rest = rest[1:]
    is_loose = len(headings) > 2 and _loose_run(lines, 1) >= _LOOSE_RUN and not _has_text(rest)
    if headings and (is_loose or (not rest and len(headings) > 1)):
        # Verse or a table stands right under its headline.
        sure = headings.index(_main_heading(headings)) + 1
        headings, rest = headings[:sure], lines[sure:]
    article.captions += captions
    _name(article, headings)
    return _take_lead_bracket(article, rest)


def _has_text(lines: list[Line]) -> bool:
    return bool(lines) and any(line.is_body for line in lines[:2])


def _heads(line: Line, headings: list[str]) -> bool:
    text = line.text
    if _WHOLE_BRACKET.match(text) or _LABELLED.match(text) or _KICKER_LABEL.match(text):
        return True
    if text.startswith(("——", "—", "－－", "--")) and headings and len(text) <= 44:
        return True
    if line.is_numbered_subhead and headings:
        return False
    # The first line may be a headline with a colon; after it a list or verse may begin.
    return line.is_heading and (not headings or not line.is_item)


def _name(article: PageArticle, headings: list[str]) -> None:
    """Tell the headline from kickers, column names and second headlines."""
    if not headings:
        return
    labelled = next((h for h in headings if _LABELLED.match(h)), None)
    main = labelled or _main_heading(headings)
    kickers = [_plain_heading(_KICKER_LABEL.sub("", h)) for h in headings if h is not main]
    article.headline = _plain_heading(_LABELLED.sub("", main))
    article.kicker = " ".join(kickers)


def _main_heading(headings: list[str]) -> str:
    """The first, unless it is a column's name or reads like a kicker above a short headline."""
    named = [
        h for h in headings if not h.startswith(("——", "—", "－－", "--")) and not _KICKER_LABEL.match(h)
    ]
    if not named:
        return headings[0]
    if len(named) > 1 and (_is_column(named[0]) or _reads_as_kicker(named[0], named[1])):
        return named[1]
    return named[0]


def _is_column(text: str) -> bool:
    marked = _BULLETS.match(text) or _WHOLE_BRACKET.match(text)
    return bool(marked) or (len(text) <= 6 and bool(_COLUMN_NAME.search(text)))


def _reads_as_kicker(first: str, second: str) -> bool:
    # A kicker (引题) tells the matter at length; the headline below it is short and has no figures.
    if len(second) < 4 or len(first) < len(second) + 6:
        return False
    return not re.search(r"\d", second) and (bool(re.search(r"\d|，|,", first)) or len(first) > 18)


def _plain_heading(text: str) -> str:
    match = _WHOLE_BRACKET.match(text)
    text = next(part for part in match.groups() if part) if match else text
    return " ".join(_BULLETS.sub("", text).lstrip("—-－").split())


def _take_lead_bracket(article: PageArticle, lines: list[Line]) -> list[Line]:
    """A brief may carry its headline in brackets at the head of its text: 【夜校开课】湖东街道…."""
    if not lines or article.headline:
        return lines
    match = _LEAD_BRACKET.match(lines[0].text)
    if match is None or DATELINE.match(lines[0].text):
        return lines
    article.headline = match[1].strip()
    first = lines[0]
    return [replace(first, text=first.text[match.end() :].lstrip()), *lines[1:]]


def _loose_run(lines: list[Line], at: int) -> int:
    """Return how many lines in a row around this one are as short as verse, captions not counted."""
    start = end = at
    while start > 0 and lines[start - 1].is_loose and not lines[start - 1].is_credit:
        start -= 1
    while end < len(lines) and lines[end].is_loose and not lines[end].is_credit:
        end += 1
    if start == end:
        return 0
    run = lines[start:end]
    lengths = [len(line.text) for line in run]
    as_verse = sum(not line.is_closed for line in run) >= _LOOSE_RUN or max(lengths) - min(lengths) < 3
    return len(run) if as_verse else 0


class _Body:
    """Reads the lines under the headings: joins cut sentences, lifts captions out of them."""

    def __init__(self, article: PageArticle, lines: list[Line]) -> None:
        self._article = article
        self._lines = lines
        self._open = ""
        self._has_indents = sum(line.indented for line in lines) > 1
        self._is_loose = [
            line.is_row or (line.is_loose and _loose_run(lines, at) >= _LOOSE_RUN)
            for at, line in enumerate(lines)
        ]

    def read(self) -> None:
        for at, line in enumerate(self._lines):
            if self._is_caption(at):
                self._article.captions.append(line.text)
            elif self._open and self._joins(at):
                self._keep(at, _glued(self._open, line.text))
            else:
                self._close()
                self._begin(at)
        self._close()

    def _begin(self, at: int) -> None:
        line = self._lines[at]
        if self._heads_part(at):
            self._article.add("subhead", _BULLETS.sub("", line.text))
        else:
            self._keep(at, self._without_dateline(line.text))

    def _heads_part(self, at: int) -> bool:
        line, after = self._lines[at], self._lines[at + 1 : at + 2]
        if self._is_loose[at] or not after:
            return False
        if _BULLETS.match(line.text) and line.is_heading:
            return True
        heads_text = after[0].is_closed or len(after[0].text) > MOST_HEADING or after[0].is_credit
        return line.is_subhead and heads_text

    def _keep(self, at: int, text: str) -> None:
        """Keep a finished paragraph; what lacks its end waits for its other half."""
        if not text:
            return
        is_row = self._lines[at].is_row
        if is_row or self._is_loose[at] or Line(text).is_closed:
            self._article.add("body", text if is_row else mend(text))
            self._open = ""
        else:
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
        if _BULLETS.match(line.text) or _WHOLE_BRACKET.match(line.text):
            return False
        if line.is_label and Line(self._open).is_label:
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
        is_bare = len(after[0].text) <= 14 and not re.search(r"[。，,]", after[0].text.rstrip("。"))
        return is_bare and len(line.text) <= 40 and line.text.count("。") < 2 and not line.is_item

    def _interrupts(self, at: int) -> bool:
        """Tell whether a line stands in the middle of a sentence, with the other half behind it."""
        line, after = self._lines[at], self._next_text(at)
        if after is None or not self._joins_after(after) or len(line.text) > _SURE_CAPTION:
            return False
        if line.is_closed:
            return "，" not in line.text and "," not in line.text and line.text.count("。") <= 1
        stands_alone = line.gap > 0 and after.gap > 0
        return (
            stands_alone
            and line.is_subhead
            and after.is_closed
            and not re.match(r"[，。、；：,;:]", after.text)
        )

    def _next_text(self, at: int) -> Line | None:
        return next((line for line in self._lines[at + 1 :] if not line.is_credit), None)

    def _joins_after(self, after: Line) -> bool:
        if after.is_heading or after.is_dateline or after.is_item or re.match(r"[“\"「]", after.text):
            return False
        if _OPENERS.match(after.text):
            return False
        return not (self._has_indents and after.indented)

    def _without_dateline(self, text: str) -> str:
        match = DATELINE.match(text)
        if match is None or self._article.dateline or self._article.paragraphs:
            return text
        self._article.dateline = " ".join(match["line"].split())
        rest = text[match.end() :].lstrip(" ，,：:　")
        return self._without_named_byline(rest)

    def _without_named_byline(self, text: str) -> str:
        """Take (记者 周一帆) or 记者周一帆报道 behind a dateline, where nothing signs the end."""
        match = _NAMED_BYLINE.match(text) or _SPOKEN_BYLINE.match(text)
        if match is None:
            return text
        if not self._article.byline:
            self._article.byline = " ".join(match[1].split())
        return text[match.end() :].lstrip()


def _glued(before: str, after: str) -> str:
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} {after}" if latin else before + after
