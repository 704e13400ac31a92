"""Tone change as it is heard."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.pinyin.sandhi import spoken


def say(line: str) -> str:
    """``你好:ni3,hao3 。`` -> ``ni2 hao3``."""
    words = []
    for word in line.split():
        text, _, syllables = word.partition(":")
        words.append((text, tuple(syllables.split(",")) if syllables else ()))
    return " ".join(syllable for word in spoken(words) for syllable in word)


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("你好:ni3,hao3", "ni2 hao3"),
        ("我:wo3 很:hen3 好:hao3", "wo2 hen2 hao3"),
        ("展览馆:zhan3,lan3,guan3", "zhan2 lan2 guan3"),
        ("我:wo3 ， 你:ni3", "wo3 ni3"),
        ("管理:guan3,li3 水果:shui3,guo3", "guan2 li3 shui2 guo3"),
        ("不是:bu4,shi4", "bu2 shi4"),
        ("不:bu4 好:hao3", "bu4 hao3"),
        ("好:hao3 不:bu4 好:hao3", "hao3 bu5 hao3"),
        ("一个:yi1,ge4", "yi2 ge4"),
        ("一天:yi1,tian1", "yi4 tian1"),
        ("一百:yi1,bai3", "yi4 bai3"),
        ("第一:di4,yi1 天:tian1", "di4 yi1 tian1"),
        ("十一:shi2,yi1 个:ge4", "shi2 yi1 ge4"),
        ("统一:tong3,yi1 计划:ji4,hua4", "tong3 yi1 ji4 hua4"),
        ("看:kan4 一:yi1 看:kan4", "kan4 yi5 kan4"),
        ("医生:yi1,sheng1", "yi1 sheng1"),
    ],
)
def test_tones_change_as_they_are_heard(line: str, heard: str) -> None:
    assert say(line) == heard


@given(st.lists(st.tuples(st.text("一不好看", min_size=1, max_size=3), st.integers(0, 4)), max_size=8))
@settings(max_examples=100, deadline=None)
def test_only_tones_change_and_every_word_keeps_its_length(pairs: list[tuple[str, int]]) -> None:
    readings = {"一": "yi1", "不": "bu4", "好": "hao3", "看": "kan4"}
    words = [(text, tuple(readings[c] for c in text) if tone else ()) for text, tone in pairs]
    for (_, before), after in zip(words, spoken(words), strict=True):
        assert [s[:-1] for s in before] == [s[:-1] for s in after]
