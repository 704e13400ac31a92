"""The reader's own texts on disk: kept once each, changed texts as new versions, deleted with undo.

An article is a folder like the bundled ones, with the original beside it and the texts it had before in
``earlier/``. Nothing is ever half there: see :mod:`reader.articles.importing.folders`.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.articles.article import Article, Mark
from reader.articles.content import ARTICLE_FILE, read_article
from reader.articles.importing import folders
from reader.articles.importing.draft import Draft
from reader.articles.importing.identity import identity_of
from reader.articles.importing.index import Card, Index, card_of, read_values, stamp_of
from reader.articles.importing.toml_out import to_toml
from reader.articles.importing.writing import (
    Step,
    file_of,
    no_step,
    page_values,
    text_of,
    values_of,
    versions_of,
)
from reader.errors import ContentError, StorageError, UsageError
from reader.paths import private_folder

if TYPE_CHECKING:
    from reader.articles.importing.batch import Batch

_EARLIER = "earlier"
_FREE_TRIES = 100


class State(StrEnum):
    """What keeping a text came to."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from: the file's name ("" for pasted text), its encoding, and its bytes."""

    name: str
    encoding: str
    data: bytes
    kind: str = "text"

    @property
    def digest(self) -> str:
        """A name for exactly these bytes."""
        return hashlib.sha256(self.data).hexdigest()[:32]

    @property
    def suffix(self) -> str:
        """The ending under which the original is kept."""
        return {"html": ".html", "epub": ".epub", "markdown": ".md", "subtitles": ".srt"}.get(
            self.kind, ".text"
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that a text was kept as, or would be."""

    slug: str
    state: State
    draft: Draft


@dataclass(frozen=True, slots=True)
class Written:
    """A new article that is built, but not yet there under its name."""

    folder: Path
    article: Article
    values: Mapping[str, Any]


class OwnTexts:
    """The folder of the reader's own texts (made when first written to).

    New articles are there from :meth:`settle` on, many together: each for itself would wait for the disk.
    """

    def __init__(self, home: Path, guard: Callable[[], AbstractContextManager[object]] = nullcontext) -> None:
        """``guard`` keeps other programs from giving names in the folder at the same instant."""
        self.home = home
        self._guard = guard
        self._index = Index(home)
        self._seen: set[str] = set()
        self._written: dict[str, Written] = {}
        #: Slug that was given -> slug that it has, where another program took the first meanwhile.
        self.renamed: dict[str, str] = {}
        #: Those of them whose text another program has kept meanwhile: it is there once.
        self.kept_elsewhere: set[str] = set()

    def cards(self) -> tuple[dict[str, Card], list[ContentError]]:
        """Return what the shelf shows of each text, by slug, and what can't be read."""
        return self._index.cards()

    def tidy(self) -> None:
        """Take up what a killed run left behind."""
        if self.home.is_dir():
            folders.tidy(self.home)

    # --- keeping

    def batch(self, reserved: frozenset[str] = frozenset()) -> Batch:
        """Return a batch of texts to be kept; slugs that are ``reserved`` are not given to any."""
        from reader.articles.importing.batch import Batch

        self._seen = set(folders.names(self.home))
        return Batch(self, reserved)

    def write(
        self, slug: str, draft: Draft, origin: Origin, added: str, like: str = "", step: Step = no_step
    ) -> str:
        """Write a new article and return its slug, another if this is taken; :meth:`settle` puts it there.

        ``like`` is the slug of one just written that has the same original.
        """
        private_folder(self.home)
        values = values_of(draft)
        values["origin"] = _origin_values(draft, origin, added)
        text = text_of(draft, step=step)
        files = {ARTICLE_FILE: to_toml(values).encode(), file_of(draft): text.encode()}
        name = f"original{origin.suffix}"
        shared = {name: self._written[like].folder / name} if like in self._written else {}
        slug = self._free(slug)
        built = folders.build(
            self.home, files if shared else {**files, name: origin.data}, shared, synced=False
        )
        self._written[slug] = Written(built, _article(slug, values, draft, text, step), values)
        return slug

    def _free(self, stem: str) -> str:
        for slug in (stem, *(f"{stem}-{number}" for number in range(2, _FREE_TRIES))):
            if slug not in self._written and not (self.home / slug).exists():
                return slug
        raise StorageError(f"{stem} can't be named: too many texts have that name. Give it another title.")

    @property
    def unsettled(self) -> int:
        """How many new articles are not yet there under their names."""
        return len(self._written)

    def settle(self) -> None:
        """Bring the new articles to the disk and give them their names, each whole.

        Raises:
            StorageError: the disk is full or gone; those that have no name yet are left out.
        """
        try:
            folders.sync([one.folder for one in self._written.values()])
            if self._written:
                with self._guard():
                    self._drop_what_others_kept()
                    while self._written:
                        self._settle(next(iter(self._written)))
        except OSError as error:
            self._give_up()
            raise StorageError(
                f"{self.home} can't be written: {error.strerror or error}. Free some room there."
            ) from error
        except StorageError:
            self._give_up()
            raise

    def _drop_what_others_kept(self) -> None:
        """Leave out what another program has kept since this one looked what is there."""
        fresh = [name for name in folders.names(self.home) if name not in self._seen]
        theirs: dict[str, str] = {}
        for name in fresh:
            with suppress(ContentError):
                theirs[str(read_values(self.home / name).get("origin", {}).get("digest", ""))] = name
        for slug, one in list(self._written.items()):
            name = theirs.get(str(one.values.get("origin", {}).get("digest", "")), "")
            if name:
                shutil.rmtree(one.folder, ignore_errors=True)
                self.renamed[slug] = name
                self.kept_elsewhere.add(slug)
                del self._written[slug]
        self._seen.update(fresh)

    def _settle(self, slug: str) -> None:
        # Interrupted, it may be asked for again: what has its name is told from what has not.
        one = self._written[slug]
        name = slug
        while one.folder.exists() and not folders.put(one.folder, self.home / name):
            # Another program has taken the name meanwhile.
            name = self.renamed[slug] = self._free(slug)
        article = replace(one.article, slug=name)
        self._index.add(card_of(article, dict(one.values), stamp_of(self.home / name)))
        self._seen.add(name)
        del self._written[slug]

    def _give_up(self) -> None:
        for one in self._written.values():
            shutil.rmtree(one.folder, ignore_errors=True)
        self._written = {}

    def change(self, slug: str, draft: Draft, origin: Origin, added: str) -> None:
        """Put a changed text in the place of an article's, which is kept in ``earlier/``."""
        if slug in self._written:
            self.settle()
        folder = self.home / slug
        old = read_article(folder)
        values = {**read_values(folder), "imported": True}
        fresh = values_of(draft)
        values["summary"] = fresh["summary"]
        values |= {key: fresh[key] for key in ("date", "source") if fresh[key]}
        values.pop("name", None)
        values |= {"name": fresh["name"]} if "name" in fresh else {}
        values["origin"] = _origin_values(draft, origin, added)
        text = text_of(draft, _marks(old))
        files = {ARTICLE_FILE: to_toml(values).encode(), file_of(draft): text.encode()}
        built = folders.build(self.home, {**files, f"original{origin.suffix}": origin.data})
        _carry_over(folder, built, added)
        folders.exchange(built, folder)
        self._index.add(card_of(read_article(folder), values, stamp_of(folder)))

    def flush(self) -> None:
        """Settle what was written, and write the index where it has changed.

        Raises:
            StorageError: something can't be written.
        """
        self.settle()
        self._index.save()

    # --- what the reader does with a text

    def folder(self, slug: str) -> Path:
        """Return an article's folder.

        Raises:
            UsageError: there is no text of the reader's own of that slug.
        """
        folder = self.home / slug
        if (
            not slug
            or slug.startswith(".")
            or Path(slug).name != slug
            or not (folder / ARTICLE_FILE).is_file()
        ):
            raise UsageError(f"There is no text of your own named “{slug}”. `dubao list --own` shows them.")
        return folder

    def delete(self, slug: str) -> None:
        """Delete a text; :meth:`undo_delete` brings it back."""
        folders.remove(self.folder(slug))

    def undo_delete(self) -> str:
        """Bring back the text that was deleted last; return its slug, "" where there is none."""
        return folders.bring_back(self.home) if self.home.is_dir() else ""

    def page_of(self, slug: str) -> list[str]:
        """Return the slugs of all articles that came of the same file as this one."""
        cards, _ = self.cards()
        digest = cards[slug].file_digest if slug in cards else ""
        return [name for name, card in cards.items() if digest and card.file_digest == digest]

    def original(self, slug: str) -> Path:
        """Return the path of the file that an article came of.

        Raises:
            UsageError: there is no such text, or its original is gone.
        """
        path = next(iter(sorted(self.folder(slug).glob("original.*"))), None)
        if path is None:
            raise UsageError(f"The original of {slug} is gone, so it can't be split otherwise.")
        return path

    def values(self, slug: str) -> dict[str, Any]:
        """Return the values of an article's ``article.toml``."""
        return read_values(self.folder(slug))

    def rewrite(self, slug: str, values: Mapping[str, Any], texts: Mapping[str, str] | None = None) -> None:
        """Put other values, and other texts of its versions' files, in the place of an article's."""
        folder = self.folder(slug)
        files = {ARTICLE_FILE: to_toml(values), **(texts or {})}
        shared = {path.name: path for path in folder.iterdir() if path.is_file() and path.name not in files}
        built = folders.build(self.home, {name: text.encode() for name, text in files.items()}, shared)
        if (folder / _EARLIER).is_dir():
            shutil.copytree(folder / _EARLIER, built / _EARLIER)
        folders.exchange(built, folder)


def _origin_values(draft: Draft, origin: Origin, added: str) -> dict[str, Any]:
    values = {
        "file": origin.name,
        "encoding": origin.encoding,
        "added": added,
        "digest": identity_of(draft).digest,
        "file_digest": origin.digest,
        **page_values(draft),
    }
    return {key: value for key, value in values.items() if value}


def _article(slug: str, values: Mapping[str, Any], draft: Draft, text: str, step: Step) -> Article:
    return Article(
        slug, values["summary"], draft.date, draft.source, "", versions_of(draft, text, step), imported=True,
        name=values.get("name", ""),
    )  # fmt: skip


def _marks(article: Article) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of each marked sentence, which stay where the sentence does."""
    sentences = (sentence for version in article.versions for sentence in version.sentences)
    return {sentence.text: sentence.marks for sentence in sentences if sentence.marks}


def _carry_over(folder: Path, built: Path, added: str) -> None:
    """Copy the text that was there, and those before it, to ``earlier/`` of the new folder."""
    try:
        if (folder / _EARLIER).is_dir():
            shutil.copytree(folder / _EARLIER, built / _EARLIER)
        stem = "".join(c if c.isalnum() else "-" for c in added)
        earlier = built / _EARLIER / stem
        number = 1
        while earlier.exists():
            number += 1
            earlier = built / _EARLIER / f"{stem}-{number}"
        earlier.mkdir(parents=True)
        for path in folder.iterdir():
            if path.is_file():
                shutil.copyfile(path, earlier / path.name)
            if path.is_file() and path.name.startswith("hsk"):
                shutil.copyfile(path, built / path.name)
    except OSError as error:
        shutil.rmtree(built, ignore_errors=True)
        raise StorageError(f"{folder} can't be copied: {error.strerror}. Nothing is changed.") from error
