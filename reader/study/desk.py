"""The desk: what both doors use to open an article, start a quiz and keep what was answered."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import utc_now
from reader.config import Settings, changed_settings, write_settings
from reader.errors import ContentError, UsageError
from reader.paths import Paths
from reader.study.keeping import Keeping
from reader.study.shelf import (
    ReadingPlace,
    ShelfRow,
    fitting_level,
    own_row,
    reading_place,
    shelf_row,
)
from reader.study.turns import in_turn

# The screen paints before any room is loaded: what a room gives is imported where it is first used.
if TYPE_CHECKING:
    from reader.articles.article import Article, Version
    from reader.articles.library import Library
    from reader.chinese.dictionary import Dictionary
    from reader.chinese.process import Progress
    from reader.chinese.repairs import Repair
    from reader.chinese.token import AnnotatedText, Entry, Token
    from reader.quiz.plan import QuizPlan
    from reader.quiz.session import Outcome, Session
    from reader.review.card import Rating
    from reader.review.store import Store
    from reader.study.annotating import Annotating
    from reader.study.drilling import Drilling
    from reader.study.facts import Facts
    from reader.study.progressing import Progressing
    from reader.study.quizzing import Desk, Quizzing
    from reader.study.repairing import Repairing
    from reader.study.reviewing import Reviewing
    from reader.study.texts import Opened, Texts
    from reader.study.vocabulary import Vocabulary

Clock = Callable[[], datetime]


class Study:
    """Made once for each run, by a door; given to every screen. Close it at the end.

    ``notices`` are sentences the learner should see once: a damaged file set aside, progress that
    can't be written.
    """

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        *,
        clock: Clock = utc_now,
        rng: random.Random | None = None,
        library: Library | None = None,
        patience: float = 0.0,
    ) -> None:
        """Open nothing yet. ``patience`` is how long to wait for another program's progress, in seconds."""
        self.paths = paths
        self.settings = settings
        self.notices: list[str] = []
        self._clock = clock
        self._rng = rng or random.Random()
        self._given_library = library
        self._scored: dict[int, tuple[str, str]] = {}
        self._passing: dict[str, Article] = {}
        self.patience = patience
        self._keeping = Keeping(self._open_store, self._notice)
        self._lock = self._keeping.lock

    # --- the library -----------------------------------------------------------------------

    @cached_property
    def _library(self) -> Library:
        from reader.articles.library import Library, bundled_folder

        return self._given_library or Library([bundled_folder(), self.paths.library_folder])

    @cached_property
    def texts(self) -> Texts:
        """The reader's own texts: bring in, find, change, delete."""
        from reader.study.texts import Texts

        return Texts(self.paths.library_folder, self._library, self._clock)

    @cached_property
    def facts(self) -> Facts:
        """Facts found in the reader's own texts, and confirmed."""
        from reader.study.facts import Facts

        return Facts(self._library, self.texts.own, self.annotated)

    def shelf(self) -> list[ShelfRow]:
        """Return a row for every article, newest first; what can't be read is told in ``notices``."""
        cards, problems = self.texts.cards()
        for problem in problems:
            self._notice(problem)
        rows: list[ShelfRow] = []
        with self._lock:
            for slug in self._library.slugs():
                if slug in cards:
                    card = cards[slug]
                    rows.append(own_row(card, self.store.place(slug), self.store.best_score(slug)))
                else:
                    rows += self._bundled_row(slug)
        rows.sort(key=lambda row: row.date or row.added[:10], reverse=True)
        return rows

    def slugs(self) -> list[str]:
        """Return the slug of every article, sorted; no text is read for it."""
        return self._library.slugs()

    def _bundled_row(self, slug: str) -> list[ShelfRow]:
        try:
            article = self._library.article(slug)
        except ContentError as error:
            self._notice(str(error))
            return []
        return [shelf_row(article, self._place(article), self.store.best_score(slug))]

    def article(self, slug: str) -> Article:
        """Return an article; raises UsageError (with the nearest slug) or ContentError."""
        return self._passing.get(slug) or self._library.article(slug)

    def version(self, article: Article, level: str | None) -> Version:
        """Return the version of that level; without one, where the reader stopped or the best fit.

        Raises:
            UsageError: the article has no such version.
        """
        if level is None:
            place = self._place(article)
            return article.version(place.level) or article.versions[0] if place else self._fit(article)
        version = article.version(level)
        if version is None:
            levels = ", ".join(v.level for v in article.versions)
            raise UsageError(f"{article.slug} has no version “{level}”; it has {levels}.")
        return version

    def _fit(self, article: Article) -> Version:
        level = fitting_level([version.level for version in article.versions], self.settings.level)
        return next(version for version in article.versions if version.level == level)

    # --- reading ---------------------------------------------------------------------------

    @cached_property
    def _annotating(self) -> Annotating:
        from reader.study.annotating import Annotating

        return Annotating(self.paths, lambda: self.settings, self._notice)

    @cached_property
    def repairing(self) -> Repairing:
        """The reader's repairs of words, readings and glosses."""
        from reader.study.repairing import Repairing

        return Repairing(self.paths, self._clock, self._notice)

    def warm_up(self) -> None:
        """Start the language helper in the background; returns at once."""
        self._annotating.warm_up()

    def is_ready(self, article: Article, version: Version) -> bool:
        """Tell whether the version opens at once, from the cache."""
        return self._annotating.is_cached(article, version)

    def annotated(
        self, article: Article, version: Version, progress: Progress | None = None
    ) -> AnnotatedText:
        """Return the annotated text; blocks while it is made (``progress`` gets 0 to 1)."""
        return self._annotating.annotated(article, version, progress)

    def shown(self, annotated: AnnotatedText) -> AnnotatedText:
        """Return a text for the eye, in the reader's characters and tones, its tokens at the same places."""
        return self._annotating.shown(annotated)

    def shown_title(self, article: Article, version: Version) -> str:
        """Return a version's title in the reader's characters."""
        if self.settings.script == "original":
            return version.title
        return self.shown(self._annotating.text(version.title, article)).text

    def other_form(self, token: Token) -> str:
        """Return a word in the other script, "" where it is written alike in both."""
        return self._annotating.other_form(token)

    @property
    def dictionary(self) -> Dictionary:
        """The dictionary; built on first need, which takes a second or two."""
        return self._annotating.dictionary

    def entries(self, token: Token) -> tuple[Entry, ...]:
        """Return the dictionary entries of a token, the one meant here first."""
        return self._annotating.entries(token)

    def characters(self, token: Token) -> list[tuple[Entry, list[Entry]]]:
        """Return each character of a word as it is meant there, with other words that have it."""
        return self._annotating.characters(token)

    def repair_of(self, token: Token) -> Repair | None:
        """Return the reader's own repair of a word, None without one."""
        return self._annotating.repair_of(token)

    def dictionary_parts(self, token: Token) -> tuple[Entry, ...]:
        """Return the entries of the words that a compound is made of."""
        return self._annotating.parts(token)

    def place(self, slug: str) -> ReadingPlace | None:
        """Return where reading of the article stopped, None where it was never opened."""
        return self._place(self.article(slug))

    def _place(self, article: Article) -> ReadingPlace | None:
        with self._lock:
            return reading_place(article, self.store.place(article.slug))

    def keep_place(self, slug: str, level: str, offset: int) -> str:
        """Remember where reading stopped; return a sentence where that is not kept, else ""."""
        with self._lock:
            store = self.store
            if store.is_read_only:
                return f"Your place in the text is not kept: {store.why_read_only}."
            store.set_place(slug, level, offset, self._clock())
            return ""

    # --- the quiz --------------------------------------------------------------------------

    @cached_property
    def quizzing(self) -> Quizzing:
        """Banks of questions, and items come back."""
        from reader.study.quizzing import Quizzing

        return Quizzing(self._desk)

    @cached_property
    def _desk(self) -> Desk:
        from reader.study.quizzing import Desk

        return Desk(
            self._library, self.article, self.version, self.annotated, self.entries, self.shown,
            lambda: self.store, lambda: self.settings, self._lock, self._rng,
        )  # fmt: skip

    def quiz(
        self,
        slug: str,
        level: str | None = None,
        *,
        length: int | None = None,
        seed: int | None = None,
        plan: QuizPlan | None = None,
    ) -> Session:
        """Return a quiz on one version; the same seed gives the same questions in the same order.

        Raises:
            UsageError: the version gives no question, or none such as the plan asks for.
        """
        from reader.quiz.plan import QuizPlan

        plan = plan or QuizPlan(length=length, seed=seed)
        level = self.version(self.article(slug), level).level
        missed = self.quizzing.missed(self._clock()) if plan.missed else ()
        session = self.quizzing.session(self.quizzing.chosen(slug, level, plan, missed=missed))
        if not (plan.kinds or plan.missed):
            self._scored[id(session)] = (slug, level)
        return session

    def open_text(self, text: str, name: str) -> Article:
        """Return a text as an article that is not kept; until the end its slug opens it like any other."""
        from reader.articles.plain_text import text_article

        article = text_article(text, name)
        self._passing[article.slug] = article
        return article

    def open_in_passing(self, opened: Opened, name: str) -> Article:
        """Return a file's articles as one that is not kept; several are its chapters."""
        from reader.articles.importing.writing import article_of
        from reader.articles.plain_text import passing_slug

        article = article_of(opened.drafts, passing_slug(name), name)
        self._passing[article.slug] = article
        return article

    @cached_property
    def reviewing(self) -> Reviewing:
        """What is due, and sessions over it."""
        from reader.study.reviewing import Reviewing

        return Reviewing(self._desk, self.quizzing, self._clock)

    @cached_property
    def drilling(self) -> Drilling:
        """The training ground for figures."""
        from reader.study.drilling import Drilling

        return Drilling(self._desk, self._clock)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What is known of each word, and how ready each text is."""
        from reader.study.counting import Counting
        from reader.study.vocabulary import Vocabulary

        return Vocabulary(self._desk, self._clock, Counting(self._desk, self.annotated, self.is_ready))

    @cached_property
    def progressing(self) -> Progressing:
        """What has been done so far, and reading as it goes on."""
        from reader.study.progressing import Progressing

        return Progressing(self._desk, self._clock)

    def undo_answer(self, outcome: Outcome) -> bool:
        """Take an answer back; tell whether it is kept no more: it never was, or nothing was kept since."""
        return self._keeping.undo(outcome)

    def record(self, outcome: Outcome) -> str:
        """Keep an answer: on disk before this returns. Return why it was not kept, "" where it was.

        Raises:
            StorageError: it can't be written.
        """
        return self._keeping.record(outcome, self.settings, self._clock())

    def amend(self, before: Outcome, after: Outcome) -> str:
        """Keep another judgement of an answer; return a sentence where it is not kept, "" where it is.

        Raises:
            StorageError: it can't be written.
        """
        return self._keeping.amend(before, after, self.settings, self._clock())

    def rating(self, outcome: Outcome) -> Rating:
        """Return how an answer counts, by right or wrong, help and time."""
        from reader.study.rating import rate

        with self._lock:
            return rate(outcome, self.store.counts.median_seconds(outcome.question.kind))

    def waits(self, outcomes: Iterable[Outcome]) -> dict[str, timedelta]:
        """Return after how long each item answered comes back, for those that do."""
        now = self._clock()
        due = self.quizzing.coming_back(outcome.question.item.id for outcome in outcomes)
        return {item: max(when - now, timedelta(0)) for item, when in due.items()}

    def finish(self, session: Session) -> None:
        """Keep the score of a quiz that was answered to its end."""
        scored = self._scored.pop(id(session), None)
        if scored and session.current is None and session.outcomes:
            slug, level = scored
            with self._lock:
                if not self.store.is_read_only:
                    self.store.keep_score(slug, level, session.summary().share, self._clock())

    # --- settings and the end --------------------------------------------------------------

    def save_settings(self, settings: Settings) -> None:
        """Use the settings from now on, and keep what was changed, beside what another program kept since."""
        with in_turn(self.paths.config, "settings"):
            settings = changed_settings(self.paths.settings_file, self.settings, settings)
            write_settings(self.paths.settings_file, settings)
        self.settings = settings

    @property
    def store(self) -> Store:
        """The learner's progress, opened on first need, taken over once another program lets go of it."""
        return self._keeping.store

    def _open_store(self) -> Store:
        from reader.review.store import open_store

        return open_store(self.paths.progress_folder, wait=self.patience, clock=self._clock)

    @property
    def keeps_nothing(self) -> bool:
        """Whether progress turned out to be readable only, so that nothing new is kept."""
        return self._keeping.keeps_nothing

    @property
    def unkept(self) -> str:
        """Why nothing is kept now, such as "Not kept: another dubao is open."; "" where all is."""
        return self._keeping.unkept

    def retake(self) -> bool:
        """Take the progress over if another program has let go of it meanwhile; tell whether that was so."""
        return self._keeping.retake()

    def _notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def close(self) -> None:
        """Stop the language helper and close the progress files."""
        if "_annotating" in self.__dict__:
            self._annotating.close()
        self._keeping.close()


__all__ = ["Study", "utc_now"]
