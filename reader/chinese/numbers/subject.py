"""What a figure counts, and when: a guess from the sentence's own words.

Measured on news, such guesses are right in two to four cases of five. So each comes with where it came from
(:class:`Source`), and nothing may be asked on it unless somebody has confirmed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.chinese.numbers.quantity import FigureKind, Quantity


class Source(StrEnum):
    """Where a guessed subject stands, the surest first."""

    BEHIND = "behind"  # 137个项目
    BEFORE = "before"  # 固定资产投资221.7亿元
    CLAUSE = "clause"  # the clause before, whose subject goes on: 果园……，年产值


@dataclass(frozen=True, slots=True)
class Subject:
    """A guess at what is counted; ``start`` and ``end`` are its place in the text the figure was found in."""

    subject: str
    source: Source
    start: int
    end: int
    when: str = ""


_CLAUSE_END = re.compile("[，。；！？：、\n,;!?:“”（）()]")
_SENTENCE_END = re.compile("[。！？；\n!?]")
_HAN = "[\u4e00-\u9fff0-9A-Za-z]"
_WHEN = re.compile(
    "(?:截至|截止|到)?(?:(?:19|20)[0-9]{2} ?年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:底|末|初)?|"
    "[今去前明当]年(?:[0-9一二三四上下前]{1,3}(?:季度|个月|月份?|半年))?|"
    "[0-9]{1,2}月(?:[0-9]{1,2}日|份|底|末)?|"
    "[一二三四五六七八九十]{1,3}(?:年|个月|天)(?:前|后|来)|"
    "目前|现在|如今|此前|近年来|昨[天日]|今[天日]|明[天日]|本[周月]|上半年|下半年|"
    "[一二三四]季度|三年前|年内|期间|过去)"
)
# Words that lead from what is counted to the figure, and are no part of it.
_LEAD = re.compile(
    "(?:已经?|共有?|总共|一共|共计|合计|累计|现有|拥有|仅有?|只有|还有|就有|约为?|为|是|有|了|"
    "达到?|超过|突破|近|将近|接近|不足|不到|"
    "逾|超|大约|多达|高达|增至|降至|增加到|提高到|扩大到|增长|增加|下降|减少|提高|降低|上升|"
    "上涨|下跌|同比|环比|比去年|比上年|较去年|较上年|"
    "新增|完成|实现|建成|达成|签约|引进|引来|接待|投放|收到|录入|登记|统计|布设|排名|居|占|至|"
    "在|到|从|由|使|让|将|把|被|均|都|也|又|再|就|才|"
    "之间|的|地|得|着|过|可|能|要|会|[ \u00a0])+$"
)
_LEAD_BEHIND = re.compile("^(?:的|左右|以上|以下|以内|多|余|来|[ \u00a0])*")
_STOP_BEHIND = re.compile(
    "(?:[ 0-9的一二两三四五六七八九十]|设立|打造|连|提出|组成|参加|出席|来自|已|都|均|将|被|在|"
    "正在|是|为|有|了|可|能|要|会|于|和|与|及|到|至|从|占|就|才|也|内|前|后|中|之间|里|成为|"
    "完成|"
    "建成|采纳|开始|结束|起|时|得到|受|报名|报满|进行|实现|超过|左右|以上|以下|投入|通过)"
)
_FRONT = re.compile(
    "^(?:其中|同时|此外|目前|现在|如今|截至[^，]{0,8}|今年[以来]*|去年|预计|据[^，]{1,4}|全年|"
    "每年|每天|并|且|而|但|还|又|也|"
    "[0-9]{1,2}月(?:[0-9]{1,2}日|份)?|(?:19|20)[0-9]{2}年)+"
)
_SHARE_IS = re.compile(f"(?:是|为|系|来自)({_HAN}{{2,6}})(?=[，。；！\n])")
_NOUN_FLAGS = ("n", "vn", "j", "l", "nz", "nt", "ns", "an", "eng", "x")


def guess_subject(
    text: str, quantity: Quantity, tagged: Iterable[tuple[str, str]] | None = None
) -> Subject | None:
    """Offer what ``quantity`` counts in ``text``, or None where the sentence does not say.

    Args:
        text: the text the figure was found in.
        quantity: a figure of that text.
        tagged: the words of the whole text with their part-of-speech flags, in order and without gaps, as a
            tagger gives them; with them the guess ends where a noun phrase ends.
    """
    if quantity.kind in (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.DIGITS):
        return None
    words = _placed(text, tagged)
    when = _when(text, quantity)
    place = _named(text, quantity) or _behind(text, quantity, words)
    source = Source.BEHIND
    if place is None:
        place, source = _before(text, quantity, words), Source.BEFORE
    if place is None:
        place, source = _clause_before(text, quantity, words), Source.CLAUSE
    if place is None:
        return None
    start, end = place
    return Subject(text[start:end], source, start, end, when)


def _placed(text: str, tagged: Iterable[tuple[str, str]] | None) -> Sequence[tuple[int, int, str]]:
    """Return start, end and flag of each tagged word; words the text does not hold are passed over."""
    placed, position = [], 0
    for word, flag in tagged or ():
        start = text.find(word, position)
        if start >= 0:
            position = start + len(word)
            placed.append((start, position, flag))
    return placed


def _named(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Take what a share turns out to be: 其中三分之一是孩子."""
    if quantity.kind not in (FigureKind.FRACTION, FigureKind.PERCENT):
        return None
    found = _SHARE_IS.match(text, quantity.span_end)
    return found.span(1) if found else None


