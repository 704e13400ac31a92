"""How much of a text a reader knows, and which words to learn so that it becomes more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.chinese.packed import packed
from reader.chinese.token import Kind, Token
from reader.review.words import WordState

#: Tells a word's state from its headword and HSK level (None where it is in no list).
StateOf = Callable[[str, int | None], WordState]
#: What is mostly aimed at: with 95 words of 100 known, a text can be read without a dictionary.
TARGET = 0.95

_UNLISTED = 8
#: So many characters a word has at least that keeps its sense with 儿 behind it.
_TWIN_LENGTH = 2


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of a text, how often it stands there, its HSK level, and what it is where it stands first."""

    word: str
    count: int
    level: int | None
    pinyin: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Census:
    """The running words of a text, names and figures apart. ``words`` are in the order of the text."""

    words: tuple[WordCount, ...]
    names: int
    figures: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a text's running words are known and being learnt; ignored ones don't count at all."""

    running: int
    known: int
    learning: int
    names: int
    figures: int

    @property
    def share(self) -> float:
        """The share of running words known, 0 to 1; 1 where there is no word to know."""
        return self.known / self.running if self.running else 1.0


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """The fewest words that bring a text to a share known: before and after, 0 to 1."""

    words: tuple[WordCount, ...]
    before: float
    after: float

    @property
    def promise(self) -> str:
        """The plan in words: "Learn these 9 words: 91.2% to 95.1%"."""
        if not self.words:
            return f"You know {percent(self.before)} of its words."
        these = f"these {len(self.words)} words" if len(self.words) > 1 else "this word"
        return f"Learn {these}: {percent(self.before)} to {percent(self.after)}"


def percent(share: float) -> str:
    """Return a share as a percentage with one decimal, rounded down: a promise is not to be too high."""
    tenths = int(share * 1000 + 1e-9)
    return f"{tenths / 10:.1f}%"


def census(tokens: Sequence[Token]) -> Census:
    """Count the words of an annotated text."""
    words: Counter[str] = Counter()
    first: dict[str, Token] = {}
    kinds: Counter[Kind] = Counter()
    for word, count in packed(tokens).counted():
        kinds[word.kind] += count
        if word.kind is Kind.WORD:
            words[word.surface] += count
            first.setdefault(word.surface, word)
    counts = tuple(
        WordCount(word, count, first[word].level, first[word].pinyin, first[word].gloss or "")
        for word, count in words.items()
    )
    return Census(counts, kinds[Kind.NAME], kinds[Kind.FIGURE])


def coverage(text: Census, state_of: StateOf) -> Coverage:
    """Return how much of a text is known."""
    by_state: Counter[WordState] = Counter()
    for word in text.words:
        by_state[state_of(word.word, word.level)] += word.count
    known, learning = by_state[WordState.KNOWN], by_state[WordState.LEARNING]
    running = known + learning + by_state[WordState.NEW]
    return Coverage(running, known, learning, text.names, text.figures)


def erhua_twin(word: str) -> str:
    """Return the same word with or without 儿 at its end: 一会 for 一会儿; "" where that is another word.

    Single characters have none: 女儿 is not 女, nor 哪儿 哪.
    """
    bare = word.removesuffix("儿")
    if len(bare) < _TWIN_LENGTH:
        return ""
    return bare if bare != word else word + "儿"


def _learnt_together(words: Iterable[WordCount]) -> list[WordCount]:
    """Make one of a word that stands there with and without 儿: who learns one knows both."""
    found: dict[str, WordCount] = {}
    for word in words:
        twin = found.get(erhua_twin(word.word))
        if twin is None:
            found[word.word] = word
        else:
            commoner = max(twin, word, key=lambda one: one.count)
            found[twin.word] = replace(commoner, count=twin.count + word.count)
    return list(found.values())


def plan(text: Census, state_of: StateOf, target: float = TARGET, most: int | None = None) -> LearningPlan:
    """Return the words to learn, commonest first (of equally common ones the easier), to reach the target.

    Taking the commonest first needs the fewest words. ``most`` limits them.
    """
    now = coverage(text, state_of)
    unknown = _learnt_together(
        w for w in text.words if state_of(w.word, w.level) in (WordState.NEW, WordState.LEARNING)
    )
    unknown.sort(key=lambda word: (-word.count, word.level or _UNLISTED))
    known, chosen = now.known, []
    for word in unknown[:most]:
        if now.running and known / now.running >= target:
            break
        chosen.append(word)
        known += word.count
    after = known / now.running if now.running else 1.0
    return LearningPlan(tuple(chosen), now.share, after)
