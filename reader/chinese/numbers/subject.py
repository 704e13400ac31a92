"""What a figure counts, and when: a guess from the sentence's own words.

Measured on news, such guesses are right in two to four cases of five. So each comes with where it came from
(:class:`Source`), and nothing may be asked on it unless somebody has confirmed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.chinese.numbers.measures import MONEY, NUMBERING, TIME_UNITS
from reader.chinese.numbers.offers import can_be_counted
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
_THOUSANDS = re.compile("[0-9],[0-9]{3}")
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
    "新增|整整|足足|完成|完工|竣工|开工|加装|安装|实现|建成|达成|签约|引进|引来|接待|投放|收到|录入|登记|"
    "统计|布设|排名|居|占|至|"
    "维持|保持|稳定|降|跌|涨|升|增|减|缩短|回落|压缩|高出|多出|却|只|则|仍|还|更|共|每年|每天|每月|"
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
    "^(?:其中|同时|此外|但?(?:光是?|单是?|仅是?|就是|只是)|目前|现在|如今|"
    "截至[^，]{0,8}|今年[以来]*|去年|预计|据[^，]{1,4}|全年|"
    "每年|每天|并|且|而|但|还|又|也|"
    "[0-9]{1,2}月(?:[0-9]{1,2}日|份)?|(?:19|20)[0-9]{2}年)+"
)
_SHARE = re.compile("占|是(?=[^，]{1,10}的[0-9一二两三四五六七八九十百千.]*倍?$)")
_TOLD_OF_ANY = (FigureKind.PERCENT, FigureKind.MULTIPLE, FigureKind.CHANGE, FigureKind.FRACTION)
_PARTS_OF_LAW = frozenset("条章节款项")
_SHARE_IS = re.compile(f"(?:是|为|系|来自)({_HAN}{{2,6}})(?=[，。；！\n])")
_NOUN_FLAGS = ("n", "vn", "j", "l", "an", "eng")
_QUALITY_FLAGS = ("a", "b")
#: Nouns of one character that close a compound the tagger cuts up: 借阅 + 量, 就业 + 率.
_SUFFIXES = frozenset(
    [*"量额率价数费值期度款产能力站", "中心", "基地", "平台", "系统", "设备", "设施", "人员", "机构"]
)
#: Verbs by their form, nouns before a figure.
_SUMS = frozenset(
    ["收入", "支出", "投入", "产出", "消费", "投资", "贷款", "存款", "出口", "进口", "增产", "减产"]
)
#: Nouns that the tagger cuts before an adjective.
_MEASURED = re.compile(
    "(?:时|全|总|身|桥|线|路|跨|周)长|(?:身|层|桥|塔|楼|海拔)高|体重|(?:桥|路)宽|水深|年龄$"
)
#: What is told of the noun before, and is no part of what is counted.
_HAPPENINGS = frozenset(
    "发展 变化 突破 整整 调试 增长 提高 下降 上升 需要 可以 完成 惠及 带动 覆盖 吸引 合计 共计 总计".split()  # noqa: SIM905
)
# What a clause may say before its figure and still leave its subject to the clause before.
_CARRIED_ON = re.compile("(?:[年月日]|其中|同比|环比|[比较与][^，]{1,8}|以?平均|每年|全年)?$")
_COMPARED = re.compile("[比较与][^，]{1,10}[多少高低快慢长短大小宽窄深浅厚薄重轻远近早晚贵增减升降]")
# The subject of the clause before goes on where something is told of it: 同比增长18.5%, 占六成.
_MADE = frozenset(["新建", "新增", "改建", "扩建", "在建", "建成", "修建"])
_FROM = re.compile("[由从]")
_GOES_ON = re.compile("同比|环比|[占比较]|其中")
_BLANK = re.compile("[ \u00a0\u3000]")


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
    if quantity.kind is FigureKind.ORDINAL and quantity.measure in _PARTS_OF_LAW:
        return None
    if text[: quantity.span_start].endswith("每"):
        return None  # 每10股 counts nothing
    words = _placed(text, tagged)
    for source, find in _FINDERS:
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
    return is_part or quantity.direction is not None or _GOES_ON.search(clause) is not None


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
    if quantity.measure is None:
        return None
    if quantity.kind is FigureKind.THRESHOLD:
        # 亿元以上项目: the bound has been read, and what it sorts out follows.
        return _noun_phrase_from(text, quantity.span_end, quantity.span_end + 12, words)
    # 1008吨海鲜; but money and time stand before what they are not of: 3元门票, 2年合同.
    if quantity.unit is not None and (not words or quantity.unit in MONEY or quantity.measure in TIME_UNITS):
        return None
    lead = _LEAD_BEHIND.match(text[quantity.span_end : quantity.span_end + 8])
    start = quantity.span_end + (lead.end() if lead else 0)
    stop = _CLAUSE_END.search(text, start)
    limit = min(stop.start() if stop else len(text), start + 12)
    if quantity.kind is FigureKind.ORDINAL and _BLANK.match(text, quantity.span_end):
        return None
    if words:
        return _noun_phrase_from(text, start, limit, words)
    halt = _STOP_BEHIND.search(text, start, limit)
    end = halt.start() if halt else limit
    written = text[start:end]
    return (start, end) if 1 < len(written) <= 8 and re.fullmatch(f"{_HAN}+", written) else None


def _noun_phrase_from(
    text: str, start: int, limit: int, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Return the noun with its adjectives that begins at ``start``; a happening behind it is none of it."""
    end = start
    phrase: list[tuple[int, int, str]] = []
    for word in words:
        if word[0] != end or word[1] > limit:
            continue
        if not (_is_noun(text, word) or word[2].startswith(_QUALITY_FLAGS)):
            break
        if not phrase and word[2].startswith("nr"):
            return None  # 九八届二班任晓东
        phrase.append(word)
        end = word[1]
    while phrase and not (_is_noun(text, phrase[-1]) and (len(phrase) == 1 or phrase[-1][2] != "vn")):
        phrase.pop()
    return (phrase[0][0], phrase[-1][1]) if phrase else None


