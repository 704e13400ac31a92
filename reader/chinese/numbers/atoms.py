"""The bare number inside a figure: digits or hanzi, with 余/多/来 and 几/数 where they stand in it.

An atom knows no unit and no bound word before it; :mod:`reader.chinese.numbers.terms` adds those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from reader.chinese.numbers.measures import measure_at
from reader.chinese.numbers.numeral import DIGITS, PLACES, SCALES, parse_numeral, scale_of
from reader.chinese.numbers.quantity import Bound

DIGIT = "0-9０-９"
HANZI_DIGIT = "零〇○一二三四五六七八九两兩幺壹贰貳叁参參肆伍陆陸柒捌玖廿卅"
_PLACE = "十百千拾佰仟"
_SCALE = "万亿萬億"
_GAP = " \u00a0\u2009\u202f\u3000"
# 千 and 兆 before these belong to the unit: 3千瓦, 500兆瓦. 3千米 stays 3 千米 as printed.
_UNIT_THOUSAND = "千(?![瓦克米卡赫帕伏焦字])"

#: What shows that a dot in the middle is a decimal point: 7·8港元, but 5·12地震 is a day.
POINTED = (
    "(?=[ ]?(?:[%％﹪‰万亿倍]|个?百分点|[美欧日港澳加韩泰]?元|马克|法郎|卢布|比索|盾|铢|英镑|公里|千米|"
    "海里|[厘毫微]米|"
    "平方|立方|[公毫]?[斤升克顷]|吨|米|亩|[度℃°]|级(?:[地大左以阵风]|，|。)|岁|小时|分[钟，。]|秒|"
    "点[，。报收]|桶|[兆千]?瓦|人|名|户|口))"
)
_PRINTED_NUMBER = re.compile(
    rf"(?:[{DIGIT}]{{1,3}}(?:,[{DIGIT}]{{3}})+(?![{DIGIT}])"
    r"|(?<![０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])"
    rf"|(?<![A-Za-z0-9])[{DIGIT}]{{1,3}}(?:[ \u00a0\u2009\u202f][{DIGIT}]{{3}})+(?![{DIGIT}])"
    rf"|[{DIGIT}]+)(?:[.．][{DIGIT}]+|·[{DIGIT}]+{POINTED})?"
)
_FEW_BEHIND = re.compile("[1-9１-９][0０]")
_MIXED = re.compile(
    rf"{_PRINTED_NUMBER.pattern}"
    rf"(?:[{_GAP}]?(?:百(?![分帕])|{_UNIT_THOUSAND}|[{_SCALE}]|兆(?![瓦赫帕字比位欧焦]))+"
    rf"(?:(?:[{DIGIT}]{{1,3}}(?:,[{DIGIT}]{{3}})+|[{DIGIT}]+)(?:\.[{DIGIT}]+)?(?=百(?![分帕])|"
    rf"{_UNIT_THOUSAND}|[{_SCALE}]))?)*"
    # 12万3456.78元, 3亿500: what the scale leaves is part of the number, but 12万2023年 is two.
    rf"(?:(?<=[万千])(?:[{DIGIT}],[{DIGIT}]{{3}}|"
    rf"[{DIGIT}]{{1,4}})(?![{DIGIT},])(?:\.[{DIGIT}]+)?(?![年月日时点/%％:：—–-]))?"
)
_HANZI = re.compile(rf"[{HANZI_DIGIT}{_PLACE}{_SCALE}]+")
_DECIMALS = re.compile(rf"点(?:[{HANZI_DIGIT}]+|[{DIGIT}]+)[{_PLACE}{_SCALE}]*")
_MORE = re.compile(r"余|多(?![于样数么达少])|来|(?<=[百千万])把")
_BEHIND_MORE = re.compile(rf"[{_GAP}]?(?:[百千](?=[{_SCALE}])|{_UNIT_THOUSAND}|[{_SCALE}])+")
_SOME = re.compile(rf"(?:([二两三四五六七八九]?十)好?)?[几數数]([{_PLACE}]*[{_SCALE}]*)")
_NEIGHBOURS = re.compile(
    rf"([二三四五六七八九]?十|[一二两三四五六七八九][百千万](?=..[十百千]))?"
    rf"([一二两三四五六七八])([两二三四五六七八九])([{_PLACE}]*[{_SCALE}]*)"
)
# 六百一晚 is a price for a night, and no 610 nights: 六百一 has no measure word behind it.
_EACH = re.compile(
    "一(?:晚|天|年|个|月|斤|张|次|位|间|平|亩|件|套|桌|小时|只|份|人|瓶|杯|箱|盒|条|头|公里|米|吨|趟|场)"
)
_PREFIXED_UNIT = re.compile("千[米瓦克伏赫帕焦卡]|百(?:帕|分点)")
_SHORT_NEIGHBOURS = re.compile("([一二两三四五六七八九][百千万])([一二三四五六七八])([二三四五六七八九])")
# 八十有三, as the old language writes 83: at the end of its clause or before years of life.
_AND_ONES = re.compile(
    "(?<=[一二三四五六七八九]十)有([一二三四五六七八九])(?=[，。、；！？）”」\\n]|$|[岁年载人])"
)
_ORDER = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Atom:
    """A bare number at ``text[start:end]``. ``bare`` is a scale without a digit before it (亿, 千万)."""

    start: int
    end: int
    value: Fraction | None
    bound: Bound = Bound.EXACT
    low: Fraction | None = None
    high: Fraction | None = None
    printed: bool = False
    bare: bool = False
    scale: str = ""


def atom_at(text: str, position: int) -> Atom | None:
    """Return the number that begins at ``position``, at its full length, or None."""
    character = text[position : position + 1]
    if not character:
        return None
    if "0" <= character <= "9" or "０" <= character <= "９":
        return _printed(text, position)
    if character in "几数數":
        return _some(text, position)
    if character == "半":
        return Atom(position, position + 1, Fraction(1, 2))
    return _hanzi(text, position)


def run_end(text: str, position: int) -> int:
    """Return where the run of numeral characters at ``position`` ends; at least one character on."""
    found = _HANZI.match(text, position) or _PRINTED_NUMBER.match(text, position)
    return found.end() if found else position + 1


def _printed(text: str, position: int) -> Atom | None:
    found = _MIXED.match(text, position)
    value = parse_numeral(found.group().replace("·", ".")) if found else None
    if found is None or value is None:
        found = _PRINTED_NUMBER.match(text, position)
        value = parse_numeral(found.group().replace("·", ".")) if found else None
    if found is None or value is None:
        return None
    if text.startswith("点几", found.end()) and (tenths := _some_tenths(text, position, found.end())):
        return replace(tenths, printed=True)
    few = text[found.end() : found.end() + 1] == "几" and measure_at(text, found.end() + 1) is not None
    if few and _FEW_BEHIND.fullmatch(found.group()):
        # 20几次: from 21 to 29.
        return Atom(position, found.end() + 1, None, Bound.VAGUE, value + 1, value + 9, printed=True)
    plain = Atom(position, found.end(), value, printed=True, scale=scale_of(found.group()))
    return _with_more(text, plain)


def _hanzi(text: str, position: int) -> Atom | None:
    run = _HANZI.match(text, position)
    if run is None or run.end() - position > 40:
        return None
    if run.group()[-1] == "十" and text.startswith(("几", "好几"), run.end()):
        return _some(text, position)
    end = run.end()
    # 三千米 is 三千 米, but 三千瓦 and 八百万千瓦 keep 千 for the unit.
    if text[end - 1] == "千" and text[end : end + 1] in set("瓦克伏赫帕焦卡") and end - 1 > position:
        end -= 1
    decimals = _DECIMALS.match(text, end)
    if decimals is not None:
        # 九点二万千瓦 keeps 千 for the unit.
        whole = text[position : decimals.end()]
        if whole[-1] == "千" and _PREFIXED_UNIT.match(text, decimals.end() - 1):
            whole = whole[:-1]
        value = parse_numeral(whole)
        if value is not None:
            return _with_more(text, Atom(position, position + len(whole), value, scale=scale_of(whole)))
    if text.startswith("点几", end) and (tenths := _some_tenths(text, position, end)):
        return tenths
    if text[end : end + 1] == "折" and end - position == 2 and (discount := _two_digits(text, position)):
        return discount
    neighbours = _neighbours(text, position)
    if neighbours is not None:
        return neighbours
    if text[end - 1] in "两兩" and end - 1 > position:
        end -= 1
    if end - 1 > position and text[end - 2] in "百千万" and _EACH.match(text, end - 1):
        end -= 1
    written = text[position:end]
    value = parse_numeral(written)
    if value is None and _PREFIXED_UNIT.match(text, end - 1):
        # 二十千米 is 20 kilometres.
        end -= 1
        written = text[position:end]
        value = parse_numeral(written)
    if value is None:
        return None
    ones = _AND_ONES.match(text, end)
    if ones is not None:
        return Atom(position, ones.end(), value + DIGITS[ones[1]])
    bare = written[0] in "百千佰仟" or written[0] in _SCALE
    return _with_more(text, Atom(position, end, value, bare=bare, scale=scale_of(written)))


def _some_tenths(text: str, position: int, end: int) -> Atom | None:
    """Read 零点几 and 三点几: the whole number and some tenths."""
    whole = parse_numeral(text[position:end])
    if whole is None:
        return None
    scale = _BEHIND_MORE.match(text, end + 2)
    factor = parse_numeral(scale.group()) if scale else Fraction(1)
    if factor is None:
        return None
    low, high = (whole + Fraction(1, 10)) * factor, (whole + Fraction(9, 10)) * factor
    stop = scale.end() if scale else end + 2
    return Atom(position, stop, None, Bound.VAGUE, low, high, scale=scale_of(text[position:stop]))


def _two_digits(text: str, position: int) -> Atom | None:
    """Read the two digits of 九五折, which is 95 in a hundred."""
    tens, units = (DIGITS.get(character) for character in text[position : position + 2])
    return (
        None if tens is None or units is None else Atom(position, position + 2, Fraction(10 * tens + units))
    )


def _with_more(text: str, atom: Atom) -> Atom:
    """Take in the 余, 多 or 来 that stands before the measure word: 2000余, 30余万, 二十来."""
    more = _MORE.match(text, atom.end) or _MORE.match(
        text, atom.end + 1 if text[atom.end : atom.end + 1] == " " else atom.end
    )
    behind = _BEHIND_MORE.match(text, more.end()) if more else None
    # 13余万 is written although 13 is not round.
    if more is None or not (_round(text[atom.start : atom.end]) or (behind and more.group() in "余多")):
        return atom
    end = behind.end() if behind else more.end()
    if not behind and not _more_is_apart(text, more.group(), end):
        return atom
    factor = parse_numeral(behind.group().strip()) if behind else Fraction(1)
    if factor is None or atom.value is None:
        return atom
    value = atom.value * factor
    whole = text[atom.start : end]
    if more.group() in "来把":
        return replace(atom, end=end, value=value, bound=Bound.ABOUT, scale=scale_of(whole))
    high = value + step_of(text[atom.start : atom.end], atom.value) * factor
    scale = scale_of(whole)
    return replace(atom, end=end, value=value, bound=Bound.OVER, low=value, high=high, scale=scale)


def _more_is_apart(text: str, more: str, end: int) -> bool:
    """余 may begin 余额, and 来 may be a verb unless a measure word follows; 百余 often stands alone."""
    if more == "多" or measure_at(text, _skip_gap(text, end)) is not None:
        return True
    return more == "余" and text[end : end + 1] not in set("额下地热生温款粮")


def _skip_gap(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in set(_GAP) else position


def _round(written: str) -> bool:
    return written[-1] in "0０" or written[-1] in PLACES or written[-1] in SCALES


def step_of(written: str, value: Fraction) -> Fraction:
    """Return the round step above a written number: 10 for 二十, 100 for 1900, 0.1万 for 1.2万, 1 for 五."""
    scale = Fraction(SCALES.get(written[-1], 1))
    if scale == 1 and (last := re.search(r"[万亿](?=[^万亿]+$)", written)):
        scale = Fraction(1) if last else scale
    step, shown = scale, value / scale
    while shown.denominator != 1:
        shown *= 10
        step /= 10
    while shown and shown % 10 == 0:
        shown /= 10
        step *= 10
    return step


def _some(text: str, position: int) -> Atom | None:
    """Read 几十, 十几, 数千, 几十万 and a bare 几 or 数; its ends are the least and greatest it may be."""
    found = _SOME.match(text, position)
    if found is None:
        return None
    places, end = _places(text, found[2], found.end(), headed=bool(found[1]))
    factor = parse_numeral(places) if places else Fraction(1)
    tens = parse_numeral(found[1]) if found[1] else Fraction(0)
    if factor is None or tens is None or (tens and places[:1] in set(_PLACE) and places):
        return None
    low, high = (tens + (1 if tens else 2)) * factor, (tens + 10) * factor - 1
    if tens:
        high = (tens + 9) * factor
    if text[end : end + 1] in set("余多") and places:
        end += 1
    return Atom(position, end, None, Bound.VAGUE, low, high, scale=scale_of(found.group()))


def _places(text: str, places: str, end: int, *, headed: bool) -> tuple[str, int]:
    """Return the places and scales of a vague number and where they end; a unit keeps its 千: 几十千克."""
    if not places.endswith("千") or not _PREFIXED_UNIT.match(text, end - 1):
        return places, end
    # 几千米 are some thousands of metres, 几十千米 some tens of kilometres.
    is_metres = text[end : end + 1] == "米" and places == "千" and not headed
    return (places, end) if is_metres else (places[:-1], end - 1)


def _short_neighbours(text: str, position: int) -> Atom | None:
    """Read 一百五六, from 150 to 160: the last place is left out as in 一百五."""
    found = _SHORT_NEIGHBOURS.match(text, position)
    if found is None or _HANZI.match(text, found.end()):
        return None
    first, second = _digit(found[2]), _digit(found[3])
    head, place = parse_numeral(found[1]), Fraction({**PLACES, **SCALES}[found[1][-1]], 10)
    if head is None or second - first != 1:
        return None
    low, high = head + first * place, head + second * place
    return Atom(position, found.end(), None, Bound.VAGUE, low, high, scale=scale_of(found.group()))


def _neighbours(text: str, position: int) -> Atom | None:
    """Read two neighbouring digits, the vague number of speech: 三五, 十七八, 四五十, 两三百万."""
    if short := _short_neighbours(text, position):
        return short
    found = _NEIGHBOURS.match(text, position)
    if found is None or (_HANZI.match(text, found.end()) and not _EACH.match(text, found.end())):
        return None
    places, end = _places(text, found[4], found.end(), headed=bool(found[1]))
    # 一两天 is a day or two, 一两半 a weight.
    # And 三两银子 is a weight of silver.
    if found.group()[-1] == "两" and measure_at(text, found.end()) in (None, "银", "金", "铜"):
        return None
    first, second = _digit(found[2]), _digit(found[3])
    if second - first != 1 and (first, second) not in ((3, 5), (3, 2)):
        return None
    first, second = min(first, second), max(first, second)
    factor = parse_numeral(places) if places else Fraction(1)
    tens = parse_numeral(found[1]) if found[1] else Fraction(0)
    if factor is None or tens is None:
        return None
    if tens >= 100 > 0 and factor * 10 <= tens:
        # 一百五六十: the head is whole, only the place behind it is vague.
        tens /= factor
    elif tens and places[:1] in set(_PLACE) and places:
        return None
    if text[end : end + 1] in set("余多来") and places:
        end += 1
    low, high = (tens + first) * factor, (tens + second) * factor
    return Atom(position, end, None, Bound.VAGUE, low, high, scale=scale_of(found.group()))


def _digit(character: str) -> int:
    return 2 if character == "两" else _ORDER.index(character) + 1
