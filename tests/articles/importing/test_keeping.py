"""Texts of the reader's own are kept once, change in place, and are deleted with undo."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.articles.article import Mark
from reader.articles.check import check_article
from reader.articles.content import read_article
from reader.articles.importing.draft import Block, Chapter, Draft
from reader.articles.importing.folders import build, put, tidy
from reader.articles.importing.index import Index
from reader.articles.importing.keeping import State
from reader.articles.importing.writing import text_of, versions_of
from reader.articles.library import Library
from reader.articles.versions import read_version, text_line
from reader.errors import ContentError, StorageError, TextError, UsageError
from reader.study.texts import Texts

TEXT = "村里的书店\n\n柳河村的书店去年开门。店里有图书3200余册，孩子们放学以后都来这里看书。\n\n下午5点，人最多。"
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def texts(home: Path) -> Texts:
    return Texts(home, Library([home]), lambda: NOW)


def bring(texts: Texts, text: str, name: str = "") -> tuple[str, State]:
    (kept,) = texts.bring_in_bytes(text.encode(), name).kept
    return kept.slug, kept.state


def test_a_text_is_kept_as_an_article_with_its_original(texts: Texts, home: Path) -> None:
    slug, state = bring(texts, TEXT)
    assert (slug, state) == ("cun-li-de-shu-dian", State.NEW)
    article = read_article(home / slug)
    assert article.title == "村里的书店"
    assert article.versions[0].text.startswith("柳河村的书店去年开门。")
    assert (home / slug / "original.text").read_text(encoding="utf-8") == TEXT
    assert check_article(home / slug).complaints == ()


def test_the_same_text_twice_is_one_article_whatever_its_white_space(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    assert bring(texts, TEXT.replace("\n", "\r\n") + "\n\n") == (slug, State.SAME)
    assert texts.bring_in_bytes(TEXT.encode("gb18030")).kept[0].state is State.SAME
    assert [path.name for path in home.iterdir() if not path.name.startswith(".")] == [slug]


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    assert bring(texts, TEXT.replace("3200余", "3500余")) == (slug, State.CHANGED)
    assert "3500余册" in read_article(home / slug).versions[0].text
    (earlier,) = (home / slug / "earlier").iterdir()
    assert "3200余册" in (earlier / "text.txt").read_text(encoding="utf-8")


def test_other_texts_under_the_same_title_are_other_articles(texts: Texts) -> None:
    bring(texts, "天气\n\n明天晴，最高气温20度，出门不用带伞。")
    slug, state = bring(texts, "天气\n\n后天有大雨，山区可能有危险，请大家小心。")
    assert (slug, state) == ("tian-qi-2", State.NEW)


def test_marks_stay_where_their_sentence_does(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    path = home / slug / "text.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("3200余册", "[3200余册](books)"), encoding="utf-8"
    )
    bring(texts, TEXT.replace("下午5点", "下午6点"))
    marks = [s.marks for s in read_article(home / slug).versions[0].sentences if s.marks]
    assert [mark.fact for (mark,) in marks] == ["books"]


def test_a_deleted_text_comes_back(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    texts.delete(slug)
    assert texts.cards()[0] == {}
    with pytest.raises(UsageError):
        texts.delete(slug)
    assert texts.undo_delete() == slug
    assert list(texts.cards()[0]) == [slug]
    with pytest.raises(UsageError):
        texts.undo_delete()


def test_title_tags_date_source_and_notes_can_be_changed(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    texts.edit(
        slug, title="小书店", tags=["乡村", "书", "书"], date="2026-05-06", source="晚报", notes=[("", "好")]
    )
    assert texts.details(slug) == {
        "title": "小书店", "source": "晚报", "date": "2026-05-06", "tags": ["乡村", "书"], "notes": [("Note", "好")],
    }  # fmt: skip
    assert texts.cards()[0][slug].tags == ("乡村", "书")
    with pytest.raises(UsageError):
        texts.edit(slug, date="yesterday")
    assert read_article(home / slug).notes[0].text == "好"


@pytest.mark.parametrize("slug", ["", ".", "..", "../library", "/etc", "no-such"])
def test_no_slug_reaches_outside_the_library(texts: Texts, slug: str) -> None:
    bring(texts, TEXT)
    with pytest.raises(UsageError):
        texts.delete(slug)


def test_search_finds_titles_tags_and_text_across_sentences(texts: Texts) -> None:
    slug, _ = bring(texts, TEXT)
    texts.edit(slug, tags=["乡村"])
    for words in ("书店", "乡村", "放学以后", "去年开门。店里有", "孩子 5点", "CUN-LI"):
        assert list(texts.search(words)) == [slug], words
    assert list(texts.search("飞机")) == []


def test_what_was_split_by_hand_is_not_split_again(texts: Texts) -> None:
    opened = texts.open_bytes(TEXT.encode())
    blocks = opened.drafts[0].chapters[0].blocks
    halves = tuple(
        Draft(headline=t, chapters=(Chapter("", (b,)),)) for t, b in zip("甲乙", blocks, strict=True)
    )
    slugs = {kept.slug for kept in texts.keep(opened, halves).kept}
    again = texts.bring_in_bytes(TEXT.encode()).kept
    assert {kept.state for kept in again} == {State.SAME}
    assert {kept.slug for kept in again} <= slugs


def test_a_dry_run_keeps_nothing_and_knows_its_own_duplicates(
    texts: Texts, home: Path, tmp_path: Path
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    kept = texts.bring_in(files, dry=True).kept
    assert [k.state for k in kept] == [State.NEW, State.SAME]
    assert not home.exists()


def test_what_fails_is_told_and_the_rest_goes_on(texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in {
        "1.txt": b"\0\1\2" * 90,
        "2.txt": TEXT.encode(),
        "3.epub": b"PK\x03\x04 broken",
    }.items():
        (tmp_path / "in" / name).write_bytes(data)
    done = texts.bring_in([tmp_path / "in"])
    assert [kept.slug for kept in done.kept] == ["cun-li-de-shu-dian"]
    assert [error.split(":")[0] for error in done.errors] == ["1.txt", "3.epub"]


def test_an_import_stops_between_files_and_keeps_what_was_finished(texts: Texts, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(
            f"第{number}天我们去山上看雪。" * 3 + f"很好{number}", encoding="utf-8"
        )
    asked = iter((False, False, True))
    done = texts.bring_in([tmp_path], stop=lambda: next(asked))
    assert done.stopped
    assert len(done.kept) == len(texts.cards()[0]) == 2


def test_links_devices_and_pipes_are_refused(texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "folder").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "link.txt", tmp_path / "folder", tmp_path / "pipe.txt", Path("/dev/zero")):
        done = texts.bring_in([path])
        assert not done.kept
        assert len(done.errors) == 1
    with pytest.raises(TextError):
        texts.open_file(tmp_path / "missing.txt")


def test_lines_of_any_letters_are_read_back_as_they_are() -> None:
    odd = [
        "# 题目",
        "% 注",
        "\\",
        "\\[a](b)",
        "[1] 见[图](x)",
        "plain English.",
        "1。",
        "甲。 乙。",
        "#",
        "(a)",
        "][",
    ]
    draft = Draft("题", chapters=(Chapter("", tuple(Block("body", line) for line in odd)),))
    (version,) = versions_of(draft)
    assert version.text.split("\n") == odd
    found, complaints = read_version(Path("x"), "text", text_of(draft), needs_english=False)
    assert (found.text, complaints) == (version.text, [])
    assert text_line("甲乙丙", (Mark("f", 0, 2),)) == "[甲乙](f)丙"


def test_a_damaged_index_is_made_anew(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    texts.cards()
    for damage in (b"", b"{", b'{"form": 1, "cards": [{}]}', b'{"form": 9}', b"[]", b"\xff\xfe"):
        (home / ".index.json").write_bytes(damage)
        assert list(Index(home).cards()[0]) == [slug]


def test_what_a_killed_run_left_behind_is_taken_up(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, TEXT)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    built = build(home, {"article.toml": b"imported = true"})
    built.rename(home / f".new-{ended.pid}-0")
    (home / slug).rename(home / f".old-{slug}")
    tidy(home)
    assert sorted(path.name for path in home.iterdir() if path.is_dir()) == [slug]


_KILLED = """
import os, sys, threading, time
from pathlib import Path
from datetime import datetime, UTC
from reader.articles.library import Library
from reader.study.texts import Texts
home = Path(sys.argv[1])
threading.Timer(float(sys.argv[2]), lambda: os.kill(os.getpid(), 9)).start()
texts = Texts(home, Library([home]), lambda: datetime.now(UTC))
for turn in range(10**6):
    text = f"村里的书店\\n\\n柳河村的书店去年开门。店里有图书很多，孩子们来看书。\\n\\n第{turn % 7}天，人最多。"
    texts.bring_in_bytes(text.encode())
    texts.bring_in_bytes(f"第{turn}篇\\n\\n今天是第{turn}天，{'好' * (turn % 50)}，我们去了山上看第{turn}场雪。".encode())
