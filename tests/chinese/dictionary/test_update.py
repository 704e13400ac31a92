"""Taking a newer dictionary file."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from reader.chinese.dictionary import open_dictionary
from reader.chinese.dictionary.source import OWN_FILE, dictionary_file
from reader.chinese.dictionary.update import Change, describe, forget_update, update_dictionary
from reader.errors import DictionaryError
from reader.paths import Paths

WORDS = [f"字{chr(0x4E00 + n)} 字{chr(0x4E00 + n)} [zi4 a1] /word {n}/" for n in range(1200)]


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


def written(path: Path, lines: list[str], *, packed: bool = False) -> Path:
    data = ("#! date=2026-09-01T00:00:00Z\r\n" + "\r\n".join(lines) + "\r\n").encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_an_update_is_used_at_once_and_tells_what_changed(home: Paths, tmp_path: Path, packed: bool) -> None:
    update_dictionary(written(tmp_path / "one.txt", WORDS, packed=packed), home)
    second = [*WORDS[1:], WORDS[0].replace("word 0", "other"), "新字 新字 [xin1 zi4] /new word/"]
    change = update_dictionary(written(tmp_path / "two.txt", second[1:], packed=packed), home)
    assert (change.entries, change.added, change.removed, change.altered) == (1200, 1, 1, 1)
    assert change.examples == ("新字",)
    assert "新字" in " ".join(change.sentences())
    assert change.date == "2026-09-01"
    assert open_dictionary(home).entries("新字")[0].senses == ("new word",)
    assert "your own file" in describe(home)
    assert forget_update(home)
    assert not forget_update(home)
    assert dictionary_file(home.data).name != OWN_FILE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello\n" * 5000,
        b"\xff\xfe\x00",
        b"\x1f\x8b broken",
        gzip.compress("\n".join(WORDS).encode())[:-20],
        "\n".join(WORDS[:10]).encode(),
        "\n".join([*WORDS, *["nonsense"] * 50]).encode(),
    ],
    ids=["empty", "prose", "binary", "no archive", "archive cut short", "too few words", "much nonsense"],
)
def test_a_file_that_is_no_dictionary_is_refused_and_changes_nothing(
    home: Paths, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "bad"
    file.write_bytes(data)
    with pytest.raises(DictionaryError, match=r"\.$"):
        update_dictionary(file, home)
    assert not (home.data / OWN_FILE).exists()


def test_a_missing_file_is_a_sentence(home: Paths, tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="can't be read"):
        update_dictionary(tmp_path / "none", home)


def test_a_cutting_is_told_from_what_is_no_dictionary(home: Paths, tmp_path: Path) -> None:
    file = tmp_path / "few"
    file.write_text("\n".join(WORDS[:10]), encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"only 10 entries, a whole CC-CEDICT over 100,000"):
        update_dictionary(file, home)


def test_an_older_file_is_taken_and_said_to_be_older() -> None:
    change = Change(1000, 0, 5, 0, "2015-01-01", "2023-11-07", ())
    assert any("older than the one before" in told for told in change.sentences())
    assert not any("older" in told for told in replace(change, date="2024-01-01").sentences())


def test_a_damaged_dictionary_of_the_readers_says_how_to_go_on_and_lets_a_whole_one_in(
    home: Paths, tmp_path: Path
) -> None:
    file = written(tmp_path / "whole", WORDS)
    update_dictionary(file, home)
    own = home.data / OWN_FILE
    own.write_bytes(own.read_bytes()[:-40])
    with pytest.raises(DictionaryError, match="dubao dictionary reset"):
        open_dictionary(home)
    change = update_dictionary(file, home)
    assert change.sentences() == [
        "The dictionary now has 1,200 entries (of 2026-09-01); the one before could not be read."
    ]
    open_dictionary(home).close()
