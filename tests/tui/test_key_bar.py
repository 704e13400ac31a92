from hypothesis import given
from hypothesis import strategies as st
from textual.widgets._footer import FooterKey

from reader.tui.widgets.key_bar import GAP, KeyBar, fitting


async def shown(pilot) -> list[str]:
    """Return the keys in the bar; it is filled a moment after the screen opens."""
    bar = pilot.app.screen.query_one(KeyBar)
    for _ in range(100):
        if keys := [key.description for key in bar.query(FooterKey)]:
            return keys
        await pilot.pause(0.05)
    return []


async def test_all_keys_show_where_they_fit(opened):
    async with opened(slug="poli", size=(120, 40)) as pilot:
        assert (await shown(pilot))[:3] == ["Word", "New", "English"]
        assert (await shown(pilot))[-2:] == ["Help", "Menu"]


async def test_at_80_columns_the_quiz_is_among_them(opened):
    async with opened(slug="poli", size=(80, 24)) as pilot:
        assert "Quiz" in await shown(pilot)


async def test_in_a_narrow_window_the_first_ones_help_and_menu_stay(opened):
    async with opened(slug="poli", size=(44, 12)) as pilot:
        assert (await shown(pilot))[0] == "Word"
        assert (await shown(pilot))[-2:] == ["Help", "Menu"]
        assert "Notes" not in await shown(pilot)


async def test_keys_come_back_when_the_window_grows(opened, press):
    async with opened(slug="poli", size=(44, 12)) as pilot:
        await pilot.resize_terminal(120, 40)
        await pilot.pause(0.1)
        assert "Notes" in await shown(pilot)


async def test_a_click_on_a_key_does_what_the_key_does(opened, press):
    async with opened(slug="poli", size=(120, 40)) as pilot:
        for _ in range(40):
            key = next(k for k in pilot.app.screen.query(FooterKey) if k.description == "English")
            if key.size:
                break
            await pilot.pause(0.05)
        await pilot.click(key)
        for _ in range(20):
            await pilot.pause(0.05)
            if pilot.app.screen.query_one("#english").has_class("-open"):
                break
        assert pilot.app.screen.query_one("#english").has_class("-open")


@given(st.lists(st.tuples(st.integers(3, 20), st.booleans()), max_size=15), st.integers(0, 150))
def test_what_is_shown_fits_or_is_kept(keys, room):
    widths, kept = [width for width, _ in keys], [is_kept for _, is_kept in keys]
    chosen = fitting(widths, kept, room)
    total = sum(width + GAP for width, is_shown in zip(widths, chosen, strict=True) if is_shown) - GAP
    assert all(is_shown for is_shown, is_kept in zip(chosen, kept, strict=True) if is_kept)
    assert total <= room or chosen == kept
