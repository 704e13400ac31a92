"""Text with a break at the end of every printed line -> lines that are paragraphs or halves of them."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.articles.importing.newspaper.briefs import mark_briefs, mark_lead_ins, mark_points
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.page_width import lines_that_fill
from reader.articles.importing.newspaper.patterns import BULLETS, LABELLED
from reader.chinese.names import SURNAMES

#: Printed lines are this wide, in hanzi.
_LEAST, _MOST = 8, 52
#: A full line may lack a mark that would not fit.
_SLACK = 2.0
#: So many neighbours on either side are looked at to tell the width of a column.
_NEAR = 4
_CELLS = re.compile(r"\t+| {2,}|\u3000+")
_WORD = r"[\u3000-\u9fff\uff00-\uffef“”‘’…—(),:;?!]"
_LETTERSPACED = re.compile(
    rf"(?<={_WORD})[ \u3000](?={_WORD}|[\dA-Za-z])|(?<=[\dA-Za-z%℃])[ \u3000](?={_WORD})"
)
_SPACED_HEADING = re.compile("^[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,5}$")
#: A name of two characters, set as wide as one of three: 江　敏. Neither may stand beside a further one.
_SPACED_NAME = re.compile(
    rf"(?<![\u4e00-\u9fff])([{''.join(sorted(SURNAMES))}])[ \u3000]([\u4e00-\u9fff])"
    r"(?![\u4e00-\u9fff]|[ \u3000][\u4e00-\u9fff](?:[ \u3000]|$))"
)
_NAMED = re.compile(r"(记者|記者|通讯员|通訊員|实习生|實習生)(?=[\u4e00-\u9fff]{2,3}(?:[)） ]|$))")


def read_lines(text: str) -> list[Line]:
    """Return the lines that are not blank, those of one paragraph joined where the page was hard-wrapped."""
    lines = mark_briefs(void_even_gaps(raw_lines(text)))
    return mark_points(mark_lead_ins(part_labels(_join_brackets(_join_wrapped(lines)))))


def part_labels(lines: list[Line]) -> list[Line]:
    """Put a label above the headline (链接丨大豆的“一生”) or the correction that stands behind it."""
    parted: list[Line] = []
    for at, line in enumerate(lines):
        match = LABELLED.match(line.text)
        rest = replace(line, text=line.text[match.end() :].strip(), gap=0) if match else line
        heads = rest.is_heading and lines[at + 1 : at + 2] and lines[at + 1].is_body
        if match and at and not line.is_brief and (heads or (match[1] == "更正" and rest.is_body)):
            parted.append(replace(line, text=match[1]))
            line = rest
        parted.append(line)
    return parted


def raw_lines(text: str) -> list[Line]:
    """Return the lines as they are printed, those of nothing but blanks left out."""
    lines: list[Line] = []
    gap = 0
    rows = text.split("\n")
    long = [row for row in rows if len(row.split()) > _LEAST]
    # Where most lines are letterspaced, the short ones among them are.
    surely = bool(long) and 2 * sum(map(_is_letterspaced, long)) > sum(map(bool, map(str.strip, rows)))
    for raw in rows:
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        indented = raw.startswith(("\u3000", "  ", "\t"))
        closed_up = _unspaced(stripped, surely=surely)
        is_row = closed_up == stripped and len(_CELLS.split(stripped)) > 2
        text = " ".join(closed_up.split())
        lines.append(
            Line(text if is_row else _SPACED_NAME.sub(r"\1\2", text), gap, indented, gap > 0, is_row)
        )
        gap = 0
    return _narrow_rows(_closed_up(lines))


def _closed_up(lines: list[Line]) -> list[Line]:
    """Close up a short heading set with a blank between its characters (微 新 闻); in a table it is a row."""
    spaced = [bool(_SPACED_HEADING.match(line.text)) for line in lines]

    def stands_alone(at: int) -> bool:
        return spaced[at] and not any(spaced[max(0, at - 1) : at] + spaced[at + 1 : at + 2])

    return [
        replace(line, text=line.text.replace(" ", "")) if stands_alone(at) else line
        for at, line in enumerate(lines)
    ]


def _narrow_rows(lines: list[Line]) -> list[Line]:
    """Take neighbours of as many cells, parted by single blanks, for rows of a table as well."""
    may_be = [
        line.width < 30 and not (line.is_closed or line.is_credit or line.is_bare_byline) for line in lines
    ]
    cells = [len(line.text.split(" ")) if is_one else 0 for line, is_one in zip(lines, may_be, strict=True)]

    def is_row(at: int) -> bool:
        near = cells[max(0, at - 1) : at] + cells[at + 1 : at + 2]
        # What begins a page is its title, however many blanks are in it.
        return at > 0 and cells[at] > 2 and cells[at] in near

    return [replace(line, is_row=line.is_row or is_row(at)) for at, line in enumerate(lines)]


def _unspaced(text: str, *, surely: bool = False) -> str:
    """Close up a line set with a blank between all its characters; two blanks part words."""
    if not surely and not _is_letterspaced(text):
        return text
    parts = re.split(r" {2,}|\u3000{2,}", text.strip())
    return " ".join(_NAMED.sub(r"\1 ", _LETTERSPACED.sub("", part)) for part in parts)


def _is_letterspaced(text: str) -> bool:
    pieces = text.split()
    single = sum(len(piece) == 1 and "\u4e00" <= piece <= "\u9fff" for piece in pieces)
    return single > 5 and single > 0.6 * len(pieces)


def void_even_gaps(lines: list[Line]) -> list[Line]:
    """Where a blank line stands between all lines, it says nothing; more than the usual number does."""
    gaps = [line.gap for line in lines[1:]]
    if len(gaps) < 5 or sum(gap > 0 for gap in gaps) < 0.85 * len(gaps):
        return lines
    usual = max(set(gaps), key=gaps.count)
    return [replace(line, gap=max(0, line.gap - usual)) for line in lines]


def _join_wrapped(lines: list[Line]) -> list[Line]:
    joined: list[Line] = []
    has_indents = sum(line.indented for line in lines) > 1
    has_gaps = any(line.gap for line in lines[1:])
    least = _least_width(lines)
    full = [_is_full(lines, at, least) or fills for at, fills in enumerate(lines_that_fill(lines))]
    for at, line in enumerate(lines):
        goes_on = (
            bool(joined)
            and full[at - 1]
            and _continues(lines[at - 1], line, has_indents or has_gaps)
            and not _is_caption(lines, at)
            and not (lines[at - 1].is_closed and _heads_paragraph(lines, at))
            and not (has_indents and _stands_above(lines, at - 1))
        )
        if goes_on or (joined and _ends_caption(joined[-1], line)):
            before = joined[-1]
            joined[-1] = replace(before, text=_glue(before.text, line.text))
        else:
            joined.append(line)
    return joined


def _least_width(lines: list[Line]) -> float:
    """Return how wide a column must be: beside lines of more than twice its width, short ones are verse."""
    widest = sorted((line.reach for line in lines), reverse=True)[:3]
    return max(_LEAST, widest[-1] / 2 - _SLACK) if len(widest) == 3 and widest[-1] < _MOST else _LEAST


def _stands_above(lines: list[Line], at: int) -> bool:
    """Tell a heading from text, where text is indented: it stands first, or below a blank line."""
    line = lines[at]
    return line.is_heading and not line.indented and (at == 0 or line.is_apart)


def _heads_paragraph(lines: list[Line], at: int) -> bool:
    """Tell a heading below a finished sentence from that sentence's neighbour."""
    after = lines[at + 1 : at + 2]
    return lines[at].is_subhead and bool(after) and bool(after[0].indented or after[0].gap)


