"""Pages of made-up newspapers, each set by one house: where its kickers, bylines and captions stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from reader.articles.importing.newspaper.heading_pairs import goes_on_below
from reader.articles.importing.newspaper.pages import Part, articles_of
from reader.articles.importing.newspaper.parts import read_article
from reader.articles.importing.newspaper.training import words
from reader.articles.importing.newspaper.training.looks import Look, Unit, laid_out
from reader.articles.importing.newspaper.training.pages import BLANK, OWN, Row, lines_of

_CLAUSE = re.compile("[，。；！？：“”]")
#: A piece is laid out anew if its paragraphs are whole sentences, no list and no interview.
_LEAST_PARAGRAPH = 18
_WHOLE = tuple("。！？”）")
_LEAST_TORN = 50
#: The share of pages with a long article, which is of so many paragraphs.
_LONG, _MANY = 0.35, 8
#: The share of pages with verse; that of headlines in two halves that any house sets in two lines.
_VERSE, _IN_HALVES = 0.06, 0.4
#: Headlines and captions of so many characters may be broken amid a word.
_LEAST_BROKEN, _CAPTION_WIDTH = 11, 14
_SIGNED_AT_END = ("bracket", "bracket-line", "bare-end", "name", "spoken", "giver")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article without what a house adds."""

    headline: str
    kicker: str
    paragraphs: tuple[str, ...]


def pieces_of(pages: list[list[Row]]) -> list[Piece]:
    """Return the articles of pages with known roles that may be laid out by any house."""
    found: dict[str, Piece] = {}
    for rows in pages:
        lines, _, roles = lines_of(rows)
        parts = [Part(role, line) for role, line in zip(roles, lines, strict=False)]
        for article in map(read_article, articles_of(parts)) if parts else ():
            is_whole = all(len(p) >= _LEAST_PARAGRAPH and p.endswith(_WHOLE) for p in article.paragraphs)
            is_one = (
                is_whole
                and len(article.headline) > 4
                and not re.search("^(?:问|答)：", "\n".join(article.paragraphs))
            )
            if is_one and article.paragraphs:
                piece = Piece(article.headline, article.kicker, tuple(article.paragraphs))
                found.setdefault(article.headline, piece)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class House:
    """The style of one paper, drawn by lot."""

    paper: str
    day: str
    kicker: str
    dateline: str
    byline: str
    caption: str
    credit: str
    caption_sign: str
    subhead: str
    headline_lines: int
    is_headline_broken: bool
    are_captions_broken: bool
    has_columns: bool
    briefs: str
    note: str
    box: str

    @classmethod
    def drawn(cls, r: Random) -> House:
        """Draw a house by lot."""

        def one(*choices: tuple[str, float]) -> str:
            return r.choices([name for name, _ in choices], [weight for _, weight in choices])[0]

        return cls(
            paper=r.choice(words.PLACES) + r.choice(words.PAPERS),
            day=f"{r.randint(1, 12)}月{r.randint(1, 28)}日",
            kicker=one(("above", 3), ("below", 3), ("both", 1), ("", 2)),
            dateline=one(
                ("plain", 4), ("day", 3), ("named", 4), ("spoken", 1), ("agency", 0.6), ("", 2),
                ("line", 0.5), ("above", 0.3),
            ),
            byline=one(
                ("bracket", 4), ("bracket-line", 2), ("bare-end", 2), ("below", 3), ("author", 2.4),
                ("name", 1), ("spoken", 0.6), ("giver", 1.2),
            ),
            caption=one(("top", 1), ("between", 2), ("torn", 3), ("end", 1), ("any", 2)),
            credit=one(("same", 4), ("line", 1), ("", 1), ("bracket", 1), ("given", 1)),
            caption_sign=one(("", 6), ("▲", 1), ("▶", 1)),
            subhead=one(("", 7), ("■", 1), ("◎ ", 1), ("number", 1), ("【】", 0.5)),
            headline_lines=r.choices((1, 2, 3), (6, 2, 1))[0],
            is_headline_broken=r.random() < 0.12,
            are_captions_broken=r.random() < 0.15,
            has_columns=r.random() < 0.35,
            briefs=one(("", 5), ("■", 2), ("● ", 1), ("◆", 1)),
            note=one(("", 8), ("above", 1), ("below", 1)),
            box=one(("", 7), ("bare", 1.5), ("headed", 1.5)),
        )  # fmt: skip


