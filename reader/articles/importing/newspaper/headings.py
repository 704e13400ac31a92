"""The lines above the body of an article: headline, kicker, the name of a column, a second headline."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from reader.articles.importing.newspaper.lines import (
    Line,
    is_author,
)
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.patterns import BOX_NAME, BULLETS, DATELINE, ENTRY, FOLLOW_UP
from reader.articles.importing.punctuation import mend_quotes

WHOLE_BRACKET = re.compile(r"^【([^【】]{2,40})】$|^\[([^\[\]]{2,40})\]$|^〔([^〔〕]{2,40})〕$")
_LEAD_BRACKET = re.compile(r"^【([^【】]{2,30})】\s*(?=\S)")
_LABELLED = re.compile(r"^(?:标题|题目|主题|大标题)[:：]\s*")
_KICKER_LABEL = re.compile(r"^(?:引题|肩题|眉题|副题|副标题|引标|小标题)[:：]\s*")
_COLUMN_NAME = re.compile(r"(?:观察|关注|聚焦|新闻|专栏|视点|民生|在线|焦点|要闻|简讯|速递|时评|播报)$")
_COLUMN_BEFORE = re.compile("^[【\\[〔]([^【】\\[\\]〔〕]{2,8})[】\\]〕]\\s*(?=.{4})")
_MOST_HEADINGS = 4
_SHORT_KICKER = 6
_MOST_EXPLAINING = 64
#: A headline is set in two lines of about one length; the first is no longer than this.
_MOST_HALF_HEADLINE, _MOST_HALVES_APART = 14, 5
#: Names of matches and events, which stand above a headline: 男篮联赛第9轮, 城市马拉松.
_EVENT = re.compile(
    r"^.{2,12}(?:第[\d一二三四五六七八九十]+[轮届站场季期]|马拉松|联赛|杯赛|锦标赛|公开赛|决赛|杯|大会|博览会|艺术节|文化节|运动会|"
    "专项行动|工程|计划|提醒|调查)[ >＞》]*$"
)
#: With these the second line of a headline goes on, or its verb does.
_SECOND_HALF = re.compile(
    "怎样|怎么|如何|为何|为什么|何以|凭啥|凭什么|缘何|何时|该不该|能不能|竟|却|也|都|又|再|正在|已|将|不再|不止|点亮|照亮|"
    "撑起|带火|带动|带热|走出|走进|走上|走向|装下|装进|变身|变成|成了|成为|串起|连起|托起|唤醒|激活|盘活|改变|温暖|守护|"
    "牵出|织就|绘就|铺就|搬进|住进|开进|飞进|飞上|跑出|闯出|卖到|卖出|种出|养出|引来|迎来|换来|让|给|把|被|为|从|向|在|"
    "发现|发送|建成|完成|实现|突破|达到|超过|创下|创造|首次|成功|亮相|提高|获得|夺得|击败|推出|建起|办起|修好|救下|送来|送进|接待|吸引|"
    "早高峰|晚高峰|今起|明起|今天|明天|昨天|昨日|今日|本周|下周|月底|年底|年内|春节|周末|免费|正式|全面|有望|开始|"
    "开建|开工|开通|开馆|开门|再添|新增|再增|加开|"
    "拿下|登上|进入|进军|出现|增加|减少"
)
#: A first line with one of these tells something by itself.
_TELLS = re.compile(
    "[了着过，：:？！?!]|启动|开课|开工|开通|发布|举行|上线|过半|增长|下降|启用|试开放|上路|开张|开放|揭晓|落成"
)
LOOSE_RUN = 3


def take_headings(article: PageArticle, lines: list[Line]) -> list[Line]:
    """Name the article by the headings it begins with; return the lines under them."""
    headings: list[str] = []
    rest = list(lines)
    captions: list[str] = []
    while rest and len(headings) < _MOST_HEADINGS:
        line = rest[0]
        if headings and line.is_follow_up:
            break
        if line.is_credit and headings and any(later.is_heading for later in rest[1:2]):
            captions.append(line.text)
        elif (headings and _explains(rest)) or (_heads(line, headings) and not (headings and _lists(rest))):
            headings.append(line.text)
        else:
            break
        rest = rest[1:]
    is_loose = len(headings) > 2 and loose_run(lines, 1) >= LOOSE_RUN and not _has_text(rest)
    if headings and (is_loose or (not rest and len(headings) > 1)):
        # Verse or a table stands right under its headline.
        # Of verse, the second line is no headline, however short the first is.
        sure = headings.index(_main_heading(headings)) + 1
        sure = min(sure, 1 + _is_column(headings[0])) if is_loose else sure
        headings, rest = headings[:sure], lines[sure:]
    article.captions += captions
    if len(headings) > 1 and not article.byline and is_author(headings[-1]):
        article.byline = headings.pop()
    _name(article, headings)
    return _take_lead_bracket(article, rest)


def _explains(lines: list[Line]) -> bool:
    """Tell a long second headline, right above the dateline, from text: no sentence ends in it."""
    line, below = lines[0], lines[1:2]
    is_one = len(line.text) <= _MOST_EXPLAINING and not re.search(r"[。：:，,；;]$|。", line.text)
    marked = line.is_dateline or line.is_byline or line.is_credit or line.is_brief or line.is_item
    return bool(below) and below[0].is_dateline and is_one and not marked


def _has_text(lines: list[Line]) -> bool:
    return bool(lines) and any(line.is_body for line in lines[:2])


def _lists(lines: list[Line]) -> bool:
    """Tell whether a list of labels begins: 时间：…, 地点：…; 专家：… alone may be a heading."""
    if lines[1:2] and lines[1].is_dateline:
        return False
    return lines[0].is_label and (len(lines) < 2 or lines[1].is_label or not lines[0].is_told_by_somebody)


def _heads(line: Line, headings: list[str]) -> bool:
    text = line.text
    if WHOLE_BRACKET.match(text) or _LABELLED.match(text) or _KICKER_LABEL.match(text):
        return True
    if text.startswith(("——", "—", "－－", "--")) and headings and len(text) <= 44:
        return True
    if line.is_numbered_subhead and headings:
        return False
    # The first line may be a headline with a colon; after it a list, a table or verse may begin.
    is_entry = line.is_item or bool(ENTRY.search(text))
    return line.is_heading and (not headings or not is_entry)


def _name(article: PageArticle, headings: list[str]) -> None:
    """Tell the headline from kickers, column names and second headlines."""
    if not headings:
        return
    labelled = next((h for h in headings if _LABELLED.match(h)), None)
    main = labelled or _main_heading(headings)
    second = next((h for h, after in zip(headings[1:], headings, strict=False) if after is main), "")
    if second and not labelled and _goes_on_below(main, second):
        headings = [h for h in headings if h is not second]
    else:
        second = ""
    kickers = [_plain_heading(_KICKER_LABEL.sub("", h)) for h in headings if h is not main]
    article.headline = _plain_heading(f"{_LABELLED.sub('', main)} {second}")
    if match := _COLUMN_BEFORE.match(article.headline):
        # 【市场快评】“爆单”之后更要练内功
        article.headline = article.headline[match.end() :]
        kickers.append(match[1])
    article.kicker = " ".join(kickers)


def _main_heading(headings: list[str]) -> str:
    """The first, unless it is a column's name or reads like a kicker above a short headline."""
    named = [h for h in headings if not _is_beside(h)]
    if not named:
        return headings[0]
    if len(named) > 1 and (_is_column(named[0]) or _reads_as_kicker(named[0], named[1])):
        named = named[1:]
    return next((h for above, h in pairwise(named) if _is_under_figures(above, h)), named[0])


