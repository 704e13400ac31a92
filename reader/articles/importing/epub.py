"""An EPUB -> a draft with its chapters. Read in memory, to a set size; no name in it is ever a path."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error as struct_error
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.articles.importing.draft import Block, Chapter, Draft, in_chapters
from reader.articles.importing.html import decode_html, parse, read_blocks
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.punctuation import mend
from reader.errors import TextError
from reader.text import clean_line, is_han

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

#: What may come out of one archive, and out of one file of it, in bytes.
MOST_UNPACKED, MOST_ENTRY = 120_000_000, 24_000_000
MOST_ENTRIES = 20_000
_CONTAINER = "META-INF/container.xml"
_PIECE = 1 << 16
_NOTE_MARK = re.compile(r"[\[〔（(【]?(?:注|註)?[\d*†①-⑳]{1,3}[\]〕）)】]?")
_MOST_TITLE_PAGE = 60
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read_epub(data: bytes, name: str = "") -> list[Draft]:
    """Return the book as one draft.

    Raises:
        TextError: it is broken, locked, no EPUB, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [_Book(Archive(archive), name).read()]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError) as error:
        raise TextError("It is a broken archive: it can't be unpacked. Get the book anew.") from error
    except (NotImplementedError, RuntimeError, ValueError, struct_error) as error:
        raise TextError("It is packed or locked in a way that can't be read here.") from error


