"""Whether a number in hanzi counts anything: its measure word, its neighbours, the words behind it."""

from __future__ import annotations

import re

from reader.chinese.numbers.atoms import HANZI_DIGIT, Atom
from reader.chinese.numbers.measures import MONEY, TIME_UNITS, word_set
from reader.chinese.numbers.quantity import Bound, FigureKind
from reader.chinese.numbers.terms import HUNDRED_MILLIONS, STANDS, Term

# 三号 alone may be a name; one of these it is not.
_NUMBERED = re.compile(
    "(?:会议|病|教|候机|手术|车)?(?:室|房|厅|楼|院|门|桌|馆|库|仓|床|窗口|车厢|通道|展台|赛道|泳道|选手|"
    "球员|码头|泊位|"
    "站台|检票口|航站楼|种子)"
)
# 买三送一
_BOUGHT = re.compile(f"(?<=买[一二两三四五六七八九十])[送赠得免][{HANZI_DIGIT}]")
_GIVEN_AWAY = re.compile("买[一二两三四五六七八九十][送赠得免]$")
# 前十, the first ten of a list; 目前三大运营商 has another 前.
_RANKED = re.compile("(?:^|[^目此日之年以当])前$")
_RANKS = re.compile("[大强位]|[，。、；的]|$")
_YOUNG = re.compile("(?:才|刚满|年方|年仅|正值|虚岁|芳龄|刚过)$")
_PRICED = re.compile("[卖价收花付赚挣找]$|要价$|只要$")
_AGED = re.compile("(?:满|年过|年近|年逾|今年|明年|去年|快|都|也|奔|上|有)$")
# Counted without a measure word, as headlines do: 增两专业, 三学生获奖.
_NOUNS = (
    "(?:男子|女子|男生|女生|男童|女童|男孩|女孩|少年|少女|儿童|婴儿|[大中小]?学生|老人|老汉|村民|市民|居民|"
    "农民|工人|矿工|民工|乘客|旅客|游客|司机|船员|球员|选手|队员|官员|干部|高管|民警|警察|消防员|士兵|战士|"
    "医生|护士|患者|病人|嫌犯|嫌疑人|嫌疑犯|疑犯|劫匪|歹徒|小偷|逃犯|毒贩|被告|候选人|冠军|新人|新星|老将|"
    "小将|"
    "国脚|外援|新援|记者|教师|专家|搭档|店员|员工|职员|业主|店主|保安|教练|部门|单位|企业|银行|院校|高校|城市|省市|省份|"
    "国家|地区|县区|县市|区县|乡镇|村庄|家庭|专业|学科|课程|报名点|考点|站点|网点|景点|试点|看点|亮点|"
    "热点|特点|难点|疑点|变化|变动|异象|乱象|怪象|谜团|新规|举措|措施|办法|条件|要求|原则|问题|难题|课题|议题|话题|项目|方案|趋势|"
    "特征|优势|"
    "因素|原因|理由|误区|悬念|案件|命案|事故|航线|航班|线路|路线|新线|车站|机场|大奖|奖项|金牌|银牌|铜牌|"
    "奖牌|"
    "纪录|新品|新作|新片|新车|新店|新机|机型|车型|产品|品牌|股东|个股|新股|板块|行业|领域|平台|渠道|步骤|"
    "环节|"
    "目标|任务)"
)
_NUMBERED_PLACES = "公司|医院|学院|学校|小区|社区|法院|分院|分校|分店|分公司"  # 三医院 may be the third
_COUNTED_NOUN = re.compile(f"新?(?:{_NOUNS}|(?<=两)(?:{_NUMBERED_PLACES}))")
_ADDED = re.compile("(?:[设增建开现添获出抓查]|新增|推出)$")
_ADDED_NOUN = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{_NOUNS}|{_NUMBERED_PLACES})")
# 两华裔女性: without a measure word 两 is nearly always a count.
_BOTH = re.compile(
    f"(?![会岸极手侧旁翼边侯汉晋宋湖广江淮河性口码难用便]|面[派三]|下子|败俱)(?:(?![有是在的都不了也就会能要很])[\u4e00-\u9fff]){{0,4}}?(?:{_NOUNS}|[女男]性|[货客卡轿渔商船飞]车?船?机?(?=相撞|相碰|遇险|沉没|失踪|坠毁|追尾)|[员犯师民客警匪徒嫌](?![们国作额户票务官])|[男女](?=[被因在]))"
)
_NOT_COUNTED = re.compile("(?:[第高初大研硕博预周期拜张王李赵老小阿华其之这那首无再统任每]|年级)$")
_REACHED = re.compile("达到?$|[赚亏值赔骗]$|重返$|重回$|站上$|回到$|迈入$|跻身$|冲击$")
# What is told per hundred kilometres or ten thousand yuan: 百公里油耗, 万元GDP能耗.
_PER_SO_MANY = re.compile(
    "百公里(?:综合|平均|实际)?(?:油耗|耗油|电耗|耗电|能耗|气耗|加速|提速)|"
    "[百万亿]元(?:GDP|国内生产总值|地区生产总值|产值|工业增加值|增加值|营业收入|营收|资产)(?!以上|企业)"
)
# 百名孤儿, 万亩良田 and 价值万元 are round numbers; 百年 and 千里 are figures of speech.
_COUNTED_ROUND = word_set(
    "款 部 集 篇 幅 场 支 项 种 所 座 台 套 件 份 张 本 册 只 株 棵 名 "
    "斤 亩 元 美元 欧元 港元 英镑 吨 公里 公斤 米 平方米 平方公里 立方米 千瓦 公顷 辆 艘 架"
)
_CONGRESS = re.compile("党的?$|共$|共（[^）]{0,8}）$")
_STEP = re.compile("台阶|大关|关口|门槛")
# 数 and 几 begin many words; alone they count only before these.
_AFTER_WHAT = re.compile("[饭餐术赛课睡事会班之此].?[前后]$")
_SOME_MEASURES = word_set(
    """
    个 名 人 次 日 天 月 年 家 起 位 条 项 小时 个小时 分钟 周 个月 座 所 件 辆 只 头 棵 种 场 处 户
    层 级 里 公里 米 斤 吨 元 秒 种 批 轮 代 岁 块 句 本 页 篇 张 份 间 艘 架 台 套 部 颗 粒 片 瓶 杯
    碗 支 根 门 点 遍 趟 回 国 省 市 县 地 村 世纪 个世纪 度 亩 丈 尺 寸 晚 夜 昼夜 星期 个星期 钟头
    个钟头 段 下 声 眼 首 幅 封 栋 排 组 届 倍 勺 滴 圈 毛 毛钱
    """
)
_NOUN_BEFORE_SOME = re.compile(
    "[人次件户票总多少无指参函级倍系变常复奇偶基序约个岁字篇页句股点位天钱代分计整负"
    "正实虚有可无进度计读回对里步权名家得悉如招气]$"
)
_QUERY_SOME = re.compile("[第星期拜好]$")
_STRENGTH = re.compile(
    "左右|(?:以上)?(?:[大强阵台]风|[地余]震|烈度|[东南西北偏]{1,2}风|风(?![景险光采格]))|伤残|[台石]阶"
)
_WIND = re.compile("(?:风力?|震感?|时段|烈度|[力达到为有转、增，])$")


