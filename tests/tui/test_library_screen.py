from dataclasses import replace

import pytest

from reader.config import Settings
from reader.study.shelf import ReadingPlace, ShelfRow
from reader.tui.screens import library
from reader.tui.shelf_order import arranged
from reader.tui.shelf_rows import page_content, row_content
from reader.tui.widgets.shelf import Shelf
from tests.screens import poli
from tests.tui.fake_study import FakeStudy, Story
from tests.tui.test_article_screen import screen_text


def study(**settings) -> FakeStudy:
    story = Story(poli.ARTICLE, {"3": poli.TEXT, "5": poli.TEXT, "news": poli.TEXT}, {}, [], poli.SHELF)
    return FakeStudy(Settings(**settings), story=story)


def row(slug: str, section: str = "", **more) -> ShelfRow:
    return ShelfRow(slug, slug, slug, "2023-11-30", section, "", (("3", 100), ("5", 200)), **more)


def slugs(groups) -> list[tuple[str, list[str]]]:
    return [(heading, [row.slug for row in rows]) for heading, rows in groups]


def test_sections_stand_in_the_order_of_their_newest_article_what_has_none_last():
    rows = [row("a", "城镇"), row("b"), row("c", "环境"), row("d", "城镇")]
    assert slugs(arranged(rows, "section", {}, 3)) == [
        ("城镇", ["a", "d"]),
        ("环境", ["c"]),
        ("Other", ["b"]),
    ]


def test_the_readers_own_texts_are_a_section_of_their_own():
    rows = [row("mine", "城镇", own=True), row("a", "城镇")]
    assert slugs(arranged(rows, "section", {}, 3)) == [("Your own texts", ["mine"]), ("城镇", ["a"])]


def test_best_known_first_goes_by_the_version_that_would_open():
    known = {("a", "3"): 0.9, ("a", "5"): 0.5, ("b", "3"): 0.8, ("b", "5"): 0.7}
    left_at_5 = replace(row("b"), place=ReadingPlace("5", 0, 0.1))
    rows = [row("uncounted"), left_at_5, row("a")]
    assert slugs(arranged(rows, "ready", known, 3)) == [("", ["a", "b", "uncounted"])]
    assert slugs(arranged(rows, "ready", known, 5)) == [("", ["b", "a", "uncounted"])]


def test_a_book_shows_its_chapters_in_one_number():
    chapters = tuple((f"c{number}", 1000) for number in range(1, 31))
    book = replace(row("book", own=True), versions=chapters, place=ReadingPlace("c12", 0, 0.5))
    drawn = str(row_content(book, 74, {}))
    assert "30 chapters · 30,000字" in drawn
    assert "Chapter 12 at 50%" in drawn
    page = str(page_content(book, {("book", "c12"): 0.9}))
    assert page.count("Chapter") == 1
    assert "90% of words known" in page


def test_with_little_room_the_date_goes_first_then_what_is_known():
    known = {("a", "3"): 0.9, ("a", "5"): 0.5}
    drawn = {
        width: str(row_content(row("a", "环境"), width, known)).split("\n")[2] for width in (80, 42, 36, 29)
    }
    assert drawn[80].endswith("环境 · 2023-11-30")
    assert drawn[42].startswith("HSK 3 100字 90% · HSK 5 200字 50%")
    assert drawn[42].endswith("  环境")
    assert drawn[36].startswith("HSK 3 100字 · HSK 5 200字  ")
    assert drawn[29].rstrip() == "HSK 3 100字 · HSK 5 200字"


def test_a_text_without_an_english_title_takes_two_rows():
    mine = replace(row("mine", own=True, best=0.8, tags=("医院",), source="晚报"), title_en="")
    first, second = str(row_content(mine, 60, {})).split("\n")
    assert first.endswith("quiz 80%")
    assert second.startswith("HSK 3 100字")
    page = str(page_content(mine, {}))
    assert "2023-11-30 · 晚报 · 医院" in page
    assert "\n\n\n" not in page


async def test_each_version_shows_the_share_of_its_words_known(opened, press):
    async with opened(study(), size=(80, 24)) as pilot:
        await press(pilot)
        assert "HSK 3 161字 85%" in screen_text(pilot)
    async with opened(study(), size=(120, 40)) as pilot:
        await press(pilot)
        assert "85% of words known" in screen_text(pilot)


async def test_what_was_never_opened_is_counted_a_little_later(opened, press, monkeypatch):
    monkeypatch.setattr(library, "PREPARE_AFTER", 0.05)
    async with opened(study()) as pilot:
        await pilot.pause(0.2)
        await press(pilot)
        assert "HSK 3 221字 85%" in screen_text(pilot)


async def test_nothing_is_prepared_behind_an_open_article(opened, press, monkeypatch):
    monkeypatch.setattr(library, "PREPARE_AFTER", 0.05)
    async with opened(study(), slug="poli") as pilot:
        await pilot.pause(0.2)
        await press(pilot)
        shown = pilot.app.screen_stack[0]._known
        assert "shinan" not in {slug for slug, _ in shown}
        await press(pilot, "escape")
        assert "HSK 3 221字 85%" in screen_text(pilot)


async def test_o_turns_the_order_which_is_kept(opened, press):
    desk = study()
    async with opened(desk) as pilot:
        assert "newest first" in screen_text(pilot)
        await press(pilot, "o")
        assert "by section" in screen_text(pilot)
        assert "服务  1 article" in screen_text(pilot)
        await press(pilot, "o", "o", "o")
        assert desk.settings.shelf_order == "section"


async def test_an_order_that_can_not_be_kept_is_told(opened, press):
    desk = study()
    desk.broken = True
    async with opened(desk) as pilot:
        await press(pilot, "o")
        assert "disk is full" in " ".join(n.message for n in pilot.app._notifications)


async def test_the_cursor_stays_on_its_article_when_the_order_changes(opened, press):
    async with opened(study()) as pilot:
        await press(pilot, "end")
        slug = pilot.app.screen.query_one(Shelf).row.slug
        await press(pilot, "o")
        assert pilot.app.screen.query_one(Shelf).row.slug == slug


@pytest.mark.parametrize("order", ["newest", "section"])
async def test_the_first_key_down_goes_to_the_second_article(opened, press, order):
    async with opened(study(shelf_order=order)) as pilot:
        shelf = pilot.app.screen.query_one(Shelf)
        assert shelf.row.slug == "poli"
        await press(pilot, "down")
        assert shelf.row.slug == "shinan"


async def test_rows_fit_beside_the_help(opened, press):
    async with opened(study()) as pilot:
        await press(pilot, "question_mark")
        await pilot.pause(0.1)
        shelf = pilot.app.screen.query_one(Shelf)
        drawn = [shelf.render_line(y).text for y in range(3)]
        assert drawn[0].rstrip().endswith("new")
        assert "HSK 3" in drawn[2]


async def test_a_click_opens_the_article(opened, press):
    async with opened(study()) as pilot:
        await pilot.click(Shelf, offset=(8, 1))
        await press(pilot)
        assert type(pilot.app.screen).__name__ == "ArticleScreen"
