"""The index is built in a process of its own."""

from pathlib import Path

from reader.chinese.dictionary import is_ready, open_dictionary
from reader.chinese.dictionary.building import IndexBuild
from reader.chinese.dictionary.source import OWN_FILE
from reader.paths import Paths

LINE = "學校 学校 [xue2 xiao4] /school/CL:所[suo3]/\n"


def paths(folder: Path, text: str = LINE) -> Paths:
    found = Paths(folder / "config", folder / "data", folder / "cache")
    found.data.mkdir(parents=True)
    (found.data / OWN_FILE).write_text(text, encoding="utf-8")
    return found


def test_a_finished_build_is_there_for_whoever_opens_the_dictionary(tmp_path: Path) -> None:
    place, told = paths(tmp_path), []
    IndexBuild(place).wait(lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert is_ready(place)
    assert open_dictionary(place).has("学校")


def test_an_index_that_is_there_is_not_built_again(tmp_path: Path) -> None:
    place, told = paths(tmp_path), []
    open_dictionary(place).close()
    IndexBuild(place).wait(lambda done, total: told.append((done, total)))
    assert told == []


def test_a_build_that_fails_is_left_to_the_one_who_opens(tmp_path: Path) -> None:
    place = paths(tmp_path, "no dictionary\n")
    IndexBuild(place).wait(lambda done, total: None)
    assert not is_ready(place)