def counts(text: str, term: Term, *, bounded: bool) -> bool:
    """Tell whether a number in hanzi is a figure at all; ``bounded`` says that a bound word stands at it."""
    atom = term.atom
    if atom.printed or term.kind not in (FigureKind.CARDINAL, FigureKind.DECIMAL, FigureKind.ORDINAL):
        return True
    written = text[atom.start : atom.end]
    if HUNDRED_MILLIONS.match(text, atom.end):
        return True
    if written in ("几", "数"):
        return _some_counts(text, term, written)
    if written == "半":
        before = text[max(0, atom.start - 2) : atom.start]
        stands_apart = before[-1:] not in set("上下前后大多过小对") or before in (
            "超过",
            "不过",
            "大约",
            "再过",
            "又过",
            "刚过",
            "才过",
            "没过",
        )
        # 饭后半小时, but 后半夜.
        is_wait = _AFTER_WHAT.search(before) is not None
        return term.measure is not None and (stands_apart or (is_wait and term.measure in TIME_UNITS))
    if term.measure is not None and _STEP.match(text, term.measure_end):
        return True
    if atom.bare and (_STEP.match(text, atom.end) or _PER_SO_MANY.match(text, atom.start)):
        return True
    if atom.bare:
        each = text[atom.start - 1 : atom.start] == "每" and term.measure is not None
        return each or _bare_counts(text, term, written, bounded=bounded)
    if atom.bound is Bound.VAGUE:
        return term.measure is not None or len(written) > 2 or written[-1] in "十百千万亿"
    if term.measure is not None:
        return _measure_counts(text, term, written) and (
            # 陆地, 陆家嘴 and the 伍 family are no sixes and fives.
            written not in "陆伍" or term.measure in MONEY or term.measure in ("张", "颗", "份", "枚", "个")
        )
    if _GIVEN_AWAY.search(text[max(0, atom.start - 3) : atom.start]) or _BOUGHT.match(text, atom.end):
        return True
    if _RANKED.search(text[max(0, atom.start - 2) : atom.start]) and _RANKS.match(text, atom.end):
        return True
    if written in tuple("两三四五六七八九"):
        before = text[max(0, atom.start - 2) : atom.start]
        added = _ADDED.search(before) is not None and _ADDED_NOUN.match(text, atom.end) is not None
        both = written == "两" and _BOTH.match(text, atom.end) is not None
        if added or both or _COUNTED_NOUN.match(text, atom.end):
            return _NOT_COUNTED.search(before) is None
    if any(place in written for place in "百千万亿") or atom.bound is not Bound.EXACT:
        return len(written) > 1
    if "点" in written:
        return True
    tens = len(written) > 1 and "十" in written
    if not tens or bounded:
        return tens
    stands = STANDS.match(text, atom.end) is not None
    return (
        stands
        and (
            _PRICED.search(text[max(0, atom.start - 2) : atom.start]) is not None
            or written[0] != "十"
            or _tells_age(text, atom, _YOUNG)
        )
    ) or (text[atom.end : atom.end + 1] == "了" and _tells_age(text, atom, _AGED))


