"""The quiz part of the desk: texts asked about in passing, banks of questions, quizzes, items come back."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from reader.articles.article import Article, Version
from reader.articles.library import Library
from reader.chinese.packed import packed
from reader.chinese.token import AnnotatedText, Entry, Token
from reader.config import Settings
from reader.errors import UsageError
from reader.quiz.item import Question, Step
from reader.quiz.plan import QuizPlan
from reader.quiz.rebuild import lent, questions_of, slug_of, word_of
from reader.quiz.session import Session

if TYPE_CHECKING:
    from reader.chinese.script import ScriptName
    from reader.quiz.bank import Bank
    from reader.quiz.choosing import StepOf
    from reader.quiz.source import Source
    from reader.review.card import Card
    from reader.review.store import Store

#: What was missed so many days ago, and not answered since, is no longer asked as missed.
MISSED_DAYS = 60
#: A quiz up to this long is made from a part of the text's words.
QUICK_LENGTH = 20
#: A card still being learnt that is this little stable, in days, was answered wrong.
FORGOTTEN = 1.0


@dataclass(frozen=True)
class Desk:
    """What the quiz needs of the desk. ``version`` finds the version last read, or the best fit."""

    library: Library
    article: Callable[[str], Article]
    version: Callable[[Article, str | None], Version]
    annotated: Callable[[Article, Version], AnnotatedText]
    entries: Callable[[Token], tuple[Entry, ...]]
    shown: Callable[[AnnotatedText], AnnotatedText]
    store: Callable[[], Store]
    settings: Callable[[], Settings]
    lock: AbstractContextManager[object]
    rng: random.Random


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Items come back: their questions, easiest first, and the ids whose content is gone."""

    questions: dict[str, tuple[Question, ...]]
    gone: tuple[str, ...]


