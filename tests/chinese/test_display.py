"""A text for the eye: other characters, other tones, the same places."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.chinese.annotate import Resources, annotate
from reader.chinese.display import said, turned
from reader.chinese.script import Script
from reader.chinese.token import AnnotatedText, GlossaryEntry

SIMPLIFIED = "泊里镇的头发店里，皇后在干活，后来她说：“发展得很干净。”"


def text_of(resources: Resources, text: str) -> AnnotatedText:
    glossary = {"泊里镇": GlossaryEntry("泊里镇", "Bólǐ Zhèn", "a town")}
    return annotate(text, glossary=glossary, resources=resources)


def test_a_word_is_turned_by_the_entry_meant_and_a_name_keeps_its_characters(resources: Resources) -> None:
    shown = turned(text_of(resources, SIMPLIFIED), Script(resources.dictionary), "traditional")
    assert shown.text == "泊里鎮的頭髮店裡，皇后在幹活，後來她說：“發展得很乾淨。”"


def test_traditional_text_is_turned_to_simplified(resources: Resources) -> None:
    shown = turned(text_of(resources, "這個學生後來學習歷史。"), Script(resources.dictionary), "simplified")
    assert shown.text == "这个学生后来学习历史。"


def test_a_traditional_paragraph_in_a_simplified_text_is_turned(resources: Resources) -> None:
    long = "他说火车票又涨价了，大家都很着急。" * 20
    shown = turned(
        text_of(resources, f"{long}\n這個學生後來學習歷史。"), Script(resources.dictionary), "simplified"
    )
    assert shown.text == f"{long}\n这个学生后来学习历史。"


@pytest.mark.parametrize("name", ["simplified", "traditional"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("学學发發里裡后後台臺干乾幹么麼只隻面麵 a1，。𠮷の\n"), max_size=40))
def test_tokens_keep_their_places(resources: Resources, name: str, text: str) -> None:
    annotated = text_of(resources, text)
    shown = said(turned(annotated, Script(resources.dictionary), name))  # type: ignore[arg-type]
    assert shown.is_lawful()
    assert [(t.start, t.end, t.kind) for t in shown.tokens] == [
        (t.start, t.end, t.kind) for t in annotated.tokens
    ]
    assert (shown.sentences, shown.paragraphs) == (annotated.sentences, annotated.paragraphs)


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("你好", "níhǎo"),
        ("不对", "bú duì"),
        ("不好", "bùhǎo"),
        ("一起", "yìqǐ"),
        ("西安", "Xī'ān"),
        ("不要，不来", "búyào bù lái"),
        ("第一", "dì-yī"),
    ],
)
def test_tones_are_shown_as_spoken(resources: Resources, text: str, pinyin: str) -> None:
    tokens = said(text_of(resources, text)).tokens
    assert " ".join(token.pinyin for token in tokens if token.pinyin) == pinyin
