"""A page is split, joined and mended by hand; what was not touched stays as it was found."""

import pytest

from reader.articles.importing import sheet as sheets
from reader.articles.importing.sheet import Role
from reader.articles.importing.texts import read_texts

PAGE = """新图书馆开门

本报讯（记者 李明）昨天，新图书馆开门了。

书很多。

公园明年扩建

公园明年扩建，面积增加一倍。
"""


@pytest.fixture
def drafts():
    return read_texts(PAGE.encode()).drafts


@pytest.fixture
def sheet(drafts):
    return sheets.sheet_of(drafts)


def at(sheet, text):
    return next(n for n, part in enumerate(sheet) if part.text.startswith(text))


def test_a_sheet_that_nobody_touched_gives_the_same_drafts(drafts, sheet):
    assert sheets.drafts_of(sheet, drafts) == drafts


def test_split_makes_a_headline_of_a_short_line_and_join_takes_it_back(drafts, sheet):
    joined = sheets.join(sheet, len(sheet) - 1) if len(drafts) > 1 else sheet
    (one,) = sheets.drafts_of(joined, drafts)
    place = at(joined, "公园明年扩建")
    first, second = sheets.drafts_of(sheets.split(joined, place), drafts)
    assert second.headline == "公园明年扩建"
    assert second.paragraphs == ("公园明年扩建，面积增加一倍。",)
    assert len(first.paragraphs) == 2
    assert one.headline == first.headline == "新图书馆开门"
    split_again = sheets.split(sheets.split(joined, place), place)
    assert split_again == sheets.split(joined, place)


def test_the_first_article_has_none_before_it_to_be_joined_with(sheet):
    assert sheets.join(sheet, 0) == sheet


def test_a_part_is_turned_dropped_glued_and_edited(drafts, sheet):
    place = at(sheet, "书很多")
    draft = sheets.drafts_of(sheets.turn(sheet, place, Role.CAPTION), drafts)[0]
    assert draft.captions == ("书很多。",)
    assert "书很多。" not in draft.paragraphs
    dropped = sheets.drafts_of(sheets.drop(sheet, place), drafts)[0]
    assert dropped.paragraphs[:1] == ("昨天，新图书馆开门了。",)
    assert "书很多。" not in dropped.paragraphs
    glued = sheets.drafts_of(sheets.glue(sheet, place), drafts)[0]
    assert glued.paragraphs[0] == "昨天，新图书馆开门了。书很多。"
    cut = sheets.drafts_of(sheets.edit(sheet, place, "书很多。｜人也多。\x1b"), drafts)[0]
    assert cut.paragraphs[1:3] == ("书很多。", "人也多。")


def test_dropping_where_an_article_begins_lets_the_next_part_begin_it(drafts, sheet):
    dropped = sheets.drop(sheet, 0)
    assert dropped[0].begins
    assert len(sheets.articles_of(dropped)) == len(sheets.articles_of(sheet))


def test_a_book_is_not_mended_by_hand():
    book = "\n\n".join(f"第{n}章 山\n\n{'山上下了雪。' * 800}" for n in range(1, 6))
    assert not sheets.can_be_mended(read_texts(book.encode()).drafts)
