"""A figure as written, turned into the characters that are said.

Digits, signs and units become characters; characters stay as they are. What the digits of a figure
mean depends on its kind (years and telephone numbers go digit by digit) and on what stands
around them (两 before a measure word, 二 before 月).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from reader.chinese.numbers.hanzi import digits_to_hanzi, integer_to_hanzi, number_to_hanzi
from reader.chinese.numbers.measures import UNITS
from reader.chinese.numbers.quantity import FigureKind, Quantity

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = "[十百千万亿]*"
_TO = r"(?P<to>[-到至])"
_CURRENCY = {"US$": "美元", "$": "美元", "¥": "元", "€": "欧元", "£": "英镑", "HK$": "港元"}
_LATIN_UNITS = {word: unit.canonical for word, unit in UNITS.items() if word[0].isascii()} | {
    "km/h": "公里每小时",
    "km2": "平方公里",
    "m2": "平方米",
    "m3": "立方米",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "kg": "公斤",
    "mg": "毫克",
    "ml": "毫升",
    "mL": "毫升",
    "kWh": "千瓦时",
    "kW": "千瓦",
    "MW": "兆瓦",
    "ha": "公顷",
    "m": "米",
    "g": "克",
    "L": "升",
    "l": "升",
    "t": "吨",
    "h": "小时",
    "min": "分钟",
    "s": "秒",
    "°C": "摄氏度",
    "°F": "华氏度",
    "°": "度",
}
_LATIN = "|".join(re.escape(unit) for unit in sorted(_LATIN_UNITS, key=len, reverse=True))

# Behind these 2 names a place in an order, or belongs to a date: 二月, 二号, 二楼, 二年级.
_TAKES_ER = (
    "月",
    "日",
    "号",
    "楼",
    "班",
    "级",
    "等",
    "年级",
    "环",
    "线",
    "折",
    "进制",
    "次方",
    "维",
    "两",
    "期工程",
)
# 2 before these and the scales is 两 although no measure word was recognised behind it.
_TAKES_LIANG = frozenset(
    "个家名位口户对双群组批次遍趟回项件种类本册套张篇片页份封题条根株棵颗朵间座栋幢层所厂场门面把顶头只羽匹尾艘架列辆台部起处例段句届杯碗盘罐桶包瓶盒"
    "元块角斤吨克米里亩尺丈升顷度倍成天年周岁秒分时点人国省市县区镇村平公厘毫英海小星季世立支枚座架桶排圈局球步道代"
)
_ORDER_BEFORE = ("第", "初", "周", "星期", "礼拜", "高", "农历")
_NO_MEASURE = {
    FigureKind.YEAR,
    FigureKind.DIGITS,
    FigureKind.PERCENT,
    FigureKind.RATIO,
    FigureKind.DECIMAL,
    FigureKind.FRACTION,
    FigureKind.ORDINAL,
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands: the figure, the written text before it and the text behind it."""

    quantity: Quantity
    before: str
    behind: str

    @property
    def kind(self) -> FigureKind:
        return self.quantity.kind


def plain_form(text: str) -> str:
    """Return ``text`` with half-width digits and marks, one kind of dash, and no spaces."""
    # NFKC would make 2½ into 21⁄2.
    text = re.sub(r"(?<=\d)(?=[½⅓⅔¼¾⅕⅛])", "又", text.replace("∶", ":"))
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[–—−－﹣‐‑‒─～〜∼~⁓]+", "-", text)
    text = re.sub(r"(?<=\d)·(?=\d)", ".", text)
    text = re.sub(r"(?<=\d)[\s_'’](?=\d{3}(?!\d))", "", text)
    return re.sub(r"\s+", "", text).replace("⁄", "/")


def spell(quantity: Quantity, following: str = "") -> str:
    """Write the figure's text in characters as it is said; ``following`` is the text behind it."""
    text = plain_form(quantity.text)
    behind = following.lstrip() or (quantity.measure or quantity.unit or "")
    rules = _rules_for(quantity, text, behind)
    said, at = "", 0
    while at < len(text):
        for pattern, say in rules:
            if found := pattern.match(text, at):
                place = _Place(quantity, text[:at], text[found.end() :] + behind)
                said += say(found, place)
                at = found.end()
                break
        else:
            said += text[at]
            at += 1
    return said


