"""Facts found in a text that carries none: figures with a guess at what they count, dates, names, places.

A guessed subject is right in two to four cases of five, so nothing is asked on it until the reader has
confirmed or mended it (:func:`fact_of`); what is asked at once rests on the very words of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reader.articles.article import Article, Fact, Figure, Sentence, Version
from reader.articles.check import figure_problem
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.forms import plain
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.subject import Subject, guess_subject
from reader.chinese.token import Kind, Token
from reader.text import is_han

#: Sentences -> the words of each with their parts of speech, for better guesses.
TagAll = Callable[[Sequence[str]], Sequence[Sequence[tuple[str, str]]]]

_DATES = (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME)
_ASKABLE = (
    FigureKind.CARDINAL, FigureKind.DECIMAL, FigureKind.PERCENT, FigureKind.FRACTION, FigureKind.MULTIPLE,
)  # fmt: skip
_SHARES = (FigureKind.PERCENT, FigureKind.FRACTION)
_PLACE_ENDS = tuple("省市区县镇乡村街路港山河湖岛湾国州")
_LONGEST_SENTENCE = 2000
#: Units that a thing is rather than has (总投资是270亿元, 道路有13条), and things that are so much.
_IS_UNITS = frozenset(
    """
    元 美元 欧元 港元 平方米 平方公里 公顷 公里 千米 米 厘米 毫米 吨 公斤 克 升 度 ℃ 天 年 个月 小时 分钟 秒
    岁 倍 个百分点 百分点 千瓦时
    """.split()  # noqa: SIM905
)
_IS_THINGS = tuple(
    "额 率 量 值 价 费 长 高 宽 深 重 龄 面积 人数 总数 数量 收入 投资 资金 时间 距离 费用 人口".split()  # noqa: SIM905
)


class Sort(StrEnum):
    """What sort of fact it is."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    PLACE = "place"


