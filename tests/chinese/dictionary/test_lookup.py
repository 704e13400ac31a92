"""Looking words up in the real CC-CEDICT."""

from __future__ import annotations

import pytest

from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.meaning import options


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [
        ("的", "de"),
        ("都", "dōu"),
        ("还", "hái"),
        ("好", "hǎo"),
        ("会", "huì"),
        ("只", "zhǐ"),
        ("重", "zhòng"),
        ("后", "hòu"),
        ("东西", "dōngxi"),
    ],
)
def test_the_common_entry_comes_first(dictionary: Dictionary, word: str, pinyin: str) -> None:
    assert dictionary.entries(word)[0].pinyin == pinyin


@pytest.mark.parametrize("word", ["单", "任", "解", "曾", "都", "后"])
def test_surnames_come_last_and_for_a_name_first(dictionary: Dictionary, word: str) -> None:
    assert dictionary.entries(word)[0].syllables[0].islower()
    assert dictionary.entries(word, name=True)[0].syllables[0][0].isupper()


def test_either_script_finds_the_word(dictionary: Dictionary) -> None:
    assert dictionary.entries("发展") == dictionary.entries("發展")
    assert dictionary.entries("發展")[0].traditional == "發展"


def test_a_reading_chooses_among_entries(dictionary: Dictionary) -> None:
    meant = dictionary.meant("长", ("zhang3",))
    assert meant is not None
    assert "to grow" in meant.senses
    assert dictionary.meant("长", ("chang2",)) != meant
    assert dictionary.meant("长", ("xyz1",)) == dictionary.entries("长")[0]
    assert dictionary.meant("qqq", ()) is None


def test_a_variant_is_followed_to_a_real_gloss(dictionary: Dictionary) -> None:
    entry = dictionary.entries("玩意儿")[0]
    assert entry.senses[0] == "erhua variant of 玩意 wányì"
    assert "toy" in entry.senses
    assert "toy" in options(entry, "", entry.syllables)[0].gloss
    assert entry.syllables == ("wan2", "yi4", "r5")
    assert entry.pinyin == "wányìr"


def test_no_sense_shows_the_marks_of_the_file(dictionary: Dictionary) -> None:
    words = ["世界", "光", "偏题", "的", "北大", "了", "西安", "台", "女儿", "A咖", "一会儿"]
    for word in words:
        for entry in dictionary.entries(word):
            for sense in entry.senses:
                assert "[" not in sense, (word, sense)
                assert "|" not in sense, (word, sense)
                assert "CL:" not in sense, (word, sense)


def test_measure_words_are_shown_with_pinyin(dictionary: Dictionary) -> None:
    assert dictionary.entries("世界")[0].measures == (("个", "gè"),)
    assert ("条", "tiáo") in dictionary.entries("狗")[0].measures


def test_a_compound_keeps_its_parts(dictionary: Dictionary) -> None:
    assert dictionary.parts("新能源") == ("新", "能源")
    assert dictionary.parts("图书馆") == ("图书", "馆")
    assert dictionary.parts("人") == ()
    assert "".join(dictionary.parts("泊里镇")) == "泊里镇"


def test_other_words_with_the_character_are_words_with_it(dictionary: Dictionary) -> None:
    found = dictionary.words_with("泊", limit=5)
    assert len(found) == 5
    assert all("泊" in entry.simplified and len(entry.simplified) > 1 for entry in found)


def test_every_gloss_is_short_and_on_one_line(dictionary: Dictionary) -> None:
    for word in sorted(dictionary.headwords())[::400]:
        for entry in dictionary.entries(word):
            gloss = options(entry, "", entry.syllables)[0].gloss if entry.senses else None
            assert gloss is not None
            assert 0 < len(gloss) <= 40, (word, gloss)
            assert gloss.isprintable()


def test_every_entry_of_the_dictionary_has_senses(dictionary: Dictionary) -> None:
    for word in sorted(dictionary.headwords())[7::300]:
        for entry in dictionary.entries(word):
            assert entry.senses, word
            assert all(sense.strip() for sense in entry.senses), word
