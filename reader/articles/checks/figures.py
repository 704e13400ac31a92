"""Whether every figure of the prose, of its English and of article.toml is the one that its fact means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from reader.articles.article import Fact, Figure, Sentence, Version
from reader.articles.checks.checked import FULLEST, Checked, marked_words, marks
from reader.articles.dates import date_problem
from reader.articles.versions import FILES, Complaint
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

#: Figures that are no count of anything a fact could state.
_NO_COUNT = frozenset(
    {FigureKind.THRESHOLD, FigureKind.ORDINAL, FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME}
)
_ENGLISH_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?"
    r"((?:\s*(?:hundred|thousand|million|billion|trillion))*)(\s*(?:%|per ?cent))?",
    re.IGNORECASE,
)
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halves|thirds?|quarters?|"
    r"\w+ths?|double[ds]?|twice|once)\b",
    re.IGNORECASE,
)


def figures_match(checked: Checked) -> Iterator[Complaint]:
    """A mark of a fact with a figure holds that figure, its bound and its measure word."""
    for version, sentence, fact, start, end in _marked_facts(checked):
        problem = figure_problem(sentence.text, start, end, fact.figure) if fact.figure else ""
        if problem:
            words = sentence.text[start:end]
            message = f"The mark “{words}” doesn't match the fact {fact.id}: {problem}"
            yield checked.in_version(version, sentence.line, message)


def _marked_facts(checked: Checked) -> Iterator[tuple[Version, Sentence, Fact, int, int]]:
    for version in checked.article.versions:
        for sentence in version.sentences:
            for mark in sentence.marks:
                fact = checked.article.fact(mark.fact)
                if fact is not None:
                    yield version, sentence, fact, mark.start, mark.end


def figure_problem(sentence: str, start: int, end: int, figure: Figure) -> str:
    """Return why the words from start to end don't state the figure; "" where they do."""
    found = [q for q in find_figures(sentence) if q.start < end and q.end > start]
    found = [q for q in found if q.kind is not FigureKind.THRESHOLD] or found
    if len(found) != 1:
        return f"it holds {len(found)} figures; mark exactly one."
    quantity = found[0]
    if quantity.start < start or quantity.end > end:
        return f"the figure goes beyond it ({quantity.text}); mark the whole figure."
    if quantity.value != figure.value:
        return f"it says {quantity.value}, the fact {figure.value}; mend one of them."
    return _bound_problem(quantity, figure) or _measure_problem(quantity, sentence[start:end], figure)


def _bound_problem(quantity: Quantity, figure: Figure) -> str:
    if quantity.bound is Bound(figure.bound):
        return ""
    return f"its bound is “{quantity.bound}”, the fact's “{figure.bound}”; mend one of them."


def _measure_problem(quantity: Quantity, words: str, figure: Figure) -> str:
    if figure.measure not in words:
        return f"the measure word {figure.measure} is not in it; mark it with the figure."
    read = quantity.measure or figure.measure
    if read != figure.measure and figure.measure in read:  # 人 stands in 人次, which counts otherwise
        return f"its measure word is {read}, the fact's {figure.measure or 'empty'}; mend one of them."
    return ""


def dates_match(checked: Checked) -> Iterator[Complaint]:
    """A mark of a fact with a date or a period stands where the paragraph has said it."""
    article = checked.article
    for version in article.versions:
        for paragraph in version.paragraphs:
            read = ""
            for sentence in paragraph.sentences:
                read += sentence.text
                for mark in sentence.marks:
                    fact = article.fact(mark.fact)
                    problem = date_problem(read, fact, article.date) if fact else ""
                    if problem:
                        words = sentence.text[mark.start : mark.end]
                        message = f"The mark “{words}” doesn't match the fact {mark.fact}: {problem}"
                        yield checked.in_version(version, sentence.line, message)


def figures_marked(checked: Checked) -> Iterator[Complaint]:
    """A version that gives a fact's figure marks it."""
    for version in checked.article.versions:
        marked = {mark.fact for mark in marks(version)}
        unmarked = [fact for fact in checked.article.facts if fact.figure and fact.id not in marked]
        for sentence in version.sentences:
            for fact, words in _stated(sentence, unmarked):
                message = (
                    f"“{words}” states the fact {fact.id} but isn't marked; mark it [{words}]({fact.id})."
                )
                yield checked.in_version(version, sentence.line, message)


def _stated(sentence: Sentence, facts: list[Fact]) -> Iterator[tuple[Fact, str]]:
    for quantity in find_figures(sentence.text) if facts else ():
        is_marked = any(mark.start < quantity.end and mark.end > quantity.start for mark in sentence.marks)
        if quantity.kind in _NO_COUNT or is_marked or not any(map(str.isdigit, quantity.text)):
            continue
        for fact in facts:
            figure = fact.figure
            if figure and quantity.value == figure.value and (quantity.measure or "") == figure.measure:
                yield fact, sentence.text[quantity.span_start : quantity.span_end]


def english_matches(checked: Checked) -> Iterator[Complaint]:
    """The English of a marked figure gives the same figure, where it gives any in digits."""
    for version, sentence, fact, _, _ in _marked_facts(checked):
        if fact.figure and not says_in_english(sentence.translation, fact.figure.value):
            message = (
                f"The English doesn't give the figure of {fact.id}, {_shown(fact.figure.value)}; mend it."
            )
            yield checked.in_version(version, sentence.line + 1, message)


def says_in_english(english: str, value: Fraction) -> bool:
    """Tell whether the English gives the value; numbers in words (``two dozen``) are trusted."""
    rest = _ENGLISH_NUMBER.sub("", english)
    if not re.search(r"\d", english) or _NUMBER_WORD.search(rest):
        return True
    return value in {_value(match) for match in _ENGLISH_NUMBER.finditer(english)}


def _value(match: re.Match[str]) -> Fraction:
    number = Fraction(match[1].replace(",", "") + (match[2] or ""))
    for scale in (match[3] or "").lower().split():
        number *= _SCALES[scale]
    return number / 100 if match[4] else number


def _shown(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):g}"


def written_matches(checked: Checked) -> Iterator[Complaint]:
    """``written`` is the value, as the fullest version prints it."""
    fullest = checked.article.version(FULLEST)
    for fact in checked.article.facts:
        figure = fact.figure
        if figure is None:
            continue
        line = checked.line_of("written", fact.line) or fact.line
        values = {q.value for q in find_figures(figure.written + figure.measure)}
        printed = marked_words(fullest, fact) if fullest else []
        if figure.value not in values:
            message = f"{fact.id} is written “{figure.written}”, but its value is {figure.value}"
            yield checked.complain(line, f"{message}; mend one of them.")
        elif printed and not any(figure.written in words for words in printed):
            message = f"“{figure.written}” stands in no mark of {fact.id} in {FILES[FULLEST]}"
            yield checked.complain(line, f"{message}; write it as it is printed there.")


CHECKS = (figures_match, dates_match, figures_marked, english_matches, written_matches)
