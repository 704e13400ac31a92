"""What a line surely is not, whatever stands around it: these roles it never gets."""

from __future__ import annotations

import re

from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.patterns import BOX_NAME, BULLETS, both_scripts
from reader.text import is_han

#: One letter for each role. Above the text: Z a dateline above the headline, E an editor's note (e its next
#: line), k a kicker, h the headline, g its next line, d a second headline, a who wrote it, D a dateline
#: alone, T a picture's caption (t its next line). In the text: P a paragraph (p its next line; Q one that
#: begins an article without a heading), R a line of verse or of a table, C a caption between paragraphs (c),
#: V one in the middle of a paragraph (v), U a subhead, B who wrote it (b).
ROLES = "ZEekhgdaDTtPpQRCcVvUBb"
EDITORS_NOTE = both_scripts(
    "^[【\\[]?(?:编者按|编者的话|开栏的话|开栏语|编前|引子|核心提示|阅读提示|内容提要)"
)
_CAPTION_SIGN = re.compile(
    r"^[▲△▼▽▶►◀←→↑↓◆]|[（(][左右中前后上下图][^（）()]{0,4}[)）]"
    r"|[×x]\s?\d{1,4}\s?(?:厘米|毫米|cm)|[ 　](?:纸本|布面|绢本|摄影)"
)
_SIGN_FIRST = re.compile("[▲△▼▽▶►◀←→↑↓]")
_SENTENCE_END = re.compile("[。；;][”’」』]?$")
_SPEAKER = re.compile("^[—－-]{1,2}\\s?[\u4e00-\u9fff]{2,4}$")
_DAY_ONLY = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日$|^二[〇○零][〇○零一二三四五六七八九]{2}年.{2,7}$")
_CONTACT = both_scripts(r"(?:电话|手机|热线|微信|邮箱|联系人|地址|QQ)\s?[:：]")
_OPEN = re.compile("[（(【][^）)】]*$")
_HALF_END = re.compile("[，,、]$")
#: Wider lines, in hanzi, are none of these.
_MOST_HEADING, _MOST_SIGNED, _MOST_DATED = 64, 48, 20
#: A caption may go on for so many lines down to who took the picture.
_CAPTION_LINES = 3
#: How far down a signature is looked for.
_FAR = 60


def never(lines: list[Line], is_parted: list[bool], at: int) -> str:
    """Return the roles that a line surely does not have; ``is_parted`` is that of ``observe``."""
    line = lines[at]
    if line.is_titled:
        return ROLES.replace("h", "")
    if at and lines[at - 1].is_titled:
        return ROLES.replace("P", "")
    banned = "" if line.is_dateline and line.width <= _MOST_DATED else "DZ"
    banned += "" if EDITORS_NOTE.match(line.text) else "E"
    banned += "kh" if _opens_nothing(lines, is_parted, at) else ""
    if _names_a_part(line):
        banned += "dgh" if _has_headline_below(lines, at) else "dg"
    banned += "ctv" if line.is_caption_start or _SIGN_FIRST.match(line.text) else ""
    banned += "Pp" if _dates_another(lines, at) else ""
    banned += _no_heading(line)
    if _CONTACT.search(line.text):
        banned += "khgdU"
    if _DAY_ONLY.match(line.text) or any(_DAY_ONLY.match(below.text) for below in lines[at + 1 : at + 2]):
        banned += "khgd"  # the end of a notice: who gave it, and when
    if line.is_bare_byline and not _names_a_part(line):
        banned += "khgdU" if line.is_writer else "khgdUR"
    if not _is_of_picture(lines, at):
        torn = at > 0 and (not lines[at - 1].is_closed or _is_of_picture(lines, at - 1))
        banned += "CT" if torn else "CTV"
    return banned


def _opens_nothing(lines: list[Line], is_parted: list[bool], at: int) -> bool:
    """Tell a heading that nothing says to begin an article: alone, in the middle of a text.

    A signature or the page's own matter above it may say so, more blank lines than usual, a further heading,
    a dateline or a signature below it, or one at the end of its text. Else it stays in its article.
    """
    line, below = lines[at], lines[at + 1 : at + 2]
    if at == 0 or not below or is_parted[at] or line.gap > 1 or _names_a_part(line) or _heads(lines[at - 1]):
        return False
    above = next((one for one in reversed(lines[:at]) if not one.is_credit), lines[0])
    if above.is_byline or above.ends_with_byline:
        return False
    after = below[0]
    if _heads(after) or after.is_dateline or after.is_byline or after.is_credit or after.is_salutation:
        return False
    return not (after.is_row or after.is_brief or after.is_speech or _is_signed_below(lines, at))


def _dates_another(lines: list[Line], at: int) -> bool:
    """Tell a dateline right below a finished text that has one itself: an article without a heading."""
    line = lines[at]
    if not line.is_dateline or line.text.startswith("据"):
        return False
    place = at - 1
    while place >= 0 and (
        lines[place].is_credit or lines[place].is_caption_start or lines[place + 1].is_credit
    ):
        place -= 1
    above = lines[place] if place >= 0 else None
    if above is None or not above.is_closed or above.is_heading or above.is_byline:
        return False
    return any(one.is_dateline for one in lines[:at])


def _heads(line: Line) -> bool:
    # ——祁海山 below a quotation is who said it.
    is_named = line.is_heading and not _SPEAKER.match(line.text) and not _is_no_title(line.text)
    return is_named or _names_a_part(line)


def _is_no_title(text: str) -> bool:
    """Tell a line without a hanzi, and one in which a bracket is opened that is closed further on."""
    return not any(map(is_han, text)) or bool(_OPEN.search(text))


def _names_a_part(line: Line) -> bool:
    """Tell whether a line is the name of a part of the page (来信), or of a box (相关链接)."""
    return bool(BOX_NAME.fullmatch(BULLETS.sub("", line.text))) or line.is_follow_up


def _has_headline_below(lines: list[Line], at: int) -> bool:
    """Tell whether a headline with text under it stands right below the name of a part."""
    below = lines[at + 1 : at + 3]
    return len(below) == 2 and below[0].is_subhead and below[1].is_body and not _names_a_part(below[0])


def _is_signed_below(lines: list[Line], at: int) -> bool:
    """Tell whether the text under a heading ends with a signature, before the next heading apart."""
    for line in lines[at + 1 : at + _FAR]:
        if line.is_byline or line.ends_with_byline:
            return True
        if line.is_apart and _heads(line):
            return False
    return False


def _no_heading(line: Line) -> str:
    """Tell which headings and signatures a line is none of, by its length and its end."""
    if line.width > _MOST_HEADING:
        return "khgdUaB"
    if _is_no_title(line.text):
        return "khU"
    if _SENTENCE_END.search(line.text):
        return "khgdU" if line.is_byline or line.ends_with_byline else "khgdUaB"
    signed = "" if line.width <= _MOST_SIGNED else "aB"
    return signed + ("kdU" if _HALF_END.search(line.text) else "")


def _is_of_picture(lines: list[Line], at: int) -> bool:
    """Tell whether anything says that a line belongs to a picture: a sign, a place in it, who took it."""
    line = lines[at]
    if line.is_credit or line.is_pictured or line.is_caption_start or _CAPTION_SIGN.search(line.text):
        return True
    below = lines[at + 1 : at + _CAPTION_LINES]
    return any(one.is_credit and not one.is_caption_start for one in below)
