from fractions import Fraction

from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.token import Entry, GlossaryEntry
from reader.config import Settings
from reader.tui.gloss import figure_gloss, tone_coloured, word_gloss
from tests.tui.texts import figure, name, word


def entry(word: str, pinyin: str, *senses: str, traditional: str = "", measures=()) -> Entry:
    return Entry(word, traditional or word, (), pinyin, senses, measures)


def test_each_syllable_has_the_colour_of_its_tone():
    assert tone_coloured(word("学校", "xue2 xiao4", "xuéxiào")) == [
        ("xué", "bold $tone-2"),
        ("xiào", "bold $tone-4"),
    ]


def test_the_neutral_tone_has_its_own_colour():
    assert tone_coloured(word("人们", "ren2 men5", "rénmen"))[1] == ("men", "bold $tone-5")


def test_entries_are_numbered_in_the_order_given_with_pinyin_where_it_differs():
    entries = (entry("会", "huì", "can", "will"), entry("会", "kuài", "accounting"))
    lines = str(word_gloss(word("会", "hui4", "huì"), entries)).splitlines()
    assert lines[1:] == ["1 huì can; will", "2 kuài accounting"]


def test_the_traditional_form_shows_where_it_differs():
    assert "項目" in str(
        word_gloss(word("项目", "xiang4 mu4", "xiàngmù"), (entry("项目", "", "x", traditional="項目"),))
    )
    assert str(word_gloss(word("大", "da4", "dà"), (entry("大", "dà", "big"),))).count("大") == 1


def test_the_articles_own_entry_stands_before_the_dictionarys():
    own = GlossaryEntry("泊里镇", "Bólǐ Zhèn", "Poli, a town")
    lines = str(word_gloss(name("泊里镇", "bo2 li3 zhen4", "Bólǐ Zhèn"), (), own)).splitlines()
    assert lines[0].endswith("name")
    assert lines[1] == "▪ Poli, a town  in this article"


def test_a_compound_shows_its_parts():
    parts = (entry("新", "xīn", "new"), entry("能源", "néngyuán", "energy"))
    said = str(word_gloss(word("新能源", "xin1 neng2 yuan2", "xīnnéngyuán"), (), parts=parts))
    assert "= 新 xīn new + 能源 néngyuán energy" in said


def test_a_name_is_not_taken_apart_into_characters():
    parts = (
        entry("泊", "bó", "to anchor"),
        entry("里", "lǐ", "lining"),
        entry("镇", "zhèn", "to press down"),
    )
    said = str(word_gloss(name("泊里镇", "bo2 li3 zhen4", "Bólǐ Zhèn"), (), parts=parts))
    assert "press" not in said
    assert "parts" not in said
    parts = (entry("环境", "huánjìng", "environment"), entry("局", "jú", "office"))
    office = name("环境局", "huan2 jing4 ju2", "Huánjìngjú")
    assert "= 环境" in str(word_gloss(office, (), parts=parts))
    assert "= 环境" not in str(word_gloss(office, (entry("环境局", "Huánjìngjú", "an office"),), parts=parts))


def test_a_level_of_seven_is_seven_to_nine_and_none_is_beyond():
    assert "HSK 7–9" in str(word_gloss(word("集群", "ji2 qun2", "jíqún", level=7), ()))
    assert "beyond HSK" in str(word_gloss(word("集群", "ji2 qun2", "jíqún", level=None), ()))


def test_many_entries_are_cut_with_a_word():
    entries = tuple(entry("的", "de", str(number)) for number in range(12))
    assert "and 4 more entries" in str(word_gloss(word("的", "de5", "de"), entries))


def test_a_figure_says_english_first_and_then_its_digits():
    quantity = Quantity(
        "5000",
        0,
        4,
        Fraction(5000),
        FigureKind.CARDINAL,
        Bound.OVER,
        measure="亩",
        hanzi="五千",
        pinyin="wǔqiān",
    )
    lines = str(figure_gloss(figure("5000", "wǔqiān", quantity), following="余亩")).splitlines()
    assert lines[0] == "5000  wǔqiān   figure"
    assert lines[1].startswith("English")
    assert "a bit more than 5,000 mu" in lines[1]
    assert any(line.startswith("bound") and "余" in line for line in lines)


def test_a_figure_without_a_value_still_shows_its_reading():
    assert str(figure_gloss(figure("几十", "jǐshí"))) == "几十  jǐshí   figure"


def test_a_figure_is_compared_as_the_reader_set_it() -> None:
    quantity = Quantity("7亿", 0, 2, Fraction(700_000_000), FigureKind.CARDINAL, measure="元", unit="元")
    settings = Settings(
        currency="euros", currency_rate=7.0, currency_date="2026-11-24", peg="my town", peg_people=7000
    )
    said = str(figure_gloss(figure("7亿", "qī yì", quantity), following="元", settings=settings))
    assert "100 million euros at the rate of 2026-11-24" in said
    assert "100,000 yuan for each of my town" in said


def test_with_tones_as_numbers_every_pinyin_of_the_popup_has_them():
    entries = (
        entry("会", "huì", "can", measures=(("个", "gè"),)),
        entry("会", "kuài", "to balance an account"),
    )
    parts = (entry("新", "xīn", "new"), entry("能源", "néngyuán", "energy"))
    said = str(word_gloss(word("会会会", "hui4 hui4 hui4", "huìhuìhuì"), entries, parts=parts, numbers=True))
    for pinyin in ("hui4", "kuai4", "ge4", "xin1", "neng2yuan2"):
        assert pinyin in said
    assert not set(said) & set("ìàèīé")


def test_what_is_meant_here_stands_before_entries_that_begin_otherwise():
    entries = (entry("里", "lǐ", "lining", "interior", "inside"),)
    meant = word("里", "li3", "lǐ")._replace(gloss="in; inside")
    assert str(word_gloss(meant, entries)).splitlines()[1:] == [
        "▪ in; inside  here",
        "lining; interior; inside",
    ]
    said = meant._replace(gloss="a lining; interior")
    assert str(word_gloss(said, entries)).splitlines()[1:] == ["lining; interior; inside"]
    mended = str(word_gloss(meant, entries, mended="within")).splitlines()
    assert mended[1] == "▪ within  your own"
    assert not any("here" in line for line in mended)
