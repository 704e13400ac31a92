"""The words part of the desk: what is known of each word, how ready each text is, words to be reviewed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.chinese.token import Kind, Token
from reader.errors import UsageError
from reader.review.card import Standing
from reader.review.schedule import new_card
from reader.review.words import WordState
from reader.study.coverage import (
    TARGET,
    Census,
    Coverage,
    LearningPlan,
    WordCount,
    coverage,
    erhua_twin,
    plan,
)
from reader.study.recording import record_peek, scheduler_for

if TYPE_CHECKING:
    from reader.articles.article import Article, Version
    from reader.review.card import Card
    from reader.review.store import Store
    from reader.study.counting import Counting
    from reader.study.quizzing import Desk

#: What is asked of a word that is added to the reviews.
ASPECTS = ("meaning", "reading")
#: The order in which one key turns a word's state.
TURN = {
    WordState.NEW: WordState.LEARNING,
    WordState.LEARNING: WordState.KNOWN,
    WordState.KNOWN: WordState.IGNORED,
    WordState.IGNORED: WordState.NEW,
}
#: Pinyin is plain below the first predicted recall, faint up to the second, gone above it.
FAINT_FROM, GONE_FROM = 0.8, 0.95
#: HSK 7 to 9 are one list.
_TOP_LEVEL = 7


class Knowledge:
    """What the reader knows at one moment; quick to ask for every word of a long text.

    Words up to the reader's HSK level count as known until the reader, or a wrong answer, says other.
    """

    def __init__(self, states: Mapping[str, WordState], level: int, recalls: Mapping[str, float]) -> None:
        self._states = states
        self._level = min(level, _TOP_LEVEL)
        self._recalls = recalls

    def state(self, word: str, level: int | None) -> WordState:
        """Return a word's state, by what was said of it or else by its level."""
        said = self._said(word)
        if said is not None:
            return said
        return WordState.KNOWN if level is not None and level <= self._level else WordState.NEW

    def is_said(self, word: str) -> bool:
        """Tell whether the word's state is more than a guess by its level."""
        return self._said(word) is not None

    def _said(self, word: str) -> WordState | None:
        return self._states.get(word) or self._states.get(erhua_twin(word))

    def is_unknown(self, token: Token) -> bool:
        """Tell whether a token is a word, or a name, that the reader does not know yet."""
        if token.kind is Kind.NAME:
            return self._states.get(token.surface, WordState.NEW) in _UNKNOWN and (
                token.level is None or token.level > self._level
            )
        return token.kind is Kind.WORD and self.state(token.surface, token.level) in _UNKNOWN

    def recall(self, word: str) -> float | None:
        """Return how likely the word's reading is remembered now, 0 to 1; None where it was never asked."""
        return self._recalls.get(word)

    def fade(self, token: Token) -> int:
        """Return how faint the pinyin over a token should be: 0 plain, 1 faint, 2 gone."""
        if not self.is_unknown(token):
            return 2
        recall = self.recall(token.surface)
        if recall is None or recall < FAINT_FROM:
            return 0
        return 1 if recall < GONE_FROM else 2


_UNKNOWN = (WordState.NEW, WordState.LEARNING)


@dataclass(frozen=True, slots=True)
class Readiness:
    """A version of an article, and how much of it is known."""

    slug: str
    title: str
    level: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class MetSentence:
    """A sentence with a word in it. ``opened`` tells whether the reader has opened the article."""

    slug: str
    level: str
    title: str
    text: str
    translation: str
    start: int
    opened: bool


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word as a list shows it: its state and since when, how often the library has it, its cards."""

    word: str
    pinyin: str
    gloss: str
    level: int | None
    state: WordState
    said: bool
    count: int
    recall: float | None
    due: datetime | None
    in_review: bool

    def has(self, wanted: str) -> bool:
        """Tell whether the word, its pinyin or its gloss has what :func:`searchable` made of a search."""
        return wanted in self.word or wanted in searchable(self.pinyin) or wanted in self.gloss.casefold()


def searchable(text: str) -> str:
    """Return text in small letters and without tone marks: xiàngmù and xiangmu are found by each other."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


