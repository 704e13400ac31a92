"""The words of running text around a figure: bounds before and behind it, and which way a change goes."""

from __future__ import annotations

import re

from reader.chinese.numbers.measures import LENGTHS, MONEY, TIME_UNITS
from reader.chinese.numbers.quantity import Bound

_REACH = 9  # characters before a figure that can belong to its bound word
# What may stand between a bound word and its figure: 约需40分钟, 约为每秒30万公里, 不超过±0.5.
_LINK = (
    "(?:了|有|为|是|过|在|达到?|计|占|了将|需?要|需|用|花)?(?:每个?[\u4e00-\u9fff]{1,2})?[ \u00a0\u3000±]?"
)

_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        Bound.AT_MOST,
        "(?:不|(?<![区特级性类差个分识辨告])别|勿|莫|切忌|禁止|严禁|避免)(?:得|能|应|可|宜|会|要|应当)?(?:超过?|多于|高于|大于|超出)|[未没](?:有)?(?:超过|突破)|"
        "最多|至多|顶多|不超",
    ),
    (Bound.AT_LEAST, "不(?:得|能|应|可|宜|会)?(?:少于|低于|小于)|不下于?|至少|最少|起码|不亚于"),
    (
        Bound.UNDER,
        "不足|(?<![看找想得收见买听碰料感意遇用])不到|[不未]满|(?<!不)低于|(?<!不)少于|(?<!不)小于|"
        "未达到?|[跌降]破|跌穿|[跌降]至不足",
    ),
    (
        Bound.MORE_THAN,
        "(?<![不别勿莫])超过|(?<![不别勿莫])超出|超越|突破|(?<![不别勿莫])多于|(?<![不别勿莫])大于|(?<![不别勿莫])高于|"
        "(?<![反中英赶高西意德法不])超(?!市)|逾|不止|不只|[突冲]?破(?!案)",
    ),
    (Bound.NEARLY, "将近|接近|几近|几乎|(?<![附临靠邻亲最新走])近"),
    (
        Bound.ABOUT,
        "大约|大概|大致|差不多|约莫|约合|左近|(?<![合节预签公条契特制违纽邀相简履续毁誓婚隐俭])约|(?<=[一二三四五六七八九十两几0-9]条)约|估计|估算",
    ),
)
_BEFORE_PATTERN = re.compile(
    "(?:" + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BEFORE)) + f"){_LINK}$"
)
# A limit may name what it is a share of: 不超过投资额的8%, but 高于全国平均水平5个百分点 compares.
_LIMIT_BEFORE = re.compile(
    "(?:(?P<most>不(?:得|能|应)?(?:超过|高于))|(?P<least>不(?:得|能|应)?(?:低于|少于)))"
    "[\u4e00-\u9fff]{1,20}(?:额|价|价格|本|值|面积|总数|资|入|量|金|款|率|标准|线)的?$"
)
# What is done may stand between: 最多可容纳300人, 至少留三分之一.
_DONE_BEFORE = re.compile(
    "(?:(?P<most>最多|至多|顶多)|(?P<least>至少|最少|起码))"
    "[^的是第，。；、：！？()（）“”\\s\\d零一二三四五六七八九十百千万两几]{1,4}$"
)
_SHARE_ABOUT = re.compile("约(?:相当于|占|等于|合)[\u4e00-\u9fff]{1,8}的$")
# A bare scale has bound words of its own: 上万, 过亿, 成百.
_BARE_BEFORE = re.compile("(?P<least>上)$|(?P<more>过)$")
_NO_BARE_UP = set("网路街地天身手线场会晚早以之如加马迈登跨踏站")
_BEHIND: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "(?:[（(]含[）)])?[及或]?以上(?!述)|[及或]更多|之上"),
    (Bound.AT_MOST, "(?:[（(]含[）)])?[及或]?以下|以内|之内"),
    (Bound.ABOUT, "左右|上下(?![班课车学文])|前后(?=[，。、）的])|许(?=[，。、]|[^多可])"),
    (Bound.MORE_THAN, "开外|出头"),
)
_BEHIND_PATTERN = re.compile(
    "[ \u00a0\u3000]?(?:" + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BEHIND)) + ")"
)
_WITHIN = re.compile("内(?![容部地蒙科外陆存心在需销燃疆])")
_UPWARDS = re.compile("起(?![来到义源])(?=[，。、；）售拍步！!,.)\n ]|$)")
_RECENT_END = re.compile("[ ]?(?:来|间|内|里|的时间里|以来)")
_LASTING = re.compile(
    "(?:历时|用时|耗时|长达|达|经过|用了|花了|等了|了|时隔|已有?|停留|持续|坚持|工作|从事|从业|"
    "任职|相隔|过去|迄今|距今)$"
)
_BY_THE_CLOCK = frozenset(["小时", "个小时", "钟头", "个钟头", "分钟", "秒", "秒钟", "刻钟"])
_TECHNIQUES = re.compile(".{0,3}(?:技术|关键|瓶颈|难[题点关]|核心|壁垒|障碍|专利)")
_AMOUNT_BEFORE = re.compile("(?:值|额|量|入|数|口|模|价|资|利|润|产|积|款|金|人均|户均|费|资金|已|均|客流)$")

