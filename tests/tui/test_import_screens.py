"""Bringing in texts of one's own on the screen, on a real desk."""

from __future__ import annotations

import re
import threading
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.widgets import Input, OptionList, ProgressBar, Static, TextArea

from reader.articles.library import Library
from reader.config import Settings
from reader.paths import Paths
from reader.study import Study
from reader.tui.app import DubaoApp
from reader.tui.screens.details import DetailsScreen
from reader.tui.screens.facts import FactsScreen
from reader.tui.screens.importing import ImportedScreen, ImportingScreen, ImportScreen, looks_like_path
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.split import SplitScreen
from reader.tui.widgets.shelf import Shelf
from tests.tui.conftest import settle
from tests.tui.test_article_screen import screen_text

PAGE = """新图书馆开门

本报讯 昨天，新图书馆开门了，馆里有书12万册。

市民很高兴。

公园明年扩建

公园明年扩建，面积将达到300亩。
"""


@pytest.fixture
def home(tmp_path):
    return Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def library(home, monkeypatch):
    monkeypatch.setattr("reader.tui.screens.library.PREPARE_AFTER", 1000)
    monkeypatch.setattr(Study, "warm_up", lambda self: None)

    @asynccontextmanager
    async def open_library(size=(80, 24)):
        study = Study(home, Settings(), library=Library([home.library_folder]))
        app = DubaoApp(study)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot
        study.close()

    return open_library


async def paste(pilot, text):
    target = pilot.app.screen.focused or pilot.app.screen
    target.post_message(events.Paste(text))
    await settle(pilot)
    await settle(pilot)


def slugs(pilot):
    return pilot.app._study.slugs()


async def test_a_text_is_pasted_looked_at_and_kept(library, press):
    async with library() as pilot:
        assert "i brings in a text" in screen_text(pilot)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, ImportScreen)
        await paste(pilot, PAGE)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, SplitScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert slugs(pilot)
        assert "新图书馆开门" in screen_text(pilot)
        await settle(pilot)
        assert pilot.app.screen.query_one(Shelf).row.title == "新图书馆开门"
        assert "imported" in " ".join(n.message for n in pilot.app._notifications)


async def test_a_text_pasted_onto_the_library_waits_in_the_box(library, press):
    async with library() as pilot:
        await paste(pilot, PAGE)
        assert isinstance(pilot.app.screen, SplitScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ImportScreen)
        assert pilot.app.screen.query_one(TextArea).text.startswith("新图书馆")
        await press(pilot, "escape")
        assert slugs(pilot) == []


async def test_a_path_is_typed_or_dragged(library, press, tmp_path):
    path = tmp_path / "新 闻.txt"
    path.write_text(PAGE, "utf-8")
    async with library() as pilot:
        await paste(pilot, f"'{path}' ")
        assert isinstance(pilot.app.screen, SplitScreen)
        await press(pilot, "enter")
        assert slugs(pilot)
        await press(pilot, "i")
        pilot.app.screen.query_one(TextArea).text = str(path)
        await press(pilot, "enter", "enter")
        assert "there already" in " ".join(n.message for n in pilot.app._notifications)


async def test_what_can_not_be_read_is_told_and_the_box_stays(library, press, tmp_path):
    broken = tmp_path / "a.epub"
    broken.write_bytes(b"PK\x03\x04 no")
    async with library() as pilot:
        await press(pilot, "i", "f2")
        assert "nothing in the box" in screen_text(pilot)
        for words, said in (("/no/such.txt", "There is no file"), (str(broken), "a.epub: ")):
            pilot.app.screen.query_one(TextArea).text = words
            await press(pilot, "enter")
            assert said in screen_text(pilot)
        pilot.app.screen.query_one(TextArea).text = "only English"
        await press(pilot, "f2")
        assert "no Chinese text" in screen_text(pilot)


