"""What was found on a page, part by part, to be split, joined and mended by hand before it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.articles.importing.draft import Block, Chapter, Draft
from reader.text import clean_line

_CLOSING = tuple("。！？…”’」』；：）)")


class Role(StrEnum):
    """What a part is of its article."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet; ``begins`` tells whether an article begins with it."""

    role: Role
    text: str
    english: str = ""
    begins: bool = False


#: All the parts of all the articles, in reading order. Never changed: each step makes another.
Sheet = tuple[Part, ...]


def can_be_mended(drafts: Sequence[Draft]) -> bool:
    """Tell whether the drafts are articles: a book is kept as it is."""
    return bool(drafts) and not any(draft.is_book for draft in drafts)


def sheet_of(drafts: Sequence[Draft]) -> Sheet:
    """Return the parts of drafts."""
    return tuple(part for draft in drafts for part in _begun(list(_parts(draft))))


def _parts(draft: Draft) -> Iterator[Part]:
    if draft.kicker:
        yield Part(Role.KICKER, draft.kicker)
    if draft.headline:
        yield Part(Role.HEADLINE, draft.headline)
    if draft.dateline:
        yield Part(Role.DATELINE, draft.dateline)
    for block in (block for chapter in draft.chapters for block in chapter.blocks):
        yield Part(Role.SUBHEAD if block.kind == "subhead" else Role.BODY, block.text, block.english)
    for caption in draft.captions:
        yield Part(Role.CAPTION, caption)
    if draft.byline:
        yield Part(Role.BYLINE, draft.byline)


def _begun(parts: list[Part]) -> list[Part]:
    return [replace(part, begins=not place) for place, part in enumerate(parts)]


def drafts_of(sheet: Sheet, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the articles of a sheet; source, date and tags are those of the ``drafts`` it was made of.

    An article without any text is left out.
    """
    made = []
    for number, parts in enumerate(articles_of(sheet)):
        like = drafts[min(number, len(drafts) - 1)] if drafts else Draft()
        made.append(_draft(parts, like))
    return tuple(draft for draft in made if draft.has_chinese)


def articles_of(sheet: Sheet) -> list[Sheet]:
    """Return the parts of each article."""
    found: list[list[Part]] = []
    for part in sheet:
        if part.begins or not found:
            found.append([])
        found[-1].append(part)
    return [tuple(parts) for parts in found]


def _draft(parts: Sheet, like: Draft) -> Draft:
    def said(role: Role, between: str = " ") -> str:
        return between.join(part.text for part in parts if part.role is role)

    blocks = tuple(
        Block(str(part.role), part.text, part.english)
        for part in parts
        if part.role in (Role.SUBHEAD, Role.BODY)
    )
    return replace(
        like,
        headline=said(Role.HEADLINE), kicker=said(Role.KICKER), dateline=said(Role.DATELINE),
        byline=said(Role.BYLINE), captions=tuple(p.text for p in parts if p.role is Role.CAPTION),
        chapters=(Chapter("", blocks),),
    )  # fmt: skip


# --- steps: each returns another sheet, the same one where there is nothing to do


def split(sheet: Sheet, at: int) -> Sheet:
    """Let an article begin at a part; a short line becomes its headline."""
    part = sheet[at]
    if part.begins:
        return sheet
    is_title = part.role in (Role.SUBHEAD, Role.BODY) and _looks_like_title(part.text)
    role = Role.HEADLINE if is_title else part.role
    return _with(sheet, at, replace(part, role=role, begins=True))


def _looks_like_title(text: str) -> bool:
    return len(text) <= 40 and not text.endswith(_CLOSING)


def join(sheet: Sheet, at: int) -> Sheet:
    """Join the article of a part with the one before; its headline stays as a heading in the text."""
    start = next((place for place in range(at, -1, -1) if sheet[place].begins), 0)
    if start == 0:
        return sheet
    end = next((place for place in range(start + 1, len(sheet)) if sheet[place].begins), len(sheet))
    joined = [
        replace(part, begins=False, role=Role.SUBHEAD if part.role is Role.HEADLINE else part.role)
        for part in sheet[start:end]
    ]
    return sheet[:start] + tuple(joined) + sheet[end:]


def turn(sheet: Sheet, at: int, role: Role) -> Sheet:
    """Say what a part is."""
    return _with(sheet, at, replace(sheet[at], role=role))


def drop(sheet: Sheet, at: int) -> Sheet:
    """Leave a part out: a page number, an advertisement."""
    if len(sheet) == 1:
        return sheet
    rest = sheet[:at] + sheet[at + 1 :]
    if sheet[at].begins and at < len(rest):
        return _with(rest, at, replace(rest[at], begins=True))
    return rest


def glue(sheet: Sheet, at: int) -> Sheet:
    """Append a part to the one above: a sentence that was torn apart."""
    if at == 0:
        return sheet
    above, part = sheet[at - 1], sheet[at]
    needs_blank = above.text[-1:].isascii() and part.text[:1].isascii() and above.text and part.text
    between = " " if needs_blank else ""
    glued = replace(above, text=f"{above.text}{between}{part.text}", english="")
    return (*sheet[: at - 1], glued, *sheet[at + 1 :])


def edit(sheet: Sheet, at: int, text: str) -> Sheet:
    """Give a part another text; where it holds `|`, it is cut there into two."""
    pieces = [cleaned for piece in text.replace("｜", "|").split("|") if (cleaned := clean_line(piece))]
    if not pieces:
        return drop(sheet, at)
    part = sheet[at]
    english = part.english if pieces == [part.text] else ""
    made = [
        replace(part, text=piece, english=english, begins=part.begins and not n)
        for n, piece in enumerate(pieces)
    ]
    return sheet[:at] + tuple(made) + sheet[at + 1 :]


def _with(sheet: Sheet, at: int, part: Part) -> Sheet:
    return (*sheet[:at], part, *sheet[at + 1 :])
