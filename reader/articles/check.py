"""What is wrong with an article that can be read: complaints with file, line and mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.articles.article import Article, Fact, Figure, Mark, Sentence, Version
from reader.articles.content import ARTICLE_FILE, load_article
from reader.articles.dates import date_problem
from reader.articles.versions import BOOK_FILE, FILES, Complaint
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.pinyin.syllable import split_pinyin
from reader.text import is_han

#: The fullest version; it states every fact.
FULLEST = "news"

Check = Callable[["Checked"], Iterator[Complaint]]


@dataclass(frozen=True, slots=True)
class Checked:
    """An article under check, with the raw text of its article.toml to name lines in."""

    article: Article
    path: Path
    toml: str

    def line_of(self, words: str) -> int:
        """Return the number of the first line of article.toml that holds the words, 0 where none does."""
        return next((n for n, line in enumerate(self.toml.split("\n"), 1) if words in line), 0)

    def complain(self, line: int, message: str) -> Complaint:
        """Return a complaint about article.toml."""
        return Complaint(self.path, line, message)

    def in_version(self, version: Version, line: int, message: str) -> Complaint:
        """Return a complaint about a version's file."""
        return Complaint(
            version.path or self.path.parent / FILES.get(version.level, BOOK_FILE), line, message
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: the article where one could be read, and the complaints."""

    article: Article | None
    complaints: tuple[Complaint, ...]

    @property
    def figures(self) -> int:
        """How many figures can be asked: facts with a figure that some version marks."""
        if self.article is None:
            return 0
        marked = {mark.fact for version in self.article.versions for mark in _marks(version)}
        return sum(fact.figure is not None and fact.id in marked for fact in self.article.facts)


def check_article(folder: Path) -> Report:
    """Check one content folder."""
    article, complaints = load_article(folder)
    if article is None:
        return Report(None, tuple(complaints))
    path = folder / ARTICLE_FILE
    checked = Checked(article, path, path.read_text(encoding="utf-8-sig"))
    checks = _CHECKS if _is_whole(article, folder) else _PART_CHECKS
    found = [complaint for check in checks for complaint in check(checked)]
    return Report(article, tuple(sorted({*complaints, *found})))


def _is_whole(article: Article, folder: Path) -> bool:
    read = {FILES.get(version.level, BOOK_FILE) for version in article.versions}
    return all(name in read or not (folder / name).exists() for name in FILES.values())


def _marks(version: Version) -> Iterator[Mark]:
    for sentence in version.sentences:
        yield from sentence.marks


def _known_facts(checked: Checked) -> Iterator[Complaint]:
    known = {fact.id for fact in checked.article.facts}
    for version in checked.article.versions:
        for sentence in version.sentences:
            for mark in sentence.marks:
                if mark.fact not in known:
                    message = f"The mark names the fact {mark.fact}, which article.toml doesn't have."
                    yield checked.in_version(
                        version, sentence.line, f"{message} Mend the id or add the fact."
                    )


def _unique_facts(checked: Checked) -> Iterator[Complaint]:
    seen: set[str] = set()
    for fact in checked.article.facts:
        if fact.id in seen:
            yield checked.complain(fact.line, f"The fact {fact.id} is there twice; rename or join them.")
        seen.add(fact.id)


def _facts_marked(checked: Checked) -> Iterator[Complaint]:
    fullest = checked.article.version(FULLEST)
    versions = [fullest] if fullest else checked.article.versions
    marked = {mark.fact for version in versions for mark in _marks(version)}
    where = f"{FILES[FULLEST]}" if fullest else "any version"
    for fact in checked.article.facts:
        if fact.id not in marked:
            message = f"No words of {where} are marked for the fact {fact.id}; mark them [words]({fact.id})."
            yield checked.complain(fact.line, message)


def _facts_ask(checked: Checked) -> Iterator[Complaint]:
    for fact in checked.article.facts:
        if fact.figure is None and not fact.questions and not checked.article.imported:
            message = f"The fact {fact.id} has neither a figure nor a question; write a [[fact.question]]."
            yield checked.complain(fact.line, message)


def _figures_match(checked: Checked) -> Iterator[Complaint]:
    for version in checked.article.versions:
        for sentence in version.sentences:
            for mark in sentence.marks:
                fact = checked.article.fact(mark.fact)
                if fact is not None and fact.figure is not None:
                    problem = figure_problem(sentence.text, mark.start, mark.end, fact.figure)
                    if problem:
                        words = sentence.text[mark.start : mark.end]
                        message = f"The mark “{words}” doesn't match the fact {fact.id}: {problem}"
                        yield checked.in_version(version, sentence.line, message)


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
        return f"its measure word is {read}, the fact's {figure.measure}; mend one of them."
    return ""


def _dates_match(checked: Checked) -> Iterator[Complaint]:
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


def _figures_kept(checked: Checked) -> Iterator[Complaint]:
    promised, can_be_asked = checked.article.promised_figures, Report(checked.article, ()).figures
    if promised is not None and promised != can_be_asked:
        message = f"{promised} figures are promised, {can_be_asked} can be asked; "
        yield checked.complain(
            checked.line_of("figures ="), message + "put the lost fact back, or mend figures."
        )


def _glossary_occurs(checked: Checked) -> Iterator[Complaint]:
    article = checked.article
    text = "\n".join(f"{v.title}\n{v.text}" for v in article.versions)
    for word, entry in article.glossary.items():
        line = checked.line_of(f'"{word}"')
        if word not in text:
            yield checked.complain(line, f"The glossary word {word} occurs in no version; take it out.")
        if not entry.pinyin or not entry.gloss:
            yield checked.complain(line, f"The glossary word {word} lacks its pinyin or its English.")
    for word in article.key_words:
        if word not in text:
            line = checked.line_of("key_words")
            yield checked.complain(line, f"The key word {word} occurs in no version; take it out.")


def _glossary_is_read(checked: Checked) -> Iterator[Complaint]:
    for word, entry in checked.article.glossary.items():
        syllables = split_pinyin(entry.pinyin)
        if entry.pinyin and (syllables is None or not _fits(word, syllables)):
            message = f"The pinyin “{entry.pinyin}” doesn't fit {word}; write a syllable with its tone mark"
            yield checked.complain(checked.line_of(f'"{word}"'), f"{message} for each character.")


def _fits(word: str, syllables: tuple[str, ...]) -> bool:
    # 儿 may be drawn into the syllable before it; letters and digits are read as they are.
    return not all(map(is_han, word)) or 0 <= len(word) - len(syllables) <= word.count("儿")


def _answers_stand(checked: Checked) -> Iterator[Complaint]:
    for fact in checked.article.facts:
        stated = [words for version in checked.article.versions for words in marked_words(version, fact)]
        for question in fact.questions:
            line = checked.line_of(question.stem) or fact.line
            for answer in question.answers:
                if not any(answer in words for words in stated):
                    message = f"The answer “{answer}” stands in no mark of the fact {fact.id}"
                    yield checked.complain(line, f"{message}; mark the words or mend the answer.")
            for option in question.wrong:
                if option.text in question.answers:
                    yield checked.complain(line, f"The wrong answer “{option.text}” is also a right one.")
            if len({option.text for option in question.wrong}) < len(question.wrong):
                yield checked.complain(line, "A wrong answer is there twice; write another.")
            if len(question.wrong) == 1:
                yield checked.complain(line, "One wrong answer is not enough; write two, or none.")


def marked_words(version: Version, fact: Fact) -> list[str]:
    """Return the words of each of the fact's marks in the version."""
    return [s.text[m.start : m.end] for s in version.sentences for m in s.marks if m.fact == fact.id]


def _stems_keep_quiet(checked: Checked) -> Iterator[Complaint]:
    for fact in checked.article.facts:
        if fact.figure and re.search(rf"(?<!\d){re.escape(fact.figure.written)}(?!\d)", fact.figure.stem):
            line = checked.line_of(fact.figure.stem)
            yield checked.complain(line, f"The stem of {fact.id} gives its figure away; ask for it instead.")
        for question in fact.questions:
            if any(answer in question.stem for answer in question.answers):
                line = checked.line_of(question.stem)
                yield checked.complain(line, f"The stem “{question.stem}” gives its answer away; mend it.")


def _sentences_end(checked: Checked) -> Iterator[Complaint]:
    for version in checked.article.versions:
        for sentence in version.sentences:
            if not checked.article.imported and not _ends(sentence):
                message = "The sentence has no closing mark (。！？ or ” after it); close it."
                yield checked.in_version(version, sentence.line, message)


def _ends(sentence: Sentence) -> bool:
    return sentence.text.rstrip("”’）」』").endswith(tuple("。！？…：；"))


#: What each readable version can be held to, though another is broken.
_PART_CHECKS: tuple[Check, ...] = (
    _known_facts,
    _unique_facts,
    _facts_ask,
    _figures_match,
    _dates_match,
    _glossary_is_read,
    _stems_keep_quiet,
    _sentences_end,
)
#: What asks whether words stand anywhere, which only the whole article can tell.
_CHECKS = (*_PART_CHECKS, _facts_marked, _figures_kept, _glossary_occurs, _answers_stand)
