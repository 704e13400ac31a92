"""The words of a version that are worth asking for, with what is known of them."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.articles.article import Sentence
from reader.chinese.token import Kind, Token
from reader.quiz.function_words import FUNCTION_WORDS
from reader.quiz.source import Source
from reader.text import is_han

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
    """A word of the version at its first place: headword, reading, gloss, sentence."""

    token: Token
    sentence: Sentence
    gloss: str

    @property
    def surface(self) -> str:
        """The headword."""
        return self.token.surface

    @cached_property
    def is_name(self) -> bool:
        """Whether it is the name of a person, a place or a firm."""
        return self.token.kind is Kind.NAME or self.token.pinyin[:1].isupper()

    @cached_property
    def is_verb(self) -> bool:
        """Whether its gloss is that of a verb."""
        return self.gloss.startswith("to ")

    @cached_property
    def sort(self) -> str:
        """Roughly its part of speech, by its gloss: only words of one sort may stand for one another."""
        if self.is_verb:
            return "verb"
        first = self.gloss.split(";")[0].split(",")[0]
        return "adverb" if first.endswith("ly") else "noun"

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
    found: dict[str, Word] = {}
    for token in source.annotated.tokens if source.annotated else ():
        if token.surface in found or not _worth_learning(token):
            continue
        sentence = source.sentence_at(token.start)
        written = source.article.glossary.get(token.surface)
        gloss = short_gloss(written.gloss if written else token.gloss or "")
        if sentence is None or not gloss:
            continue
        if sentence.text.startswith(token.surface, token.start - sentence.start):
            found[token.surface] = Word(token, sentence, gloss)
    hard = [word for word in found.values() if (word.token.level or 9) > _EASY]
    if len(hard) >= ENOUGH_WORDS:
        kept = {*source.article.key_words, *source.article.glossary}
        found = {name: w for name, w in found.items() if name in kept or (w.token.level or 9) > _EASY}
    wanted = (*source.article.key_words, *source.article.glossary)
    first = [found.pop(word) for word in dict.fromkeys(wanted) if word in found]
    rest = sorted(found.values(), key=lambda word: -(word.token.level or 8))
    chosen = (first + rest)[:MOST_WORDS]
    if source.draw is not None and len(chosen) > DRAWN_WORDS:
        chosen = random.Random(source.draw).sample(chosen, DRAWN_WORDS)
    return tuple(chosen)


def _worth_learning(token: Token) -> bool:
    return (
        token.surface not in FUNCTION_WORDS
        and token.kind in (Kind.WORD, Kind.NAME)
        and len(token.surface) > 1
        and all(map(is_han, token.surface))
        and token.sure
        and bool(token.pinyin)
    )


def short_gloss(gloss: str) -> str:
    """Return a gloss without measure words and hanzi, cut behind a sense where it is long."""
    plain = _HAN_RUN.sub("", _IN_HAN.sub("", _CLASSIFIER.sub("", gloss))).strip(" ;,")
    plain = plain if plain.count("(") == plain.count(")") else plain.replace("(", "").replace(")", "")
    if len(plain) <= MOST_GLOSS:
        return plain
    cut = plain[:MOST_GLOSS]
    place = max(cut.rfind(";"), cut.rfind(", "))
    return (cut[:place] if place > MOST_GLOSS // 3 else cut.rsplit(" ", 1)[0] + " …").rstrip(" ,;:(")


def is_transliteration(word: Word) -> bool:
    """Tell whether the gloss gives the word's sound, so that it can't be asked for as its meaning."""
    plain = letters(word.token.pinyin)
    first = letters(word.gloss.split(",")[0].split("(")[0])
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
