"""How the library draws an article: three rows of a list, or a page beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from reader.tui.rows import bar, level_name, split_row, styled
from reader.tui.shelf_order import Known

if TYPE_CHECKING:
    from reader.study import ShelfRow

MOST_VERSIONS = 3  # an article has no more; what has more is a book, with chapters
READ = 0.98  # the share from which on a version counts as read


def row_content(row: ShelfRow, width: int, known: Known) -> Content:
    """Draw an article in three rows, ``width`` cells wide; in two where it has no English title."""
    title, place, best = styled((row.title, "bold")), _place(row), _best(row)
    if not row.title_en:
        parts = [part for part in (place, best) if part.plain]
        return Content("\n").join(
            [split_row(title, styled("  ").join(parts), width), _last_row(row, width, known)]
        )
    lines = [
        split_row(title, place, width),
        split_row(styled((row.title_en, "$foreground 80%")), best, width),
        _last_row(row, width, known),
    ]
    return Content("\n").join(lines)


def _last_row(row: ShelfRow, width: int, known: Known) -> Content:
    """The versions, section and date; where there is little room the date goes first, then what is known."""
    whole = " · ".join(part for part in (row.section, row.date) if part)
    for shares, about in ((known, whole), (known, row.section), ({}, row.section), ({}, "")):
        left, right = _versions(row, shares), styled((about, "$quiet"))
        if left.cell_length + 2 + right.cell_length <= width:
            break
    return split_row(left, right, width)


def _versions(row: ShelfRow, known: Known) -> Content:
    if len(row.versions) > MOST_VERSIONS:
        return styled((_chapters(row), "$quiet"))
    return styled((" · ", "$quiet")).join(
        styled((f"{level_name(level)} {count:,}字", "$quiet"), (_known(row, level, known), "$secondary"))
        for level, count in row.versions
    )


def _chapters(row: ShelfRow) -> str:
    return f"{len(row.versions)} chapters · {sum(count for _, count in row.versions):,}字"


def _known(row: ShelfRow, level: str, known: Known) -> str:
    share = known.get((row.slug, level))
    return "" if share is None else f" {int(share * 100)}%"


def _place(row: ShelfRow) -> Content:
    if row.place is None:
        return styled(("new", "$accent")) if row.best is None else Content("")
    return styled((f"{level_name(row.place.level)} {_so_far(row.place.fraction)}", "$secondary"))


def _so_far(share: float) -> str:
    return "read" if share >= READ else f"at {round(share * 100)}%"


def _best(row: ShelfRow) -> Content:
    return Content("") if row.best is None else styled((f"quiz {round(row.best * 100)}%", "$success"))


def page_content(row: ShelfRow, known: Known) -> Content:
    """Draw what a reader may want to know before opening an article; it is wrapped where it is shown."""
    about = " · ".join(part for part in (row.date, row.section, row.source, *row.tags) if part)
    blocks = [
        [styled((row.title, "bold")), *([styled((row.title_en, "$foreground 80%"))] if row.title_en else [])],
        [styled(row.summary)] if row.summary else [],
        [styled((about, "$quiet"))] if about else [],
        _version_lines(row, known),
    ]
    if row.best is not None:
        share = f"  {round(row.best * 100)}%"
        blocks.append([styled(("best quiz ", "$quiet"), *bar(row.best), share)])
    return Content("\n\n").join(Content("\n").join(block) for block in blocks if block)


def _version_lines(row: ShelfRow, known: Known) -> list[Content]:
    """The versions, or of a book the chapter where reading stopped."""
    if len(row.versions) <= MOST_VERSIONS:
        return [line for level, count in row.versions for line in _version(row, level, count, known)]
    open_ones = [(level, count) for level, count in row.versions if row.place and level == row.place.level]
    lines = [line for level, count in open_ones for line in _version(row, level, count, known)]
    return [styled((_chapters(row), "$quiet")), *lines]


def _version(row: ShelfRow, level: str, count: int, known: Known) -> list[Content]:
    said = _known(row, level, known)
    words = (f" {said} of words known" if said else "", "$secondary")
    lines = [styled((f"{level_name(level):<6}", "bold $secondary"), (f" {count:>7,}字", "$quiet"), words)]
    if row.place is not None and row.place.level == level:
        share = row.place.fraction
        lines.append(styled(" " * 7, *bar(share, colour="$secondary"), f"  {_so_far(share)}"))
    return lines