def _is_under_figures(above: str, heading: str) -> bool:
    """Tell whether the line above reports in figures, and this, an image or a question, is the headline."""
    has_image = bool(re.search('[“”"「]|怎样|怎么|如何|为何|为什么|[？?]$', heading))
    tells = bool(re.search(r"\d|[一二两三四五六七八九十百]+[天项个人名年次家座条]", above)) and not re.search(
        '[“”"「]', above
    )
    return tells and has_image and not re.search(r"\d|[：:]", heading)


def _is_beside(heading: str) -> bool:
    """Tell what only stands above or below a headline: it leads in, goes on behind a dash, or says so."""
    marked = heading.startswith(("——", "—", "－－", "--")) or heading.endswith((":", "："))
    return marked or bool(_KICKER_LABEL.match(heading))


def _goes_on_below(first: str, second: str) -> bool:
    """Tell whether a headline was set in two lines: the second asks or tells what the first only names."""
    if len(first) > _MOST_HALF_HEADLINE or _TELLS.search(first):
        return False
    # A short name may be followed by any length: 小小一颗螺丝 / 怎样拧进全球三成风机.
    is_even = len(first) < 10 or abs(len(first) - len(second)) <= _MOST_HALVES_APART
    return is_even and bool(_SECOND_HALF.match(second))


