"""Whether each field of a teacher's article is filled, in its language and in the signs that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reader.articles.article import Fact, FactQuestion
from reader.articles.checks.checked import Checked
from reader.articles.versions import BOOK_FILE, FILES, Complaint
from reader.chinese.pinyin.syllable import read_letters, split_pinyin
from reader.text import is_han

_HALF_WIDTH = re.compile(r"(?<=[㐀-鿿])[,;!?]|(?<=[㐀-鿿]):(?!\d)|\"(?=[㐀-鿿])|(?<=[㐀-鿿])\"")
_FULL_WIDTH = {",": "，", ";": "；", "!": "！", "?": "？", ":": "：", '"': "“ ”"}
_MARK_IN_ENGLISH = re.compile(r"\]\s*\([a-z0-9, -]+\)")
_WIDE_MARK = re.compile(r"[［【〔\[]([^］】〕\]]+)[］】〕\]]\s*[（(]([a-z0-9][a-z0-9, -]*)[）)]")
#: Characters that are neutral by themselves, so that their pinyin has no tone mark.
_NEUTRAL = frozenset("的地得了着过吗呢吧啊呀嘛么们子")


def top_filled(checked: Checked) -> Iterator[Complaint]:
    """An article says when and where it comes from, and what to learn first."""
    article = checked.article
    if not article.date and not checked.is_broken("date"):
        yield checked.complain(
            checked.line_of("date ="), "The date is missing; write date = 2024-05-06 above the first table."
        )
    elif article.date and not _is_day(article.date):
        yield checked.complain(checked.line_of("date"), f"There is no day {article.date}; mend the date.")
    for key, value in (("source", article.source), ("section", article.section)):
        if not value:
            line = checked.line_of(key)
            yield checked.complain(line, f'The {key} is missing; write {key} = "…" above the first table.')
    if not article.key_words and not checked.is_broken("key_words"):
        message = 'There are no words to learn first; write key_words = ["…", "…"] above the first table.'
        yield checked.complain(checked.line_of("key_words"), message)
    if article.summary and not _is_english(article.summary):
        yield checked.complain(checked.line_of("summary"), "The summary should be English; write it so.")


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat((words + "-01-01")[:10])
    except ValueError:
        return False
    return True


def files_named(checked: Checked) -> Iterator[Complaint]:
    """A text file in the folder is a version."""
    for path in sorted(checked.path.parent.glob("*.[tT][xX][tT]")):
        if path.name not in {*FILES.values(), BOOK_FILE}:
            message = "This is no version's name; call it hsk3.txt, hsk5.txt or news.txt, or move it away."
            yield Complaint(path, 0, message)


def titles_in_place(checked: Checked) -> Iterator[Complaint]:
    """The Chinese title stands above the English one."""
    for version in checked.article.versions:
        if version.title and version.title_en and not any(map(is_han, version.title)):
            message = (
                "The first title line has no Chinese; put the Chinese title first, its English below it."
            )
            yield checked.in_version(version, 1, message)


def prose_signs(checked: Checked) -> Iterator[Complaint]:
    """Chinese prose has Chinese signs, and marks have plain brackets and stand in it alone."""
    for version in checked.article.versions:
        for sentence in version.sentences:
            if found := _WIDE_MARK.search(sentence.text):
                message = f"Write a mark with plain brackets and no blank: [{found[1]}]({found[2]})."
                yield checked.in_version(version, sentence.line, message)
            elif found := _HALF_WIDTH.search(sentence.text):
                message = f"Behind Chinese the sign is {_FULL_WIDTH[found[0]]} and not {found[0]} ; mend it."
                yield checked.in_version(version, sentence.line, message)
            if _MARK_IN_ENGLISH.search(sentence.translation):
                message = "Marks stand in the Chinese line only; take it out of the English."
                yield checked.in_version(version, sentence.line + 1, message)


def glossary_is_read(checked: Checked) -> Iterator[Complaint]:
    """Glossary pinyin has a syllable, with its tone mark, for each character."""
    for word, entry in checked.article.glossary.items():
        syllables = split_pinyin(entry.pinyin)
        is_right = syllables is not None and _fits(word, syllables)
        if entry.pinyin and not (is_right and _has_tones(word, entry.pinyin)):
            message = f"The pinyin “{entry.pinyin}” doesn't fit {word}; write a syllable with its tone mark"
            yield checked.complain(checked.line_of(f'"{word}"'), f"{message} for each character.")


def _fits(word: str, syllables: tuple[str, ...]) -> bool:
    # 儿 may be drawn into the syllable before it; letters and digits are read as they are.
    return not all(map(is_han, word)) or 0 <= len(word) - len(syllables) <= word.count("儿")


def _has_tones(word: str, pinyin: str) -> bool:
    if not all(map(is_han, word)) or set(word) <= _NEUTRAL:
        return True
    is_marked = any(letter.tone for letter in read_letters(pinyin))
    return is_marked and not any(map(str.isdigit, pinyin))


def fields_filled(checked: Checked) -> Iterator[Complaint]:
    """Stems, subjects and answers are there, Chinese in Chinese and English in English."""
    for fact in checked.article.facts:
        for key, words, problem in _problems(fact):
            line = (words and checked.line_of(words, fact.line)) or checked.line_of(key, fact.line)
            shown = f" “{words}”" if words else ""
            yield checked.complain(line or fact.line, f"The {key}{shown} of {fact.id} {problem}")


def _problems(fact: Fact) -> Iterator[tuple[str, str, str]]:
    figure = fact.figure
    if figure:
        yield from _chinese("stem", figure.stem, "？")
        yield from _english("stem_en", figure.stem_en, "?")
        yield from _chinese("subject", figure.subject)
        yield from _english("subject_en", figure.subject_en)
        if figure.period and not figure.period_en:
            yield "period", figure.period, "has no English; write period_en below it."
    for question in fact.questions:
        yield from _question_problems(question)


def _question_problems(question: FactQuestion) -> Iterator[tuple[str, str, str]]:
    yield from _chinese("stem", question.stem, "？")
    yield from _english("stem_en", question.stem_en, "?")
    yield from _english("answer_en", question.answer_en)
    for option in question.wrong:
        if not option.text or not option.english:
            yield "wrong", option.text or option.english, "lacks its Chinese or its English; write both."
        elif any(map(is_han, option.english)) and not any(map(is_han, option.text)):
            yield "wrong", option.text, 'has its English first; write ["中文", "English"].'
    if not all(question.answers):
        yield "answers", "", "has an empty wording; fill it or take it out."


def _chinese(key: str, words: str, end: str = "") -> Iterator[tuple[str, str, str]]:
    if not words:
        yield key, words, "is empty; write it in Chinese."
    elif not any(map(is_han, words)):
        yield key, words, "has no Chinese; write it in Chinese."
    elif not words.endswith(end):
        yield key, words, f"is no question; end it with {end}."


def _english(key: str, words: str, end: str = "") -> Iterator[tuple[str, str, str]]:
    if not words:
        yield key, words, "is empty; write it in English."
    elif not _is_english(words):
        yield key, words, "is not English; write it in English."
    elif not words.endswith(end):
        yield key, words, f"is no question; end it with {end}"


def _is_english(words: str) -> bool:
    return any(c.isascii() and c.isalnum() for c in words) and 2 * sum(map(is_han, words)) < len(words)


CHECKS = (top_filled, files_named, titles_in_place, prose_signs, fields_filled)