def _is_full(lines: list[Line], at: int, least: float = _LEAST) -> bool:
    """Tell whether a line reaches the right edge of its column, as the lines below or above it show it."""
    below, above = lines[at : at + _NEAR + 1], lines[max(0, at - _NEAR) : at + 1]
    # The first line of a paragraph may have lost its indent.
    begins = at == 0 or lines[at - 1].is_closed or lines[at - 1].is_dateline or lines[at - 1].is_heading
    return any(
        lines[at].reach >= width - _SLACK - (1 if begins and not lines[at].indented else 0)
        for width in (_column_width(below), _column_width(above))
        if width >= least
    )


def _column_width(lines: list[Line]) -> float:
    """Return the width of the column that the lines fill, 0.0 where they look like no hard-wrapped text."""
    lines = [line for line in lines if not line.is_byline and not line.is_credit]
    widths = sorted((line.reach for line in lines), reverse=True)
    if len(widths) < 2 or not _LEAST <= widths[0] <= _MOST:
        return 0.0
    # The longest may stick out by a mark; most must be as wide.
    full = [line for line in lines if line.reach >= widths[0] - _SLACK]
    unclosed = sum(not line.is_closed for line in full)
    return widths[0] if len(full) > 2 and unclosed >= 2 else 0.0


def _continues(line: Line, after: Line, has_paragraph_signs: bool) -> bool:
    if (
        line.is_row
        or after.is_row
        or after.gap
        or after.indented
        or after.is_dateline
        or after.is_byline
        or after.is_separator
        or after.is_brief
        or after.is_titled
        or after.is_speech
        or after.is_follow_up
        or BULLETS.match(after.text)
    ):
        return False
    if line.is_credit or after.is_credit or after.is_furniture or line.is_furniture:
        return False
    if line.is_closed:
        return has_paragraph_signs and not after.is_item
    return not after.is_item or not line.is_item


def _is_caption(lines: list[Line], at: int) -> bool:
    """Tell whether only a credit stands below a whole short sentence."""
    after = lines[at + 1 : at + 2]
    return bool(after) and lines[at].is_closed and after[0].is_credit and len(after[0].text) <= 14


def _ends_caption(line: Line, after: Line) -> bool:
    """Tell whether a caption that began on its own line ends on this one."""
    return line.is_caption_start and not line.is_closed and not after.gap and after.is_credit \
        and not after.is_caption_start and len(line.text) > 12  # fmt: skip


def _glue(before: str, after: str) -> str:
    latin = before[-1].isascii() and after[0].isascii() and before[-1].isalpha() and after[0].isalpha()
    return f"{before} {after}" if latin else before + after


def _join_brackets(lines: list[Line]) -> list[Line]:
    """Join a bracket that was cut between two lines: (晚报记者 / 周一帆)."""
    joined: list[Line] = []
    for line in lines:
        if joined and _opens(joined[-1].text) and re.match(r"^[^（）()]{1,24}[)）]", line.text):
            before = joined[-1]
            joined[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _opens(text: str) -> bool:
    tail = re.search(r"[（(]([^（）()]{0,30})$", text)
    return bool(tail and re.search("记者|通讯员", tail[1]))
