"""Dates, years and times of day in running text.

The figure's text takes in 年, 月, 日, 号, 时, 点 and 分, which are no measure words here. The
value is the one number that stands in it (2023年: 2023, 3月: 3, 8时: 8); where several stand
(11月28日, 8:30) there is none, and :func:`date_parts` and :func:`time_parts` give them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from reader.chinese.numbers.measures import measure_at
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.qualifiers import direction_before
from reader.chinese.numbers.quantity import FigureKind
from reader.chinese.numbers.year_words import (
    ABOUT_YEARS,
    ALONE,
    ANY_NOUN,
    CLAUSE_HEAD,
    DATED_NOUN,
    EVENT,
)

_D = "[0-9０-９]"
_H = "零〇○一二三四五六七八九"
_S = "[ \u00a0\u3000]?"
_YEAR4 = f"(?:[12１２]{_D}{{3}}|[一二][{_H}]{{3}})"
_MONTH = "(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = (
    f"(?:[12１２]{_D}|[3３][01０１]|[0０]?[1-9１-９]|三十一?|二?十[一二三四五六七八九]?|"
    f"廿[一二三四五六七八九]?|[一二三四五六七八九])"
)
_LUNAR_DAY = "(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]|二十|三十|廿[一二三四五六七八九]?)"
_HOUR = f"(?:[2２][0-4０-４]|[01０１]?{_D}|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = f"(?:[0-5０-５]?{_D}|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)"
_TO = f"{_S}(?:[—–－~～-]{{1,2}}|至|到|―){_S}"
_PART_OF_DAY = (
    "(?:当日|当天|今日|今天|次日|翌日|明日|明天|第二天)?(?:凌晨|清晨|早上|早晨|早|上午|中午|下午|"
    "傍晚|晚上|晚间|夜间|晚|夜里|深夜|午夜)?"
)
# 19日报道 and 3日本报讯 are days, 日报 and 日本 are none.
_NOT_DAYS = (
    "(?!线|[元圆程龄游均志伪]|本(?!报|刊|网|台|社|周|月|轮|届|队|次)|常(?![务委州德熟驻驻])|"
    "报(?![道告到名警销盘收价出送])|"
    "军(?![方事委机民队营舰]))"
)

_YEAR2 = f"(?<![\\d.])(?:[0０]{_D}|[6-9６-９]{_D}(?={_S}年{_S}{_MONTH}{_S}月))"  # 09年, 98年5月
_YEAR = f"(?:{_YEAR4}|{_YEAR2}){_S}年(?![多余级糕])"
_MONTH_DAY = f"{_MONTH}{_S}月(?:{_S}{_DAY}{_S}(?:日|号)|份?{_LUNAR_DAY}(?![个名家位条项天人年月]))"
_MONTH_ONLY = f"{_MONTH}{_S}月(?![球亮饼薪供嫂光色票兰龄]|革命|雪花|天[，。”、的]|文艺|围城|传媒)"
_DAY_ONLY = f"{_DAY}{_S}日{_NOT_DAYS}"
_ROC_DATE = f"(?:1[01][0-9]|[89][0-9]){_S}年(?={_MONTH}{_S}月{_S}{_DAY}{_S}日){_MONTH_DAY}"
_DATE = (
    f"(?:{_ROC_DATE}|{_YEAR}{_S}{_MONTH_DAY}|{_YEAR}{_S}{_MONTH_ONLY}|{_YEAR}|[正腊]月{_LUNAR_DAY}|"
    f"{_MONTH_DAY}|{_MONTH_ONLY}|{_DAY_ONLY})"
)
_NUMERIC_DATE = f"{_YEAR4}(?P<sep>[-/.．])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\\d|0?[1-9])(?![\\d.])"
_NUMERIC_MONTH = f"(?<!\\d){_YEAR4}[-/](?:0[1-9]|1[0-2])(?![\\d/-]|赛季|学年|财年|年)"
# 今日（1/27）, 第25周（6.20-6.26）
_M_D = "(?:1[0-2]|0?[1-9]){}(?:3[01]|[12]\\d|0?[1-9])"
_DOT_DAY = _M_D.format("[.]")
_SLASH_DAY = f"(?:(?<=[日天][（(]){_M_D.format('/')}|(?<=[（(]){_DOT_DAY}[—–~～-]{_DOT_DAY})(?=[）)])"
_DECADE = f"(?:{_YEAR4[:-1]}|[1-9１-９][0０]|[一二三四五六七八九]{{1,2}}十){_S}年代)"
_COLON_TIME = "(?:2[0-4]|[01]?\\d)[:：][0-5]\\d(?:[:：][0-5]\\d)?(?![\\d:：])"
_SAID_TIME = (
    f"{_HOUR}{_S}(?:时(?![候间期代段常而光差刻]|不时)|点钟|点(?![击评赞亮燃头名滴五几]))"
    f"(?:{_S}(?:{_MINUTE}{_S}分(?![钟之])|半|整|[一三]刻|[零〇]?[0-5０-５]{_D}|"
    f"[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?))?"
)
_LACKING = f"差{_S}(?:[一三]刻钟?|{_MINUTE}{_S}分钟?)"
_BEFORE_HOUR = f"(?:{_LACKING}{_S}(?:就|到|不到)?{_HOUR}{_S}点[钟整]?|{_HOUR}{_S}点{_S}{_LACKING})"
_TIME = f"(?:{_COLON_TIME}|{_BEFORE_HOUR}|{_SAID_TIME})"

_DAYS = f"(?:{_YEAR}{_S})?{_MONTH}{_S}月{_S}{_DAY}{_TO}{_DAY}{_S}(?:日|号){_NOT_DAYS}"  # 6月7-9日
_DATE_RANGE = re.compile(f"{_DAYS}|(?:{_DATE}|{_YEAR4}|{_DAY}|{_MONTH}){_TO}{_DATE}")
_BRACKET_YEAR = re.compile("(?<=[（(〔\\[])(?:19|20|１９|２０)\\d\\d(?=[）)〕\\]])")
_BRACKET_YEARS = re.compile(f"(?<=[（(]){_YEAR4}{_TO}{_YEAR4}(?=[）)])")
_ANY_DATE = re.compile(f"{_DECADE}|{_NUMERIC_DATE}|{_NUMERIC_MONTH}|{_SLASH_DAY}|{_DATE}")
_TIME_RANGE = re.compile(f"(?:{_TIME}|{_HOUR}){_TO}{_PART_OF_DAY}{_TIME}")
_ANY_TIME = re.compile(_TIME)
_SPLIT_TIME = re.compile(f"(?:{_D}+{_S}(?:小时|时){_S})?{_D}+{_S}分{_S}{_D}+{_S}秒{_D}*")
_LASTED_PARTS = "^(?:(\\d+) ?(?:小时|时) ?)?(\\d+) ?分 ?(\\d+) ?秒(\\d*)"
_YEARLY = "(?=[ ]?(?:赛季|学年|财年|年度|财政年度|级(?=[新学毕本研硕博校同入专]|的|[，。、]|$)))"
# A year of leaving school: 1998届, 九八届, but 五六届 and 七八级 are about so many.
_CLASS_OF = re.compile(f"(?:{_YEAR4}(?=[届级])|[零〇五六七八九][{_H}](?=届))(?![届级][运亚大台])")
# 98年出生 and 08年夏天 are years; 98年 alone may be so many.
_SHORT_YEAR = re.compile(
    "(?:[0０][0-9０-９]|[6-9６-９][0-9０-９])年(?=出生|生(?![活产涯])|毕业|入[学伍职党]|参[军加]|那[年会]|"
    "[的]?[春夏秋冬]|"
    "[底初末]|我|他|她|世界杯|奥运)"
)
_APOSTROPHE_YEAR = re.compile("(?<=[’'＇])[0０6-9６-９][0-9０-９](?=[\u4e00-\u9fff])")  # ’98博览会
_FISCAL_YEAR = re.compile(
    "(?<!\\d)[01]\\d(?=考研|高考|中考|国考|公考|成考|自考|春晚|奥运会?|世界杯|欧洲杯)|"
    "(?<!\\d)(?:[0１-２1-2]\\d|9\\d)(?=财年|(?<=[09]\\d)级(?:学[生员]|新生|本科|研究生|校友|毕业|同学|硕士))"
)
_SCHOOL_YEARS = re.compile(f"(?:19|20)\\d\\d(?:[—–－~～-]{{1,2}}|/)(?:19|20)\\d\\d{_YEARLY}")
_ONE_YEARLY = re.compile(f"(?<!\\d)(?:19|20)\\d\\d{_YEARLY}")
_SEASON = re.compile("(?<!\\d)(?:19|20)\\d\\d[-/]\\d\\d(?=赛季|学年|财年|年度)")
_SHORT_SEASON = re.compile("(?<!\\d)\\d\\d[—–－/-]\\d\\d(?=赛季|学年|财年)")
# A year without 年: 2026款, 2026世界杯, and at the head of its clause before any noun: 2025东盟博览会.
_BARE_YEAR = re.compile("(?<![\\d.,])(?:19[5-9]|20[0-4])\\d(?![\\d.,％%])")
_ERA_YEAR = re.compile(f"(?:{_D}{{1,4}}|[{_H}十]{{1,5}}){_S}年")
_REIGN = re.compile(
    "(?:民国|洪武|永乐|宣德|成化|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|"
    "宣统|贞观|开元|天宝|元丰|昭和|平成|令和|明治)$"
)

_DURATION = re.compile("[ ]?(?:的?(?:悠久)?历史|之久|的?时间|左右|之间|来的|寿命)")
_DAYS_LONG = re.compile("[以之]?内|以下|后(?![天日])|有效|[以]上|左右")
_LASTED = re.compile(
    "(?:历时|用时|耗时|为时|长达|超过|逾期?|不足|[不未]满|不到|连续|持续|共|至少|最多|不少于|将近|延长[至到]?|缩短[至为到]|提前|"
    "推迟|延迟|滞留|拘留|住院|每隔|相隔|时隔|凡|个月[零又]?|每)$"
)
_COUNTED_POINTS = re.compile(
    "[ ]?(?:建议|意见|看法|要求|原因|启示|体会|理由|希望|感受|好处|优势|特点|思考|内容|共识|"
    "注意|说明|不足|问题|之间|一线|灯光|经验|做法|措施|疑问)"
)
_POINTS_BEFORE = re.compile(
    "(?:[高低][开走]|领先|落后|收[高低]|主要|以下|下列|如下|这|那|几|提出|归纳为|总结为|概括为|做到|注意|理由|原因|包括)(?:是|有|为|了)?$"
)
_HOUR_CONTEXT = re.compile(
    f"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|晚|夜里|深夜|午夜|午后|今晨|今早){_S}$"
)
_PAIRS_BEFORE = re.compile("(?:\\d{1,3}[:：]\\d{1,3}[、，,；/和 ]{1,2})+$")
_PAIRS_BEHIND = re.compile("(?:[、，,；/和 ]{1,2}\\d{1,3}[:：]\\d{1,3})+")
_SCORE_CONTEXT = re.compile(
    "比分|[以胜负赢输平比]|战成|落后|领先|大比|配比|比例|兑|稀释|总分|击败|逼平|师生比|生师比|优化[为到]|"
    "(?:调整|提高|降低|改善)[为到]"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, year or time at ``text[start:end]``; a range has two ends where each is one number."""

    start: int
    end: int
    kind: FigureKind
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None


