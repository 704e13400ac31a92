"""A post copied from a public account (公众号) -> a draft, without the account's own lines around it.

These are much the same everywhere: 点击上方蓝字关注我们 above the headline, below it a line with author,
account and day, and at the foot — END —, 往期推荐 and 阅读 3万 赞 在看.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.articles.importing.draft import Block, Draft, draft_of_blocks
from reader.articles.importing.newspaper.patterns import both_scripts

_DAY = re.compile(r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?")
_WHEN = rf"(?:{_DAY.pattern}|(?:今|昨|前)天|\d{{1,2}}[天小时分钟]{{1,2}}前)(?:\s+\d{{1,2}}:\d{{2}})?"
_PLACE = r"(?:\s*发表于)?\s*[\u4e00-\u9fff]{2,6}"
_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|"
    "贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|中国香港|中国澳门|中国台湾|美国|日本|新加坡|英国|加拿大|澳大利亚"
)
#: 原创 小鹿 云川生活 2026-11-20 18:30 发表于浙江; the names are the author's and the account's.
_META = both_scripts(
    rf"^(?:(?P<own>原[创創])[ \t\u3000:：]+)?(?P<names>[^\s。，]{{1,20}}(?:[ \t\u3000]+[^\s。，]{{1,20}})?)"
    rf"(?:[ \t\u3000]+{_WHEN}(?P<place>{_PLACE})?)?$"
)
_OWN = ("原创", "原創")
#: On a telephone the day, the place and the buttons stand on lines of their own.
_META_REST = both_scripts(
    rf"^(?:{_WHEN}(?:{_PLACE})?|(?:发表于\s*)?(?:{_PROVINCES})|发表于\s*\S{{2,6}}|听全文|\d+人听过|修改于.{{0,16}}|收录于合集.{{0,40}}|(?:#\S+\s*)+(?:\d+个?)?)$"
)
_INVITES = both_scripts(
    r"^[^。]{0,12}(?:点击|戳|关注|长按|加)[^。]{0,16}(?:上方|下方|蓝字|蓝色|关注我们|关注我|名片|星标|公众号)[^。]{0,24}$|"
    r"^[↑👆☝]?\s*(?:点击)?(?:上方|下方)[^。]{0,16}关注[^。]{0,16}$"
)
_END = re.compile(
    r"^[\W_]*(?:(?:THE\s?)?END|The\s?[Ee]nd|End)[\W_]*$|^[-—–·•*]{1,4}\s?(?:全文)?完\s?[-—–·•*]{1,4}$"
)
_MORE = both_scripts(
    r"^\W*(?:往期(?:推荐|精选|精彩|回顾|好文|文章|内容|热文)|推荐阅读|相关阅读|精彩推荐|热门推荐|好文推荐|猜你喜欢|喜欢此内容的人还喜欢)\W*$"
)
_FEED = both_scripts(
    r"^[^。]{0,30}(?:点个?|点亮)\W{0,2}(?:在看|赞)[^。]{0,30}$|"
    r"^阅读\s?[\d.]+\s?万?\+?(?:\s+(?:点?赞|在看|分享|留言|收藏)\s?[\d.万+]*)*$|"
    r"^(?:点?赞|在看|分享|收藏|写留言|精选留言|阅读原文|喜欢作者|赞赏|投诉)(?:\s?[\d.万+]+)?$|"
    r"^(?:(?:分享|收藏|点赞|在看)\s*){2,4}$|"
    r"^(?:微信扫一扫|继续滑动看下一个|轻触阅读原文|预览时标签不可点|以下文章来源于)[^。]{0,30}$"
)
_CREDIT = both_scripts(
    r"^(?P<office>(?:文字?|作者|撰文|采写|图片?|摄影|供图|编辑|责编|责任编辑|排版|校对|审核|审校|监制|来源|设计|运营|素材)"
    r"(?:[/&·、和](?:文字?|图片?|编辑|排版))?)\s?[|｜丨/:：]\s?(?P<who>[^。]{1,30})$"
)
_WRITES = both_scripts(r"文|作者|采写")
_PICTURES = both_scripts(r"^(?:图片?|摄影|供图|来源)$")
_NUMBER = re.compile(r"^(?:0?\d|[一二三四五六七八九十]|(?:PART|Part|No|NO)\.?\s?0?\d{1,2})$")
#: The line with author and day is one of so many at the top.
_HEAD = 8
_MOST_HEADLINE = 64
_MOST_SUBHEAD = 24


@dataclass
class _Post:
    """The lines of a post by what they are."""

    above: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    author: str = ""
    account: str = ""
    date: str = ""


def read_post(text: str) -> Draft | None:
    """Return the article of a post, None where the text is not surely one."""
    lines = [line for raw in text.split("\n") if (line := " ".join(raw.split()))]
    meta = _meta_at(lines)
    if not _is_post(lines, meta):
        return None
    post = _parted(lines, meta)
    writer = _take_credits(post)
    headline = post.above.pop() if post.above else _first_line(post.body)
    blocks, captions = _blocks(post.body)
    draft = draft_of_blocks(headline, blocks, captions)
    return replace(
        draft,
        kicker=" ".join(post.above),
        byline=draft.byline or writer or post.author,
        source=post.account,
        date=post.date,
    )


def _meta_at(lines: list[str]) -> int | None:
    """Return the place of the line with author, account and day: it stands near the top, below a headline."""
    for at, line in enumerate(lines[:_HEAD]):
        match = _META.match(line)
        if match and at and (match["own"] or _DAY.search(line)) and not _INVITES.match(line):
            return at
    return None


def _is_post(lines: list[str], meta: int | None) -> bool:
    """Tell whether the text has what only posts have; one sign alone may stand in any text."""
    if meta is not None and lines[meta].startswith(_OWN):
        return True
    kinds = (_INVITES, _END, _MORE, _FEED)
    signs = sum(any(kind.match(line) for line in lines) for kind in kinds)
    return signs + (meta is not None) >= 2


def _parted(lines: list[str], meta: int | None) -> _Post:
    post = _Post()
    if meta is not None:
        post.above = [line for line in lines[:meta] if not _is_around(line)]
        _read_meta(post, lines[meta])
        lines = lines[meta + 1 :]
        while lines and _META_REST.match(lines[0]):
            post.date = post.date or _iso(lines[0])
            lines = lines[1:]
    end = next((at for at, line in enumerate(lines) if _END.match(line) or _MORE.match(line)), len(lines))
    foot = [line for line in lines[end:] if _CREDIT.match(line)]
    post.body = [line for line in [*lines[:end], *foot] if not _is_around(line)]
    return post


def _read_meta(post: _Post, line: str) -> None:
    match = _META.match(line)
    assert match is not None
    *authors, post.account = match["names"].split()
    post.author = " ".join(authors)
    post.date = _iso(line)


def _is_around(line: str) -> bool:
    """Tell what stands around the article: invitations, counts, ornaments."""
    return bool(_INVITES.match(line) or _FEED.match(line) or _END.match(line)) or not re.search(r"\w", line)


def _take_credits(post: _Post) -> str:
    """Take the lines of who made the post off its end, and return who wrote it."""
    writer = ""
    while post.body and (match := _CREDIT.match(post.body[-1])) and len(post.body) > 1:
        if _WRITES.search(match["office"]):
            writer = match["who"]
        post.body.pop()
    return writer


def _first_line(body: list[str]) -> str:
    """Take the headline off a post that has no line of author and day under it."""
    if body and len(body[0]) <= _MOST_HEADLINE and not re.search("[。；：]$|。.", body[0]):
        return body.pop(0)
    return ""


def _blocks(body: list[str]) -> tuple[list[Block], list[str]]:
    """Return paragraphs and subheads, and the credits of pictures; 01 on a line heads the line below."""
    blocks: list[Block] = []
    captions: list[str] = []
    is_numbered = False
    for line in body:
        credit = _CREDIT.match(line)
        if credit and _PICTURES.match(credit["office"]):
            captions.append(line)
        elif _NUMBER.match(line):
            is_numbered = True
            continue
        else:
            is_subhead = is_numbered and len(line) <= _MOST_SUBHEAD and not re.search("[。！；…]", line)
            blocks.append(Block("subhead" if is_subhead else "body", line))
        is_numbered = False
    return blocks, captions


def _iso(line: str) -> str:
    match = _DAY.search(line)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
