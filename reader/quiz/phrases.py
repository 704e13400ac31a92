"""Chinese and English around figures and facts: statements, frames for a bound, gaps in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.article import Figure
from reader.chinese.numbers.quantity import Bound
from reader.quiz.figures import StatedFigure
from reader.text import is_han

GAP = "____"
#: A sentence up to this long is shown whole around a gap.
MOST_CONTEXT = 60
#: Around a gap so many characters must stand at least.
_LEAST_AROUND = 6

#: Units that a thing is rather than has: 总投资是270亿元, 道路有13条.
_UNITS = """
元 万元 亿元 美元 欧元 港元 平方米 平方公里 公顷 公里 千米 米 厘米 毫米 吨 公斤 克 升 度 ℃ %
天 年 个月 小时 分钟 秒 岁 倍 成 个百分点 百分点 千瓦时
"""
_IS_UNITS = frozenset(_UNITS.split())
#: Bound words that are verbs or adverbs and need no 是 before them.
_BOUND_VERBS = ("超过", "超", "突破", "逾", "不足", "不到", "低于", "达", "接近", "高于", "多于", "少于")


def statement(stated: StatedFigure, shown: str) -> str:
    """Return a sentence that says the figure of its subject: 泊里镇正在修建的道路有13条。"""
    assert stated.figure is not None
    return figure_statement(stated.figure, shown)


def figure_statement(figure: Figure, shown: str) -> str:
    """Return a sentence that says the figure as ``shown``, with bound and measure word, of its subject."""
    head = f"{figure.period}，" if figure.period and figure.period not in figure.subject else ""
    if shown.startswith(_BOUND_VERBS):
        return f"{head}{figure.subject}{shown}。"
    unit = figure.measure or ("%" if "%" in shown else "")
    verb = "是" if unit in _IS_UNITS or not unit else "有"
    return f"{head}{figure.subject}{verb}{shown}。"


def frame(stated: StatedFigure) -> str:
    """Return the bound word around a gap, 超过____, where it stands outside the number; "" elsewhere."""
    number = stated.number
    if number not in stated.words or number == stated.words:
        return ""
    return stated.words.replace(number, GAP, 1)


def bare(stated: StatedFigure) -> str:
    """Return the figure with its measure word and without any bound: 30万人次."""
    return stated.quantity.text.rstrip("余多") + stated.number[len(stated.quantity.text) :]


#: Bound -> how the figure is said with it, before and behind the number.
_AROUND: dict[Bound, tuple[str, str]] = {
    Bound.MORE_THAN: ("超过", ""),
    Bound.AT_LEAST: ("", "或者更多"),
    Bound.OVER: ("比", "多一些"),
    Bound.NEARLY: ("接近", ""),
    Bound.UNDER: ("不到", ""),
    Bound.ABOUT: ("大约", ""),
    Bound.AT_MOST: ("最多", ""),
    Bound.EXACT: ("正好", ""),
}


def with_bound(number: str, bound: Bound) -> str:
    """Say a figure with a bound in plain words: 超过3000亿元, 比30万人次多一些."""
    before, behind = _AROUND[bound]
    return before + number + behind


def gapped(text: str, spans: Sequence[tuple[int, int]], asked: int) -> str:
    """Return the clauses about ``spans`` with gaps in their places; numbered where there are several.

    ``asked`` is the index of the span asked for; the clause about it is always in.
    """
    start, end = clause(text, *spans[asked])
    inside = [(index, span) for index, span in enumerate(spans) if start <= span[0] and span[1] <= end]
    pieces, at = ["……" if start else ""], start
    for place, (_, (left, right)) in enumerate(inside, 1):
        pieces += [text[at:left], f"（{place}）{GAP}" if len(inside) > 1 else GAP]
        at = right
    pieces += [text[at:end], "……" if end < len(text) else ""]
    return without_open_marks("".join(pieces))


def is_bare(shown: str) -> bool:
    """Tell whether too little stands around a gap to say what is asked for."""
    return sum(is_han(sign) or sign.isalnum() for sign in shown) < _LEAST_AROUND


_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"))


def without_open_marks(text: str) -> str:
    """Return the text without marks whose partner was cut off: a speech of which only a part is shown."""
    lonely: set[int] = set()
    for opening, closing in _PAIRS:
        waiting: list[int] = []
        for place, sign in enumerate(text):
            if sign == opening:
                waiting.append(place)
            elif sign == closing and waiting:
                waiting.pop()
            elif sign == closing:
                lonely.add(place)
        lonely |= set(waiting)
    return "".join(sign for place, sign in enumerate(text) if place not in lonely)


_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))


def quoted(text: str) -> str:
    """Put words in quotation marks; marks inside become single ones, and marks around them go."""
    for opening, closing in _QUOTES:
        inner = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and not {opening, closing} & set(inner):
            text = inner
    return "“" + text.replace("“", "‘").replace("”", "’") + "”"


def gap_number(text: str, spans: Sequence[tuple[int, int]], asked: int) -> int:
    """Return the number that the asked gap has in :func:`gapped`, 0 where it is the only one."""
    start, end = clause(text, *spans[asked])
    inside = [index for index, span in enumerate(spans) if start <= span[0] and span[1] <= end]
    return inside.index(asked) + 1 if len(inside) > 1 else 0


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clauses about the words begin and end: the whole of a short sentence."""
    if len(text) <= MOST_CONTEXT:
        return 0, len(text)
    left = max((text.rfind(mark, 0, max(0, start - 8)) for mark in "，；："), default=-1) + 1
    rights = [place for place in (text.find(mark, end) for mark in "，；。！？") if place >= 0]
    right = min(rights) + 1 if rights else len(text)
    if right < len(text) and right - end < 8:
        rights = [place for place in (text.find(mark, right) for mark in "，；。！？") if place >= 0]
        right = min(rights) + 1 if rights else len(text)
    while right < len(text) and text[right] in "”’」』）》":
        right += 1
    return left, right
