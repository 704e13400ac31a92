"""A word taken apart: its characters, and other words that have them, one key from the cursor."""

from __future__ import annotations

from textual.widgets import Static

from reader.chinese.token import Entry, Kind, Token
from reader.tui.gloss import characters_gloss
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.gloss_panel import GlossPanel

TEXT = "校长长大了，30人来。"


def said(pilot):
    return str(pilot.app.screen.query_one(GlossPanel).query_one(Static).content).splitlines()


async def test_one_key_shows_the_characters_and_other_words_with_them(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "c")
        lines = said(pilot)
        assert lines[0].startswith("校长")
        assert lines[1].startswith("校 xiào")
        assert "学校 xuéxiào" in lines[2]
        assert lines[3].startswith("长 zhǎng")
        assert "校长" not in "".join(lines[1:])
        assert "成长 chéngzhǎng" in lines[4]


async def test_the_key_goes_back_to_the_word_and_another_word_is_explained_as_ever(reading, press):
    async with reading(TEXT) as pilot:
        await press(pilot, "c", "c")
        assert "校 xiào" not in said(pilot)[1]
        assert "headmaster" in "".join(said(pilot))
        await press(pilot, "c", "right")
        assert said(pilot)[0].startswith("长大")
        assert "to grow up" in said(pilot)[1]


async def test_a_figure_is_not_taken_apart(reading, press):
    async with reading(TEXT) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        view.move_to(next(at for at, one in enumerate(view.annotated.tokens) if one.kind is Kind.FIGURE))
        await press(pilot, "c")
        assert not pilot.app.screen.query_one(GlossPanel).is_open


def test_a_character_of_no_other_word_and_a_word_of_none_say_so():
    token = Token("龘", 0, Kind.WORD, ("da2",), "dá")
    alone = Entry("龘", "龘", ("da2",), "dá", ("a dragon in flight",))
    assert str(characters_gloss(token, [(alone, [])])).splitlines()[1:] == [
        "龘 dá a dragon in flight",
        "   in no other word",
    ]
    assert "not in the dictionary" in str(characters_gloss(token, []))
