"""A figure in English words: its value, its unit and what its bound means."""

from __future__ import annotations

import re
from fractions import Fraction

from reader.chinese.numbers.forms import as_percent, in_english, plain
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.spell import plain_form

BOUND_ENGLISH: dict[Bound, str] = {
    Bound.EXACT: "{}",
    Bound.OVER: "a bit more than {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_LEAST: "{} or more",
    Bound.AT_MOST: "{} or less",
    Bound.NEARLY: "nearly {}",
    Bound.ABOUT: "about {}",
    Bound.UNDER: "less than {}",
    Bound.VAGUE: "roughly {}",
}
"""How each bound stands around a value in English."""

BOUND_MEANING: dict[Bound, str] = {
    Bound.EXACT: "exactly this",
    Bound.OVER: "a bit more than this (余, 多)",
    Bound.MORE_THAN: "more than this, this not included (超过, 逾, 突破)",
    Bound.AT_LEAST: "this or more, this included (以上, 至少)",
    Bound.AT_MOST: "this or less, this included (以下, 以内, 最多)",
    Bound.NEARLY: "nearly this, a bit below (近, 将近)",
    Bound.ABOUT: "about this, a bit more or less (约, 左右)",
    Bound.UNDER: "less than this (不足, 不到)",
    Bound.VAGUE: "only roughly known (几, 数, 三五)",
}
"""What each bound says of the value, with the words that say it."""

UNITS_ENGLISH: dict[str, tuple[str, str]] = {
    "元": ("yuan", "yuan"),
    "块": ("yuan", "yuan"),
    "块钱": ("yuan", "yuan"),
    "人民币": ("yuan", "yuan"),
    "角": ("jiao", "jiao"),
    "美元": ("US dollar", "US dollars"),
    "欧元": ("euro", "euros"),
    "港元": ("Hong Kong dollar", "Hong Kong dollars"),
    "日元": ("yen", "yen"),
    "英镑": ("pound", "pounds"),
    "亩": ("mu", "mu"),
    "公顷": ("hectare", "hectares"),
    "平方米": ("square metre", "square metres"),
    "平方公里": ("square kilometre", "square kilometres"),
    "立方米": ("cubic metre", "cubic metres"),
    "公里": ("kilometre", "kilometres"),
    "千米": ("kilometre", "kilometres"),
    "米": ("metre", "metres"),
    "厘米": ("centimetre", "centimetres"),
    "毫米": ("millimetre", "millimetres"),
    "里": ("li (half kilometre)", "li (half kilometres)"),
    "海里": ("nautical mile", "nautical miles"),
    "吨": ("tonne", "tonnes"),
    "公斤": ("kilogram", "kilograms"),
    "千克": ("kilogram", "kilograms"),
    "斤": ("jin (half kilogram)", "jin (half kilograms)"),
    "克": ("gram", "grams"),
    "毫克": ("milligram", "milligrams"),
    "升": ("litre", "litres"),
    "毫升": ("millilitre", "millilitres"),
    "千瓦时": ("kilowatt hour", "kilowatt hours"),
    "千瓦": ("kilowatt", "kilowatts"),
    "人": ("person", "people"),
    "人次": ("visit", "visits"),
    "户": ("household", "households"),
    "年": ("year", "years"),
    "个月": ("month", "months"),
    "天": ("day", "days"),
    "日": ("day", "days"),
    "小时": ("hour", "hours"),
    "分钟": ("minute", "minutes"),
    "秒": ("second", "seconds"),
    "岁": ("year old", "years old"),
    "倍": ("time", "times"),
    "℃": ("°C", "°C"),
    "摄氏度": ("°C", "°C"),
    "度": ("degree", "degrees"),
    "次": ("time", "times"),
    "个百分点": ("percentage point", "percentage points"),
    "百分点": ("percentage point", "percentage points"),
    "周": ("week", "weeks"),
}
"""Units whose English needs no context: singular and plural. Measure words such as 个 have none."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def quantity_in_english(quantity: Quantity) -> str:
    """Say a figure in English: ``more than 300 billion yuan``, ``18.5%``, ``nearly 8,000 yuan``."""
    kind, value = quantity.kind, quantity.value
    if kind in (FigureKind.DATE, FigureKind.TIME, FigureKind.DIGITS, FigureKind.RATIO) or (
        kind is FigureKind.YEAR and value is None
    ):
        return _by_form(plain_form(quantity.text), kind)
    if kind is FigureKind.YEAR and value is not None:
        return plain(value)
    if kind is FigureKind.ORDINAL and value is not None and value.denominator == 1:
        return ordinal(int(value))
    if value is None:
        return _range(quantity)
    said = BOUND_ENGLISH[quantity.bound].format(_with_unit(_amount(value, quantity), value, quantity))
    if quantity.unit == "折" or plain_form(quantity.text).endswith("折"):
        return said + " of the price"
    # What has grown fourfold is four times as much; anything else went up or down by so much.
    is_factor = kind in (FigureKind.MULTIPLE, FigureKind.CHANGE) and not is_share(quantity)
    return f"{quantity.direction} {said}" if quantity.direction and not is_factor else said


def is_share(quantity: Quantity) -> bool:
    """Tell whether the figure is a share of a whole, to be shown as a percentage (18.5%, 三成五, 七折)."""
    written = plain_form(quantity.text) + (quantity.unit or quantity.measure or "")
    if "百分点" in written:
        return False
    return quantity.kind is FigureKind.PERCENT or any(mark in written for mark in ("%", "百分之", "成", "折"))


def _amount(value: Fraction, quantity: Quantity) -> str:
    if is_share(quantity):
        return as_percent(value)
    if quantity.kind is FigureKind.FRACTION and value == Fraction(1, 2):
        return "half"
    return in_english(value)


def _with_unit(said: str, value: Fraction, quantity: Quantity) -> str:
    """Add the unit's English, if it has one without context; a share has none."""
    if is_share(quantity):
        return said
    unit = quantity.unit or quantity.measure or ""
    if quantity.kind is FigureKind.CHANGE and quantity.unit != "折":
        return f"{said} times as much"
    if quantity.kind is FigureKind.MULTIPLE and "倍" in quantity.text + unit:
        return f"{said} times"
    one, many = UNITS_ENGLISH.get(unit, ("", ""))
    name = one if value == 1 else many
    return f"{said} {name}".strip() if name != "°C" else f"{said} °C"


