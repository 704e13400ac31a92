from dataclasses import replace

from reader.tui.turning import turned
from tests.tui.fake_study import ARTICLE

EASY, HARD = ARTICLE.versions
BOOK = replace(ARTICLE, name="一本书")


def test_after_the_last_version_comes_the_first():
    assert turned(ARTICLE, HARD, 1, 0.0) == (EASY, 0)
    assert turned(ARTICLE, EASY, -1, 0.0) == (HARD, 0)


def test_reading_goes_on_at_about_the_same_place():
    assert turned(ARTICLE, HARD, 1, 0.5) == (EASY, len(EASY.text) // 2)
    assert turned(ARTICLE, HARD, 1, 1.0)[1] < len(EASY.text)


def test_a_story_with_one_version_says_so():
    assert turned(replace(ARTICLE, versions=(EASY,)), EASY, 1, 0.5) == "This story has only one version."


def test_chapters_begin_at_their_beginning_and_do_not_go_round():
    assert turned(BOOK, EASY, 1, 0.7) == (HARD, 0)
    assert turned(BOOK, HARD, 1, 0.7) == "This is the last chapter."
    assert turned(BOOK, EASY, -1, 0.7) == "This is the first chapter."
