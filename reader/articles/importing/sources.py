"""What the reader names for import -> the files meant: paths as typed, dragged or pasted, and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.articles.importing.guarded import files_in, is_link, named
from reader.articles.importing.texts import SUFFIXES
from reader.errors import TextError

_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"|((?:\\.|[^\s'\"\\])+)")


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that the paths mean: themselves, or those in a folder that may be texts.

    Raises:
        TextError: a folder is a link, holds too many texts, or none.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        if is_link(path):
            raise TextError(f"{named(path)} is a link; name the folder that it points to.")
        count = 0
        for file in files_in(path, SUFFIXES):
            count += 1
            yield file
        if not count:
            raise TextError(
                f"{named(path)} holds no text that can be imported: {', '.join(sorted(SUFFIXES))}."
            )


def is_folder(path: Path) -> bool:
    """Tell whether it is a folder; a name that can be no path is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def dropped_paths(text: str) -> list[Path]:
    """Return the paths in what a terminal types when files are dragged onto it; [] where it is a text.

    Terminals quote blanks in several ways, or give ``file://`` addresses. All must exist.
    """
    text = text.strip()
    if not text or len(text) > 4096:
        return []
    whole = _path(text)
    if whole is not None:
        return [whole]
    words = [_word(match) for line in text.splitlines() for match in _QUOTED.finditer(line)]
    paths = [_path(word) for word in words]
    found = [path for path in paths if path is not None]
    return found if len(found) == len(paths) else []


def _word(match: re.Match[str]) -> str:
    if match[3] is not None:
        return re.sub(r"\\(.)", r"\1", match[3])
    return match[1] if match[1] is not None else match[2]


def _path(text: str) -> Path | None:
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    path = Path(text).expanduser() if text.startswith("~") else Path(text)
    try:
        looks_like_path = path.is_absolute() or path.suffix.lower() in SUFFIXES
        return path if looks_like_path and path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None
