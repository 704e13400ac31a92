"""Words round a mark give the date or period of its fact, 今年 told by the article's date."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reader.articles.article import Fact, Figure
from reader.articles.dates import date_problem

VISITS = Figure(
    Fraction(300), "300", "人次", "exact", "来的人", "visits", "来了多少人次？", "How many?", "2024年春天"
)
DATE = "2024-05-06"


@pytest.mark.parametrize("words", ["2024年春天，来了300人次。", "今年春天，村里办了会。来了300人次。"])
def test_a_period_stands_in_the_words_with_its_year_or_as_this_year(words: str) -> None:
    assert date_problem(words, Fact("visits", figure=VISITS), DATE) == ""


@pytest.mark.parametrize("words", ["来了300人次。", "去年春天，来了300人次。", "今年夏天，来了300人次。"])
def test_a_period_left_out_or_changed_is_a_problem(words: str) -> None:
    assert "2024年春天" in date_problem(words, Fact("visits", figure=VISITS), DATE)


def test_a_date_in_brackets_stands_in_the_words_just_so() -> None:
    fact = Fact("opening", {"when": "late April 2024 (4月下旬)"})
    assert date_problem("今年4月下旬，书店开门。", fact, DATE) == ""
    assert "4月下旬" in date_problem("今年4月中旬，书店开门。", fact, DATE)


def test_a_year_must_be_the_fact_s_where_the_words_name_one() -> None:
    fact = Fact("opening", {"when": "since the start of 2024"})
    assert date_problem("今年以来，书店常常开门。", fact, DATE) == ""
    assert date_problem("书店常常开门。", fact, DATE) == ""
    assert "2023年" in date_problem("去年以来，书店常常开门。", fact, DATE)


def test_without_the_article_s_date_only_years_in_digits_count() -> None:
    fact = Fact("opening", {"when": "2024"})
    assert date_problem("今年，书店开门。", fact, "") == ""
    assert "2022年" in date_problem("2022年，书店开门。", fact, "")


def test_a_fact_without_a_date_has_no_problem() -> None:
    assert date_problem("书店是一位老教师办的。", Fact("founder", {"who": "an old teacher"}), DATE) == ""
