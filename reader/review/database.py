"""TinyDB's tables over the journal: a change reaches the storage as itself, not as the whole database.

So an answer costs one synced line however many cards there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from types import MappingProxyType
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from reader.review.copying import copied
from reader.review.journal import Document
from reader.review.storage import JournalStorage

_EMPTY: Mapping[str, Document] = MappingProxyType({})


class Record(TinyDocument):
    """A document as TinyDB hands it out: a copy, so that changing it changes nothing kept."""

    def __init__(self, value: Mapping[str, Any], doc_id: str) -> None:
        super().__init__(copied(value), doc_id)  # type: ignore[arg-type]


class _Draft(MutableMapping[str, Document]):
    """A table as TinyDB's updaters see it: documents are copied when first touched."""

    def __init__(self, table: Mapping[str, Document]) -> None:
        self._table = table
        self.changed: dict[str, Document | None] = {}

    def __getitem__(self, doc_id: str) -> Document:
        if doc_id not in self.changed:
            self.changed[doc_id] = copied(self._table[doc_id])
        document = self.changed[doc_id]
        if document is None:
            raise KeyError(doc_id)
        return document

    def __setitem__(self, doc_id: str, document: Document) -> None:
        self.changed[doc_id] = document

    def __delitem__(self, doc_id: str) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self.changed[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self.changed:
            return self.changed[str(doc_id)] is not None
        return doc_id in self._table

    def __iter__(self) -> Iterator[str]:
        yield from (doc_id for doc_id in self._table if doc_id in self)
        yield from (doc_id for doc_id in self.changed if doc_id not in self._table and doc_id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Delete every document."""
        self.changed = dict.fromkeys([*self._table, *self.changed], None)


class JournalTable(Table):
    """A TinyDB table with text for ids, whose updates reach the storage as single changes."""

    document_class = Record  # type: ignore[assignment]
    document_id_class = str  # type: ignore[assignment]
    # A cached result would be handed out twice, and changing one would change the other.
    default_query_cache_capacity = 0

    def put(self, doc_id: str, document: Mapping[str, Any]) -> None:
        """Insert the document, or set its fields in the one that is there, keeping its other fields."""
        self.put_many({doc_id: document})

    def put_many(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Do what ``put`` does for many documents as one change."""
        table = self._read_table()
        merged: dict[str, Document | None] = {
            doc_id: {**table.get(doc_id, _EMPTY), **document} for doc_id, document in documents.items()
        }
        self._journal_storage.commit({self.name: merged})

    def drop(self, doc_ids: Iterable[str]) -> None:
        """Delete the documents that are there."""
        self._journal_storage.commit({self.name: dict.fromkeys(doc_ids)})

    def find(self, doc_id: str) -> Document | None:
        """Return a copy of the document of that id."""
        found = self._read_table().get(doc_id)
        return None if found is None else copied(found)

    def fields(self, doc_id: str) -> Document:
        """Return a copy of the document of that id, an empty one where there is none."""
        return self.find(doc_id) or {}

    def _read_table(self) -> Mapping[str, Document]:  # type: ignore[override]
        return self._journal_storage.table(self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        draft = _Draft(self._journal_storage.table(self.name))
        updater(draft)
        self._journal_storage.commit({self.name: draft.changed})

    @property
    def _journal_storage(self) -> JournalStorage:
        storage = self._storage
        assert isinstance(storage, JournalStorage), "this table is made for its own storage"
        return storage


class Database(TinyDB):
    """TinyDB over a :class:`JournalStorage` that is already open."""

    table_class = JournalTable

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage=lambda: storage)

    def journal_table(self, name: str) -> JournalTable:
        """Return a table, typed as what it is."""
        table = self.table(name)
        assert isinstance(table, JournalTable), "it is the table_class of this database"
        return table
