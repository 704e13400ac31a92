"""A web page -> a draft: the article is taken out of what stands around it. Nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.articles.importing.draft import Block, Draft, draft_of_blocks
from reader.articles.importing.encoding import Decoded, decode
from reader.errors import TextError
from reader.text import clean_text, is_han

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w-]{2,20})|encoding\s*=\s*["']([\w-]{2,20})""", re.IGNORECASE
)
_DROPPED = frozenset(
    """
    script style noscript nav footer form iframe svg button template select textarea object video audio
    canvas math head rt rp input dialog menu
    """.split()  # noqa: SIM905
)
_AROUND = re.compile(
    r"comment|sidebar|side-bar|footer|navi?\b|navbar|breadcrumb|share|related|recommend|relate|hot-?news|login|copyright|"
    r"banner|advert|\bads?\b|\bad-|toolbar|pagination|pager|crumb|subscribe|popup|qrcode|editor-info|disclaimer",
    re.IGNORECASE,
)
_BODY = re.compile(r"article|content|main|text|body|story|detail|post|entry|正文", re.IGNORECASE)
_BLOCKS = frozenset(
    """
    p div section article li dd dt blockquote td th tr table ul ol dl pre center main body header
    h1 h2 h3 h4 h5 h6 figure html figcaption caption address aside details summary fieldset hr br
    """.split()  # noqa: SIM905
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SITE = re.compile(r"\s?[-_|–—·]{1,4}\s?[^-_|–—]{1,24}$")
_LONGEST_TITLE = 200
_DATE = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+%?\s*([\w.-]{1,80})", re.IGNORECASE)
_MOST_DOCTYPE = 100_000
_BLANKS = re.compile(r"(\s+)")
#: References by number, as to control characters: &#27; and &#x1b;.
_CONTROL = re.compile(r"&#(?:0{0,8}(\d{1,7})|[xX]0{0,8}([0-9a-fA-F]{1,6}));?")


def read_html(data: bytes, name: str = "") -> list[Draft]:
    """Return the draft of a page's article.

    Raises:
        TextError: there is no text on it.
    """
    return read_markup(decode_html(data).text, name)


def decode_html(data: bytes) -> Decoded:
    """Return the page's characters: by its own declaration where that fits, else guessed."""
    match = _DECLARED.search(data[:2048])
    declared = (match[1] or match[2]).decode("ascii").lower() if match else ""
    codec = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(declared, declared)
    if codec and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            return decode(data)
        return Decoded(text, {"gb18030": "GB18030", "big5hkscs": "Big5"}.get(codec, codec.upper()))
    return decode(data)


def read_markup(text: str, name: str = "") -> list[Draft]:
    """Return the draft of a page that is decoded already.

    Raises:
        TextError: there is no text on it.
    """
    page = parse(text)
    if page is None:
        raise TextError("It holds no text.")
    facts = _meta(page)
    _drop(page)
    root = _article(page)
    found = read_blocks(root)
    headline = _headline(page, found, facts) or name
    draft = draft_of_blocks(headline, found.blocks, found.captions)
    return [replace(draft, date=facts.get("date", ""), source=facts.get("source", ""))]


def parse(text: str) -> HtmlElement | None:
    """Parse markup leniently, without the network; None where there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    text = clean_text(_CONTROL.sub(_control, _without_doctype(text)))
    try:
        page = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return page if page is not None and page.tag is not None else None


def _control(match: re.Match[str]) -> str:
    """Return a control or a letter itself, so that a control is cleaned away with what it orders."""
    code = int(match[1]) if match[1] else int(match[2], 16)
    if code < 160 and chr(code) not in "<>&\"'":
        return chr(code)
    return "" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else match[0]


def _without_doctype(text: str) -> str:
    """Take out the document type with what it declares; entities of its own mean nothing then."""
    place = text[:_MOST_DOCTYPE].lower().find("<!doctype")
    match = _DOCTYPE.match(text, place, _MOST_DOCTYPE) if place >= 0 else None
    if match is None:
        return text
    text = text[: match.start()] + text[match.end() :]
    own = set(_ENTITY.findall(match[0]))
    return re.sub(r"&([\w.-]{1,80});", lambda ref: "" if ref[1] in own else ref[0], text) if own else text


# --- what stands around the article


def _meta(page: HtmlElement) -> dict[str, str]:
    named: dict[str, str] = {}
    for meta in page.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = meta.get("content") or ""
        if key and value:
            named.setdefault(key, " ".join(value.split()))
    title = next(page.iter("title"), None)
    words = " ".join((title.text_content() if title is not None else "").split())
    date = next((named[key] for key in _DATES if key in named), "")
    match = _DATE.search(date)
    return {
        "title": named.get("og:title", ""),
        "page": words,
        "date": f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match and _is_day(match) else "",
        "source": next((named[key] for key in ("og:site_name", "source", "mediaid") if key in named), ""),
    }


_DATES = ("article:published_time", "publishdate", "pubdate", "datepublished", "date", "og:release_date")


def _is_day(match: re.Match[str]) -> bool:
    return 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31


def _drop(page: HtmlElement) -> None:
    """Take out what is never part of an article, and boxes that say they stand around it."""
    for tag in _DROPPED:
        for element in list(page.iter(tag)):
            if tag != "head" or element.getparent() is not None:
                _remove(element)
    whole = _text_length(page)
    for element in list(page.iter("div", "section", "aside", "ul", "header", "p", "span", "table")):
        said = f"{element.get('class') or ''} {element.get('id') or ''}"
        hidden = element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(
            " ", ""
        )
        is_around = _AROUND.search(said) and not re.search(r"article|content|main", said, re.IGNORECASE)
        if (hidden or is_around or element.tag == "aside") and _text_length(element) < 0.4 * whole:
            _remove(element)


def _remove(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _text_length(element: HtmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _article(page: HtmlElement) -> HtmlElement:
    """Return the element that holds most of the running text, and little else."""
    scores: dict[HtmlElement, float] = {}
    for element in page.iter(
        "p", "div", "section", "article", "td", "main", "li", "blockquote", "span", "body"
    ):
        worth = _worth(element)
        share = 1.0
        parent = (
            element
            if element.tag in ("div", "section", "article", "td", "main", "body")
            else element.getparent()
        )
        while worth and parent is not None and share > 0.2:
            scores[parent] = scores.get(parent, 0.0) + worth * share
            parent, share = parent.getparent(), share * 0.6
    if not scores:
        return page
    for element in scores:
        said = f"{element.get('class') or ''} {element.get('id') or ''}"
        scores[element] *= 1.25 if element.tag == "article" or _BODY.search(said) else 1.0
        scores[element] *= 1 - _link_share(element)
    return max(scores, key=lambda element: scores[element])


def _worth(element: HtmlElement) -> float:
    """Return how much running text stands in the element itself, not in blocks inside it."""
    own = _own_text(element)
    length = len(own)
    marks = sum(own.count(mark) for mark in "，。！？；、,")
    if length < 12 and not marks:
        return 0.0
    return min(length, 600) / 20 + marks


def _own_text(element: HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCKS or child.tag == "br":
            pieces.append("" if child.tag == "a" or child.tag == "span" else child.text_content())
        pieces.append(child.tail or "")
    return "".join(pieces).strip()


def _link_share(element: HtmlElement) -> float:
    whole = _text_length(element)
    return min(0.95, sum(_text_length(link) for link in element.iter("a")) / whole) if whole else 0.95


def _headline(page: HtmlElement, found: Found, facts: dict[str, str]) -> str:
    if found.blocks and found.blocks[0].kind == "subhead" and found.first_rank == 1:
        return found.blocks.pop(0).text
    heads = [" ".join(h.text_content().split()) for h in page.iter("h1")]
    inside = {block.text for block in found.blocks if block.kind == "subhead"}
    named = facts["title"] or facts["page"]
    for head in heads:
        if (
            1 < len(head) < 80
            and head not in inside
            and (not named or head in named or named in head or len(heads) == 1)
        ):
            return head
    if facts["title"]:
        return _SITE.sub("", facts["title"])
    if found.blocks and found.blocks[0].kind == "subhead" and found.blocks[0].text in facts["page"]:
        return found.blocks.pop(0).text
    words = facts["page"][:_LONGEST_TITLE]
    while (shorter := _SITE.sub("", words)) != words and len(shorter) > 3:
        words = shorter
    return words


# --- the text of the article


@dataclass(slots=True)
class Found:
    """The blocks of an element in order, its pictures' captions, and the rank of its first heading."""

    blocks: list[Block] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    first_rank: int = 0


def read_blocks(root: HtmlElement) -> Found:
    """Return the paragraphs and headings of an element."""
    found = Found()
    for tag, text in _lines(root):
        if tag in _HEADINGS:
            found.first_rank = found.first_rank or int(tag[1])
            found.blocks.append(Block("subhead", text))
        elif tag in ("figcaption", "caption"):
            found.captions.append(text)
        else:
            found.blocks.append(Block("body", text))
    return found


def _lines(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the tag and the text of each stretch that stands on lines of its own."""
    pieces: list[str] = []
    tags = ["p"]

    def flush() -> Iterator[tuple[str, str]]:
        text = _joined("".join(pieces))
        pieces.clear()
        if text:
            yield (
                next((tag for tag in reversed(tags) if tag in (*_HEADINGS, "figcaption", "caption")), "p"),
                text,
            )

    for event, element in _walk(root):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            if tag in ("td", "th"):
                pieces.append("｜" if event == "end" and element.getnext() is not None else "")
            else:
                yield from flush()
        if event == "start":
            tags.append(tag)
            pieces.append(element.text or "")
        else:
            tags.pop()
            pieces.append((element.tail or "") if element is not root else "")
    yield from flush()


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml import etree

    yield from etree.iterwalk(root, events=("start", "end"))


def _joined(text: str) -> str:
    """Close up white space; where a line was broken between hanzi, no blank is left."""
    pieces = _BLANKS.split(text.strip())
    whole = pieces[:1]
    for blank, word in zip(pieces[1::2], pieces[2::2], strict=True):
        is_broken = "\n" in blank and is_han(whole[-1][-1]) and is_han(word[0])
        whole += (word,) if is_broken else (" ", word)
    return "".join(whole)