def _behind(text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Take the noun behind a measure word: 36个乡镇, 4300多户农户, 131条建议."""
    if quantity.measure is None or quantity.unit is not None or quantity.kind is FigureKind.THRESHOLD:
        return None
    lead = _LEAD_BEHIND.match(text[quantity.span_end : quantity.span_end + 8])
    start = quantity.span_end + (lead.end() if lead else 0)
    stop = _CLAUSE_END.search(text, start)
    limit = min(stop.start() if stop else len(text), start + 12)
    if words:
        end = start
        for word_start, word_end, flag in words:
            if word_start == end and word_end <= limit and flag.startswith(_NOUN_FLAGS):
                end = word_end
        return (start, end) if end > start else None
    halt = _STOP_BEHIND.search(text, start, limit)
    end = halt.start() if halt else limit
    written = text[start:end]
    return (start, end) if 1 < len(written) <= 8 and re.fullmatch(f"{_HAN}+", written) else None


def _before(text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Take what the clause says before the figure: 总投资约2.4亿元, 水果总产量达到3.6万吨."""
    start = _clause_start(text, quantity.span_start)
    return _trimmed(text, start, quantity.span_start, words)


def _clause_before(
    text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Take the subject of the clause before: 水果总产量达到3.6万吨，同比增长18.5%."""
    clause = _clause_start(text, quantity.span_start)
    if clause == 0 or text[clause - 1] not in "，,、":
        return None
    start = _clause_start(text, clause - 1)
    digits = re.search("[0-9一二两三四五六七八九十百千万亿近约超]", text[start : clause - 1])
    end = start + digits.start() if digits else clause - 1
    return _trimmed(text, start, end, words)


def _clause_start(text: str, position: int) -> int:
    start = position
    while start > 0 and position - start < 40 and not _CLAUSE_END.match(text[start - 1]):
        start -= 1
    return start


def _trimmed(
    text: str, start: int, end: int, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Cut leading adverbs and times and the verb before the figure; keep the last noun phrase."""
    front = _FRONT.match(text[start:end])
    start += front.end() if front else 0
    # 水果占总销量的四成: the share is the fruit's.
    share = text.find("占", start, end)
    end = share if share > start else end
    lead = _LEAD.search(text[start:end])
    end = start + lead.start() if lead else end
    if words:
        inside = [word for word in words if start <= word[0] and word[1] <= end]
        while inside and not inside[-1][2].startswith(_NOUN_FLAGS):
            inside.pop()
        first = len(inside)
        while first and (
            inside[first - 1][2].startswith((*_NOUN_FLAGS, "a", "b")) or inside[first - 1][2] == "uj"
        ):
            first -= 1
        return (inside[first][0], inside[-1][1]) if first < len(inside) else None
    return (start, end) if end - start > 1 and re.search("[\u4e00-\u9fff]{2}", text[start:end]) else None


def _when(text: str, quantity: Quantity) -> str:
    """Return the last time named in the sentence before the figure, or an empty string."""
    before = text[max(0, quantity.span_start - 80) : quantity.span_start]
    sentence = _SENTENCE_END.split(before)[-1]
    times = [found.group() for found in _WHEN.finditer(sentence)]
    return times[-1] if times else ""