def _range(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return _by_form(plain_form(quantity.text), quantity.kind)
    if low is None or high is None:
        end = low if low is not None else high
        assert end is not None
        words = "{} or more" if high is None else "up to {}"
        return words.format(_with_unit(_amount(end, quantity), end, quantity))
    words = "{} to {}" if quantity.kind is FigureKind.RANGE else "somewhere from {} to {}"
    return words.format(_amount(low, quantity), _with_unit(_amount(high, quantity), high, quantity))


def ordinal(number: int) -> str:
    """Write an ordinal: ``1st``, ``12th``, ``23rd``."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _by_form(text: str, kind: FigureKind) -> str:
    """Say a date, a time or a ratio from its digits; what has another shape stays as written."""
    if kind is FigureKind.RATIO:
        return _ratio(text)
    if found := re.fullmatch(r"(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?", text):
        year, month, day = found.groups()
        if 1 <= int(month) <= 12:
            return f"{int(day)} {_MONTHS[int(month) - 1]}" + (f" {year}" if year else "")
    if (found := re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月", text)) and 1 <= int(found[2]) <= 12:
        return _MONTHS[int(found[2]) - 1] + (f" {found[1]}" if found[1] else "")
    if found := re.fullmatch(r"(?:(\d+)(?:小时|时))?(\d+)分(\d+)秒(\d*)", text):
        return _lasting(found)
    if found := re.fullmatch(r"(\d{1,2})[时点:](?:(\d{1,2})分?)?", text):
        return f"{int(found[1])}:{int(found[2] or 0):02d}"
    return text


def _lasting(found: re.Match[str]) -> str:
    """Say how long 2小时15分03秒 is: hours, minutes and seconds."""
    hours, minutes, seconds, rest = found.groups()
    parts = [(hours, "hour"), (minutes, "minute"), (f"{int(seconds)}.{rest}" if rest else seconds, "second")]
    return " ".join(
        f"{number.lstrip('0') or '0'} {name}{'' if number.lstrip('0') == '1' else 's'}"
        if "." not in number
        else f"{number} {name}s"
        for number, name in parts
        if number is not None
    )


def _ratio(text: str) -> str:
    parts = ((part, parse_numeral(part)) for part in re.split("[:比-]", text))
    return " to ".join(part if value is None else plain(value) for part, value in parts)
