"""Review, words and progress on the screen, over a real desk whose clock the test moves on."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Input
from textual.widgets._footer import FooterKey

from reader.review.card import Standing
from reader.review.words import WordState
from reader.study.report import report
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.progress import ProgressScreen
from reader.tui.screens.review import ReviewScreen, ReviewSummary
from reader.tui.screens.review_plan import ReviewPlanScreen
from reader.tui.screens.words import SentencesScreen, WordsScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.key_bar import KeyBar
from tests.study.desks import (
    SLUG,
    Clock,
    SharedAnnotating,
    answer_all,
    make_study,
    right_answer,
    wrong_answer,
)
from tests.tui.test_article_screen import screen_text


@pytest.fixture(scope="module")
def annotating(tmp_path_factory):
    from reader.config import Settings
    from tests.study.desks import paths_in

    shared = SharedAnnotating(paths_in(tmp_path_factory.mktemp("language")), Settings)
    yield shared
    super(SharedAnnotating, shared).close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def study(tmp_path, annotating, clock):
    made = make_study(tmp_path / "home", annotating, clock)
    yield made
    made.close()


@pytest.fixture
def learnt(study, clock):
    """A desk with two quizzes on the day before yesterday."""
    for slug in (SLUG, "cleaner-production"):
        answer_all(study, study.quiz(slug, "news", length=4, seed=2))
    clock.move(days=2)
    return study


def say(question, *, right=True):
    """The keys that answer a question."""
    text = right_answer(question) if right else wrong_answer(question)
    options = [option.text for option in question.options]
    return [str(options.index(text) + 1)] if text in options else [*text, "enter"]


async def test_a_review_asks_what_is_due_and_ends_in_its_summary(learnt, opened, press):
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReviewScreen)
        count = learnt.reviewing.agenda().total
        assert f"{count} to come" in screen_text(pilot)
        for _ in range(count):
            await press(pilot, *say(pilot.app.screen._review.current), "enter")
        assert isinstance(pilot.app.screen, ReviewSummary)
        assert f"{count} of {count} right" in screen_text(pilot)
        assert learnt.reviewing.agenda().total == 0


async def test_what_is_forgotten_comes_again_and_undo_takes_both_back(learnt, opened, press):
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        review = pilot.app.screen._review
        total, answers = review.total, learnt.store.answers
        await press(pilot, *say(review.current, right=False))
        assert review.total == total + 1
        assert learnt.store.answers == answers + 1
        await press(pilot, "u")
        assert (review.total, learnt.store.answers) == (total, answers)
        assert f"{total} to come" in screen_text(pilot)


async def test_a_wrong_answer_counted_right_after_all_is_not_asked_again(learnt, opened, press):
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        review = pilot.app.screen._review
        total = review.total
        await press(pilot, *say(review.current, right=False), "m")
        assert review.total == total
        assert learnt.store.card(review.current.item.id).lapses == 0
        await press(pilot, "m")
        assert review.total == total + 1


@pytest.mark.parametrize(
    ("key", "standing"), [("x", Standing.SUSPENDED), ("i", Standing.KNOWN), ("b", Standing.ACTIVE)]
)
async def test_one_key_puts_a_card_away_and_undo_brings_it_back(learnt, opened, press, key, standing):
    twins = {"x": "ctrl+n", "i": "ctrl+t", "b": "ctrl+b"}
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        review = pilot.app.screen._review
        card_id, total = review.current.item.id, review.total
        await press(pilot, twins[key] if isinstance(pilot.app.focused, Input) else key)
        assert learnt.store.card(card_id).standing is standing
        assert card_id not in {card.id for card in learnt.reviewing.agenda().due}
        assert review.total < total or review.current.item.id != card_id
        await press(pilot, "ctrl+z" if isinstance(pilot.app.focused, Input) else "u")
        assert review.current.item.id == card_id
        assert card_id in {card.id for card in learnt.reviewing.agenda().due}


async def test_when_nothing_is_due_one_reviews_early_if_one_likes(learnt, clock, opened, press):
    answer_all(learnt, learnt.reviewing.session())
    count = len(learnt.store.cards())
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReviewPlanScreen)
        assert "Nothing is due. The next card comes back in" in screen_text(pilot)
        assert f"{count} to repeat" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert f"{count} to come" in screen_text(pilot)


async def test_leaving_the_choice_when_nothing_is_due_goes_back_to_the_library(learnt, opened, press):
    answer_all(learnt, learnt.reviewing.session())
    async with opened(learnt) as pilot:
        await press(pilot, "r", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_with_nothing_learnt_yet_the_library_says_how_to_begin(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("take its quiz" in notice.message for notice in pilot.app._notifications)


async def test_order_article_and_limit_are_chosen_in_the_review(learnt, opened, press):
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        if isinstance(pilot.app.focused, Input):
            await press(pilot, "f2")
        else:
            await press(pilot, "c")
        assert isinstance(pilot.app.screen, ReviewPlanScreen)
        assert "mixed" in screen_text(pilot)
        await press(pilot, "down", "space", "down", "right", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen._wanted.by_article
        assert screen._wanted.slug in (SLUG, "cleaner-production")
        slug = screen._wanted.slug
        assert all(q.item.article == slug or q.item.word for q in screen._review.questions)


async def test_open_shows_the_article_of_the_question_at_its_proof(learnt, opened, press):
    async with opened(learnt) as pilot:
        await press(pilot, "r")
        question = pilot.app.screen._review.current
        await press(pilot, *say(question), "o")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen._slug == question.item.article


# --- words


async def test_words_are_searched_filtered_and_sorted(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "w")
        screen = pilot.app.screen
        assert isinstance(screen, WordsScreen)
        everything = len(screen._shown)
        await press(pilot, "slash", *"fuwu", "enter")
        assert {row.word for row in screen._shown} >= {"服务"}
        assert all("fúwù" in row.pinyin for row in screen._shown)
        await press(pilot, "escape")
        assert len(screen._shown) == everything
        await press(pilot, "f")
        assert {row.state for row in screen._shown} == {WordState.NEW}
        await press(pilot, "o")
        levels = [row.level or 8 for row in screen._shown]
        assert levels == sorted(levels)


async def test_many_words_are_changed_at_once_and_undo_takes_all_back(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "w", "f", "space", "space", "space", "a")
        assert len(study.store.word_states()) == 3
        assert set(study.store.word_states().values()) == {WordState.LEARNING}
        assert len(study.store.new_cards()) == 6
        await press(pilot, "u")
        assert study.store.word_states() == {}
        assert study.store.new_cards() == []


async def test_the_cursor_stays_where_it_is_when_words_change(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "w", "down", "down", "down", "down")
        screen = pilot.app.screen
        word = screen._row().word
        await press(pilot, "x")
        assert screen._row().word == word
        assert study.store.words.state(word) is WordState.IGNORED


async def test_the_sentences_where_a_word_was_met(study, opened, press):
    study.keep_place(SLUG, "news", 0)
    async with opened(study) as pilot:
        await press(pilot, "w", "slash", *"fuwu", "enter", "enter")
        assert isinstance(pilot.app.screen, SentencesScreen)
        assert "fúwù" in screen_text(pilot)
        assert "服务" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WordsScreen)


async def test_i_know_the_words_of_an_hsk_level(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "w", "h", "4")
        states = study.store.word_states()
        assert len(states) > 2000
        assert set(states.values()) == {WordState.KNOWN}
        await press(pilot, "u")
        assert study.store.word_states() == {}


async def test_what_to_learn_before_reading_a_text_is_shown_and_taken(study, opened, press):
    async with opened(study, size=(100, 40)) as pilot:
        await press(pilot, "w", "t")
        text = screen_text(pilot)
        assert "Learn these" in text
        assert "95." in text
        before = study.vocabulary.readiness()
        wanted = pilot.app.screen.plan
        await press(pilot, "a")
        learning = {word for word, state in study.store.word_states().items() if state is WordState.LEARNING}
        assert learning == {word.word for word in wanted.words}
        study.vocabulary.set(learning, WordState.KNOWN)
        after = {(row.slug, row.level): row.coverage.share for row in study.vocabulary.readiness()}
        assert any(abs(after[row.slug, row.level] - wanted.after) < 0.001 for row in before)


async def test_letters_typed_into_the_search_change_no_word(study, opened, press):
    async with opened(study) as pilot:
        await press(pilot, "w", "slash", *"axin")
        assert study.store.word_states() == {}
        assert pilot.app.screen.query_one(Input).value == "axin"


# --- progress


async def test_progress_tells_what_was_done_by_the_desks_own_clock(learnt, opened, press):
    async with opened(learnt, size=(80, 60)) as pilot:
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ProgressScreen)
        text = screen_text(pilot)
        assert "0 of 20 answers" in text
        assert "Streak" in text
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_progress_of_somebody_who_has_just_begun_says_how(study, opened, press):
    async with opened(study, size=(80, 60)) as pilot:
        await press(pilot, "p")
        assert "Nothing yet" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_fitting_is_offered_once_it_can_be_done_and_used_from_then_on(
    learnt, opened, press, monkeypatch
):
    import fsrs

    from reader.review import fitting

    weights = list(fsrs.Scheduler().parameters)
    weights[2] += 1
    monkeypatch.setattr(fitting, "fit", lambda reviews: weights)
    async with opened(learnt) as pilot:
        await press(pilot, "p", "f")
        assert learnt.store.weights() == {}
    monkeypatch.setattr(fitting, "missing_parts", lambda: [])
    monkeypatch.setattr(fitting, "REVIEWS_NEEDED", 0)
    monkeypatch.setattr(fitting, "may_fit", lambda *_: True)
    learnt_again = make_study(learnt.paths.data.parent, learnt._annotating, lambda: learnt._clock())
    async with opened(learnt_again, size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert "f fits the schedule" in screen_text(pilot)
        await press(pilot, "f")
        assert learnt_again.store.weights() == {1: weights}
        session = learnt_again.reviewing.session()
        answer_all(learnt_again, session)
        assert {review.weights for review in learnt_again.store.reviews()} == {0, 1}


# --- words in the article


async def test_a_word_learnt_in_the_article_has_faint_then_no_pinyin_and_a_peek_brings_it_back(
    study, clock, opened, press
):
    study.settings = study.settings.__class__(pinyin="unknown")
    async with opened(study, slug=SLUG, level="news") as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        index = next(i for i, token in enumerate(view.annotated.tokens) if token.surface == "审批")
        view.move_to(index)
        await press(pilot, "w")
        assert study.store.words.state("审批") is WordState.LEARNING
        for _ in range(3):
            answer_all(study, study.reviewing.session())
            clock.now = max(card.due for card in study.store.cards())
        study.vocabulary.set(["审批"], WordState.KNOWN)
        pilot.app.screen._learn_knowledge()
        await press(pilot)
        assert not view._wants_pinyin(index)
        answers = study.store.answers
        await press(pilot, "x")
        assert view._wants_pinyin(index)
        assert study.store.words.state("审批") is WordState.LEARNING
        assert study.store.answers == answers


@pytest.mark.parametrize("keys", [("r",), ("w",), ("p",), ("r", "c")])
async def test_every_key_of_the_footer_fits_80_columns(learnt, opened, press, keys):
    async with opened(learnt) as pilot:
        await press(pilot, *keys)
        for bar in pilot.app.screen.query(KeyBar):
            shown = list(bar.query(FooterKey))
            assert shown
            assert sum(len(str(key.key_display)) + len(key.description) + 3 for key in shown) <= 82


async def test_while_another_program_keeps_the_progress_each_verdict_says_so(
    learnt, opened, press, annotating, clock
):
    second = make_study(learnt.paths.data.parent, annotating, clock)
    async with opened(second, slug=SLUG, quiz=True) as pilot:
        for _ in range(2):
            await press(pilot, "s")
            assert "Not kept: another dubao is open." in screen_text(pilot)
            await press(pilot, "m")  # counted as right after all: not kept, either
            assert "Not kept: another dubao is open." in screen_text(pilot)
            await press(pilot, "enter")
        assert second.store.answers == 8
        learnt.close()
        assert second.retake()
        await press(pilot, "u")
        assert second.store.answers == 8
        await press(pilot, "s")
        assert "counts as again" in screen_text(pilot)
        assert second.store.answers == 9
        await press(pilot, "escape")
        assert "Not all of what you answered is kept." in " ".join(
            n.message for n in pilot.app._notifications
        )
    second.close()


async def test_the_program_looks_by_itself_whether_it_may_keep_again(
    learnt, opened, press, annotating, clock, monkeypatch
):
    monkeypatch.setattr("reader.tui.app.LOOK_EVERY", 0.05)
    second = make_study(learnt.paths.data.parent, annotating, clock)
    async with opened(second) as pilot:
        await press(pilot, "p")
        assert second.keeps_nothing
        assert "In all: 8 answers" in screen_text(pilot)
        answer_all(learnt, learnt.quiz(SLUG, "news", length=3, seed=2))
        learnt.close()
        for _ in range(100):
            await pilot.pause(0.05)
            if not second.keeps_nothing:
                break
        await pilot.pause(0.2)
        await press(pilot)
        assert "In all: 11 answers" in screen_text(pilot)
        assert "The other dubao is closed" in " ".join(n.message for n in pilot.app._notifications)
    second.close()


async def test_a_place_that_is_not_kept_is_told_when_the_reader_leaves(
    learnt, opened, press, annotating, clock
):
    second = make_study(learnt.paths.data.parent, annotating, clock)
    async with opened(second, slug=SLUG) as pilot:
        await press(pilot, "right", "right", "escape")
        await pilot.app.workers.wait_for_complete()
        told = [*second.notices, *(notice.message for notice in pilot.app._notifications)]
    assert "Your place in the text is not kept: another dubao is open." in told
    second.close()


async def test_words_of_texts_never_opened_are_counted_while_the_others_are_shown(
    study, opened, press, monkeypatch
):
    first, *_ = study._library.articles()[0]
    is_open = threading.Event()
    counting = study.vocabulary._counting
    annotate = counting._annotate

    def slow(article, version, progress):
        if progress is not None:
            progress(0.5)
            is_open.wait(20)
        return annotate(article, version, progress)

    monkeypatch.setattr(counting, "_annotate", slow)
    monkeypatch.setattr(counting, "_is_ready", lambda *_: False)
    async with opened(study) as pilot:
        counting.forget()
        study.vocabulary.census(first, first.versions[0])
        await pilot.press("w")
        for _ in range(100):
            await pilot.pause(0.02)
            if pilot.app.screen._rows:
                break
        screen = pilot.app.screen
        few = len(screen._shown)
        assert 0 < few < 200
        assert "counting the other texts" in screen_text(pilot)
        await pilot.press("down", "down", "down")
        word = screen._row().word
        is_open.set()
        await press(pilot)
        assert len(screen._shown) > few
        assert screen._row().word == word  # the cursor stays on its word
        assert "counting" not in screen_text(pilot)


async def test_the_report_stands_on_the_screen_as_it_is_printed(learnt, opened, press):
    async with opened(learnt, size=(80, 60)) as pilot:
        await press(pilot, "p")
        shown = screen_text(pilot)
        for section in report(learnt.progressing.statistics(), learnt.progressing.today)[:4]:
            for line in section.lines:
                assert line in shown  # with every blank of its columns


async def test_an_option_in_english_is_not_told_twice_after_the_answer(study, opened, press):
    from reader.quiz.plan import QuizPlan

    plan = QuizPlan(length=1, kinds=frozenset({"meaning"}), seed=3)
    async with opened(study, slug=SLUG, level="news", quiz=True, plan=plan) as pilot:
        key = pilot.app.screen._session.current.key
        await press(pilot, "s")
        lines = [line for line in screen_text(pilot).splitlines() if "✓" in line]
        assert lines
        assert all(line.count(key) == 1 for line in lines)
