import os
import signal
import subprocess
import sys

import pytest
from textual import events
from textual.widgets import OptionList

from reader.config import Settings
from reader.errors import StorageError
from reader.tui.app import DubaoApp
from reader.tui.keys import plain_key, twin
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.quiz import QuizScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.fitted_list import FittedList
from tests.screens.test_memory_pictures import Desk
from tests.tui.conftest import settle
from tests.tui.fake_study import FakeStudy
from tests.tui.test_article_screen import screen_text


async def test_the_library_shows_titles_versions_and_progress(opened):
    study = FakeStudy()
    study.best = 0.8
    study.places.append(("poli", "3", 20))
    async with opened(study) as pilot:
        text = screen_text(pilot)
        for wanted in ("泊里镇：产业集群", "Poli: industry clusters", "2023-11-30", "城镇", "HSK 3 49字"):
            assert wanted in text
        assert "HSK 3 at 4" in text
        assert "quiz 80%" in text
        assert study.warm


async def test_the_library_opens_article_and_quiz(opened, press):
    async with opened() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        await press(pilot, "escape", "q")
        assert isinstance(pilot.app.screen, QuizScreen)


async def test_notices_are_shown_at_the_start(opened):
    study = FakeStudy()
    study.notices.append("progress/2026.json could not be read; it was set aside.")
    async with opened(study) as pilot:
        assert "set aside" in " ".join(n.message for n in pilot.app._notifications)


async def test_an_empty_library_says_so(opened):
    async with opened(FakeStudy(empty=True)) as pilot:
        assert "No articles are installed." in screen_text(pilot)


async def test_a_shelf_that_can_not_be_read_says_why(opened, monkeypatch):
    study = FakeStudy()

    def shelf():
        raise StorageError("The folder /nowhere can't be made.")

    monkeypatch.setattr(study, "shelf", shelf)
    async with opened(study) as pilot:
        assert "The folder /nowhere can't be made." in screen_text(pilot)


async def test_settings_change_at_once_and_are_kept(opened, press):
    study = FakeStudy()
    async with opened(study) as pilot:
        await press(pilot, "s", "right")
        assert study.settings.level == 4
        await press(pilot, "left", "left", "down", "enter")
        assert (study.settings.level, study.settings.pinyin) == (2, "unknown")
        rows = pilot.app.screen.query_one(OptionList)
        await press(pilot, *["down"] * (rows.get_option_index("theme") - 1), "right")
        assert pilot.app.theme == "paper"
        assert study.settings.theme == "paper"
        await press(pilot, "escape")
        assert "HSK 2" in screen_text(pilot)


async def test_a_setting_that_can_not_be_kept_is_told(opened, press):
    study = FakeStudy(broken=True)
    async with opened(study) as pilot:
        await press(pilot, "s", "right")
        assert study.settings.level == 3
        assert "disk is full" in " ".join(n.message for n in pilot.app._notifications)


async def test_settings_from_the_article_show_in_it(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "s", "down", "left", "escape")
        assert "zài" not in screen_text(pilot)
        assert "pinyin off" in screen_text(pilot)


@pytest.mark.parametrize("size", [(30, 24), (80, 8), (39, 11), (1, 1)])
async def test_a_tiny_terminal_gets_a_sentence(opened, size):
    async with opened(slug="poli", size=size) as pilot:
        text = " ".join(screen_text(pilot).split())
        assert "泊里" not in text
        if size[0] >= 30:
            assert "needs a larger window" in text


async def test_a_terminal_that_grows_again_shows_the_text(opened, press):
    async with opened(slug="poli", size=(30, 10)) as pilot:
        await pilot.resize_terminal(80, 24)
        await press(pilot)
        await pilot.pause()
        assert "泊里" in screen_text(pilot)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_screen_opens_at_every_size(opened, press, size):
    async with opened(size=size) as pilot:
        await press(
            pilot, "enter", "enter", "e", "n", "escape", "q", "1", "enter", "ctrl+s", "enter", "escape"
        )
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_the_menu_offers_what_the_screen_can_do(opened):
    async with opened(slug="poli") as pilot:
        commands = {command.title: command for command in pilot.app.get_system_commands(pilot.app.screen)}
        for wanted in ("Word", "English", "Pinyin", "Version", "Quiz", "Notes", "Settings", "Back", "Theme"):
            assert wanted in commands
            assert commands[wanted].help
        await commands["English"].callback()
        await pilot.pause()
        assert "Poli is a small town" in screen_text(pilot)


