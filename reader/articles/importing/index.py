"""What the shelf needs of each text of the reader's own, so that no whole text is read to show a list.

Only what can be made again from the articles is kept here: a damaged or missing file is no error.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reader.articles.article import Article
from reader.articles.content import ARTICLE_FILE, read_article
from reader.articles.importing.identity import Identity, identity
from reader.errors import ContentError

_FILE = ".index.json"
_FORM = 1


@dataclass(frozen=True, slots=True)
class Card:
    """One article of the reader's own. ``versions`` are level, characters and length of each version.

    ``imported_digest`` is that of the text as it was brought in, ``file_digest`` that of its whole file;
    ``stamp`` tells whether the files have changed since.
    """

    slug: str
    title: str
    title_en: str
    date: str
    added: str
    source: str
    section: str
    summary: str
    tags: tuple[str, ...]
    notes: int
    versions: tuple[tuple[str, int, int], ...]
    digest: str
    sketch: tuple[int, ...]
    imported_digest: str = ""
    file_digest: str = ""
    stamp: tuple[int, int] = (0, 0)

    @property
    def identity(self) -> Identity:
        """What tells its text from others."""
        return Identity("".join(self.title.split()), self.digest, self.sketch)

    @property
    def characters(self) -> int:
        """The length of all its versions."""
        return sum(count for _, count, _ in self.versions)


def card_of(article: Article, values: dict[str, Any], stamp: tuple[int, int]) -> Card:
    """Return the card of an article; ``values`` are those of its ``article.toml``."""
    origin = values.get("origin", {})
    known = identity(
        article.title, ["".join(s.text for s in p.sentences) for v in article.versions for p in v.paragraphs]
    )
    return Card(
        slug=article.slug, title=article.title, title_en=article.title_en, date=article.date,
        added=str(origin.get("added", "")), source=article.source, section=article.section,
        summary=article.summary, tags=_words(values.get("tags", [])), notes=len(article.notes),
        versions=tuple((v.level, v.characters, len(v.text)) for v in article.versions),
        digest=known.digest, sketch=known.sketch, imported_digest=str(origin.get("digest", "")),
        file_digest=str(origin.get("file_digest", "")), stamp=stamp,
    )  # fmt: skip


def _words(value: object) -> tuple[str, ...]:
    from reader.text import clean_line

    return tuple(clean_line(str(tag)) for tag in value) if isinstance(value, list) else ()


class Index:
    """The cards of a folder of articles. Looks at the folder when asked, and reads what has changed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._cards: dict[str, Card] | None = None
        self._is_dirty = False

    def cards(self) -> tuple[dict[str, Card], list[ContentError]]:
        """Return the cards by slug, and what can't be read."""
        known = self._load() if self._cards is None else self._cards
        found: dict[str, Card] = {}
        errors: list[ContentError] = []
        for folder in self._folders():
            card = known.get(folder.name)
            stamp = stamp_of(folder)
            if card is None or card.stamp != stamp:
                try:
                    card = read_card(folder)
                    self._is_dirty = True
                except ContentError as error:
                    errors.append(error)
                    continue
            found[folder.name] = card
        self._is_dirty = self._is_dirty or found.keys() != known.keys()
        self._cards = found
        self.save()
        return found, errors

    def add(self, card: Card) -> None:
        """Note an article that has just been written."""
        if self._cards is not None:
            self._cards[card.slug] = card
            self._is_dirty = True

    def save(self) -> None:
        """Write the cards, where any has changed."""
        if not self._is_dirty or self._cards is None:
            return
        data = {"form": _FORM, "cards": [asdict(card) for card in self._cards.values()]}
        spare = self._home / f"{_FILE}-{os.getpid()}"
        try:
            descriptor = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False)
            spare.replace(self._home / _FILE)
            self._is_dirty = False
        except OSError:
            with contextlib.suppress(OSError):
                spare.unlink(missing_ok=True)

    def _folders(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            for entry in sorted(os.scandir(self._home), key=lambda entry: entry.name):
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    path = Path(entry.path)
                    if (path / ARTICLE_FILE).is_file():
                        yield path

    def _load(self) -> dict[str, Card]:
        try:
            data = json.loads((self._home / _FILE).read_bytes())
            if data["form"] != _FORM:
                return {}
            cards = [_read_back(values) for values in data["cards"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return {card.slug: card for card in cards}


def _read_back(values: dict[str, Any]) -> Card:
    lists = {key: tuple(values[key]) for key in ("tags", "sketch", "stamp")}
    versions = tuple((str(level), int(count), int(length)) for level, count, length in values["versions"])
    return Card(**{**values, **lists, "versions": versions})


def read_card(folder: Path) -> Card:
    """Return the card of an article by reading it.

    Raises:
        ContentError: it can't be read.
    """
    stamp = stamp_of(folder)
    return card_of(read_article(folder), read_values(folder), stamp)


def read_values(folder: Path) -> dict[str, Any]:
    """Return the values of a folder's ``article.toml``; the article was read before, so it is TOML.

    Raises:
        ContentError: it can't be read any more.
    """
    import tomllib

    path = folder / ARTICLE_FILE
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ContentError("It can't be read any more. Mend or delete the article.", path) from error


def stamp_of(folder: Path) -> tuple[int, int]:
    """Return a number that changes with the folder's files."""
    latest = size = 0
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.endswith((".toml", ".txt")) and not entry.name.startswith("original"):
                facts = entry.stat()
                latest, size = max(latest, facts.st_mtime_ns), size + facts.st_size
    return latest, size
