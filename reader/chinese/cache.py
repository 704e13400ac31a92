"""The cache of annotated texts: a file for each, named by everything that its content hangs on.

Only what can be made again is kept here: a file that is damaged, or can't be written, is no error.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from reader.chinese.packing import DamagedError, pack, unpack
from reader.chinese.repairs import Repairs
from reader.chinese.token import AnnotatedText, GlossaryEntry
from reader.chinese.version import ANALYSER
from reader.errors import StorageError
from reader.paths import private_folder

# Old files beyond this many bytes together are removed, the longest unread first.
_MOST_BYTES = 200_000_000


def cache_key(
    text: str,
    *,
    glossary: Mapping[str, GlossaryEntry],
    repairs: Repairs,
    dictionary: str,
    standard: str,
) -> str:
    """Return the name under which the annotation of exactly this is kept.

    Only those repairs and glossary words count that occur in the text, so that mending one word does
    not make every other text anew. ``dictionary`` is the dictionary's version.
    """
    twin = _twin(text) if repairs else text
    told = [
        ANALYSER,
        dictionary,
        standard,
        sorted((h, g.pinyin, g.gloss) for h, g in glossary.items() if h in text),
        sorted((r.text, r.words, r.pinyin, r.gloss) for r in repairs if r.text in text or r.text in twin),
    ]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    digest.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:40]


def _twin(text: str) -> str:
    """The text in simplified characters: a repair of 学习 holds for 學習, too."""
    from reader.chinese.script import twin_of

    return twin_of(text)


class TextCache:
    """Annotated texts in ``folder`` (made when first written to)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, key: str) -> bool:
        """Tell whether something is kept under the key (it may still prove damaged)."""
        return self._file(key).is_file()

    def load(self, key: str) -> AnnotatedText | None:
        """Return what was stored, None if nothing (whole) is there."""
        path = self._file(key)
        try:
            found = unpack(path.read_bytes())
            os.utime(path)
        except OSError:
            return None
        except DamagedError:
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        return found

    def store(self, key: str, annotated: AnnotatedText) -> None:
        """Keep a text, atomically and for the owner alone; does nothing where the cache can't be written."""
        path = self._file(key)
        spare = path.with_name(f".{key}.{os.getpid()}-{secrets.token_hex(4)}")
        try:
            private_folder(self._folder)
            with open(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(pack(annotated))
            spare.replace(path)
            self._sweep()
        except (OSError, StorageError):
            with contextlib.suppress(OSError):
                spare.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.text"

    def _sweep(self) -> None:
        """Remove the longest unread files once all together are too large."""
        files = [(path.stat(), path) for path in self._folder.iterdir()]
        total = sum(facts.st_size for facts, _ in files)
        for facts, path in sorted(files, key=lambda file: file[0].st_mtime):
            if total <= _MOST_BYTES:
                return
            path.unlink(missing_ok=True)
            total -= facts.st_size