_UP = (
    "增长|增加|上升|提高|上涨|增幅|涨幅|攀升|增|升高|提升|扩大|多出|高出|上浮|上扬|新增|暴涨|"
    "猛增|激增|飙升|涨|升|上调|快了|增速|翻"
)
_DOWN = (
    "下降|减少|降低|下跌|跌幅|降幅|缩短|缩减|回落|下滑|下调|下浮|暴跌|锐减|骤降|萎缩|压缩|精简|"
    "降|减|跌|贬值|亏损"
)
_DIRECTION = re.compile(
    f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:幅度?|率)?(?:了|为|约|近|超过?|逾|达到?|将近|接近|"
    f"大约|不足|不到|不低于|不少于|至少|[ +＋])*$"
)
_TO_LEVEL = re.compile("(?:到|至|为|成|回|破|降至|升至)(?:了|近|约|超过?|逾|不足|不到|将近|接近|[ ])*$")
_BY_FACTOR = re.compile(
    "(?:增长|增加|提高|上升|上涨|提升|扩大|高出|多出|增|涨|升|多|高|快|大|[宽长深重厚远贵久](?=了))"
    "(?:了|近|约|超过?|逾|达|将近|大约|不止|不到|不足|整整|足足|差不多|几乎|[ ])*$"
)


def bound_before(text: str, start: int, measure: str | None, *, bare: bool) -> tuple[Bound, int] | None:
    """Return the bound that the words before a figure at ``start`` give it, and where they begin."""
    window_start = max(0, start - _REACH)
    window = text[window_start:start]
    if bare and (found := _BARE_BEFORE.search(window)) and not _no_bare(window):
        return (Bound.AT_LEAST if found["least"] else Bound.MORE_THAN), window_start + found.start()
    if window.endswith(("刚过", "已过")) and not bare:
        return Bound.MORE_THAN, start - 1
    if window.endswith("过") and _AMOUNT_BEFORE.search(window[:-1]) and not window.endswith(("超过", "经过")):
        return Bound.MORE_THAN, start - 1
    found = _BEFORE_PATTERN.search(window)
    if found is None:
        nearby = text[max(0, start - 14) : start]
        limit = _LIMIT_BEFORE.search(text[max(0, start - 30) : start]) or _DONE_BEFORE.search(nearby)
        about = None if limit else _SHARE_ABOUT.search(nearby)
        if about is not None:
            return Bound.ABOUT, start - len(about.group())
        if limit is None:
            return None
        return (Bound.AT_MOST if limit["most"] else Bound.AT_LEAST), start - len(limit.group())
    bound = next(bound for i, (bound, _) in enumerate(_BEFORE) if found[f"b{i}"])
    if bound is Bound.MORE_THAN and found.group().startswith("突破") and measure in ("项", "个"):
        behind = text[start : start + 16]
        if _TECHNIQUES.search(behind.partition(measure)[2][:8]):
            return None
    return bound, window_start + found.start()


def _no_bare(window: str) -> bool:
    return window[-2:-1] in _NO_BARE_UP or window.endswith(("不过", "超过", "经过", "通过"))


def is_recent(text: str, word_start: int, end: int, measure: str | None) -> bool:
    """Tell whether 近 means "the last" (近三年来) and not "nearly" (历时近三年)."""
    if measure not in TIME_UNITS or text[word_start] != "近":
        return False
    if _RECENT_END.match(text, end):
        return True
    if measure in _BY_THE_CLOCK:
        return False
    return _LASTING.search(text[max(0, word_start - 4) : word_start]) is None


def bound_behind(text: str, end: int, measure: str | None) -> tuple[Bound, int] | None:
    """Return the bound that the words behind a figure (and its measure word) give it, and where they end."""
    found = _BEHIND_PATTERN.match(text, end)
    if found is not None:
        return next(bound for i, (bound, _) in enumerate(_BEHIND) if found[f"b{i}"]), found.end()
    if (measure in TIME_UNITS or measure in LENGTHS) and _WITHIN.match(text, end):
        return Bound.AT_MOST, end + 1
    # Where 起 counted cases (事故3起) it would be the measure word.
    is_sum = measure in MONEY or (measure is None and (text[end - 1] in "万亿" or text[end - 1].isdigit()))
    if is_sum and _UPWARDS.match(text, end):
        return Bound.AT_LEAST, end + 1
    return None


def direction_before(text: str, start: int) -> str | None:
    """Return ``up`` or ``down`` where the words before ``start`` say that something changed by the figure."""
    found = _DIRECTION.search(text[max(0, start - _REACH) : start])
    if found is None:
        return None
    return "up" if found["up"] else "down"


def grows_by(text: str, start: int) -> bool:
    """Tell whether the multiple at ``start`` says by how much (增长了三倍), not to what (增长到三倍)."""
    window = text[max(0, start - _REACH) : start]
    return _BY_FACTOR.search(window) is not None and _TO_LEVEL.search(window) is None
