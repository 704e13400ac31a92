"""The words of running text around a figure: bounds before and behind it, and which way a change goes."""

from __future__ import annotations

import re

from reader.chinese.numbers.measures import LENGTHS, MONEY, TIME_UNITS
from reader.chinese.numbers.quantity import Bound

_REACH = 9  # characters before a figure that can belong to its bound word
# What may stand between a bound word and its figure: 约需40分钟, 约为每秒30万公里, 不超过±0.5.
_LINK = (
    "(?:合?人民币|了|已?经?有|为|是|过|在|达到?|计|[只仅]?占到?|了将|需?要|需|用|花)?"
    "(?:每个?[\u4e00-\u9fff]{1,2})?(?:[ \u00a0\u3000±]|正负)?"
)

_PLAIN = "[^的，。、；：！？()（）“”\\s\\d零一二三四五六七八九十百千万亿两几半]"

_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        Bound.AT_MOST,
        "(?:不|(?<![区特级性类差个分识辨告])别|勿|莫|切忌|禁止|严禁|避免)(?:得|能|应|可|宜|会|要|"
        "应当)?(?:超过?|多于|高于|大于|超出|逾)|[未没](?:有)?(?:超过|突破)|"
        "最多|至多|顶多|不超|封顶(?:为|是)?",
    ),
    (
        Bound.AT_LEAST,
        "不(?:得|能|应|可|宜|会)?(?:少于|低于|小于)|不下于?|至少|最少|起码|少说(?:也|都)?(?:要|得|有|能)?|"
        "不亚于",
    ),
    (
        Bound.UNDER,
        "不足|不够|(?<![看找想得收见买听碰料感意遇用])不到|[不未]满|(?<!不)低于|(?<!不)少于|(?<!不)小于|"
        "未达到?|[跌降]破|跌穿|[跌降]至不足",
    ),
    (
        Bound.MORE_THAN,
        "(?<![不别勿莫])超过|(?<![不别勿莫])超出|超越|突破|(?<![不别勿莫])多于|(?<![不别勿莫])大于|"
        "(?<![不别勿莫])高于|"
        "(?<![反中英赶高西意德法不连买卖])超(?!市)|逾|不止|不只|突破|冲破(?!了)|"
        "(?<![磨打刺划撞戳摔弄咬砸踢捅撕击识攻挤爆踩烧割扎炸敲震踏揭道看点冲突])破(?!案)",
    ),
    (Bound.NEARLY, "将近|接近|直逼|逼近|几近|近乎|几乎|(?<![附临靠邻最新走])(?<!(?<![母父])亲)近"),
    (
        Bound.ABOUT,
        "大约|大概|大致|差不多|约莫|约合|左近|(?<![合节预签公条契特制违纽邀相简履续毁誓婚隐俭])约|"
        "(?<=[一二三四五六七八九十两几0-9]条)约|估计|估算",
    ),
)
_BEFORE_PATTERN = re.compile(
    "(?:" + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BEFORE)) + f"){_LINK}$"
)
# A limit may name what it is a share of: 不超过投资额的8%, but 高于全国平均水平5个百分点 compares.
_LIMIT_BEFORE = re.compile(
    "(?:(?P<at_most>不(?:得|能|应)?(?:超过|高于))|(?P<at_least>不(?:得|能|应)?(?:低于|少于)))"
    "[\u4e00-\u9fff]{1,20}(?:额|价|价格|本|值|面积|总数|资|入|量|金|款|率|标准|线)的?$"
)
# Or who set it and when it was reached: 超过去年全年的3.2万件, 不少于国家规定的30天, 超出核定的58人.
_SET_BEFORE = re.compile(
    "(?:(?P<at_most>(?:[不未没勿莫]|(?<![区特级性类差个分识辨告])别)(?:得|能|应|可|宜|会|要|准|许|曾|"
    "有)?(?:超过|超出|高于|多于|大于))|"
    "(?P<at_least>不(?:得|能|应|可|宜|会)?(?:低于|少于|小于)|不下于?|不亚于)|"
    "(?P<more_than>超过|超出|高于|多于|大于|突破|刷新)|(?P<under>低于|少于|小于|不足|不够|未达到?|不到)|"
    "(?P<nearly>接近|逼近|近乎|将近))了?"
    f"(?P<by>(?:(?![按每收则把将以让]){_PLAIN}){{0,12}})的(?:约|近)?[ ]?$"
)
_SET_BY = re.compile(
    "[去前上今明当同往历]年|全年|同期|上[月周季届次轮]|前[期次届]|此前|之前|以往|历史|当时|原[来先有定计]|"
    "规定|法定|国家|要求|标准|核[定载准]|额定|限定|约定|设定|设计|计划|预[期计定算]|预警|目标|指标|"
    "平均|均值|中位|最[高低多少大小]|[上下]限|红线|警戒|合同|正常|纪录|记录|行业|全[国省市球]|世界|"
    "对手|对方|一般|通常|普通|常[年规人]"
)
# A share has what it is a share of between: 不到总投资的三成.
_SHARE_OF = re.compile("百分之|[0-9０-９.]+[%％]|[一二两三四五六七八九十百0-9.]+(?:成|分之|倍)|一半|半数")
# What is done may stand between: 最多可容纳300人, 至少留三分之一.
_DONE_BEFORE = re.compile(
    "(?:(?P<at_most>最多|至多|顶多)|(?P<at_least>至少|最少|起码))"
    "[^的是第，。、；：！？()（）“”\\s\\d零一二三四五六七八九十百千万两几]{1,4}$"
)
# And how often: 最多一次能坐12个人. Then 最多 says nothing of the 一.
_EACH_TIME = "(?:一|每)(?:次|天|日|周|年|人|趟|顿|回|车|船|个月|小时|个小时|分钟|户|家|场|轮)"
_DONE_EACH = re.compile(
    f"(?:(?P<at_most>最多|至多|顶多|最高)|(?P<at_least>至少|最少|起码|最低)){_EACH_TIME}"
    f"(?:只|也|就|才|都)?(?:能|可以?|会|要|得|需要?|允许|须|给|收){_PLAIN}{{0,4}}$"
)
_EACH_BEHIND = re.compile(
    f"{_EACH_TIME}(?:只|也|就|才|都)?(?:能|可以?|会|要|得|需要?|允许|须|给|收){_PLAIN}{{0,4}}"
    "[0-9０-９一二两三四五六七八九十百千半几]"
)
_SHARE_ABOUT = re.compile(
    "(?:大约|大概|(?<![合节预签公条契特制违纽邀相简])约)在?(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|"
    "深夜|午夜|晚|当[日天晚])$|"
    # 大约在井下500米: where stands between.
    "(?:大约|大概|约莫|(?<![合节预签公条契特制违纽邀相简])约)(?:位于|处于|停在|坐落[在于]|[在距离于从])"
    "[^，。；、！？0-9０-９一二三四五六七八九十百千万第]{1,8}$|"
    "约(?:相当于|占|等于|合|为|是|达)(?:[0-9０-９]{4}年)?[\u4e00-\u9fff]{0,12}的$|"
    # 约裁减25%: what is done stands between.
    "(?:大约|(?<![合节预签公条契特制违纽邀相简])约)[可将能]?(?:减少|增加|裁减|下降|增长|上涨|提高|节省|"
    "节约|缩短|耗资|耗时|投资|损失|"
    "运送|接待|生产|售出|拥有|覆盖|容纳|消耗|排放|种植|产|收|卖|花费|持续|走|跑|用时|历时)了?$"
)
# A bare scale has bound words of its own: 上万, 过亿, 成百.
_BARE_BEFORE = re.compile("(?P<least>上)$|(?P<more>过)$")
# 小二百 is almost two hundred; 最小一百 and 中小一千 are none.
_SMALL_BEFORE = re.compile("(?:^|[，。、；：！？”“\\s有要花了就也都得才差着给近快到出卖赚挣交])小$")
_SMALL_SUM = re.compile("[一二两三四五六七八九][十百千万]|十(?=[个年来万斤里块天])|百(?=[十万来号斤里块])")
_NO_BARE_UP = set("带背穿算搭赔配戴补捎捧披垫凑网路街地天身手线场会晚早以之如加马迈登跨踏站")
_BEHIND: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "(?:[（(]含[）)])?[及或]?以上(?!述)|[及或]更多|之上"),
    (Bound.AT_MOST, "(?:[（(]含[）)])?[及或]?以下|以内|之内"),
    (Bound.ABOUT, "左右|上下(?![班课车学文])|前后(?=[，。、）的])|许(?=[，。、]|[^多可])"),
    (Bound.MORE_THAN, "开外|出头|(?:还|都|也)?不止(?=[，。；！？的）]|$)|还要?多(?![了少出])"),
    (Bound.OVER, "挂零|有余|有零"),
    (
        Bound.AT_LEAST,
        "[往朝]上(?![看走爬去跳翻])|打底(?![层色妆裤衫])|起(?:跳|步(?![早晚阶较区])|购|投(?![票诉入资放])|"
        "售(?![货后])|卖)",
    ),
    (Bound.AT_MOST, "(?<!折)封顶(?![仪之])|为限|为上限"),
    (Bound.UNDER, "(?:还|都|也|连)?不到(?=[的就，。；、！？），,]|时间|$)|[往朝]下(?=[，。；！？的）]|$)"),
    (Bound.ABOUT, "光景(?![区点象])|的?样子(?=[，。；！？、）]|$)|的模样(?=[，。；！？、）]|$)"),
)
# 三分之一强 is a bit more, 两成弱 a bit less.
_SHARE_BEHIND = re.compile("(?P<over>强)|(?P<nearly>弱)")
_IS_SHARE = re.compile("[%％成]$|一半$|成[一二三四五六七八九半]$|分之[^分]{1,4}$")
_SHARE_END = re.compile("(?=[，。；、！？）的\\n]|$)")
_BEHIND_PATTERN = re.compile(
    "[ \u00a0\u3000]?(?:" + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BEHIND)) + ")"
)
_WITHIN = re.compile("内(?![容部地蒙科外陆存心在需销燃疆])")
_UPWARDS = re.compile("起(?![来到义源])(?=[，。、；）（(售拍步！!,.)\n ]|$)")
_AREAS = frozenset(["平", "平米", "平方米", "㎡"])
_AREA_UPWARDS = re.compile(
    "起(?=[0-9一二三四五六七八九两大小独叠联双精在现期新户均别公可售，。；、 ]|$)"
)  # 161平起别墅
_RECENT_END = re.compile("[ ]?(?:来|间|内|里|的时间里|以来)")
_LASTING = re.compile(
    "(?:历时|用时|耗时|长达|达|经过|用了|花了|等了|了|时隔|已有?|停留|持续|坚持|工作|从事|从业|"
    "任职|相隔|过去|迄今|距今)$"
)
_BY_THE_CLOCK = frozenset(["小时", "个小时", "钟头", "个钟头", "分钟", "秒", "秒钟", "刻钟"])
_TECHNIQUES = re.compile(".{0,3}(?:技术|关键|瓶颈|难[题点关]|核心|壁垒|障碍|专利)")
# 袖口破了三次 is torn, 总量破三亿 has passed.
_TORN = re.compile("(?<![突首跌降已连])破了?$")
_HOLES = frozenset(["项", "次", "处", "个", "道", "块", "遍", "回", "层", "条", "只", "件", "起"])
_AMOUNT_BEFORE = re.compile("(?:值|额|量|入|数|口|模|价|资|利|润|产|积|款|金|人均|户均|费|资金|已|均|客流)$")

