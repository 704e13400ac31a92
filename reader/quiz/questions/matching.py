"""Which article says what: three things said, to be matched with three titles.

Both wrong answers match each of the three wrongly, so that whoever has read one of the articles, and
remembers what it says, can tell the right one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from reader.articles.article import Fact, Sentence
from reader.chinese.numbers import find_figures
from reader.quiz.clauses import all_clauses, is_clause, shown_clauses
from reader.quiz.item import Item, Option, Proof, Question, Refusal
from reader.quiz.nearness import Text, character_pairs, is_title, near_texts
from reader.quiz.phrases import figure_statement, quoted
from reader.quiz.questions.making import Made, choice
from reader.quiz.source import Source

#: A fact is shown in so many characters: a sentence at most so long, a clause at least.
_MOST_SHOWN, _LEAST_SHOWN = 40, 9
#: Words that hang on what stands before them.
_HANGING = re.compile(
    "[他她它这那其此也还又再而但并就才都却因所于但是和与或者的地得]|这些|那些|同时|另外|[据记]|是"
)
#: A text gives so many questions at most.
MOST = 6
#: Of so many sets of three the one is taken whose words tell the titles least.
_SETS = 24
#: A figure this small stands in every text.
_TOO_SMALL = 2
#: A quiz has one of these: so many things said are enough to draw it from.
_QUICK = 4
_FACTS, _TITLES = "①②③", "甲乙丙"


@dataclass(frozen=True, eq=False)
class _Said:
    """Something that a text says, its English, and where; ``fact`` is "" where none is written."""

    text: Text
    words: str
    english: str
    fact: str
    proof: Proof


_Three = tuple[_Said, _Said, _Said]


def match(source: Source, rng: random.Random) -> Made:
    """Ask which of three articles says which of three things; one of them is the source's own."""
    own = Text(source.article, source.version)
    others = near_texts(source)
    refused = f"article/{source.article.slug}/match"
    if not is_title(own.title) or len(others) < 2:
        yield Refusal(refused, "There are no two other articles on things so near that titles don't tell.")
        return
    told = _told(own)
    # Facts are set beside facts, and words of a text beside words of a text.
    by_text = {id(text): list(_told(text) if told else _quoted(text)) for text in others}
    made = 0
    # Where the title tells every fact, words of the text may tell less.
    for tried in (told or _quoted(own), _quoted(own, every=True)):
        for said in source.some(tried, _QUICK) if not made else ():
            # The same three each time, so that the item is one item.
            three = _three(said, others, by_text, random.Random(said.words))
            if three is None:
                yield Refusal(_id(said), "The title, or another article, would tell it.")
            elif made < MOST:
                made += 1
                yield _question(three, rng)


@lru_cache(maxsize=64)
def _values(text: str) -> frozenset[Fraction]:
    """The values of all figures of a text that are large enough to tell something."""
    return frozenset(f.value for f in find_figures(text) if f.value is not None and f.value > _TOO_SMALL)


# --- what a text says


def _told(text: Text) -> list[_Said]:
    """Return what its facts say where that can be said by itself: figures, whole sentences or clauses."""
    marks: dict[str, tuple[Sentence, int, int]] = {}
    for sentence in text.version.sentences:
        for mark in sentence.marks:
            marks.setdefault(mark.fact, (sentence, mark.start, mark.end))
    return [
        said for fact in text.article.facts if fact.id in marks if (said := _fact(text, fact, marks[fact.id]))
    ]


def _fact(text: Text, fact: Fact, mark: tuple[Sentence, int, int]) -> _Said | None:
    sentence, start, end = mark
    shown = sentence.text[start:end]
    proof = Source.proof(sentence, start, end)
    if fact.figure is not None and fact.figure.value in {figure.value for figure in find_figures(shown)}:
        words = figure_statement(fact.figure, shown).rstrip("。")
        return _Said(text, words, f"{fact.figure.subject_en}: {shown}", fact.id, proof)
    whole = sentence.text.strip().rstrip("。！")
    if len(whole) <= _MOST_SHOWN and not _HANGING.match(whole) and "“" not in whole and whole[-1:] != "？":
        return _Said(text, whole, sentence.translation or whole, fact.id, proof)
    if is_clause(sentence.text, start, end) and len(shown) >= _LEAST_SHOWN and not _HANGING.match(shown):
        return _Said(text, shown, shown, fact.id, proof)
    return None


