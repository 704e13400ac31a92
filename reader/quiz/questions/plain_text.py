"""Questions for a text that carries no written facts: gaps over its own clauses are always true to it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import FigureKind
from reader.quiz.dates import ways_to_write, wrong_dates
from reader.quiz.distractors import wrong_figure, wrong_pair
from reader.quiz.figures import StatedFigure, is_trivial, stated_in_text
from reader.quiz.item import AnswerForm, Item, Option, Question, Refusal
from reader.quiz.phrases import GAP, gap_number, gapped, is_bare, quoted
from reader.quiz.questions.making import ASKED_FIGURES, WRONG, Made, choice, masked_figure, typed
from reader.quiz.questions.truth import claim_question
from reader.quiz.source import QUICK, Source

_DATES = frozenset({FigureKind.DATE, FigureKind.YEAR})
#: A sentence with up to so many figures may be shown with all of them taken out.
MOST_GAPS = 4


def figure_gaps(source: Source, rng: random.Random) -> Made:
    """Take each figure that no fact holds out of its clause; to be chosen or typed."""
    figures = list(stated_in_text(source))
    for stated, item in source.some(_unwritten(source, figures), 2 * QUICK):
        problem = _problem(source, stated)
        if problem:
            yield Refusal(item.id, problem)
        else:
            yield from _gap(stated, item, figures, rng)


def _unwritten(source: Source, figures: list[StatedFigure]) -> Iterator[tuple[StatedFigure, Item]]:
    named: dict[str, int] = {}
    for stated in figures:
        if stated.fact is not None or stated.quantity.kind in _DATES:
            continue
        named[stated.words] = named.get(stated.words, 0) + 1
        suffix = f"-{named[stated.words]}" if named[stated.words] > 1 else ""
        slug = source.article.slug
        yield stated, Item(f"figure/{slug}/{stated.words}{suffix}/gap", "figure gap", slug)


def _problem(source: Source, stated: StatedFigure) -> str:
    if stated.quantity.kind not in ASKED_FIGURES or stated.quantity.value is None:
        return f"A figure of the kind {stated.quantity.kind} is not asked for."
    if is_trivial(stated):
        return "一 or 两 before a measure word is seldom a figure worth remembering."
    if stated.quantity.value in {figure.value for figure in find_figures(source.version.title)}:
        return "The title tells the figure."
    if is_bare(stated.sentence.text.replace(stated.words, "", 1)):
        return "Too little stands around the gap."
    if _SETS.match(stated.sentence.text, stated.start):
        return "It belongs to a fixed expression."
    if _is_part(stated):
        return "Alone it says little: a part of a price or a time, a number talked of, a building's number."
    if _is_counted_out(stated):
        return "The sentence lists what it counts, so that it can be counted."
    return ""


#: A lesser unit -> the greater ones that it goes on from: 一元五角, 八小时二十分钟.
_LESSER = {
    "角": ("元", "块", "塊"), "毛": ("元", "块", "塊"), "分": ("角", "毛", "元"),
    "分钟": ("小时", "点"), "分鐘": ("小時", "點"), "秒": ("分", "分钟", "分鐘"),
    "个月": ("年",), "個月": ("年",), "厘米": ("米",),
}  # fmt: skip
_REST = re.compile(r"[零〇]?[\d一二三四五六七八九十两兩]+(?:角|毛|分|秒|个月|個月|厘米)")
_HOURS = 24
_BUILDINGS = frozenset("栋棟幢")


def _is_part(stated: StatedFigure) -> bool:
    """Tell whether the figure alone says little: the 五角 of 一元五角, the “8” of a dance, 6栋, 24小时."""
    text, source = stated.sentence.text, stated.source.text
    before, behind = text[: stated.start], text[stated.end : stated.end + 1]
    is_rest = stated.measure in _LESSER and before.endswith(_LESSER[stated.measure])
    is_head = bool(_REST.match(text, stated.end))
    is_quoted = before.endswith(("“", "「", "‘", "『")) and behind in ("”", "」", "’", "』")
    is_building = stated.measure in _BUILDINGS and stated.quantity.text.isdigit()
    is_named = (is_building and source.count(stated.words) > 1) or (stated.measure == "床" and behind == "的")
    is_day = stated.measure in ("小时", "小時") and stated.quantity.value == _HOURS
    return is_rest or is_head or is_quoted or is_named or is_day


#: 三场两胜, 五局三胜: the one figure tells the other.
_SETS = re.compile("[三五七]([场場局])[两兩三四][胜勝]")
_LIST = re.compile(r"[^，。；：！？“”、]+(?:、[^，。；：！？“”、]+)+")


def _is_counted_out(stated: StatedFigure) -> bool:
    """Tell whether the sentence lists as many things as the figure says: 内科、儿科和中医科 are three.

    Listed are also what stands in quotation marks, and clauses behind a colon.
    """
    behind = stated.sentence.text.partition("：")[2].rstrip("。！？”")
    quotations = len(set(re.findall(r"“[^”]+”", stated.sentence.text)))
    if stated.quantity.value in (quotations, len(re.split("[，；]", behind)) if behind else 0):
        return True
    for listed in _LIST.finditer(stated.sentence.text):
        names = listed[0].count("、") + 1 + len(re.findall(r"、[^、]+[和与及][^、]+$", listed[0]))
        if names == stated.quantity.value:
            return True
    return False


def _gap(
    stated: StatedFigure, item: Item, figures: list[StatedFigure], rng: random.Random
) -> Iterator[Question]:
    text = stated.sentence.text
    spans = _same_in_sentence(stated, figures)
    asked = spans.index((stated.start, stated.end))
    stem, stem_en = "根据文章填空：", "Which figure goes in the gap?"
    number = gap_number(text, spans, asked)
    said = f"第（{number}）个空应该填什么？" if number else ""
    if number:
        stem_en = f"Which figure goes in gap ({number})?"
    open_question = Question(
        id=item.id,
        item=item,
        kind="figure gap",
        stem=f"{stem}{gapped(text, spans, asked)}{said}",
        stem_en=stem_en,
        form=AnswerForm.FIGURE,
        key=stated.words,
        proof=stated.proof,
        measure=stated.measure,
        quantity=stated.quantity,
    )
    yield from typed(open_question, AnswerForm.FIGURE, masked_figure(stated.words))
    # The number alone is taken out, so that the words for its bound stand in the sentence.
    spans = [_inner(stated) if span == (stated.start, stated.end) else span for span in spans]
    shown = gapped(text, spans, asked)
    pair = wrong_pair(stated, [other for other in figures if other is not stated], rng, stem=shown)
    if pair is not None:
        yield choice(item, f"{stem}{shown}{said}", stem_en, Option(stated.number), pair, stated.proof, rng,
                     quantity=stated.quantity)  # fmt: skip


def _inner(stated: StatedFigure) -> tuple[int, int]:
    return stated.quantity.start, stated.quantity.start + len(stated.number)


def _same_in_sentence(stated: StatedFigure, figures: list[StatedFigure]) -> list[tuple[int, int]]:
    """Return the spans of the sentence that must be taken out: the figure, and others that would tell it."""
    spans = [
        (other.start, other.end)
        for other in figures
        if other.sentence.start == stated.sentence.start
        and (other is stated or other.quantity.value == stated.quantity.value)
    ]
    return sorted(set(spans))


def figure_claims(source: Source, _: random.Random) -> Made:
    """State a clause with a figure as the text has it, and with another figure."""
    figures = list(stated_in_text(source))
    for stated, gap_item in source.some(_unwritten(source, figures)):
        if _problem(source, stated):
            continue
        item = Item(gap_item.id.removesuffix("/gap") + "/truth", "truth", source.article.slug)
        wrong = wrong_figure(stated, [o for o in figures if o is not stated], random.Random(stated.words))
        spans = [(stated.start, stated.end)]
        clause = gapped(stated.sentence.text, spans, 0)
        if clause.startswith("……") and clause.endswith("……"):
            clause = clause.strip("…").rstrip("，；：、")
        if wrong is None or stated.quantity.text in clause:
            yield Refusal(item.id, "No wrong figure is plausible beside it, or its sentence tells it twice.")
            continue
        shown, option = wrong
        why = f"文中写的是“{stated.words}”。"
        for words, mistake in ((stated.words, None), (shown, option.mistake)):
            claim = quoted(clause.replace(GAP, words, 1))
            yield claim_question(item, claim, f"The article says: {claim}", mistake, stated.proof, why)


def date_gaps(source: Source, rng: random.Random) -> Made:
    """Take each date out of its clause."""
    seen: set[str] = set()
    figures = list(stated_in_text(source))
    told = {stated.quantity.text for stated in figures if stated.quantity.kind in _DATES}
    for stated in figures:
        text = stated.quantity.text
        if stated.quantity.kind not in _DATES or text in seen or _marked(stated):
            continue
        seen.add(text)
        item = Item(f"figure/{source.article.slug}/{text}/date", "date gap", source.article.slug)
        span = (stated.quantity.start, stated.quantity.end)
        shown = gapped(stated.sentence.text, [span], 0)
        problem = _date_problem(source, stated, shown)
        if problem:
            yield Refusal(item.id, problem)
            continue
        wrong = wrong_dates(text, told, rng)
        asked = choice(
            item, f"根据文章填空：{shown}", "Which date goes in the gap?",
            Option(text), wrong, source.proof(stated.sentence, *span), rng,
        )  # fmt: skip
        if len(wrong) == WRONG:
            yield asked
        else:
            yield Refusal(f"{item.id}/choice", "No two other dates could stand for it; it is typed.")
        yield from typed(asked, AnswerForm.TEXT, masked_figure(text), accepts=ways_to_write(text))


def _date_problem(source: Source, stated: StatedFigure, shown: str) -> str:
    text, sentence = stated.quantity.text, stated.sentence.text
    if sentence.count(text) > 1 or text in source.version.title:
        return "The date stands twice in its sentence, or in the title."
    if sentence[stated.quantity.end : stated.quantity.end + 1] in tuple("底初末中上下"):
        return "Only a part of the month is meant."
    if sentence[stated.quantity.end : stated.quantity.end + 1] in tuple("电電讯訊"):
        return "It only says when the news was sent."
    return "Too little stands around the gap." if is_bare(shown) else ""


def _marked(stated: StatedFigure) -> bool:
    start, end = stated.quantity.start, stated.quantity.end
    return any(mark.start <= start and end <= mark.end for mark in stated.sentence.marks)
