"""Repairs as values and as a file: made, undone, merged, read back; one for 学习 holds for 學習, too."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.annotate import Resources, annotate
from reader.chinese.repairs import Repairs, collect, parse_repairs, read_repairs, to_json, write_repairs
from reader.chinese.token import Source
from reader.errors import UsageError

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
HAN = st.text(st.sampled_from("新能源学习发展中国人民長"), min_size=1, max_size=4)


def made() -> Repairs:
    return Repairs().split(["新", "能源"], now=NOW).mend("学习", pinyin="xue2xi2", gloss="to study", now=NOW)


def surfaces(text: str, repairs: Repairs, resources: Resources) -> list[str]:
    return [token.surface for token in annotate(text, repairs=repairs, resources=resources).tokens]


def test_pinyin_typed_in_numbers_is_kept_with_marks() -> None:
    repair = made().get("学习")
    assert repair is not None
    assert (repair.pinyin, repair.gloss) == ("xuéxí", "to study")


def test_undo_brings_back_the_repair_before() -> None:
    twice = made().mend("学习", gloss="learning", now=NOW)
    assert twice.undo() == made()
    assert [repair.text for repair in made().undo().undo()] == []
    assert len(Repairs().undo()) == 0


def test_all_repairs_of_a_stretch_can_be_dropped_at_once() -> None:
    repairs = made().mend("学习", gloss="learning", now=NOW).without("学习")
    assert [repair.text for repair in repairs] == ["新能源"]


def test_a_split_word_that_is_given_a_reading_is_one_word_again() -> None:
    repair = made().mend("新能源", pinyin="xīnnéngyuán", now=NOW).get("新能源")
    assert repair is not None
    assert repair.words == ("新能源",)


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [("学习", "xué"), ("学习", "hello"), ("AI", "ei1ai1"), ("", "xué"), ("学 习", "xuéxí")],
)
def test_what_can_be_no_repair_is_refused_in_a_sentence(text: str, pinyin: str) -> None:
    with pytest.raises(UsageError) as refused:
        Repairs().mend(text, pinyin=pinyin, now=NOW)
    assert str(refused.value).endswith(".")


def test_merging_takes_what_is_new_and_lets_the_newcomer_hold() -> None:
    others = collect([*made().kept, *Repairs().join(["发展", "观"], now=NOW).kept])
    merged = made().merged(others)
    assert [repair.text for repair in merged] == ["新能源", "学习", "发展观"]
    assert merged.merged(others) == merged


@settings(deadline=None)
@given(st.lists(st.tuples(HAN, st.booleans()), max_size=6))
def test_repairs_survive_writing_and_reading(words: list[tuple[str, bool]]) -> None:
    repairs = Repairs()
    for word, is_split in words:
        is_cut = is_split and len(word) > 1
        repairs = repairs.split(list(word), now=NOW) if is_cut else repairs.mend(word, gloss="x", now=NOW)
    read, problems = parse_repairs(to_json(repairs))
    assert (read, problems) == (repairs, [])


def test_the_file_is_read_back_and_is_its_owners_alone(tmp_path: Path) -> None:
    assert len(read_repairs(tmp_path, print)) == 0
    write_repairs(tmp_path, made())
    assert read_repairs(tmp_path, print) == made()
    assert (tmp_path / "repairs.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "told", ["", "{", "{}", "[1]", '[{"text": "学"}]', "[" * 100_000, '[{"text": 1, "words": 2}]']
)
def test_a_damaged_file_is_told_of_and_set_aside_whole(tmp_path: Path, told: str) -> None:
    (tmp_path / "repairs.json").write_text(told, encoding="utf-8")
    sentences: list[str] = []
    assert len(read_repairs(tmp_path, sentences.append)) == 0
    (spare,) = tmp_path.iterdir()
    assert spare.read_text(encoding="utf-8") == told
    assert "can't be read as repairs" in sentences[0]
    assert spare.name in sentences[0]
    write_repairs(tmp_path, made())
    assert read_repairs(tmp_path, sentences.append) == made()
    assert len(sentences) == 1


def test_a_character_is_mended_beside_its_neighbour_and_only_there(resources: Resources) -> None:
    repairs = Repairs().mend_beside(["为", "人民"], "wéi rénmín", now=NOW)
    tokens = annotate("为人民服务，为孩子着想。", repairs=repairs, resources=resources).tokens
    read = [(token.surface, token.pinyin, token.source) for token in tokens]
    assert read[0] == ("为", "wéi", Source.REPAIR)
    assert read[1][:2] == ("人民", "rénmín")
    assert ("为", "wèi") in [one[:2] for one in read]
    assert parse_repairs(to_json(repairs)) == (repairs, [])


def test_one_bad_repair_in_a_list_is_told_of_and_left_out() -> None:
    told = '[{"text": "新能源", "words": ["新", "源"]}, {"text": "学习", "words": ["学", "习"]}]'
    read, problems = parse_repairs(told)
    assert [repair.text for repair in read] == ["学习"]
    assert problems == ["Repair 1 is left out. The words 新 + 源 don't make up 新能源."]


def test_a_repair_holds_in_traditional_text_too(resources: Resources) -> None:
    text = "這個學生學習新能源的歷史。"
    annotated = annotate(text, repairs=made(), resources=resources)
    token = next(token for token in annotated.tokens if token.surface == "學習")
    assert (token.pinyin, token.source, token.gloss) == ("xuéxí", Source.REPAIR, "to study")
    assert "能源" in [token.surface for token in annotated.tokens]
    assert annotated.is_lawful()


def test_a_joined_word_is_one_wherever_it_stands(resources: Resources) -> None:
    repairs = Repairs().join(["发展", "学习"], now=NOW)
    assert surfaces("我们发展学习吧。", repairs, resources) == ["我们", "发展学习", "吧", "。"]


def test_a_word_joined_over_the_end_of_a_split_holds_there(resources: Resources) -> None:
    repairs = Repairs().split(["研究", "生"], now=NOW).join(["生", "命"], now=NOW)
    assert surfaces("研究生命起源。", repairs, resources)[:2] == ["研究", "生命"]
    assert surfaces("他是研究生。", repairs, resources)[-3:-1] == ["研究", "生"]


@settings(deadline=None)
@given(st.text(st.sampled_from("研究生命一个人才的"), max_size=12), st.data())
def test_whatever_is_repaired_the_text_stays_whole(
    resources: Resources, text: str, data: st.DataObject
) -> None:
    repairs = Repairs()
    for _ in range(3):
        stretch = data.draw(st.text(st.sampled_from("研究生命人才"), min_size=2, max_size=4))
        cut = data.draw(st.integers(0, len(stretch) - 1))
        words = [stretch[:cut], stretch[cut:]] if cut else [stretch]
        repairs = repairs.split(words, now=NOW) if cut else repairs.join(words, now=NOW)
    annotated = annotate(text, repairs=repairs, resources=resources)
    assert annotated.text == text
    assert annotated.is_lawful()


def test_nothing_is_repaired_where_nothing_is_said() -> None:
    with pytest.raises(UsageError, match="one by one"):
        Repairs().split(["图书馆"], now=NOW)
    with pytest.raises(UsageError, match="how 好 is read"):
        Repairs().mend("好", now=NOW)
