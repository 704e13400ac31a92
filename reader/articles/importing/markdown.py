"""Markdown -> a draft: the first heading is the headline, the others are subheads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.articles.importing.draft import Block, Chapter, Draft, draft_of_blocks, in_chapters
from reader.text import is_han

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: With so much text, the headings of the first rank head chapters.
_LEAST_BOOK = 12_000
_MOST_BRACKETS = 500


def read_markdown(text: str, name: str = "") -> list[Draft]:
    """Return the one draft of a Markdown text; code and raw HTML are left out."""
    fields, text = _front_matter(text)
    blocks = _blocks(_tokens(text))
    title = fields.get("title", "")
    # A heading alone is the text.
    if not title and len(blocks) > 1 and blocks[0][0] == 1:
        title = blocks.pop(0)[1]
    draft = _draft(title, blocks, name)
    tags = tuple(part.strip(" '\"") for part in fields.get("tags", "").strip("[]").split(",") if part.strip())
    date = _DATE.search(fields.get("date", ""))
    return [
        Draft(
            headline=draft.headline,
            dateline=draft.dateline,
            byline=draft.byline or fields.get("author", ""),
            captions=draft.captions,
            chapters=draft.chapters,
            source=fields.get("source", ""),
            date=date[0] if date else "",
            tags=tags,
        )
    ]


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {key.lower(): value.strip("'\"") for key, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable("table")
    if any(block.count("[") > _MOST_BRACKETS for block in text.split("\n\n")):
        # Each bracket is looked at from every other one: no text has so many in one paragraph.
        parser.disable(["link", "image"])
    return parser.parse(text)


def _blocks(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Return each block with the rank of its heading, 0 for a paragraph."""
    found: list[tuple[int, str]] = []
    rank, item = 0, ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            rank = int(token.tag[1])
        elif token.type == "heading_close":
            rank = 0
        elif token.type == "list_item_open":
            item = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            found.append((0, "｜".join(row)))
            row = None
        elif token.type == "inline":
            words = _inline(token)
            if row is not None:
                row.append(words)
            else:
                found += [(rank, f"{item}{words}")] if words else []
            item = ""
    return found


def _inline(token: Token) -> str:
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif child.type in ("text", "code_inline"):
            pieces.append(child.content)
    return _joined("".join(pieces))


def _joined(text: str) -> str:
    """Join the lines of a paragraph; between hanzi no blank is left."""
    whole = ""
    for line in text.split("\n"):
        line = line.strip()
        if whole and line:
            between = "" if is_han(whole[-1]) or is_han(line[0]) or not whole[-1].isascii() else " "
            whole += between + line
        else:
            whole += line
    return whole


def _draft(title: str, blocks: list[tuple[int, str]], name: str) -> Draft:
    ranks = sorted({rank for rank, _ in blocks if rank})
    length = sum(len(text) for _, text in blocks)
    if ranks and length >= _LEAST_BOOK and sum(rank == ranks[0] for rank, _ in blocks) > 1:
        return Draft(headline=title or name, chapters=_chapters(blocks, ranks[0]))
    return draft_of_blocks(title, [Block("subhead" if rank else "body", text) for rank, text in blocks])


def _chapters(blocks: list[tuple[int, str]], rank: int) -> tuple[Chapter, ...]:
    found: list[tuple[str, list[Block]]] = [("", [])]
    for level, text in blocks:
        if level == rank:
            found.append((text, []))
        else:
            found[-1][1].append(Block("subhead" if level else "body", text))
    return tuple(chapter for title, part in found if part for chapter in in_chapters(title, part))