class Vocabulary:
    """Made by the desk."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime], counting: Counting) -> None:
        self._desk = desk
        self._clock = clock
        self._counting = counting

    @property
    def _store(self) -> Store:
        return self._desk.store()

    # --- what is known

    def knowledge(self) -> Knowledge:
        """Return what the reader knows now."""
        with self._desk.lock:
            states = self._store.word_states()
            cards = [card for card in self._store.cards() if card.id.startswith("word/")]
        return Knowledge(states, self._desk.settings().level, self._recalls(cards))

    def _recalls(self, cards: list[Card]) -> dict[str, float]:
        # The reading's own card tells most of what pinyin is for; any other card is better than none.
        now, found = self._clock(), dict[str, float]()
        scheduler = scheduler_for(
            self._store, self._desk.settings(), "word/"
        )  # one for all: it is dear to make
        for card in sorted(cards, key=lambda card: card.id.endswith("/reading")):
            if card.id.count("/") == 2 and not card.is_new:
                found[card.id.split("/")[1]] = scheduler.recall(card, now) or 0.0
        return found

    def turn(self, word: str, level: int | None) -> WordState:
        """Give a word its next state (new, learning, known, ignored); return it.

        A word that begins to be learnt has its cards added to the reviews.
        """
        knowledge = self.knowledge()
        state = knowledge.state(word, level)
        after = TURN[state] if knowledge.is_said(word) or state is WordState.NEW else WordState.LEARNING
        self.set([word], after, "key")
        return after

    def set(self, words: Iterable[str], state: WordState, how: str = "key") -> int:
        """Put words into a state, as one step that can be undone; return how many were in another.

        Learning adds a word's cards to the reviews; known and ignored words are asked no more.
        """
        words = list(dict.fromkeys(words))
        with self._desk.lock:
            cards = [card for word in words for card in self._cards_after(word, state)]
            return self._store.set_words(words, state, how, self._clock(), cards)

    def _cards_after(self, word: str, state: WordState) -> Iterator[Card]:
        """The cards of a word that change with its state."""
        standing = _STANDING.get(state, Standing.KNOWN)
        for aspect in _ALL_ASPECTS:
            card = self._store.card(f"word/{word}/{aspect}")
            if card is not None and card.standing is not standing:
                yield replace(card, standing=standing)
            elif card is None and state is WordState.LEARNING and aspect in ASPECTS:
                yield new_card(f"word/{word}/{aspect}", self._clock())

    def know_level(self, level: int) -> int:
        """Take the words up to an HSK level as known but those learnt or ignored; return how many."""
        from reader.chinese.hsk import words_up_to

        states = self.knowledge()
        words = words_up_to(level, self._desk.settings().hsk_standard)
        fresh = [word for word in words if not states.is_said(word)]
        self.set(fresh, WordState.KNOWN, f"HSK {level}")
        return len(fresh)

    def know_list(self, text: str, name: str) -> int:
        """Take the words of a list, one a line, as known; return how many were not yet.

        Raises:
            UsageError: there is no Chinese word in it; ``name`` says of what.
        """
        from reader.study.wordlist import words_of_list

        return self.set(words_of_list(text, name), WordState.KNOWN, "list")

    def know_file(self, name: str) -> int:
        """Take the words of a list in a file as known; return how many were not yet.

        Raises:
            UsageError: the file can't be read, or has no Chinese word.
        """
        try:
            text = Path(name).expanduser().read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
            raise UsageError(
                f"{name} can't be read ({why}). Name a text file with one word a line."
            ) from error
        return self.know_list(text, name)

    def peek(self, word: str, level: int | None = None) -> bool:
        """Keep that the reader looked up the reading of a word that is known, if by its level, or learnt.

        Tell whether it counted: it does once in half a day, as a forgotten answer does.
        """
        with self._desk.lock:
            by_level = level is not None and level <= min(self._desk.settings().level, _TOP_LEVEL)
            state = self._store.words.state(word)
            is_known = state in _LEARNT or (state is WordState.NEW and by_level)
            if self._store.is_read_only or not is_known:
                return False
            return record_peek(self._store, self._desk.settings(), word, self._clock())

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` would take back: the last step, if it changed words; else None."""
        with self._desk.lock:
            label = self._store.undo_label
        is_ours = label is not None and label.startswith("marking ") and "/" not in label
        return label if is_ours else None

    def undo(self) -> str | None:
        """Take the last step back, if it changed words: never an answer; return what it was."""
        with self._desk.lock:
            return self._store.undo() if self.undo_label is not None else None

    # --- how ready each text is

    def census(self, article: Article, version: Version) -> Census:
        """Count the words of a version; it is annotated for that, at once where that was done before."""
        return self._counting.census(article, version)

    def recount(self) -> None:
        """Count the words of every text anew: a repair has changed where words begin and end."""
        self._counting.forget()

    def prepare(self, progress: Callable[[float], None], is_wanted: Callable[[], bool]) -> bool:
        """Count what ``rows`` and ``readiness`` leave out when they are to be quick.

        ``progress`` gets the share done, 0 to 1; once ``is_wanted`` is false the rest is left. Tell whether
        there was anything to count, and it is done.
        """
        return self._counting.prepare(progress, is_wanted)

    def readiness(self, *, quick: bool = False) -> list[Readiness]:
        """Return every version of the library with what is known of it, the readiest first.

        ``quick`` leaves out texts that would have to be annotated first.
        """
        state_of = self.knowledge().state
        rows = [
            Readiness(article.slug, version.title, version.level, coverage(counted, state_of))
            for article, version, counted in self._counting.counts(quick=quick)
        ]
        return sorted(rows, key=lambda row: (-row.coverage.share, row.slug, row.level))

    def coverage(self, article: Article, version: Version, knowledge: Knowledge | None = None) -> Coverage:
        """Return how much of a version is known, at the moment of ``knowledge`` if that is given."""
        return coverage(self.census(article, version), (knowledge or self.knowledge()).state)

    def plan(
        self, article: Article, version: Version, target: float = TARGET, most: int | None = None
    ) -> LearningPlan:
        """Return the fewest words to learn before reading the version."""
        return plan(self.census(article, version), self.knowledge().state, target, most)

    # --- the list of words

    def rows(self, *, quick: bool = False) -> list[WordRow]:
        """Return every word that has a state or stands in the library, the commonest first.

        ``quick`` leaves out texts that would have to be annotated first.
        """
        with self._desk.lock:
            records = self._store.words.records()
            cards = {card.id: card for card in self._store.cards() if card.id.startswith("word/")}
        knowledge = self.knowledge()
        counts = self._counts(quick)
        words = dict.fromkeys([*counts, *records, *(card.split("/")[1] for card in cards)])
        rows = [self._row(counts.get(word) or self._unmet(word), knowledge, cards) for word in words]
        return sorted(rows, key=lambda row: (-row.count, row.level or 8, row.word))

    def _counts(self, quick: bool) -> dict[str, WordCount]:
        found: dict[str, WordCount] = {}
        for _, _, counted in self._counting.counts(quick=quick):
            for word in counted.words:
                before = found.get(word.word)
                found[word.word] = replace(before, count=before.count + word.count) if before else word
        return found

    def _unmet(self, word: str) -> WordCount:
        from reader.chinese.hsk import level

        return WordCount(word, 0, level(word, self._desk.settings().hsk_standard))

    def _row(self, met: WordCount, knowledge: Knowledge, cards: Mapping[str, Card]) -> WordRow:
        own = [card for aspect in _ALL_ASPECTS if (card := cards.get(f"word/{met.word}/{aspect}"))]
        asked = [card for card in own if not card.is_new]
        return WordRow(
            word=met.word,
            pinyin=met.pinyin,
            gloss=met.gloss,
            level=met.level,
            state=knowledge.state(met.word, met.level),
            said=knowledge.is_said(met.word),
            count=met.count,
            recall=knowledge.recall(met.word),
            due=min((card.due for card in asked), default=None),
            in_review=any(card.comes_up(self._clock()) for card in own),
        )

    def sentences(self, word: str, most: int = 20) -> list[MetSentence]:
        """Return sentences with the word, those of articles that the reader has opened first."""
        found = []
        with self._desk.lock:
            opened = set(self._store.reading.places())
        for article in self._desk.library.articles()[0]:
            for version in article.versions:
                found += [
                    MetSentence(article.slug, version.level, version.title, s.text, s.translation,
                                s.start + s.text.index(word), article.slug in opened)
                    for s in version.sentences
                    if word in s.text
                ]  # fmt: skip
        return sorted(found, key=lambda sentence: not sentence.opened)[:most]


_LEARNT = (WordState.LEARNING, WordState.KNOWN)
_ALL_ASPECTS = ("meaning", "reading", "character", "gap", "seen")
_STANDING = {WordState.LEARNING: Standing.ACTIVE, WordState.NEW: Standing.SUSPENDED}


__all__ = [
    "FAINT_FROM",
    "GONE_FROM",
    "Knowledge",
    "MetSentence",
    "Readiness",
    "Vocabulary",
    "WordRow",
    "searchable",
]
