"""What the learner knows of each word: nothing of Chinese here, words are ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.review.card import time_from_stored, time_to_stored
from reader.review.database import Database, JournalTable


class WordState(StrEnum):
    """How well a word is known. A word that nobody spoke of is new."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class WordRecord:
    """A word's state, since when, and how it came to it ("answer", "HSK 4", "list", "key")."""

    state: WordState
    since: datetime
    how: str


class Words:
    """The table ``words``."""

    def __init__(self, database: Database) -> None:
        self._table: JournalTable = database.journal_table("words")

    def state(self, word: str) -> WordState:
        """Return a word's state."""
        found = self._table.find(word)
        return WordState(found["state"]) if found else WordState.NEW

    def states(self) -> dict[str, WordState]:
        """Return the states of all words that are not new."""
        return {word: record.state for word, record in self.records().items()}

    def records(self) -> dict[str, WordRecord]:
        """Return state, time and reason of all words that are not new."""
        return {
            str(doc.doc_id): WordRecord(
                WordState(doc["state"]), time_from_stored(doc["since"]), doc.get("how", "")
            )
            for doc in self._table
        }

    def set(self, words: Iterable[str], state: WordState, how: str, now: datetime) -> int:
        """Put words into a state; return how many were in another one. New ones are forgotten."""
        changing = [word for word in dict.fromkeys(words) if self.state(word) is not state]
        if state is WordState.NEW:
            self._table.drop(changing)
        else:
            stored = {"state": str(state), "since": time_to_stored(now), "how": how}
            self._table.put_many(dict.fromkeys(changing, stored))
        return len(changing)
