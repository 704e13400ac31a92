"""Golden pictures of bringing a text in: a page split into its articles, and the guesses to confirm."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from textual.pilot import Pilot

from reader.articles.article import Article, Paragraph, Sentence, Version
from reader.articles.facts import found_facts
from reader.articles.importing.draft import Block, Chapter, Draft
from reader.articles.importing.keeping import Origin
from reader.config import Settings
from reader.study.texts import Opened
from reader.tui.app import DubaoApp
from reader.tui.screens.facts import FactsScreen
from reader.tui.screens.split import SplitScreen
from tests.screens.test_screens import SIZE, story
from tests.tui.conftest import settle
from tests.tui.fake_study import FakeStudy

DRAFTS = (
    Draft(
        kicker="让读书成为习惯",
        headline="新图书馆开门第一天",
        dateline="本报讯",
        byline="记者 李明 通讯员 王小雨",
        captions=("读者在新图书馆里看书。王小雨 摄",),
        chapters=(
            Chapter(
                "",
                (
                    Block("body", "昨天上午九点，新图书馆开门了，馆里有图书12万册，座位800个。"),
                    Block("subhead", "孩子们最喜欢三楼"),
                    Block("body", "“这里比我们学校的图书馆大三倍！”一个女孩说。"),
                ),
            ),
        ),
    ),
    Draft(
        headline="城西公园明年扩建",
        byline="陈晨",
        chapters=(Chapter("", (Block("body", "扩建后，公园面积将达到300亩，比现在多一半。"),)),),
    ),
)
SENTENCES = (
    "石桥镇有果园2000余亩，去年水果总产量达到3.6万吨，同比增长18.5%。",
    "4月16日，镇里又建成冷库12座。",
)

#: Held here, so that better guesses change no picture.
SUBJECTS = {"2000余亩": "果园", "3.6万吨": "水果总产量", "18.5%": "水果总产量", "12座": "冷库"}


def version() -> Version:
    first, second = SENTENCES
    found = (Sentence(first, "", 0, ()), Sentence(second, "", len(first), ()))
    return Version("text", "花果镇", "", (Paragraph(found),))


def picture(snap_compare: Any, show: Any, *pressed: str) -> bool:
    study = FakeStudy(Settings(), story=story())

    async def before(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        pilot.app.push_screen(show(study))
        await settle(pilot)
        for key in pressed:
            await pilot.press(key)
            await settle(pilot)
        assert pilot.app._exception is None

    return bool(snap_compare(DubaoApp(study), terminal_size=SIZE, run_before=before))  # type: ignore[arg-type]


def test_split(snap_compare):
    opened = Opened(DRAFTS, Origin("", "utf-8", b""))
    assert picture(snap_compare, lambda study: SplitScreen(study, opened), "down", "down")


def test_facts(snap_compare, monkeypatch):
    article = Article("hua-guo", "", "", "", "", (version(),), imported=True)
    found = [replace(f, subject=SUBJECTS.get(f.words, "")) for f in found_facts(article, version())]
    facts = SimpleNamespace(found=lambda *_: found, confirm=lambda *_: "fact")

    def show(study: FakeStudy) -> FactsScreen:
        monkeypatch.setattr(study, "facts", facts, raising=False)
        monkeypatch.setattr(study, "article", lambda _: article)
        monkeypatch.setattr(study, "version", lambda *_: version())
        return FactsScreen(study, "hua-guo")  # type: ignore[arg-type]

    assert picture(snap_compare, show, "c")
