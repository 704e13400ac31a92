"""What can be seen of each printed line of a page and of its neighbours, as names of observations.

The names are the keys of the weights in ``weights.gz``; what they count for is told by ``roles``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise

from reader.articles.importing.newspaper.certain import EDITORS_NOTE, never
from reader.articles.importing.newspaper.heading_pairs import (
    goes_on_below,
    is_under_figures,
    main_heading,
    reads_as_kicker,
)
from reader.articles.importing.newspaper.lines import Line, is_author, names_people
from reader.articles.importing.newspaper.page_width import lines_that_fill
from reader.articles.importing.newspaper.patterns import BOX_NAME, BULLETS, WHOLE_BRACKET, both_scripts
from reader.articles.importing.newspaper.shape import VERSE, common_width, gaps_of, indents_of, loose_runs

#: Upper ends of the classes of widths, in hanzi.
_WIDTHS = (3, 5, 7, 9, 11, 14, 17, 20, 23, 27, 32, 40, 60)
_FIGURES = re.compile(r"\d|[一二两三四五六七八九十百千万]{2,}")
_COLUMN = both_scripts(
    "(?:观察|关注|聚焦|新闻|专栏|视点|视窗|民生|在线|焦点|要闻|简讯|速递|时评|播报|手记|来信|话题|热线|追踪|人物|故事|调查|"
    "深度|特写|特稿|专题|基层|见闻|城事|一线|健康|课堂|讲堂|漫谈|杂谈|随笔|巷议|之声|说法|连载|专版|副刊|周刊)[本版栏]?$"
)
_SIGN = re.compile(r"^[□■●○◎◆◇★☆▲△▼▶►▍▌◼❖◈◉⊙☞»※]")
_CAPTION_SIGN = re.compile("^[▲△▼▽▶►◀←→↑↓]")
_TITLE = re.compile(r"^[\u4e00-\u9fff]{2,4}\s?[（(][^（）()]{2,14}[)）]$")
_SPOKEN_END = re.compile(r"[。！？”]\s?(?:本报)?(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,3}$")
#: How much text beside a line is looked at for its words, and in how many lines at most.
_BESIDE, _FAR = 320, 40
#: The name of a column of the paper is no longer.
_LONGEST_COLUMN = 6
#: Subheads of one article are about as long.
_ALIKE = 2.1
_DASHES = ("——", "—", "－－", "--")
#: Lines of verse are no wider, in hanzi.
_MOST_VERSE = 13
#: Of more headings together, one belongs to another article.
_MOST_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of one line: names of observations; and the one that its place beside the last one has.

    ``never`` has the roles that it surely does not have; ``told`` is what the words of headings tell: m for
    the headline, s for its second line.
    """

    names: list[str]
    seam: str
    never: str = ""
    told: str = ""


def observe(lines: list[Line], is_parted: list[bool]) -> list[Seen]:
    """Return what is seen of each line; ``is_parted`` where the page's own matter stood right before it."""
    page = _Page(lines, is_parted)
    return [page.seen(at) for at in range(len(lines))]


