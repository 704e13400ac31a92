"""What all lines of a page show together: its width, the use of blank lines, what stands like verse."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from reader.articles.importing.newspaper.lines import Line

#: Of nearly all lines apart, so large a share is.
_MIXED, _FEW = 0.85, 0.3
#: So many short lines in a row are verse or a table.
VERSE = 3


def common_width(lines: list[Line]) -> float:
    """Return how wide the broken lines of a page are set, 0.0 if its lines aren't broken."""
    reaches = [line.reach for line in lines]
    open_ones = [line.reach for line in lines if not line.is_closed and line.reach >= 12]
    if len(open_ones) < 3:
        return 0.0
    near = Counter(round(reach) for reach in open_ones)
    width = max(near, key=lambda w: (near[w] + near[w - 1] + 0.5 * near[w - 2] + 0.5 * near[w + 1], w))
    close = [reach for reach in reaches if width - 3 <= reach <= width + 1.5]
    beyond = sum(reach > width + 3.5 for reach in reaches)
    return max(close) - 0.5 if len(close) >= 0.3 * len(lines) and beyond <= 0.04 * len(lines) else 0.0


def indents_of(lines: list[Line]) -> str:
    """Tell whether paragraphs are indented: I, else nothing."""
    indented = sum(line.indented for line in lines)
    return "" if indented < 2 else "I"


def gaps_of(lines: list[Line]) -> str:
    """Tell how blank lines are used: between none, some or nearly all lines."""
    apart = sum(line.is_apart for line in lines[1:])
    if not apart:
        return "N"
    if apart >= _MIXED * (len(lines) - 1):
        return "E" if any(line.gap for line in lines[1:]) else "A"
    return "F" if apart < _FEW * len(lines) else "M"


def loose_runs(lines: list[Line]) -> list[int]:
    """Return of each line how many in a row around it are as short as verse, captions not counted."""
    lengths: list[int] = []
    for is_short, group in groupby(lines, lambda line: line.is_loose and not line.is_credit):
        run = list(group)
        lengths += [_verse_length(run) if is_short else 0] * len(run)
    return lengths


def _verse_length(run: list[Line]) -> int:
    lengths = [len(line.text) for line in run]
    as_verse = sum(not line.is_closed for line in run) >= VERSE or max(lengths) - min(lengths) < 3
    return len(run) if as_verse else 0