def _tells_age(text: str, atom: Atom, words: re.Pattern[str]) -> bool:
    return words.search(text[max(0, atom.start - 3) : atom.start]) is not None


def _some_counts(text: str, term: Term, written: str) -> bool:
    before = text[max(0, term.start - 2) : term.start]
    if term.measure not in _SOME_MEASURES or (_QUERY_SOME.search(before) and not before.endswith("好")):
        return False
    if written == "数" and text.startswith(("天上", "地上"), term.end):
        return False  # 数天上的星星
    return written == "几" or _NOUN_BEFORE_SOME.search(before) is None


def _bare_counts(text: str, term: Term, written: str, *, bounded: bool) -> bool:
    if bounded or term.atom.bound is not Bound.EXACT:
        return True
    if len(written) > 1:
        # 点击量达千万: at the end of its clause.
        reached = STANDS.match(text, term.atom.end) and _REACHED.search(text[: term.atom.start][-2:])
        return bool(reached) or (term.measure is not None and term.measure not in TIME_UNITS)
    if (
        text[term.atom.start - 1 : term.atom.start] in tuple("（(：:／/一每0123456789０１２３４５６７８９")
        and term.atom.start
    ):
        return False  # the heading of a column: （万元）
    return term.measure in _COUNTED_ROUND or (written == "百" and term.measure == "岁")


def _measure_counts(text: str, term: Term, written: str) -> bool:
    if term.measure == "大":
        congress = _CONGRESS.search(text[max(0, term.start - 11) : term.start])
        value = term.value or 0
        few = value <= 10 or (value <= 100 and value % 10 == 0)  # 前二十大股东
        return written != "一" and few and congress is None
    if term.measure == "级" and len(written) == 1 and written != "两":
        return (
            _WIND.search(text[max(0, term.start - 2) : term.start]) is not None
            or _STRENGTH.match(text, term.measure_end) is not None
        )
    return term.measure != "号" or len(written) > 1 or _NUMBERED.match(text, term.measure_end) is not None
