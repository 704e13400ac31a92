"""Whether two texts are the same, or one a changed version of the other; and what a text is called by."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from reader.articles.importing.draft import Draft
from reader.text import is_han

#: So many of a text's clauses stand for it: those with the lowest hashes.
_SKETCH = 24
_CLAUSE = re.compile(r"[^。！？；!?;\n]{4,}")
_LONGEST_SLUG = 48
#: How much two texts must share to be one, changed: with the same headline, and without.
_SAME_TITLE, _OTHER_TITLE = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a text from others: a digest of its characters, and a sketch of its clauses."""

    title: str
    digest: str
    sketch: tuple[int, ...]

    def is_changed(self, other: Identity) -> bool:
        """Tell whether one is likely a changed version of the other."""
        shared = self.share(other)
        return shared >= (_SAME_TITLE if self.title == other.title else _OTHER_TITLE)

    def share(self, other: Identity) -> float:
        """Return about how much of their clauses the two share, 0 to 1."""
        both = sorted({*self.sketch, *other.sketch})[:_SKETCH]
        mine, theirs = set(self.sketch), set(other.sketch)
        return sum(value in mine and value in theirs for value in both) / max(1, len(both))


def identity_of(draft: Draft) -> Identity:
    """Return a draft's identity: its text's, white space not counted."""
    texts = [block.text for chapter in draft.chapters for block in chapter.blocks]
    return identity(draft.title, texts or (draft.title,))


def identity(title: str, texts: Iterable[str]) -> Identity:
    """Return the identity of a text by its title and its paragraphs."""
    body = "\n".join("".join(text.split()) for text in texts)
    digest = hashlib.sha256(body.replace("\n", "").encode("utf-8", "replace")).hexdigest()[:32]
    hashes = {zlib.crc32(clause.encode("utf-8", "replace")) for clause in _CLAUSE.findall(body)}
    return Identity("".join(title.split()), digest, tuple(sorted(hashes)[:_SKETCH]))


def new_slug(title: str, taken: Container[str]) -> str:
    """Return a name of small letters, digits and hyphens that isn't taken: the title in pinyin."""
    stem = _letters(title) or "text"
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    return slug


@lru_cache(maxsize=4096)
def _said(character: str) -> str:
    from reader.chinese.pinyin.readings import last_resort

    return last_resort(character).rstrip("12345")


def _letters(title: str) -> str:
    said = ""
    for character in title[:60]:
        if is_han(character):
            said += f" {_said(character)} "
        else:
            said += unicodedata.normalize("NFKD", character)
    plain = unicodedata.normalize("NFD", said.lower().replace("ü", "v"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    while len("-".join(words)) > _LONGEST_SLUG:
        words = words[:-1] if len(words) > 1 else [words[0][:_LONGEST_SLUG]]
    return "-".join(words)
