"""Opening the dictionary, its index built first where that is needed."""

from __future__ import annotations

from pathlib import Path

from reader.chinese.dictionary.index import Progress, build_index, ready_index
from reader.chinese.dictionary.lookup import Dictionary
from reader.chinese.dictionary.source import dictionary_file
from reader.paths import Paths


def index_folder(paths: Paths) -> Path:
    """Return the folder of the dictionary's index."""
    return paths.cache / "dictionary"


def is_ready(paths: Paths) -> bool:
    """Tell whether the dictionary opens at once; if not, opening it takes seconds."""
    return ready_index(dictionary_file(paths.data), index_folder(paths)) is not None


def open_dictionary(paths: Paths, progress: Progress | None = None) -> Dictionary:
    """Open the dictionary; builds its index first (a second or two) where none is there or it is damaged.

    Raises:
        DictionaryError: there is no dictionary, or its index can be neither read nor written.
    """
    source = dictionary_file(paths.data)
    folder = index_folder(paths)
    path = ready_index(source, folder) or build_index(source, folder, progress)
    return Dictionary(path, rebuild=lambda: build_index(source, folder))
