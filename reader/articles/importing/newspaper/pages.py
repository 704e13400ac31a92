"""The lines of a page, cut where one article surely ends and another begins."""

from __future__ import annotations

from itertools import takewhile

from reader.articles.importing.newspaper.lines import Line, is_author, lift_jumps
from reader.articles.importing.newspaper.patterns import BOX_NAME, BULLETS, LINKED_BOX

#: Kicker, headline, second headline, column name: so many headings may stand above a dateline.
_MOST_ABOVE = 4
_LOOK_AHEAD = 9
_LEAST_NEWS = 24
_LEAST_VERSE = 4
_LONGEST_COLUMN = 6


def cut_page(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each article; one article where no boundary is sure."""
    groups: list[list[Line]] = [[]]
    is_begun = False
    for at, line in enumerate(lines):
        group = groups[-1]
        if group and (is_begun or _box_after_box(group, line)) and _begins_article(lines, at, group):
            groups.append([])
            is_begun = False
        groups[-1].append(line)
        is_begun = is_begun or _tells(line)
    return _joined_over_pages([group for group in groups if any(not line.is_separator for line in group)])


def _begins_article(lines: list[Line], at: int, group: list[Line]) -> bool:
    line = lines[at]
    if line.is_separator or line.is_furniture:
        return False
    if line.is_titled:
        return any(before.is_titled or before.is_body for before in group)
    if line.is_dateline:
        return _has_dateline(group) or _follows_byline(group)
    if line.is_follow_up:
        return _is_headed_box(lines, at)
    if not line.is_heading:
        return False
    if _is_named_piece(lines, at):
        return True
    if line.is_apart and (_is_box(lines, at) or _is_letter(lines, at, group) or _is_signed_verse(lines, at)):
        return True
    if _follows_separator(group) or _follows_byline(group):
        return _body_follows(lines, at)
    if group[-1].is_heading and not _has_heading_gap(lines, at):
        return False
    return _heads_dateline(lines, at)


def _box_after_box(group: list[Line], line: Line) -> bool:
    """Tell whether a part of the page with a name of its own ends where another such begins: 天气, 来信."""
    first = group[0].text
    return len(group) > 1 and bool(BOX_NAME.fullmatch(first)) and bool(BOX_NAME.fullmatch(line.text))


def _tells(line: Line) -> bool:
    """Tell whether a line carries text of an article: briefs may be short."""
    return line.is_body or line.ends_with_byline


def _is_headed_box(lines: list[Line], at: int) -> bool:
    """Tell whether a box (相关链接) has a headline of its own, with text under it."""
    label = BULLETS.sub("", lines[at].text).strip("【】[]〔〕 ")
    return bool(LINKED_BOX.fullmatch(label)) and _is_piece(lines, at)


def _is_named_piece(lines: list[Line], at: int) -> bool:
    """Tell whether a headline with text under it stands below a name such as 读者之声."""
    return bool(BOX_NAME.fullmatch(BULLETS.sub("", lines[at].text))) and _is_piece(lines, at)


def _is_piece(lines: list[Line], at: int) -> bool:
    """Tell whether a label stands free, with a headline and text below it."""
    before, below = lines[at - 1], lines[at + 1 : at + 4]
    is_free = lines[at].is_apart or before.is_closed or before.is_byline or before.is_furniture
    if not is_free or len(below) < 2 or not below[0].is_heading:
        return False
    is_signed = below[1].is_bare_byline or is_author(below[1].text)
    text = below[2:] if is_signed else below[1:2]
    return any(line.is_body or line.is_salutation for line in text)


def _is_box(lines: list[Line], at: int) -> bool:
    """Tell whether a part of the page begins that has a name of its own (来信, 简讯), or one with briefs."""
    after = lines[at + 1 : at + 2]
    if not after:
        return False
    if BOX_NAME.fullmatch(BULLETS.sub("", lines[at].text)):
        return True
    return _is_news(after[0]) and not lines[at - 1].is_brief


def _is_news(line: Line) -> bool:
    """Tell a short piece of news from a point in a list of an article."""
    return line.is_brief and line.is_closed and len(line.text) >= _LEAST_NEWS


def _is_letter(lines: list[Line], at: int, group: list[Line]) -> bool:
    """Tell whether a letter begins: above a salutation, or signed, as the one before is."""
    if lines[at + 1 : at + 2] and lines[at + 1].is_salutation:
        return True
    has_column = (
        bool(lines[at + 1 : at + 2]) and lines[at + 1].is_heading and len(lines[at].text) <= _LONGEST_COLUMN
    )
    # Signed below its headline, an article is followed by another only if that has a column's name: 老师手记.
    if not any(line.is_byline and (has_column or _is_at_end(group, line)) for line in group):
        return False
    return any(line.is_byline for line in takewhile(lambda line: not _parts(line), lines[at + 1 :]))


def _is_signed_verse(lines: list[Line], at: int) -> bool:
    """Tell whether a poem stands under the heading: nothing but short lines down to a signature."""
    verse = list(takewhile(lambda line: line.is_loose and not line.is_closed, lines[at + 1 :]))
    signed = lines[at + 1 + len(verse) : at + 2 + len(verse)]
    return len(verse) >= _LEAST_VERSE and bool(signed) and signed[0].is_byline


def _parts(line: Line) -> bool:
    return bool(line.is_apart and line.is_heading and not line.is_byline)


def _has_dateline(group: list[Line]) -> bool:
    return any(line.is_dateline for line in group)


def _follows_separator(group: list[Line]) -> bool:
    return group[-1].is_separator


def _follows_byline(group: list[Line]) -> bool:
    """Tell whether the article before is signed; pictures and the page's own lines may stand behind that."""
    for line in reversed(group):
        if line.ends_with_byline or (line.is_bare_byline and _is_at_end(group, line)):
            return True
        if not (line.is_credit or line.is_furniture or line.is_separator):
            return False
    return False


def _is_at_end(group: list[Line], line: Line) -> bool:
    """Tell a signature below a text from one below a headline."""
    return any(before.is_body for before in group[: group.index(line)])


def _body_follows(lines: list[Line], at: int) -> bool:
    """Tell whether a text follows soon, not only credits or the page's own lines."""
    return any(_tells(line) for line in lines[at + 1 : at + _LOOK_AHEAD])


def _has_heading_gap(lines: list[Line], at: int) -> bool:
    return lines[at].gap > 0


def _heads_dateline(lines: list[Line], at: int) -> bool:
    """Tell whether nothing but headings, pictures and a signature stand between this line and a dateline."""
    headings = 0
    for line in lines[at : at + _LOOK_AHEAD]:
        if line.is_dateline or (line.is_bare_byline and headings and not line.is_writer):
            return headings > 0
        if line.is_heading:
            headings += 1
            if headings > _MOST_ABOVE:
                return False
        elif not (line.is_credit or line.is_furniture):
            return False
    return False


def _joined_over_pages(groups: list[list[Line]]) -> list[list[Line]]:
    """Put the one rest of an article (上接第一版) behind its beginning (下转第三版)."""
    begun = [i for i, group in enumerate(groups) if _jump(group, "下转", "转") is not None]
    resumed = [i for i, group in enumerate(groups) if _jump(group, "上接", "紧接") is not None]
    if len(begun) != 1 or len(resumed) != 1 or begun == resumed:
        return groups
    first, second = groups[begun[0]], groups[resumed[0]]
    place = _jump(second, "上接", "紧接")
    assert place is not None
    rest = second[place:]
    # The headings above 上接 say again what the first part is headed with.
    own = second[:place] if any(line.is_body for line in second[:place]) else []
    joined = list(groups)
    joined[begun[0]] = _with_rest(first, rest)
    joined[resumed[0]] = own
    return [group for group in joined if group]


def _jump(group: list[Line], *kinds: str) -> int | None:
    return next((i for i, line in enumerate(group) if lift_jumps(line.text)[1] in kinds), None)


def _with_rest(first: list[Line], rest: list[Line]) -> list[Line]:
    place = _jump(first, "下转", "转")
    assert place is not None
    return [*first[: place + 1], *rest, *first[place + 1 :]]