async def test_every_binding_has_an_id_and_a_tooltip(opened, press):
    async with opened(slug="poli") as pilot:
        own = [
            binding
            for node, binding, _, _ in pilot.app.screen.active_bindings.values()
            if type(node).__module__.startswith("reader.") and binding.id is not None
        ]
        assert len(own) > 20
        assert all(binding.tooltip and binding.description for binding in own)


@pytest.mark.parametrize("slug", [None, "poli"])
async def test_the_menu_has_nothing_twice(opened, slug):
    async with opened(slug=slug) as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert len(set(titles)) == len(titles)
        assert not {"Keys", "Maximize"} & set(titles)


@pytest.mark.parametrize("keeps_nothing", [False, True])
async def test_ctrl_c_stops_with_a_sentence_that_is_true(opened, press, keeps_nothing, capsys):
    study = FakeStudy()
    study.keeps_nothing = keeps_nothing
    async with opened(study) as pilot:
        await press(pilot, "ctrl+c")
    assert pilot.app.return_code == 130
    kept = "Nothing new was kept." if keeps_nothing else "What you read and answered is kept."
    assert capsys.readouterr().err.strip() == f"Stopped. {kept}"


@pytest.mark.parametrize(
    "keys",
    [("s",), ("ctrl+p",), ("question_mark",), ("enter", "n"), ("q", "2", "enter"), ("q", "c")],
    ids=["settings", "menu", "help", "notes", "typing", "quiz plan"],
)
async def test_ctrl_c_stops_wherever_one_is(opened, press, keys):
    async with opened() as pilot:
        await press(pilot, *keys)
        await press(pilot, "ctrl+c")
    assert pilot.app.return_code == 130


async def test_a_notice_takes_as_little_of_the_text_as_it_can():
    app = DubaoApp(FakeStudy(), slug="poli")  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("泊里镇 is known now.", timeout=60)
        while not (toasts := app.screen.query("Toast")) or not toasts.first().size:
            await pilot.pause(0.05)
        toast = toasts.first()
        assert toast.size.height == 1
        assert toast.outer_size.width < 30


async def test_slow_preparation_says_so_and_does_not_hold_up_the_end():
    study = FakeStudy(slow=True)
    app = DubaoApp(study, slug="poli")  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.screen.has_class("-preparing"):
            await pilot.pause(0.05)
        await pilot.pause(0.1)
        assert "Preparing words" in screen_text(pilot)
        assert "40%" in screen_text(pilot)
        # The words themselves can be read meanwhile.
        assert "泊里镇" in screen_text(pilot).split("Preparing words")[0]
        await pilot.press("ctrl+c")
    assert study.closed.is_set()


async def test_an_unknown_theme_falls_back(opened):
    async with opened(FakeStudy(Settings(theme="gone"))) as pilot:
        assert pilot.app.theme == "ink"


async def test_hostile_text_never_reaches_the_terminal(opened, press, monkeypatch):
    from dataclasses import replace

    from tests.tui import fake_study
    from tests.tui.texts import annotated, word

    evil = "[/nope][@click=app.quit]\x1b]52;c;AA\x07\x9b31m\u202e"
    text = annotated(word(f"学{evil}", "xue2", "xué"), "。")
    version = replace(fake_study.ARTICLE.versions[0], title=f"题{evil}", title_en=evil)
    article = replace(fake_study.ARTICLE, versions=(version,), summary=evil, section=evil)
    monkeypatch.setattr(fake_study, "ARTICLE", article)
    monkeypatch.setattr(fake_study, "TEXT", text)
    async with opened() as pilot:
        seen = screen_text(pilot)
        await press(pilot, "enter", "enter")
        seen += screen_text(pilot)
        await press(pilot, "n")
        seen += screen_text(pilot)
        assert "[/nope]" in seen
        assert not set(seen) & set("\x1b\x07\x9b\u202e")