@dataclass(slots=True)
class Archive:
    """A zip file that gives no more than a set number of bytes in all."""

    archive: zipfile.ZipFile
    left: int = MOST_UNPACKED
    names: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def __post_init__(self) -> None:
        entries = self.archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise TextError(f"It holds more than {MOST_ENTRIES:,} files; no book does.")
        self.names = {entry.filename: entry for entry in entries}

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is none of that name.

        Raises:
            TextError: it unpacks to too much.
        """
        entry = self.names.get(name)
        if entry is None or entry.is_dir():
            return None
        most = min(self.left, MOST_ENTRY)
        pieces, size = [], 0
        # What the entry says of its size may be a lie: count what comes out.
        with self.archive.open(entry) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > most:
                    raise TextError(
                        f"It unpacks to more than {MOST_UNPACKED // 1_000_000} MB (or one file of it to more "
                        f"than {MOST_ENTRY // 1_000_000} MB); that is no book."
                    )
                pieces.append(piece)
        self.left -= size
        return b"".join(pieces)


class _Book:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._titles: dict[str, str] = {}

    def read(self) -> Draft:
        self._refuse_locked()
        folder, package = self._package()
        chapters: list[Chapter] = []
        for path in self._spine(folder, package):
            chapters = _with_chapter(chapters, self._chapter(path))
        if not any(chapter.blocks for chapter in chapters):
            raise TextError("It holds no text: its pages may be pictures.")
        headline = _said(package, "title") or self._name
        if len(chapters) > 1 and _is_title_page(chapters[0], headline):
            chapters = chapters[1:]
        return Draft(
            headline=headline,
            chapters=tuple(part for c in chapters for part in in_chapters(c.title, list(c.blocks))),
            source=_said(package, "creator"),
            date=_said(package, "date")[:10] if _said(package, "date")[:4].isdigit() else "",
        )

    def _refuse_locked(self) -> None:
        data = self._archive.read("META-INF/encryption.xml") or b""
        root = parse_xml(data) if data else None
        for method in _named(root, "EncryptionMethod") if root is not None else ():
            if (method.get("Algorithm") or "") not in _FONT_LOCKS:
                raise TextError("It is locked (DRM); only books without a lock can be imported.")

    def _package(self) -> tuple[str, _Element]:
        path = ""
        root = parse_xml(self._archive.read(_CONTAINER) or b"")
        for rootfile in _named(root, "rootfile") if root is not None else ():
            path = path or rootfile.get("full-path") or ""
        path = path or next((name for name in self._archive.names if name.lower().endswith(".opf")), "")
        package = parse_xml(self._archive.read(path) or b"") if path else None
        if package is None:
            raise TextError("It isn't an EPUB: it names no book inside.")
        return posixpath.dirname(path), package

    def _spine(self, folder: str, package: _Element) -> Iterator[str]:
        items: dict[str, str] = {}
        toc = ""
        for item in _named(package, "item"):
            href = _inside(folder, item.get("href") or "")
            kind = item.get("media-type") or ""
            if "html" in kind or href.lower().endswith((".html", ".xhtml", ".htm")):
                items[item.get("id") or ""] = href
            if "ncx" in kind or "nav" in (item.get("properties") or "").split():
                toc = href
                self._read_titles(toc)
        toc_pages = {toc}
        refs = [itemref.get("idref") or "" for itemref in _named(package, "itemref")]
        listed = [items[ref] for ref in refs if ref in items]
        seen: set[str] = set()
        for path in listed or list(items.values()):
            if path not in seen and path not in toc_pages:
                seen.add(path)
                yield path

    def _read_titles(self, toc: str) -> None:
        root = parse_xml(self._archive.read(toc) or b"")
        if root is None:
            return
        folder = posixpath.dirname(toc)
        for point in _named(root, "navPoint"):
            words = next((" ".join("".join(t.itertext()).split()) for t in _named(point, "text")), "")
            target = next((c.get("src") or "" for c in _named(point, "content")), "")
            self._titles.setdefault(_inside(folder, target), clean_line(words))
        for link in _named(root, "a"):
            words = clean_line("".join(link.itertext()))
            self._titles.setdefault(_inside(folder, link.get("href") or ""), words)

    def _chapter(self, path: str) -> Chapter:
        data = self._archive.read(path)
        page = parse(decode_html(data).text) if data else None
        if page is None:
            return Chapter("", ())
        for tag in ("script", "style", "head", "rt", "rp"):
            for element in list(page.iter(tag)):
                if element.getparent() is not None:
                    element.drop_tree()
        _drop_note_marks(page)
        blocks = [_cleaned(block) for block in read_blocks(page).blocks]
        blocks = [block for block in blocks if block.text]
        title = self._titles.get(path, "")
        if blocks and blocks[0].kind == "subhead":
            first = blocks.pop(0).text
            title = title if first in title else first
        elif blocks and title and blocks[0].text == title:
            blocks.pop(0)
        return Chapter(title, tuple(blocks))


def _drop_note_marks(page: HtmlElement) -> None:
    """Take out what leads to a footnote and back, [1]: it is no part of the sentence."""
    for element in [*page.iter("a"), *page.iter("sup")]:
        leads = element.tag == "sup" or "#" in (element.get("href") or "")
        words = "".join("".join(element.itertext()).split())
        if leads and _NOTE_MARK.fullmatch(words) and element.getparent() is not None:
            element.drop_tree()


def _is_title_page(chapter: Chapter, title: str) -> bool:
    """Tell a page that only says what the book is called and who wrote it."""
    said = [chapter.title, *(block.text for block in chapter.blocks)]
    return sum(map(len, said)) <= _MOST_TITLE_PAGE and title in said


def _with_chapter(chapters: list[Chapter], chapter: Chapter) -> list[Chapter]:
    """Add a chapter; a page without a heading goes on with the one before, an empty one lends its title."""
    if not chapter.blocks and not chapter.title:
        return chapters
    if chapters and not chapters[-1].blocks:
        title = " ".join(f"{chapters[-1].title} {chapter.title}".split())
        return [*chapters[:-1], Chapter(title, chapter.blocks)]
    if chapters and not chapter.title:
        return [*chapters[:-1], Chapter(chapters[-1].title, chapters[-1].blocks + chapter.blocks)]
    return [*chapters, chapter]


def _cleaned(block: Block) -> Block:
    text = clean_line(block.text)
    if Line(text).is_separator and not any(map(is_han, text)):
        text = ""
    return Block(block.kind, mend(text) if block.kind == "body" else text)


def parse_xml(data: bytes) -> _Element | None:
    """Parse XML without entities, DTDs or the network; None where it can't be read."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser) if data.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _named(root: _Element, name: str) -> Iterator[_Element]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name:
            yield element


def _said(package: _Element, name: str) -> str:
    return next((words for e in _named(package, name) if (words := clean_line("".join(e.itertext())))), "")


def _inside(folder: str, href: str) -> str:
    """Return the name in the archive that a link means; it is only ever looked up there."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