class Quizzing:
    """Makes quizzes for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def source(self, slug: str, level: str | None = None) -> Source:
        """Return what a version's questions are made from, annotated."""
        from reader.quiz.source import Source

        article = self._desk.article(slug)
        version = self._desk.version(article, level)
        others = tuple(other for other in self._desk.library.articles()[0] if other.slug != article.slug)
        annotated = self._desk.annotated(article, version)
        reader_level = self._desk.settings().level
        return Source(article, version, annotated, others, reader_level=reader_level, senses=self._senses)

    def _senses(self, token: Token) -> tuple[str, ...]:
        """Return what a word read like this can mean, by the dictionary."""
        entries = self._desk.entries(token)
        alike = [e for e in entries if e.syllables == entries[0].syllables]
        return tuple(sense for entry in alike for sense in entry.senses)

    def bank(self, slug: str, level: str | None, rng: random.Random) -> Bank:
        """Return every question on a version, and what is refused."""
        from reader.quiz.bank import make_bank

        source = self.source(slug, level)
        made = make_bank(source, rng)
        return replace(made, questions=tuple(self._in_script(made.questions, source)))

    def chosen(
        self,
        slug: str,
        level: str | None,
        plan: QuizPlan,
        step_of: StepOf | None = None,
        missed: Collection[str] = (),
    ) -> list[Question]:
        """Return the questions of a quiz; ``missed`` are the items to choose from where the plan says so.

        Without ``step_of`` all is asked as it is now to be asked for this reader.

        Raises:
            UsageError: there is no question of the kinds asked for, or nothing was missed.
        """
        from reader.quiz.bank import make_bank
        from reader.quiz.choosing import choose

        rng = random.Random(plan.seed) if plan.seed is not None else self._desk.rng
        length = plan.length or self._desk.settings().quiz_length
        source = self.source(slug, level)
        quick = replace(source, draw=rng.randrange(2**32))
        chosen: list[Question] = []
        # What is drawn from a part of the text may be too little for the length; then all is made.
        for one in (quick, source) if not plan.missed and length <= QUICK_LENGTH else (source,):
            if len(chosen) < length:
                bank = make_bank(one, rng)
                bank = bank.of_kinds(plan.kinds) if plan.kinds else bank
                bank = bank.of_items(missed) if plan.missed else bank
                chosen = choose(bank.questions, length, rng, step_of or self.step)
        if not chosen:
            raise UsageError(_nothing(slug, plan))
        return self._in_script(chosen, source)

    def _in_script(self, questions: Iterable[Question], source: Source) -> list[Question]:
        """Return questions in the reader's characters: those of the text, or what the settings say."""
        from reader.quiz.turning import Turning, turned

        setting = self._desk.settings().script
        # Few texts are traditional; only of those that may be is it found out.
        is_traditional = bool(_TRADITIONAL.search(source.text)) and _is_traditional(source.text)
        name: ScriptName = "traditional"
        if setting == "simplified" or (setting == "original" and not is_traditional):
            name = "simplified"
        if name == "simplified" and not is_traditional:
            return list(questions)
        shown = source.text
        if setting != "original" and source.annotated is not None:
            shown = self._desk.shown(source.annotated).text
        turning = Turning(source.text, shown, partial(_in_script, name=name),
                          partial(_in_script, name="simplified"))  # fmt: skip
        return [turned(question, turning) for question in questions]

    def step(self, item_id: str) -> Step:
        """Return how hard an item is to be asked now: harder after each time it was known."""
        with self._desk.lock:
            return step_after(self._desk.store().card(item_id))

    def missed(self, now: datetime) -> set[str]:
        """Return the items whose last answer, in these two months, was wrong or skipped."""
        missed: dict[str, bool] = {}
        with self._desk.lock:
            for review in self._desk.store().reviews((now - timedelta(days=MISSED_DAYS)).date()):
                missed[review.card] = not review.right
        return {item for item, wrong in missed.items() if wrong}

    def coming_back(self, items: Iterable[str]) -> dict[str, datetime]:
        """Return when each item comes up for review next, in UTC; none for what is not reviewed, or kept."""
        with self._desk.lock:
            if self._desk.store().is_read_only:
                return {}
            cards = [self._desk.store().card(item) for item in items]
        return {card.id: card.due for card in cards if card is not None and not card.is_new}

    def rebuild(self, item_ids: Iterable[str]) -> Rebuilt:
        """Return the questions on items of any articles of the library, for a review.

        A word is asked in a text that has it: the one nearest the reader's level is tried first. One that
        no text has is asked by itself.
        """
        wanted = list(dict.fromkeys(item_ids))
        found: dict[str, tuple[Question, ...]] = {}
        by_slug: dict[str, list[str]] = {}
        for item in wanted:
            slug = slug_of(item) or self._slug_with(word_of(item))
            by_slug.setdefault(slug, []).append(item)
        for slug, items in by_slug.items():
            if slug in self._desk.library.slugs():
                found |= self._of_article(slug, items)
        found |= self._by_themselves([item for item in wanted if item not in found and word_of(item)])
        return Rebuilt(found, tuple(item for item in wanted if item not in found))

    def _slug_with(self, word: str) -> str:
        if not word:
            return ""
        articles = self._desk.library.articles()[0]
        with_word = [a for a in articles if any(word in version.text for version in a.versions)]
        with_word.sort(key=lambda a: word not in a.glossary and word not in a.key_words)
        return with_word[0].slug if with_word else ""

    def _of_article(self, slug: str, items: list[str]) -> dict[str, tuple[Question, ...]]:
        article = self._desk.article(slug)
        first = self._desk.version(article, None)
        found: dict[str, tuple[Question, ...]] = {}
        for version in (first, *(v for v in article.versions[::-1] if v is not first)):
            missing = [item for item in items if item not in found]
            if missing:
                words = tuple(word for item in missing if (word := word_of(item)))
                source = replace(self.source(slug, version.level), wanted=words)
                made = questions_of(missing, source, self._desk.rng)
                found |= {item: tuple(self._in_script(same, source)) for item, same in made.items()}
        return found

    def _by_themselves(self, items: list[str]) -> dict[str, tuple[Question, ...]]:
        if not items:
            return {}
        from reader.quiz.source import Source
        from reader.study.loose_words import word_sheet

        settings = self._desk.settings()
        words = tuple(dict.fromkeys(map(word_of, items)))
        sheet = word_sheet(words, settings.level, settings.hsk_standard)
        version = sheet.versions[0]
        annotated = self._desk.annotated(sheet, version)
        source = Source(sheet, version, annotated, reader_level=settings.level, wanted=words,
                        senses=self._senses)  # fmt: skip
        # What no sheet can ask, a gap in a sentence that is gone, is asked as the word itself.
        lenders = {item: f"word/{word_of(item)}/character" for item in items}
        made = questions_of((*items, *lenders.values()), source, self._desk.rng)
        found = {item: made.get(item) or lent(made.get(lenders[item], ()), item) for item in items}
        return {item: tuple(self._in_script(same, source)) for item, same in found.items() if same}

    def proof_tokens(self, question: Question) -> tuple[Token, ...]:
        """Return the words of the sentence that proves a question, offsets from its start; () if gone."""
        proof = question.proof
        start, end = proof.sentence_start, proof.sentence_start + len(proof.sentence)
        try:
            article = self._desk.article(question.item.article)
        except UsageError:
            return ()
        for version in article.versions:
            if version.text[start:end] == proof.sentence:
                annotated = self._desk.annotated(article, version)
                shown = self._desk.shown(annotated) if proof.shown else annotated
                inside = packed(shown.tokens).between(start, end)
                return tuple(t._replace(start=t.start - start) for t in inside if t.end <= end)
        return ()

    def session(self, questions: list[Question]) -> Session:
        """Return a session over questions, judged as ever."""
        from reader.quiz.grading import grade

        return Session(questions, grade)

    def fewer(self, session: Session, plan: QuizPlan | None) -> str:
        """Say that a quiz is shorter than wanted, and why; "" where it is not."""
        plan = plan or QuizPlan()
        wanted = plan.length or self._desk.settings().quiz_length
        if plan.missed or session.total >= wanted:
            return ""
        few = "1 question" if session.total == 1 else f"{session.total} questions"
        return f"The text gives {few} of the {wanted}: more would tell each other's answers."

    def repeat_misses(self, session: Session) -> Session:
        """Return a session over what was missed in another, the options in a new order."""
        return session.repeat_misses(self._desk.rng)