def made_page(seed: int, pieces: list[Piece]) -> list[Row]:
    """Return a page of one house with a few of the pieces, drawn by lot."""
    r = Random(seed)
    house = House.drawn(r)
    chosen = r.sample(pieces, r.choice((1, 2, 2, 3, 3, 4, 5)))
    if r.random() < _LONG:
        more = [p for piece in r.sample(pieces, 3) for p in piece.paragraphs]
        chosen[0] = Piece(chosen[0].headline, chosen[0].kicker, (*chosen[0].paragraphs, *more))
    if r.random() < 0.7:
        chosen.sort(key=lambda piece: -sum(map(len, piece.paragraphs)))
    articles = [_Setter(house, piece, r, is_first=at == 0).units() for at, piece in enumerate(chosen)]
    if house.box == "headed":
        articles.insert(
            1,
            [
                ("k", (r.choice(words.BOXES),)),
                ("h", (r.choice(words.BOX_HEADLINES),)),
                ("P", (r.choice(words.BOX_TEXTS),)),
            ],
        )
    if r.random() < _VERSE:
        articles.insert(r.randint(1, len(articles)), _verse(r))
    if house.briefs:
        told = r.sample(words.BRIEFS, r.randint(2, 4))
        articles.append(
            [("h", (r.choice(words.BRIEF_NAMES),)), *(("P", (house.briefs + one,)) for one in told)]
        )
    return [*_head(house, r), *laid_out(articles, Look.drawn(r)), *_foot(house, r)]


def _verse(r: Random) -> list[Unit]:
    """Return one or two poems with their author, under a title."""
    chosen = r.sample(words.VERSES, r.choice((1, 1, 2)))
    author = r.choice((words.name(r), f"□ {words.name(r)}", f"□{words.name(r)}"))
    title = r.choice(words.VERSE_TITLES) if len(chosen) > 1 else chosen[0][0]
    lines = [line for poem in chosen for line in (poem if len(chosen) > 1 else poem[1:])]
    rows: list[Unit] = [("R", (line,)) for line in lines]
    if r.random() < 0.6:
        return [("h", (title,)), ("a", (author,)), *rows]
    return [("h", (title,)), *rows, ("B", (f"（{words.name(r)}）",))]


def _head(house: House, r: Random) -> list[Row]:
    one, other = words.name(r), words.name(r)
    section = r.choice(("要闻", "民生", "文化"))
    heads: tuple[list[str], ...] = (
        [],
        [f"{house.paper} 2026年{house.day} 星期{r.choice('一二三四五六日')} A0{r.randint(1, 9)}版 {section}"],
        [house.paper, f"2026年{house.day} 星期三 第{r.randint(2, 12)}版", f"责任编辑:{one} 版式:{other}"],
        [f"A0{r.randint(2, 9)} {section}", f"2026年{house.day}", f"责编 {one} 校对 {other}"],
    )
    lines = r.choice(heads)
    return [(OWN, line) for line in lines] + ([(BLANK, "")] if lines and r.random() < 0.7 else [])


def _foot(house: House, r: Random) -> list[Row]:
    foot = r.choice((
        "", f"本版责编 {words.name(r)} 版式 {words.name(r)} 校对 {words.name(r)}",
        f"社址：{house.paper[:2]}市人民路8号 邮编：430000 新闻热线：8800{r.randint(1000, 9999)}",
    ))  # fmt: skip
    return [(OWN, foot)] if foot else []