def test_twins_of_keys():
    assert (twin("q"), twin("?")) == ("ｑ", "？")
    assert plain_key("ｑ") == "q"
    assert plain_key("fullwidth_question_mark") == "question_mark"


def test_the_screen_loads_no_language_tools():
    code = (
        "import sys, reader.tui.app, reader.tui.screens.article, reader.tui.screens.quiz, "
        "reader.tui.screens.summary, reader.tui.screens.settings, reader.tui.screens.notes;"
        "print([m for m in ('jieba', 'pypinyin', 'fsrs', 'tinydb', 'opencc') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_ended_from_outside_the_screen_is_left_in_order(opened, name):
    study = FakeStudy()
    ending = getattr(signal, name)
    before = signal.signal(ending, signal.SIG_IGN)  # without a handler of ours it would end the tests
    try:
        async with opened(study) as pilot:
            os.kill(os.getpid(), ending)
            await pilot.pause(0.2)
            assert pilot.app.return_code == 128 + ending
    finally:
        signal.signal(ending, before)


LONG = (
    "Another dubao is open and keeps the progress, so that nothing new is kept here. Close it to go on here, "
    "or read on as you are."
)


@pytest.mark.parametrize("no_colour", ["", "1"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_notice_leaves_text_and_popup_readable(size, no_colour, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_colour)
    app = DubaoApp(FakeStudy(), slug="poli")  # type: ignore[arg-type]
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        app.notify(LONG, severity="warning", timeout=60)
        while not (toasts := app.screen.query("Toast")) or not toasts.first().size:
            await pilot.pause(0.01)
        notice, panel = toasts.first().region, app.screen.query_one("GlossPanel")
        assert panel.size.height
        assert not notice.overlaps(panel.region)
        assert notice.bottom <= app.screen.query_one(ArticleView).region.y + 1


@pytest.mark.parametrize("key", ["s", "w", "p", "r", "i", "question_mark", "enter", "q"])
async def test_what_is_typed_behind_the_key_that_leaves_does_nothing(key):
    app = DubaoApp(Desk())  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for one in ("escape", key, key):
            app.post_message(events.Key(one, one if len(one) == 1 else None))
        await pilot.pause()
    assert app.return_code == 0
    assert app._exception is None


async def test_a_command_of_the_menu_chosen_twice_closes_the_menu_only(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "ctrl+p", *"notes")
        menu = pilot.app.screen
        commands = menu.query_one("CommandList", OptionList)
        while not commands.option_count:
            await pilot.pause(0.05)
        commands.highlighted = 0
        commands.action_select()
        commands.action_select()
        await settle(pilot)
        await pilot.pause()
        assert pilot.app._exception is None
        assert any(isinstance(screen, ArticleScreen) for screen in pilot.app.screen_stack)


async def test_an_article_that_can_not_be_opened_closes_itself_not_what_lies_over_it(opened, press):
    async with opened(slug="poli") as pilot:
        article = pilot.app.screen
        await press(pilot, "s")
        settings = pilot.app.screen
        article._give_up(StorageError("It can't be read."))
        await settle(pilot)
        assert pilot.app.screen is settings
        await press(pilot, "s")
        await settle(pilot)
        assert pilot.app.screen_stack == [pilot.app.screen_stack[0]]


async def test_a_page_can_be_turned_before_a_list_is_laid_out(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "ctrl+p")
        menu = pilot.app.screen
        commands = menu.query_one("CommandList", OptionList)
        while not commands.option_count:
            await pilot.pause(0.05)
        commands.clear_options().add_options(["one", "two"])
        commands.highlighted = 1
        menu._action_command_list("page_down")
        shelf = FittedList(*"123")
        await menu.mount(shelf)
        shelf.clear_options().add_options("45")
        shelf.highlighted = 1
        shelf.action_page_down()
        await settle(pilot)
