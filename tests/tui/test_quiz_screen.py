from dataclasses import replace

from textual.app import App
from textual.content import Content
from textual.style import Style
from textual.visual import Visual
from textual.widgets import Input

from reader.quiz.kinds import GROUPS
from reader.quiz.plan import QuizPlan
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.quiz import QuizScreen
from reader.tui.screens.quiz_plan import QuizPlanScreen
from reader.tui.screens.summary import SummaryScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.question_view import Hanging
from tests.tui.fake_study import CHOICE, FakeStudy, Story, small_story
from tests.tui.test_article_screen import screen_text, word_at_cursor


async def test_a_digit_answers_and_the_answer_is_kept_before_it_shows(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        assert "泊里镇现在有多少个大项目？" in screen_text(pilot)
        await press(pilot, "2")
        assert [outcome.answer.text for outcome in study.recorded] == ["137个"]
        text = screen_text(pilot)
        assert "✓ Right" in text
        assert "137个大项目" in text


async def test_a_wrong_answer_shows_key_diagnosis_and_proof(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1")
        text = screen_text(pilot)
        assert "✗ Wrong" in text
        assert "ten times too many" in text
        assert "137个" in text
        strips = pilot.app.screen._compositor.render_strips()
        lit = [s.text for strip in strips for s in strip if s.style and s.style.underline and s.style.bold]
        assert "".join(lit) == "137个大项目"


async def test_enter_goes_on_and_typing_answers(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "enter")
        assert isinstance(pilot.app.focused, Input)
        await press(pilot, *"3000", "亿", "enter")
        assert "✓ Right" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "2 of 2 right" in screen_text(pilot)
        assert len(study.finished) == 1


async def test_what_can_not_be_read_is_asked_again(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "enter", "x", "enter")
        assert "Type a figure like 3000亿." in screen_text(pilot)
        assert len(study.recorded) == 1
        assert isinstance(pilot.app.focused, Input)


async def test_letters_typed_into_the_answer_are_no_commands(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "enter", "s", "e", "u", "o", "1", "q")
        assert pilot.app.screen.query_one(Input).value == "seuo1q"


async def test_skip_by_letter_and_by_control_key_while_typing(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "s")
        assert "– Skipped" in screen_text(pilot)
        await press(pilot, "enter", "ctrl+s")
        assert "– Skipped" in screen_text(pilot)
        assert len(study.recorded) == 2


async def test_undo_asks_the_question_again(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1", "u")
        assert "Wrong" not in screen_text(pilot)
        await press(pilot, "2")
        assert "✓ Right" in screen_text(pilot)
        await press(pilot, "enter", "ctrl+z")
        assert "泊里镇现在有多少个大项目？" in screen_text(pilot)


async def test_english_of_the_question_counts_as_help(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        assert "How many big projects" not in screen_text(pilot)
        await press(pilot, "e")
        assert "How many big projects" in screen_text(pilot)
        await press(pilot, "2")
        assert study.recorded[0].answer.peeked


async def test_leaving_keeps_what_was_answered(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert len(study.recorded) == 1
        assert "Stopped after 1 of 2" in " ".join(n.message for n in pilot.app._notifications)


async def test_an_answer_that_can_not_be_kept_is_told_and_the_quiz_goes_on(opened, press):
    async with opened(FakeStudy(broken=True), slug="poli", quiz=True) as pilot:
        await press(pilot, "2")
        assert "✓ Right" in screen_text(pilot)
        assert "disk is full" in " ".join(n.message for n in pilot.app._notifications)


async def test_a_miss_opens_the_text_at_the_words_and_escape_comes_back(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1", "enter", "ctrl+s", "enter")
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "2 missed" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert word_at_cursor(pilot) == "超过"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SummaryScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_quiz_from_the_article_comes_back_to_it(opened, press):
    async with opened(slug="poli") as pilot:
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, QuizScreen)
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(ArticleView)


async def test_the_mouse_chooses_an_option(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await pilot.click("#options", offset=(6, 1))
        await press(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [outcome.answer.text for outcome in study.recorded] == ["137个"]


async def test_p_puts_pinyin_over_the_proof_and_e_its_english_below(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1")
        assert "xiàngmù" not in screen_text(pilot)
        assert "It now has 137 big projects" not in screen_text(pilot)
        await press(pilot, "p", "e")
        assert "xiàngmù" in screen_text(pilot)
        assert "It now has 137 big projects" in screen_text(pilot)
        await press(pilot, "p", "e")
        assert "xiàngmù" not in screen_text(pilot)


async def test_enter_on_the_proof_opens_the_article_there(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1", "tab", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert word_at_cursor(pilot) == "137"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuizScreen)


async def test_m_counts_a_wrong_answer_right_and_again_wrong(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "1")
        assert "counts as again" in screen_text(pilot)
        await press(pilot, "m")
        assert "✓ Right" in screen_text(pilot)
        assert [outcome.right for outcome in study.recorded] == [True]
        await press(pilot, "m")
        assert [outcome.right for outcome in study.recorded] == [False]


async def test_minus_and_plus_change_how_the_answer_counts(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "2")
        assert "counts as good" in screen_text(pilot)
        await press(pilot, "minus")
        assert "counts as hard" in screen_text(pilot)
        await press(pilot, "plus", "plus")
        assert "counts as easy" in screen_text(pilot)
        assert [outcome.rating for outcome in study.recorded] == [4]


async def test_length_kinds_and_only_the_missed_are_chosen(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, QuizPlanScreen)
        assert "‹ 10 ›" in screen_text(pilot)
        await press(pilot, "left", "down", "right", "down", "space", "enter")
        assert isinstance(pilot.app.screen, QuizScreen)
        assert study.plans[-1] == QuizPlan(5, GROUPS["figures"], missed=True)
        await press(pilot, "c", *["down"] * 4, "space")
        assert "12 chosen below" in screen_text(pilot)
        await press(pilot, "escape")
        assert study.plans[-1] == QuizPlan(5, GROUPS["figures"], missed=True)


async def test_the_end_says_what_comes_back_when_and_shows_each_miss_in_its_sentence(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "1", "enter", *"3000", "亿", "enter", "enter")
        text = screen_text(pilot)
        assert "1 of 2 right" in text
        assert "Figures, chosen" in text
        assert "1 in 10 minutes, 1 in 3 days" in text
        assert "137个大项目" in text


async def test_one_key_asks_the_misses_again(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True) as pilot:
        await press(pilot, "1", "enter", *"3000", "亿", "enter", "enter", "r")
        assert isinstance(pilot.app.screen, QuizScreen)
        assert "1/1" in screen_text(pilot)
        await press(pilot, "2", "enter")
        assert "1 of 1 right" in screen_text(pilot)
        await press(pilot, "n")
        assert "1/2" in screen_text(pilot)


async def test_a_long_option_goes_on_under_its_words():
    sign, words = (
        Content(" 1  "),
        Content("三个“零”里面，哪一个说的是不用等？ Of the three zeros, which one?"),
    )
    option = Hanging(sign, words)
    async with App().run_test() as pilot:
        screen = pilot.app.screen
        strips = Visual.to_strips(screen, option, 30, None, Style())
        assert len(strips) == option.get_height({}, 30) > 1
        assert strips[0].text.startswith(" 1  三个")
        assert all(strip.text.startswith("    ") and strip.text[4] != " " for strip in strips[1:])


def long_story() -> Story:
    """One question that fills the screen by itself."""
    asked = replace(CHOICE, stem=CHOICE.stem * 9, stem_en=CHOICE.stem_en * 9)
    return replace(small_story(), questions=[asked])


async def test_after_an_answer_to_a_long_question_verdict_and_proof_are_on_the_screen(opened, press):
    for keys in (("1",), ("e", "1")):
        async with opened(FakeStudy(story=long_story()), slug="poli", quiz=True) as pilot:
            await press(pilot, *keys)
            text = screen_text(pilot)
            assert "✗ Wrong" in text
            assert "137个大项目，总投资" in text


async def test_a_plan_without_a_length_shows_the_usual_one(opened, press):
    study = FakeStudy()
    async with opened(study, slug="poli", quiz=True, plan=QuizPlan()) as pilot:
        await press(pilot, "c")
        assert f"‹ {study.settings.quiz_length} ›" in screen_text(pilot)


async def test_back_from_the_article_enter_goes_on(opened, press):
    async with opened(slug="poli", quiz=True) as pilot:
        await press(pilot, "2", "tab", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.focused, Input)