async def test_a_folder_is_imported_with_what_failed_told(library, press, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"第{number}篇\n\n山上下了{number}场雪，雪很大。", "utf-8")
    (folder / "bad.epub").write_bytes(b"PK\x03\x04 no")
    async with library() as pilot:
        await paste(pilot, str(folder))
        assert isinstance(pilot.app.screen, ImportedScreen)
        assert "5 texts imported, 1 text could not be read" in screen_text(pilot)
        assert "bad.epub" in screen_text(pilot)
        await press(pilot, "escape")
        assert len(slugs(pilot)) == 5


async def test_escape_stops_an_import_and_what_is_finished_is_kept(library, press, tmp_path, monkeypatch):
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"第{number}篇\n\n山上下了{number}场雪，雪很大。", "utf-8")
    from reader.study.texts import Texts

    go_on, third, open_file = threading.Event(), threading.Event(), Texts.open_file

    def slowly(self, path):
        if path.name == "2.txt":
            third.set()
            go_on.wait(10)
        return open_file(self, path)

    monkeypatch.setattr(Texts, "open_file", slowly)
    monkeypatch.setattr("reader.tui.screens.importing._SHOWN_EVERY", 0)
    async with library() as pilot:
        pilot.app.screen.post_message(events.Paste(str(folder)))
        while not third.is_set():
            await pilot.pause(0.02)
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, ImportingScreen)
        bar = pilot.app.screen.query_one(ProgressBar)
        assert (bar.progress, bar.total) == (2, 6)
        assert "2 of 6" in screen_text(pilot)
        await pilot.press("escape")
        go_on.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "Stopped. 3 texts imported" in " ".join(n.message for n in pilot.app._notifications)
        assert len(slugs(pilot)) == 3


async def test_a_page_is_split_joined_and_mended_before_it_is_kept(library, press):
    async with library() as pilot:
        await paste(pilot, PAGE)
        screen = pilot.app.screen
        parts = screen.query_one(OptionList)
        texts = [part.text for part in screen._sheet]
        count = len({n for n, part in enumerate(screen._sheet) if part.begins})
        if count == 2:
            parts.highlighted = texts.index("公园明年扩建")
            await press(pilot, "j")
        parts.highlighted = texts.index("公园明年扩建")
        await press(pilot, "s")
        assert "2 articles" in screen_text(pilot)
        parts.highlighted = texts.index("市民很高兴。")
        await press(pilot, "x", "u")
        await press(pilot, "e")
        screen.query_one(Input).value = "市民很高兴。|读者也很高兴。"
        await press(pilot, "enter", "down", "c", "enter")
        assert len(slugs(pilot)) == 2
        library_text = "".join(pilot.app._study.article(s).versions[0].text for s in slugs(pilot))
        assert "读者也很高兴" not in library_text
        assert "市民很高兴。" in library_text


async def test_a_kept_page_is_joined_later_and_an_article_that_is_no_more_comes_back(library, press):
    async with library() as pilot:
        await paste(pilot, PAGE)
        screen = pilot.app.screen
        texts = [part.text for part in screen._sheet]
        if sum(part.begins for part in screen._sheet) == 1:
            screen.query_one(OptionList).highlighted = texts.index("公园明年扩建")
            await press(pilot, "s")
        await press(pilot, "enter")
        first, second = slugs(pilot)
        await press(pilot, "m")
        screen = pilot.app.screen
        assert isinstance(screen, SplitScreen)
        assert [part.text for part in screen._sheet if part.begins] == ["新图书馆开门", "公园明年扩建"]
        screen.query_one(OptionList).highlighted = [p.text for p in screen._sheet].index("公园明年扩建")
        await press(pilot, "j", "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "1 text in a new version, 1 text deleted" in " ".join(
            n.message for n in pilot.app._notifications
        )
        assert len(slugs(pilot)) == 1
        await press(pilot, "u")
        assert set(slugs(pilot)) == {first, second}


