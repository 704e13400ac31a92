"""The desk's part for the reader's own texts: bring them in, find, mark and delete them, give them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import DubaoError, TextError, UsageError

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.articles.importing.batch import Batch
    from reader.articles.importing.draft import Draft
    from reader.articles.importing.index import Card
    from reader.articles.importing.keeping import Kept, Origin, OwnTexts
    from reader.articles.library import Library

#: Called now and then with how many files are done (with the share of a long book), how many there are,
#: and the name of the next one.
Progress = Callable[[float, int, str], None]
#: Held while new texts get their names; who waits longer goes on without it.
_LOCK_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Opened:
    """One file, read and not kept (or not yet again): its articles, their origin, and what was odd."""

    drafts: tuple[Draft, ...]
    origin: Origin
    warnings: tuple[str, ...] = ()
    #: Slugs and drafts of the articles that were kept of it before, where it is opened again.
    kept: tuple[tuple[str, Draft], ...] = ()


@dataclass(slots=True)
class Imported:
    """What an import came to: the articles in order, sentences on what was odd, and on what failed."""

    kept: list[Kept] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    stopped: bool = False
    #: Titles of articles that are no more, since a page was split otherwise.
    deleted: list[str] = field(default_factory=list)


class Texts:
    """Made by the desk."""

    def __init__(self, home: Path, library: Library, clock: Callable[[], datetime]) -> None:
        self._home = home
        self._library = library
        self._clock = clock

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other programs from giving names at the same instant; where there are no locks, go on."""
        from reader.review.lock import Lock

        lock = Lock(self._home.with_name(f".{self._home.name}.lock"))
        with suppress(OSError):
            lock.acquire(_LOCK_SECONDS)
        try:
            yield
        finally:
            lock.release()

    @cached_property
    def own(self) -> OwnTexts:
        """The folder of the texts, tidied."""
        from reader.articles.importing.keeping import OwnTexts

        own = OwnTexts(self._home, self._locked)
        own.tidy()
        return own

    # --- bringing in

    def open_file(self, path: Path) -> Opened:
        """Read a file without keeping anything.

        Raises:
            TextError: it can't be read as Chinese text.
        """
        from reader.articles.importing.guarded import named, read_file

        return self.open_bytes(read_file(path), named(path.name))

    def open_bytes(self, data: bytes, name: str = "") -> Opened:
        """Read the bytes of a text, of any kind and encoding, without keeping anything.

        Raises:
            TextError: they can't be read as Chinese text.
        """
        from reader.articles.importing.keeping import Origin
        from reader.articles.importing.texts import read_texts

        found = read_texts(data, name)
        return Opened(found.drafts, Origin(name, found.encoding, data, found.kind), found.warnings)

    def reopen(self, slug: str) -> Opened:
        """Open the page again that an article was kept of, its articles as they are now; see :meth:`keep`.

        Raises:
            UsageError: there is no such text, its original is gone, or it is a book.
            TextError: the original can't be read any more.
        """
        from reader.articles.importing.again import kept_drafts
        from reader.articles.importing.guarded import read_file
        from reader.articles.importing.sheet import can_be_mended

        own = self.own
        data = read_file(own.original(slug))
        opened = self.open_bytes(data, str(own.values(slug).get("origin", {}).get("file", "")))
        if not can_be_mended(opened.drafts):
            raise UsageError("A book stays in the chapters that it came in; only pages are split otherwise.")
        page = ((self._library.article(name), own.values(name)) for name in own.page_of(slug))
        kept = tuple(kept_drafts(page, opened.drafts))
        return replace(opened, kept=kept)

    def bring_in(
        self, paths: Iterable[Path], *, dry: bool = False, progress: Progress | None = None,
        stop: Callable[[], bool] | None = None, into: Imported | None = None,
    ) -> Imported:  # fmt: skip
        """Import files and folders, one file after the other. What fails is told, and the rest goes on.

        ``dry`` keeps nothing. ``stop`` is asked before each file and each chapter. ``into`` is filled as it
        goes on, so that whoever is interrupted knows what was finished.
        """
        from reader.articles.importing.sources import files_of

        done = into if into is not None else Imported()
        try:
            files = list(files_of(paths))
        except TextError as error:
            done.errors.append(str(error))
            return done
        batch = self._batch()
        try:
            for number, path in enumerate(files):
                if stop is not None and stop():
                    done.stopped = True
                    break
                steps = Steps(partial(_tell, progress, number, len(files), path.name), stop)
                self._bring_in(partial(self.open_file, path), batch, done, dry, steps)
        finally:
            self._settle(done)
        return done

    def bring_in_bytes(self, data: bytes, name: str = "", *, dry: bool = False) -> Imported:
        """Import a text that is in no file: pasted, or piped in."""
        done = Imported()
        try:
            self._bring_in(lambda: self.open_bytes(data, name), self._batch(), done, dry)
        finally:
            self._settle(done)
        return done

    def keep(
        self, opened: Opened, drafts: tuple[Draft, ...] | None = None, *,
        progress: Progress | None = None, stop: Callable[[], bool] | None = None,
    ) -> Imported:  # fmt: skip
        """Keep what was opened before, perhaps with other ``drafts``: split, joined or mended by hand.

        Of a page that was opened again, articles that are as they were are not touched, changed ones are
        new versions of what they were, and those that are no more are deleted, with undo.

        Told to ``stop`` while a long book is cut, it keeps nothing.
        """
        done = Imported()
        drafts = drafts or opened.drafts

        steps = Steps(partial(_tell, progress, 0, 1, drafts[0].title), stop)
        try:
            if opened.kept:
                self._keep_again(opened, drafts, done)
            else:
                self._keep(opened, drafts, self._batch(), done, False, steps)
        finally:
            self._settle(done)
        return done

    def _bring_in(
        self, read: Callable[[], Opened], batch: Batch, done: Imported, dry: bool,
        steps: Steps | None = None,
    ) -> None:  # fmt: skip
        try:
            opened = read()
        except TextError as error:
            done.errors.append(str(error))
            return
        self._keep(opened, opened.drafts, batch, done, dry, steps)

    def _keep(
        self, opened: Opened, drafts: tuple[Draft, ...], batch: Batch, done: Imported, dry: bool,
        steps: Steps | None = None,
    ) -> None:  # fmt: skip
        steps = steps or Steps()
        if not steps.cut(drafts):
            done.stopped = True
            return
        now = self._clock().isoformat(timespec="seconds")
        done.warnings += opened.warnings
        for kept in batch.keep(drafts, opened.origin, now, dry=dry, step=steps.step):
            done.kept.append(kept)
            self._library.forget(kept.slug)

    def _keep_again(self, opened: Opened, drafts: tuple[Draft, ...], done: Imported) -> None:
        now = self._clock().isoformat(timespec="seconds")
        titles = {slug: draft.title for slug, draft in opened.kept}
        kept, gone = self._batch().keep_again(drafts, opened.kept, opened.origin, now)
        done.kept += kept
        done.deleted += [titles[slug] for slug in gone]
        for slug in (*gone, *(one.slug for one in kept)):
            self._library.forget(slug)

    def _settle(self, done: Imported) -> None:
        """Let everything be there that was kept."""
        self.own.flush()
        from reader.articles.importing.keeping import State

        names, elsewhere = self.own.renamed, self.own.kept_elsewhere
        done.kept[:] = [
            replace(
                kept,
                slug=names.get(kept.slug, kept.slug),
                state=State.SAME if kept.slug in elsewhere else kept.state,
            )
            for kept in done.kept
        ]

    def _batch(self) -> Batch:
        return self.own.batch(frozenset(self._library.slugs()))

    # --- the shelf

    def cards(self) -> tuple[dict[str, Card], list[str]]:
        """Return a card of each text by slug, and sentences on what can't be read."""
        cards, errors = self.own.cards()
        return cards, [str(error) for error in errors]

    def is_own(self, slug: str) -> bool:
        """Tell whether the slug is that of a text of the reader's own."""
        try:
            self.own.folder(slug)
        except UsageError:
            return False
        return True

    def delete(self, slug: str) -> None:
        """Delete a text; :meth:`undo_delete` brings it back. What was learnt of it stays.

        Raises:
            UsageError: there is no such text.
            StorageError: it can't be deleted.
        """
        self.own.delete(slug)
        self._library.forget(slug)

    def undo_delete(self) -> str:
        """Bring back the text that was deleted last, and return its slug.

        Raises:
            UsageError: none was deleted.
            StorageError: it can't be brought back.
        """
        slug = self.own.undo_delete()
        if not slug:
            raise UsageError("Nothing was deleted that could be brought back.")
        self._library.forget(slug)
        return slug

    def details(self, slug: str) -> dict[str, Any]:
        """Return title, source, date, tags and notes (a list of titles and texts) of a text."""
        values = self.own.values(slug)
        return {
            "title": self._library.article(slug).title,
            "source": values.get("source", ""),
            "date": str(values.get("date", "")),
            "tags": list(values.get("tags", [])),
            "notes": [(note["title"], note["text"]) for note in values.get("note", [])],
        }

    def edit(self, slug: str, **changes: Any) -> None:
        """Change title, source, date, tags or notes (as :meth:`details` gives them).

        Raises:
            UsageError: there is no such text, or the date is none.
            StorageError: it can't be written; the text is as it was.
        """
        from reader.articles.importing.editing import edited

        values, texts = edited(self.own.folder(slug), self.own.values(slug), changes)
        self.own.rewrite(slug, values, texts)
        self._library.forget(slug)

    def export(self, slug: str, target: Path) -> Path:
        """Write any article of the library as a content folder inside ``target``; return its path.

        Raises:
            UsageError: there is no such article, no such folder, or one of that name is there already.
            StorageError: it can't be written.
        """
        from reader.articles.importing.exporting import export_content

        return export_content(self._library.article(slug), target)

    def search(self, words: str) -> Iterator[str]:
        """Yield the slugs of the articles, bundled ones too, with all of the words in title or text."""
        from reader.articles.importing.searching import holds, wanted_words

        wanted = wanted_words(words)
        cards, _ = self.own.cards()
        for slug in self._library.slugs():
            try:
                if slug in cards:
                    card = cards[slug]
                    head = f"{card.title} {card.title_en} {card.source} {' '.join(card.tags)} {slug}"
                    found = holds(wanted, head, self._home / slug)
                else:
                    found = holds(wanted, _all_text(self._library.article(slug)), None)
            except DubaoError:
                continue
            if found:
                yield slug


