"""The article in the reader's own characters and tones, on a real desk."""

from __future__ import annotations

from reader.config import Settings
from reader.paths import Paths
from reader.study import Study
from reader.tui.app import DubaoApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.widgets.article_view import ArticleView
from tests.tui.conftest import settle

TEXT = "皇后的头发，一个人说不对。"


async def test_the_text_turns_and_the_cursor_stays_on_its_word(tmp_path, press):
    study = Study(Paths(tmp_path / "c", tmp_path / "d", tmp_path / "k"), Settings())
    app = DubaoApp(study, slug=study.open_text(TEXT, "text.txt").slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        view = pilot.app.screen.query_one(ArticleView)
        view.action_text_edge(False)
        await press(pilot, "right", "right")
        assert view.token.surface == "头发"
        await press(pilot, "s", "down", "down", "down", "down", "right", "right", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert study.settings.script == "traditional"
        assert view.drawn.text == "皇后的頭髮，一個人說不對。"
        assert view.token.surface == "头发"
        await press(pilot, "enter")
        gloss = str(pilot.app.screen.query_one("#gloss").content)
        assert "头发" in gloss
        assert "頭髮" in gloss
        await press(pilot, "enter", "s", "down", "down", "down", "right", "escape")
        await settle(pilot)
        assert study.settings.tone_change
        spoken = [token.pinyin for token in view.drawn.tokens if token.surface == "不對"]
        assert spoken in (["bú duì"], ["búduì"]) or "bú" in [token.pinyin for token in view.drawn.tokens]
    study.close()
