"""CC-CEDICT: its file, a read-only SQLite index of it in the cache, and looking words up.

Its names are looked up when they are first used: two threads that import the package and a module of
it at the same time would wait for each other, and one of them would get the module half made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.chinese.dictionary.lookup import Dictionary
    from reader.chinese.dictionary.opening import is_ready, open_dictionary

_HOMES = {"Dictionary": "lookup", "is_ready": "opening", "open_dictionary": "opening"}

__all__ = ["Dictionary", "is_ready", "open_dictionary"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