_Say = Callable[["re.Match[str]", _Place], str]


def _rules_for(quantity: Quantity, text: str, behind: str) -> list[tuple[re.Pattern[str], _Say]]:
    kind = quantity.kind
    numbered = kind is FigureKind.ORDINAL and re.search(r"\d{5}", text) is not None  # 第2011023期
    if kind is FigureKind.DIGITS or numbered or _names_a_room(text, behind):
        return [*_DIGIT_RULES]
    rules = [*_COMMON_RULES]
    if _is_of_years(quantity, text, behind):
        rules = [*_YEAR_RULES, *rules]
    if kind is FigureKind.RANGE and re.search(r"\d:\d\d", text):
        # 09:30-17:30; the range of a ratio would be of no use to anybody.
        rules = [*_TIME_RULES, *rules]
    own = {FigureKind.DATE: _DATE_RULES, FigureKind.TIME: _TIME_RULES, FigureKind.RATIO: _RATIO_RULES}
    return [*own.get(kind, []), *rules]


def _names_a_room(text: str, behind: str) -> bool:
    """Tell whether three or more digits name a room or a bus line (302室, 301路)."""
    return bool(re.fullmatch(r"[1-9]\d{2,3}", text)) and behind.startswith(
        ("室", "房间", "路公交", "路车", "国道", "省道")
    )


def _is_of_years(quantity: Quantity, text: str, behind: str) -> bool:
    if quantity.kind in (FigureKind.YEAR, FigureKind.DATE):
        return True
    if quantity.kind is FigureKind.RANGE and re.match(r"\d{4}年\d", text):
        return True  # 2019年3月至2021年8月
    if (
        quantity.kind is FigureKind.RANGE
        and re.fullmatch(r"\d\d[-/]\d\d", text)
        and behind[:2] in ("赛季", "学年", "财年")
    ):
        return True
    if quantity.kind is not FigureKind.RANGE or not re.fullmatch(
        r"\d{4}年?(?:[-到至]\d{4}|[-/]\d{2}|/\d{4})年?", text
    ):
        return False
    ends = [int(number) for number in re.findall(r"\d{4}", text)]
    told = "年" in text or behind.startswith(("年", "学年", "财年", "赛季", "财政年度", ")", "）"))
    if told:
        return all(1000 <= year < 2200 for year in ends)
    # 2025—2027三年行动: two years by their size where nothing is counted.
    return quantity.measure is None and len(ends) == 2 and 1900 <= ends[0] < ends[1] <= 2060


def _years(found: re.Match[str], _: _Place) -> str:
    return digits_to_hanzi(found.group(), zero="〇")


def _date(found: re.Match[str], _: _Place) -> str:
    said = ""
    if year := found.groupdict().get("year"):
        said = digits_to_hanzi(year, zero="〇") + "年"
    said += integer_to_hanzi(int(found["month"]), liang=False) + "月"
    if day := found.groupdict().get("day"):
        said += integer_to_hanzi(int(day), liang=False) + "日"
    return said


def _digits_alone(found: re.Match[str], _: _Place) -> str:
    """95折 is 九五折."""
    return digits_to_hanzi(found.group())


def _day_part(found: re.Match[str], _: _Place) -> str:
    return integer_to_hanzi(int(found[1]), liang=False)


def _clock(found: re.Match[str], _: _Place) -> str:
    hour, minute, second = found["hour"], found["minute"], found["second"]
    said = _hour(int(hour)) + "点"
    if int(minute) or second:
        said += _minutes(minute) + "分"
    return said + (_minutes(second) + "秒" if second else "")


def _hour(hour: int) -> str:
    return "两" if hour == 2 else integer_to_hanzi(hour, liang=False)


def _minutes(written: str) -> str:
    return ("零" if 0 < int(written) < 10 else "") + integer_to_hanzi(int(written), liang=False)


