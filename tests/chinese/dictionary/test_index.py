"""The index: built once, private, rebuilt when the dictionary changes or it is damaged."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary, is_ready, open_dictionary
from reader.chinese.dictionary.index import build_index, index_file, ready_index
from reader.chinese.dictionary.meaning import options
from reader.chinese.dictionary.source import OWN_FILE
from reader.errors import DictionaryError
from reader.paths import Paths

SMALL = """# CC-CEDICT
#! date=2026-01-02T00:00:00Z
中國 中国 [Zhong1 guo2] /China/
貓 猫 [mao1] /cat (CL:隻|只[zhi1])/
甲甲 甲甲 [jia3 jia3] /see 乙乙[yi3 yi3]/
乙乙 乙乙 [yi3 yi3] /variant of 丙丙[bing3 bing3]/
丙丙 丙丙 [bing3 bing3] /see 甲甲[jia3 jia3]/
丁 丁 [ding1] /see 戊[wu4]/
這行壞了
"""


@pytest.fixture
def small(tmp_path: Path) -> Paths:
    data = tmp_path / "data"
    data.mkdir()
    (data / OWN_FILE).write_bytes(gzip.compress(SMALL.encode()))
    return Paths(tmp_path / "config", data, tmp_path / "cache")


def test_the_readers_own_file_wins_and_the_index_is_private(small: Paths) -> None:
    assert not is_ready(small)
    told: list[tuple[int, int]] = []
    dictionary = open_dictionary(small, lambda done, total: told.append((done, total)))
    assert is_ready(small)
    assert told[-1] == (6, 6)
    assert dictionary.entries("猫")[0].measures == (("只", "zhī"),)
    assert dictionary.entries("猫")[0].senses == ("cat",)
    assert dictionary.entries("狗") == ()
    assert stat.S_IMODE(dictionary.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(dictionary.path.parent.stat().st_mode) == 0o700


def test_words_that_point_in_a_circle_say_so_and_end(small: Paths) -> None:
    dictionary = open_dictionary(small)
    entry = dictionary.entries("甲甲")[0]
    assert entry.senses == ("see 乙乙 yǐyǐ", "variant of 丙丙 bǐngbǐng", "see 甲甲 jiǎjiǎ")
    assert options(entry, "", entry.syllables)[0].gloss == "see 乙乙 yǐyǐ"
    assert dictionary.entries("丁")[0].senses == ("see 戊 wù",)


def test_a_changed_dictionary_gets_a_new_index(small: Paths) -> None:
    first = open_dictionary(small)
    file = small.data / OWN_FILE
    file.write_bytes(gzip.compress((SMALL + "狗 狗 [gou3] /dog/\n").encode()))
    second = open_dictionary(small)
    assert second.version != first.version
    assert second.entries("狗")
    assert first.entries("猫"), "who has the old one open goes on reading it"


@pytest.mark.parametrize("harm", ["cut", "empty", "text", "unfinished"])
def test_a_half_built_or_damaged_index_is_built_anew(small: Paths, harm: str) -> None:
    path = open_dictionary(small).path
    whole = path.read_bytes()
    harmed = {
        "cut": whole[: len(whole) // 2],
        "empty": b"",
        "text": b"hello" * 100,
        "unfinished": whole[:68] + b"\0\0\0\0" + whole[72:],
    }
    path.write_bytes(harmed[harm])
    assert not is_ready(small)
    assert open_dictionary(small).entries("猫")


def test_damage_inside_is_noticed_when_read_and_mended(small: Paths) -> None:
    path = open_dictionary(small).path
    whole = bytearray(path.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    path.write_bytes(whole)
    assert open_dictionary(small).entries("猫")[0].pinyin == "māo"


def test_damage_that_cannot_be_mended_is_a_sentence(small: Paths) -> None:
    path = open_dictionary(small).path
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises(DictionaryError, match="is damaged"):
        Dictionary(path).entries("猫")


def test_leavings_of_killed_builds_and_old_indexes_are_swept(small: Paths) -> None:
    folder = open_dictionary(small).path.parent
    left = folder / ".dictionary-1-abc.sqlite.1-2.part"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))
    for number in range(4):
        old = folder / f"dictionary-1-old{number}.sqlite"
        old.write_bytes(b"x")
        os.utime(old, (number + 1, number + 1))
    build_index(small.data / OWN_FILE, folder)
    assert not left.exists()
    assert sorted(path.name for path in folder.iterdir() if "old" in path.name) == [
        "dictionary-1-old3.sqlite"
    ]


def _build(source: str, folder: str) -> None:
    build_index(Path(source), Path(folder))


def test_several_programs_may_build_at_once(small: Paths, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    words = "".join(f"猫{chr(0x4E00 + n)} 猫{chr(0x4E00 + n)} [mao1 a1] /x/\n" for n in range(3000))
    source = small.data / OWN_FILE
    source.write_bytes(gzip.compress((SMALL + words).encode()))
    folder = tmp_path / "shared"
    builders = [context.Process(target=_build, args=(str(source), str(folder))) for _ in range(3)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(30)
    assert [builder.exitcode for builder in builders] == [0, 0, 0]
    assert ready_index(source, folder) == index_file(source, folder)
    assert [path.name for path in folder.iterdir()] == [index_file(source, folder).name]


def test_a_cache_that_cannot_be_written_is_a_sentence(small: Paths) -> None:
    small.cache.write_text("a file where the folder should be")
    with pytest.raises(Exception, match=r"can't be made|can't be written") as caught:
        open_dictionary(small)
    assert "\n" not in str(caught.value)