async def test_rows_of_the_split_fit_beside_the_help(library, press):
    async with library() as pilot:
        await paste(pilot, PAGE.replace("市民很高兴。", "市民很高兴，" * 20))
        await press(pilot, "question_mark")
        await pilot.pause(0.2)
        parts = pilot.app.screen.query_one(OptionList)
        lines = [parts.render_line(y).text for y in range(len(pilot.app.screen._sheet))]
        assert all(line[:15].strip() or line.strip() for line in lines)
        assert sum("…" in line for line in lines) >= 1
        assert parts.virtual_size.height == len(pilot.app.screen._sheet)


async def test_search_finds_words_of_titles_and_texts(library, press):
    async with library() as pilot:
        texts = pilot.app._study.texts
        texts.bring_in_bytes("山上\n\n山上下了一场雪。".encode())
        texts.bring_in_bytes("海边\n\n海边刮了一阵风。".encode())
        pilot.app.screen.on_screen_resume()
        await settle(pilot)
        await press(pilot, "slash")
        pilot.app.screen.query_one("#shelf-search", Input).value = "刮了"
        await pilot.pause(0.3)
        await settle(pilot)
        assert "海边" in screen_text(pilot)
        assert "山上" not in screen_text(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(Shelf).row.title == "海边"
        pilot.app.screen.query_one("#shelf-search", Input).value = "没有的"
        await pilot.pause(0.3)
        await settle(pilot)
        assert "No article has these words" in screen_text(pilot)
        await press(pilot, "escape")
        assert "山上" in screen_text(pilot)
        assert pilot.app.is_running


async def test_letters_are_typed_into_the_search(library, press):
    async with library() as pilot:
        await press(pilot, "slash", "q", "x", "i")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert pilot.app.screen.query_one("#shelf-search", Input).value == "qxi"


async def test_delete_and_undo(library, press):
    async with library() as pilot:
        pilot.app._study.texts.bring_in_bytes(PAGE.encode())
        pilot.app.screen.on_screen_resume()
        await settle(pilot)
        before = slugs(pilot)
        slug = pilot.app.screen.query_one(Shelf).row.slug
        await press(pilot, "x")
        assert slug not in slugs(pilot)
        assert "u brings it back" in " ".join(n.message for n in pilot.app._notifications)
        await press(pilot, "u")
        assert slugs(pilot) == before
        assert pilot.app.screen.query_one(Shelf).row.slug == slug


async def test_title_source_date_tags_and_notes_are_changed(library, press):
    async with library() as pilot:
        pilot.app._study.texts.bring_in_bytes(PAGE.encode())
        pilot.app.screen.on_screen_resume()
        await settle(pilot)
        slug = pilot.app.screen.query_one(Shelf).row.slug
        await press(pilot, "e")
        screen = pilot.app.screen
        assert isinstance(screen, DetailsScreen)
        screen.query_one("#details-date", Input).value = "yesterday"
        await press(pilot, "enter")
        assert "no date" in str(screen.query_one("#details-problem", Static).content)
        screen.query_one("#details-date", Input).value = "2026-11-25"
        screen.query_one("#details-title", Input).value = "图书馆[/b]"
        screen.query_one("#details-tags", Input).value = "城市，新闻"
        screen.query_one(TextArea).text = "馆: 图书馆\n只读一遍"
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, LibraryScreen)
        details = pilot.app._study.texts.details(slug)
        assert (details["title"], details["date"], details["tags"]) == (
            "图书馆[/b]", "2026-11-25", ["城市", "新闻"],
        )  # fmt: skip
        assert details["notes"] == [("馆", "图书馆"), ("Note", "只读一遍")]


