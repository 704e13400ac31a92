"""Any keys in any order, as a cat on the keyboard would press them: no screen breaks."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

import reader.tui
from reader.config import Settings
from reader.paths import Paths
from reader.study import Study
from reader.tui.app import DubaoApp
from tests.tui.conftest import settle

KEYS = [
    *"abcdefghijklmnoprstuvwxyVGN1234567890",  # not q and z alone: both are here twice below
    *"qqzz",
    *["enter"] * 6,
    *["escape"] * 4,
    *["space", "tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown", "home", "end"],
    *["backspace", "delete", "left_square_bracket", "right_square_bracket", "question_mark", "slash"],
    *["f1", "ctrl+p", "plus", "minus", "full_stop", "comma"],
]
SIZES = [(80, 24), (120, 40), (60, 18), (40, 12), (20, 5)]
TEXT = "图书馆去年借出图书3.5万册，比前年增加了12%。\n馆长王小明说：“今年要办120场讲座。”\n"


@pytest.mark.parametrize("seed", [3, 8])
async def test_no_order_of_keys_breaks_a_screen(seed, tmp_path):
    chance = random.Random(seed)
    study = Study(Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache"), Settings())
    slug = study.open_text(TEXT, "text.txt").slug
    seen: set[str] = set()
    keys = 250
    while keys > 0:  # opened again where the keys closed it
        app = DubaoApp(study, slug=chance.choice([None, slug]))
        async with app.run_test(size=chance.choice(SIZES[:4])) as pilot:
            await settle(pilot)
            while keys > 0 and app.return_code is None:
                keys -= 1
                seen.add(type(app.screen).__name__)
                await press_any(pilot, chance)
    study.close()
    assert len(seen) > 3


async def press_any(pilot, chance):
    await pilot.press(chance.choice(KEYS))
    if chance.random() < 0.1:
        await pilot.pause(chance.choice([0, 0.05, 0.2]))
    if chance.random() < 0.02:
        await pilot.resize_terminal(*chance.choice(SIZES))


def test_every_list_survives_a_page_key_that_comes_too_soon():
    """Textual's own list breaks on it; ours, which every other is made from, does not."""
    own = {"OptionList"}
    for file in sorted(Path(reader.tui.__path__[0]).rglob("*.py")):
        if file.name == "paging.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            bases = node.bases if isinstance(node, ast.ClassDef) else []
            made = [node.func] if isinstance(node, ast.Call) else bases
            named = {part.id for part in made if isinstance(part, ast.Name)}
            assert not named & own, f"{file.name}:{node.lineno} makes a bare OptionList; use PagedList"
