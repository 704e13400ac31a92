"""The head of a page (滨海晨报 2026年10月18日 星期日 A03版 要闻) -> paper, date and section, off the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile

from reader.articles.importing.newspaper.patterns import JUMP, PAGE, both_scripts

_HAN = "[\u4e00-\u9fff]"
_PARTED = re.compile(r"[\s|｜·•/／:：]+")
#: 第 4 版 is one piece, however it is spaced; A12 体育 are two.
_SPACED_PAGE = re.compile(r"第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版")
#: DONGHE EVENING NEWS, FRIDAY: beside what the head says in hanzi.
_LATIN_WORDS = re.compile(r"(?:(?<=\s)|^)[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)*(?=\s|$)")
_LATIN_DAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b", re.IGNORECASE)
_SPACED_ISSUE = re.compile(r"第\s*(\d{1,6})\s*期")
_EDITOR = both_scripts(
    rf"(?:本版|责任|值班|执行|视觉|版式|美术|文字|图片)?(?:主编|编辑|责编|美编|校对|版式|设计|组版)(?:\s*[:：/／_＿|｜]\s*|\s+)"
    rf"{_HAN}{{2,4}}(?:[ 　、]{_HAN}{{2,4}})*(?=\s|$)"
)
_CONTACT = both_scripts(
    r"(?:电子)?(?:邮箱|信箱|邮件)\s?[:：]?\s?\S+@\S+|(?:新闻|报料|订报|本版)?(?:热线|电话)\s?[:：]?\s?[\d\-—]{7,16}(?=\s|$)"
)
_PAPER = both_scripts(
    rf"(?:《?{_HAN}{{1,8}}(?:日报|晚报|晨报|早报|商报|时报|青年报|快报|周报|都市报|导报|新报|信报|电子版|数字报|电子报|周刊)(?:海外版|农村版)?》?)$"
)
_DATE = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?")
#: 中華民國116年: years since 1911.
_REPUBLIC_YEAR = re.compile(r"(?:中[華华])?民[國国]\s?(\d{2,3})\s?年")
#: 二〇二七年一月九日
_HANZI_DATE = re.compile(
    "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DIGITS = "〇一二三四五六七八九"
_WEEKDAY = re.compile("(?:星期|周|礼拜|週|禮拜)[一二三四五六日天]")
_LUNAR = both_scripts(
    rf"(?:农历|農曆|夏历)?{_HAN}{{0,3}}年?(?:正|[一二三四五六七八九十冬腊]{{1,2}})月{_HAN}{{2,3}}"
)
_ISSUE = both_scripts(r"(?:总|總)?(?:第\s?)?\d{1,6}\s?[期号]")
_PAGE = re.compile(rf"{PAGE}|\d{{1,3}}")
_PAGES = re.compile(r"(?:今日|本期|共)?\s?(?:共)?\d{1,3}版")
#: The paper's name in letters: DONGHU TIMES.
_LATIN = re.compile(r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}")
_SECTION = re.compile(f"{_HAN}{{1,3}}[ ]?{_HAN}{{1,3}}")
_SECTIONS = re.compile(
    "^(?:要闻|国际|国内|本地|社会|社区|城事|民生|时政|经济|财经|科技|教育|文化|体育|健康|生活|副刊|综合|广告|专题|法治|"
    "娱乐|旅游|乡村)(?:新闻|周刊)?(?:·|$)"
)
#: Lines at the top of a page that may be its head although they say only one thing.
_TOP = 5
_LONGEST = 60
_LEAST_SPACED = 4
#: Of these a line in the head may be the only one to speak.
_OF_HEAD = {"paper", "date", "page", "issue", "pages", "weather", "publisher"}
#: 今天：多云转晴 18℃～26℃ 东南风3级
_WEATHER = re.compile(
    rf"^(?:天气|今[天日]|明[天日]|今晚)?{_HAN}{{0,4}}\s?[:：]?\s?[^。，]{{0,12}}[晴阴雨雪云雾][^。，]{{0,16}}\d{{1,2}}\s?(?:℃|度)[^。，]{{0,24}}$"
)
_WIDE_BLANK = re.compile(r"[ \t\u3000]{3,}")
#: 江城日报社主办
_PUBLISHED_BY = both_scripts(rf"^{_HAN}{{3,24}}(?:主管主办|主办主管|主办|主管|出版)$")
#: What parts the pieces for show; 城 事 is one.
_SIGNS = re.compile(r"[■●◆★□▲]+|(?:作者|字数|来源|浏览)\s?[:：]\s?\S+")
_ONE_BY_ONE = re.compile(
    rf"(?<!{_HAN})(?<!\d)({_HAN})[ \u3000]({_HAN})(?!{_HAN}|\d|[ \u3000]{_HAN}(?!{_HAN}))"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a page says: the paper, the day (ISO) and the section, each "" where it doesn't."""

    source: str = ""
    date: str = ""
    section: str = ""


