"""Repairs on the desk: they hold in texts opened before and after, in another desk, and can be undone."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese import cache
from reader.chinese.dictionary.source import dictionary_file
from reader.chinese.dictionary.update import forget_update, update_dictionary
from reader.chinese.token import Source
from reader.config import Settings
from reader.errors import TextError
from reader.paths import Paths
from reader.study import Study
from reader.study.repairing import splits

TEXT = "他在学习图书馆技术。"
LONGER = "图书馆的故事\n\n" + "我们的图书馆在学校旁边，里面有很多书。\n\n" * 3


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    folder = tmp_path_factory.mktemp("home")
    return Paths(folder / "config", folder / "data", folder / "cache")


@pytest.fixture
def study(home: Paths) -> Iterator[Study]:
    opened = Study(home, Settings())
    yield opened
    while opened.repairing.undo():
        pass
    opened.close()


def words(study: Study, text: str = TEXT) -> list[str]:
    article = study.open_text(text, "text.txt")
    return [token.surface for token in study.annotated(article, article.versions[0]).tokens]


def test_a_repair_holds_in_texts_opened_before_and_after_and_can_be_undone(study: Study) -> None:
    assert "图书馆" in words(study)
    study.repairing.split(["图书", "馆"])
    assert "图书馆" not in words(study)
    assert "图书馆" not in words(study, "图书馆很重要。")
    undone = study.repairing.undo()
    assert undone is not None
    assert undone.words == ("图书", "馆")
    assert "图书馆" in words(study)


def test_a_repair_holds_on_another_desk_and_one_made_there_holds_here(study: Study, home: Paths) -> None:
    study.repairing.mend("学习", gloss="hit the books")
    other = Study(home, Settings())
    try:
        article = other.open_text(TEXT, "text.txt")
        tokens = other.annotated(article, article.versions[0]).tokens
        assert next(token.gloss for token in tokens if token.surface == "学习") == "hit the books"
        other.repairing.join(["馆", "技术"])
    finally:
        other.close()
    assert "馆技术" in words(study, "馆技术好。")


def test_an_export_taken_elsewhere_gives_the_same_repairs(study: Study, tmp_path: Path) -> None:
    study.repairing.split(["图书", "馆"])
    study.repairing.mend("学习", gloss="hit the books")
    other = Study(Paths(tmp_path / "c", tmp_path / "d", tmp_path / "k"), Settings())
    assert other.repairing.bring_in(study.repairing.export()).added == 2
    assert other.repairing.repairs == study.repairing.repairs
    assert other.repairing.bring_in(study.repairing.export()).added == 0
    with pytest.raises(TextError, match="it is no JSON"):
        other.repairing.bring_in("hello")
    other.close()


def test_a_damaged_file_of_repairs_keeps_no_text_from_opening(study: Study, home: Paths) -> None:
    (home.data / "repairs.json").write_text("[{", encoding="utf-8")
    assert "图书馆" in words(study)
    assert "set aside" in study.notices[0]
    study.repairing.split(["图书", "馆"])
    assert "图书馆" not in words(study)


def test_nothing_to_undo_is_no_error(study: Study) -> None:
    assert study.repairing.undo() is None
    assert study.repairing.undo("学习") is None


def test_ways_to_split_begin_with_dictionary_words() -> None:
    known = {"图", "书", "图书", "馆"}
    assert splits("图书馆", known.__contains__) == [("图书", "馆"), ("图", "书", "馆"), ("图", "书馆")]
    assert splits("学", known.__contains__) == []
    assert len(splits("一二三四五六七八九十一二三四五六七八九十", known.__contains__)) == 7


def test_repairs_survive_an_update_that_annotates_otherwise(
    study: Study, home: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "ANALYSER", "the one before")
    study.repairing.split(["图书", "馆"])
    study.repairing.mend("学习", pinyin="xue2xi4", gloss="hit the books")
    before = words(study)
    monkeypatch.setattr(cache, "ANALYSER", "the one after")
    updated = Study(home, Settings())
    try:
        article = updated.open_text(TEXT, "text.txt")
        version = article.versions[0]
        assert not updated.is_ready(article, version)
        tokens = updated.annotated(article, version).tokens
        assert updated.is_ready(article, version)
    finally:
        updated.close()
    assert [token.surface for token in tokens] == before
    mended = next(token for token in tokens if token.surface == "学习")
    assert (mended.pinyin, mended.gloss, mended.source) == ("xuéxì", "hit the books", Source.REPAIR)


def test_repairs_survive_a_newer_dictionary(study: Study, home: Paths, tmp_path: Path) -> None:
    study.repairing.mend("学习", gloss="hit the books")
    newer = tmp_path / "newer.u8"
    lines = dictionary_file(home.data).read_bytes()
    text = (gzip.decompress(lines) if lines[:2] == b"\x1f\x8b" else lines).decode("utf-8")
    newer.write_text(text.replace("/to learn/", "/to take in/", 1), encoding="utf-8")
    words(study)
    try:
        update_dictionary(newer, home)
        updated = Study(home, Settings())
        article = updated.open_text(TEXT, "text.txt")
        tokens = updated.annotated(article, article.versions[0]).tokens
        updated.close()
    finally:
        forget_update(home)
    assert next(token.gloss for token in tokens if token.surface == "学习") == "hit the books"


def test_a_repair_holds_in_a_text_that_is_imported_again(study: Study) -> None:
    def imported() -> list[str]:
        (slug,) = (text.slug for text in study.texts.bring_in_bytes(LONGER.encode(), "tushu.txt").kept)
        article = study.article(slug)
        found = [token.surface for token in study.annotated(article, article.versions[0]).tokens]
        study.texts.delete(slug)
        return found

    assert "图书馆" in imported()
    study.repairing.split(["图书", "馆"])
    assert "图书馆" not in imported()
    study.repairing.undo()
    assert "图书馆" in imported()