def moment_at(text: str, position: int) -> Moment | None:
    """Return the date, year or time (or a range of them) that begins at ``position``, or None."""
    return _range_at(text, position) or _date_at(text, position) or _time_at(text, position)


def date_parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of a written date, each None where unsaid (``11月28日``: None, 11, 28)."""
    numbers = _NUMERIC_PARTS.fullmatch(text.strip())
    if in_month := _MONTH_PARTS.fullmatch(text.strip()):
        return int(in_month[1]), int(in_month[2]), None
    if numbers:
        return int(numbers[1]), int(numbers[2]), int(numbers[3])
    year, month, day = (_part(text, sign) for sign in ("年", "月", "[日号]"))
    return year, month, day


def time_parts(text: str) -> tuple[int, int] | None:
    """Return hour and minute of a written time of day (``9点半``: 9, 30), or None where it is none."""
    colon = re.match("([0-9０-９]{1,2})[:：]([0-9０-９]{2})", text)
    if colon:
        return int(colon[1]), int(colon[2])
    if "差" in text:
        return _time_before(text)
    said = re.match("(.+?)[ ]?(?:时|点钟|点)(.*)$", text)
    hour = parse_numeral(said[1]) if said else None
    if said is None or hour is None:
        return None
    minutes = {"": 0, "整": 0, "半": 30, "一刻": 15, "三刻": 45}.get(said[2].strip())
    written = parse_numeral(said[2].strip().removesuffix("分")) if minutes is None else Fraction(minutes)
    return None if written is None else (int(hour), int(written))


def _time_before(text: str) -> tuple[int, int] | None:
    """Read 差一刻八点 and 八点差一刻: so many minutes before the hour."""
    lacking = re.search(f"差[ ]?(?:({_NUMBER})[ ]?分|([一三])刻)", text)
    said = re.search(f"({_NUMBER}|两)[ ]?点", text)
    if lacking is None or said is None:
        return None
    minutes = parse_numeral(lacking[1]) if lacking[1] else 15 * (parse_numeral(lacking[2]) or 0)
    hour = parse_numeral(said[1])
    if minutes is None or hour is None or not 0 < minutes < 60:
        return None
    return int(hour) - 1 or 12, 60 - int(minutes)


_MONTH_PARTS = re.compile("(\\d{4})[-/](\\d{2})")
_NUMERIC_PARTS = re.compile("(\\d{4})[-/.．](\\d{1,2})[-/.．](\\d{1,2})")
_NUMBER = f"[0-9０-９{_H}十廿]+"


def _part(text: str, sign: str) -> int | None:
    found = re.search(f"({_NUMBER})[ \u00a0\u3000]?{sign}", text)
    value = parse_numeral(found[1]) if found else None
    return None if value is None else int(value)


def _range_at(text: str, position: int) -> Moment | None:
    for pattern in (_DATE_RANGE, _TIME_RANGE, _BRACKET_YEARS):
        found = pattern.match(text, position)
        if found is None or _cut_short(text, position, found.end()):
            continue
        ends = re.split("[—–－~～-]{1,2}|至|到|―", found.group())
        low, high = _single(ends[0]), _single(ends[-1])
        if (
            low is not None
            and high is not None
            and low > high
            and pattern is _DATE_RANGE
            and _same_sign(ends)
        ):
            continue
        if low is None or high is None or low > high:
            # 22时至次日6时 goes round midnight: neither end is the lower one.
            low = high = None
        return Moment(position, found.end(), FigureKind.RANGE, None, low, high)
    years = _SCHOOL_YEARS.match(text, position)
    if years and not _cut_short(text, position, years.end()):
        first, last = years.group()[:4], years.group()[-4:]
        return Moment(position, years.end(), FigureKind.RANGE, None, Fraction(first), Fraction(last))
    season = _SEASON.match(text, position)
    if season:
        year = Fraction(season.group()[:4])
        return Moment(position, season.end(), FigureKind.RANGE, None, year, year + 1)
    season = _SHORT_SEASON.match(text, position)
    if season and int(season.group()[-2:]) - int(season.group()[:2]) == 1:
        year = Fraction(season.group()[:2])
        return Moment(position, season.end(), FigureKind.RANGE, None, year, year + 1)
    return None


def _same_sign(ends: list[str]) -> bool:
    """3月至1月 wraps round the year, but 8到5日 without a sign of its own does not."""
    return not ends[0].strip().endswith(("年", "月", "日"))


def _date_at(text: str, position: int) -> Moment | None:
    era = _ERA_YEAR.match(text, position)
    if era and _after_era(text, position):
        return Moment(position, era.end(), FigureKind.YEAR, parse_numeral(era.group()[:-1]))
    class_of = _CLASS_OF.match(text, position)
    if class_of and not _cut_short(text, position, class_of.end()) and not _are_neighbours(class_of.group()):
        digits = "".join(str(parse_numeral(digit) or 0) for digit in class_of.group())
        return Moment(position, class_of.end(), FigureKind.YEAR, Fraction(digits))
    short = _SHORT_YEAR.match(text, position)
    if short and not text[max(0, position - 1) : position].isdigit() and not text[:position].endswith("了"):
        return Moment(position, short.end(), FigureKind.YEAR, parse_numeral(short.group()[:-1]))
    bracketed = _BRACKET_YEAR.match(text, position) or _ONE_YEARLY.match(text, position)
    bracketed = (
        bracketed
        or _FISCAL_YEAR.match(text, position)
        or _APOSTROPHE_YEAR.match(text, position)
        or _bare_year(text, position)
    )
    if bracketed:
        return Moment(position, bracketed.end(), FigureKind.YEAR, Fraction(bracketed.group()))
    found = _ANY_DATE.match(text, position)
    if found is None or _cut_short(text, position, found.end()):
        return None
    written = found.group()
    if written.endswith("年代"):
        return _decade(position, found.end(), written)
    if written.endswith("年"):
        value = parse_numeral(written[:-1])
        if value is None or (value % 100 == 0 and _DURATION.match(text, found.end())):
            return None
        return Moment(position, found.end(), FigureKind.YEAR, value)
    if written.endswith("日") and "月" not in written and _no_date(text, position, written):
        return None
    return Moment(position, found.end(), FigureKind.DATE, _single(written))


def _bare_year(text: str, position: int) -> re.Match[str] | None:
    """Find a year without 年 by the noun behind it, or by where it stands."""
    found = _BARE_YEAR.match(text, position)
    if found is None or DATED_NOUN.match(text, found.end()):
        return found
    before = text[max(0, position - 4) : position]
    if ABOUT_YEARS.search(before) and ALONE.match(text, found.end()):
        return found
    if EVENT.match(text, found.end()) is None and before[-1:] not in ("“", "《", "「", "『", "在"):
        return None  # 1999抢购 is a price
    named = ANY_NOUN.match(text, found.end()) and measure_at(text, found.end()) in (None, "大")
    return found if named and CLAUSE_HEAD.search(before) else None


def _are_neighbours(written: str) -> bool:
    return any(pair == written for pair in ("五六", "六七", "七八", "八九"))


def _no_date(text: str, position: int, written: str) -> bool:
    """15日 is a date; 三日, 30日内 and 历时十六日 are so many days."""
    hanzi = written[0] not in "0123456789０１２３４５６７８９"
    if (hanzi and len(written) < 3) or _DAYS_LONG.match(text, position + len(written)):
        return True
    return _LASTED.search(text[max(0, position - 4) : position]) is not None


def _decade(start: int, end: int, written: str) -> Moment | None:
    value = parse_numeral(written[:-2])
    if value is None:
        return _decades(start, end, written)
    return Moment(start, end, FigureKind.YEAR, value, value, value + 9)


def _decades(start: int, end: int, written: str) -> Moment | None:
    """Read two decades in one breath: 五六十年代, the fifties and sixties."""
    low, high = (parse_numeral(character + "十") for character in written[:2])
    if low is None or high is None or high - low != 10:
        return None
    return Moment(start, end, FigureKind.YEAR, None, low, high + 9)


def _after_era(text: str, position: int) -> bool:
    before = text[max(0, position - 4) : position].rstrip()
    if _REIGN.search(before):
        return True
    return before.endswith(("公元", "公元前", "西元", "（前", "(前", "—前", "-前"))


def _time_at(text: str, position: int) -> Moment | None:
    split = _SPLIT_TIME.match(text, position)
    if split:
        return Moment(position, split.end(), FigureKind.TIME, _seconds(split.group()), unit="秒")
    found = _ANY_TIME.match(text, position)
    if found is None or _cut_short(text, position, found.end()):
        return None
    written = found.group()
    context = text[max(0, position - 6) : position]
    if ":" in written or "：" in written:
        if _HOUR_CONTEXT.search(context) is None and (
            _SCORE_CONTEXT.search(context) or _among_scores(text, position, found.end())
        ):
            return None
    elif "点" in written and "差" not in written and not _is_hour(text, written, context, found.end()):
        return None
    hour = written.removesuffix("钟").removesuffix("整").rstrip("时点")
    return Moment(position, found.end(), FigureKind.TIME, None if "点" in hour else parse_numeral(hour))


def _seconds(written: str) -> Fraction | None:
    """Return how many seconds 2小时15分03秒 or 1分44秒38 lasts."""
    hours, minutes, seconds, rest = (
        part or "0" for part in re.findall(_LASTED_PARTS, unicodedata.normalize("NFKC", written))[0]
    )
    whole = 3600 * int(hours) + 60 * int(minutes) + int(seconds)
    return whole + Fraction(int(rest), 10 ** len(rest))


def _among_scores(text: str, start: int, end: int) -> bool:
    """Tell whether a pair stands in a row with scores that no clock shows: 25:23、22:25."""
    before = _PAIRS_BEFORE.search(text[max(0, start - 30) : start])
    behind = _PAIRS_BEHIND.match(text, end)
    row = (before.group() if before else "") + (behind.group() if behind else "")
    pairs = re.findall(r"(\d+)[:：](\d+)", row)
    return any(int(one) > 24 or int(two) > 59 or len(two) < 2 for one, two in pairs)


def _is_hour(text: str, written: str, context: str, end: int) -> bool:
    """三点 is an hour by its part of the day, its minutes, or what follows; three points before 建议."""
    if _HOUR_CONTEXT.search(context) or written[-1] in "钟整半刻分":
        return True
    if not written.endswith("点"):
        # 八点二十 is said of the clock, 三点五 is a decimal.
        return "十" in written.partition("点")[2] or written[0].isdigit()
    if (
        _POINTS_BEFORE.search(context)
        or direction_before(context, len(context))  # 指数下跌12点
        or written[0] == "一"
        or _COUNTED_POINTS.match(text, end)
        or "." in context[-1:]
    ):
        return False
    return text[end : end + 1] not in set("零〇一二两三四五六七八九个")


def _cut_short(text: str, position: int, end: int) -> bool:
    """Tell whether digits go on before or behind, so that only a part of a longer number was matched."""
    behind = text[end : end + 1]
    before = text[position - 1 : position] if position else ""
    if before.isdigit() or (before in (".", "．") and text[position - 2 : position - 1].isdigit()):
        return True
    return text[end - 1].isdigit() and behind.isdigit()


def _single(written: str) -> Fraction | None:
    """Return the value of a date or time in which only one number stands."""
    return parse_numeral(written.strip().rstrip("年月日号时点"))