def lift_masthead(text: str) -> tuple[Masthead, str]:
    """Return what the heads of the page say, and the text without them; of several, the first counts."""
    lines = text.split("\n")
    said = [_read(line) for line in lines]
    sure = {at for at, parts in enumerate(said) if _is_sure(parts)}
    sure |= _stacked(said, [at for at, line in enumerate(lines) if line.strip()][:_TOP])
    if sure:
        # Beside a head, a paper's name or a day on a line of its own belongs to it.
        top = [at for at, line in enumerate(lines) if line.strip()][:_TOP]
        sure |= {at for at in top if said[at].keys() & _OF_HEAD}
        # 国际·综合 stands above it; what is below is the first article's.
        sure |= {at for at, below in pairwise(top) if below in sure and _is_section(said[at])}
        sure |= {at for at in top if _LATIN.fullmatch(lines[at].strip())}
    found: dict[str, str] = {}
    for at in sorted(sure):
        found = {**said[at], **found}
    kept = ["" if at in sure else line for at, line in enumerate(lines)]
    head = Masthead(found.get("paper", "").strip("《》"), found.get("date", ""), found.get("section", ""))
    return head, "\n".join(kept)


def _is_sure(parts: dict[str, str]) -> bool:
    """Tell a head from a line that happens to hold a date: it says two of paper, day and page."""
    keys = parts.keys()
    return (
        len(keys & {"paper", "date", "page", "issue"}) > 1
        or {"date", "weekday"} <= keys
        or {"issue", "pages"} <= keys
    )


def _stacked(said: list[dict[str, str]], top: list[int]) -> set[int]:
    """Return the first lines of a page that are its head, each saying one thing: A07 / 乡村 / day."""
    head = list(takewhile(lambda at: said[at], top))
    while head and not said[head[-1]].keys() & (_OF_HEAD - {"weather"} | {"lunar", "weekday"}):
        head.pop()
    keys = {key for at in head for key in said[at]}
    is_dated = "date" in keys and bool(keys & {"weekday", "lunar"})
    return set(head) if is_dated or len(keys & {"paper", "date", "page", "issue"}) > 1 else set()


def _is_section(parts: dict[str, str]) -> bool:
    return parts.keys() == {"section"} and bool(_SECTIONS.search(parts["section"]))


def _read(line: str) -> dict[str, str]:
    """Return what each piece of a line is, {} where one is nothing that stands in a head."""
    line = _closed_up(_WIDE_BLANK.sub("  ", line.strip()).translate(_FULL_WIDTH))
    if _WEATHER.match(line):
        return {"weather": line}
    if _PUBLISHED_BY.match(line):
        return {"publisher": line}
    line = _ONE_BY_ONE.sub(r"\1\2", _SIGNS.sub(" ", line)).strip()
    is_short = len(line) < 2 and not line.isdigit()
    if is_short or len(line) > _LONGEST or JUMP.match(line):
        return {}
    parts: dict[str, str] = {}
    line = _HANZI_DATE.sub(_in_figures, line)
    line = _REPUBLIC_YEAR.sub(lambda year: f"{int(year[1]) + 1911}年", line)
    match = _DATE.search(line)
    if match:
        parts["date"] = _iso(match)
        if not parts["date"]:
            return {}
        line = f"{line[: match.start()]} {line[match.end() :]}"
    if _LATIN_DAY.search(line):
        parts["weekday"] = _LATIN_DAY.findall(line)[0]
    line = _LATIN_WORDS.sub(" ", line)
    line = _SPACED_ISSUE.sub(r"第\1期", line)
    line = _SPACED_PAGE.sub(r" 第\1版 ", _EDITOR.sub(" ", _CONTACT.sub(" ", line)))
    for piece in (piece for piece in _PARTED.split(line) if piece):
        kind = _kind(piece)
        if kind == "paper" and kind in parts:
            kind = "section"  # 教育周刊 beside the paper's name
        if not kind or (kind in parts and kind != "section"):
            return {}
        parts[kind] = f"{parts[kind]}·{piece}" if kind in parts else piece
    return parts


def _in_figures(match: re.Match[str]) -> str:
    """Write a date in hanzi with figures: 二〇二七年一月九日 -> 2027年1月9日."""
    year = "".join(str(_DIGITS.index("〇" if c in "○零" else c)) for c in match[1])
    month, day = (_below_hundred(numeral) for numeral in match.groups()[1:])
    return f"{year}年{month}月{day}日"


def _below_hundred(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.index(tens or "一") if ten and len(tens) < 2 else 0) * 10 + (
        _DIGITS.index(ones) if len(ones) == 1 else 0
    )


def _closed_up(line: str) -> str:
    """Close up a line set with a blank between all its characters; more blanks part words."""
    pieces = line.split()
    if len(pieces) < _LEAST_SPACED or sum(len(piece) == 1 for piece in pieces) < 0.8 * len(pieces):
        return line
    return " ".join("".join(part.split()) for part in re.split(r"[ \t\u3000]{2,}", line))


def _kind(piece: str) -> str:
    kinds = (
        ("weekday", _WEEKDAY),
        ("page", _PAGE),
        ("paper", _PAPER),
        ("issue", _ISSUE),
        ("lunar", _LUNAR),
        ("pages", _PAGES),
        ("section", _SECTION),
    )
    return next((kind for kind, pattern in kinds if pattern.fullmatch(piece)), "")


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""
