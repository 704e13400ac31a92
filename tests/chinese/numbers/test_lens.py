"""The lens on a figure, and the comparison of two written ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reader.chinese.numbers.english import quantity_in_english
from reader.chinese.numbers.find import find_figures
from reader.chinese.numbers.forms import grouped, in_english, in_wan_yi, plain
from reader.chinese.numbers.lens import Lens, Peg, Rate, describe, lens, same, written_out
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.sizes import Way, rounded
from reader.errors import UsageError

K = FigureKind


def figure(text: str, value: str | None, kind: FigureKind = K.CARDINAL, measure: str = "", bound: Bound = Bound.EXACT,
           low: int | None = None, high: int | None = None, direction: str | None = None) -> Quantity:  # fmt: skip
    return Quantity(
        text, 0, len(text), Fraction(value) if value else None, kind, bound,
        Fraction(low) if low is not None else None, Fraction(high) if high is not None else None,
        measure=measure or None, direction=direction,
    )  # fmt: skip


def text_of(shown: Lens, label: str) -> str:
    line = shown.line(label)
    return line.text if line else ""


def test_the_lens_shows_value_groupings_bound_english_reading_and_steps() -> None:
    shown = lens(figure("3000亿", "300000000000", measure="元", bound=Bound.MORE_THAN), "元")
    assert text_of(shown, "value") == "300,000,000,000"
    assert text_of(shown, "groups of four") == "3000|0000|0000"
    assert text_of(shown, "bound").startswith("more than this")
    assert text_of(shown, "English") == "more than 300 billion yuan"
    assert text_of(shown, "reading") == "三千亿  sānqiān yì"
    assert text_of(shown, "step by step") == "3000亿 = 3000 × 100,000,000 = 300,000,000,000"


def test_a_size_comes_with_its_formula() -> None:
    shown = lens(figure("1500", "1500", measure="亩"), "亩")
    sizes = [(line.text, line.formula) for line in shown.lines if line.label == "size"]
    assert sizes[0] == ("= 100 hectares", "1,500 ÷ 15: 15 亩 are a hectare")
    assert sizes[1][0] == "≈ 140.1 football pitches"


def test_yuan_become_another_currency_only_at_a_rate_with_its_date() -> None:
    money = figure("7.1亿", "710000000", measure="元")
    assert lens(money).line("money") is None
    line = lens(money, rate=Rate("US dollars", Fraction(71, 10), "2026-11-24")).line("money")
    assert line is not None
    assert (line.text, line.formula) == (
        "= 100 million US dollars at the rate of 2026-11-24",
        "710,000,000 ÷ 7.1",
    )


def test_people_are_compared_with_a_peg_of_the_readers_own() -> None:
    town = Peg("the people of my town", Fraction(20_000), 2025)
    line = lens(figure("5000", "5000", measure="人"), pegs=(town,)).line("share")
    assert line is not None
    assert line.text == "= 25% of the people of my town (2025), one in 4"
    assert line.formula == "5,000 ÷ 20,000"


def test_the_population_of_china_is_the_peg_by_default_and_has_its_year() -> None:
    assert "the people of China (2024)" in text_of(lens(figure("1亿", "100000000", measure="人")), "share")


@pytest.mark.parametrize(("measure", "value", "said"), [("公里", "27", "≈ 16.78 miles"), ("斤", "30", "= 15 kilograms"),
    ("里", "10", "= 5 kilometres"), ("℃", "25", "= 77 °F"), ("吨", "2", "= 2,000 kilograms"), ("平方米", "7140", "= 1 football pitches")])  # fmt: skip
def test_a_unit_is_turned_into_one_the_reader_knows(measure: str, value: str, said: str) -> None:
    assert text_of(lens(figure(value, value, measure=measure)), "size") == said


@pytest.mark.parametrize(
    ("quantity", "steps"),
    [
        (figure("3亿4500万", "345000000"), "3亿4500万 = 3 × 100,000,000 + 4500 × 10,000 = 345,000,000"),
        (figure("三万零一", "30001"), "三万零一 = 3 × 10,000 + 1 = 30,001"),
        (figure("三万一", "31000"), "三万一 = 3 × 10,000 + 1,000 = 31,000"),
        (figure("18.5%", "37/200", K.PERCENT), "18.5% = 18.5 ÷ 100 = 0.185"),
        (figure("3万余", "30000"), "3万 = 3 × 10,000 = 30,000"),
        (figure("七折", "7/10", K.PERCENT), "七折 pays 70% of the price, 30% off"),
        (figure("1.2万亿", "1200000000000"), "1.2万亿 = 1.2 × 1,000,000,000,000 = 1,200,000,000,000"),
        (figure("137", "137"), ""),
    ],
)
def test_the_steps_lead_from_the_written_scales_to_the_value(quantity: Quantity, steps: str) -> None:
    assert written_out(quantity) == steps


@pytest.mark.parametrize(
    ("quantity", "english"),
    [
        (figure("3000亿", "300000000000", measure="元"), "300 billion yuan"),
        (figure("57.4万", "574000"), "574,000"),
        (figure("5000余", "5000", measure="亩", bound=Bound.OVER), "a bit more than 5,000 mu"),
        (figure("600万", "6000000", measure="元", bound=Bound.UNDER), "less than 6 million yuan"),
        (figure("8000", "8000", measure="元", bound=Bound.NEARLY), "nearly 8,000 yuan"),
        (figure("1亿", "100000000", measure="元", bound=Bound.AT_LEAST), "100 million yuan or more"),
        (figure("1/3", "1/3", K.FRACTION), "1/3"),
        (figure("18.5%", "37/200", K.CHANGE, direction="up"), "up 18.5%"),
        (figure("50万元至60万元", None, K.RANGE, "元", low=500000, high=600000), "500,000 to 600,000 yuan"),
        (figure("2023年", "2023", K.YEAR), "2023"),
        (figure("第3", "3", K.ORDINAL), "3rd"),
        (figure("第11", "11", K.ORDINAL), "11th"),
        (figure("11月28日", None, K.DATE), "28 November"),
        (figure("20:30", None, K.TIME), "20:30"),
        (figure("3:2", None, K.RATIO), "3 to 2"),
        (figure("三比二", None, K.RATIO), "3 to 2"),
        (figure("2.5倍", "5/2", K.MULTIPLE), "2.5 times"),
        (figure("1", "1", measure="公里"), "1 kilometre"),
    ],
)
def test_a_figure_is_said_in_english(quantity: Quantity, english: str) -> None:
    assert quantity_in_english(quantity) == english


def test_so_many_minutes_and_seconds_are_told_in_seconds() -> None:
    (shown,) = describe("2小时15分03秒")
    assert text_of(shown, "value") == "8,103 seconds"
    assert text_of(shown, "English") == "2 hours 15 minutes 3 seconds"


def test_a_vague_number_alone_is_explained() -> None:
    (shown,) = describe("十几")
    assert text_of(shown, "value") == "11 to 19"


def test_years_and_telephone_numbers_have_no_groups() -> None:
    for quantity in (figure("2023年", "2023", K.YEAR), figure("13800138000", "13800138000", K.DIGITS)):
        assert lens(quantity).line("value") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("3000亿", "300 billion"), ("3000亿元", "0.3 trillion yuan"), ("３０００亿", "三千亿"), ("1公里", "1000米"), ("15亩", "1公顷"),
     ("18.5%", "0.185"), ("50-60万", "50万元至60万元"), ("11月28日", "28 Nov"), ("20:30", "8:30 pm"), ("3:2", "3比2"), ("1/3", "三分之一"),
     ("超过3000亿", "more than 300 billion"), ("137", "137个"), ("十几二十", "10-20"), ("十几", "11-19"), ("几百", "200-999"),
     ("5分41秒", "341秒")],
)  # fmt: skip
def test_two_forms_of_one_figure_are_the_same(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3000亿", "3000万"),
        ("超过3000亿", "3000亿"),
        ("1/3", "0.333"),
        ("3000亿元", "3000亿美元"),
        ("50-60万", "50-70万"),
        ("5亩", "5米"),
    ],
)
def test_different_figures_are_not_the_same(one: str, other: str) -> None:
    assert not same(one, other)


def test_what_is_no_figure_can_not_be_compared() -> None:
    with pytest.raises(UsageError, match="can't be read as a figure"):
        same("hello", "3000亿")


def test_values_are_written_exactly() -> None:
    assert plain(Fraction(1, 3)) == "1/3"
    assert plain(Fraction(-37, 200)) == "-0.185"
    assert grouped(Fraction("1234567.25")) == "1,234,567.25"
    assert in_wan_yi(Fraction(574000)) == "57.4万"
    assert in_english(Fraction(1_200_000)) == "1.2 million"
    assert rounded(Fraction(1000, 3)) == "333.3"
    assert rounded(Fraction(1, 47)) == "0.0213"


@pytest.mark.parametrize(
    ("ways", "names"),
    [
        ({Way.METRIC}, ["hectares"]),
        ({Way.IMPERIAL}, ["acres"]),
        ({Way.PICTURES}, ["football pitches"]),
        (set(), []),
    ],
)
def test_the_reader_chooses_which_units_a_figure_is_turned_into(ways: set[Way], names: list[str]) -> None:
    shown = lens(figure("1500", "1500", measure="亩"), "亩", ways=ways)
    assert [
        line.text.partition(" ")[2].partition(" ")[2] for line in shown.lines if line.label == "size"
    ] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5元8角", "5.8元"),
        ("三块五毛钱", "三块五"),
        ("十二元五角五分", "12.55 yuan"),
        ("三〇〇〇亿", "300bn"),
        ("一米八", "1.8米"),
        ("2米31", "2.31米"),
        ("八十有三", "83"),
    ],
)
def test_sums_and_lengths_of_speech_are_one_figure(one: str, other: str) -> None:
    assert same(one, other)


def shown(text: str) -> dict[str, str]:
    """Return the first line of each label of the only figure in ``text``."""
    (one,) = describe(text)
    return {line.label: line.text for line in reversed(one.lines)} | {"figure": one.quantity.text}


@pytest.mark.parametrize(
    ("typed", "figure", "value", "reading"),
    [
        ("半", "半", "0.5", "半  bàn"),
        ("零", "零", "0", "零  líng"),
        ("300000000000", "300000000000", "300,000,000,000", "三千亿  sānqiān yì"),
        ("12345", "12345", "12,345", "一万二千三百四十五  yīwàn èrqiān sānbǎi sìshíwǔ"),
        ("5.7 billion", "57亿", "5,700,000,000", "五十七亿  wǔshíqī yì"),
        ("一百二", "一百二", "120", "一百二  yībǎi èr"),
    ],
)
def test_a_number_typed_alone_is_a_number(typed: str, figure: str, value: str, reading: str) -> None:
    told = shown(typed)
    assert (told["figure"], told["value"], told["reading"]) == (figure, value, reading)


def test_a_telephone_number_typed_alone_is_read_digit_by_digit() -> None:
    assert shown("13800138000")["reading"].startswith("幺三八")
    assert shown("CA1502")["reading"].startswith("幺五零二")


@pytest.mark.parametrize("typed", ["3,00", "1.2.3", "12 34", "1e400", "", "，。"])
def test_what_is_no_number_is_not_taken_for_a_part_of_itself(typed: str) -> None:
    assert describe(typed) == []


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("增长了40%", "up 40%"),
        ("下降三成", "down 30%"),
        ("打七折", "70% of the price"),
        ("打对折", "50% of the price"),
        ("翻两番", "4 times as much"),
        ("增加了三倍", "4 times as much"),
        ("超过半数", "more than half"),
        ("近半", "nearly half"),
        ("减少了1200亩", "down 1,200 mu"),
    ],
)
def test_a_change_is_said_with_its_direction(typed: str, english: str) -> None:
    assert shown(typed)["English"] == english


def test_a_share_in_a_thousand_has_its_steps() -> None:
    assert shown("0.5‰")["step by step"] == "0.5‰ = 0.5 ÷ 1,000 = 0.0005"


def test_a_change_tells_whether_it_goes_up_or_down() -> None:
    (grown,) = find_figures("产量增长了40%")
    (fallen,) = find_figures("成本下降三成")
    assert "up: it grew" in [line.text for line in lens(grown).lines]
    assert "down: it fell" in [line.text for line in lens(fallen).lines]
