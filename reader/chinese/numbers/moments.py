"""Dates, times, ratios and digit strings brought to one form each, to be compared."""

from __future__ import annotations

import re

from reader.chinese.numbers.numeral import parse_numeral

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_NUMBER = r"[\d零〇一二两三四五六七八九十廿卅]+"
_AFTERNOON = re.compile(r"下午|晚上|傍晚|晚|夜里|p\.?m\.?")
_MORNING = re.compile(r"上午|早上|早晨|凌晨|清晨|早|中午|a\.?m\.?")

Moment = tuple[str, tuple[int | None, ...]]
"""What it is (``date``, ``time``, ``ratio``) and its parts; a missing part is None."""


def read_moments(text: str) -> tuple[Moment, ...]:
    """Read a date, a time of day or a ratio: every one the text can be (11-28, 20:30), none if it is none.

    ``text`` is lower case and half width.
    """
    text = text.strip()
    found = (_date(text), _time(text), _ratio(text))
    return tuple(moment for moment in found if moment is not None)


def _int(text: str | None) -> int | None:
    if not text:
        return None
    value = parse_numeral(text)
    return int(value) if value is not None and value.denominator == 1 else None


def _date(text: str) -> Moment | None:
    if found := re.fullmatch(rf"(?:({_NUMBER})\s*年)?\s*({_NUMBER})\s*月\s*(?:({_NUMBER})\s*[日号]?)?", text):
        return _as_date(_int(found[1]), _int(found[2]), _int(found[3]))
    if found := re.fullmatch(rf"({_NUMBER})\s*[日号]", text):
        return "date", (None, None, _int(found[1]))
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        return _as_date(*(_int(part) for part in found.groups()))
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})", text):
        first, second = int(found[1]), int(found[2])
        return _as_date(None, first, second) if first <= 12 else _as_date(None, second, first)
    return _english_date(text)


def _as_date(year: int | None, month: int | None, day: int | None) -> Moment | None:
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return "date", (year, month, day)


def _english_date(text: str) -> Moment | None:
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\b(?:of|the)\b|,", " ", text))
    months = [_MONTHS[word[:3]] for word in words if word[:3] in _MONTHS and len(word) >= 3]
    numbers = [int(word) for word in words if word.isdigit()]
    if len(months) != 1 or len(words) != len(numbers) + 1 or len(numbers) > 2:
        return None
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    return _as_date(years[0] if years else None, months[0], days[0] if days else None)


def _time(text: str) -> Moment | None:
    late, early = bool(_AFTERNOON.search(text)), bool(_MORNING.search(text))
    if late or early:
        text = re.sub(r"(?<=\d)\.(?=\d\d(?!\d))", ":", text)  # 8.30 pm
    bare = re.sub(r"[.\s]", "", _MORNING.sub("", _AFTERNOON.sub("", text)))
    found = re.fullmatch(
        rf"({_NUMBER})(?:[时点]钟?|:(?=\d\d))(?:({_NUMBER})分?|(半)|([一三])刻|整)?(?::\d+)?", bare
    )
    if not found and (late or early):
        found = re.fullmatch(rf"({_NUMBER})()()()", bare)
    if not found:
        return None
    hour = _int(found[1])
    minute = 30 if found[3] else 15 * (_int(found[4]) or 0) if found[4] else _int(found[2]) or 0
    if hour is None or hour > 24 or minute > 59:
        return None
    return "time", (hour + 12 if late and hour < 12 else hour, minute)


def _ratio(text: str) -> Moment | None:
    parts = [_int(part.strip()) for part in re.split(r"[比:-]|\bto\b", text)]
    return ("ratio", tuple(parts)) if None not in parts and len(parts) > 1 else None


def digits_of(text: str) -> str:
    """Return the digits and letters of a telephone, flight or room number, 幺 and 一 as 1."""
    names = str.maketrans("零〇○一二三四五六七八九幺", "0001234567891")
    return re.sub(r"[^0-9a-z]", "", text.lower().translate(names))
