"""A list of many thousand rows makes those near the cursor."""

from __future__ import annotations

from textual.app import App
from textual.content import Content

from reader.tui.widgets.long_list import LongList


class Holder(App[None]):
    def compose(self):
        yield LongList(id="list")


async def test_rows_are_made_as_the_cursor_comes_near():
    made: list[int] = []

    def content(number: int) -> Content:
        made.append(number)
        return Content(f"row {number}")

    async with Holder().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(LongList)
        rows.show(10_000, content)
        rows.focus()
        await pilot.pause()
        assert 0 < len(made) < 1000
        for _ in range(40):
            await pilot.press("pagedown")
        assert rows.highlighted > 600
        assert rows.get_option_at_index(rows.highlighted).prompt.plain == f"row {rows.highlighted}"
        assert len(made) < 2000
        await pilot.press("end")
        assert rows.highlighted == 9999
        await pilot.press("home", "down")
        assert rows.highlighted == 1
        assert made == list(range(10_000))  # each once


async def test_another_list_takes_its_place_with_the_cursor_where_it_is_wanted():
    async with Holder().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(LongList)
        rows.show(5000, lambda number: Content(f"old {number}"), 2500)
        await pilot.pause()
        assert rows.highlighted == 2500
        rows.show(3, lambda number: Content(f"new {number}"), 2500)
        await pilot.pause()
        assert rows.highlighted == 2
        assert rows.get_option_at_index(2).prompt.plain == "new 2"
        rows.show(0, lambda number: Content("none"))
        assert rows.highlighted is None
        rows.go_to(4)
        rows.action_last()
        assert rows.option_count == 0


async def test_the_mouse_wheel_makes_rows_too():
    async with Holder().run_test(size=(40, 20)) as pilot:
        rows = pilot.app.query_one(LongList)
        rows.show(1000, lambda number: Content(f"row {number}"))
        await pilot.pause()
        before = rows.option_count
        rows.scroll_end(animate=False)
        await pilot.pause()
        assert rows.option_count > before
