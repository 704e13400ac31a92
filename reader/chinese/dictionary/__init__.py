"""CC-CEDICT: its file, a read-only SQLite index of it in the cache, and looking words up."""

from reader.chinese.dictionary.lookup import Dictionary
from reader.chinese.dictionary.opening import is_ready, open_dictionary

__all__ = ["Dictionary", "is_ready", "open_dictionary"]
