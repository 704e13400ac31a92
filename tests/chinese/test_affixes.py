"""Words that are built by rule: their parts, their reading and their gloss."""

from __future__ import annotations

import pytest

from reader.chinese.affixes import PREFIXES, SUFFIXES, structure
from reader.chinese.annotate import Resources, annotate
from reader.chinese.called import called_names, dotted_names
from reader.chinese.token import Token


def token(resources: Resources, text: str, surface: str) -> Token:
    return next(token for token in annotate(text, resources=resources).tokens if token.surface == surface)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("新能源", ("新", "能源")),
        ("成交额", ("成交", "额")),
        ("坐不下", ("坐", "不", "下")),
        ("想不起来", ("想", "不", "起来")),
        ("点点头", ("点头",)),
        ("清清楚楚", ("清楚",)),
        ("短短", ("短",)),
        ("一次次", ("一", "次次")),
        ("手把手", ("手", "把", "手")),
        ("学习", None),
        ("泊里镇", None),
    ],
)
def test_a_word_built_by_rule_has_its_parts(
    resources: Resources, word: str, parts: tuple[str, ...] | None
) -> None:
    assert structure(word, resources.dictionary.has) == parts


@pytest.mark.parametrize(
    ("text", "word", "pinyin", "gloss"),
    [
        ("新能源汽车", "新能源", "xīnnéngyuán", "new + energy"),
        ("坐不下这么多人", "坐不下", "zuò bu xià", "cannot sit"),
        ("他够得着", "够得着", None, "to reach"),
        ("孩子睡不着", "睡不着", "shuì bu zháo", "cannot sleep"),
        ("绕不开这条路", "绕不开", "rào bu kāi", None),
        ("他点点头", "点点头", "diǎndiǎntóu", "to nod"),
        ("发行量很大", "发行量", "fāxíngliàng", None),
    ],
)
def test_its_reading_and_gloss_come_from_its_parts(
    resources: Resources, text: str, word: str, pinyin: str | None, gloss: str | None
) -> None:
    found = token(resources, text, word)
    assert pinyin is None or found.pinyin == pinyin
    assert gloss is None or found.gloss == gloss
    assert len(found.syllables) == len(word)


def test_affixes_are_one_character_with_a_meaning() -> None:
    assert all(
        len(affix) == 1 and meaning.strip() == meaning for affix, meaning in {**PREFIXES, **SUFFIXES}.items()
    )
    assert "非" in PREFIXES


def test_a_text_tells_whom_it_calls_what() -> None:
    assert called_names("小雨：\n你好") == {"小雨"}
    assert called_names("给小芳写信，他叫阿强") == {"小芳", "阿强"}
    assert called_names("小雨下了一夜，叫小孩子来") == frozenset()
    assert list(dotted_names("作家马克·吐温的小说")) == [(2, 7)]
    assert list(dotted_names("春·夏·秋·冬")) == []