class Standing(StrEnum):
    """How sure a fact is.

    CERTAIN is what the text's words say by themselves; GUESSED waits for the reader; STATED carries a fact,
    confirmed or written by hand; DROPPED is not to be asked about again.
    """

    CERTAIN = "certain"
    GUESSED = "guessed"
    STATED = "stated"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One fact: its ``words`` from ``start`` to ``end`` (offsets in the sentence), and what it is about."""

    sort: Sort
    words: str
    sentence: Sentence
    start: int
    end: int
    standing: Standing
    subject: str = ""
    when: str = ""
    quantity: Quantity | None = None
    fact: str = ""

    @property
    def key(self) -> str:
        """What it is remembered by, when the reader drops it."""
        return f"{self.words}@{self.sentence.text}"


def found_facts(
    article: Article,
    version: Version,
    tokens: Iterable[Token] = (),
    dropped: frozenset[str] = frozenset(),
    tag_all: TagAll | None = None,
) -> list[FoundFact]:
    """Return the facts of a version in the order of the text; names need its ``tokens``.

    ``dropped`` are keys of facts that the reader has put aside.
    """
    found = [*_figures(article, version, dropped, tag_all), *_names(version, tokens)]
    return sorted(found, key=lambda fact: (fact.sentence.start + fact.start, fact.sort))


def _figures(
    article: Article, version: Version, dropped: frozenset[str], tag_all: TagAll | None
) -> Iterator[FoundFact]:
    with_figures = [(s, q) for s in version.sentences if (q := tuple(find_figures(s.text)))]
    tagged: Sequence[Sequence[tuple[str, str]]] = [()] * len(with_figures)
    if tag_all is not None:
        tagged = tag_all([s.text if len(s.text) <= _LONGEST_SENTENCE else "" for s, _ in with_figures])
    for (sentence, quantities), words in zip(with_figures, tagged, strict=True):
        for quantity in quantities:
            if found := _figure(article, sentence, quantity, words, dropped):
                yield found


def _figure(
    article: Article,
    sentence: Sentence,
    quantity: Quantity,
    tagged: Sequence[tuple[str, str]],
    dropped: frozenset[str],
) -> FoundFact | None:
    sort = Sort.DATE if quantity.kind in _DATES else Sort.FIGURE
    start, end = extent(quantity, sentence.text)
    words = sentence.text[start:end]
    marked = [m.fact for m in sentence.marks if m.start <= quantity.start and quantity.end <= m.end]
    facts = [fact for name in marked if (fact := article.fact(name)) is not None and fact.figure is not None]
    if facts:
        assert facts[0].figure is not None, "just seen"
        return FoundFact(
            sort, words, sentence, start, end, Standing.STATED, facts[0].figure.subject,
            facts[0].figure.period, quantity, facts[0].id,
        )  # fmt: skip
    guess: Subject | None = None
    if len(sentence.text) <= _LONGEST_SENTENCE:
        guess = guess_subject(sentence.text, quantity, tagged)
    subject, when = (_trimmed(guess.subject), guess.when) if guess else ("", "")
    found = FoundFact(sort, words, sentence, start, end, Standing.GUESSED, subject, when, quantity)
    if found.key in dropped:
        standing = Standing.DROPPED
    elif sort is Sort.DATE or not subject or not can_be_stated(found):
        standing = Standing.CERTAIN
    else:
        standing = Standing.GUESSED
    return FoundFact(sort, words, sentence, start, end, standing, subject, when, quantity)


def _trimmed(subject: str) -> str:
    return subject.strip().removeprefix("的")


def extent(quantity: Quantity, text: str) -> tuple[int, int]:
    """Return where the whole figure begins and ends, with its bound and measure word."""
    start = quantity.span_start if quantity.span_start >= 0 else quantity.start
    end = max(quantity.end, quantity.span_end)
    if quantity.bound is not Bound.EXACT:
        for word in ("以上", "以下", "以内", "左右", "上下"):
            end += len(word) if text.startswith(word, end) else 0
    return min(start, quantity.start), end


def stem_of(found: FoundFact, subject: str = "") -> str:
    """Return the question that a figure would be asked with."""
    return _figure_for(found, subject or found.subject).stem


def can_be_stated(found: FoundFact) -> bool:
    """Tell whether a question could be asked of the figure, once its subject is known."""
    quantity = found.quantity
    if quantity is None or quantity.kind not in _ASKABLE or quantity.value is None:
        return False
    if quantity.bound is Bound.VAGUE or _is_trivial(quantity):
        return False
    figure = _figure_for(found, "某物")
    return not figure_problem(found.sentence.text, found.start, found.end, figure)


def _is_trivial(quantity: Quantity) -> bool:
    written = not any(map(str.isdigit, quantity.text))
    return (
        written and (quantity.value or 0) <= 2 and "分之" not in quantity.text and "成" not in quantity.text
    )


def fact_of(found: FoundFact, subject: str, fact_id: str) -> Fact:
    """Return the fact that a figure states, now that its subject is known."""
    return Fact(fact_id, figure=_figure_for(found, subject))


def fact_values(fact: Fact) -> dict[str, Any]:
    """Return a fact with a figure as the values of its ``[[fact]]`` table."""
    figure = fact.figure
    assert figure is not None, "only figures are confirmed"
    is_whole = figure.value.denominator == 1
    value = figure.value.numerator if is_whole else plain(figure.value)
    values = {
        "id": fact.id, "value": value, "written": figure.written, "measure": figure.measure,
        "qualifier": figure.bound, "subject": figure.subject, "subject_en": figure.subject_en,
        "period": figure.period, "stem": figure.stem, "stem_en": figure.stem_en,
    }  # fmt: skip
    return {key: value for key, value in values.items() if value != "" or key in ("measure", "subject_en")}


def _figure_for(found: FoundFact, subject: str) -> Figure:
    quantity = found.quantity
    assert quantity is not None, "only figures are stated"
    assert quantity.value is not None, "and only those with a value"
    measure = quantity.measure or ""
    if quantity.kind in _SHARES or measure not in found.words:
        measure = ""
    period = found.when if found.when and found.when not in subject else ""
    stem, stem_en = _stem(found, subject, measure, period)
    return Figure(
        quantity.value, quantity.text, measure, str(quantity.bound), subject, subject, stem, stem_en, period
    )


def _stem(found: FoundFact, subject: str, measure: str, period: str) -> tuple[str, str]:
    quantity = found.quantity
    assert quantity is not None, "only figures are stated"
    head = "文章里说，" if not period or quantity.text in period else f"{period}，"
    before = found.sentence.text[max(0, found.start - 4) : found.start]
    share = f"What share or percentage does the text give for “{subject}”?"
    if quantity.kind in _SHARES:
        if quantity.direction:
            way = "增长" if quantity.direction == "up" else "下降"
            return f"{head}{subject}{way}了百分之几？", f"By what share did “{subject}” change, in the text?"
        asked = "占多大的比例" if "占" in before or quantity.kind is FigureKind.FRACTION else "是百分之几"
        return f"{head}{subject}{asked}？", share
    if quantity.kind is FigureKind.MULTIPLE:
        return f"{head}{subject}是多少倍？", f"How many times as much is “{subject}”, in the text?"
    is_so_much = measure in _IS_UNITS or not measure or subject.endswith(_IS_THINGS)
    verb = "是" if is_so_much else "有"
    return f"{head}{subject}{verb}多少{measure}？", f"What figure does the text give for “{subject}”?"


def _names(version: Version, tokens: Iterable[Token]) -> Iterator[FoundFact]:
    """Yield each name where it stands first."""
    seen: set[str] = set()
    sentences = iter(version.sentences)
    sentence = next(sentences, None)
    for token in tokens:
        while sentence is not None and token.start >= sentence.end:
            sentence = next(sentences, None)
        if sentence is None:
            return
        is_new = token.kind is Kind.NAME and token.surface not in seen and token.start >= sentence.start
        if is_new and len(token.surface) > 1 and all(map(is_han, token.surface)):
            seen.add(token.surface)
            start = token.start - sentence.start
            sort = Sort.PLACE if token.surface.endswith(_PLACE_ENDS) else Sort.NAME
            end = start + len(token.surface)
            yield FoundFact(sort, token.surface, sentence, start, end, Standing.CERTAIN)
