"""Text in, annotated text out."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.chinese.annotate import Resources, annotate
from reader.chinese.repairs import Repair, Repairs
from reader.chinese.token import AnnotatedText, GlossaryEntry, Kind, Source, Token
from reader.text import clean_text, is_han

BAD = {
    "nothing": "",
    "one character": "好",
    "one space": " ",
    "lines alone": "\n\n\r\n",
    "endless": "中华人民共和国" * 3000,
    "endless without sense": "龘" * 5000,
    "endless latin": "a" * 20_000,
    "endless digits": "9" * 5000,
    "lone surrogates": "你\ud800好\udfff吗",
    "NULs": "你\0好\0",
    "escapes": "\x1b[31m红\x1b[0m\x1b]52;c;aGk=\x07色\x9b2J",
    "bidi controls": "他\u202e说\u202c了\u2066话\u2069\u200f。",
    "soft hyphens and joiners": "学\u00ad习\u200b中\ufeff文",
    "emoji family": "👨‍👩‍👧‍👦和🏳️‍🌈很好👍🏽！🇨🇳",
    "Japanese": "私は日本語を勉強しています。カタカナとひらがな！",
    "Korean": "저는 한국어를 공부합니다. 漢字도",
    "beyond the basic plane": "𠮷野家的𪚥和𰻝面，〇一",
    "compatibility ideographs": "\uf900\ufa0e\U0002f800",
    "mixed": "AI芯片iPhone15发布ＡＢＣ，PM2.5达35μg/m³；C919、5G！",
    "combining marks": "e\u0301 m\u0300 a\u20dd 中\u0301 \u0301",
    "variation selectors": "葛\U000e0100城 ☎\ufe0f",
    "Arabic and Thai": "السلام عليكم 你好 สวัสดี नमस्ते",
    "markup": "[/nope][@click=app.quit]点[/] <script>好</script> &amp;",
    "private and unassigned": "\ue000\U000f0000\u0378好",
}


def text_of(resources: Resources, text: str) -> AnnotatedText:
    return annotate(text, resources=resources)


def token_at(annotated: AnnotatedText, surface: str) -> Token:
    return next(token for token in annotated.tokens if token.surface == surface)


def assert_lawful(annotated: AnnotatedText) -> None:
    assert annotated.is_lawful()
    for token in annotated.tokens:
        assert token.surface
        if token.kind in (Kind.WORD, Kind.NAME) and token.source is not Source.NONE:
            assert len(token.syllables) == len(token.surface)
    for spans in (annotated.sentences, annotated.paragraphs):
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(span.start < span.end for span in spans)
    covered = {place for span in annotated.sentences for place in range(span.start, span.end)}
    outside = {place for place in range(len(annotated.text)) if place not in covered}
    assert all(annotated.text[place].isspace() for place in outside)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_is_annotated_lawfully_and_no_control_comes_through(
    resources: Resources, text: str
) -> None:
    annotated = text_of(resources, text)
    assert_lawful(annotated)
    assert annotated.text == clean_text(text)
    for token in annotated.tokens:
        shown = token.surface + token.pinyin + (token.gloss or "")
        assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in shown)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12),
            st.sampled_from(["。", "\n", " ", "3.5%", "二〇二三年", "泊里镇", "“", "”", "——", "👍🏽", "AI"]),
        ),
        max_size=12,
    ).map("".join)
)
def test_the_surfaces_joined_are_the_text(resources: Resources, text: str) -> None:
    assert_lawful(text_of(resources, text))


def test_nearly_all_words_of_the_news_have_an_entry_or_are_names(resources: Resources) -> None:
    news = Path(__file__).parents[1] / "data" / "newspaper-page.txt"
    annotated = text_of(resources, news.read_text(encoding="utf-8"))
    words = [token for token in annotated.tokens if token.kind in (Kind.WORD, Kind.NAME)]
    found = [w for w in words if w.kind is Kind.NAME or resources.dictionary.has(w.surface)]
    assert len(found) / len(words) >= 0.97
    names = sum(1 for word in words if word.kind is Kind.NAME)
    assert names / len(words) < 0.1


def test_a_word_has_reading_level_and_gloss(resources: Resources) -> None:
    annotated = text_of(resources, "他们在学校学习。")
    word = token_at(annotated, "学习")
    assert word.syllables == ("xue2", "xi2")
    assert word.pinyin == "xuéxí"
    assert word.level == 1
    assert word.gloss == "to learn"
    assert word.kind is Kind.WORD
    assert word.source is Source.DICTIONARY


def test_erhua_and_neutral_tones_are_those_of_the_dictionary(resources: Resources) -> None:
    assert token_at(text_of(resources, "这个玩意儿"), "玩意儿").syllables == ("wan2", "yi4", "r5")
    assert token_at(text_of(resources, "我买东西"), "东西").syllables == ("dong1", "xi5")


GLOSSARY = {
    "泊里镇": GlossaryEntry("泊里镇", "Bólǐ Zhèn", "Poli, a town in Qingdao"),
    "泊里": GlossaryEntry("泊里", "Bólǐ", "Poli"),
    "三大集群": GlossaryEntry("三大集群", "sān dà jíqún", "the three clusters"),
    "亿": GlossaryEntry("亿", "yì", "hundred million"),
}


def test_the_glossary_wins_the_longest_word_first(resources: Resources) -> None:
    annotated = annotate("在泊里镇和泊里建三大集群。", glossary=GLOSSARY, resources=resources)
    town = token_at(annotated, "泊里镇")
    assert town.syllables == ("bo2", "li3", "zhen4")
    assert town.pinyin == "Bólǐ Zhèn"
    assert town.kind is Kind.NAME
    assert town.source is Source.GLOSSARY
    assert town.gloss == "Poli, a town in Qingdao"
    assert token_at(annotated, "泊里").gloss == "Poli"
    assert token_at(annotated, "三大集群").pinyin == "sān dà jíqún"


def test_a_glossary_word_inside_a_latin_word_is_left_alone(resources: Resources) -> None:
    glossary = {"AI": GlossaryEntry("AI", "", "artificial intelligence")}
    annotated = annotate("MAIL和AI芯片", glossary=glossary, resources=resources)
    assert [token.surface for token in annotated.tokens] == ["MAIL", "和", "AI", "芯片"]
    assert annotated.tokens[2].gloss == "artificial intelligence"


def test_repairs_win_over_dictionary_and_glossary(resources: Resources) -> None:
    by_text = {
        repair.text: repair
        for repair in (
            Repair("学习", ("学", "习")),
            Repair("好学校", ("好学校",), "hào xuéxiào", "fond of school"),
            Repair("泊里镇", ("泊里", "镇")),
        )
    }
    repairs = Repairs(tuple(by_text.values()), by_text)
    annotated = annotate("学习好学校，泊里镇。", glossary=GLOSSARY, repairs=repairs, resources=resources)
    assert [t.surface for t in annotated.tokens] == ["学", "习", "好学校", "，", "泊里", "镇", "。"]
    mended = annotated.tokens[2]
    assert (mended.syllables[0], mended.gloss, mended.source) == ("hao4", "fond of school", Source.REPAIR)
    assert annotated.tokens[4].gloss == "Poli"


def test_sentences_keep_their_closing_quotes(resources: Resources) -> None:
    annotated = text_of(
        resources, "他问：“好吗？”\n\n  我说好……走了。她笑了！真的？！对\nIt works. Yes it does."
    )
    told = [annotated.text[s.start : s.end] for s in annotated.sentences]
    assert told == [
        "他问：“好吗？”",
        "我说好……走了。",
        "她笑了！",
        "真的？！",
        "对",
        "It works.",
        "Yes it does.",
    ]
    assert len(annotated.paragraphs) == 3


def test_emoji_families_and_dashes_are_one_token(resources: Resources) -> None:
    surfaces = [token.surface for token in text_of(resources, "好👨‍👩‍👧‍👦——C919……").tokens]
    assert surfaces[:3] == ["好", "👨‍👩‍👧‍👦", "——"]
    assert surfaces[-1] == "……"


def test_traditional_text_has_entries_and_levels(resources: Resources) -> None:
    annotated = text_of(resources, "學習漢語")
    assert token_at(annotated, "學習").level == 1


def test_han_characters_without_any_reading_have_empty_syllables(resources: Resources) -> None:
    for token in text_of(resources, "𪚥\U000323a0").tokens:
        assert is_han(token.surface[0])
        assert all(isinstance(syllable, str) for syllable in token.syllables)


def test_each_paragraph_is_cut_by_its_own_script(resources: Resources) -> None:
    text = "他说火车票涨价了。\n因為火車票的價格上漲，乘客們改坐公車。\n大家都这么说。"
    words = [token.surface for token in annotate(text, resources=resources).tokens]
    assert {"因為", "火車票", "價格", "上漲", "乘客", "公車", "这么", "火车票"} <= set(words)
    assert "".join(words) == text