def _is_column(text: str) -> bool:
    marked = BULLETS.match(text) or WHOLE_BRACKET.match(text)
    if BOX_NAME.fullmatch(text) or FOLLOW_UP.match(text):
        return True
    return bool(marked) or (len(text) <= 6 and bool(_COLUMN_NAME.search(text)))


def _reads_as_kicker(first: str, second: str) -> bool:
    if _EVENT.match(first) and not _TELLS.search(first) and not _SECOND_HALF.match(second):
        return True
    if len(first) < _SHORT_KICKER and len(second) > len(first) + 2 and not re.search(r"\d", second):
        # 文化惠民 above “书香进社区”走过第十年
        return True
    # A kicker (引题) tells the matter at length; the headline below it is short and has no figures.
    if len(second) < 4 or len(first) < len(second) + 6:
        return False
    return not re.search(r"\d", second) and (bool(re.search(r"\d|，|,", first)) or len(first) > 18)


def _plain_heading(text: str) -> str:
    match = WHOLE_BRACKET.match(text)
    text = next(part for part in match.groups() if part) if match else text
    return mend_quotes(" ".join(BULLETS.sub("", text).lstrip("—-－").split()))


def _take_lead_bracket(article: PageArticle, lines: list[Line]) -> list[Line]:
    """A brief may carry its headline in brackets at the head of its text: 【夜校开课】湖东街道…."""
    if not lines or (article.headline and not (lines[0].is_titled and _is_column(article.headline))):
        return lines
    match = _LEAD_BRACKET.match(lines[0].text)
    if match is None or DATELINE.match(lines[0].text):
        return lines
    article.kicker = " ".join(f"{article.kicker} {article.headline}".split())
    article.headline = match[1].strip()
    first = lines[0]
    return [replace(first, text=first.text[match.end() :].lstrip()), *lines[1:]]


def loose_run(lines: list[Line], at: int) -> int:
    """Return how many lines in a row around this one are as short as verse, captions not counted."""
    return loose_runs(lines)[at] if at < len(lines) else 0


def loose_runs(lines: list[Line]) -> list[int]:
    """Return of each line how many in a row around it are as short as verse, captions not counted."""
    lengths: list[int] = []
    for is_short, group in groupby(lines, lambda line: line.is_loose and not line.is_credit):
        run = list(group)
        lengths += [_verse_length(run) if is_short else 0] * len(run)
    return lengths


def _verse_length(run: list[Line]) -> int:
    lengths = [len(line.text) for line in run]
    as_verse = sum(not line.is_closed for line in run) >= LOOSE_RUN or max(lengths) - min(lengths) < 3
    return len(run) if as_verse else 0