async def test_guesses_are_confirmed_mended_and_dropped_with_one_key_each(library, press):
    text = "花果镇\n\n石桥镇有果园2000余亩，水果总产量达到3.6万吨。镇里还建成冷库12座，其中三分之一是新的。"
    async with library() as pilot:
        texts = pilot.app._study.texts
        texts.bring_in_bytes(text.encode())
        pilot.app.screen.on_screen_resume()
        await settle(pilot)
        (slug,) = slugs(pilot)
        await press(pilot, "f")
        screen = pilot.app.screen
        assert isinstance(screen, FactsScreen)
        guesses = [fact for fact in screen._found if fact.standing == "guessed"]
        assert len(guesses) >= 3
        assert "Would be asked as" in screen_text(pilot)
        first, second, third = (fact.words for fact in guesses[:3])
        await press(pilot, "c", "m")
        screen.query_one(Input).value = "镇里的东西"
        await press(pilot, "enter", "x")
        standing = {fact.words: str(fact.standing) for fact in screen._found}
        assert (standing[first], standing[second], standing[third]) == ("stated", "stated", "dropped")
        facts = pilot.app._study.article(slug).facts
        assert len(facts) == 2
        assert "镇里的东西" in facts[1].figure.stem
        await press(pilot, "escape")
        assert "2 figures are asked about" in " ".join(n.message for n in pilot.app._notifications)


async def test_articles_that_came_with_the_program_are_not_deleted(opened, press):
    async with opened() as pilot:
        await press(pilot, "x")
        assert "came with the program" in " ".join(n.message for n in pilot.app._notifications)


async def test_controls_that_are_pasted_never_stand_in_the_box(library, press):
    async with library() as pilot:
        await press(pilot, "i")
        await paste(pilot, "山\x1b]52;c;Zm9v\x07上\u202e下\x9b31m雪[/b]")
        text = pilot.app.screen.query_one(TextArea).text
        assert not any(c in text for c in "\x1b\x07\u202e\x9b")
        assert "[/b]" in text


HOSTILE = "\x1b]52;c;Zm9v\x07\x9b31m\u202e\u2066[/nope][@click=app.quit]点[/]\x08\x7f"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


async def test_hostile_words_are_drawn_as_plain_text_on_every_screen_of_an_import(library, press, tmp_path):
    page = f"开门{HOSTILE}\n\n昨天{HOSTILE}，新图书馆有书12万册。\n\n市民{HOSTILE}说，座位有800个。\n"
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "坏\x1b[31m\u202e[red]x.epub").write_bytes(b"PK\x03\x04 no")
    drawn = []
    async with library() as pilot:
        await paste(pilot, page)
        drawn.append(screen_text(pilot))
        await press(pilot, "e")
        drawn.append(screen_text(pilot) + pilot.app.screen.query_one(Input).value)
        await press(pilot, "escape", "enter")
        drawn.append(screen_text(pilot))
        for key in ("f", "e"):
            await press(pilot, key)
            drawn.append(screen_text(pilot))
            await press(pilot, "escape")
        await press(pilot, "x")
        drawn += [screen_text(pilot), *(n.message for n in pilot.app._notifications)]
        await paste(pilot, str(folder))
        assert isinstance(pilot.app.screen, ImportedScreen)
        drawn.append(screen_text(pilot))
        assert pilot.app.is_running
    assert not [text for text in drawn if CONTROLS.search(text.replace("\n", ""))]
    assert "[/nope]" in drawn[0]


async def test_a_very_long_text_is_taken_at_once(library, press):
    book = "\n\n".join(f"第{n}章 山\n\n{'山上下了雪。' * 900}" for n in range(1, 6))
    async with library() as pilot:
        await press(pilot, "i")
        await paste(pilot, book)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert len(slugs(pilot)) == 1


@pytest.mark.parametrize(
    ("text", "is_path"),
    [
        ("/etc/x", True),
        ("~/a.epub", True),
        ("书.txt", True),
        ("山上下雪。", False),
        ("a/b", False),
        ("", False),
    ],
)
def test_what_looks_like_a_path(text, is_path):
    assert looks_like_path(text) is is_path
