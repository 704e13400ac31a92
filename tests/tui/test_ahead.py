"""The next chapters of a book are prepared while one is read."""

from dataclasses import replace

from reader.articles.article import Paragraph, Sentence, Version
from reader.errors import TextError
from reader.tui.ahead import prepare_ahead
from tests.tui.fake_study import ARTICLE, FakeStudy


def chapter(number: int) -> Version:
    return Version(f"c{number}", "山", "", (Paragraph((Sentence("山上有雪。", "", 0, ()),)),))


BOOK = replace(ARTICLE, name="一本书", versions=tuple(map(chapter, range(1, 6))))


class Recording(FakeStudy):
    def __init__(self, ready: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.ready = ready
        self.made: list[str] = []

    def is_ready(self, article, version):
        return version.level in self.ready

    def annotated(self, article, version, progress=None):
        self.made.append(version.level)
        if version.level == "c2":
            raise TextError("It can't be read.")


def made(version: Version, is_unwanted=lambda: False, article=BOOK, **start) -> list[str]:
    study = Recording(**start)
    prepare_ahead(study, article, version, is_unwanted)
    return study.made


def test_the_next_two_chapters_are_prepared_and_trouble_in_one_is_left_for_later():
    assert made(BOOK.versions[0]) == ["c2", "c3"]
    assert made(BOOK.versions[0], ready=("c2",)) == ["c3"]
    assert made(BOOK.versions[3]) == ["c5"]
    assert made(BOOK.versions[4]) == []


def test_nothing_is_prepared_of_an_article_or_when_it_is_unwanted():
    assert made(ARTICLE.versions[0], article=ARTICLE) == []
    assert made(BOOK.versions[0], lambda: True) == []
