"""How wide a page of broken lines is set: what no few lines show, all of them do."""

from __future__ import annotations

from itertools import pairwise

from reader.articles.importing.newspaper.lines import Line

#: A narrower page is no page.
_LEAST, _MOST = 8.0, 52.0
#: Over a whole page, lines set to one width differ by so much: half-width marks are not half as wide.
#: A line that ends a sentence there must come closer.
_SPREAD, _CLOSED_SPREAD = 3.0, 0.5
#: Of so many broken lines at least, all the page over, one tells its width; of two only if they are as long.
_SURE, _SURE_SPREAD, _LEAST_PAGE, _MOST_PAGE = 3, 1.5, 26.0, 64.0
#: So many lines show a page of narrow columns, if most of them are as wide.
_LEAST_COLUMN, _MOSTLY = 6, 0.7
#: Where paragraphs are surely parted, even so much; so many ends of them must show it.
_PARTED_SPREAD, _LEAST_PARTED = 6.0, 2


def lines_that_fill(lines: list[Line]) -> list[bool]:
    """Tell of each line whether it reaches the edge of the page.

    Lines are broken by their width in print, or by their number of characters: by what they agree in.
    """
    for lengths in ([line.reach for line in lines], [len(line.text) + 2.0 * line.indented for line in lines]):
        width = _page_width(lines, lengths) or _column_page_width(lines, lengths)
        if width:
            spread = _PARTED_SPREAD if _is_parted(lines, lengths, width) else _CLOSED_SPREAD
            return [
                not line.is_heading and length >= width - (spread if line.is_closed else _SPREAD)
                for line, length in zip(lines, lengths, strict=True)
            ]
    return [False] * len(lines)


def _page_width(lines: list[Line], lengths: list[float]) -> float:
    """Return how wide the page is set by its broken lines; 0.0 if they don't agree, or others are longer."""
    pairs = zip(pairwise(lines), lengths, strict=False)
    broken = sorted(length for (line, after), length in pairs if _is_broken(line, after))
    if len(broken) < 2 or not _LEAST_PAGE <= broken[-1] <= _MOST_PAGE:
        return 0.0
    is_told = broken[0] >= broken[-1] - (_SPREAD if len(broken) >= _SURE else _SURE_SPREAD)
    both = zip(lines, lengths, strict=True)
    is_widest = all(length <= broken[-1] + _SPREAD for line, length in both if not line.is_furniture)
    return broken[-1] if is_told and is_widest else 0.0


def _is_broken(line: Line, after: Line) -> bool:
    """Tell whether running text surely goes on below."""
    if line.is_closed or line.is_heading or _is_beside(line):
        return False
    return line.reach >= _LEAST_PAGE and not (after.gap or after.indented or after.is_heading)


def _is_beside(line: Line) -> bool:
    return line.is_row or line.is_credit or line.is_furniture or line.is_byline


def _column_page_width(lines: list[Line], lengths: list[float]) -> float:
    """Return the width of a page all set in narrow columns, whose lines may each be taken for a heading."""
    found = [
        length
        for (line, after), length in zip(pairwise(lines), lengths, strict=False)
        if not (line.is_closed or _is_beside(line) or after.gap or after.indented or line.gap)
    ]
    width = max(found, default=0.0)
    near = sum(length >= width - _SPREAD for length in found)
    is_set = len(found) >= _LEAST_COLUMN and near >= _MOSTLY * len(found)
    return width if is_set and _LEAST <= width <= _MOST else 0.0


def _is_parted(lines: list[Line], lengths: list[float], width: float) -> bool:
    """Tell whether each paragraph surely begins with an indent or behind a blank line.

    A sentence that ends near the edge is then no paragraph's end, unless such a sign follows.
    """
    ends = [
        after
        for (line, after), length in zip(pairwise(lines), lengths, strict=False)
        if line.is_closed and not line.is_heading and length < width - _PARTED_SPREAD
    ]
    marked = [bool(after.gap or after.indented) for after in ends]
    texts = [not (after.is_heading or after.is_byline or after.is_credit) for after in ends]
    is_shown = sum(mark and is_text for mark, is_text in zip(marked, texts, strict=True)) >= _LEAST_PARTED
    return is_shown and all(mark or not is_text for mark, is_text in zip(marked, texts, strict=True))
