"""The bound of a figure in a text without written facts: kept, dropped or added."""

from __future__ import annotations

import random
import re

from reader.chinese.numbers.quantity import Bound
from reader.quiz.figures import StatedFigure, is_trivial, stated_in_text
from reader.quiz.item import Item, Option, Refusal
from reader.quiz.phrases import GAP, bare, gapped, is_bare
from reader.quiz.questions.making import ASKED_FIGURES, Made, choice
from reader.quiz.source import Source

#: How a bound is said around a figure that has none in the text; for ``OVER`` see :func:`_with`.
_SAID = {
    Bound.MORE_THAN: ("超过", ""),
    Bound.AT_LEAST: ("", "以上"),
    Bound.NEARLY: ("近", ""),
    Bound.UNDER: ("不到", ""),
    Bound.AT_MOST: ("不到", ""),
    Bound.ABOUT: ("", "左右"),
}
#: Without other words before it a figure can stand in the same place: 突破50亿元大关 can't lose its verb.
_BEFORE = ("", "近", "约", "大约", "大概", "超过", "超", "将近", "接近", "不到", "不足", "至少", "不超过")
#: 五万六: said so, a figure is taken to be exact.
_COLLOQUIAL = re.compile("[百千万萬亿億][一二三四五六七八九]$")
_DROPPED, _ADDED = "the bound dropped", "a bound added"


def bounds(source: Source, rng: random.Random) -> Made:
    """Ask which way a figure is put: for each with a bound, and for as many round ones that have none.

    So both answers are right equally often.
    """
    if source.article.facts:
        return
    figures = [f for f in stated_in_text(source) if _may_be_asked(source, f)]
    bounded = [f for f in figures if _can_lose_bound(f)]
    exact = [f for f in figures if _is_round(f)]
    for stated, counterpart in zip(bounded, exact, strict=False):
        yield from _asked(source, stated, bare(stated), _DROPPED, rng)
        yield from _asked(source, counterpart, _with(counterpart, stated.quantity.bound), _ADDED, rng)
    for stated in bounded[len(exact) :]:
        yield Refusal(_item(source, stated).id, "No figure without a bound is there to be asked beside it.")


def _may_be_asked(source: Source, stated: StatedFigure) -> bool:
    quantity = stated.quantity
    return (
        quantity.kind in ASKED_FIGURES
        and quantity.value is not None
        and not is_trivial(stated)
        and stated.words not in source.version.title
        and source.text.count(quantity.text) == 1
    )


def _can_lose_bound(stated: StatedFigure) -> bool:
    before = stated.sentence.text[stated.start : stated.quantity.start]
    known = stated.quantity.bound in _SAID or stated.quantity.bound is Bound.OVER
    return known and before in _BEFORE and bare(stated) != stated.words and "及以" not in stated.words


def _is_round(stated: StatedFigure) -> bool:
    """Tell whether it is exact and could as well be said with a bound: 31起 can't be 31多起."""
    value, text = stated.quantity.value, stated.quantity.text
    is_plain = stated.quantity.bound is Bound.EXACT and "." not in text and stated.words == stated.number
    has_one_scale = not {"万", "亿"} <= set(text) and not _COLLOQUIAL.search(text)
    return is_plain and has_one_scale and value is not None and value >= 10 and value % 10 == 0


def _with(stated: StatedFigure, bound: Bound) -> str:
    """Return an exact figure with a bound: 超过50元, 50元左右, 50多元."""
    if bound is Bound.OVER:
        text = stated.quantity.text
        return f"{text}多{stated.number[len(text) :]}"
    before, behind = _SAID[bound]
    return f"{before}{stated.words}{behind}"


def _item(source: Source, stated: StatedFigure) -> Item:
    slug = source.article.slug
    return Item(f"figure/{slug}/{stated.words}/bound", "bound", slug)


def _asked(source: Source, stated: StatedFigure, other: str, mistake: str, rng: random.Random) -> Made:
    item = _item(source, stated)
    shown = gapped(stated.sentence.text, [(stated.start, stated.end)], 0)
    if is_bare(shown):
        yield Refusal(item.id, "Too little stands around the gap.")
        return
    if shown.replace("……", "").replace(GAP, other) in source.text:
        yield Refusal(item.id, "The text says it both ways.")
        return
    said = f"The text says “{stated.words}”."
    yield choice(
        item, f"根据文章填空（注意是不是正好这么多）：{shown}",
        "Which goes in the gap? Mind whether the figure is meant exactly.",
        Option(stated.words), [Option(other, "", mistake, said)], stated.proof, rng,
        why=f"文中写的是“{stated.words}”。", quantity=stated.quantity,
    )  # fmt: skip