class Steps:
    """How far a long book is on its way: each chapter is cut, written and read once more.

    ``tell`` is called with the share that is done, 0 to 1; ``stop`` is asked before a chapter is cut.
    """

    def __init__(
        self, tell: Callable[[float], None] = lambda _: None, stop: Callable[[], bool] | None = None
    ) -> None:
        self._tell = tell
        self._stop = stop
        self._done, self._count = 0, 1
        tell(0.0)

    def cut(self, drafts: tuple[Draft, ...]) -> bool:
        """Cut the chapters of books; False where it was told to stop."""
        chapters = [chapter for draft in drafts if draft.is_book for chapter in draft.chapters]
        self._count = max(1, 3 * len(chapters))
        for chapter in chapters:
            if self._stop is not None and self._stop():
                return False
            self.step()
            chapter.blocks  # noqa: B018 - made when it is asked for
        return True

    def step(self) -> None:
        """Begin the next step."""
        self._tell(min(1.0, self._done / self._count))
        self._done += 1


def _tell(progress: Progress | None, files: int, all_files: int, name: str, share: float) -> None:
    if progress is not None:
        progress(files + share, all_files, name)


def _all_text(article: Article) -> str:
    titles = " ".join(f"{v.title} {v.title_en}" for v in article.versions)
    texts = "\n".join(version.text for version in article.versions)
    return f"{article.slug} {titles} {article.source} {article.section} {texts}"
