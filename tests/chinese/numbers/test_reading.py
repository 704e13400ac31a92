"""Figures read aloud: characters, pinyin by orthography, syllables."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.numbers import find_figures
from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.chinese.numbers.measures import CLASSIFIERS, UNITS
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import FigureKind, Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.chinese.numbers.sounds import SOUNDS, mark, pinyin_of, syllables_of

K = FigureKind
DATA = Path(__file__).parents[2] / "data"

# written, kind, what stands behind it, hanzi, pinyin
READINGS = [
    line.split("|")
    for line in """
137|cardinal|个|一百三十七|yībǎi sānshíqī
2|cardinal|家|两|liǎng
2|cardinal|个|两|liǎng
2|cardinal|人|两|liǎng
2|cardinal|个月|两|liǎng
2|cardinal|月|二|èr
2|cardinal|号楼|二|èr
2|cardinal|楼|二|èr
2|cardinal|两|二|èr
2|cardinal||二|èr
第2|ordinal|名|第二|dì-èr
第12|ordinal|届|第十二|dì-shí'èr
第356|ordinal|位|第三百五十六|dì-sānbǎi wǔshíliù
12|cardinal|座|十二|shí'èr
20|cardinal|个|二十|èrshí
22|cardinal|个|二十二|èrshí'èr
200|cardinal|米|二百|èrbǎi
202|cardinal|个|二百零二|èrbǎi líng èr
2000|cardinal|亩|两千|liǎngqiān
2200|cardinal|元|两千二百|liǎngqiān èrbǎi
2002|cardinal|个|两千零二|liǎngqiān líng èr
2020|cardinal|个|两千零二十|liǎngqiān líng èrshí
22200|cardinal|元|两万二千二百|liǎngwàn èrqiān èrbǎi
20000|cardinal|人|两万|liǎngwàn
200000000|cardinal|元|两亿|liǎngyì
220000000|cardinal|元|两亿二千万|liǎngyì èrqiān wàn
10,100|cardinal||一万零一百|yīwàn líng yībǎi
30,001|cardinal||三万零一|sānwàn líng yī
100,010|cardinal||十万零一十|shí wàn líng yīshí
1,234,567|cardinal||一百二十三万四千五百六十七|yībǎi èrshísān wàn sìqiān wǔbǎi liùshíqī
１２３４|cardinal|个|一千二百三十四|yīqiān èrbǎi sānshísì
1 234 567|cardinal||一百二十三万四千五百六十七|yībǎi èrshísān wàn sìqiān wǔbǎi liùshíqī
110|cardinal|个|一百一十|yībǎi yīshí
1010|cardinal|个|一千零一十|yīqiān líng yīshí
1100000|cardinal|元|一百一十万|yībǎi yīshí wàn
900072356|cardinal||九亿零七万二千三百五十六|jiǔyì líng qīwàn èrqiān sānbǎi wǔshíliù
6372684135|cardinal||六十三亿七千二百六十八万四千一百三十五|liùshísān yì qīqiān èrbǎi liùshíbā wàn sìqiān yībǎi sānshíwǔ
0|cardinal|个|零|líng
3000亿|cardinal|元|三千亿|sānqiān yì
221.7亿|cardinal|元|二百二十一点七亿|èrbǎi èrshíyī diǎn qī yì
57.4万|cardinal|元|五十七点四万|wǔshíqī diǎn sì wàn
3.6万|cardinal|吨|三点六万|sān diǎn liù wàn
2.4亿|cardinal|元|二点四亿|èr diǎn sì yì
0.3万亿|cardinal|元|零点三万亿|líng diǎn sān wàn yì
2万|cardinal|元|两万|liǎngwàn
2亿|cardinal|元|两亿|liǎngyì
2千|cardinal|米|两千|liǎngqiān
20万|cardinal|元|二十万|èrshí wàn
200万|cardinal|元|二百万|èrbǎi wàn
2000万|cardinal|元|两千万|liǎngqiān wàn
3亿4500万|cardinal|元|三亿四千五百万|sānyì sìqiān wǔbǎi wàn
3亿500万|cardinal|元|三亿零五百万|sānyì líng wǔbǎi wàn
1万500|cardinal|元|一万零五百|yīwàn líng wǔbǎi
5万8|cardinal|元|五万八|wǔwàn bā
1.2万亿|cardinal|元|一点二万亿|yī diǎn èr wàn yì
2000余|cardinal|亩|两千余|liǎngqiān yú
3万余|cardinal|册|三万余|sānwàn yú
30余万|cardinal|人次|三十余万|sānshí yú wàn
4300多|cardinal|户|四千三百多|sìqiān sānbǎi duō
3.05|decimal||三点零五|sān diǎn líng wǔ
0.5|decimal||零点五|líng diǎn wǔ
12.50|cardinal|元|十二点五零|shí'èr diǎn wǔ líng
3.14|decimal||三点一四|sān diǎn yī sì
1998|year||一九九八|yī jiǔ jiǔ bā
九八|year||九八|jiǔ bā
正月初八|date||正月初八|zhēngyuè chū bā
腊月二十三|date||腊月二十三|làyuè èrshísān
差一刻八点|time||差一刻八点|chà yī kè bā diǎn
-5|cardinal|℃|零下五|língxià wǔ
－3|cardinal|度|零下三|língxià sān
-5℃|cardinal||零下五摄氏度|língxià wǔ shèshìdù
36.5|cardinal|℃|三十六点五|sānshíliù diǎn wǔ
25℃|cardinal||二十五摄氏度|èrshíwǔ shèshìdù
-8℃到-2℃|range||零下八摄氏度到零下二摄氏度|língxià bā shèshìdù dào língxià èr shèshìdù
-12|cardinal||负十二|fù shí'èr
18.5%|percent||百分之十八点五|bǎi fēn zhī shíbā diǎn wǔ
2%|percent||百分之二|bǎi fēn zhī èr
100%|percent||百分之百|bǎi fēn zhī bǎi
-2.5%|percent||负百分之二点五|fù bǎi fēn zhī èr diǎn wǔ
5‰|percent||千分之五|qiān fēn zhī wǔ
10%-20%|range||百分之十到百分之二十|bǎi fēn zhī shí dào bǎi fēn zhī èrshí
10—20%|range||百分之十到百分之二十|bǎi fēn zhī shí dào bǎi fēn zhī èrshí
百分之三点五|percent||百分之三点五|bǎi fēn zhī sān diǎn wǔ
三成五|percent||三成五|sān chéng wǔ
七折|percent||七折|qī zhé
1/3|fraction||三分之一|sān fēn zhī yī
2/3|fraction||三分之二|sān fēn zhī èr
2 1/2|fraction||二又二分之一|èr yòu èr fēn zhī yī
三分之一|fraction||三分之一|sān fēn zhī yī
3:2|ratio||三比二|sān bǐ èr
3∶2|ratio||三比二|sān bǐ èr
3-2|ratio||三比二|sān bǐ èr
1:2:3|ratio||一比二比三|yī bǐ èr bǐ sān
2.5倍|multiple||二点五倍|èr diǎn wǔ bèi
2倍|multiple||两倍|liǎng bèi
翻两番|change||翻两番|fān liǎng fān
50万元至60万元|range|元|五十万元至六十万元|wǔshí wàn yuán zhì liùshí wàn yuán
10—20|range|个|十到二十|shí dào èrshí
2-3|range|个|两到三|liǎng dào sān
1～2|range|天|一到两|yī dào liǎng
3—5万|range|元|三到五万|sān dào wǔwàn
2023年|year||二〇二三年|èr líng èr sān nián
2023|year|年|二〇二三|èr líng èr sān
二〇二三年|year||二〇二三年|èr líng èr sān nián
1980年代|year||一九八〇年代|yī jiǔ bā líng niándài
20世纪80年代|date||二十世纪八十年代|èrshí shìjì bāshí niándài
95年|year||九五年|jiǔ wǔ nián
90后|year||九〇后|jiǔ líng hòu
2021—2025年|year||二〇二一到二〇二五年|èr líng èr yī dào èr líng èr wǔ nián
2021—2023年|range||二〇二一到二〇二三年|èr líng èr yī dào èr líng èr sān nián
10年|cardinal||十年|shí nián
1500年|cardinal||一千五百年|yīqiān wǔbǎi nián
11月28日|date||十一月二十八日|shíyī yuè èrshíbā rì
2月2日|date||二月二日|èr yuè èr rì
2023年11月28日|date||二〇二三年十一月二十八日|èr líng èr sān nián shíyī yuè èrshíbā rì
2023-11-28|date||二〇二三年十一月二十八日|èr líng èr sān nián shíyī yuè èrshíbā rì
2023.11.28|date||二〇二三年十一月二十八日|èr líng èr sān nián shíyī yuè èrshíbā rì
4—16日|date||四到十六日|sì dào shíliù rì
20:30|time||二十点三十分|èrshí diǎn sānshí fēn
9:05|time||九点零五分|jiǔ diǎn líng wǔ fēn
2:00|time||两点|liǎng diǎn
9时30分|time||九时三十分|jiǔ shí sānshí fēn
8点05分|time||八点零五分|bā diǎn líng wǔ fēn
9:00-17:30|time||九点到十七点三十分|jiǔ diǎn dào shíqī diǎn sānshí fēn
13800138000|digits||幺三八零零幺三八零零零|yāo sān bā líng líng yāo sān bā líng líng líng
0532-85912110|digits||零五三二八五九幺二幺幺零|líng wǔ sān èr bā wǔ jiǔ yāo èr yāo yāo líng
CA1234|digits||CA幺二三四|CA yāo èr sān sì
110|digits||幺幺零|yāo yāo líng
302|cardinal|室|三零二|sān líng èr
$300|cardinal||三百美元|sānbǎi měiyuán
¥2万|cardinal||两万元|liǎngwàn yuán
3km|cardinal||三公里|sān gōnglǐ
三五|cardinal|天|三五|sān-wǔ
十七八|cardinal|岁|十七八|shíqī-bā
七八百|cardinal|人|七八百|qī-bābǎi
几十|cardinal|个|几十|jǐshí
十几|cardinal|个|十几|shíjǐ
数百|cardinal|人|数百|shùbǎi
两三万|cardinal|人|两三万|liǎng-sān wàn
一百五|cardinal|元|一百五|yībǎi wǔ
四成|percent||四成|sì chéng
""".strip().splitlines()
]


def figure(text: str, kind: str, measure: str = "") -> Quantity:
    return Quantity(text, 0, len(text), None, FigureKind(kind), measure=measure or None)


@pytest.mark.parametrize(("text", "kind", "behind", "hanzi", "pinyin"), READINGS)
def test_a_figure_is_read_as_it_is_said(text: str, kind: str, behind: str, hanzi: str, pinyin: str) -> None:
    read = read_quantity(figure(text, kind, behind), behind)
    assert (read.hanzi, read.pinyin) == (hanzi, pinyin)


@pytest.mark.parametrize("row", READINGS, ids=lambda row: row[0])
def test_every_sound_of_a_reading_is_in_its_syllables(row: list[str]) -> None:
    read = read_quantity(figure(row[0], row[1], row[2]), row[2])
    assert len(read.syllables) == len(read.hanzi)
    letters = "".join(mark(s) for s in read.syllables)
    assert letters == "".join(c for c in read.pinyin if c.isalpha())


@pytest.mark.parametrize(
    ("text", "behind", "pinyin"),
    [
        ("137", "个", "yìbǎi sānshíqī"),
        ("1", "个", "yí"),
        ("1", "天", "yì"),
        ("1000", "元", "yìqiān"),
        ("10000", "元", "yíwàn"),
        ("1亿", "元", "yíyì"),
        ("11", "个", "shíyī"),
        ("101", "个", "yìbǎi líng yī"),
        ("第1", "名", "dì-yī"),
        ("1.1万", "元", "yī diǎn yī wàn"),
    ],
)
def test_spoken_tones_change_yi_and_nothing_else(text: str, behind: str, pinyin: str) -> None:
    kind = "ordinal" if text.startswith("第") else "cardinal"
    assert read_quantity(figure(text, kind, behind), behind, spoken=True).pinyin == pinyin


def test_a_figure_in_a_text_is_read_without_its_measure_word() -> None:
    read = read_quantity(Quantity("2", 3, 4, Fraction(2), K.CARDINAL, measure="家"), "家企业")
    assert (read.text, read.hanzi, read.syllables) == ("2", "两", ("liang3",))


def test_every_whole_number_to_a_hundred_thousand_goes_to_hanzi_and_back() -> None:
    for number in range(100_001):
        assert parse_numeral(integer_to_hanzi(number)) == number
    for number in range(2, 100_001, 31):
        assert parse_numeral(integer_to_hanzi(number, liang=False)) == number


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**16))
def test_large_numbers_go_to_hanzi_and_back(number: int) -> None:
    assert parse_numeral(integer_to_hanzi(number)) == number


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**16))
def test_digits_are_read_as_the_same_number_in_characters(number: int) -> None:
    read = read_quantity(figure(f"{number:,}", "cardinal"))
    assert read.hanzi == integer_to_hanzi(number)
    assert syllables_of(read.hanzi) == read.syllables


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**16))
def test_no_two_numbers_are_spelled_alike(number: int) -> None:
    assert pinyin_of(integer_to_hanzi(number)) != pinyin_of(integer_to_hanzi(number + 1))


@pytest.mark.parametrize(
    ("syllable", "marked"),
    [("lü4", "lǜ"), ("liu4", "liù"), ("gui4", "guì"), ("dou1", "dōu"), ("ge5", "ge"), ("er4", "èr")],
)
def test_the_tone_mark_stands_on_the_right_vowel(syllable: str, marked: str) -> None:
    assert mark(syllable) == marked


def test_the_table_of_sounds_has_only_syllables() -> None:
    assert all(sound[-1] in "12345" and sound[:-1].isalpha() for sound in SOUNDS.values())
    assert all(len(character) == 1 for character in SOUNDS)


@pytest.mark.parametrize(
    ("text", "hanzi", "pinyin"),
    [
        ("16时00分", "十六时整", "shíliù shí zhěng"),
        ("12时整", "十二时整", "shí'èr shí zhěng"),
        ("1又1/2杯", "一又二分之一", "yī yòu èr fēn zhī yī"),
        ("2½杯", "二又二分之一", "èr yòu èr fēn zhī yī"),
        ("95折", "九五折", "jiǔ wǔ zhé"),
        ("100%", "百分之百", "bǎi fēn zhī bǎi"),
        ("享年八十有三。", "八十有三", "bāshí yǒu sān"),
        ("三块五毛钱", "三块五毛", "sān kuài wǔ máo"),
    ],
)
def test_what_is_found_is_read(text: str, hanzi: str, pinyin: str) -> None:
    (found,) = find_figures(text)
    assert (found.hanzi, found.pinyin) == (hanzi, pinyin)


@pytest.mark.parametrize(("text", "value"), [("1又1/2杯", "3/2"), ("2½杯", "5/2"), ("一又三分之二", "5/3")])
def test_mixed_fractions_are_one_figure(text: str, value: str) -> None:
    (found,) = find_figures(text)
    assert found.value == Fraction(value)


def test_a_span_of_months_names_its_years_digit_by_digit() -> None:
    (found,) = find_figures("2019年3月至2021年8月间")
    assert found.hanzi == "二〇一九年三月至二〇二一年八月"


@pytest.mark.parametrize(
    ("text", "hanzi"),
    [
        ("2005级学生", "二〇〇五"),
        ("12306网站", "幺二三零六"),
        ("投资12306元", "一万二千三百零六"),
        ("登录12306，", "幺二三零六"),
    ],
)
def test_classes_and_hotlines_are_read_digit_by_digit(text: str, hanzi: str) -> None:
    assert [found.hanzi for found in find_figures(text)] == [hanzi]


def _by_hand() -> list[tuple[str, str, str, str]]:
    lines = (DATA / "figures" / "readings.txt").read_text("utf-8").splitlines()
    parts = [[*line.split("|"), ""] for line in lines if line and not line.startswith("#")]
    return [(one[0], one[1], one[2], one[3]) for one in parts]


@pytest.mark.parametrize(("text", "written", "hanzi", "pinyin"), _by_hand())
def test_figures_of_all_kinds_are_read_as_written_down_by_hand(
    text: str, written: str, hanzi: str, pinyin: str
) -> None:
    found = {figure.text: figure for figure in find_figures(text)}
    if not written:
        assert not found
        return
    figure = found[written]
    assert (figure.hanzi, figure.pinyin) == (hanzi, pinyin or figure.pinyin)


def test_every_measure_word_and_unit_inside_a_range_has_a_sound() -> None:
    words = [word for word in (*CLASSIFIERS, *UNITS) if not word.isascii()]
    figures = [figure for word in words for figure in find_figures(f"三{word}至五{word}")]
    silent = {figure.text for figure in figures if any("\u4e00" <= c <= "\u9fff" for c in figure.pinyin)}
    assert not silent
