"""The lines of a page, each with its role -> the lines of its articles."""

from __future__ import annotations

from dataclasses import dataclass

from reader.articles.importing.newspaper.lines import Line, lift_jumps
from reader.articles.importing.newspaper.roles import roles_of

#: With these an article begins, unless one of the second kind stands right above.
_BEGINS, _STILL_ABOVE = "ZEkhQ", "ZEek"
#: Of the page, not of an article.
FURNITURE = "X"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of an article and the role it plays (``roles.ROLES``, or ``FURNITURE``)."""

    role: str
    line: Line


def cut_page(lines: list[Line]) -> list[list[Part]]:
    """Return the lines of each article with their roles; one article where no boundary is likely."""
    return _joined_over_pages(articles_of(_with_roles(lines)))


def articles_of(parts: list[Part]) -> list[list[Part]]:
    """Return the parts of each article on their own, by their roles."""
    groups: list[list[Part]] = [[]]
    above = ""
    for part in parts:
        if part.role in _BEGINS and above and above not in _STILL_ABOVE:
            groups.append([])
        groups[-1].append(part)
        above = above if part.role == FURNITURE else part.role
    return [group for group in groups if any(one.role != FURNITURE for one in group)]


def _with_roles(lines: list[Line]) -> list[Part]:
    """Tell each line's role; what is of the page itself stands beside the articles."""
    kept, is_parted, own = own_lines(lines)
    roles = iter(roles_of(kept, is_parted))
    return [Part(next(roles) if is_own else FURNITURE, line) for line, is_own in zip(lines, own, strict=True)]


def own_lines(lines: list[Line]) -> tuple[list[Line], list[bool], list[bool]]:
    """Return the lines of articles; of each whether the page's own matter stands right above it.

    The third tell of all lines whether they are an article's.
    """
    own = [not (line.is_furniture or line.is_separator) for line in lines]
    kept: list[Line] = []
    is_parted: list[bool] = []
    for at, line in enumerate(lines):
        if own[at]:
            is_parted.append(bool(kept) and not own[at - 1])
            kept.append(line)
    return kept, is_parted, own


def _joined_over_pages(groups: list[list[Part]]) -> list[list[Part]]:
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
    own = second[:place] if any(part.line.is_body for part in second[:place]) else []
    joined = list(groups)
    joined[begun[0]] = _with_rest(first, rest)
    joined[resumed[0]] = own
    return [group for group in joined if group]


def _jump(group: list[Part], *kinds: str) -> int | None:
    return next((i for i, part in enumerate(group) if lift_jumps(part.line.text)[1] in kinds), None)


def _with_rest(first: list[Part], rest: list[Part]) -> list[Part]:
    place = _jump(first, "下转", "转")
    assert place is not None
    return [*first[: place + 1], *rest, *first[place + 1 :]]