#: Characters of which a traditional text of any length has one.
_TRADITIONAL = re.compile("[們這個為說來時國會後發對開長還過點兒]")


def _is_traditional(text: str) -> bool:
    from reader.chinese.script import is_traditional

    return is_traditional(text)


def _in_script(words: str, name: ScriptName) -> str:
    from reader.chinese.script import in_script

    return in_script(words, name)


def step_after(card: Card | None) -> Step:
    """Return how hard to ask what a card is of: what was forgotten goes a step back."""
    from reader.review.card import Phase

    if card is None or card.is_new or (card.phase is Phase.LEARNING and card.stability < FORGOTTEN):
        return Step.CHOOSE
    if card.phase is Phase.REVIEW and card.reviews > 1:
        return Step.RECALL
    return Step.TYPE


def comes_back(waits: Iterable[timedelta]) -> str:
    """Say when what was answered comes back: "4 in 10 minutes, 6 in 2 days"; "" where nothing does."""
    from reader.study.reviewing import in_words

    counts = Counter(in_words(wait) for wait in sorted(waits))
    return ", ".join(f"{count} in {wait}" for wait, count in counts.items())


def _nothing(slug: str, plan: QuizPlan) -> str:
    if plan.missed:
        return f"Nothing that you missed in {slug} is waiting to be asked again. Leave --missed away."
    if plan.kinds:
        return f"{slug} gives no question of the kinds {', '.join(sorted(plan.kinds))}."
    return f"{slug} gives no question: it has too little Chinese text."
