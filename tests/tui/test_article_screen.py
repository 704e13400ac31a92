import threading

from reader.config import Settings
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.gloss_panel import GlossPanel
from tests.tui.fake_study import FakeStudy


def screen_text(pilot) -> str:
    """What stands on the screen, row by row."""
    app = pilot.app
    _, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines[:height])


def word_at_cursor(pilot) -> str:
    token = pilot.app.screen.query_one(ArticleView).token
    return token.surface if token else ""


def gloss(pilot) -> str:
    panel = pilot.app.screen.query_one(GlossPanel)
    return str(panel.query_one("#gloss").content) if panel.is_open else ""


async def test_arrows_and_letters_move_by_word(opened, press):
    async with opened(slug="poli") as pilot:
        assert word_at_cursor(pilot) == "泊里镇"
        await press(pilot, "right", "l")
        assert word_at_cursor(pilot) == "山东"
        await press(pilot, "left", "h", "left")
        assert word_at_cursor(pilot) == "泊里镇"


async def test_up_and_down_keep_to_the_column(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "down")
        below = word_at_cursor(pilot)
        assert below in ("137", "个")
        await press(pilot, "j")
        assert word_at_cursor(pilot) in ("人们", "的")
        await press(pilot, "k", "up")
        assert word_at_cursor(pilot) == "泊里镇"


async def test_home_and_end_go_to_the_ends_of_the_line(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "down", "end")
        assert word_at_cursor(pilot) == "元"
        await press(pilot, "home")
        assert word_at_cursor(pilot) != "元"
        await press(pilot, "ctrl+end")
        assert word_at_cursor(pilot) == "了"


async def test_tab_goes_to_the_next_word_above_the_level(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "tab")
        assert word_at_cursor(pilot) == "山东"
        await press(pilot, "tab", "tab")
        assert word_at_cursor(pilot) == "项目"
        await press(pilot, "shift+tab")
        assert word_at_cursor(pilot) == "镇"


async def test_enter_explains_a_word_and_escape_closes(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "tab", "tab", "tab", "enter")
        said = gloss(pilot)
        assert "项目" in said
        assert "xiàngmù" in said
        assert "HSK 4" in said
        assert "项目" in said
        assert "item; project; (sports) event" in said
        assert "measure word 个 gè" in said
        await press(pilot, "escape")
        assert gloss(pilot) == ""
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_the_articles_own_entry_comes_first(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "enter")
        assert gloss(pilot).splitlines()[1].startswith("▪ Poli, a town in Qingdao")


async def test_the_popup_follows_the_cursor(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "enter", "right")
        assert gloss(pilot).startswith("在")
        assert "1 at; in" in gloss(pilot)


async def test_a_figure_shows_value_bound_english_and_reading(opened, press):
    async with opened(slug="poli") as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        index = next(i for i, token in enumerate(view.annotated.tokens) if token.surface == "3000亿")
        view.move_to(index)
        await press(pilot, "enter")
        said = gloss(pilot)
        assert "sānqiān yì" in said
        assert "more than 300 billion yuan" in said
        assert "300,000,000,000" in said
        assert "3000|0000|0000" in said
        assert "三千亿" in said
        assert "超过" in said


async def test_the_word_stays_in_sight_above_the_popup(opened, press):
    async with opened(slug="poli", size=(60, 14)) as pilot:
        await press(pilot, "ctrl+end", "enter")
        assert "le" in screen_text(pilot)
        assert "了" in screen_text(pilot)


async def test_a_click_chooses_the_word_on_either_half_of_a_character(opened, press):
    async with opened(slug="poli") as pilot:
        for offset in (6, 7):
            await press(pilot, "ctrl+end")
            await pilot.click(ArticleView, offset=(offset, 1))
            assert word_at_cursor(pilot) == "泊里镇"


async def test_p_turns_the_pinyin_modes(opened, press):
    async with opened(slug="poli") as pilot:
        assert "zài" in screen_text(pilot)
        await press(pilot, "p")
        assert "Shāndōng" in screen_text(pilot)
        assert "zài" not in screen_text(pilot)
        await press(pilot, "p", "ctrl+end")
        assert "Shāndōng" not in screen_text(pilot)
        assert "le" in screen_text(pilot)
        await press(pilot, "p")
        assert "le" not in screen_text(pilot).replace("tab New", "").replace("English", "")[:600]
        assert "off" in screen_text(pilot)


async def test_e_shows_the_sentence_in_english_and_follows(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "e")
        assert "Poli is a small town in Shandong." in screen_text(pilot)
        await press(pilot, "ctrl+end")
        assert "People's life has become better" in screen_text(pilot)
        await press(pilot, "e")
        assert "People's life" not in screen_text(pilot)


async def test_v_opens_the_next_version(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "v")
        assert "泊里镇：产业集群" in screen_text(pilot)
        assert "News" in screen_text(pilot)
        await press(pilot, "v")
        assert "小镇的大项目" in screen_text(pilot)


