"""The words around a figure that tell where what it counts begins and ends."""

from __future__ import annotations

import re

from reader.chinese.numbers.quantity import FigureKind

CLAUSE_END = re.compile("[，。；！？：、\n,;!?:“”（）()]")
THOUSANDS = re.compile("[0-9],[0-9]{3}")
SENTENCE_END = re.compile("[。！？；\n!?]")
HAN = "[\u4e00-\u9fff0-9A-Za-z]"
WHEN = re.compile(
    "(?:截至|截止|到)?(?:(?:19|20)[0-9]{2} ?年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:底|末|初)?|"
    "[今去前明当]年(?:[0-9一二三四上下前]{1,3}(?:季度|个月|月份?|半年))?|"
    "[0-9]{1,2}月(?:[0-9]{1,2}日|份|底|末)?|"
    "[一二三四五六七八九十]{1,3}(?:年|个月|天)(?:前|后|来)|"
    "目前|现在|如今|此前|近年来|昨[天日]|今[天日]|明[天日]|本[周月]|上半年|下半年|"
    "[一二三四]季度|三年前|年内|期间|过去)"
)
# Words that lead from what is counted to the figure, and are no part of it.
LEAD = re.compile(
    "(?:已经?|共有?|总共|一共|共计|合计|累计|现有|拥有|仅有?|只有|还有|就有|约为?|为|是|有|了|"
    "达到?|超过|突破|近|将近|接近|不足|不到|"
    "逾|超|大约|多达|高达|增至|降至|增加到|提高到|扩大到|增长|增加|下降|减少|提高|降低|上升|"
    "上涨|下跌|上调|下调|收报|收于|报于?|同比|环比|比去年|比上年|较去年|较上年|"
    "新增|整整|足足|完成|完工|竣工|开工|加装|安装|实现|建成|达成|签约|引进|引来|接待|投放|收到|录入|登记|"
    "统计|布设|排名|居|占|至|"
    "维持|保持|稳定|降|跌|涨|升|增|减|缩短|回落|压缩|高出|多出|却|只|则|仍|还|更|共|每年|每天|每月|"
    "在|到|从|由|使|让|将|把|被|均|都|也|又|再|就|才|"
    "之间|的|地|得|着|过|可|能|要|会|[ \u00a0])+$"
)
LEAD_BEHIND = re.compile("^(?:的|左右|以上|以下|以内|多|余|来|[ \u00a0])*")
STOP_BEHIND = re.compile(
    "(?:[ 0-9的一二两三四五六七八九十]|设立|打造|连|提出|组成|参加|出席|来自|已|都|均|将|被|在|"
    "正在|是|为|有|了|可|能|要|会|于|和|与|及|到|至|从|占|就|才|也|内|前|后|中|之间|里|成为|"
    "完成|"
    "建成|采纳|开始|结束|起|时|得到|受|报名|报满|进行|实现|超过|左右|以上|以下|投入|通过)"
)
FRONT = re.compile(
    "^(?:其中|同时|此外|但?(?:光是?|单是?|仅是?|就是|只是)|目前|现在|如今|"
    "截至[^，]{0,8}|今年[以来]*|去年|预计|据[^，]{1,4}|全年|"
    "每年|每天|并|且|而|但|还|又|也|"
    "[0-9]{1,2}月(?:[0-9]{1,2}日|份)?|(?:19|20)[0-9]{2}年)+"
)
SHARE = re.compile("占(?!比)|是(?=[^，]{1,10}的[0-9一二两三四五六七八九十百千.]*倍?$)")
TOLD_OF_ANY = (FigureKind.PERCENT, FigureKind.MULTIPLE, FigureKind.CHANGE, FigureKind.FRACTION)
PARTS_OF_LAW = frozenset("条章节款项")
SHARE_IS = re.compile(f"(?:是|为|系|来自)({HAN}{{2,6}})(?=[，。；！\n])")
NOUN_FLAGS = ("n", "vn", "j", "l", "an", "eng")
QUALITY_FLAGS = ("a", "b")
#: Nouns of one character that close a compound the tagger cuts up: 借阅 + 量, 就业 + 率.
SUFFIXES = frozenset(
    [*"量额率价数费值期度款产能力站", "占比", "中心", "基地", "平台", "系统", "设备", "设施", "人员", "机构"]
)
#: Verbs by their form, nouns before a figure.
SUMS = frozenset(
    [
        "收入",
        "支出",
        "投入",
        "产出",
        "消费",
        "投资",
        "贷款",
        "存款",
        "出口",
        "进口",
        "增产",
        "减产",
        "营收",
        "盈利",
    ]
)
#: Nouns that the tagger cuts before an adjective.
MEASURED = re.compile(
    "(?:时|全|总|身|桥|线|路|跨|周)长|(?:身|层|桥|塔|楼|海拔)高|体重|(?:桥|路)宽|水深|年龄$"
)
#: What is told of the noun before, and is no part of what is counted.
HAPPENINGS = frozenset(
    "发展 变化 突破 整整 调试 增长 提高 下降 上升 需要 可以 完成 惠及 带动 覆盖 吸引 合计 共计 总计".split()  # noqa: SIM905
)
# What a clause may say before its figure and still leave its subject to the clause before.
CARRIED_ON = re.compile("(?:[年月日]|其中|同比|环比|[比较与][^，]{1,8}|以?平均|每年|全年)?$")
COMPARED = re.compile("[比较与][^，]{1,10}[多少高低快慢长短大小宽窄深浅厚薄重轻远近早晚贵增减升降]")
# The subject of the clause before goes on where something is told of it: 同比增长18.5%, 占六成.
MADE = frozenset(["新建", "新增", "改建", "扩建", "在建", "建成", "修建"])
FROM = re.compile("[由从]")
GOES_ON = re.compile("同比|环比|[占比较]|其中")
#: Words that the tagger calls nouns and that tell how something is done: 分成九个小组轮流值班.
MANNERS = frozenset(
    [
        "轮流",
        "集体",
        "整体",
        "依次",
        "分别",
        "同时",
        "联合",
        "重点",
        "高开",
        "低开",
        "作业",
        "净流入",
        "净流出",
        "中共",
    ]
)
#: One character that spends or adds before its noun: 花电费, 增粉丝.
SPENT = frozenset("花增收投发打交付用补贴罚处判缴")
#: Whole places and whole bodies: what is told of them stands behind.
WHOLES = re.compile("^(?:全场|全[国省市县区镇村乡球州厂校]|我[国省市县区]|该[国省市县区])$")
DATED = re.compile("[年月日时分]$|月|[时点]")
KINDS = frozenset(["城市", "农村", "乡村", "雨强"])  # names of places to the tagger
SINCE = re.compile("[较比](?=[上去前昨同往此原节今年月])")
#: Measure words that are nouns themselves: what they count never stands before them.
BODIES = frozenset("部门 国 省 市 县 区 乡 镇 村 校 部委 方面 省份 省市 地 大".split())  # noqa: SIM905
PRICE_BEFORE = re.compile("(?:[元块毛角]|块钱|毛钱|元钱)$")
BRACKET = re.compile("[（(][^（()）]{1,20}[）)]$")
LED = re.compile(f"(?:{LEAD.pattern.removesuffix('$')})?")
BLANK = re.compile("[ \u00a0\u3000]")
