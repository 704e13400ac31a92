"""The bytes of any file -> its drafts: which kind it is, its encoding, the importer for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from reader.articles.importing.draft import Block, Chapter, Draft
from reader.articles.importing.encoding import Decoded, decode
from reader.articles.importing.guarded import named
from reader.errors import TextError
from reader.text import clean_line, clean_text, is_han

_TEXT = (".txt", ".text", "")
_MARKDOWN = (".md", ".markdown", ".mkd")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_SUBTITLES = (".srt", ".vtt", ".ass", ".ssa")
#: The names of files that a folder is searched for.
SUFFIXES = frozenset((*_TEXT[:2], *_MARKDOWN, *_HTML, *_SUBTITLES, ".epub"))
_READS = "Texts, Markdown, web pages (HTML), EPUB books and subtitles (srt, vtt, ass) can be imported."
#: What a file is by its first bytes, and what the reader can do with it.
_KNOWN = (
    (b"%PDF", "a PDF: open it, select its text, copy it, and paste that in the library (key i)."),
    (b"{\\rtf", "a rich text (RTF): save it as plain text."),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as plain text."),
    (b"Rar!", "a RAR archive: unpack it first."),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first."),
    (b"\x1f\x8b", "a gzip archive: unpack it first."),
    (b"BZh", "a bzip2 archive: unpack it first."),
    (b"\xfd7zXZ", "an xz archive: unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a zstd archive: unpack it first."),
    *((mark, f"a picture. {_READS}") for mark in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    *((mark, f"sound or film. {_READS}") for mark in (b"ID3", b"OggS", b"RIFF", b"fLaC", b"\x1aE\xdf\xa3")),
    *(
        (mark, f"a program. {_READS}")
        for mark in (b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\0asm")
    ),
    (b"SQLite format 3", f"a database. {_READS}"),
)
#: The same, for marks that stand further in.
_KNOWN_WITHIN = (
    (60, b"BOOKMOBI", "a Kindle book: turn it into an EPUB (Calibre does that) and import that."),
    (257, b"ustar", "a tar archive: unpack it first."),
    (4, b"ftyp", f"sound or film. {_READS}"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: ``kind`` is text, markdown, html, epub or subtitles; ``encoding`` "" for an EPUB."""

    drafts: tuple[Draft, ...]
    kind: str
    encoding: str = ""
    warnings: tuple[str, ...] = ()


def read_texts(data: bytes, name: str = "") -> Found:
    """Return the articles in a file of any kind that can be imported. ``name`` is shown and tells the kind.

    Raises:
        TextError: it can't be read as Chinese text; the sentence begins with the file's name.
    """
    shown = named(name) if name else "The text"
    try:
        found = _read(data, PurePath(name))
    except TextError as error:
        raise TextError(f"{shown}: {error}") from error
    # Plain text was cleaned as a whole; entities of markup may spell what its bytes did not hold.
    drafts = found.drafts if found.kind == "text" else tuple(map(_cleaned, found.drafts))
    drafts = tuple(map(_with_body, drafts))
    drafts = tuple(_titled(draft, name) for draft in drafts if draft.has_chinese)
    if not drafts:
        raise TextError(f"{shown}: There is no Chinese text in it.")
    return replace(found, drafts=drafts, warnings=tuple(f"{shown}: {words}" for words in found.warnings))


def _with_body(draft: Draft) -> Draft:
    """Headings with nothing under any of them are the text."""
    blocks = (block for chapter in draft.chapters for block in chapter.blocks)
    # A long book has a paragraph soon; its other chapters are not cut for this.
    if any(block.kind == "body" for block in blocks):
        return draft
    texts = tuple(Block("body", block.text) for chapter in draft.chapters for block in chapter.blocks)
    return replace(draft, chapters=(Chapter("", texts),)) if texts else draft


def _titled(draft: Draft, name: str) -> Draft:
    """A book without a title is called by its file, not by its first chapter."""
    stem = clean_line(named(PurePath(name).stem)) if name else ""
    return replace(draft, headline=stem) if draft.is_book and stem and not draft.headline else draft


def _read(data: bytes, path: PurePath) -> Found:
    from reader.articles.importing.html import decode_html, read_markup

    suffix = path.suffix.lower()
    if suffix == ".epub" or data.startswith(b"PK\x03\x04"):
        return _read_archive(data, path)
    _refuse_known(data)
    stem = _title(path)
    if suffix in _HTML or _is_html(data):
        decoded = decode_html(data)
        return _told(decoded, read_markup(clean_text(decoded.text), stem), "html")
    decoded = decode(data)
    text = clean_text(decoded.text)
    if suffix in _MARKDOWN:
        from reader.articles.importing.markdown import read_markdown

        return _told(decoded, read_markdown(text, stem), "markdown")
    from reader.articles.importing.subtitles import is_subtitles, read_subtitles

    if suffix in _SUBTITLES or is_subtitles(text):
        return _told(decoded, read_subtitles(text, stem, suffix or ".srt"), "subtitles")
    from reader.articles.importing.plain import read_plain

    return _told(decoded, read_plain(text, stem), "text")


def _read_archive(data: bytes, path: PurePath) -> Found:
    from reader.articles.importing.epub import read_epub

    if path.suffix.lower() != ".epub" and b"application/epub+zip" not in data[:200]:
        raise TextError("It is an archive (zip, or an Office file), not text: unpack it, or save it as text.")
    return Found(tuple(read_epub(data, _title(path))), "epub")


def _title(path: PurePath) -> str:
    """Return the file's name where it may be a title: with hanzi in it."""
    stem = clean_line(named(path.stem))
    return stem if any(map(is_han, stem)) else ""


def _refuse_known(data: bytes) -> None:
    for place, mark, what in (*((0, *known) for known in _KNOWN), *_KNOWN_WITHIN):
        if data.startswith(mark, place):
            raise TextError(f"It is {what}")


def _is_html(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in data[:4096].lower()


def _told(decoded: Decoded, drafts: list[Draft], kind: str) -> Found:
    warnings = []
    if decoded.is_guess:
        warnings.append(f"It doesn't say its encoding; read as {decoded.encoding}.")
    if decoded.spoilt:
        warnings.append(f"{decoded.spoilt} bytes don't fit {decoded.encoding}; they are left out.")
    return Found(tuple(drafts), kind, decoded.encoding, tuple(warnings))


def _cleaned(draft: Draft) -> Draft:
    return replace(
        draft,
        headline=clean_line(draft.headline),
        kicker=clean_line(draft.kicker),
        dateline=clean_line(draft.dateline),
        byline=clean_line(draft.byline),
        captions=tuple(map(clean_line, draft.captions)),
        source=clean_line(draft.source),
        date=clean_line(draft.date),
        tags=tuple(map(clean_line, draft.tags)),
        chapters=tuple(_cleaned_chapter(chapter) for chapter in draft.chapters),
    )


def _cleaned_chapter(chapter: Chapter) -> Chapter:
    blocks = (Block(b.kind, clean_line(b.text), clean_line(b.english)) for b in chapter.blocks)
    return Chapter(clean_line(chapter.title), tuple(block for block in blocks if block.text))
