from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.config import Settings
from reader.paths import Paths
from reader.study import Study
from reader.tui.app import DubaoApp
from reader.tui.widgets.article_view import ArticleView
from tests.tui.fake_study import FakeStudy


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


@pytest.fixture
def opened() -> Callable[..., Any]:
    """Open the app over a fake desk: ``async with opened(study, slug="poli") as pilot``."""

    @asynccontextmanager
    async def open_app(study: FakeStudy | None = None, size: tuple[int, int] = (80, 24), **start: Any):
        app = DubaoApp(study or FakeStudy(), **start)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return open_app


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Give a reader's own folders, the same for all tests of a module."""
    folder = tmp_path_factory.mktemp("home")
    return Paths(folder / "config", folder / "data", folder / "cache")


@pytest.fixture
def reading(home: Paths) -> Callable[..., Any]:
    """Open a text on a real desk, without repairs: ``async with reading(TEXT) as pilot``; the cursor is at
    its start.
    """

    @asynccontextmanager
    async def open_text(text: str, size: tuple[int, int] = (80, 24)):
        study = Study(home, Settings())
        while study.repairing.undo():
            pass
        app = DubaoApp(study, slug=study.open_text(text, "text.txt").slug)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            app.screen.query_one(ArticleView).action_text_edge(False)
            await settle(pilot)
            yield pilot
        study.close()

    return open_text


@pytest.fixture
def press() -> Callable[..., Awaitable[None]]:
    """Press keys one by one, each after the one before has done its work."""

    async def press_keys(pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await pilot.press(key)
            if any(not worker.is_finished for worker in pilot.app.workers):
                await settle(pilot)
        await settle(pilot)

    return press_keys