class _Page:
    """The lines of a page with what all of them show together: its width, its indents, its blank lines."""

    def __init__(self, lines: list[Line], is_parted: list[bool]) -> None:
        self.lines, self.is_parted = lines, is_parted
        self.width = common_width(lines)
        self.fills = lines_that_fill(lines)
        self.loose = loose_runs(lines)
        self.indents = indents_of(lines)
        self.gaps = gaps_of(lines)
        self.kinds = [self._kind(line) for line in lines]
        self.signs = Counter(line.text[0] for line in lines if _SIGN.match(line.text))
        self.grams = [_grams(line.text) for line in lines]
        self.ends = [_end(line.text) for line in lines]
        self.datelines = min(2, sum(line.is_dateline or line.is_byline for line in lines))
        self.told = self._told_by_words()
        self.alike = self._alike()

    def _kind(self, line: Line) -> str:
        if line.is_dateline:
            return "DL"
        if line.is_row:
            return "ROW"
        if line.is_byline:
            return "BY"
        if line.is_credit:
            return "CR" if len(line.text) > 14 else "CRs"
        if BOX_NAME.fullmatch(BULLETS.sub("", line.text)) or line.is_follow_up:
            return "BOX"
        if line.is_brief or line.is_titled or line.is_speech:
            return "BRF"
        if line.is_heading:
            return "HS" if line.is_subhead else "HL"
        if line.is_closed:
            return "TC" if line.width > 24 else "SC"
        return "TO" if line.width > 24 else "SO"

    def _told_by_words(self) -> dict[int, str]:
        """Tell of headings which is the headline by their words: m, the next of its lines s, else o."""
        told: dict[int, str] = {}
        at = 0
        for is_heading, group in groupby(self.kinds, lambda kind: kind in ("HS", "HL", "BOX")):
            size = len(list(group))
            if is_heading and 1 < size <= _MOST_TOGETHER:
                main, goes_on = main_heading([line.text for line in self.lines[at : at + size]])
                told |= {at + step: "o" for step in range(size)} | {at + main: "m"}
                told |= {at + main + 1: "s"} if goes_on else {}
            at += size
        return told

    def _alike(self) -> list[int]:
        """Tell of each heading that stands alone above text how many others of about its length do so."""
        alone = [
            line.width
            if kind == "HS" and self.kind(at - 1)[0] in "TSC" and self.kind(at + 1)[0] in "TS"
            else 0.0
            for at, (line, kind) in enumerate(zip(self.lines, self.kinds, strict=True))
        ]
        return [
            min(3, sum(other > 0 and abs(other - width) < _ALIKE for other in alone) - 1) if width else -1
            for width in alone
        ]

    def seen(self, at: int) -> Seen:
        banned = never(self.lines, self.is_parted, at) + ("p" if self._is_verse(at) else "")
        return Seen(self.names(at), self.seam(at), banned, self.told.get(at, ""))

    def _is_verse(self, at: int) -> bool:
        """Tell a line of verse or of a list below another: as short as its neighbours, filling no column."""
        both = (at - 1, at)
        short = all(self.loose[place] >= VERSE and self.lines[place].width <= _MOST_VERSE for place in both)
        return at > 0 and short and all(self.short(place) in "ux" for place in both)

    def kind(self, at: int) -> str:
        return self.kinds[at] if 0 <= at < len(self.lines) else "-"

    def short(self, at: int) -> str:
        """How much of the width of a page of broken lines is left to the right of a line."""
        if not 0 <= at < len(self.lines):
            return "-"
        if not self.width:
            return "u"
        left = self.width - self.lines[at].reach
        return "f" if left < 1.1 else "n" if left < 2.6 else "m" if left < 5 else "s" if left < 9 else "x"

    def gap(self, at: int) -> str:
        if not 0 <= at < len(self.lines):
            return "-"
        line = self.lines[at]
        seen = "2" if line.gap > 1 else "1" if line.gap else "a" if line.is_apart else "0"
        return self.gaps + seen

    def indent(self, at: int) -> str:
        if not 0 <= at < len(self.lines):
            return "-"
        return self.indents + ("i" if self.lines[at].indented else "")

    def seam(self, at: int) -> str:
        return f"{self.gap(at)}{'=' if self.is_parted[at] else ''}{self.indent(at)}"

    def names(self, at: int) -> list[str]:
        line = self.lines[at]
        kind, before, after, later = (self.kind(at + step) for step in (0, -1, 1, 2))
        gap, below, indent = self.gap(at), self.gap(at + 1), self.indent(at)
        size = _size(line.width)
        end, end_before = self.ends[at], self.ends[at - 1] if at else "-"
        short, short_before = self.short(at), self.short(at - 1)
        heads = self._heads(at)
        names = [
            "*",
            f"w{size}",
            f"e{end}",
            f"k{kind}",
            f"k-{before}",
            f"k+{after}",
            f"k++{later}",
            f"s{short}",
            f"s-{short_before}{end_before}",
            f"g{gap}",
            f"g+{below}",
            f"i{indent}",
            f"i+{self.indent(at + 1)}",
            f"h{heads}",
            f"kk{before},{kind}",
            f"kn{kind},{after}",
            f"knn{kind},{after},{later}",
            f"kbn{before},{kind},{after}",
            f"kg{kind}{gap}{below}",
            f"kgb{kind}{gap}{end_before}{short_before}",
            f"kge{kind}{gap}{before}",
            f"kgn{kind}{below}{after}",
            f"kw{kind}{size}",
            f"ke{kind}{end}",
            f"ki{kind}{indent}{self.indent(at + 1)}",
            f"kh{kind}{heads}",
            f"hg{heads}{gap}{before}",
            f"b{gap}{indent}{end_before}{short_before}",
            f"be{kind}{indent}{end_before}{short_before}{short}",
            f"bo{kind}{before}{end_before}{short_before}{end}",
            f"sk{kind}{short}{after}",
        ]
        told = self.told.get(at, "-")
        names += [f"a{self.alike[at]}{gap}", f"a{self.alike[at]}{self.datelines}"]
        names += [
            f"m{told}",
            f"m{told}{self.told.get(at - 1, '-')}{self.told.get(at + 1, '-')}",
            f"m{told}{size}",
        ]
        return [*names, *self._marks(at), *self._words(at)]

    def _heads(self, at: int) -> str:
        """How many headings stand from here down to a dateline or a byline, and what they end at."""
        for step in range(6):
            kind = self.kind(at + step)
            if kind in ("DL", "BY", "TC", "TO", "BRF", "SC", "-") or (kind == "SO" and step):
                return f"{min(step, 4)}{kind}"
            if kind in ("CR", "CRs"):
                continue
        return "no"

    def _marks(self, at: int) -> list[str]:
        """What the line itself is marked with."""
        line = self.lines[at]
        text = line.text
        plain = BULLETS.sub("", text).strip()
        found = {
            "START": at == 0,
            "END": at + 1 == len(self.lines),
            "PARTED": self.is_parted[at],
            "after-by": at > 0 and (self.lines[at - 1].ends_with_byline or self.lines[at - 1].is_bare_byline),
            "closing-by": line.ends_with_byline,
            "bare-by": line.is_bare_byline,
            "whole-by": line.is_byline and line.ends_with_byline,
            "author": is_author(plain),
            "name": len(plain) <= 8 and names_people(plain),
            "titled-name": bool(_TITLE.match(plain)),
            "spoken-by": bool(_SPOKEN_END.search(text)),
            "writer": line.is_writer,
            "credit": line.is_credit,
            "bracket": text[0] in "（(" and text[-1] in "）)",
            "credit-bracket": text[0] in "（(" and text[-1] in "）)" and line.is_credit,
            "caption": line.is_caption_start,
            "pictured": line.is_pictured,
            "caption-sign": bool(_CAPTION_SIGN.match(text)),
            "dateline-only": line.is_dateline and line.width < 16,
            "whole-bracket": bool(WHOLE_BRACKET.match(text)),
            "sign": bool(_SIGN.match(text)),
            "signs": self.signs[text[0]] > 1,
            "item": line.is_item,
            "numbered": line.is_numbered_subhead,
            "note": bool(EDITORS_NOTE.match(text)),
            "salutation": line.is_salutation,
            "box": bool(BOX_NAME.fullmatch(plain)),
            "follow-up": line.is_follow_up,
            "column": len(plain) <= _LONGEST_COLUMN and "的" not in plain and bool(_COLUMN.search(plain)),
            "lead-in": line.is_lead_in,
            "label": line.is_label,
            "teller": line.is_told_by_somebody,
            "row": line.is_row,
            "loose": self.loose[at] >= VERSE,
            "speech": line.is_speech,
            "brief": line.is_brief,
            "brief-title": line.is_titled,
            "point": line.is_point,
            "torn": line.is_torn,
            "short-clause": line.is_short_clause,
            "dash": text.startswith(_DASHES),
            "blank": " " in text,
            "figures": bool(_FIGURES.search(text)),
            "digits": bool(re.search(r"\d", text)),
            "quotes": bool(re.search('[“”"「」《》]', text)),
            "colon": bool(re.search("[：:].", text)),
            "stop": "。" in text.rstrip("。”）)"),
            "fills": self.fills[at],
            "fills-before": at > 0 and self.fills[at - 1],
        }
        names = [f"!{name}" for name, is_so in found.items() if is_so]
        beside = f"{self.gap(at)}{self.kind(at - 1)}"
        names += [f"!{name}{beside}" for name in ("author", "name", "column", "bare-by") if found[name]]
        commas = len(re.findall("[，,、；;]", text))
        return [*names, f"c{min(commas, 3)}", f"c{min(commas, 3)}{self.kinds[at]}{self.short(at)}"]

    def _words(self, at: int) -> list[str]:
        """How many of the line's words the text below and the text above have."""
        if self.lines[at].width > 45:
            return []
        own = self.grams[at]
        above, below = self._beside(at, -1), self._beside(at, 1)
        said_above, said_below = _share(own, above), _share(own, below)
        kind = self.kinds[at]
        more = "b" if said_below > said_above + 0.1 else "a" if said_above > said_below + 0.1 else "="
        names = [
            f"o-{_class(said_above)}",
            f"o+{_class(said_below)}",
            f"o={more}",
            f"o={more}{kind}{self.gap(at)}",
        ]
        if kind[0] == "H" or kind == "BOX":
            names += self._among_headings(at, said_below)
        return names

    def _among_headings(self, at: int, said: float) -> list[str]:
        """How the heading compares with the ones right above and below it."""
        line = self.lines[at]
        names: list[str] = []
        for step, sign in ((-1, "-"), (1, "+")):
            kind = self.kind(at + step)
            if kind[0] != "H":
                continue
            other = self.lines[at + step]
            longer = line.width - other.width
            which = (
                "l"
                if longer > 5
                else "m"
                if longer > 1.5
                else "s"
                if longer < -5
                else "n"
                if longer < -1.5
                else "="
            )
            first, second = (other.text, line.text) if step < 0 else (line.text, other.text)
            said_of = (goes_on_below, reads_as_kicker, is_under_figures)
            says = "".join(f"{tell(first, second):d}" for tell in said_of)
            names += [f"y{sign}{says}", f"y{sign}{says}{which}", f"y{sign}{says}{self.kind(at + 2 * step)}"]
            figures = f"{bool(_FIGURES.search(line.text)):d}{bool(_FIGURES.search(other.text)):d}"
            names += [
                f"x{sign}{which}",
                f"x{sign}{which}{figures}",
                f"x{sign}{which}{self.kind(at + 2 * step)}",
            ]
        return [*names, f"xw{_class(said)}{_size(line.width)}"]

    def _beside(self, at: int, step: int) -> set[str]:
        found: set[str] = set()
        length = 0
        other = at + step
        while 0 <= other < len(self.lines) and length < _BESIDE and abs(other - at) <= _FAR:
            if self.kinds[other][0] in "TDSB":
                found |= self.grams[other]
                length += len(self.lines[other].text)
            other += step
        return found


def _size(width: float) -> int:
    return next((at for at, most in enumerate(_WIDTHS) if width <= most), len(_WIDTHS))


def _end(text: str) -> str:
    last = text.rstrip("”’」』）)\"'】]")[-1:] or text[-1]
    closer = ">" if text[-1] in "”’」』）)\"'】]" else ""
    kind = (
        "."
        if last in "。…"
        else "?"
        if last in "？?！!"
        else ":"
        if last in "：:"
        else ","
        if last in "，,、；;"
        else "w"
    )
    return closer + kind


def _grams(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if "\u4e00" <= a <= "\u9fff" and "\u4e00" <= b <= "\u9fff"}


def _share(own: set[str], others: set[str]) -> float:
    return len(own & others) / len(own) if own else 0.0


def _class(share: float) -> str:
    return "0" if share == 0 else "1" if share < 0.15 else "2" if share < 0.3 else "3" if share < 0.5 else "4"
