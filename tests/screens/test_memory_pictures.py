"""The golden pictures of review, words and progress."""

from __future__ import annotations

from typing import Any

from reader.review.statistics import Statistics
from reader.study.report import WIDTH, Section
from reader.study.reviewing import ReviewPlan, ReviewSession
from reader.study.vocabulary import WordRow
from reader.tui.app import DubaoApp
from tests.screens import poli
from tests.screens.memory_data import STATISTICS, TODAY, WORDS
from tests.screens.test_screens import SIZE, keys, still, story  # noqa: F401
from tests.tui.conftest import settle
from tests.tui.fake_study import FakeProgressing, FakeStudy, FakeVocabulary, judge
from tests.tui.test_article_screen import screen_text


class Words(FakeVocabulary):
    def rows(self, *, quick: bool = False) -> list[WordRow]:
        return WORDS

    def prepare(self, tell: Any, may_go_on: Any) -> bool:
        return False


class Progress(FakeProgressing):
    today = TODAY
    may_fit = False

    def statistics(self, days: int = 28) -> Statistics:
        return STATISTICS


class Reviewing:
    def session(self, plan: ReviewPlan) -> ReviewSession:
        return ReviewSession((poli.TYPED, poli.CHOICE, poli.ROADS), judge, waiting=13)


class Desk(FakeStudy):
    def __init__(self) -> None:
        super().__init__(story=story())
        self.vocabulary, self.progressing, self.reviewing = Words(self), Progress(), Reviewing()


def app(**start: Any) -> DubaoApp:
    return DubaoApp(Desk(), **start)  # type: ignore[arg-type]


def test_review(snap_compare):
    pressed = (*"3000", "万", "enter")
    assert snap_compare(app(review=ReviewPlan()), terminal_size=SIZE, run_before=keys(*pressed))


def test_words(snap_compare):
    assert snap_compare(
        app(), terminal_size=SIZE, run_before=keys("w", "down", "down", "space", "down", "down")
    )


def test_progress(snap_compare):
    assert snap_compare(app(), terminal_size=(80, 40), run_before=keys("p"))


async def test_no_line_of_the_progress_is_cut_at_80_columns(monkeypatch):
    lines = [Section("Title", ("=" * (WIDTH - 1) + "!",) * 30)]
    monkeypatch.setattr("reader.tui.screens.progress.report", lambda *_: lines)
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "=!" in screen_text(pilot)
