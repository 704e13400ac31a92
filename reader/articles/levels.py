"""How hard a version is, measured: the share of its running words at or below its level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.articles.article import Article, Version
from reader.chinese.hsk import level
from reader.chinese.token import AnnotatedText, Kind, Token
from reader.text import is_han

#: The share of running words that must be at or below the version's level.
WANTED_SHARE = 0.9
#: How many glossary words outside the level an HSK 3 version may have; a brief is shorter than this.
MOST_HARD_GLOSSARY = 8
MOST_HARD_GLOSSARY_IN_BRIEF = 5

Annotate = Callable[[Article, Version], AnnotatedText]


@dataclass(frozen=True, slots=True)
class Measured:
    """A version's measure.

    ``words`` running words counted (figures, names and the article's glossary aside), ``easy`` of them
    at or below the level; ``hard`` are those above it with their count and level (None: in no list);
    ``glossary`` are the glossary words used that are above the level and no names.
    """

    slug: str
    path: Path
    level: str
    characters: int
    words: int
    easy: int
    hard: tuple[tuple[str, int, int | None], ...]
    glossary: tuple[str, ...]

    @property
    def share(self) -> float:
        """Easy words per word, 0 to 1."""
        return self.easy / self.words if self.words else 1.0

    @property
    def holds(self) -> bool:
        """Whether the version is as easy as its level says; a news version makes no promise."""
        return not self.complaint

    @property
    def complaint(self) -> str:
        """What makes the version too hard, and how to mend it; "" where it holds its level."""
        said = []
        if self.level.isdigit() and self.share < WANTED_SHARE:
            words = "、".join(word for word, _, _ in self.hard)
            said.append(
                f"Only {self.share:.1%} of its words are at or below HSK {self.target}, "
                f"{WANTED_SHARE:.0%} are wanted; avoid some of {words}, or put them in the glossary."
            )
        if self.level == "3" and len(self.glossary) > self.most_glossary:
            said.append(
                f"It needs {len(self.glossary)} glossary words above HSK 3, {self.most_glossary} at most are "
                f"wanted; say it without some of {'、'.join(self.glossary)}."
            )
        return " ".join(said)

    @property
    def most_glossary(self) -> int:
        """How many hard glossary words the version may have."""
        return MOST_HARD_GLOSSARY_IN_BRIEF if self.characters < 150 else MOST_HARD_GLOSSARY

    def __str__(self) -> str:
        hard = " ".join(
            f"{word}({level or '-'})" + (f"×{count}" if count > 1 else "") for word, count, level in self.hard
        )
        verdict = "" if self.holds else "  ← too hard for its level"
        return (
            f"{self.slug} {self.level}: {self.characters} characters, {self.easy} of {self.words} words "
            f"({self.share:.1%}) at or below HSK {self.target}, "
            f"{len(self.glossary)} harder glossary words{verdict}\n"
            f"  above: {hard or 'none'}\n  glossary: {' '.join(self.glossary) or 'none'}"
        )

    @property
    def target(self) -> int:
        """The HSK level that is measured against; news is measured against the highest."""
        return int(self.level) if self.level.isdigit() else 7


def measure_levels(article: Article, annotate: Annotate) -> Iterator[Measured]:
    """Measure every version of an article."""
    for version in article.versions:
        yield measure(article, version, annotate(article, version))


def measure(article: Article, version: Version, annotated: AnnotatedText) -> Measured:
    """Measure one version."""
    target = int(version.level) if version.level.isdigit() else 7
    running = [word for token in annotated.tokens if _counts(token, article) for word in _listed(token)]
    hard = [word for word, level in running if level is None or level > target]
    levels = dict(running)
    counted = Counter(hard)
    glossary = {
        token.surface: None
        for token in annotated.tokens
        if token.surface in article.glossary and not _is_easy(token, target) and not _is_name(article, token)
    }
    return Measured(
        article.slug,
        version.path or Path(article.slug) / f"hsk{version.level}.txt",
        version.level,
        version.characters,
        len(running),
        len(running) - len(hard),
        tuple((word, count, levels[word]) for word, count in counted.most_common()),
        tuple(glossary),
    )


def _counts(token: Token, article: Article) -> bool:
    han = any(map(is_han, token.surface))
    return token.kind is Kind.WORD and han and token.surface not in article.glossary


def _listed(token: Token) -> list[tuple[str, int | None]]:
    """Return the running words of a token with their levels.

    A compound that no list has but whose parts all stand in the list (还有 = 还 + 有) is its parts: how
    finely a text is cut into words should not decide how hard it is.
    """
    if token.level is None:
        parts = _fewest_parts(token.surface)
        if parts:
            return [(part, level(part)) for part in parts]
    return [(token.surface, token.level)]


def _fewest_parts(word: str) -> list[str]:
    best: list[list[str] | None] = [[], *([None] * len(word))]
    for end in range(1, len(word) + 1):
        for start in range(end):
            before, part = best[start], word[start:end]
            shorter = before is not None and (best[end] is None or len(before) + 1 < len(best[end] or ()))
            if before is not None and shorter and len(part) < len(word) and level(part) is not None:
                best[end] = [*before, part]
    return best[len(word)] or []


def _is_easy(token: Token, target: int) -> bool:
    return token.level is not None and token.level <= target


def _is_name(article: Article, token: Token) -> bool:
    return article.glossary[token.surface].pinyin[:1].isupper()
