"""Pages whose lines have known roles: real ones in ``pages.xz``, ones laid out by a program in ``more.xz``.

The files are text: a page's rows one below the other, each with its roles, a tab and what is printed; "." is
for what is of the page itself, "-" for a blank row. A row that is read as two lines (【夜校开课】湖东街道…)
has two roles. A row of "%" ends a page.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable
from pathlib import Path

from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.masthead import lift_masthead
from reader.articles.importing.newspaper.pages import own_lines
from reader.articles.importing.newspaper.printed import printed_lines

FILE, MORE_FILE = (Path(__file__).with_name(name) for name in ("pages.xz", "more.xz"))
OWN, BLANK, _END = ".", "-", "%"

#: The roles of a row, and what is printed in it.
Row = tuple[str, str]


def read_pages(path: Path = FILE) -> list[list[Row]]:
    """Return the pages, each as its rows."""
    pages: list[list[Row]] = [[]]
    for line in lzma.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        if line == _END:
            pages.append([])
        elif line:
            roles, _, text = line.partition("\t")
            pages[-1].append((roles, text))
    return [page for page in pages if page]


def write_pages(pages: Iterable[list[Row]], path: Path = FILE) -> None:
    """Keep pages."""
    text = "".join("".join(f"{roles}\t{row}\n" for roles, row in page) + f"{_END}\n" for page in pages)
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9))


def text_of(rows: list[Row]) -> str:
    """Return a page as it is copied."""
    return "\n".join(text for _, text in rows)


def lines_of(rows: list[Row]) -> tuple[list[Line], list[bool], str]:
    """Return the lines of a page, where the page's own matter stands before them, and their roles.

    The roles are "" where the page is not read in the lines that its roles are for.
    """
    _, text = lift_masthead(text_of(rows))
    lines, is_parted, _ = own_lines(printed_lines(text))
    roles = "".join(role for role, _ in rows if role not in (OWN, BLANK))
    return lines, is_parted, roles if len(roles) == len(lines) else ""
