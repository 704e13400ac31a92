"""The words of a version that are worth asking for, with what is known of them."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from reader.articles.article import Sentence
from reader.chinese.token import Kind, Token
from reader.chinese.token import Source as TokenSource
from reader.quiz.glosses import is_all_said, said
from reader.quiz.senses import part_of_speech
from reader.quiz.source import Source
from reader.quiz.worth import is_worth_asking

#: The longest gloss that fits an option line.
MOST_GLOSS = 60
#: A text gives questions on so many words at most: its key words and glossary first, then the hardest.
MOST_WORDS = 120
#: So many of them, drawn anew for each quiz, are enough for one.
DRAWN_WORDS = 30
#: Words of the first two levels are left out where so many others are left.
ENOUGH_WORDS, _EASY = 14, 2

_CLASSIFIER = re.compile(r"\s*\(?CL:[^;,)]*\)?")
_PART = re.compile(r"[;,/]")
_IN_HAN = re.compile(r"\s*[(（\[][^()（）\[\]]*[\u4e00-\u9fff][^()（）\[\]]*[)）\]]")
_HAN_RUN = re.compile(r"\s*[(（]?[^\s(（;,]*[\u4e00-\u9fff][^;,]*")


@dataclass(frozen=True)
class Word:
    """A word of the version at its first place: headword, reading, gloss, sentence.

    ``before`` and ``behind`` are the tokens on either side. ``doubtful`` tells that it can mean
    other things, too, so that its gloss may be wrong here.
    """

    token: Token
    sentence: Sentence
    gloss: str
    before: Token | None = None
    behind: Token | None = None
    doubtful: bool = False

    @property
    def surface(self) -> str:
        """The headword."""
        return self.token.surface

    @cached_property
    def is_name(self) -> bool:
        """Whether it is the name of a person, a place or a firm."""
        return self.token.kind is Kind.NAME or self.token.pinyin[:1].isupper()

    @cached_property
    def sort(self) -> str:
        """Its part of speech, by its gloss: only words of one sort may stand for one another."""
        return part_of_speech(self.gloss)

    @property
    def start(self) -> int:
        """Where it stands in its sentence."""
        return self.token.start - self.sentence.start

    @cached_property
    def senses(self) -> frozenset[str]:
        """The parts of its gloss, in small letters and without brackets."""
        plain = re.sub(r"\([^)]*\)", "", self.gloss.lower())
        return frozenset(part.strip().removeprefix("to ") for part in _PART.split(plain) if part.strip())


@lru_cache(maxsize=4)
def words(source: Source) -> tuple[Word, ...]:
    """Return the version's words worth learning, each once: key words, the glossary, then by level."""
    found = _all_words(source)
    taught = dict.fromkeys((*source.article.key_words, *source.article.glossary))
    kept = {*taught, *source.wanted}
    hard = [word for word in found.values() if (word.token.level or 9) > _EASY]
    if len(hard) >= ENOUGH_WORDS:
        found = {name: w for name, w in found.items() if name in kept or (w.token.level or 9) > _EASY}
    first = [found.pop(word) for word in (*taught, *source.wanted) if word in found]
    rest = sorted(found.values(), key=lambda word: _distance(word, source.reader_level))
    chosen = (first + rest)[: max(MOST_WORDS, len(first))]
    if source.draw is not None and len(chosen) > DRAWN_WORDS:
        # The words that matter most are drawn from: all that the article teaches, those near the level.
        likeliest = chosen[: max(2 * DRAWN_WORDS, len(chosen) // 2)]
        chosen = random.Random(source.draw).sample(likeliest, DRAWN_WORDS)
    return tuple(_with_senses(source, word) for word in chosen)


def _all_words(source: Source) -> dict[str, Word]:
    found: dict[str, Word] = {}
    tokens = source.annotated.tokens if source.annotated else ()
    taught = {*source.article.glossary, *source.article.key_words, *source.wanted}
    for place, token in enumerate(tokens):
        if token.surface in found:
            continue
        before = tokens[place - 1] if place else None
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if not is_worth_asking(token, before, behind, taught):
            continue
        sentence = source.sentence_at(token.start)
        written = source.article.glossary.get(token.surface)
        # The reader's own gloss, if there is one, stands in the token.
        gloss = short_gloss(token.gloss or (written.gloss if written else ""))
        # A gloss that is cut says too little, and stands out by its dots.
        if sentence is None or not gloss or (gloss.endswith("…") and token.surface not in taught):
            continue
        # What only helps others to their meaning: (done, or changed), one (of shops and firms); or is put
        # together of its parts: administration + village.
        if (gloss.startswith(("(", "one (of")) or " + " in gloss) and token.surface not in taught:
            continue
        if sentence.text.startswith(token.surface, token.start - sentence.start):
            found[token.surface] = Word(token, sentence, gloss, before, behind)
    return found


def _with_senses(source: Source, word: Word) -> Word:
    """Return a word with all that the dictionary says of it, unless article or reader explained it."""
    token = word.token
    is_explained = token.surface in source.article.glossary or token.source is TokenSource.REPAIR
    senses = () if is_explained or source.senses is None else source.senses(token)
    gloss = short_gloss(said(senses, token.gloss or ""))
    if not gloss or gloss.endswith("…"):
        return word
    return replace(word, gloss=gloss, doubtful=not is_all_said(gloss, senses))


def _distance(word: Word, level: int) -> float:
    """Return how far a word is from what its reader is to learn next: the level above comes first."""
    return abs((word.token.level or _OUTSIDE) - level - 1)


#: Words outside the syllabus are rare, or plain compounds: they come behind those of the highest levels.
_OUTSIDE = 9


def short_gloss(gloss: str) -> str:
    """Return a gloss without measure words and hanzi, cut behind a sense where it is long."""
    plain = _HAN_RUN.sub("", _IN_HAN.sub("", _CLASSIFIER.sub("", gloss))).strip(" ;,")
    plain = plain if plain.count("(") == plain.count(")") else plain.replace("(", "").replace(")", "")
    if len(plain) <= MOST_GLOSS:
        return plain
    cut = plain[:MOST_GLOSS]
    place = max(cut.rfind(";"), cut.rfind(", "))
    return (cut[:place] if place > MOST_GLOSS // 3 else cut.rsplit(" ", 1)[0] + " …").rstrip(" ,;:(")


#: English of so many letters that begins a word's pinyin is its sound: Longjing of 龙井茶.
_SOUND = 6


def is_transliteration(word: Word) -> bool:
    """Tell whether the gloss gives the word's sound, so that it can't be asked for as its meaning."""
    plain = letters(word.token.pinyin)
    first = letters(word.gloss.split(",")[0].split("(")[0])
    if len(first) >= _SOUND and plain.startswith(first):
        return True
    if plain in letters(word.gloss):
        return not (word.is_name and first.startswith(plain[:3]) and "," in word.gloss)
    return word.is_name and not described(word.gloss)


def described(gloss: str) -> str:
    """Return what a name's gloss says of it, its sound taken away: "a town in Qingdao"."""
    plain = re.sub(r"\s*\([^)]*\)", "", gloss)
    return plain.split(",", 1)[1].strip() if "," in plain else ""


def letters(text: str) -> str:
    """Return the bare small letters of pinyin or English."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(character for character in plain if "a" <= character <= "z")
