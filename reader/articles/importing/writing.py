"""A draft <-> the files of its folder: ``text.txt`` or ``book.txt``, and ``article.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.articles.article import Article, Mark, Paragraph, Version
from reader.articles.importing.draft import Block, Chapter, Draft
from reader.articles.late import LateVersion
from reader.articles.versions import BOOK_FILE, FILES, read_chapters, read_version, text_line
from reader.chinese.tokenize import paragraphs, sentences

TEXT_FILE = FILES["text"]
_SUMMARY = 80
#: The title of the note that holds kicker, dateline, byline and captions.
PAGE_NOTE = "版面 On the page"
#: Called before each chapter of a book.
Step = Callable[[], None]
#: Sentence -> the marks in it, to be carried over from another version of the text.
Marks = Mapping[str, tuple[Mark, ...]]


def no_step() -> None:
    """Nobody wants to know how far it is."""


def text_of(draft: Draft, marks: Marks | None = None, step: Step = no_step) -> str:
    """Return the content of the draft's text file; chapters one behind the other."""
    known = marks or {}
    if not draft.is_book:
        blocks = draft.chapters[0].blocks if draft.chapters else ()
        return "\n".join(_lines(draft.title, blocks, known)) + "\n"
    parts = []
    for number, chapter in enumerate(draft.chapters, 1):
        step()
        parts.append("\n".join(_lines(chapter.title or str(number), chapter.blocks, known)))
    return "\n\n".join(parts) + "\n"


def file_of(draft: Draft) -> str:
    """Return the name of the draft's text file."""
    return BOOK_FILE if draft.is_book else TEXT_FILE


def _lines(title: str, blocks: tuple[Block, ...], marks: Marks) -> Iterator[str]:
    yield f"# {title}"
    for block in blocks:
        yield ""
        lines = sentence_lines(block.text)
        for line in lines:
            yield text_line(line, marks.get(line, ()))
        if block.english and len(lines) == 1:
            yield block.english.lstrip("#%\\ ")


def sentence_lines(text: str) -> list[str]:
    """Return a paragraph's sentences; those with a blank between them stand on one line, which keeps it."""
    found: list[str] = []
    end = -1
    for span in sentences(text, paragraphs(text)):
        if span.start == end or not found:
            found.append(text[span.start : span.end])
        else:
            found[-1] += text[end : span.end]
        end = span.end
    return found


def versions_of(draft: Draft, text: str | None = None, step: Step = no_step) -> tuple[Version, ...]:
    """Return the draft's versions as they will be read from its file, whose ``text`` may be known already."""
    path, text = Path(file_of(draft)), text_of(draft) if text is None else text
    if draft.is_book:
        return tuple(read_chapters(path, text, step)[0])
    return (read_version(path, "text", text, needs_english=False)[0],)


def article_of(drafts: tuple[Draft, ...], slug: str, name: str) -> Article:
    """Return drafts as an article that isn't kept; several are its chapters."""
    if len(drafts) == 1 and drafts[0].is_book:
        book = drafts[0]
        late = tuple(_late(chapter, number) for number, chapter in enumerate(book.chapters, 1))
        return Article(slug, "", book.date, book.source, "", late, imported=True, name=book.title)
    versions = [version for draft in drafts for version in versions_of(draft)]
    if len(versions) == 1:
        return Article(slug, "", drafts[0].date, drafts[0].source, "", tuple(versions), imported=True)
    numbered = [
        Version(f"c{number}", v.title, v.title_en, v.paragraphs) for number, v in enumerate(versions, 1)
    ]
    title = drafts[0].title if len(drafts) == 1 else name
    return Article(slug, "", drafts[0].date, drafts[0].source, "", tuple(numbered), imported=True, name=title)


def _late(chapter: Chapter, number: int) -> Version:
    """Return a chapter that is cut into sentences when it is read, as it would be from its file."""
    title = chapter.title or str(number)

    def paragraphs() -> tuple[Paragraph, ...]:
        text = "\n".join(_lines(title, chapter.blocks, {}))
        return read_version(Path(BOOK_FILE), f"c{number}", text, needs_english=False)[0].paragraphs

    return LateVersion(f"c{number}", " ".join(title.split()), paragraphs)


def values_of(draft: Draft) -> dict[str, Any]:
    """Return what ``article.toml`` says of a draft; ``origin`` is added by whoever keeps it."""
    values: dict[str, Any] = {
        "imported": True,
        "summary": _summary(draft),
        "date": draft.date,
        "source": draft.source,
        "section": "",
    }
    if draft.is_book:
        values["name"] = draft.title
    if draft.tags:
        values["tags"] = list(draft.tags)
    if said := _page_said(draft):
        values["note"] = [{"title": PAGE_NOTE, "text": said}]
    return values


def _summary(draft: Draft) -> str:
    said = draft.kicker or next(iter(draft.paragraphs), "") or draft.title
    return said if len(said) <= _SUMMARY else said[: _SUMMARY - 1] + "…"


def _page_said(draft: Draft) -> str:
    """Say what stood round the text on its page, for the reader's notes."""
    captions = "；".join(draft.captions)
    parts = {"眉题": draft.kicker, "电头": draft.dateline, "作者": draft.byline, "图片说明": captions}
    return " · ".join(f"{name}：{said}" for name, said in parts.items() if said)


def page_values(draft: Draft) -> dict[str, Any]:
    """Return the parts of a page that are not in its text file."""
    parts: dict[str, Any] = {"kicker": draft.kicker, "dateline": draft.dateline, "byline": draft.byline}
    parts["captions"] = list(draft.captions)
    return {key: value for key, value in parts.items() if value}
