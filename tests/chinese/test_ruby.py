"""Annotated text as lines with pinyin, as HTML with ruby, as running pinyin, as values: laws and looks."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.chinese.annotate import Resources, annotate
from reader.chinese.as_json import to_json
from reader.chinese.ruby import ruby_lines, spell_out, to_html, to_text
from reader.chinese.token import Kind, Source, Token
from reader.text import clean_text

ODD = st.text(
    st.sampled_from(
        "中国人的花儿。，“”（）3部% abcAI&<>'\"\r\n\t\u3000\ufeff\u0301\u0308eun\U00020bb7\U0001f600\u200dにほ한\x1b\x00"
    ),
    max_size=60,
)


class Page(HTMLParser):
    """Reads a page: its text with and without readings, and whether elements close in the order they open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.problems: list[str] = []
        self.readings = 0
        self.title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            return
        if tag == "rt" and self.open[-1:] != ["ruby"]:
            self.problems.append("rt outside ruby")
        if tag == "p":
            self.paragraphs.append("")
        self.readings += tag == "rt"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.title += data
        if "p" in self.open and "rt" not in self.open:
            self.paragraphs[-1] += data


def read_page(lines: list[str]) -> Page:
    page = Page()
    page.feed("\n".join(lines))
    page.close()
    return page


@settings(deadline=None)
@given(ODD)
def test_the_page_is_valid_and_holds_the_text(resources: Resources, text: str) -> None:
    annotated = annotate(text, resources=resources)
    page = read_page(list(to_html(annotated)))
    assert page.problems == page.open == []
    assert page.title
    assert page.paragraphs == [annotated.text[span.start : span.end] for span in annotated.paragraphs]
    assert page.readings == sum(
        bool(token.pinyin)
        for token in annotated.tokens
        if any(span.start <= token.start < span.end for span in annotated.paragraphs)
    )


@settings(deadline=None)
@given(ODD, st.integers(4, 40))
def test_lines_hold_the_text_in_order_and_fit_the_width(resources: Resources, text: str, width: int) -> None:
    annotated = annotate(text, resources=resources)
    lines = list(ruby_lines(annotated.tokens, width))
    whole = "".join("".join(lines).split())
    place = 0
    for character in "".join(annotated.text.split()):
        if cell_len(character):
            place = whole.index(character, place) + 1
    widest = max((max(cell_len(t.surface), cell_len(t.pinyin) + 1) for t in annotated.tokens), default=0)
    for line in lines:
        assert line == line.rstrip()
        assert cell_len(line) <= max(width, widest + 12)


@settings(deadline=None)
@given(ODD)
def test_starts_and_ends_are_offsets_in_the_text(resources: Resources, text: str) -> None:
    written = "".join(to_json(annotate(text, resources=resources)))
    told = json.loads(written)
    assert json.dumps(told, ensure_ascii=False, indent=1) == written
    whole = told["text"]
    assert whole == clean_text(text)
    place = 0
    for paragraph in told["paragraphs"]:
        for sentence in paragraph["sentences"]:
            assert not whole[place : sentence["start"]].strip()
            assert whole[sentence["start"] : sentence["end"]] == sentence["text"]
            place = sentence["start"]
            for token in sentence["tokens"]:
                assert token["start"] == place
                assert whole[place : token["end"]] == token["text"] != ""
                place = token["end"]
            assert place == sentence["end"]
    assert not whole[place:].strip()


def test_a_guessed_reading_says_so_over_its_word() -> None:
    words = (
        Token("长", 0, Kind.WORD, ("zhang3",), "zhǎng", Source.MODEL, sure=False),
        Token("大", 1, Kind.WORD, ("da4",), "dà"),
    )
    assert list(ruby_lines(words, 40)) == ["zhǎng? dà", "长     大"]


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("他去了KTV，用了APP扫码。", "tā qù le KTV, yòng le APP sǎomǎ."),
        ("“好！”她说。", "“hǎo!” tā shuō."),
        ("公司（A&B）和“C”公司", "gōngsī (A&B) hé “C” gōngsī"),
        ("公司 & 银行", "gōngsī & yínháng"),
        ("他会说한국어和にほんご。", "tā huì shuō 한국어 hé にほんご."),
        ("看<a href='x'>这里</a>", "kàn <a href='x'> zhèlǐ </a>"),
        ("中国,美国", "Zhōngguó, Měiguó"),
        ("你好……再见——", "nǐhǎo…… zàijiàn——"),
        ("《红楼梦》第3章", "“Hónglóu Mèng” dì-sān zhāng"),
        ("use Python 3 here", "use Python 3 here"),
        ("他说: '好', \"走\"吧", "tā shuō: 'hǎo', \"zǒu\" ba"),
        ("公司/银行", "gōngsī/yínháng"),
        ("公司·银行", "gōngsī·yínháng"),
    ],
)
def test_running_pinyin_is_spaced_as_it_is_written(resources: Resources, text: str, pinyin: str) -> None:
    assert spell_out(annotate(text, resources=resources).tokens) == pinyin


def test_letters_of_other_scripts_are_no_chinese_words(resources: Resources) -> None:
    tokens = annotate("한국어\ue000ꀀ豈", resources=resources).tokens
    assert [(token.surface, token.kind) for token in tokens][:1] == [("한국어", Kind.LATIN)]
    assert not any(token.syllables for token in tokens[:-1])


def test_running_pinyin_parts_paragraphs_and_nothing_else(resources: Resources) -> None:
    annotated = annotate("好。来！\n\n走。", resources=resources)
    assert list(to_text(annotated)) == ["好。", "hǎo.", "来！", "lái!", "", "走。", "zǒu."]
