"""Strings of digits that name something: telephone, flight, train and room numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from reader.chinese.numbers.measures import measure_at
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import FigureKind, Quantity

_D = "[0-9０-９]"
_H = "[零〇○一二三四五六七八九幺]"
_PHONE = re.compile(
    f"(?:[(（]?0{_D}{{2,3}}[)）]?[ -－—-]?(?:{_D}{{7,8}}|{_D}{{3,4}}[- ]{_D}{{4}})"
    f"|1[3-9]{_D}{{9}}|1[3-9]{_D}[- ]{_D}{{4}}[- ]{_D}{{4}}"
    f"|[48]00[- ]?{_D}{{3}}[- ]?{_D}{{4}}|[48]00[- ]?{_D}{{4}}[- ]?{_D}{{3}})(?![0-9０-９.%])"
)
_OPEN_AREA = re.compile(f"0{_D}{{2,3}}[)）]")
_CALLED = re.compile(f"(?:{_D}{{3,12}}|{_H}{{3,12}})(?![.0-9０-９]|[零〇一二三四五六七八九十百千万亿余多])")
_CALL_BEFORE = re.compile(
    "(?:拨打|拨通|热线|电话|致电|邮编|编号|证号|号码|QQ群?|微信号?|专线|密码|"
    "验证码|尾号|账号|代码|车牌|传真|短号|总机|(?<=[0-9])转|"
    '[前后末][一二三四五六七八九十]+位)[:：为是号了]{0,2}[“"]?[ ]?$'
)
_CALL_BEHIND = re.compile(
    '[”"]?[ ]?(?:热线|专线|客服|电话|政务服务|平台热线|报警电话|报警|急救电话|急救热线|火警|应急)'
)
_ROOM = re.compile(
    f"(?:{_D}{{3,4}}|{_H}{{3,4}})(?=[ ]?(?:室|房间|号房|房(?!贷|价|产)|教室|病房|号病房|会议室|"
    f"办公室|包间|包厢|宿舍|的(?:房门|门(?![票类店面户诊]))|房门))"
)
# Numbers that everybody calls, and that nobody reads as a count.
_HOTLINE = re.compile(
    "(?:123(?:06|15|20|28|33|45|48|66|69|78|79|93)|955(?:88|98)|96110|100(?:86|10))(?![0-9.,%％万亿千百])"
)
_DOCKET = re.compile(f"{_D}{{5,}}(?=号(?![楼线院店馆厅]))")  # 民初76188号
_RUN = re.compile(
    # A day without signs: 20110905.
    "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![.,0-9０-９万亿%元]|[个名人股件吨户米])|"
    f"{_D}{{9,}}(?![.0-9０-９万亿%元]|[ ]?[万亿元])"
)
_FLIGHT_BEFORE = re.compile("(?:[A-Z][A-Z0-9]|[GDCZTKYSL])$")
# CA1502 without a word behind it: the airlines that Chinese news names, and G1234 behind 乘.
_AIRLINE_BEFORE = re.compile(
    "(?<![A-Za-z0-9])(?:CA|MU|CZ|HU|MF|ZH|SC|3U|FM|HO|9C|KN|JD|GS|EU|GJ|PN|TV|NS|DR|BK|CX|KA|CI|BR|JL|NH|"
    "KE|OZ|SQ|"
    "MH|TG|VN|AA|UA|DL|LH|AF|BA|KL|EK|QR|TK|SU)$"
)
_TRAIN_BEFORE = re.compile("(?:[乘搭坐]|列车|高铁|动车|车次)[了的为是：:]?[GDCZTK]$")
_NAMED_RIDE = re.compile(f"{_D}{{3,4}}(?![0-9０-９A-Za-z.%％]|[ ]?[万亿元])")
_FLIGHT = re.compile(f"{_D}{{1,5}}(?=次|航班|[/／]{_D}|[次]?列车|号航班)")


def code_at(text: str, position: int) -> Quantity | None:
    """Return the digit string that begins at ``position`` and names something, or None."""
    if text[position - 1 : position].isdigit() and position:
        return None
    before = text[max(0, position - 8) : position]
    end = _code_end(text, position, before)
    if end is None:
        return None
    if before[-1:] in ("(", "（") and _OPEN_AREA.match(text, position):
        position -= 1
    written = text[position:end]
    value = parse_numeral(written)
    measure = "室" if text[end : end + 1] == "室" else None
    span_end = end + 1 if measure else end
    return Quantity(
        written, position, end, _plain(value, written), FigureKind.DIGITS, measure=measure,
        span_start=position, span_end=span_end,
    )  # fmt: skip


def is_telephone(text: str) -> bool:
    """Tell whether all of ``text`` has the form of a telephone number."""
    return _PHONE.fullmatch(text) is not None


def _plain(value: Fraction | None, written: str) -> Fraction | None:
    """A leading zero is part of a number that is called, so such a string has no value."""
    return None if written.lstrip("(（")[0] in "0０零〇" else value


def _code_end(text: str, position: int, before: str) -> int | None:
    phone = _PHONE.match(text, position)
    if phone and not before.endswith((".", "．")) and measure_at(text, phone.end()) is None:
        return phone.end()
    room = _ROOM.match(text, position)
    if room:
        return room.end()
    docket = _DOCKET.match(text, position)
    if docket:
        return docket.end()
    hotline = _HOTLINE.match(text, position)
    if hotline and measure_at(text, hotline.end()) is None:
        return hotline.end()
    run = _RUN.match(text, position)
    if run and measure_at(text, run.end()) is None:
        return run.end()
    called = _CALLED.match(text, position)
    if called and (_CALL_BEFORE.search(before) or _CALL_BEHIND.match(text, called.end())):
        return called.end()
    flight = _FLIGHT.match(text, position)
    if flight and _FLIGHT_BEFORE.search(before):
        return flight.end()
    ride = _NAMED_RIDE.match(text, position)
    if ride and (_AIRLINE_BEFORE.search(before) or _TRAIN_BEFORE.search(before)):
        return ride.end()
    return None
