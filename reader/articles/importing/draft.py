"""A text that was brought in, before it is an article of the library: its parts in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.articles.importing.newspaper import PageArticle
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.named import take_named_byline
from reader.articles.importing.newspaper.patterns import DATELINE
from reader.articles.importing.punctuation import mend
from reader.text import is_han

#: A chapter is read, annotated and quizzed as one; longer ones are cut.
MOST_IN_CHAPTER = 10_000
_LEAST_BOOK = 20_000
_TITLE_LENGTH = 18


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``kind`` "body") or a heading within the text ("subhead"), and its English if any."""

    kind: str
    text: str
    english: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book. An article has one, without a title."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def characters(self) -> int:
        """The length in characters, white space not counted."""
        return sum(len("".join(block.text.split())) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article or book as it was found in a file."""

    headline: str = ""
    kicker: str = ""
    dateline: str = ""
    byline: str = ""
    captions: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    source: str = ""
    date: str = ""
    tags: tuple[str, ...] = field(default=())

    @property
    def is_book(self) -> bool:
        """Whether it is read in chapters."""
        return len(self.chapters) > 1

    @property
    def subheads(self) -> tuple[str, ...]:
        """The headings within the text: of a book, its chapters' titles and what is in them."""
        found: list[str] = []
        for chapter in self.chapters:
            found += [chapter.title] if self.is_book and chapter.title else []
            found += [block.text for block in chapter.blocks if block.kind == "subhead"]
        return tuple(found)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body in order."""
        return tuple(b.text for chapter in self.chapters for b in chapter.blocks if b.kind == "body")

    @property
    def title(self) -> str:
        """The headline; without one, the first words."""
        if self.headline:
            return self.headline
        first = next((b.text for c in self.chapters for b in c.blocks), "")
        return first if len(first) <= _TITLE_LENGTH else first[:_TITLE_LENGTH] + "…"

    @property
    def characters(self) -> int:
        """The length of the body in characters, white space not counted."""
        return sum(len("".join(text.split())) for text in self.paragraphs)

    @property
    def has_chinese(self) -> bool:
        """Whether there is any Chinese in its body."""
        blocks = (block for chapter in self.chapters for block in chapter.blocks)
        return any(is_han(c) for block in blocks if block.kind == "body" for c in block.text)


def draft_of_page(article: PageArticle) -> Draft:
    """Return the draft of an article that was found on a page."""
    blocks = tuple(Block(kind, text) for kind, text in article.order)
    return Draft(
        headline=article.headline,
        kicker=article.kicker,
        dateline=article.dateline,
        byline=article.byline,
        captions=tuple(article.captions),
        chapters=(Chapter("", blocks),),
        source=article.source,
        date=article.date,
        tags=(article.section,) if article.section else (),
    )


def draft_of_blocks(headline: str, blocks: list[Block], captions: list[str] | None = None) -> Draft:
    """Return the draft of a marked-up text: dateline, byline and captions are taken out of its blocks."""
    kept: list[Block] = []
    pictures = list(captions or [])
    byline = dateline = ""
    for place, block in enumerate(blocks):
        line = Line(" ".join(block.text.split()))
        is_last = place >= len(blocks) - 2
        if not line.text or (block.kind == "body" and (line.is_furniture or line.is_separator)):
            continue
        if block.kind == "body" and line.is_credit:
            pictures.append(line.text)
        elif line.is_bare_byline and (is_last or not kept):
            byline = byline or line.text.lstrip("□■ ")
        elif is_last and (match := line.closing_byline):
            byline = " ".join(match[1].split())
            if rest := line.text[: match.start()].rstrip():
                kept.append(replace(block, text=mend(rest)))
        else:
            kept.append(
                Block(block.kind, mend(line.text) if block.kind == "body" else line.text, block.english)
            )
    first = next((place for place, block in enumerate(kept) if block.kind == "body"), None)
    if first is not None and (match := DATELINE.match(kept[first].text)):
        named, rest = take_named_byline(kept[first].text[match.end() :].lstrip(" ，,：:　"))
        if rest:
            dateline, byline = " ".join(match["line"].split()), byline or named
            kept[first] = replace(kept[first], text=rest)
    return Draft(
        headline=headline,
        dateline=dateline,
        byline=byline,
        captions=tuple(pictures),
        chapters=in_chapters("", kept),
    )


def in_chapters(title: str, blocks: list[Block]) -> tuple[Chapter, ...]:
    """Return a chapter, cut into several where it is too long to be read as one."""
    whole = Chapter(title, tuple(blocks))
    if whole.characters <= most_in_chapter(title):
        return (whole,)
    parts = _parts(blocks)
    return tuple(
        Chapter(f"{title}（{number}／{len(parts)}）" if title else f"{number}／{len(parts)}", tuple(part))
        for number, part in enumerate(parts, 1)
    )


def most_in_chapter(title: str) -> float:
    """Return how many characters a chapter may have before it is cut; one without a title may have more."""
    return MOST_IN_CHAPTER * (1.5 if title else 2)


def _parts(blocks: list[Block]) -> list[list[Block]]:
    """Cut between paragraphs into parts of about the same length."""
    parts: list[list[Block]] = [[]]
    size = 0
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        if parts[-1] and size + len(block.text) > MOST_IN_CHAPTER:
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += len(block.text)
    return parts


def _pieces(block: Block) -> list[Block]:
    """Cut a paragraph that is longer than a chapter may be: behind sentences, or anywhere."""
    text, pieces = block.text, []
    while len(text) > MOST_IN_CHAPTER:
        ends = [text.rfind(mark, MOST_IN_CHAPTER // 2, MOST_IN_CHAPTER) for mark in "。！？，；, "]
        end = next((place + 1 for place in ends if place > 0), MOST_IN_CHAPTER)
        pieces.append(Block(block.kind, text[:end]))
        text = text[end:]
    return [*pieces, replace(block, text=text)] if pieces else [block]