def _is_noun(text: str, word: tuple[int, int, str]) -> bool:
    start, end, flag = word
    return flag.startswith(_NOUN_FLAGS) and text[start:end] not in _HAPPENINGS


def _before(text: str, quantity: Quantity, words: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Take what the clause says before the figure: 总投资约2.4亿元, 水果总产量达到3.6万吨."""
    start = _clause_start(text, quantity.span_start)
    if _COMPARED.match(text, start):
        return None
    return _trimmed(text, start, quantity.span_start, words)


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
        part = re.search(f"{re.escape(quantity.measure)}({_HAN}{{1,8}})中$", text[start : clause - 1])
        if part:
            return start + part.start(1), start + part.end(1)
    digits = re.search("[0-9一二两三四五六七八九十百千万亿近约超]", text[start : clause - 1])
    if (
        digits
        and quantity.kind not in _TOLD_OF_ANY
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
        if _CLAUSE_END.match(text[start - 1]) and not _THOUSANDS.match(text, max(0, start - 2)):
            break
        start -= 1
    return start


def _carries_on(text: str, start: int, end: int) -> bool:
    """Tell whether a clause names no subject of its own before the figure."""
    front = _FRONT.match(text[start:end])
    start += front.end() if front else 0
    said = _SHARE.search(text, start, end)
    end = said.start() if said else end
    lead = _LEAD.search(text[start:end])
    return _CARRIED_ON.match(text, start, start + lead.start() if lead else end) is not None


def _trimmed(
    text: str, start: int, end: int, words: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Cut leading adverbs and times and the verb before the figure; keep the last noun phrase."""
    front = _FRONT.match(text[start:end])
    start += front.end() if front else 0
    # 水果占总销量的四成, 床位是去年的两倍: what is said is said of what stands in front.
    said = _SHARE.search(text, start, end)
    end = said.start() if said else end
    lead = _LEAD.search(text[start:end])
    end = start + lead.start() if lead else end
    if words:
        inside = [word for word in words if start <= word[0] and word[1] <= end]
        place = _last_noun_phrase(text, inside)
        return None if place and _is_doer(text, place[1], end, inside) else place
    return (start, end) if end - start > 1 and re.search("[\u4e00-\u9fff]{2}", text[start:end]) else None


def _is_doer(text: str, start: int, end: int, inside: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether a verb stands between noun and figure, so that the noun does what is done so often."""
    if _FROM.search(text, start, end):
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
        or inside[first - 1][2].startswith(_QUALITY_FLAGS)
        or inside[first - 1][2] in ("uj", "f")
        or (first == last and _is_suffix(text, inside[last]) and inside[first - 1][2].startswith("v"))
    ):
        first -= 1
    made = [at for at in range(first, last) if text[inside[at][0] : inside[at][1]] in _MADE]
    first = made[-1] + 1 if made else first
    while first < last and inside[first][2] in ("uj", "f"):
        first += 1
    return (_whole_word(text, inside, first), inside[last][1]) if last >= 0 else None


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
    if _MEASURED.search(before + text[start:end]) or (before.endswith("均") and flag.startswith("v")):
        return True
    return _is_noun(text, inside[at]) or text[start:end] in _SUMS or (at > 0 and _is_suffix(text, inside[at]))


def _is_suffix(text: str, word: tuple[int, int, str]) -> bool:
    written = text[word[0] : word[1]]
    return written in _SUFFIXES or (len(written) > 1 and written[-1] in "率量额价")


_FINDERS = (
    (Source.BEHIND, lambda text, quantity, words: _named(text, quantity) or _behind(text, quantity, words)),
    (Source.BEFORE, _before),
    (Source.CLAUSE, _clause_before),
)


def _when(text: str, quantity: Quantity) -> str:
    """Return the last time named in the sentence before the figure, or an empty string."""
    before = text[max(0, quantity.span_start - 80) : quantity.span_start]
    sentence = _SENTENCE_END.split(before)[-1]
    times = [found.group() for found in _WHEN.finditer(sentence)]
    return times[-1] if times else ""
