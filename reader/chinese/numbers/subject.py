"""What a figure counts, and when: a guess from the sentence's own words.

Measured on news, such guesses are right in two to four cases of five. So each comes with where it came from
(:class:`Source`), and nothing may be asked on it unless somebody has confirmed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.chinese.numbers.measures import MONEY, NUMBERING, TIME_UNITS, measure_at
from reader.chinese.numbers.offers import can_be_counted
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.subject_words import (
    BLANK,
    BODIES,
    BRACKET,
    CARRIED_ON,
    CLAUSE_END,
    COMPARED,
    DATED,
    FROM,
    FRONT,
    GOES_ON,
    HAN,
    HAPPENINGS,
    KINDS,
    LEAD,
    LEAD_BEHIND,
    LED,
    MADE,
    MANNERS,
    MEASURED,
    NOUN_FLAGS,
    PARTS_OF_LAW,
    PRICE_BEFORE,
    QUALITY_FLAGS,
    SENTENCE_END,
    SHARE,
    SHARE_IS,
    SINCE,
    SPENT,
    STOP_BEHIND,
    SUFFIXES,
    SUMS,
    THOUSANDS,
    TOLD_OF_ANY,
    WHEN,
    WHOLES,
)


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
    if quantity.kind in _NO_COUNTS or (quantity.kind is FigureKind.ORDINAL and quantity.measure in NUMBERING):
        return None
    if quantity.kind is FigureKind.ORDINAL and quantity.measure in PARTS_OF_LAW:
        return None
    if quantity.kind is FigureKind.RANGE and DATED.search(quantity.text):
        return None  # 9月3日至4日
    if text[: quantity.span_start].endswith("每"):
        return None  # 每10股 counts nothing
    if quantity.text == "一" and PRICE_BEFORE.search(text[max(0, quantity.start - 2) : quantity.start]):
        return None  # 5毛钱一斤
    words = _placed(text, tagged)
    for source, find in _FINDERS:
        if source is not Source.BEHIND and quantity.measure in BODIES:
            return None
        place = find(text, quantity, words)
        if place is not None and _is_offer(text, place, quantity, source):
            start, end = place
            return Subject(text[start:end], source, start, end, _when(text, quantity))
        if place is not None and source is Source.BEHIND:
            return None
    return None


_NO_COUNTS = (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.DIGITS, FigureKind.RATIO)


def _is_offer(text: str, place: tuple[int, int], quantity: Quantity, source: Source) -> bool:
    """Tell whether the words found can be what is counted: a noun, and for a time one that lasts."""
    if not can_be_counted(text, place, quantity, behind=source is Source.BEHIND):
        return False
    if source is Source.CLAUSE and not _goes_on(text, quantity):
        return False
    if source is not Source.BEHIND and WHOLES.match(text[place[0] : place[1]]):
        return False
    if place[1] - place[0] > 1:
        return True
    # One character alone is often half a word; 鸡 of 一只鸡 and 盐 of 盐3克 are not.
    is_whole_clause = place[0] == _clause_start(text, quantity.span_start)
    return source is Source.BEHIND or (source is Source.BEFORE and is_whole_clause)


def _goes_on(text: str, quantity: Quantity) -> bool:
    start = _clause_start(text, quantity.span_start)
    # 131条建议中，有118条 tells of a part.
    is_part = text[max(0, start - 2) : start].startswith("中")
    clause = text[start : quantity.span_start]
    return is_part or quantity.direction is not None or GOES_ON.search(clause) is not None


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
    found = SHARE_IS.match(text, quantity.span_end)
    return found.span(1) if found else None


def _behind(text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Take the noun behind a measure word: 36个乡镇, 4300多户农户, 131条建议."""
    if quantity.measure is None:
        return None
    if quantity.kind is FigureKind.THRESHOLD:
        # 亿元以上项目: the bound has been read, and what it sorts out follows.
        return _noun_phrase_from(text, quantity.span_end, quantity.span_end + 12, words)
    # 1008吨海鲜; but money and time stand before what they are not of: 3元门票, 2年合同.
    if quantity.unit is not None and (not words or quantity.unit in MONEY or quantity.measure in TIME_UNITS):
        return None
    lead = LEAD_BEHIND.match(text[quantity.span_end : quantity.span_end + 8])
    start = quantity.span_end + (lead.end() if lead else 0)
    stop = CLAUSE_END.search(text, start)
    limit = min(stop.start() if stop else len(text), start + 12)
    if quantity.kind is FigureKind.ORDINAL and BLANK.match(text, quantity.span_end):
        return None
    if words:
        return _noun_phrase_from(text, start, limit, words)
    halt = STOP_BEHIND.search(text, start, limit)
    end = halt.start() if halt else limit
    written = text[start:end]
    return (start, end) if 1 < len(written) <= 8 and re.fullmatch(f"{HAN}+", written) else None


