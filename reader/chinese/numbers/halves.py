"""What follows a measure word and counts with the number before it: 两年半, 一米八, 三块五毛."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from reader.chinese.numbers.atoms import DIGIT, HANZI_DIGIT
from reader.chinese.numbers.measures import HALVED, TIME_UNITS, measure_at
from reader.chinese.numbers.numeral import DIGITS, parse_numeral
from reader.chinese.numbers.quantity import Bound, FigureKind

if TYPE_CHECKING:
    from reader.chinese.numbers.terms import Term

HALF = re.compile("半(?![年夜天路岛场径导球边数价决信途空山个])")
"""Half a measure behind it; 半 may begin another word."""

_TAIL_TENTH = re.compile(f"[{HANZI_DIGIT}]{{1,2}}|[{DIGIT}]{{1,2}}(?![{DIGIT}.])")
_GOES_ON = re.compile("(?![的多高长宽深以左上远])[\u4e00-\u9fff]")
_HALF_ENDS = re.compile("半(?:钟|(?=[，。、；：！？）的就了多]|左右|$))")
_HALF_UNIT = re.compile("半(月|小时|钟头|世纪|学期|星期)")
_COINS = re.compile(
    f"([{HANZI_DIGIT}{DIGIT}])[角毛](?:([{HANZI_DIGIT}{DIGIT}])(?:分|"
    f"(?![{HANZI_DIGIT}{DIGIT}十百千万个张块元角毛斤])))?"
)


def halved(text: str, term: Term) -> Term:
    """Read 两年半, 两个半小时, 一米八, 三块五: what follows the measure word counts too."""
    if half_of_any := _half_of_any(text, term):
        return half_of_any
    if term.value is None or term.measure not in HALVED or term.bound is not Bound.EXACT:
        return term
    if term.measure == "个" and (unit := _HALF_UNIT.match(text, term.measure_end)):
        measure = unit[1] if unit[1] != "月" else "个月"
        value = term.value + Fraction(1, 2)
        return replace(
            term, end=unit.end() - len(unit[1]), value=value, measure=measure, measure_end=unit.end()
        )
    if term.measure != "个" and term.value >= 1 and (half := HALF.match(text, term.measure_end)):
        value = term.value + Fraction(1, 2)
        return replace(term, end=half.end(), value=value, measure_end=half.end(), kind=FigureKind.DECIMAL)
    if term.measure in ("块", "元") and (coins := _coins(text, term)):
        return coins
    if term.measure not in ("米", "块", "角", "毛", "度") or term.atom.value is None:
        return term
    tail = _TAIL_TENTH.match(text, term.measure_end)
    if (
        tail is None
        or measure_at(text, tail.end())
        or text[tail.end() : tail.end() + 1] in set("十百千万亿几多余.")
    ):
        return term
    digits = "".join(str(DIGITS.get(c, c)) for c in tail.group())
    if tail.group() == "一" and _GOES_ON.match(text, tail.end()):
        return term  # 70米一直领先
    if not digits.isascii() or (term.measure == "度" and not _is_warmth(term, tail.end())):
        return term
    money = {"块": "元", "角": "角", "毛": "角"}.get(term.measure)
    value = term.value + Fraction(int(digits), 10 ** len(digits))
    return replace(
        term, end=tail.end(), value=value, measure_end=tail.end(), unit=money, kind=FigureKind.DECIMAL
    )


def _is_warmth(term: Term, end: int) -> bool:
    """Tell whether 38度5 is a temperature: one digit behind it and between 34 and 43 degrees."""
    one_digit = end - term.measure_end == 1
    return one_digit and term.value is not None and 34 <= term.value <= 43


def _half_of_any(text: str, term: Term) -> Term | None:
    """Read 两分半钟, 三节半 and 两垄半: half a measure may stand behind any measure word, at the end."""
    half = _HALF_ENDS.match(text, term.measure_end)
    counted = term.value is not None and term.bound is Bound.EXACT and term.kind is not FigureKind.ORDINAL
    if half is None or not counted or term.measure in (None, "个", *TIME_UNITS) or term.value is None:
        return None
    measure = "分钟" if term.measure == "分" and half.group().endswith("钟") else term.measure
    value = term.value + Fraction(1, 2)
    end = term.measure_end + 1
    return replace(
        term, end=end, value=value, measure=measure, measure_end=half.end(), kind=FigureKind.DECIMAL
    )


def _coins(text: str, term: Term) -> Term | None:
    """Read 三块五毛钱 and 5元8角: yuan and their tenths and hundredths are one sum."""
    found = _COINS.match(text, term.measure_end)
    if found is None or term.value is None:
        return None
    jiao, fen = (parse_numeral(part) if part else Fraction(0) for part in found.groups())
    if jiao is None or fen is None:
        return None
    end = found.end()
    behind = end + (text[end : end + 1] == "钱")
    value = term.value + jiao / 10 + fen / 100
    return replace(term, end=end, value=value, measure_end=behind, unit="元", kind=FigureKind.DECIMAL)
