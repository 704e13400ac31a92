from __future__ import annotations

import pytest
from textual.widgets import Input, Static

from reader.config import Settings
from reader.tui.screens.scale import ScaleError, ScaleScreen, read_scale
from tests.tui.fake_study import FakeStudy

EMPTY = dict.fromkeys(["currency", "currency_rate", "currency_date", "peg", "peg_people", "peg_year"], "")


def test_what_is_typed_becomes_settings_and_empty_lines_take_it_away():
    typed = {**EMPTY, "currency": "euros", "currency_rate": "8.2", "currency_date": "2026-11-24"}
    typed |= {"peg": "the people of Leeds", "peg_people": "82.25万", "peg_year": "2023"}
    kept = read_scale(Settings(), typed)
    assert (kept.currency, kept.currency_rate, kept.peg_people, kept.peg_year) == (
        "euros",
        8.2,
        822_500,
        2023,
    )
    assert read_scale(kept, EMPTY) == Settings()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"currency": "euros"}, "A currency needs"),
        (
            {"currency": "euros", "currency_rate": "x", "currency_date": "2026-11-24"},
            "can't be read as a rate",
        ),
        ({"currency": "euros", "currency_rate": "8", "currency_date": "24.11."}, "is no day"),
        ({"peg": "my town"}, "A place needs"),
    ],
)
def test_what_cant_be_kept_is_said(typed, said):
    with pytest.raises(ScaleError, match=said):
        read_scale(Settings(), {**EMPTY, **typed})


async def test_it_is_reached_from_the_settings_and_kept_with_enter(opened, press):
    study = FakeStudy()
    async with opened(study) as pilot:
        await press(pilot, "s", "m")
        assert isinstance(pilot.app.screen, ScaleScreen)
        for name, value in {"peg": "my town", "peg_people": "7000"}.items():
            pilot.app.screen.query_one(f"#scale-{name}", Input).value = value
        await press(pilot, "enter")
        assert (study.settings.peg, study.settings.peg_people) == ("my town", 7000)


async def test_a_mistake_is_said_and_nothing_is_kept(opened, press):
    study = FakeStudy()
    async with opened(study, size=(60, 20)) as pilot:
        await press(pilot, "s", "m")
        pilot.app.screen.query_one("#scale-peg", Input).value = "my town"
        await press(pilot, "ctrl+s")
        assert "A place needs" in str(pilot.app.screen.query_one("#scale-said", Static).render())
        await press(pilot, "escape")
        assert not study.saved