"""


def test_a_kill_at_any_moment_leaves_only_whole_articles(home: Path) -> None:
    for pause in (0.35, 0.5, 0.62):
        run = subprocess.run([sys.executable, "-c", _KILLED, str(home), str(pause)], timeout=60, check=False)
        assert run.returncode == -9
        texts = Texts(home, Library([home]), lambda: NOW)
        texts.bring_in_bytes(TEXT.replace("书店", "学校").encode())  # tidies
        for folder in home.iterdir():
            if folder.is_dir() and not folder.name.startswith("."):
                assert read_article(folder).versions
        assert not list(home.glob(".old-*"))
        assert not list(home.glob(".new-*"))


PAGE = "\n\n".join(f"夜校{n}\n本报讯 夜校开课，{n}0人来报名。\n(记者 周一帆)" for n in range(3, 8))


def shown(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir() if not path.name.startswith(".index"))


def test_a_full_disk_leaves_nothing_of_a_page(texts: Texts, home: Path, monkeypatch) -> None:

    def full(paths) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.articles.importing.folders.sync_files", full)
    with pytest.raises(StorageError, match="No space left"):
        texts.bring_in_bytes(PAGE.encode())
    assert shown(home) == []


def test_stopped_while_articles_get_their_names_all_that_was_finished_is_kept(
    texts: Texts, home: Path, monkeypatch
) -> None:
    calls: list[Path] = []

    def stopped_once(folder: Path, target: Path) -> bool:
        calls.append(target)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return put(folder, target)

    monkeypatch.setattr("reader.articles.importing.folders.put", stopped_once)
    monkeypatch.setattr("reader.articles.importing.batch._TOGETHER", 2)
    with pytest.raises(KeyboardInterrupt):
        texts.bring_in_bytes(PAGE.encode())
    assert len(shown(home)) == 5
    assert not [name for name in shown(home) if name.startswith(".")]


def test_a_name_that_another_program_takes_meanwhile_stays_its(texts: Texts, home: Path, monkeypatch) -> None:
    def meanwhile(paths) -> None:
        (home / "cun-li-de-shu-dian").mkdir()

    monkeypatch.setattr("reader.articles.importing.folders.sync_files", meanwhile)
    slug, _ = bring(texts, TEXT)
    assert slug == "cun-li-de-shu-dian-2"
    assert read_article(home / slug).title == "村里的书店"


BOOK = "《渡口》\n\n" + "\n\n".join(
    f"第{n}章 过河\n\n" + f"老魏头把船撑到第{n}个渡口。\n\n" * 9 for n in range(1, 21)
)


def test_a_long_book_tells_how_far_it_is_and_stops_between_chapters(texts: Texts, home: Path) -> None:
    opened = texts.open_bytes(BOOK.encode(), "渡口.txt")
    told: list[tuple[float, int, str]] = []
    stopped = texts.keep(opened, progress=lambda *step: told.append(step), stop=lambda: len(told) > 4)
    assert (stopped.stopped, stopped.kept) == (True, [])
    assert told == [(0, 1, "渡口"), *((number / 60, 1, "渡口") for number in range(4))]
    assert not home.exists() or shown(home) == []
    assert len(texts.keep(opened).kept) == 1


def test_a_book_among_files_moves_the_bar_too(texts: Texts, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2.txt").write_text(BOOK, encoding="utf-8")
    told: list[float] = []
    texts.bring_in([folder], progress=lambda number, *_: told.append(number))
    assert {0, 1} < {*told}
    assert told == sorted(told)
    assert 1.5 in told


def test_of_a_kept_book_each_chapter_is_read_when_it_is_asked_for(texts: Texts, home: Path) -> None:
    slug, _ = bring(texts, BOOK, "渡口.txt")
    late, whole = Library([home]).article(slug), read_article(home / slug)
    assert [(v.level, v.title, v.text, v.sentences) for v in late.versions] == [
        (v.level, v.title, v.text, v.sentences) for v in whole.versions
    ]
    path = home / slug / "book.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("第3个", "[第3个](fact", 1), encoding="utf-8")
    spoilt = Library([home]).article(slug)
    assert spoilt.versions[0].text == whole.versions[0].text
    with pytest.raises(ContentError):
        _ = spoilt.versions[2].text


def test_two_programs_that_bring_in_one_text_at_the_same_instant_keep_it_once(home: Path) -> None:
    first, second = (Texts(home, Library([home]), lambda: NOW) for _ in range(2))
    opened = [texts.open_bytes(TEXT.encode()) for texts in (first, second)]
    batches = [texts.own.batch() for texts in (first, second)]
    kept = [
        batch.keep(one.drafts, one.origin, NOW.isoformat())
        for batch, one in zip(batches, opened, strict=True)
    ]
    assert [one.state for (one,) in kept] == [State.NEW, State.NEW]
    first.own.flush()
    second.own.flush()
    assert [path.name for path in home.iterdir() if not path.name.startswith(".")] == [kept[0][0].slug]
    assert second.own.kept_elsewhere == {kept[1][0].slug}


def test_a_run_tells_that_another_kept_its_text_meanwhile(
    texts: Texts, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Texts(home, Library([home]), lambda: NOW)
    keep = texts._keep

    def after_another(*args: Any, **more: Any) -> None:
        keep(*args, **more)
        bring(other, TEXT)

    monkeypatch.setattr(texts, "_keep", after_another)
    assert bring(texts, TEXT) == ("cun-li-de-shu-dian", State.SAME)
    assert len([path for path in home.iterdir() if path.is_dir()]) == 1
