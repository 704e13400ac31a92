"""The articles of pages with known roles, as they are, to be laid out anew beside others."""

from __future__ import annotations

import re
from random import Random

from reader.articles.importing.newspaper.training.looks import Look, Unit, laid_out
from reader.articles.importing.newspaper.training.pages import BLANK, OWN, Row

_SENTENCE = re.compile("[^。！？]+[。！？]+[”’」』）]*|[^。！？]+$")
_BEGINS, _STILL_ABOVE = "ZEkhQ", "ZEek"
_WHOLE = {"e": "E", "t": "T", "p": "P", "c": "C", "v": "V", "b": "B"}


def blocks_of(pages: list[list[Row]]) -> list[list[Unit]]:
    """Return each article once, if it has a heading and a text; pages with rows of two roles are left out."""
    found: dict[tuple[Unit, ...], None] = {}
    for rows in pages:
        kept = [(roles, text.strip()) for roles, text in rows if roles not in (OWN, BLANK)]
        if all(len(roles) == 1 for roles, _ in kept):
            found.update({tuple(units): None for units in _articles(kept)})
    return [list(units) for units in found if len(units) > 1 and units[0][0] in "Ekh"]


def _articles(rows: list[Row]) -> list[list[Unit]]:
    articles: list[list[Unit]] = []
    above = ""
    for role, text in rows:
        if not articles or (role in _BEGINS and above not in _STILL_ABOVE):
            articles.append([])
        _add(articles[-1], role, text)
        above = role
    return articles


def _add(units: list[Unit], role: str, text: str) -> None:
    whole = _WHOLE.get(role, role)
    if role == whole or not units or units[-1][0] not in (whole, role):
        units.append((role, (text,)))
    elif role in "ctv":
        units[-1] = (units[-1][0], (*units[-1][1], text))
    else:
        before = units[-1][1][0]
        latin = before[-1:].isascii() and before[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
        units[-1] = (units[-1][0], (f"{before}{' ' if latin else ''}{text}",))


def mixed_page(seed: int, blocks: list[list[Unit]]) -> list[Row]:
    """Return a page with a few of the articles, drawn by lot, in one look."""
    r = Random(seed)
    return laid_out(r.sample(blocks, r.choice((2, 3, 3, 4, 5))), Look.drawn(r))


def plain_page(seed: int, pieces: list[tuple[str, tuple[str, ...]]]) -> list[Row]:
    """Return a text that is no newspaper's: a headline or none, and paragraphs cut anew at sentences."""
    r = Random(seed)
    headline, paragraphs = r.choice(pieces)
    most = r.choice((1, 1, 2, 3, 9))
    units: list[Unit] = [("h", (headline,))] if r.random() < 0.7 else []
    for paragraph in paragraphs:
        sentences = _SENTENCE.findall(paragraph)
        while sentences:
            count = r.randint(1, most)
            units.append(("P", ("".join(sentences[:count]),)))
            sentences = sentences[count:]
    return laid_out([units], Look.drawn(r))
