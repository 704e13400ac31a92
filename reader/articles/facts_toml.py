"""A ``[[fact]]`` table of an article.toml -> Fact, with a complaint for whatever is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from reader.articles.article import Fact, FactQuestion, Figure, WrittenOption
from reader.chinese.numbers.quantity import Bound
from reader.text import clean_line

Complain = Callable[[int, str], None]

ASKS = ("who", "what", "where", "when", "why", "how")
_FIGURE_WORDS = ("written", "measure", "qualifier", "subject", "subject_en", "stem", "stem_en")


def read_fact(complain: Complain, table: dict[str, Any], line: int) -> Fact | None:
    """Return the fact, None where it has no id."""
    fact_id = table.get("id")
    if not isinstance(fact_id, str) or not fact_id:
        complain(line, 'This fact has no id in quotes; write id = "short-name" below [[fact]].')
        return None
    about = {key: clean_line(str(table[key])) for key in ASKS if key in table}
    figure = _figure(complain, table, fact_id, line) if "value" in table else None
    asked = table.get("question", [])
    questions = [
        _question(complain, item, fact_id, line) for item in (asked if isinstance(asked, list) else [asked])
    ]
    found = tuple(question for question in questions if question is not None)
    return Fact(fact_id, about, figure, found, line, _superseded(complain, table, fact_id, line))


def _superseded(complain: Complain, table: dict[str, Any], fact_id: str, line: int) -> tuple[str, ...]:
    names = table.get("supersedes", [])
    names = [names] if isinstance(names, str) else names
    if not _is_list(names, str) or not all(len(name.split("/")) == 2 for name in names):
        complain(line, f'What {fact_id} supersedes should be written like "an-older-article/its-fact".')
        return ()
    return tuple(map(clean_line, names))


def _figure(complain: Complain, table: dict[str, Any], fact_id: str, line: int) -> Figure | None:
    missing = [key for key in _FIGURE_WORDS if not isinstance(table.get(key), str)]
    if missing:
        complain(line, f"The fact {fact_id} has a value but no {', '.join(missing)}; write them as words.")
        return None
    value = _value(table["value"])
    if value is None:
        complain(line, f'The value of {fact_id} should be a whole number, or words like "0.185" or "1/3".')
        return None
    if table["qualifier"] not in [bound.value for bound in Bound]:
        complain(line, f"The qualifier of {fact_id} should be one of {', '.join(b.value for b in Bound)}.")
        return None
    words = {key: clean_line(table[key]) for key in _FIGURE_WORDS}
    return Figure(
        value=value,
        written=words["written"],
        measure=words["measure"],
        bound=words["qualifier"],
        subject=words["subject"],
        subject_en=words["subject_en"],
        stem=words["stem"],
        stem_en=words["stem_en"],
        period=clean_line(str(table.get("period", ""))),
        period_en=clean_line(str(table.get("period_en", ""))),
    )


def _value(value: object) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return None


def _question(complain: Complain, table: object, fact_id: str, line: int) -> FactQuestion | None:
    if not isinstance(table, dict):
        complain(line, f"Write each question of {fact_id} as a table that begins [[fact.question]].")
        return None
    words = {key: table.get(key) for key in ("asks", "stem", "stem_en", "answer_en")}
    answers, wrong = table.get("answers"), table.get("wrong", [])
    if (
        not all(isinstance(value, str) for value in words.values())
        or not _is_list(answers, str)
        or not answers
    ):
        complain(line, f"A question of {fact_id} needs asks, stem, stem_en, answers (a list) and answer_en.")
        return None
    if words["asks"] not in ASKS:
        complain(line, f"A question of {fact_id} asks “{words['asks']}”; it can ask {', '.join(ASKS)}.")
        return None
    if not _is_list(wrong, list) or not all(len(pair) == 2 and _is_list(pair, str) for pair in wrong):
        complain(line, f'The wrong answers of {fact_id} should be pairs: [["中文", "English"], …].')
        return None
    asks, stem, stem_en, answer_en = (clean_line(str(words[key])) for key in words)
    options = tuple(WrittenOption(clean_line(zh), clean_line(en)) for zh, en in wrong)
    return FactQuestion(asks, stem, stem_en, tuple(map(clean_line, answers or ())), answer_en, options)


def _is_list(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)
