"""Whether the words round a mark give the date or the period that its fact holds for."""

from __future__ import annotations

import re

from reader.articles.article import Fact

#: Years told from where the writer stands.
_RELATIVE = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}
#: The Chinese wording of a date, in brackets behind its English: "late April 2023 (4月下旬)".
_WORDING = re.compile(r"[(（]([^()（）]*[年月日号旬天季][^()（）]*)[)）]")
_YEAR_TOLD = re.compile(r"(?<!\d)(\d{4})年")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def date_problem(words: str, fact: Fact, date: str) -> str:
    """Return why the words don't give the fact's date or period; "" where they do, or it has none.

    ``words`` are what the reader has read of the paragraph up to the end of the marked sentence;
    ``date`` is the article's (``2023-11-30``), which says what year 今年 is.
    """
    told = _years_spelled_out(words, date)
    wordings = [fact.figure.period] if fact.figure and fact.figure.period else []
    wordings += _WORDING.findall(fact.about.get("when", ""))
    for wording in wordings:
        if wording not in words and wording not in told:
            return f"it holds for {wording}, which the words don't say; mend one of them."
    return "" if wordings else _year_problem(told, fact.about.get("when", ""))


def _years_spelled_out(words: str, date: str) -> str:
    if not date[:4].isdecimal():
        return words
    for word, step in _RELATIVE.items():
        words = words.replace(word, f"{int(date[:4]) + step}年")
    return words


def _year_problem(told: str, when: str) -> str:
    years, named = set(_YEAR.findall(when)), set(_YEAR_TOLD.findall(told))
    if not years or not named or years & named:
        return ""
    return f"it holds for {when}, the words say {'、'.join(sorted(named))}年; mend one of them."
