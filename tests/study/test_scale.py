"""What figures are compared with follows the reader's settings."""

from fractions import Fraction

from reader.chinese.numbers.sizes import ALL_WAYS, CHINA, Peg, Rate, Way
from reader.config import Settings
from reader.study.scale import pegs_of, rate_of, ways_of


def test_without_settings_there_is_china_and_no_currency():
    assert rate_of(Settings()) is None
    assert pegs_of(Settings()) == (CHINA,)
    assert ways_of(Settings()) == ALL_WAYS


def test_a_rate_needs_its_date_and_is_exact():
    assert rate_of(Settings(currency="euros", currency_rate=8.2)) is None
    rated = Settings(currency="euros", currency_rate=8.2, currency_date="2026-11-24")
    assert rate_of(rated) == Rate("euros", Fraction(82, 10), "2026-11-24")


def test_the_readers_own_city_stands_beside_china():
    own = Settings(peg="the people of Leeds", peg_people=822_500, peg_year=2023)
    assert pegs_of(own) == (CHINA, Peg("the people of Leeds", Fraction(822_500), 2023))


def test_one_sort_of_units_or_none():
    assert ways_of(Settings(scale="pictures")) == {Way.PICTURES}
    assert ways_of(Settings(scale="none")) == frozenset()
    assert Settings(scale="huge").problems()