async def prepare(pilot, study, monkeypatch) -> threading.Event:
    """Go to the next version, which is being prepared until the event is set."""
    gate = threading.Event()
    annotated = study.annotated

    def later(article, version, progress=None):
        progress(0.3)
        gate.wait(30)
        return annotated(article, version)

    monkeypatch.setattr(study, "annotated", later)
    await pilot.press("v")
    while pilot.app.screen.query_one(ArticleView).region:
        await pilot.pause(0.02)
    return gate


async def seen(pilot, text: str) -> bool:
    """Wait until the text stands on the screen."""
    for _ in range(200):
        if text in screen_text(pilot):
            return True
        await pilot.pause(0.02)
    return False


async def test_a_version_that_must_be_prepared_first_replaces_the_text(opened, press, monkeypatch):
    study = FakeStudy()
    async with opened(study, slug="poli") as pilot:
        gate = await prepare(pilot, study, monkeypatch)
        gate.set()
        assert await seen(pilot, "jíqún")
        assert "山" not in screen_text(pilot)


async def test_keys_pressed_while_a_version_is_prepared_go_with_what_is_shown(opened, press, monkeypatch):
    study = FakeStudy()
    async with opened(study, slug="poli") as pilot:
        gate = await prepare(pilot, study, monkeypatch)
        await pilot.press("e", "p")
        assert "Poli is a small town in Shandong." in str(pilot.app.screen.query_one("#english").content)
        gate.set()
        assert await seen(pilot, "A cluster.")


async def test_n_shows_notes_key_words_and_glossary(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "n")
        text = screen_text(pilot)
        assert "What is a town?" in text
        assert "项目、投资" in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_full_width_letters_and_signs_do_the_same(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "ｅ")
        assert "Poli is a small town" in screen_text(pilot)
        await press(pilot, "？")
        assert pilot.app.screen.query("HelpPanel")
        await press(pilot, "escape")
        assert not pilot.app.screen.query("HelpPanel")


async def test_the_place_is_kept_on_leaving_and_found_again(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli") as pilot:
        await press(pilot, "right", "right", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert study.places[-1] == ("poli", "3", 4)
        await press(pilot, "enter")
        assert word_at_cursor(pilot) == "山东"


async def test_opening_an_article_is_a_place_already(opened, press):
    study = FakeStudy()
    async with opened(study) as pilot:
        await press(pilot, "enter", "escape")
        assert study.places == [("poli", "3", 0)]


async def test_a_look_at_a_proof_leaves_the_place_alone(opened, press):
    study = FakeStudy()
    study.places.append(("poli", "3", 3))
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "o", "right", "escape")
        assert study.places == [("poli", "3", 3)]


async def test_the_place_is_kept_when_the_program_is_stopped(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli") as pilot:
        await press(pilot, "right", "ctrl+c")
    assert study.places == [("poli", "3", 3)]
    assert pilot.app.return_code == 130


async def test_a_place_that_can_not_be_kept_is_told_in_a_sentence(opened, press):
    async with opened(FakeStudy(broken=True), slug="poli") as pilot:
        await press(pilot, "right", "escape")
        assert "disk is full" in " ".join(n.message for n in pilot.app._notifications)


async def test_an_unknown_article_is_told_in_a_sentence(opened):
    async with opened(slug="polly") as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "did you mean “poli”" in " ".join(n.message for n in pilot.app._notifications)


async def test_tone_numbers_in_text_and_popup(opened, press):
    async with opened(FakeStudy(Settings(pinyin_style="numbers")), slug="poli") as pilot:
        await press(pilot, "enter")
        assert "Bo2li3 Zhen4" in gloss(pilot)
        assert "Bo2li3 Zhen4" in screen_text(pilot)


async def test_a_guessed_reading_looks_unsure_without_colour(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "right")
        strips = pilot.app.screen._compositor.render_strips()
        guess = next(s for strip in strips for s in strip if s.text == "le")
        assert guess.style.italic
        assert guess.style.underline
        await press(pilot, "ctrl+end", "enter")
        assert "a guess" in gloss(pilot)


async def test_only_changed_lines_are_drawn_again(opened, press):
    async with opened(slug="poli") as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        drawn: list[int] = []
        original = view.render_line

        def render_line(y: int):
            drawn.append(y)
            return original(y)

        view.render_line = render_line  # type: ignore[method-assign]
        await press(pilot, "right")
        assert drawn
        assert set(drawn) <= {0, 1}


async def test_proof_is_lit_up_and_in_sight(opened, press):
    from tests.tui.fake_study import CHOICE

    study = FakeStudy()
    async with opened(study) as pilot:
        await pilot.app.push_screen(ArticleScreen(study, "poli", "3", proof=CHOICE.proof))
        await press(pilot)
        assert word_at_cursor(pilot) == "137"
        strips = pilot.app.screen._compositor.render_strips()
        lit = "".join(
            s.text for strip in strips for s in strip if s.style and s.style.underline and s.style.bold
        )
        assert "项" in lit
        assert "137" in lit


async def test_where_pinyin_is_for_new_words_it_stands_over_digits_too(opened):
    async with opened(study=FakeStudy(settings=Settings(pinyin="unknown", level=6)), slug="poli") as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        digits = [i for i, token in enumerate(view.annotated.tokens) if token.surface == "137"]
        assert digits
        assert all(view._wants_pinyin(index) for index in digits)
