"""What the screen's own process loads: never the language tools, and before the first paint no room at all."""

import subprocess
import sys
from pathlib import Path

READ_AND_QUIZ = """
import asyncio, sys
from contextlib import suppress
from reader.cli.context import Context
from reader.tui.app import DubaoApp

async def settle(pilot):
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await asyncio.sleep(0.02)
    await pilot.pause()

async def main():
    app = DubaoApp(Context().study, slug="poli-satellite-town", level="news")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("enter", "right", "tab", "e", "p", "v", "q", "1", "enter"):
            await pilot.press(key)
            await settle(pilot)
        print(type(app.screen).__name__)

asyncio.run(main())
print(*(name for name in ("jieba", "pypinyin", "opencc") if name in sys.modules))
"""


def run(code: str, home: Path) -> list[str]:
    environ = {"DUBAO_HOME": str(home), "PATH": "", "PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environ, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")


def test_reading_and_being_quizzed_loads_no_language_tool(tmp_path):
    screen, tools, *_ = run(READ_AND_QUIZ, tmp_path)
    assert screen == "QuizScreen"
    assert tools == ""


def test_the_first_paint_waits_for_no_room(tmp_path):
    code = """
import sys, reader.cli, reader.cli.screen, reader.study, reader.tui.app
rooms = ("reader.chinese", "reader.articles", "reader.quiz", "reader.review", "tinydb", "fsrs")
print(*(name for name in rooms if name in sys.modules))
"""
    assert run(code, tmp_path)[0] == ""


def test_figures_among_signs_and_letters_load_no_converter(tmp_path):
    code = """
import sys
from reader.chinese.numbers import find_figures
print(*(figure.text for figure in find_figures("café – 137个项目 🦌 PM₂.₅")), "opencc" in sys.modules)
"""
    assert run(code, tmp_path)[0] == "137 False"
