"""What headings right above one another tell of each other by their words: which is the headline."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.articles.importing.newspaper.patterns import BOX_NAME, BULLETS, FOLLOW_UP, WHOLE_BRACKET

_COLUMN_NAME = re.compile(r"(?:观察|关注|聚焦|新闻|专栏|视点|民生|在线|焦点|要闻|简讯|速递|时评|播报)$")
_SHORT_KICKER = 6
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


def is_under_figures(above: str, heading: str) -> bool:
    """Tell whether the line above reports in figures, and this, an image or a question, is the headline."""
    has_image = bool(re.search('[“”"「]|怎样|怎么|如何|为何|为什么|[？?]$', heading))
    tells = bool(re.search(r"\d|[一二两三四五六七八九十百]+[天项个人名年次家座条]", above)) and not re.search(
        '[“”"「]', above
    )
    return tells and has_image and not re.search(r"\d|[：:]", heading)


def goes_on_below(first: str, second: str) -> bool:
    """Tell whether a headline was set in two lines: the second asks or tells what the first only names."""
    if len(first) > _MOST_HALF_HEADLINE or _TELLS.search(first):
        return False
    # A short name may be followed by any length: 小小一颗螺丝 / 怎样拧进全球三成风机.
    is_even = len(first) < 10 or abs(len(first) - len(second)) <= _MOST_HALVES_APART
    return is_even and bool(_SECOND_HALF.match(second))


def reads_as_kicker(first: str, second: str) -> bool:
    """Tell whether the first names an event or a matter, or tells at length what the second is called."""
    if _EVENT.match(first) and not _TELLS.search(first) and not _SECOND_HALF.match(second):
        return True
    if len(first) < _SHORT_KICKER and len(second) > len(first) + 2 and not re.search(r"\d", second):
        # 文化惠民 above “书香进社区”走过第十年
        return True
    # A kicker (引题) tells the matter at length; the headline below it is short and has no figures.
    if len(second) < 4 or len(first) < len(second) + 6:
        return False
    return not re.search(r"\d", second) and (bool(re.search(r"\d|，|,", first)) or len(first) > 18)


def main_heading(headings: list[str]) -> tuple[int, bool]:
    """Return which heading is the headline by the words alone, and whether the next goes on with it."""
    named = [at for at, heading in enumerate(headings) if not _is_beside(heading)] or [0]
    first = headings[named[0]]
    if len(named) > 1 and (_is_column(first) or reads_as_kicker(first, headings[named[1]])):
        named = named[1:]
    pairs = pairwise(named)
    main = next((at for above, at in pairs if is_under_figures(headings[above], headings[at])), named[0])
    goes_on = main + 1 < len(headings) and goes_on_below(headings[main], headings[main + 1])
    return main, goes_on


def _is_beside(heading: str) -> bool:
    """Tell what only stands above or below a headline: it leads in, or goes on behind a dash."""
    return heading.startswith(("——", "—", "－－", "--")) or heading.endswith((":", "："))


def _is_column(text: str) -> bool:
    marked = BULLETS.match(text) or WHOLE_BRACKET.match(text)
    if BOX_NAME.fullmatch(text) or FOLLOW_UP.match(text):
        return True
    return bool(marked) or (len(text) <= 6 and bool(_COLUMN_NAME.search(text)))