def _clock_part(found: re.Match[str], _: _Place) -> str:
    if found["unit"] == "分" and found[1] == "00":
        return "整"  # 16时00分 is four o'clock sharp
    if found["unit"] in "时点":
        return _hour(int(found[1])) + found["unit"]
    return (_minutes(found[1]) if len(found[1]) == 2 else integer_to_hanzi(int(found[1]))) + found["unit"]


def _ratio(found: re.Match[str], _: _Place) -> str:
    return "比".join(number_to_hanzi(part, liang=False) for part in re.split("[-:]", found.group()))


def _out_of(found: re.Match[str], place: _Place) -> str:
    """Say a percentage or a run of them: 10-20% is 百分之十到百分之二十."""
    base = {"%": "百分之", "‰": "千分之", "‱": "万分之"}[found["sign"]]
    said = base + _signed(found["first"], place)
    if found["second"]:
        # 百分之十到百分之二十 names the base twice, which is how it is read in full.
        to = "到" if found["to"] == "-" else found["to"]
        said += to + base + _signed(found["second"], place)
    return said


def _signed(written: str, _: _Place) -> str:
    if written == "100":
        return "百"  # 百分之百
    return number_to_hanzi(written.lstrip("+"), liang=False)


def _negative_percent(found: re.Match[str], _: _Place) -> str:
    base = {"%": "百分之", "‰": "千分之", "‱": "万分之"}[found["sign"]]
    return ("负" if found["minus"] == "-" else "") + base + number_to_hanzi(found["first"], liang=False)


def _fraction(found: re.Match[str], _: _Place) -> str:
    top, bottom = found["top"], found["bottom"]
    whole = found["whole"]
    said = number_to_hanzi(bottom, liang=False) + "分之" + number_to_hanzi(top, liang=False)
    return integer_to_hanzi(int(whole), liang=False) + "又" + said if whole else said


def _money(found: re.Match[str], place: _Place) -> str:
    name = _CURRENCY[found["sign"]]
    inner = _Place(place.quantity, place.before, found["scale"] + name)
    return _number(found, inner) + found["scale"] + name


def _latin_unit(found: re.Match[str], _: _Place) -> str:
    return _LATIN_UNITS[found.group()]


def _minus(_: re.Match[str], place: _Place) -> str:
    warm = re.match(rf"{_NUMBER}(?:[-到至]-?{_NUMBER})?(?:°|℃|度|摄氏|华氏)", place.behind)
    return "零下" if warm or place.quantity.unit in ("℃", "°C", "度", "摄氏度") else "负"


def _to(_: re.Match[str], __: _Place) -> str:
    return "到"


def _digits(found: re.Match[str], _: _Place) -> str:
    return digits_to_hanzi(found.group(), yao=True)


def _nothing(_: re.Match[str], __: _Place) -> str:
    return ""


def _number(found: re.Match[str], place: _Place) -> str:
    """Say a plain number: 2 or 两, and 零 between it and a scale before it (3亿500万)."""
    written = found["number"].replace(",", "")
    if place.before[-1:] in ("秒", "米") and written.isdigit():
        # 9秒98, 8米21: what stands behind is said like decimals.
        return digits_to_hanzi(written)
    if written == "2":
        return "两" if _two_is_liang(place) else "二"
    later = place.before[-1:] in ("万", "亿", "千", "百")
    said = number_to_hanzi(written, liang=not later and place.kind is not FigureKind.ORDINAL)
    if later and "." not in written and len(written) > 1 and int(written) < _full(place):
        return "零" + said
    return said


def _full(place: _Place) -> int:
    """The least number that fills its places behind a scale: 1000 behind 万 and 亿, 100 behind 千."""
    return {"千": 100, "百": 10}.get(place.before[-1:], 1000)


