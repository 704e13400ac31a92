"""annotate, define, dictionary and the script setting, as programs and readers call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.config import Settings, write_settings
from reader.paths import Paths
from tests.cli.conftest import ROOT, Run

KINDS = {"word", "name", "figure", "punctuation", "latin", "space"}
TOKEN_KEYS = ["text", "start", "end", "kind", "syllables", "pinyin", "source", "sure", "level", "gloss"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all: its dictionary is indexed once."""
    return tmp_path_factory.mktemp("language")


def run_bytes(home: Path, data: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        input=data,
        env={**os.environ, "DUBAO_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        timeout=120,
    )


def test_the_json_is_as_promised(dubao: Run) -> None:
    text = "玻璃镇有3部手机。 “好！”\n\n花儿AI很红。"
    told = json.loads(dubao("annotate", "--json", stdin=text).stdout)
    assert list(told) == ["schema", "text", "paragraphs"]
    assert (told["schema"], told["text"]) == (1, text)
    assert len(told["paragraphs"]) == 2
    place = 0
    for paragraph in told["paragraphs"]:
        assert list(paragraph) == ["text", "sentences"]
        for sentence in paragraph["sentences"]:
            assert list(sentence) == ["text", "start", "end", "tokens"]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
            assert not text[place : sentence["start"]].strip()
            place = sentence["start"]
            for token in sentence["tokens"]:
                assert list(token) == TOKEN_KEYS
                assert token["start"] == place
                assert text[place : token["end"]] == token["text"]
                assert token["kind"] in KINDS
                if token["kind"] in ("word", "name"):
                    assert len(token["syllables"]) == len(token["text"])
                place = token["end"]
            assert place == sentence["end"]
    tokens = [t for p in told["paragraphs"] for s in p["sentences"] for t in s["tokens"]]
    figure = next(token for token in tokens if token["kind"] == "figure")
    assert figure["syllables"] == ["san1"]
    assert next(token for token in tokens if token["text"] == "花儿")["syllables"] == ["hua1", "r5"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "好".encode(),
        ("中华人民共和国" * 14_300).encode(),
        "你\x1b[31m好\x1b]52;c;aGk=\x07\u202e吗\u2066".encode(),
        "👨‍👩‍👧‍👦家 日本語のテキスト 한국어 𠮷野家 MixedTEXTабв".encode(),
        b"\xef\xbb\xbf\xe5\xa5\xbd",
    ],
    ids=["nothing", "one character", "no full stop", "orders and bidi", "scripts", "byte order mark"],
)
@pytest.mark.parametrize("form", ["--json", "ruby", "html", "text"])
def test_bad_input_is_annotated_and_no_control_comes_through(home: Path, data: bytes, form: str) -> None:
    if len(data) > 1000 and form != "--json":
        pytest.skip("one form is enough for the long one")
    words = ("annotate", form) if form == "--json" else ("annotate", "--format", form)
    done = run_bytes(home, data, *words)
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert not [c for c in said if (c < " " and c != "\n") or c in "\x7f\x9b\u202e\u2066\ufeff"]


@pytest.mark.parametrize("data", ["好".encode("utf-16"), "中文".encode("gb18030"), b"a\0b"])
def test_what_is_no_text_is_refused_in_a_sentence(home: Path, data: bytes) -> None:
    done = run_bytes(home, data, "annotate")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("dubao: Standard input isn't")
    assert done.stderr.decode().strip().endswith(".")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("银行", "银行"),
        ("yinhang", "银行"),
        ("yin2hang2", "银行"),
        ("yínháng", "银行"),
        ("library", "图书馆"),
        ("圖書館", "图书馆"),
    ],
)
def test_define_looks_up_hanzi_pinyin_and_english(dubao: Run, word: str, first: str) -> None:
    assert dubao("define", word).stdout.startswith(first)


def test_define_says_that_there_is_nothing(dubao: Run) -> None:
    done = dubao("define", "xyzzy")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing for “xyzzy”" in done.stderr


def test_define_writes_tones_as_the_reader_likes_them(dubao: Run, home: Path) -> None:
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('pinyin_style = "numbers"\n', encoding="utf-8")
    try:
        said = dubao("define", "苹果", "--limit", "1").stdout
    finally:
        settings.unlink()
    assert "ping2guo3" in said
    assert "个 ge4" in said


def test_define_wants_a_word(dubao: Run) -> None:
    done = dubao("define", " ")
    assert done.returncode == 2
    assert "Give a word" in done.stderr


def test_a_newer_dictionary_is_taken_and_given_back(dubao: Run, tmp_path: Path) -> None:
    newer = tmp_path / "cedict.txt"
    lines = [f"詞{chr(0x4E00 + n)} 词{chr(0x4E00 + n)} [ci2 xyz5] /made-up word {n}/" for n in range(3)]
    newer.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = dubao("dictionary", "update", str(tmp_path / "none.txt"))
    assert refused.returncode != 0
    assert "can't be read" in refused.stderr
    taken = dubao("dictionary", "update", str(newer))
    assert "Traceback" not in taken.stderr
    assert dubao("dictionary", "reset").returncode == 0
    assert dubao("define", "银行").stdout.startswith("银行")


def test_show_turns_the_text_and_keeps_names(dubao: Run, home: Path) -> None:
    assert "泊里镇" in dubao("show", "poli-satellite-town", "--version", "3").stdout
    config = Paths(home / "config", home / "data", home / "cache").settings_file
    write_settings(config, Settings(script="traditional"))
    try:
        shown = dubao("show", "poli-satellite-town", "--version", "3").stdout
        assert "泊里鎮" in shown
        assert "泊裡" not in shown
        assert shown.startswith("泊里鎮")
        assert "負責人" in shown
    finally:
        config.unlink()
