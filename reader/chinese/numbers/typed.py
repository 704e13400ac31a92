"""What a learner typed as a figure: any of the ways to write one, in Chinese, digits or English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from reader.chinese.numbers.bounds import take_bound
from reader.chinese.numbers.forms import plain
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import Bound
from reader.chinese.numbers.units import canonical, factor, is_known
from reader.chinese.numbers.words import SCALES, read_words
from reader.text import clean_answer

_LONGEST = 80
_MOST_ZEROS = 40
_HANZI = "零〇○一二三四五六七八九十百千万亿两兩幺壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅半点"
_SCALES_TYPED = ("万亿", "亿", "万", "千", "百", "trillion", "billion", "million", "thousand")
_JOINTS = (
    r"\s+to\s+",
    r"\s*[至到]\s*",
    r"(?<=[\w%元℃°])\s*-\s*(?=[\d一二两三四五六七八九十百半-])",
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LATIN_SCALES = {"w": "万", "wan": "万", "yi": "亿", "qian": "千", "bai": "百", "wanyi": "万亿"}
_SHARE_SIGNS = {"%": 100, "‰": 1000, "percent": 100, "per cent": 100, "pct": 100, "per mille": 1000}


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed figure. ``value`` is None for a range, which has ``low`` and ``high``.

    ``unit`` is the unit's one name ("" where none was typed); ``unknown`` is a word behind the figure
    that no table knows; ``scale`` is the biggest scale word used; ``share`` says that it was typed as a
    percentage, 成 or 折; ``decimal`` that it has decimals and is no written fraction; ``scale_alone`` that
    only a scale was typed (亿).
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    bound: Bound | None = None
    unit: str = ""
    unknown: str = ""
    scale: str = ""
    share: bool = False
    decimal: bool = False
    scale_alone: bool = False


def read_typed(text: str, measure: str = "") -> Typed | None:
    """Read a typed figure, with a bound and a unit if they were typed along; None if no figure is in it.

    ``measure`` is the measure word or unit of the figure asked for: behind ``27m`` it decides between
    metres and millions.
    """
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    if not plain:
        return None
    bound, plain = take_bound(plain)
    typed = _range(plain, measure) or _single(plain, measure)
    if typed is None:
        return None
    return replace(typed, bound=bound or typed.bound)


_D = "[0-9零〇一二三四五六七八九两]"
_COINS = re.compile(f"([0-9]+|[零〇一二三四五六七八九十百千两]+)[元块]({_D})(?:[角毛](?:({_D})分)?)?(?:钱)?$")


def _without_coins(text: str) -> str:
    """Write 三块五毛 and 5元8角 as one sum of yuan."""
    found = _COINS.search(text)
    parts = [parse_numeral(part) for part in found.groups("0")] if found else []
    if found is None or None in parts:
        return text
    yuan = sum((part * size for part, size in zip(parts, _COIN_SIZES, strict=True) if part), Fraction(0))
    return f"{text[: found.start()]}{plain(yuan)}元"


def _in_metres(text: str) -> str:
    """Write 一米八 and 2米31 with a decimal point."""
    found = _METRES.search(text)
    if found is None or (whole := parse_numeral(found[1])) is None:
        return text
    behind = "".join(str(parse_numeral(digit)) for digit in found[2])
    return f"{text[: found.start()]}{plain(whole)}.{behind}米"


_METRES = re.compile(f"([0-9]+|[一二三四五六七八九十百两]+)米({_D}{{1,2}})$")
_OLD_ONES = re.compile("(?<=[二三四五六七八九]十)有(?=[一二三四五六七八九])")  # 八十有三
# What people write in front of an answer.
_SAID_BEFORE = re.compile(
    r"^(?:答案?\s*[:是]\s*|(?:the answer is|it is|it's|it was|there are|there were)\s+)"
)
_COIN_SIZES = (Fraction(1), Fraction(1, 10), Fraction(1, 100))
_SPELLED_DIGITS = re.compile(
    "(?<![十百千万亿])[一二三四五六七八九]+[〇零][〇零一二三四五六七八九]*(?=[万亿])"
)


def _plain(text: str) -> str:
    """Bring typed text to one form: half width, lower case, plain digits, one kind of dash."""
    text = re.sub(
        r"(?<=[0-9０-９])([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda m: "^" + m.group().translate(_SUPERSCRIPTS), text
    )
    # NFKC would make 2½ into 21⁄2.
    text = re.sub(r"(?<=\d)(?=[½⅓⅔¼¾⅕⅛])", " ", text.translate({ord("²"): "2", ord("³"): "3"}))
    text = clean_answer(text).lower().replace("**", "^").replace("⁄", "/").replace("∶", ":")
    text = re.sub("[–—−－﹣‐‑‒─～〜∼~⁓]+", "~" if text[:1] in "~～" else "-", text)
    text = text.lstrip(" 。!?,;、'\"“”()（）=").rstrip(" 。.!?,;、'\"“”()（）=")
    text = _SAID_BEFORE.sub("", text)
    if text.startswith("."):
        text = "0" + text
    text = _OLD_ONES.sub("", _in_metres(_without_coins(text)))
    # 三〇〇〇亿: digits one by one before a scale.
    text = _SPELLED_DIGITS.sub(lambda found: str(parse_numeral(found.group())), text)
    return _without_separators(text)


def _without_separators(text: str) -> str:
    """Join digits that are grouped in threes or fours: ``300,000``, ``3000|0000``, ``1 234 567``."""
    for size in (3, 4):
        groups = rf"(?<![\d.,])\d{{1,{size}}}(?:[,_'’| 、]\d{{{size}}})+(?![\d,|])"
        text = re.sub(groups, lambda found: re.sub(r"\D", "", found.group()), text)
    return text


def _range(text: str, measure: str) -> Typed | None:
    """Read two ends: ``50-60万``, ``50万元至60万元``, ``from 500k to 600k``, ``between 5 and 6 million``."""
    between = re.match(r"(?:between|在|介于)", text)
    text = re.sub(r"^(?:from|between|在|从|介于)\s*|\s*(?:之间|间|不等)$", "", text)
    # "and" alone is no range: two and a half million.
    joints = (*_JOINTS, r"\s+and\s+", r"\s*[和与]\s*") if between else _JOINTS
    for joint in joints:
        ends = re.split(joint, text)
        if len(ends) == 2 and (typed := _two_ends(ends[0], ends[1], measure)):
            return typed
    return None


def _two_ends(first: str, second: str, measure: str) -> Typed | None:
    low, high = _single(first, measure), _single(second, measure)
    if low is None or high is None or low.value is None or high.value is None or high.unknown or low.unknown:
        return None
    bottom, top = low.value, high.value
    if high.share and not low.share:
        bottom = bottom / 100
    elif high.scale and not low.scale and low.value < high.value:
        # In 3-5万 both ends are in 万; 5000-1万 says what it means.
        bare = high.value / _scale_size(high.scale)
        bottom = bottom * _scale_size(high.scale) if low.value < bare else bottom
    if bottom >= top:
        return None
    return replace(high, value=None, low=bottom, high=top)


def _scale_size(scale: str) -> int:
    hanzi = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 1000, "百": 100}
    return hanzi.get(scale) or SCALES[scale]


def _single(text: str, measure: str) -> Typed | None:
    text = text.strip()
    negative = bool(re.match(r"-|负|零下|minus ", text))
    if negative:
        text = re.sub(r"^(?:-|负|零下|minus )\s*", "", text)
    text, unit = _take_currency(re.sub(r"^\+\s*(?=\d)", "", text))
    typed = _first_reading(text, measure)
    value = typed.value if typed else None
    if typed is None or value is None:
        return None
    if unit:
        typed = replace(typed, unit=unit)
    return replace(typed, value=-value) if negative else typed


def _first_reading(text: str, measure: str) -> Typed | None:
    for read in (_product, _share, _written_fraction, _scientific, _chinese, _english):
        if typed := read(text, measure):
            return typed
    return None


def _take_currency(text: str) -> tuple[str, str]:
    found = re.match(rf"(us\$|hk\$|rmb|cny|usd|eur|人民币|美元|[$¥€£])\s*(?=[\d.{_HANZI}])", text)
    return (text[found.end() :], canonical(found[1])) if found else (text, "")


def _product(text: str, measure: str) -> Typed | None:
    """Read ``3000 × 100,000,000`` and ``3 x 10^11``."""
    factors = re.split(r"\s*[×*]\s*|(?<=\d)\s*x\s*(?=\d)", text)
    if len(factors) < 2 or len(factors) > 4:
        return _power(text)
    value = Fraction(1)
    typed: Typed | None = None
    for written in factors:
        typed = _power(written) or _first_reading(written, measure)
        if typed is None or typed.value is None or (typed.unknown and written is not factors[-1]):
            return None
        value *= typed.value
    assert typed is not None
    return replace(typed, value=value)


def _power(text: str) -> Typed | None:
    found = re.fullmatch(r"10\s*\^\s*(-?\d{1,2})\s*(\D*)", text)
    if not found or abs(int(found[1])) > _MOST_ZEROS:
        return None
    return _with_rest(Typed(Fraction(10) ** int(found[1])), found[2], "")


def _scientific(text: str, measure: str) -> Typed | None:
    found = re.match(r"(\d+(?:\.\d+)?)\s*e\s*([+-]?\d{1,2})(?!\d)", text)
    if not found or abs(int(found[2])) > _MOST_ZEROS:
        return None
    return _with_rest(Typed(Fraction(found[1]) * Fraction(10) ** int(found[2])), text[found.end() :], measure)


def _share(text: str, measure: str) -> Typed | None:
    """Read percentages, 成 and 折: ``18.5%``, ``百分之三点五``, ``三成五``, ``85折``, ``two percent``."""
    if found := re.fullmatch(r"(百|千|万)分之\s*(.+)", text):
        inner = _chinese(found[2], measure)
        size = {"百": 100, "千": 1000, "万": 10000}[found[1]]
        if inner and inner.value is not None and not inner.unknown:
            return replace(inner, value=inner.value / size, share=True)
    if found := re.fullmatch(
        r"(.+?)\s*(%|‰|percent|per cent|pct|per mille|个?百分点|percentage points?)", text
    ):
        inner = _chinese(found[1], "") or _english(found[1], "")
        if inner and inner.value is not None and not inner.unknown and not inner.unit:
            if "点" in found[2] or "point" in found[2]:
                return replace(inner, unit=canonical("百分点"))
            return replace(inner, value=inner.value / _SHARE_SIGNS[found[2]], share=True)
    if (found := re.fullmatch(r"(\d{1,2}(?:\.\d+)?)\s*% off", text)) is not None:
        return Typed(1 - Fraction(found[1]) / 100, share=True)
    return _tenths(text)


def _tenths(text: str) -> Typed | None:
    if found := re.fullmatch(r"(.+?)个?成(?:(半)|([一二两三四五六七八九\d]))?", text):
        head = parse_numeral(found[1])
        tail = (
            Fraction(1, 2) if found[2] else (parse_numeral(found[3]) or Fraction(0)) / 10 if found[3] else 0
        )
        if head is not None and head <= 10:
            return Typed((head + tail) / 10, share=True)
    if found := re.fullmatch(r"打?(.+)折", text):
        digits = re.fullmatch(r"[一二三四五六七八九]{2}", found[1])
        head = parse_numeral(
            "".join(str("零一二三四五六七八九".index(c)) for c in found[1]) if digits else found[1]
        )
        if head is not None and 0 < head < 100:
            return Typed(head / (10 if head <= 10 else 100), share=True)
    return None


def _written_fraction(text: str, measure: str) -> Typed | None:
    """Read ``1/3``, ``2 1/2``, ``三分之一``, ``一半``, ``1 in 3``, ``1 out of 3``."""
    if found := re.match(r"(?:(\d{1,12})\s+|(\d{1,12})又)?(\d{1,15})\s*/\s*(\d{1,15})(?!\d)", text):
        if int(found[4]) == 0:
            return None
        value = Fraction(int(found[3]), int(found[4])) + int(found[1] or found[2] or 0)
        return _with_rest(Typed(value), text[found.end() :], measure)
    if found := re.fullmatch(r"(?:(.+)又)?(.+)分之(.+?)", text):
        bottom, top = parse_numeral(found[2]), parse_numeral(found[3])
        whole = parse_numeral(found[1]) if found[1] else Fraction(0)
        return Typed(whole + top / bottom) if bottom and top is not None and whole is not None else None
    if found := re.fullmatch(r"(.+?)\s+(?:in|out of|of)\s+(?:every )?(.+)", text):
        first, second = _single_number(found[1]), _single_number(found[2])
        return Typed(first / second) if first is not None and second else None
    if text in ("半", "一半", "半数"):
        return Typed(Fraction(1, 2))
    return None


def _single_number(text: str) -> Fraction | None:
    if (value := parse_numeral(text)) is not None:
        return value
    words = read_words(text)
    return words[0] if words and not words[1] else None


def _chinese(text: str, measure: str) -> Typed | None:
    """Read digits and characters with 万 and 亿, then what stands behind: a unit, or 多 and 余."""
    text = re.sub(r"(?<=[\d万千])\s*(wanyi|wan|yi|qian|bai|w)(?![a-z])", lambda m: _LATIN_SCALES[m[1]], text)
    text = re.sub(r"^第\s*", "", re.sub(r"^(\d+)(?:st|nd|rd|th)(?![a-z])", r"\1", text))
    text = re.sub(r"(?<=[\d一二三四五六七八九十百千万])\s*个\s*(?=[千万亿])", "", text)
    found = re.match(
        rf"(?:[\d.]|[{_HANZI}]|(?<=[\d万亿千百])\s+(?=[万亿千百元])|(?<=[万亿千百])\s*(?=\d))+", text
    )
    if not found:
        return None
    return _longest_number(text, found.end(), measure)


def _longest_number(text: str, end: int, measure: str) -> Typed | None:
    """Take the longest head of ``text`` that is a number and whose rest can be a unit."""
    for at in range(end, 0, -1):
        head = text[:at].strip()
        value = parse_numeral(head)
        if value is None or head[-1] in ". ":
            continue
        rest = text[at:].strip()
        half = rest.endswith("半") and len(rest) > 1
        if half:
            rest = rest[:-1]
            value += Fraction(1, 2)
        if rest[:1].isdigit() or rest[:1] in tuple(".,/:^") or rest[:1] in tuple("零〇点"):
            return None
        if re.match(r"[a-z]", rest) and _is_english_scale(rest, measure):
            return None
        scale = next((s for s in _SCALES_TYPED if s in head), "")
        bare = all(character in "百千万亿" for character in head)
        typed = Typed(value, scale=scale, decimal="." in head or "点" in head, scale_alone=bare)
        return _with_rest(typed, rest, measure)
    return None


def _is_english_scale(rest: str, measure: str) -> bool:
    word = re.match(r"[a-z]+", rest)
    if not word:
        return False
    if measure and is_known(word.group()) and factor(word.group(), measure) is not None:
        return False
    return (
        word.group() in SCALES
        or word.group() in ("and", "point", "half", "third", "thirds")
        or _is_part(word.group())
    )


def _is_part(word: str) -> bool:
    read = read_words("one " + word)
    return read is not None and not read[1]


def _english(text: str, measure: str) -> Typed | None:
    read = read_words(text)
    if read is None:
        return None
    value, rest = read
    used = text[: len(text) - len(rest)] if rest else text
    scale = next((s for s in ("trillion", "billion", "million", "thousand") if _uses(used, s)), "")
    return _with_rest(Typed(value, scale=scale, decimal="." in used or "point" in used), rest, measure)


def _uses(text: str, scale: str) -> bool:
    return any(SCALES.get(word) == SCALES[scale] for word in re.findall("[a-z]+", text))


def _with_rest(typed: Typed, rest: str, measure: str) -> Typed | None:
    """Take what stands behind the number as its unit; what no table knows is kept as ``unknown``."""
    bound, rest = take_bound(rest.strip(), behind=True)
    rest = re.sub(r"^(?:of|in|个(?=百分点))\s+", "", rest.strip(" .,"))
    typed = replace(typed, bound=bound)
    if not rest:
        return typed
    if is_known(rest) or canonical(rest) == canonical(measure):
        return replace(typed, unit=canonical(rest))
    head = rest.split()[0] if rest.isascii() else rest
    if is_known(head) and rest.isascii() and len(head) > 1:
        return replace(typed, unit=canonical(head))
    if measure and rest.startswith(measure):
        return replace(typed, unit=canonical(measure))
    return replace(typed, unknown=rest)
