"""Whether words beside a figure can be what it counts: rather nothing than a noun that merely stands near.

What lasts, reaches or is old is told by few nouns (工期, 全长, 年龄), so these take no other.
"""

from __future__ import annotations

import re

from reader.chinese.numbers.measures import LENGTHS, TIME_UNITS, measure_at
from reader.chinese.numbers.quantity import FigureKind, Quantity

_EVENTS = frozenset("次趟遍回下番")
_SHARES = (FigureKind.PERCENT, FigureKind.MULTIPLE, FigureKind.FRACTION)
_NOUNS_THEMSELVES = frozenset("金银铜胜负平荤素汤菜")
_PEOPLE = frozenset(["人", "名", "位", "户", "口", "人次", "人家", "号人"])
_NO_NOUN = re.compile(
    "^[每的各距离从一二两三四五六七八九十几数以及]|"
    "^(?:官宣|差不多|之遥|流离失所|儿|东经|北纬|见方|收汁|核心|基点|百分点|其中|平均|本报|本刊|记者|之间|时间|时候|以后|以前|实际|历时|同比.*|环比.*|另|余|处|钱)$|"
    "[^\\w]|[0-9_]|[户人日月年]均$|人民币|距地?|"
    "(?:小时|分钟|公里|时候|时|之?前|之?后|期间|以来|的人|同行)$|每[公斤吨人股桶户亩个只张件天月年小]"
)
_OF_THE = re.compile("的(?:约|近)?$")
_IS_SHARE = re.compile("[占是为达由从]|相当于")
#: The last characters of what a unit can measure; other units measure anything.
_DISTANCE = re.compile(
    "[长宽高深厚远距径]$|距离$|里程$|[行航射路车全]程$|海拔$|水位$|潮位$|落差$|吃水$|续航$|能见度$|间隔$|"
    "误差$|"
    "[高长宽深厚跨]度$|[雨雪水]量$|[光风时流航车]速$"
)
_LASTING = re.compile("(?<!小)[时期间程龄命长限隔史]$")
_AGE = re.compile("龄$|岁数$")
_POINTS = re.compile("[分线绩]$|评价$|满意度$")
_WARMTH = re.compile("温度?$|[高低]温$|[纬经高深低]度?$|角度?$|体感$")
_PLACE = re.compile("[镇乡村县市省区街场馆店厂校院园厅里楼站港岛湾国州社门船车上下中]$")
_NUMERALS = frozenset("0123456789０１２３４５６７８９零一二两三四五六七八九十百千万亿余多几数")


def can_be_counted(text: str, place: tuple[int, int], quantity: Quantity, *, behind: bool) -> bool:
    """Tell whether the words at ``place`` are a noun that ``quantity`` can count.

    ``behind`` says that they stand behind the figure, where almost any noun is what is counted.
    """
    subject = text[place[0] : place[1]]
    if _NO_NOUN.search(subject):
        return False
    if behind:
        return True
    if text[quantity.span_start - 1 : quantity.span_start] == "每" or quantity.measure in _NOUNS_THEMSELVES:
        return False
    # 首次, 第二趟, 三遍 count what happens.
    if quantity.kind is FigureKind.ORDINAL or quantity.measure in _EVENTS:
        return False
    between = text[place[1] : quantity.span_start]
    is_told = quantity.kind in _SHARES and _IS_SHARE.search(between) is not None
    if _OF_THE.search(between) and not is_told:
        # 按票价的1.5%, 核定的58人: what it is a share of or who has it, not what it is.
        return False
    in_clause = "，" not in between
    return _fits_unit(subject, quantity) and not (in_clause and _is_counted_already(text, place[0]))


def _fits_unit(subject: str, quantity: Quantity) -> bool:
    measure, unit = quantity.measure or "", quantity.unit or ""
    if measure in LENGTHS:
        return _DISTANCE.search(subject) is not None
    if measure in TIME_UNITS:
        return _LASTING.search(subject) is not None
    if unit == "岁":
        return _AGE.search(subject) is not None
    if measure == "分":
        return _POINTS.search(subject) is not None
    if unit in ("摄氏度", "度"):
        return _WARMTH.search(subject) is not None
    if measure in _PEOPLE:
        return _PLACE.search(subject) is None
    return True


def _is_counted_already(text: str, start: int) -> bool:
    """Tell whether the noun is what the figure before counts: the 乡镇 of 36个乡镇5.8万人."""
    for size in (1, 2, 3):
        measure = measure_at(text, start - size) if start > size else None
        if measure in TIME_UNITS or measure == "岁":
            continue
        if measure is not None and len(measure) == size and text[start - size - 1] in _NUMERALS:
            return True
    return False
