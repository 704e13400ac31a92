"""Words that are built by rule: 成交额, 新能源, 坐不下, 点点头, 一次次, and what their parts say."""

from __future__ import annotations

from collections.abc import Callable

_SUFFIXES = """
额:amount 率:rate 量:amount 性:quality 化:-ization 者:person 员:member 区:zone 县:county 局:bureau
部:department 厅:office 室:room 院:institute 堂:hall 所:station 站:station 场:ground 馆:hall 店:shop
厂:factory 楼:building 线:line 网:network 期:period 史:history 观:outlook 制:system 型:type 类:category
级:level 物:thing 品:goods 机:machine 器:device 车:vehicle 船:boat 艇:boat 舰:ship 费:fee 金:money
款:sum 税:tax 券:coupon 股:share 权:right 法:law; method 学:study 论:theory 术:technique 业:trade
界:circles 圈:circle 团:group 队:team 组:group 会:association; meeting 班:class 层:layer 版:edition
卡:card 证:certificate 票:ticket 单:list 表:form 书:book 报:paper 片:film; piece 剧:play 曲:song 歌:song
声:sound 味:taste 色:colour 式:style 罪:crime 症:illness 炎:inflammation 癌:cancer 剂:agent
仪:instrument 奖:prize 节:festival 日:day 周:week 年:year 展:exhibition 赛:contest 杯:cup
园:park; garden 城:city 村:village 镇:town 街:street 路:road 桥:bridge 港:port 岛:island 湖:lake
河:river 山:mountain 林:forest 树:tree 花:flower 草:grass 油:oil 水:water 汤:soup 饭:meal 面:surface
肉:meat 粉:powder 纸:paper 布:cloth 板:board 管:tube 箱:box 柜:cabinet 架:rack 桌:table 灯:lamp 门:door
长:head 师:master 工:worker 民:people 人:person 客:guest 迷:fan 商:dealer 生:student 手:hand 兵:soldier
犯:criminal 感:feeling 力:power 度:degree 点:point 处:place 地:place 源:source 体:body
病:disease 药:medicine 价:price 包:bag 袋:bag 瓶:bottle 盒:box 衣:clothes 服:clothes 鞋:shoe 帽:hat
鱼:fish 鸟:bird 虫:insect 科:department; branch 系:department 集:collection 库:store 台:platform
坊:workshop 铺:shop 摊:stall 市:market 案:case 令:order 函:letter 词:word 句:sentence 文:text
字:character 画:picture 照:photo
"""
_PREFIXES = """
新:new 总:total; chief 副:deputy 主:main 非:non- 反:anti- 超:super- 多:multi- 全:whole 前:former
准:quasi- 半:half 核:nuclear 纯:pure 净:net 男:male 女:female 双:double 单:single 微:micro- 原:original
现:present 亚:sub- 无:without 零:zero 首:first 初:first 电:electric 云:cloud 防:anti- 抗:anti- 再:re-
"""


def _table(text: str) -> dict[str, str]:
    return {pair[0]: pair[2:] for pair in _pairs(text)}


def _pairs(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split():
        if len(word) > 1 and word[1] == ":":
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


SUFFIXES = _table(_SUFFIXES)
PREFIXES = _table(_PREFIXES)

# What makes a word of any that it follows, whether or not a list has it: 借阅量, 讲解员, 开放式.
FREE_SUFFIXES = frozenset("者性式型费厅署券税罪症炎癌剂仪厂馆员权奖额率量")
# Behind a noun these may be verbs: 护士|量血压, 将军|率部.
AFTER_VERBS = frozenset("率量")

COMPLEMENTS = frozenset("了下上到着见起开动完好住掉出进过成懂清够会倒及惯去来回透醒饱死走着远高快")
LONG_COMPLEMENTS = frozenset(
    """
    下去 下来 上去 上来 起来 过去 过来 出去 出来 进去 进来 回去 回来 清楚 明白 干净
    """.split()  # noqa: SIM905
)
# Behind 得 these say how something is done, behind 不 that it can't be: 说|得|好, 睡不好.
ONLY_NEGATED = frozenset("好 清 够 会 饱 死 透 醒 倒 远 高 快 清楚 明白 干净".split())  # noqa: SIM905
# Verbs that something stands behind: what begins with one is no stem with an ending.
_ACTS = frozenset("做打看吃买卖写听说讲开上下有是")
_BETWEEN = frozenset("不得")
_BESIDE = frozenset("把对挨并连靠贴碰")


def is_potential(word: str) -> bool:
    """Tell whether a word is built like 坐不下, 想得起来: a verb, 不 or 得, what the verb comes to."""
    result = word[2:]
    if len(word) not in (3, 4) or word[1] not in _BETWEEN or (word[1] == "得" and result in ONLY_NEGATED):
        return False
    return result in COMPLEMENTS or result in LONG_COMPLEMENTS


def is_side_by_side(word: str) -> bool:
    """Tell whether a word is built like 手把手."""
    return len(word) == 3 and word[0] == word[2] and word[1] in _BESIDE


def is_one_by_one(word: str) -> bool:
    """Tell whether a word is built like 一次次."""
    return len(word) == 3 and word[0] == "一" and word[1] == word[2]


def base(word: str) -> str | None:
    """Return the word that is doubled in 点点头 (点头), 清清楚楚 (清楚) and 高高 (高), None if none is."""
    if len(word) == 2 and word[0] == word[1]:
        return word[0]
    if len(word) == 3 and word[0] == word[1] != word[2] and word[2] not in "地的":
        return word[1:]
    if len(word) == 4 and word[0] == word[1] != word[2] == word[3]:
        return word[0] + word[2]
    return None


def affixed(word: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the two parts of 新|能源, 成交|额, None if a word is not built so."""
    if len(word) != 3:
        return None
    if word[0] in _ACTS and known(word[1:]):
        return None  # 做|手术
    if word[2] in SUFFIXES and known(word[:2]):
        return word[:2], word[2]
    if word[0] in PREFIXES and known(word[1:]):
        return word[0], word[1:]
    return None


def structure(word: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    """Return the parts of a word that is built by one of these rules, None if it is not."""
    if is_potential(word):
        return word[0], word[1], word[2:]
    if is_side_by_side(word):
        return tuple(word)
    if is_one_by_one(word):
        return word[0], word[1:]
    doubled = base(word)
    if doubled is not None and known(doubled):
        return (doubled,)
    return affixed(word, known)
