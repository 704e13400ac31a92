"""Two numbers that make one figure: ranges (3—5万元, 50万元至60万元) and ratios or scores (3:2, 三比二)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.atoms import DIGIT, atom_at
from reader.chinese.numbers.measures import measure_at, unit_of
from reader.chinese.numbers.quantity import Bound, FigureKind
from reader.chinese.numbers.speech import STARTS
from reader.chinese.numbers.terms import Term, term_at
from reader.text import is_han

ANCHOR = re.compile(
    f"[{DIGIT}零〇一二三四五六七八九十百千万亿萬億两兩半几数首第翻负零廿卅壹贰叁肆伍陆柒捌玖拾佰仟]|"
    f"[正腊](?=月)|"
    f"差(?=[一二三四五六七八九十0-9０-９])|{STARTS}"
)
_VARIOUS = re.compile("[的]?不等|之间")
_AGO = re.compile("距今(?:大?约|已有?)?$|年代[为约]{0,2}$")
_CHANGED = re.compile("(?:减少|增加|下降|上升|上涨|下跌|回落|增长|提高|降低|缩减|扩大)了?$")
BELOW_ZERO = re.compile("(?:零下|负|零度以下)[ ]?")
TO = re.compile(
    "[ \u00a0]?(?:[—–－―]{1,2}|[~～-]|至|到(?!账|达|位|期|家|岸|底|处|来|了|场))[ \u00a0]?(?:零上)?"
)
_HYPHENS = frozenset("-－")
_RATIO = re.compile("[ ]?(?:[:：∶]|比)[ ]?")
_WON = re.compile(
    r"^\d{1,3}(?:的?比分)?(?:战胜|击败|横扫|力克|逆转|[大完险小惜]?[胜败]|轻取|[获取]胜|领先|落后|不敌|"
    r"战平|拿下)"
)
# 以0-4输给了: a score although it could be a range.
_SCORE_BEHIND = re.compile(
    r"\d{1,3}(?:的?(?:总|大)?比分)?[ ]?(?:输给|不敌|负于|落败|告负|告捷|惨败|惜败|完败|爆冷|被|战胜|击败|"
    r"横扫|力克|逆转|[大完险小轻]胜|轻取|"
    r"[获取]胜|取胜|领先|落后|战平|逼平|战成|握手言和|淘汰|收场|结束|拿下|送走|击退|领跑|扳平|晋级|出局|"
    r"客胜|主胜)"
)
_SCORE_BEFORE = re.compile(
    "(?:打出了?|打出一[波个]|一波|[被遭]?揍|狂胜|完败|惨败|血洗|横扫|比分|总分|追[至到成]|改写[为成]|"
    "锁定[在为]|定格[在为]|扳成|战成)$"
)
# 比分为：15-24；21-18；23-34: each of the list.
_SCORE_LIST = re.compile(
    r"(?:比分|局分|比数|[各四五三]节|"
    r"[各三四五]局)[^。；，、\d]{0,8}(?:\d{1,3}[-－—–]\d{1,3}[；、，,;和及/ ]{1,2})*$"
)
_SET = r"\d{1,2}[-－]\d{1,2}(?:[(（]\d{1,2}[)）])?"
_ROW = re.compile(rf"(?<![\d.-]){_SET}(?:[、，,/ ]{{1,2}}{_SET}(?![\d-]))+")
_NIL = re.compile(
    r"(?<![\dA-Za-z表图第章-])[1-9]\d?[-－]0(?=[\u4e00-\u9fff])(?![级期分元个名岁])"
)  # 18-0重拳
_NAMED_PAIR = re.compile(r"(\d{1,2})[-－](\d{1,2})(?=[\u4e00-\u9fff])")
_PAIR = re.compile(r"\d{1,3}[-－—–]\d{1,3}(?!\d|[ ]?[%％元万亿个名人岁])")
_SCORED = re.compile("[以胜负输赢平分局:：]|战胜|击败|横扫|领先|落后|比分")


def join_range(text: str, first: Term) -> Term | None:
    """Join two ends into one range; a scale, sign or measure word behind the second counts for both."""
    until = TO.match(text, first.measure_end)
    if until is None or (first.kind is FigureKind.ORDINAL and first.measure):
        return None
    if text[first.start : first.end] in ("数", "几", "半") and first.measure is None:
        return None  # 数到3
    below = BELOW_ZERO.match(text, until.end())
    start = below.end() if below else until.end()
    minus = text[start : start + 1] in ("-", "－", "−") and text[start + 1 : start + 2].isdigit()
    start += minus
    if not text[start : start + 1] or not ANCHOR.match(text[start]) or text[start] in "首第翻":
        return None
    if text[start] in "半几数" and text[start + 1 : start + 2] not in "十百千万":
        return None
    second = term_at(text, start)
    if second is None or not _fits(text, first, second, until.group().strip()):
        return None
    if minus or below:
        second = replace(second, value=None if second.value is None else -second.value)
    low, high = _ends(first, second)
    if text.startswith("零下", first.start) and not (minus or below) and low is not None and high is not None:
        low, high = (-high, low) if high > -low else (low, high)  # 零下3至5度
    if low is not None and high is not None and low > high and _falls(text, first, second, until.group()):
        low, high = high, low
    if low is None or high is None or low >= high:
        return None
    if (
        first.measure
        and until.group().strip() in ("至", "到")
        and high >= 5 * low
        and _CHANGED.search(text[max(0, first.start - 4) : first.start])
    ):
        return None  # 减少1,039口至16,200口: by so many, to so many
    end = second.end
    if first.measure is not None and second.measure is not None:
        end = second.measure_end
    return replace(
        second,
        start=first.start,
        end=end,
        value=None,
        kind=FigureKind.RANGE,
        low=low,
        high=high,
        bound=Bound.EXACT,
        measure_end=max(end, second.measure_end),
        atom=replace(second.atom, printed=second.atom.printed, bare=False),
    )


def _falls(text: str, first: Term, second: Term, sign: str) -> bool:
    """Tell whether a range goes down: 8000至2000元不等, 距今7000—6000年, 5到-2度."""
    if second.value is not None and second.value < 0 and second.measure is not None:
        return True  # 5到-2度, -3到-5度
    if _VARIOUS.match(text, second.measure_end) or _AGO.search(text[max(0, first.start - 6) : first.start]):
        return True
    dashed = sign.strip() in ("—", "–", "―", "——", "~", "～")
    return dashed and first.measure is None and first.unit is None and second.measure is not None


def _fits(text: str, first: Term, second: Term, sign: str) -> bool:
    if first.unit and not second.unit:
        return False
    if (
        first.measure
        and first.measure != second.measure
        and unit_of(first.measure) != unit_of(second.measure)
    ):
        return False
    if sign in _HYPHENS and _HYPHENS & set(text[second.end : second.end + 1]):
        return False
    if sign in _HYPHENS and text[first.start - 1 : first.start] in ("-", "－") and first.start:
        return False
    hanzi = not first.atom.printed and not second.atom.printed
    return not hanzi or second.measure is not None or second.unit is not None or bool(second.atom.scale)


def _ends(first: Term, second: Term) -> tuple[Fraction | None, Fraction | None]:
    low = first.value if first.value is not None else first.low
    high = second.value if second.value is not None else second.high
    if low is None or high is None:
        return None, None
    if first.unit is None and second.unit in ("%", "‰", "成") and first.measure is None:
        low = low / {"%": 100, "‰": 1000, "成": 10}[second.unit]
    share = _written_scale(second)
    if share > 1 and not first.scale and first.measure is None and low < high / share:
        low *= share
    return low, high


def _written_scale(term: Term) -> int:
    return {"万亿": 10**12, "亿": 10**8, "万": 10**4}.get(term.scale, 1)


def join_ratio(text: str, first: Term) -> Term | None:
    """Read 3:2, 三比二, 1∶50000 and a score with a hyphen."""
    if first.measure is not None or first.unit is not None or first.value is None or first.atom.bare:
        return None
    sign = _RATIO.match(text, first.end)
    if sign is None:
        if text[first.end : first.end + 1] not in ("-", "－", "—"):
            return None
        if is_score(text, first):
            return _ratio_of(text, first, first.end + 1)
        before, behind = text[max(0, first.start - 6) : first.start], text[first.end + 1 : first.end + 8]
        if not (_SCORED.search(before) or _WON.search(behind)):
            return None
    return _ratio_of(text, first, sign.end() if sign else first.end + 1, is_spoken=sign is not None)


def is_score(text: str, first: Term) -> bool:
    """Tell whether a printed number and the one behind its hyphen are a score: 以0-4输给, 1-2不敌."""
    if first.atom.printed and _PAIR.match(text, first.start):
        before = text[max(0, first.start - 80) : first.start]
        if _SCORE_BEFORE.search(before[-5:]) or _SCORE_LIST.search(before):
            return True
        if _NIL.match(text, first.start) or _in_row(text, first.start) or _between_names(text, first.start):
            return True
    hyphen = text[first.end : first.end + 1] in ("-", "－", "—", "–")
    return hyphen and first.atom.printed and _SCORE_BEHIND.match(text, first.end + 1) is not None


def _in_row(text: str, start: int) -> bool:
    """Tell whether a pair stands in a row of sets, 6-4、6-3, that no measure word ends."""
    offset = max(0, start - 60)
    for row in _ROW.finditer(text[offset : start + 60]):
        if row.start() <= start - offset < row.end():
            end = offset + row.end()
            return measure_at(text, end) is None and text[end : end + 1] not in tuple("%％万亿‰")
    return False


def _between_names(text: str, start: int) -> bool:
    """Tell whether a falling pair stands between two names: 曼联2-0切尔西, but not 表2-1."""
    pair = _NAMED_PAIR.match(text, start)
    if pair is None or text[start - 1 : start] in tuple("表图附式章节第款条") or not start:
        return False
    falls = int(pair[1]) > int(pair[2])
    return falls and is_han(text[start - 1]) and measure_at(text, pair.end()) is None


def _ratio_of(text: str, first: Term, start: int, *, is_spoken: bool = False) -> Term | None:
    second = atom_at(text, start) if text[start : start + 1] and ANCHOR.match(text[start]) else None
    if second is None or second.value is None or second.printed is not first.atom.printed or second.bare:
        return None
    if is_spoken and not first.atom.printed and (measure_at(text, second.end) or text[start] in "半几数"):
        return None
    more = _RATIO.match(text, second.end)
    third = atom_at(text, more.end()) if more and text[more.end() : more.end() + 1].isdigit() else None
    end = third.end if third else second.end
    value = None if third or not second.value or not first.value else first.value / second.value
    return replace(
        first,
        end=end,
        value=value,
        kind=FigureKind.RATIO,
        measure_end=end,
        atom=replace(first.atom, printed=True),
    )