def _noun_phrase_from(
    text: str, start: int, limit: int, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Return the noun with its adjectives that begins at ``start``; a happening behind it is none of it."""
    end = start
    phrase: list[tuple[int, int, str]] = []
    for word in words:
        if word[0] != end or word[1] > limit:
            continue
        if not (_is_noun(text, word) or word[2].startswith(QUALITY_FLAGS)):
            break
        if not phrase and word[2].startswith("nr"):
            return None  # 九八届二班任晓东
        phrase.append(word)
        end = word[1]
    while len(phrase) > 1 and text[phrase[-1][0] : phrase[-1][1]] in MANNERS:
        phrase.pop()
    if phrase and text[phrase[0][0] : phrase[0][1]] in MANNERS and _does_next(words, phrase[-1][1]):
        return None
    while phrase and not (_is_noun(text, phrase[-1]) and (len(phrase) == 1 or phrase[-1][2] != "vn")):
        phrase.pop()
    return (phrase[0][0], phrase[-1][1]) if phrase else None


def _does_next(words: Sequence[tuple[int, int, str]], end: int) -> bool:
    """Tell whether a verb follows at ``end``."""
    return any(start == end and flag.startswith("v") for start, _, flag in words)


def _is_noun(text: str, word: tuple[int, int, str]) -> bool:
    start, end, flag = word
    return flag.startswith(NOUN_FLAGS) and text[start:end] not in HAPPENINGS


def _before(text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Take what the clause says before the figure: 总投资约2.4亿元, 水果总产量达到3.6万吨."""
    start, end = _clause_start(text, quantity.span_start), quantity.span_start
    bracket = BRACKET.search(text, max(0, start - 30), start)
    if bracket is not None and LED.fullmatch(text, start, end):
        # 地区生产总值（GDP）达1077.9亿元: the bracket only names it once more.
        start, end = _clause_start(text, bracket.start()), bracket.start()
    if COMPARED.match(text, start):
        return None
    since = SINCE.search(text, start + 1, end)
    end = since.start() if since else end  # 成交额较上一交易日减少
    place = _trimmed(text, start, end, words)
    return None if place and text[place[0] - 1 : place[0]] in ("较", "比") and place[0] else place


def _clause_before(
    text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Take the subject of the clause before: 水果总产量达到3.6万吨，同比增长18.5%."""
    clause = _clause_start(text, quantity.span_start)
    if clause == 0 or text[clause - 1] not in "，,、" or not _carries_on(text, clause, quantity.span_start):
        return None
    start = _clause_start(text, clause - 1)
    if quantity.measure:
        # 131条建议中，有118条: a part of the same.
        part = re.search(f"{re.escape(quantity.measure)}({HAN}{{1,8}})中$", text[start : clause - 1])
        if part:
            return start + part.start(1), start + part.end(1)
    digits = re.search("[0-9一二两三四五六七八九十百千万亿近约超]", text[start : clause - 1])
    if (
        digits
        and quantity.kind not in TOLD_OF_ANY
        and (quantity.measure or "") not in text[start : clause - 1]
    ):
        # 投资一亿两千万，八百多米长: what is measured otherwise is something else.
        return None
    end = start + digits.start() if digits else clause - 1
    return _trimmed(text, start, end, words)


def _clause_start(text: str, position: int) -> int:
    start = position
    while start > 0 and position - start < 40:
        # The comma of 19,834 ends nothing.
        if CLAUSE_END.match(text[start - 1]) and not THOUSANDS.match(text, max(0, start - 2)):
            break
        start -= 1
    return start


def _carries_on(text: str, start: int, end: int) -> bool:
    """Tell whether a clause names no subject of its own before the figure."""
    front = FRONT.match(text[start:end])
    start += front.end() if front else 0
    said = SHARE.search(text, start, end)
    end = said.start() if said else end
    lead = LEAD.search(text[start:end])
    return CARRIED_ON.match(text, start, start + lead.start() if lead else end) is not None


def _trimmed(
    text: str, start: int, end: int, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Cut leading adverbs and times and the verb before the figure; keep the last noun phrase."""
    front = FRONT.match(text[start:end])
    start += front.end() if front else 0
    # 水果占总销量的四成, 床位是去年的两倍: what is said is said of what stands in front.
    said = SHARE.search(text, start, end)
    end = said.start() if said else end
    lead = LEAD.search(text[start:end])
    end = start + lead.start() if lead else end
    if words:
        # 营收约 is one word to the tagger; what stands before 约 counts.
        inside = [
            (a, min(b, end), flag) for a, b, flag in words if start <= a < end and (b <= end or a < end)
        ]
        place = _last_noun_phrase(text, inside)
        if place and _is_name(text, place, inside):
            return None
        return None if place and _is_doer(text, place[1], end, inside) else place
    return (start, end) if end - start > 1 and re.search("[\u4e00-\u9fff]{2}", text[start:end]) else None


def _is_doer(text: str, start: int, end: int, inside: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether a verb stands between noun and figure, so that the noun does what is done so often."""
    if FROM.search(text, start, end):
        # 早诊率由不足三成提高到六成: what changes goes on.
        return False
    return any(word[0] >= start and word[2] in ("v", "vg", "vi", "zg") for word in inside)


def _last_noun_phrase(text: str, inside: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    last = len(inside) - 1
    while last >= 0 and not _closes(text, inside, last):
        last -= 1
    first = last
    while first > 0 and (
        _is_noun(text, inside[first - 1])
        or inside[first - 1][2].startswith(QUALITY_FLAGS)
        or inside[first - 1][2] in ("uj", "f")
        or (first == last and _is_suffix(text, inside[last]) and inside[first - 1][2].startswith("v"))
    ):
        first -= 1
    made = [at for at in range(first, last) if text[inside[at][0] : inside[at][1]] in MADE]
    first = made[-1] + 1 if made else first
    while first < last and (inside[first][2] in ("uj", "f") or _is_no_part(text, inside[first])):
        first += 1
    return (_whole_word(text, inside, first), inside[last][1]) if last >= 0 else None


def _is_name(text: str, place: tuple[int, int], inside: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether a phrase only names somebody or a place, of which something is told: 德国涨0.6%."""
    words = [word for word in inside if place[0] <= word[0] and word[1] <= place[1]]
    named = [
        word for word in words if word[2].startswith(("nr", "ns")) and text[word[0] : word[1]] not in KINDS
    ]
    return bool(words) and len(named) == len(words)


def _is_no_part(text: str, word: tuple[int, int, str]) -> bool:
    """Tell whether a word at the head belongs to what stands before: 花 of 花电费, 小时 of 24小时降水量."""
    start, end, _ = word
    before = text[start - 1 : start] if text[start - 1 : start] != " " else text[start - 2 : start - 1]
    counted = start > 0 and (before.isdigit() or before in tuple("一二两三四五六七八九十百千万亿"))
    return (end - start == 1 and text[start] in SPENT) or (
        counted and measure_at(text, start) == text[start:end]
    )


def _whole_word(text: str, inside: list[tuple[int, int, str]], first: int) -> int:
    """Return where the phrase begins, with the verb that makes a word of its first character: 过江时间."""
    start, end, _ = inside[first]
    before = inside[first - 1] if first else None
    is_half = before is not None and end - start == 1 and before[1] == start and before[1] - before[0] == 1
    return (
        before[0]
        if before is not None
        and is_half
        and before[2].startswith(("v", "u"))
        and text[before[0]] not in "的地得了着"
        else start
    )


def _closes(text: str, inside: list[tuple[int, int, str]], at: int) -> bool:
    """Tell whether a word can be the last one of what is counted: a noun, or 长 of 时长, 增收 of 户均增收."""
    start, end, flag = inside[at]
    before = text[inside[at - 1][0] : start] if at else ""
    if MEASURED.search(before + text[start:end]) or (before.endswith("均") and flag.startswith("v")):
        return True
    return _is_noun(text, inside[at]) or text[start:end] in SUMS or (at > 0 and _is_suffix(text, inside[at]))


def _is_suffix(text: str, word: tuple[int, int, str]) -> bool:
    written = text[word[0] : word[1]]
    return written in SUFFIXES or (len(written) > 1 and written[-1] in "率量额价")


_FINDERS = (
    (Source.BEHIND, lambda text, quantity, words: _named(text, quantity) or _behind(text, quantity, words)),
    (Source.BEFORE, _before),
    (Source.CLAUSE, _clause_before),
)


def _when(text: str, quantity: Quantity) -> str:
    """Return the last time named in the sentence before the figure, or an empty string."""
    before = text[max(0, quantity.span_start - 80) : quantity.span_start]
    sentence = SENTENCE_END.split(before)[-1]
    times = [found.group() for found in WHEN.finditer(sentence)]
    return times[-1] if times else ""