_UP = (
    "走高|反弹|上行|升值|加息|增收|增产|增亏|放量|加薪|扩容|狂飙|(?<!负)增长|增加|上升|提高|上涨|延长|"
    "增幅|涨幅|攀升|增|升高|提升|扩大|多出|高出|上浮|上扬|新增|暴涨|"
    "高开|多赚|多收|挺升|走升|走扬|劲扬|收高|猛增|激增|飙升|涨|(?<![毫公厘分微])升|上调|[快多高大重长厚贵]了|增速|翻"
)
_DOWN = (
    "低开|少赚|少收|走低|[重下小大急续]挫|[重续狂]摔|(?<=[昨今日])摔|走跌|收低|下行|下探|降息|减亏|减产|减排|减税|减持|缩小|缩量|腰斩|少增|下降|减少|降低|下跌|跌幅|降幅|"
    "缩短|缩减|回落|下滑|下调|下浮|暴跌|锐减|骤降|萎缩|压缩|精简|"
    "负增长|降|减|跌|贬值|削减|裁减|砍掉|砍去|收窄|缩水|流失|[少低矮轻慢短]了|便宜了"
)
# 比上年多200家; but 比北京高3度 compares two places.
_SINCE = (
    "[比较](?:(?:去年|上年)(?:同期)?|前年|往年|上月|上季度?|上周|昨天|前一[年天月]|"
    "同期|原来|以前|之前|此前|年初|当年)"
)
_CHANGED_SINCE = re.compile(f"{_SINCE}[^，。；]{{0,4}}(?:(?P<up>[多高快大长重贵])|(?P<down>[少低慢小短轻]))$")
_SIGNED = re.compile("(?:同比|环比|涨跌幅?|较上[年月])[：:]?[ ]?(?P<sign>[+＋])?$")
_DIRECTION = re.compile(
    f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:幅度?|率)?(?:了|为|约|近|超过?|逾|达到?|将近|接近|"
    f"大约|不足|不到|不低于|不少于|至少|[ +＋])*$"
)
# 缩短为3天: to three days, not by three.
_TO_BE = re.compile("(?:缩短|缩减|减少|降低|增加|提高|压缩|精简|扩大|提升|上调|下调|[增减降升])为")
_TO_LEVEL = re.compile("(?:到|至|为|成|回|破|降至|升至)(?:了|近|约|超过?|逾|不足|不到|将近|接近|[ ])*$")
_BY_FACTOR = re.compile(
    "(?:增长|增加|提高|上升|上涨|提升|延长|扩大|高出|多出|增|涨|升|多|高|快|大|[宽长深重厚远贵久](?=了))"
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
    if _SMALL_BEFORE.search(window) and _SMALL_SUM.match(text, start):
        return Bound.NEARLY, start - 1
    found = _BEFORE_PATTERN.search(window)
    if found is None:
        return _far_bound(text, start)
    if _EACH_BEHIND.match(text, start):
        return None
    if _TORN.search(found.group()) and measure in _HOLES:
        return None
    bound = next(bound for i, (bound, _) in enumerate(_BEFORE) if found[f"b{i}"])
    if bound is Bound.MORE_THAN and found.group().startswith("突破") and measure in ("项", "个"):
        behind = text[start : start + 16]
        if _TECHNIQUES.search(behind.partition(measure)[2][:8]):
            return None
    return bound, window_start + found.start()


def _far_bound(text: str, start: int) -> tuple[Bound, int] | None:
    """Return the bound of a word that stands farther in front: what is limited or done comes between."""
    nearby = text[max(0, start - 14) : start]
    about = _SHARE_ABOUT.search(nearby)
    limit = _LIMIT_BEFORE.search(text[max(0, start - 30) : start]) or _DONE_BEFORE.search(nearby)
    limit = limit or _DONE_EACH.search(nearby)
    if limit is None:
        if about is not None:
            return Bound.ABOUT, start - len(about.group())
        limit = _SET_BEFORE.search(text[max(0, start - 22) : start])
        if limit is None or not (_SET_BY.search(limit["by"]) or _SHARE_OF.match(text, start)):
            return None
    bound = next(Bound(name) for name, word in limit.groupdict().items() if word and name != "by")
    return bound, start - len(limit.group())


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
    found = _BEHIND_PATTERN.match(
        text, end + 3 if measure in MONEY and text.startswith("人民币", end) else end
    )
    if found is not None:
        return next(bound for i, (bound, _) in enumerate(_BEHIND) if found[f"b{i}"]), found.end()
    share = (
        _SHARE_BEHIND.match(text, end)
        if measure is None and _IS_SHARE.search(text[max(0, end - 6) : end])
        else None
    )
    if share is not None and _SHARE_END.match(text, share.end()):
        return (Bound.OVER if share["over"] else Bound.NEARLY), share.end()
    if (measure in TIME_UNITS or measure in LENGTHS) and _WITHIN.match(text, end):
        return Bound.AT_MOST, end + 1
    # Where 起 counted cases (事故3起) it would be the measure word.
    is_sum = measure in MONEY or (measure is None and (text[end - 1] in "万亿" or text[end - 1].isdigit()))
    if measure in _AREAS and _AREA_UPWARDS.match(text, end):
        return Bound.AT_LEAST, end + 1
    if is_sum and _UPWARDS.match(text, end):
        return Bound.AT_LEAST, end + 1
    return None


def direction_before(text: str, start: int) -> str | None:
    """Return ``up`` or ``down`` where the words before ``start`` say that something changed by the figure."""
    found = _DIRECTION.search(text[max(0, start - _REACH) : start]) or _CHANGED_SINCE.search(
        text[max(0, start - 14) : start]
    )
    if found is not None and _TO_BE.search(found.group()) is None:
        return "up" if found["up"] else "down"
    signed = _SIGNED.search(text[max(0, start - 6) : start])
    if signed is None:
        return None
    return "up" if signed["sign"] else "down" if text[start : start + 1] in ("-", "－", "−") else None


def grows_by(text: str, start: int) -> bool:
    """Tell whether the multiple at ``start`` says by how much (增长了三倍), not to what (增长到三倍)."""
    window = text[max(0, start - _REACH) : start]
    return _BY_FACTOR.search(window) is not None and _TO_LEVEL.search(window) is None
