"""Mending a word from the article, on a real desk: at most three keys from the cursor."""

from __future__ import annotations

from textual.widgets import Input, OptionList, Static

from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.repair import RepairScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.gloss_panel import GlossPanel

TEXT = "图书馆的发展，得到重视。"


def words(pilot):
    view = pilot.app.screen.query_one(ArticleView)
    return [token.surface for token in view.annotated.tokens]


def token(pilot):
    return pilot.app.screen.query_one(ArticleView).token


async def test_a_word_is_split_in_two_keys_and_mended_back_in_two(reading, press):
    async with reading(TEXT) as pilot:
        assert token(pilot).surface == "图书馆"
        await press(pilot, "r", "1")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert words(pilot)[:3] == ["图书", "馆", "的"]
        assert token(pilot).surface == "图书"
        await press(pilot, "r", "n")
        assert words(pilot)[:2] == ["图书馆", "的"]


async def test_words_are_joined_and_the_repair_of_one_is_undone(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "right", "m", "n")
        assert "的发展" in words(pilot)
        assert token(pilot).surface == "的发展"
        await press(pilot, "r", "u")
        assert "的发展" not in words(pilot)


async def test_a_reading_is_typed_in_numbers(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "r", "p")
        field = pilot.app.screen.query_one(Input)
        assert field.value == "túshūguǎn"
        field.value = "tu2shu1guan4"
        await press(pilot, "enter")
        assert token(pilot).pinyin == "túshūguàn"


async def test_pinyin_that_does_not_fit_is_refused_in_a_sentence_and_nothing_is_lost(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "r", "p")
        pilot.app.screen.query_one(Input).value = "tu2"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RepairScreen)
        assert "1 syllable, 图书馆 has 3" in str(pilot.app.screen.query_one("#repair-problem").content)
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(OptionList).display
        await press(pilot, "escape")
        assert words(pilot)[0] == "图书馆"


async def test_a_single_character_is_read_otherwise_beside_its_neighbour_alone(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "right")
        assert token(pilot).surface == "的"
        await press(pilot, "r")
        ways = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options]
        assert any("dì in 的发展" in way for way in ways)
        assert any("dì everywhere" in way for way in ways)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert token(pilot).surface == "的"
        assert token(pilot).source.value == "repair"
        await press(pilot, "r", "u")
        assert token(pilot).pinyin == "de"


async def test_a_gloss_of_ones_own_shows_in_the_popup(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "r", "g")
        pilot.app.screen.query_one(Input).value = "green power [b]"
        await press(pilot, "enter")
        assert token(pilot).gloss == "green power [b]"
        await press(pilot, "enter")
        said = str(pilot.app.screen.query_one(GlossPanel).query_one(Static).content)
        assert said.splitlines()[1] == "▪ green power [b]  your own"
        assert "library" in said


async def test_a_split_is_undone_from_any_of_its_words(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "r", "1", "right")
        assert token(pilot).surface == "馆"
        await press(pilot, "r", "u")
        assert words(pilot)[:2] == ["图书馆", "的"]


async def test_marks_and_figures_cannot_be_mended(reading, press):
    async with reading(TEXT) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        from reader.tui.screens.repair import mending_at

        marks = [at for at, one in enumerate(view.annotated.tokens) if one.surface == "，"]
        assert mending_at(view.annotated.tokens, marks[0]) is None
