"""What a line of a copied newspaper page is: heading, body, dateline, byline, caption, or furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.articles.importing.newspaper.imprint import is_imprint
from reader.articles.importing.newspaper.page_matter import is_page_matter
from reader.articles.importing.newspaper.patterns import (
    BARE_BYLINE,
    BOTH_BYLINE,
    BULLET_BYLINE,
    BULLETS,
    CAPTION_START,
    CLOSED,
    CLOSING_BYLINE,
    CLOSING_NAME,
    CLOSING_NICKNAME,
    CLOSING_WRITER,
    CREDIT,
    DATELINE,
    ENDED,
    FOLLOW_UP,
    FURNITURE,
    JUMP,
    LABEL,
    LETTER_WRITER,
    LIST_ITEM,
    PHOTOGRAPHER,
    SALUTATION,
    SEPARATOR,
    SIGNED_TITLE,
    SUBHEAD_NUMBER,
    TELLER,
    WEATHER,
    WEB_FURNITURE,
    WORK,
    WRITTEN_TOO,
)
from reader.articles.importing.newspaper.told import told
from reader.chinese.names import DOUBLE_SURNAMES, SURNAMES

MOST_HEADING = 40
_MOST_FURNITURE = 100
MOST_SUBHEAD = 22
#: A caption that interrupts a sentence is short.
MOST_CAPTION = 70
#: Of verse, tables and lists of names.
MOST_LOOSE = 18


#: The end of a line is in these characters.
_TAIL = 160
_CLAUSES = re.compile(
    "^[^，,。：:；;]{2,10}[，,？?！!][^，,。：:；;]{2,10}(?<![把将和与的在从向对被让使为及或而但])$"
    '|^[\\s◎●■◆□○◇★]*[\u4e00-\u9fff]{2,8}[：:][“「"][^。”」"]{4,18}[”」"]$'
)
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"))
_DAY = re.compile("周[一二三四五六日末]$")


@dataclass(frozen=True)
class Line:
    """A line without the blanks at its ends; ``gap`` blank lines more than usual stand before it.

    ``is_apart`` tells whether any stood there, ``is_row`` a row of a table, ``is_brief`` a piece under a
    sign (△) that was taken off, ``is_titled`` one with its title in brackets, ``is_speech`` words with their
    speaker's name before them, ``is_lead_in`` a kicker that ends in a colon, ``is_point`` one of a list that
    ends without a mark, ``is_pictured`` one below the place of a picture: [图片].
    What a line is, is told once: its neighbours ask again and again.
    """

    text: str
    gap: int = 0
    indented: bool = False
    is_apart: bool = False
    is_row: bool = False
    is_brief: bool = False
    is_titled: bool = False
    is_speech: bool = False
    is_lead_in: bool = False
    is_point: bool = False
    is_pictured: bool = False

    @told
    def width(self) -> float:
        """The width in hanzi: two Latin letters or digits are as wide as one."""
        return sum(0.5 if ord(c) < 0x2000 else 1 for c in self.text)

    @told
    def reach(self) -> float:
        """How far to the right it goes, in hanzi: paragraphs begin two hanzi in."""
        return self.width + 2 * self.indented

    @told
    def is_closed(self) -> bool:
        """Whether a sentence or an introduction ends here."""
        return bool(CLOSED.search(self.text[-_TAIL:]))

    @told
    def is_dateline(self) -> bool:
        """Whether it begins with where and when the report was filed."""
        match = DATELINE.match(self.text)
        # （均据新华社电） alone signs what stands above.
        return match is not None and not (self.closing_byline and self.closing_byline.start() == 0)

    @told
    def ends_with_byline(self) -> bool:
        """Whether a bracket that names the reporter closes it."""
        return self.closing_byline is not None

    @told
    def closing_byline(self) -> re.Match[str] | None:
        """The bracket that names the reporter at its end: (晚报记者 周一帆), (周一帆); group 1 is within."""
        if self.is_furniture or self.is_follow_up or not self.text.endswith((")", "）", "】", "]", "。")):
            return None
        match = CLOSING_BYLINE.search(self.text)
        if match is None:
            match = CLOSING_NAME.search(self.text)
            return match if match and names_people(match[1]) else self._closing_writer()
        return None if _is_photo_credit(match[1]) else match

    def _closing_writer(self) -> re.Match[str] | None:
        return CLOSING_WRITER.search(self.text) or CLOSING_NICKNAME.match(self.text)

    @told
    def is_bare_byline(self) -> bool:
        """Whether all of it names the reporters: □记者 周一帆."""
        if len(self.text) > 50 or self.is_credit or self.is_follow_up:
            return False
        if BULLET_BYLINE.match(self.text) and names_people(WORK.sub("", BULLETS.sub("", self.text))):
            return True
        match = SIGNED_TITLE.match(self.text)
        if match and names_people(match[1]):
            return True
        return bool(BARE_BYLINE.match(self.text) or BOTH_BYLINE.match(self.text)) or self.is_writer

    @told
    def is_salutation(self) -> bool:
        """Whether a letter opens with it: 编辑同志："""
        return bool(SALUTATION.match(self.text))

    @told
    def is_writer(self) -> bool:
        """Whether it signs a letter: 柳荫小区居民 高秀兰."""
        return bool(LETTER_WRITER.match(self.text))

    @told
    def is_byline(self) -> bool:
        """Whether it is nothing but a byline."""
        match = self.closing_byline
        return self.is_bare_byline or (match is not None and match.start() == 0)

    @told
    def is_credit(self) -> bool:
        """Whether it surely belongs to a picture: 石桥镇的春天。青山湖区供图."""
        if len(self.text) > MOST_CAPTION or WRITTEN_TOO.search(self.text) or self.is_follow_up:
            return False
        if DATELINE.match(self.text) or BOTH_BYLINE.match(self.text):
            return False
        return bool(CREDIT.search(self.text) or CAPTION_START.match(self.text))

    @told
    def is_caption_start(self) -> bool:
        """Whether it begins as captions do: 图为…."""
        return bool(CAPTION_START.match(self.text)) and not self.is_follow_up

    @told
    def is_furniture(self) -> bool:
        """Whether it is of the page, not of an article: its number, its editors, 广告."""
        known = FURNITURE.match(self.text) or WEB_FURNITURE.match(self.text) or JUMP.fullmatch(self.text)
        return bool(known) or is_imprint(self.text) or is_page_matter(self.text)

    @told
    def is_separator(self) -> bool:
        """Whether it is a drawn line between articles."""
        return bool(SEPARATOR.match(self.text))

    @told
    def is_follow_up(self) -> bool:
        """Whether it heads a box that belongs to the article before: 相关链接."""
        return bool(FOLLOW_UP.match(self.text))

    @told
    def is_item(self) -> bool:
        """Whether it is an item of a numbered list."""
        return bool(LIST_ITEM.match(self.text))

    @told
    def is_label(self) -> bool:
        """Whether it begins with a label: 时间：5月6日."""
        return bool(LABEL.match(self.text)) and len(self.text) <= 40

    @told
    def is_told_by_somebody(self) -> bool:
        """Whether it says who says it, as headlines do: 专家：每40分钟动一动."""
        return bool(TELLER.match(self.text))

    @told
    def is_numbered_subhead(self) -> bool:
        """Whether it is a subhead with a number: 一、果园连成片."""
        return bool(SUBHEAD_NUMBER.match(self.text)) and self.is_heading and len(self.text) <= MOST_SUBHEAD

    @told
    def is_heading(self) -> bool:
        """Whether it may head an article or a part of one: short, and no sentence."""
        text = self.text
        if self.is_row or self.is_brief or self.is_titled or self.is_speech or self.is_point:
            return False
        if self.is_lead_in:
            return True
        if not 2 <= len(text) <= MOST_HEADING or len(re.findall(r"，|,(?!\d{3}(?!\d))", text)) > 2:
            return False
        # A question or an exclamation may be a headline, a sentence with 。 is none.
        if CLOSED.search(text.rstrip("？?！!”’")) or re.search(r"[，,、；;：:。]$|[。]", text):
            return False
        if WEATHER.search(text):
            return False
        marked = self.is_dateline or self.ends_with_byline or self.is_bare_byline or self.is_credit
        return not (marked or self.is_furniture or self.is_separator)

    @told
    def is_subhead(self) -> bool:
        """Whether it may head a part; with a comma or a bare preposition at its end it is half a sentence."""
        return (
            self.is_heading
            and not self.is_lead_in
            and not self.is_torn
            and len(self.text) <= MOST_SUBHEAD
            and not re.search(r"[,，]|[？?！!；;].|[把将和与的在从向对被让使为及或而但]$|.{8}了$", self.text)
            and (not self.is_item or self.is_numbered_subhead)
        )

    @told
    def is_short_clause(self) -> bool:
        """Whether it is as long as a subhead, with one comma within: 机器多了，人往哪里去."""
        text = BULLETS.sub("", self.text)
        if text == self.text and re.search(r"[，,][^，,]{6,}了$", text):
            # 他走到桥上，远远地看见了: half a sentence.
            return False
        return bool(_CLAUSES.match(text)) and not (self.is_item or self.is_lead_in or self.is_torn)

    @told
    def is_torn(self) -> bool:
        """Whether a quotation or a bracket of it ends elsewhere."""
        return any(self.text.count(opening) != self.text.count(closing) for opening, closing in _PAIRS)

    @told
    def is_body(self) -> bool:
        """Whether it is surely running text."""
        if self.is_credit or self.is_furniture:
            return False
        text = self.text
        if self.is_brief or self.is_titled:
            return True
        return self.is_dateline or (len(text) > 24 and bool(ENDED.search(text))) or (
            len(text) > MOST_HEADING - 4 and bool(re.search(r"[。，,]", text))
        )  # fmt: skip

    @told
    def is_loose(self) -> bool:
        """Whether it is as short as verse or a row of a table."""
        if self.is_speech or self.is_brief:
            return False
        if self.is_row:
            return True
        if re.search("[，,].", self.text) and not self.is_closed:
            return False
        return len(self.text) <= MOST_LOOSE and not self.is_furniture and not self.is_byline


def _is_photo_credit(words: str) -> bool:
    return bool(PHOTOGRAPHER.search(words)) and not WRITTEN_TOO.search(words)


def names_people(words: str) -> bool:
    """Tell whether words are nothing but one to three people's names, parted by blanks or 、."""
    names = re.split(r"[ \u3000、]+", words.strip())
    return len(names) <= 3 and all(
        2 <= len(name) <= 4 and (name[0] in SURNAMES or name[:2] in DOUBLE_SURNAMES) and not _DAY.match(name)
        for name in names
    )


def is_author(words: str) -> bool:
    """Tell whether a line below a headline is who wrote the text: 周一平; of two hanzi it may be any word."""
    names = re.split(r"[ \u3000、]+", re.sub("[/／ ]文$", "", words).strip())
    return all(len(name) == 3 and names_people(name) for name in names)


def lift_jumps(text: str) -> tuple[str, str]:
    """Return the line without 上接第一版 or 下转第三版, and which of them stood there ("" for none)."""
    match = JUMP.search(text)
    if match is None or (match.start() > 0 and match.end() < len(text)):
        return text, ""
    return (text[: match.start()] + text[match.end() :]).strip(), match[1]