def _quoted(text: Text, *, every: bool = False) -> list[_Said]:
    """Return clauses of its own words: one of each paragraph, or every one."""
    found = []
    for sentence, start, end in (all_clauses if every else shown_clauses)(text.version):
        words = sentence.text[start:end]
        if is_clause(sentence.text, start, end) and not _HANGING.match(words):
            found.append(_Said(text, words, words, "", Source.proof(sentence, start, end)))
    return found


def _id(said: _Said) -> str:
    slug = said.text.article.slug
    return f"fact/{slug}/{said.fact}/match" if said.fact else f"article/{slug}/{said.words}/match"


# --- three that go together


def _three(
    said: _Said, others: Sequence[Text], by_text: dict[int, list[_Said]], rng: random.Random
) -> _Three | None:
    """Return the thing said with things that two other articles say; None where titles or texts tell."""
    pairs = list(combinations(others, 2))
    best: tuple[int, _Three] | None = None
    for _ in range(_SETS):
        one, other = rng.choice(pairs)
        if not by_text[id(one)] or not by_text[id(other)]:
            continue
        three = (said, rng.choice(by_text[id(one)]), rng.choice(by_text[id(other)]))
        if _may_stand(three):
            told = abs(_tells(three))
            if best is None or told < best[0]:
                best = told, three
    return best[1] if best else None


def _may_stand(three: _Three) -> bool:
    """Tell whether nothing said is nearest to its own title, and no article says what another does."""
    for said in three:
        others = [other for other in three if other is not said]
        near = [_likeness(said, other.text.title) for other in (said, *others)]
        if character_pairs(said.words) & character_pairs(said.text.title) or near[0] > max(near[1:]):
            return False
        values = _values(said.words)
        for other in others:
            theirs = other.text.version.text
            if said.proof.text in theirs or said.words in theirs or values & _values(theirs):
                return False
    return True


#: Characters that stand in every sentence tell nothing.
_EVERYWHERE = frozenset("的了是在有和从一不人这那来到个上下里中要就也都为")


def _likeness(said: _Said, title: str) -> int:
    """Return how many characters of some weight the words and a title have in common."""
    return len(set(said.words) & set(title) - _EVERYWHERE)


def _tells(three: _Three) -> int:
    """Return by how many characters what is said resembles its own titles more than those of the others."""
    shared = [[_likeness(said, other.text.title) for other in three] for said in three]
    right = sum(shared[place][place] for place in range(3))
    return 2 * right - (sum(map(sum, shared)) - right)


# --- the question


def _question(three: _Three, rng: random.Random) -> Question:
    own = three[0]
    item = Item(_id(own), "match", own.text.article.slug, own.fact)
    said, titles = rng.sample(three, 3), rng.sample(three, 3)
    right = [titles.index(one) for one in said]
    told = "；".join(f"{one.words}——《{one.text.title}》" for one in said)
    mark = _FACTS[said.index(own)]
    mistake, note = "said by another article", f"《{own.text.title}》 says {mark}."
    wrong = [Option(_chain([(place + by) % 3 for place in right]), "", mistake, note) for by in (1, 2)]
    return choice(
        item,
        f"下面三件事各是哪一篇文章说的？{_listed(_FACTS, [s.words for s in said], '；')}。"
        f"{_listed(_TITLES, [f'《{s.text.title}》' for s in titles], '，')}。",
        "Which of the three articles says which of these things? "
        f"{_listed(_FACTS, [s.english.rstrip('.') for s in said], '; ')}. "
        f"{_listed(_TITLES, [_title_en(s.text) for s in titles], ', ')}.",
        Option(_chain(right)), wrong, own.proof, rng, why=f"{told}。",
    )  # fmt: skip


def _listed(marks: str, words: Sequence[str], between: str) -> str:
    return between.join(f"{mark}{one}" for mark, one in zip(marks, words, strict=True))


def _title_en(text: Text) -> str:
    return f" {quoted(text.version.title_en)}" if text.version.title_en else text.title


def _chain(places: Sequence[int]) -> str:
    return "  ".join(f"{fact}{_TITLES[place]}" for fact, place in zip(_FACTS, places, strict=True))
