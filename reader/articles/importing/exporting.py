"""An article -> a content folder that a teacher can finish and share; ``dubao check`` accepts it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.articles.article import Article, Version
from reader.articles.content import ARTICLE_FILE
from reader.articles.importing.folders import build, put
from reader.articles.importing.index import read_values
from reader.articles.importing.toml_out import to_toml
from reader.articles.importing.writing import PAGE_NOTE
from reader.articles.versions import BOOK_FILE, FILES, text_line
from reader.errors import StorageError, UsageError

_FILE_OF = {**FILES, "text": FILES["news"]}
_OWN_ONLY = ("origin", "tags", "imported")
_HEAD = """\
# To finish this article: write the English of each sentence on the line below it in the text file, and the
# English title below the Chinese one; add easier versions (hsk3.txt, hsk5.txt), a glossary and facts.
# Then take the next line out, and `dubao check FOLDER` holds it to all of that.
"""


def export_content(article: Article, target: Path) -> Path:
    """Write the article as a content folder inside ``target`` and return its path.

    Raises:
        UsageError: there is a folder of that name already, or ``target`` is none.
        StorageError: it can't be written.
    """
    if not target.is_dir():
        raise UsageError(f"There is no folder {target}; make it first.")
    if article.folder is None:
        raise UsageError("Only an article of the library can be exported; import the text first.")
    folder = target / article.slug
    if folder.exists():
        raise UsageError(f"{folder} is there already; name another folder with --to, or move it away.")
    values = read_values(article.folder)
    built = build(target, {name: text.encode() for name, text in _files(article, values).items()})
    if not put(built, folder):
        shutil.rmtree(built, ignore_errors=True)
        raise StorageError(f"{folder} came to be meanwhile; nothing was written.")
    return folder


def _files(article: Article, values: Mapping[str, Any]) -> dict[str, str]:
    if not article.imported:
        assert article.folder is not None, "seen before"
        names = (ARTICLE_FILE, *FILES.values(), BOOK_FILE)
        paths = [article.folder / name for name in names]
        return {path.name: path.read_text("utf-8") for path in paths if path.is_file()}
    marked = {mark.fact for v in article.versions for s in v.sentences for mark in s.marks}
    kept = {key: value for key, value in values.items() if key not in _OWN_ONLY}
    kept["fact"] = [fact for fact in kept.get("fact", ()) if fact.get("id") in marked]
    kept["note"] = [note for note in kept.get("note", ()) if note.get("title") != PAGE_NOTE]
    whole = {"imported": True, **{key: value for key, value in kept.items() if value != []}}
    return {ARTICLE_FILE: _HEAD + to_toml(whole), **_texts(article)}


def _texts(article: Article) -> dict[str, str]:
    if article.name:
        return {BOOK_FILE: "\n\n".join(version_text(version) for version in article.versions)}
    return {_FILE_OF[version.level]: version_text(version) for version in article.versions}


def version_text(version: Version) -> str:
    """Return the content of a version's file, marks and English with it."""
    lines = [f"# {version.title}", *([f"# {version.title_en}"] if version.title_en else [])]
    for paragraph in version.paragraphs:
        lines.append("")
        for sentence in paragraph.sentences:
            lines.append(text_line(sentence.text, sentence.marks))
            lines += [sentence.translation] if sentence.translation else []
    return "\n".join(lines) + "\n"
