"""Articles, as parts in order, laid out as a copied page: blank lines, indents, broken lines."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from reader.articles.importing.newspaper.training.pages import BLANK, Row

#: A part of an article: its role, and its text; a caption may have a credit on a further line.
Unit = tuple[str, tuple[str, ...]]

_GOES_ON = {"P": "p", "p": "p", "E": "e", "T": "t", "C": "c", "V": "v"}
_NOT_FIRST = "，。、；：？！”）》,.;:?!)"
_HALF = str.maketrans("，：？！；（）", ",:?!;()")
_WIDTHS = (
    (0, 5.0),
    (14, 0.4),
    (16, 0.6),
    (18, 0.6),
    (20, 1.0),
    (22, 0.6),
    (24, 1.0),
    (28, 0.7),
    (32, 0.6),
    (38, 0.5),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is set: where blank lines stand (``blank``), the ``width`` in hanzi (0: unbroken)."""

    blank: str
    indent: str
    width: int
    is_half: bool
    are_subheads_indented: bool
    between: int

    @classmethod
    def drawn(cls, r: Random) -> Look:
        """Draw a look by lot."""
        widths, weights = zip(*_WIDTHS, strict=True)
        blank = r.choices(("none", "articles", "all", "torn", "heads", "around"), (1.5, 3, 3, 2, 2, 2))[0]
        width = r.choices(widths, weights)[0]
        indent = r.choices(("", "　　", "    "), (4, 4, 1))[0]
        if width and blank in ("all", "torn") and r.random() < 0.8:
            blank = r.choice(("articles", "heads", "around", "none"))
        if width and r.random() < 0.5:
            indent = "　　"
        return cls(blank, indent, width, r.random() < 0.5, r.random() < 0.3, r.choice((1, 1, 2, 3)))


def laid_out(articles: list[list[Unit]], look: Look) -> list[Row]:
    """Return the rows of a page with these articles."""
    rows: list[Row] = []
    for units in articles:
        if rows and look.blank != "none":
            rows += [(BLANK, "")] * look.between
        before = ""
        for unit in units:
            if before:
                rows += [(BLANK, "")] * _gap(before, unit[0], look.blank)
            rows += _set(unit, look)
            before = unit[0]
    return [(roles, text.translate(_HALF)) for roles, text in rows] if look.is_half else rows


def _gap(before: str, role: str, blank: str) -> int:
    """Tell how many blank lines stand between two parts of an article."""
    if blank in ("all", "torn"):
        beside = role in "VCT" or before in "VCT"
        return 0 if role == before == "R" else 1 + (blank == "torn" and beside)
    if blank == "around":
        return int(role in "UCVT" or before in "UCVThgdkaD")
    heads = (role in "PR" and before in "hgdkaD") or role == "U"
    return int(blank == "heads" and heads)


def _set(unit: Unit, look: Look) -> list[Row]:
    role, texts = unit
    indent = look.indent if role in "PED" or (role == "U" and look.are_subheads_indented) else ""
    rows: list[Row] = []
    for text in texts:
        for line in _broken(text, indent, look.width) if role in _GOES_ON else [indent + text]:
            rows.append((_GOES_ON[role] if rows and role in _GOES_ON else role, line))
    return rows


def _broken(text: str, indent: str, width: int) -> list[str]:
    """Break a text into lines of a width; no line begins with a closing mark."""
    if not width:
        return [indent + text]
    lines, line, reach = [], indent, _wide(indent)
    for mark in text:
        if reach + _wide(mark) > width and mark not in _NOT_FIRST:
            lines.append(line)
            line, reach = "", 0.0
        line += mark
        reach += _wide(mark)
    return [*lines, line]


def _wide(text: str) -> float:
    return sum(0.5 if ord(mark) < 0x2000 else 1 for mark in text)
