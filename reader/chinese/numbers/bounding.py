"""What stands around a figure and belongs to it: its bounds, its currency, which way it goes."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.measures import measure_at, unit_of
from reader.chinese.numbers.qualifiers import (
    bound_before,
    bound_behind,
    direction_before,
    grows_by,
    is_recent,
)
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.signs import money_before, sign_before, sign_behind

_ATTRIBUTE = re.compile("的?[\u4e00-\u9fff]")
_RESTS = re.compile(
    "[的]?(?:[0-9０-９一二两三四五六七八九十百千万亿]|左右|参加|出席|受|可|将|被|均|都|已|，|。|是|有|为|"
    "占|完成|实现|达到|就|才|也|不|会|能|要)"
)


def priced(text: str, figure: Quantity) -> Quantity:
    """Give the sum behind ￥ or $ its unit; the sign belongs to the wider span."""
    money = money_before(text, figure.start)
    if money is None or (figure.unit or figure.measure or money[0]) != money[0]:
        return figure
    return replace(figure, unit=money[0], span_start=money[1])


def signed_bound(text: str, figure: Quantity) -> Quantity:
    """Apply ≤, > and ≈ before a printed figure and the + behind it, whose measure word follows: 2000+件."""
    if figure.bound is not Bound.EXACT:
        return figure
    if (before := sign_before(text, figure.span_start)) is not None:
        figure = replace(figure, bound=before[0], span_start=before[1])
    elif (behind := sign_behind(text, figure.span_end)) is not None:
        measure = None if figure.measure or figure.unit else measure_at(text, behind[1])
        figure = replace(figure, bound=behind[0], span_end=behind[1] + len(measure or ""))
        if measure:
            figure = replace(figure, measure=measure, unit=unit_of(measure))
    low, high = _allowed(figure, figure.bound)
    return replace(figure, low=low, high=high)


def bounded(text: str, figure: Quantity, *, bare: bool) -> Quantity:
    """Apply the bound words before and behind; those behind (以上) win, and 余 inside stays."""
    start, end, bound = figure.span_start, figure.span_end, figure.bound
    before = bound_before(text, figure.span_start, figure.measure, bare=bare)
    behind = bound_behind(text, figure.span_end, figure.measure)
    if behind is not None and not _is_moment(figure):
        if figure.bound in (Bound.EXACT, Bound.ABOUT) or behind[0] is not Bound.ABOUT:
            bound, end = behind
    elif behind is not None and behind[0] is Bound.ABOUT:
        bound, end = behind
    if before is not None:
        recent = not bare and is_recent(text, before[1], figure.span_end, figure.measure)
        # 约9点 is no exact time, but 估计9月 and 近2020年 say nothing of how exact it is.
        word = text[before[1] : figure.span_start]
        said = before[0] is Bound.ABOUT and word[0] in "大约差" and "占" not in word
        if not recent and (said or not _is_moment(figure, years_too=True)):
            start = before[1]
            bound = before[0] if bound in (Bound.EXACT, Bound.ABOUT) else bound
    kind = figure.kind
    if (
        behind is not None
        and kind in (FigureKind.CARDINAL, FigureKind.DECIMAL)
        and _is_threshold(text, end, behind[0])
    ):
        kind = FigureKind.THRESHOLD
    low, high = _allowed(figure, bound)
    return replace(figure, bound=bound, kind=kind, low=low, high=high, span_start=start, span_end=end)


def _is_moment(figure: Quantity, *, years_too: bool = True) -> bool:
    if figure.unit == "秒":
        return False  # 5分41秒 lasts so long
    moments = {FigureKind.DATE, FigureKind.TIME, FigureKind.YEAR} if years_too else {FigureKind.DATE}
    return figure.kind in moments


def _is_threshold(text: str, end: int, bound: Bound) -> bool:
    """亿元以上项目: the bound stands before what it sorts out, and counts nothing itself."""
    if bound not in (Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER):
        return False
    if text[end - 2 : end] not in ("以上", "以下", "以内"):
        return False
    return _ATTRIBUTE.match(text, end) is not None and _RESTS.match(text, end) is None


def _allowed(figure: Quantity, bound: Bound) -> tuple[Fraction | None, Fraction | None]:
    if figure.low is not None or figure.high is not None or figure.value is None:
        return figure.low, figure.high
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.OVER):
        return figure.value, None
    if bound in (Bound.AT_MOST, Bound.UNDER, Bound.NEARLY):
        return None, figure.value
    return None, None


_OTHER_WAY = re.compile(" ?(?:或|[（(]|、)(?:大?约|将?近|超过?|逾)?")  # 下跌34.29点或0.07%
_LIST_GAP = re.compile("(?:[、和与跟及]|以及)(?:大?约|将?近|超过?|逾)?")


def in_list(text: str, before: Quantity, figure: Quantity) -> Quantity:
    """Give a figure the direction of the one it stands in a list with: 分别增长6%和8%."""
    gap = text[before.span_end : figure.span_start]
    shares = [quantity.kind is FigureKind.PERCENT for quantity in (before, figure)]
    if figure.direction is None and shares == [False, True] and _OTHER_WAY.fullmatch(gap):
        return replace(figure, direction=before.direction)
    alike = (figure.kind is before.kind and before.unit in (figure.unit, None)) or (
        figure.kind is FigureKind.MULTIPLE and before.kind is FigureKind.CHANGE and before.unit == "倍"
    )
    if (
        before.direction is None
        or figure.direction is not None
        or not alike
        or before.measure not in (figure.measure, None)
        or not _LIST_GAP.fullmatch(gap)
    ):
        return figure
    if figure.kind is FigureKind.MULTIPLE and before.kind is FigureKind.CHANGE and figure.value is not None:
        return replace(figure, kind=FigureKind.CHANGE, value=figure.value + 1, direction=before.direction)
    return replace(figure, direction=before.direction)


def directed(text: str, figure: Quantity) -> Quantity:
    """Add up or down; a multiple by which something grew becomes the factor it grew to."""
    direction = direction_before(text, figure.span_start)
    if figure.unit == "折":
        return replace(figure, direction="down")
    if figure.kind is FigureKind.MULTIPLE and figure.value is not None and grows_by(text, figure.span_start):
        low, high = (None if side is None else side + 1 for side in (figure.low, figure.high))
        return replace(
            figure, kind=FigureKind.CHANGE, value=figure.value + 1, low=low, high=high, direction="up"
        )
    if direction == "up" and figure.value is not None and figure.value < 0:
        direction = "down"  # 增速为-2.1%
    return replace(figure, direction=direction) if direction else figure