class _Setter:
    """Sets one article as its house does."""

    def __init__(self, house: House, piece: Piece, r: Random, *, is_first: bool) -> None:
        self._house, self._piece, self._r = house, piece, r
        self._is_first = is_first
        is_short = len(piece.paragraphs) == 1
        self._byline = house.byline
        if r.random() < 0.08 or (is_short and house.byline in ("below", "author") and r.random() < 0.6):
            self._byline = "bracket"
        self._dateline = (
            "" if r.random() < 0.1 and house.dateline not in ("line", "above") else house.dateline
        )
        if self._dateline in ("named", "spoken") and self._byline in _SIGNED_AT_END:
            self._byline = ""

    def units(self) -> list[Unit]:
        """Return the parts of the article in their order."""
        note: list[Unit] = (
            [("E", (self._r.choice(words.NOTES),))] if self._is_first and self._house.note else []
        )
        above = note if self._house.note == "above" else []
        below: list[Unit] = [("P", texts) for _, texts in note] if self._house.note == "below" else []
        body = self._with_captions(self._body())
        return [*self._dated_above(), *above, *self._headings(), *self._author(), *below, *body, *self._box()]

    def _dated_above(self) -> list[Unit]:
        return [("Z", ("本报讯",))] if self._dateline == "above" else []

    def _clause(self, least: int, most: int, others: list[str], *, tells: bool = False) -> str:
        """Return a clause of the text, as headings often are (one that ``tells`` figures), or another."""
        clauses = [c for p in self._piece.paragraphs for c in _CLAUSE.split(p) if least <= len(c) <= most]
        clauses = [clause for clause in clauses if clause[0] not in "但而就也还又却并他她它的了"]
        # No editor sets below a headline what reads as if it went on with it.
        clauses = [clause for clause in clauses if not goes_on_below(self._piece.headline, clause)]
        if tells:
            clauses = [clause for clause in clauses if re.search(r"\d", clause)]
        return self._r.choice(clauses) if clauses and self._r.random() < 0.65 else self._r.choice(others)

    def _headings(self) -> list[Unit]:
        r, where = self._r, self._house.kicker
        units: list[Unit] = []
        if self._house.has_columns and r.random() < 0.5:
            units.append(("k", (r.choice(words.COLUMNS),)))
        has_more = len(self._piece.paragraphs) > 1 or r.random() < 0.4
        own = self._piece.kicker if r.random() < 0.7 and self._tells_more(self._piece.kicker) else ""
        if has_more and where in ("above", "both") and (own or r.random() < 0.7):
            units.append(("k", (own or self._clause(8, 24, words.KICKERS, tells=True),)))
            units += [("k", (self._clause(8, 20, words.KICKERS),))] if r.random() < 0.12 else []
        units += self._headline()
        own = self._piece.kicker if where == "below" and self._tells_more(self._piece.kicker) else ""
        if has_more and where in ("below", "both") and (own or r.random() < 0.7):
            units.append(("d", (own or self._clause(8, 26, words.DECKS, tells=True),)))
        return units

    def _tells_more(self, heading: str) -> bool:
        """Tell whether a heading reports at more length than the headline, or in figures."""
        return bool(re.search(r"\d", heading)) or len(heading) > len(self._piece.headline) + 3

    def _headline(self) -> list[Unit]:
        halves = self._piece.headline.split(" ")
        if not 1 < len(halves) <= max(self._house.headline_lines, 2 * (self._r.random() < _IN_HALVES)):
            halves = [self._piece.headline]
        if len(halves) == 1 and self._house.is_headline_broken and len(halves[0]) >= _LEAST_BROKEN:
            middle = (len(halves[0]) + 1) // 2
            halves = [halves[0][:middle], halves[0][middle:]]
        return [("g" if at else "h", (half,)) for at, half in enumerate(halves)]

    def _author(self) -> list[Unit]:
        if self._byline == "below":
            office, _, further = words.reporters(self._r, self._house.paper).partition(" 通讯员 ")
            if further and self._r.random() < 0.3:
                return [("a", (office,)), ("a", (f"通讯员 {further}",))]
            return [("a", (f"{office} 通讯员 {further}" if further else office,))]
        return [("a", (words.author(self._r, self._house.paper),))] if self._byline == "author" else []

    def _body(self) -> list[Unit]:
        units: list[Unit] = [("D", ("本报讯",))] if self._dateline == "line" else []
        heads = self._subheads()
        for at, paragraph in enumerate(self._piece.paragraphs):
            units += [("U", (heads[at],))] if at in heads else []
            units.append(("P", (self._dated() + paragraph if at == 0 else paragraph,)))
        return self._signed(units)

    def _subheads(self) -> dict[int, str]:
        """Return subheads by the paragraphs they stand above."""
        r, count = self._r, len(self._piece.paragraphs)
        if count < 4 or r.random() > 0.75:
            return {}
        first = 1 if r.random() < 0.85 else 0
        most = r.choice((1, 2, 3)) if count < _MANY else r.choice((2, 3, 4))
        places = sorted(r.sample(range(first, count), min(most, count - 1)))
        plain = [
            self._clause(4, 13, words.SUBHEADS) if r.random() < 0.4 else r.choice(words.SUBHEADS)
            for _ in places
        ]
        return {
            place: self._marked(at, text) for at, (place, text) in enumerate(zip(places, plain, strict=True))
        }

    def _marked(self, at: int, text: str) -> str:
        sign = self._house.subhead
        if sign == "number":
            return f"{'一二三四'[at]}、{text}"
        return f"【{text}】" if sign == "【】" else sign + text

    def _dated(self) -> str:
        r, house = self._r, self._house
        named = r.choice(
            (f"记者 {words.name(r)}", f"记者{words.name(r)}", f"记者 {words.name(r)} 通讯员 {words.name(r)}")
        )
        return {
            "plain": "本报讯" + r.choice((" ", "　")),
            "day": f"{r.choice((house.paper[-2:] + ' ', house.paper + ' ', '本报'))}{house.day}讯 ",
            "named": f"本报讯（{named}）",
            "spoken": f"本报记者 {words.name(r)} 报道 ",
            "agency": f"新华社{r.choice(('北京', '杭州', '成都'))}{house.day}电 ",
        }.get(self._dateline, "")  # fmt: skip

    def _signed(self, units: list[Unit]) -> list[Unit]:
        r, people = self._r, words.reporters(self._r, self._house.paper)
        inline = {
            "bracket": f"（{people}）",
            "name": f"（{r.choice((words.name(r), words.name(r) + ' ' + words.name(r)))}）",
            "spoken": f"{r.choice((' ', ''))}记者{words.name(r)}",
            "giver": f"（{words.giver(r)}）" if r.random() < 0.4 else "",
        }.get(self._byline, "")
        own_line = {
            "bracket-line": f"（{people}）",
            "bare-end": people,
            "giver": f"（{words.giver(r)}）",
        }.get(self._byline, "")
        if inline and r.random() < 0.15 and self._byline != "spoken":
            inline, own_line = "", inline
        if inline:
            return [*units[:-1], ("P", (units[-1][1][0] + inline,))]
        return [*units, ("B", (own_line,))] if own_line else units

    def _box(self) -> list[Unit]:
        if not self._is_first or self._house.box != "bare":
            return []
        return [("U", (self._r.choice(words.BOXES),)), ("P", (self._r.choice(words.BOX_TEXTS),))]

    def _with_captions(self, body: list[Unit]) -> list[Unit]:
        r = self._r
        count = r.choice((0, 1, 1, 2)) if len(self._piece.paragraphs) > 1 else 0
        for _ in range(count):
            place = (
                self._house.caption
                if self._house.caption != "any"
                else r.choice(("top", "between", "torn", "end"))
            )
            has_sign = bool(self._house.credit or self._house.caption_sign)
            body = self._put(body, self._caption(), place if has_sign else "torn", has_sign=has_sign)
        return body

    def _caption(self) -> tuple[str, ...]:
        r, who = self._r, words.name(self._r)
        told = self._house.caption_sign + (
            self._clause(8, 26, words.CAPTIONS) if r.random() < 0.35 else r.choice(words.CAPTIONS)
        )
        bracket = r.choice(("（图片由受访者提供）", "（受访者供图）", f"（{who} 摄）", "（资料图片）"))
        told_by = {
            "same": (f"{told}{r.choice(('。', ' ', '。 '))}{r.choice(('本报记者 ', ''))}{who} 摄",),
            "line": (f"{told}。", f"{r.choice(('本报记者 ', '', '记者 '))}{who} {r.choice(('摄', '/摄'))}"),
            "bracket": (f"{told}。", bracket) if r.random() < 0.5 else (f"{told}。{bracket}",),
            "given": (f"{told}。{r.choice(('通讯员供图', '受访者供图', who + '供图'))}",),
        }.get(self._house.credit, (f"{told}。",))  # fmt: skip
        first = told_by[0]
        if self._house.are_captions_broken and len(first) > _CAPTION_WIDTH + 4:
            return (first[:_CAPTION_WIDTH], first[_CAPTION_WIDTH:], *told_by[1:])
        return told_by

    def _put(self, body: list[Unit], caption: tuple[str, ...], place: str, *, has_sign: bool) -> list[Unit]:
        r = self._r
        if place == "top" and body[0][0] == "P":
            return [("T", caption), *body]
        ends = [at for at in range(1, len(body)) if body[at - 1][0] in "Pp" and body[at][0] not in "Vp"]
        if place == "between" and ends:
            at = r.choice(ends)
            return [*body[:at], ("C", caption), *body[at:]]
        long = [at for at, (role, texts) in enumerate(body) if role == "P" and len(texts[0]) > _LEAST_TORN]
        if place != "torn" or not long:
            return [*body, ("C", caption)] if has_sign else body
        at = r.choice(long)
        text = body[at][1][0]
        cut = self._cut(text)
        return [*body[:at], ("P", (text[:cut],)), ("V", caption), ("p", (text[cut:],)), *body[at + 1 :]]

    def _cut(self, text: str) -> int:
        """Return where a paragraph is torn: amid a sentence, not in a number."""
        for _ in range(20):
            cut = self._r.randint(22, len(text) - 10)
            amid = text[cut - 1] not in "。！？”；：、，（“" and text[cut] not in "。！？”；：、，）"
            if amid and not (text[cut - 1].isascii() and text[cut].isascii()):
                return cut
        return 22
