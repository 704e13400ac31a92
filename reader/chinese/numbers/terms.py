"""A number with what gives it its kind: %, 成, 倍, 折, 分之, a measure word, or half a measure behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from reader.chinese.numbers.atoms import DIGIT, Atom, atom_at, step_of
from reader.chinese.numbers.halves import HALF, halved
from reader.chinese.numbers.measures import NUMBERING, TIME_UNITS, measure_at, word_set
from reader.chinese.numbers.numeral import DIGITS
from reader.chinese.numbers.quantity import Bound, FigureKind

_GAP = re.compile("[ \u00a0\u3000]?")
_PER = re.compile("(百|千|万|佰|仟)分之")
_PER_SIZE = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000}
_SIGNS = {"%": 100, "％": 100, "﹪": 100, "‰": 1000}
_PERCENT_SIGN = re.compile("[ \u00a0]?([%％﹪‰])")
_TENTHS = re.compile(
    "成(?!员(?!工)|人(?![口们群的])|年(?!轻)|群(?!众)|家(?!庭|长)|"
    "[立功长本果熟绩交分都品语就套因型名千婚对天效]|"
    "了[^三二一])(?:半|"
    "([一二三四五六七八九]|(?<=[0-9]成)[1-9](?![0-9.]))(?![个家名成]))?"
)
# 近四成为新种 is four tenths; elsewhere 成为 is to become.
_TENTHS_ARE = re.compile("成(?=为)")
_SHARE_BEFORE = re.compile("(?:近|约|逾|超|超过|不足|不到|其中|[有占])$")
_TIMES = re.compile("倍(?![受感增加速率数镜])")
_NEARLY_SO_MANY = re.compile("[近上逾达约超过成]$")  # 近百倍, but 百倍珍惜
_DISCOUNT = re.compile("折(?![叠扣腾磨射旧合断返损算回戟中])")
_DISCOUNT_BEFORE = re.compile("(?:[打享]|打到|低至|优惠|仅|仅售|八|享受|再享|打了|全场|[价票品])$")
_DISCOUNT_BEHIND = re.compile(
    "[起优促购出销特封后清甩热抢]|下来|就|只|还|再|[，。、](?!不)|[ \u3000\t]*(?:\n|$)"
)
_OF = re.compile("[ ]?分之[ ]?")
_VULGAR = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
_AND = re.compile("又")
_SLASH = re.compile(f"[/／](?=[{DIGIT}])")
_POINTED = re.compile(f"秒([{DIGIT}]{{1,3}})(?![{DIGIT}.])")
_MORE_UNIT = re.compile("[多来]?(月|小时|钟头|世纪|星期|学期|礼拜)")
_SESSION = re.compile(
    "[一二三四五六七八九十]{1,3}[次中]|人大|人民代表|政协|中央|全国(?:人大|政协|委员)|理事|委员会|党代|"
    "常委|省委|市委|董事会|监事会"
)
_INCIDENTS = re.compile("案|事故|火灾|投诉|纠纷|犯罪|事件|火情|险情|诉讼")
_TIED = re.compile("(?:以|追[至到成]|战[成至]|[扳打踢战]成|握手|均以)$")
_SITTING = re.compile("[一二三四五六七八九十]届$|(?:人大|政协|委员会|理事会|代表大会)$")
# 10个亿, but 5个亿元项目 and 三个亿级产业 are so many of a size.
HUNDRED_MILLIONS = re.compile("个[多把]?亿(?![元级吨美欧港斤立平千人])")
STANDS = re.compile("[，。、；：！？）)（(”」\n,.;!?]|$|以[上下内]|左右|上下|之[上下内多]|[余多]")
_PHASE = re.compile("工程|项目|投资|建设|占地|规划|建成|[已将拟]")
_ORDER = re.compile("第[ ]?")
FIRST_MEASURES = word_set(
    """
    批 个 次 家 届 日 条 座 场 轮 盘 局 期 套 例 台 艘 架 列 款 趟 名 天 站 章 年 批次 幅 颗 枚 间 所 支 种
    项 辆 班 任 季 周 月 节 位 部 件 单 张 株 段 笔 处 栋 集 组 只 把
    """
)


@dataclass(frozen=True, slots=True)
class Term:
    """A number and its kind. The figure is ``text[start:end]``; its measure word ends at ``measure_end``."""

    start: int
    end: int
    value: Fraction | None
    kind: FigureKind
    bound: Bound
    low: Fraction | None
    high: Fraction | None
    measure: str | None
    measure_end: int
    unit: str | None
    scale: str
    atom: Atom


def term_at(text: str, position: int) -> Term | None:
    """Return the number with its sign and measure word at ``position``; one in hanzi may yet be no figure."""
    per = _PER.match(text, position)
    if per is not None:
        return _hundredths(text, position, per)
    atom = atom_at(text, position)
    if atom is None:
        return None
    return _fraction(text, atom) or _percent(text, atom) or _factor(text, atom) or _measured(text, atom)


def _term(
    atom: Atom, end: int, kind: FigureKind, value: Fraction | None, size: Fraction, unit: str | None
) -> Term:
    low, high = (None if side is None else side * size for side in (atom.low, atom.high))
    return Term(atom.start, end, value, kind, atom.bound, low, high, None, end, unit, atom.scale, atom)


def _hundredths(text: str, position: int, per: re.Match[str]) -> Term | None:
    """Read 百分之三点五 and 千分之三; 百分之百 is 1."""
    size = Fraction(1, _PER_SIZE[per[1]])
    if text[per.end() : per.end() + 1] == "百":
        atom = Atom(position, per.end() + 1, Fraction(100))
    else:
        inner = atom_at(text, per.end())
        if inner is None:
            return None
        atom = replace(inner, start=position)
    value = None if atom.value is None else atom.value * size
    return _term(atom, atom.end, FigureKind.PERCENT, value, size, "%")


def _fraction(text: str, atom: Atom) -> Term | None:
    """Read 三分之一, 一又三分之二, 1/3."""
    if text[atom.start : atom.end] == "半" or atom.value is None:
        return None
    sign = _VULGAR.get(text[atom.end : atom.end + 1])
    if sign is not None and atom.printed:
        whole = _term(atom, atom.end + 1, FigureKind.FRACTION, atom.value + sign, Fraction(1), None)
        return _with_measure(text, whole)
    mixed = _AND.match(text, atom.end)
    base = Fraction(0)
    lower = atom
    if mixed:
        second = atom_at(text, mixed.end())
        if second is None or second.value is None:
            return None
        base, lower = atom.value, second
    of = _OF.match(text, lower.end) or (
        _SLASH.match(text, lower.end) if lower.printed and atom.printed else None
    )
    upper = atom_at(text, of.end()) if of else None
    if of is None or upper is None or upper.value is None or not lower.value:
        return None
    value = base + upper.value / lower.value
    if of.group() in "/／":
        # 1/3 is a fraction, 5元/斤, 24/7 and 9/11 are not.
        after = text[upper.end : upper.end + 1]
        if upper.value > 12 and measure_at(text, upper.end) in TIME_UNITS:
            return None  # 72/144小时
        if (
            not lower.value < upper.value < 1000
            or after in ("/", "／")
            or text[atom.start - 1 : atom.start] == "/"
        ):
            return None
        value = base + lower.value / upper.value
    return _with_measure(text, replace(_term(atom, upper.end, FigureKind.FRACTION, value, Fraction(1), None)))


def _percent(text: str, atom: Atom) -> Term | None:
    sign = _PERCENT_SIGN.match(text, atom.end)
    if sign is not None:
        size = Fraction(1, _SIGNS[sign[1]])
        value = None if atom.value is None else atom.value * size
        unit = sign[1].replace("％", "%")
        return _over_share(text, _term(atom, sign.end(), FigureKind.PERCENT, value, size, unit), size)
    tenths = _TENTHS.match(text, atom.end)
    if text[atom.start] in "陆伍" and text[atom.start - 1 : atom.start] in tuple("大内登着水海"):
        return None  # 大陆成为
    if tenths is None and _SHARE_BEFORE.search(text[max(0, atom.start - 2) : atom.start]):
        tenths = _TENTHS_ARE.match(text, atom.end)
    if (
        tenths is None
        or (atom.high or atom.value or 0) > 10
        or text[atom.start : atom.end] in ("半", "数", "几")
    ):
        return None
    size = Fraction(1, 10)
    extra = Fraction(1, 20) if tenths.group().endswith("半") else Fraction(_digit(tenths.group()[1:]), 100)
    value = None if atom.value is None else atom.value * size + extra
    return _over_share(text, _term(atom, tenths.end(), FigureKind.PERCENT, value, size, "成"), size)


def _digit(written: str) -> int:
    return int(written) if written.isdecimal() else DIGITS.get(written, 0)


def _over_share(text: str, term: Term, size: Fraction) -> Term:
    """Take in 多 behind a share: 两成多, 20%多."""
    if text[term.end : term.end + 1] != "多" or term.bound is not Bound.EXACT or term.value is None:
        return term
    if text[term.end + 1 : term.end + 2] in set("于样数么达少元种次"):
        return term
    step = step_of(text[term.atom.start : term.atom.end], term.value / size) * size
    return replace(term, bound=Bound.OVER, low=term.value, high=term.value + step, measure_end=term.end + 1)


def _factor(text: str, atom: Atom) -> Term | None:
    times = _TIMES.match(text, _GAP.match(text, atom.end).end())  # type: ignore[union-attr]
    if times is not None and (
        atom.bare is False
        or atom.bound is not Bound.EXACT
        or _NEARLY_SO_MANY.search(text[max(0, atom.start - 2) : atom.start])
    ):
        half = HALF.match(text, times.end())
        value = atom.value if not half or atom.value is None else atom.value + Fraction(1, 2)
        end = half.end() if half else times.end()
        return _more_behind(text, _term(atom, end, FigureKind.MULTIPLE, value, Fraction(1), "倍"))
    fold = _DISCOUNT.match(text, atom.end)
    if fold is None:
        return None
    value = atom.value
    if value is None:
        return None
    before, behind = text[max(0, atom.start - 3) : atom.start], text[fold.end() : fold.end() + 2]
    # 七五折 and 8.5折 are prices anywhere; 三折 may be a folding screen.
    is_sure = 10 < value < 100 or value.denominator > 1
    if not is_sure and not (_DISCOUNT_BEFORE.search(before) or _DISCOUNT_BEHIND.match(behind)):
        return None
    price = value / 10 if value < 10 else value / 100
    return _term(atom, fold.end(), FigureKind.CHANGE, price, Fraction(1), "折")


def _measured(text: str, atom: Atom) -> Term | None:
    kind = FigureKind.CARDINAL
    if atom.value is not None and atom.value.denominator != 1:
        kind = FigureKind.DECIMAL
    term = _with_measure(text, _term(atom, atom.end, kind, atom.value, Fraction(1), None))
    return halved(text, term)


def _with_measure(text: str, term: Term) -> Term:
    gap = _GAP.match(text, term.end)
    position = gap.end() if gap else term.end
    pointed = _POINTED.match(text, position)
    if pointed is not None and term.atom.printed and term.value is not None:
        value = term.value + Fraction(int(pointed[1]), 10 ** len(pointed[1]))
        return replace(
            term, end=pointed.end(), value=value, measure="秒", measure_end=pointed.end(), unit="秒"
        )
    if text.startswith("个多", position) and (unit := _MORE_UNIT.match(text, position + 1)):
        low = term.value
        high = None if low is None else low + 1
        return replace(
            term, measure="个" + unit[1], measure_end=unit.end(), bound=Bound.OVER, low=low, high=high
        )
    if text.startswith("个来", position) and (unit := _MORE_UNIT.match(text, position + 1)):
        return replace(term, measure="个" + unit[1], measure_end=unit.end(), bound=Bound.ABOUT)
    if hundreds := HUNDRED_MILLIONS.match(text, position):
        return _in_hundred_millions(text, term, hundreds)
    measure = measure_at(text, position)
    if measure == "平" and _TIED.search(text[max(0, term.start - 3) : term.start]):
        return term  # 战成105平
    # 首付25万起 and ¥680起 are prices, 事故3起 so many.
    is_price = (
        bool(term.scale) and _INCIDENTS.search(text[max(0, term.start - 14) : term.start]) is None
    ) or text[term.start - 1 : term.start] in ("¥", "￥", "$")
    if measure is None or (measure == "起" and is_price and STANDS.match(text, position + 1)):
        return term
    end = position + len(measure)
    # 前三季度 are three, 三季度 is the third.
    numbers = measure in NUMBERING and not (measure == "季度" and text[term.start - 1 : term.start] == "前")
    kind = FigureKind.ORDINAL if numbers and term.kind is FigureKind.CARDINAL else term.kind
    if measure in ("届", "次") and kind is FigureKind.CARDINAL and _is_session(text, term, end):
        kind = FigureKind.ORDINAL
    if measure == "期" and _PHASE.match(text, end):
        kind = FigureKind.ORDINAL
    return _more_behind(text, replace(term, measure=measure, measure_end=end, kind=kind))


def _is_session(text: str, term: Term, end: int) -> bool:
    """Tell whether 届 or 次 numbers a session: 十届一次理事会, 市十六届人大; 举办16届 are so many."""
    if text[end - 1] == "次":
        held = _SITTING.search(text[max(0, term.start - 8) : term.start])
        return held is not None and (held.group().endswith("届") or text[end : end + 2] in ("会议", "全会"))
    return _SESSION.match(text, end) is not None


def _in_hundred_millions(text: str, term: Term, found: re.Match[str]) -> Term:
    """Read 10个亿 and 两个多亿: 个 stands before the scale, and a measure word may follow."""
    value, low, high = (None if side is None else side * 10**8 for side in (term.value, term.low, term.high))
    bound = term.bound
    if found.group() != "个亿" and value is not None:
        bound, low, high = Bound.OVER, value, value + 10**8
    end = found.end()
    measure = measure_at(text, end)
    return replace(
        term, end=end, value=value, low=low, high=high, bound=bound, scale="亿", measure=measure,
        measure_end=end + len(measure or ""), atom=replace(term.atom, scale="亿", bare=False),
    )  # fmt: skip


def _more_behind(text: str, term: Term) -> Term:
    """Take in 多 behind the measure word: 五岁多, 三个多."""
    if text[term.measure_end : term.measure_end + 1] not in ("多", "余") or term.bound is not Bound.EXACT:
        return term
    behind = text[term.measure_end + 1 : term.measure_end + 2]
    if behind in set("于样数么达少元种次名个家年人") or (
        text[term.measure_end] == "余" and behind in set("震热票党生下款额粮波音味温钱地晖孽留量数孤毒")
    ):
        return term
    if behind in set("花付赚卖买挣省") and term.measure not in TIME_UNITS:
        return term  # 加一箱多花二十块
    if term.value is None or term.kind is FigureKind.ORDINAL:
        return term
    high = term.value + step_of(text[term.atom.start : term.atom.end], term.value)
    return replace(term, bound=Bound.OVER, low=term.value, high=high, measure_end=term.measure_end + 1)
