"""Texts of one run kept one by one, each once: what is the same, what has changed, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.importing.again import matched
from reader.articles.importing.draft import Draft
from reader.articles.importing.identity import Identity, identity_of, new_slug
from reader.articles.importing.keeping import Kept, Origin, OwnTexts, State
from reader.articles.importing.writing import Step, no_step

#: So many new articles wait for the disk together, those of one file at least.
_TOGETHER = 32


class Batch:
    """Keeps texts one by one, each whole or not at all; knows what the same run has kept already."""

    def __init__(self, own: OwnTexts, reserved: frozenset[str]) -> None:
        self._own = own
        cards, _ = own.cards()
        self._taken = {*cards, *reserved}
        self._known: dict[str, Identity] = {slug: card.identity for slug, card in cards.items()}
        self._digests: dict[str, str] = {}
        self._by_title: dict[str, list[str]] = {}
        self._by_clause: dict[int, list[str]] = {}
        self._files: dict[str, list[str]] = {}
        for slug, card in cards.items():
            self._note(slug, card.identity, card.file_digest, card.imported_digest)

    def _note(self, slug: str, known: Identity, file_digest: str, imported_digest: str = "") -> None:
        self._taken.add(slug)
        self._known[slug] = known
        for digest in (known.digest, imported_digest):
            if digest:
                self._digests.setdefault(digest, slug)
        self._by_title.setdefault(known.title, []).append(slug)
        for clause in known.sketch:
            self._by_clause.setdefault(clause, []).append(slug)
        if file_digest:
            self._files.setdefault(file_digest, []).append(slug)

    def keep(
        self, drafts: tuple[Draft, ...], origin: Origin, now: str, *, dry: bool = False, step: Step = no_step
    ) -> list[Kept]:
        """Keep the articles of one file; ``now`` is the time in ISO form. ``dry`` keeps nothing.

        ``step`` is called twice for each chapter of a new book.

        Raises:
            StorageError: one can't be written; those before it are kept by :meth:`OwnTexts.flush`.
        """
        kept: list[Kept] = []
        file_digest = origin.digest
        had = list(self._files.get(file_digest, ()))
        like = ""
        for draft in drafts:
            known = identity_of(draft)
            slug, state = self._place(draft, known, had)
            if not dry and state is State.NEW:
                like = self._own.write(slug, draft, origin, now, like, step)
                slug = like
            elif not dry and state is State.CHANGED:
                self._own.change(slug, draft, origin, now)
            if state is not State.SAME:
                self._note(slug, known, file_digest)
            kept.append(Kept(slug, state, draft))
        if self._own.unsettled >= _TOGETHER:
            self._own.settle()
        return kept

    def keep_again(
        self, drafts: Sequence[Draft], kept: Sequence[tuple[str, Draft]], origin: Origin, now: str
    ) -> tuple[list[Kept], list[str]]:
        """Keep a page's articles otherwise than they were ``kept`` before (slugs and drafts).

        What is as it was is not touched; of the others each stays the article that it is likest to.
        Return what was kept, and the slugs of those that are no more: they are deleted, with undo.

        Raises:
            StorageError: one can't be written; nothing was deleted.
        """
        done: list[Kept] = []
        places = matched(drafts, kept)
        for draft, (slug, is_same) in zip(drafts, places, strict=True):
            if is_same:
                done.append(Kept(slug, State.SAME, draft))
            elif slug:
                self._own.change(slug, draft, origin, now)
                done.append(Kept(slug, State.CHANGED, draft))
            else:
                known = identity_of(draft)
                slug = self._own.write(new_slug(draft.title, self._taken), draft, origin, now)
                self._note(slug, known, origin.digest)
                done.append(Kept(slug, State.NEW, draft))
        self._own.settle()
        gone = [slug for slug, _ in kept if slug not in {place for place, _ in places}]
        for slug in gone:
            self._own.delete(slug)
        return done, gone

    def _place(self, draft: Draft, known: Identity, had: list[str]) -> tuple[str, State]:
        if known.digest in self._digests:
            return self._digests[known.digest], State.SAME
        # The same file again: what the reader split or joined by hand stays so.
        again = max(had, key=lambda slug: self._known[slug].share(known), default="")
        if again and self._known[again].share(known) > 0:
            return again, State.SAME
        near = dict.fromkeys(self._by_title.get(known.title, ()))
        near |= dict.fromkeys(slug for clause in known.sketch for slug in self._by_clause.get(clause, ()))
        changed = [slug for slug in near if self._known[slug].is_changed(known)]
        if changed:
            return max(changed, key=lambda slug: self._known[slug].share(known)), State.CHANGED
        return new_slug(draft.title, self._taken), State.NEW