def _two_is_liang(place: _Place) -> bool:
    before, behind = place.before, place.behind
    ordinal = place.kind is FigureKind.ORDINAL or before.endswith(_ORDER_BEFORE)
    if ordinal or before[-1:] in ("万", "亿", "千", "百", "点", "之"):
        return False
    if behind.startswith(("千", "万", "亿", "百")):
        return True
    if range_end := re.match(rf"[-到至]{_NUMBER}{_SCALE}", behind):
        # 2-3个 is 两到三个: the measure word stands behind the end of the range.
        behind = behind[range_end.end() :] or (place.quantity.measure or "")
    if behind.startswith(("个", "成")):
        return True
    if place.kind is FigureKind.DECIMAL and not before and behind[:1] in _TAKES_LIANG and behind[:1] != "两":
        return True  # 2年半, 2米5
    if behind.startswith(_TAKES_ER) or place.kind in _NO_MEASURE:
        return False
    if place.kind is FigureKind.DATE:
        return False
    if place.quantity.measure or place.quantity.unit:
        # A minus, unlike the dash of a range, has no number before it: -2℃ is 零下二.
        return not re.search(r"(?:^|[^\d%℃C°度])-$", before)
    return behind[:1] in _TAKES_LIANG and bool(behind)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


_COMMON_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(rf"(?P<first>{_NUMBER})[%‰]?{_TO}(?P<second>{_NUMBER})(?P<sign>[%‰‱])"), _out_of),
    (_pattern(rf"(?P<minus>[-+])(?P<first>{_NUMBER})(?P<sign>[%‰‱])"), _negative_percent),
    (_pattern(rf"(?P<first>{_NUMBER})(?P<second>)(?P<sign>[%‰‱])"), _out_of),
    (_pattern(r"(?:(?P<whole>\d+)(?:又|\+|(?=[1-9]/[1-9](?!\d))))?(?P<top>\d+)/(?P<bottom>\d+)"), _fraction),
    (_pattern(rf"(?P<sign>US\$|HK\$|[$¥€£])(?P<number>{_NUMBER})(?P<scale>{_SCALE})"), _money),
    (_pattern(rf"(?:{_LATIN})(?![A-Za-z])"), _latin_unit),
    (_pattern(r"(?<![\d.])\d{2}(?=折)"), _digits_alone),
    (_pattern(rf"(?<![^-到至$¥€£(])-(?={_NUMBER})"), _minus),
    (_pattern(r"\+(?=\d)"), _nothing),
    (_pattern(r"-"), _to),
    (_pattern(rf"(?P<first>{_NUMBER}):(?P<second>{_NUMBER})(?::{_NUMBER})*"), _ratio),
    (_pattern(rf"(?P<number>{_NUMBER})"), _number),
]
_DIGIT_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(r"\d+"), _digits),
    (_pattern(r"[-()+.]"), _nothing),
]
_YEAR_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(r"(?<!\d)\d{4}(?!\d)"), _years),
    # 98年 is said digit by digit, a reign's 26年 as a number; no reign that is written so reached 65.
    (_pattern(r"(?<!\d)(?:0\d|6[5-9]|[7-9]\d)(?=年(?![代级]))|(?<!\d)\d{2}(?=后$|后[^\d])"), _years),
    (_pattern(r"^\d{2}(?=$|[-/]\d{2}$)|(?<=^\d\d[-/])\d\d$"), _years),
    (_pattern(r"(?<=\d\d)[-/](?=\d\d$)"), _to),
    (_pattern(r"(?<=\d{4}[-/])\d{2}(?!\d)"), _years),
    (_pattern(r"(?<=\d{4})/(?=\d{2}(?:\d{2})?(?!\d))"), _to),
    (_pattern(r"(?<=年)-(?=\d)|(?<=\d)-(?=\d{2,4}年?)"), _to),
]
_DATE_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"), _date),
    (_pattern(r"(?P<year>\d{4})[-/.](?P<month>0?[1-9]|1[0-2])(?!\d)"), _date),
    (_pattern(r"(?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[12]\d|3[01]|0?[1-9])(?!\d)(?![日号月])"), _date),
    (_pattern(r"(?<!\d)(\d{1,2})(?=[月日号-])"), _day_part),
]
_TIME_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"), _clock),
    (_pattern(r"(?<!\d)(\d{1,2})(?P<unit>[时点分秒])"), _clock_part),
]
_RATIO_RULES: list[tuple[re.Pattern[str], _Say]] = [
    (_pattern(rf"{_NUMBER}(?:[-:]{_NUMBER})+"), _ratio),
]
