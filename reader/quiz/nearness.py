"""Other articles of the library that speak of things so near that no title tells which is which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reader.articles.article import Article, Version
from reader.quiz.source import Source
from reader.text import is_han

#: Texts that share less than this part of their pairs of characters are of such different things that a
#: title tells what its article says.
_LEAST_NEAR = 0.08
#: Articles with written facts are of one newspaper; less is enough.
_LEAST_NEAR_FACTS = 0.04
_GRADED = ("3", "5", "news")


@dataclass(frozen=True, eq=False)
class Text:
    """An article in one of its versions."""

    article: Article
    version: Version

    @property
    def title(self) -> str:
        """The version's title."""
        return self.version.title


def near_texts(source: Source) -> list[Text]:
    """Return the other articles that are near, each in the version nearest in level, if it has a title."""
    # Of both the fullest version: what the shortest has in common with another text is chance.
    is_graded = source.version.level in _GRADED
    mine = character_pairs(source.article.versions[-1].text if is_graded else source.text)
    return [text for text in _others(source) if _is_near(mine, text.article, bool(source.article.facts))]


def _others(source: Source) -> Iterator[Text]:
    wanted = source.version.level
    if wanted not in _GRADED:
        wanted = "3" if source.reader_level <= 3 else "5" if source.reader_level <= 5 else "news"
    for other in source.others:
        version = other.version(wanted) or other.versions[-1]
        if is_title(version.title) and version.title != source.version.title:
            yield Text(other, version)


def is_title(title: str) -> bool:
    """Tell whether a title has Chinese words, and is not a file's name only."""
    return sum(map(is_han, title)) > 1


def _is_near(mine: frozenset[str], other: Article, has_facts: bool) -> bool:
    theirs = character_pairs(other.versions[-1].text)
    least = min(len(mine), len(theirs))
    share = _LEAST_NEAR_FACTS if has_facts and other.facts else _LEAST_NEAR
    return least > 0 and len(mine & theirs) >= share * least


@lru_cache(maxsize=64)
def character_pairs(text: str) -> frozenset[str]:
    """Return all two Chinese characters that stand side by side in a text."""
    return frozenset(a + b for a, b in pairwise(text) if is_han(a) and is_han(b))
