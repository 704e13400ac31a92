"""Books, web pages, Markdown, subtitles and encodings: what is read, and what no file may do."""

from __future__ import annotations

import contextlib
import socket
import zipfile

import pytest

from reader.articles.importing import epub as epubs
from reader.articles.importing.texts import read_texts
from reader.errors import TextError
from tests.articles.importing.spoiling import EPUB_PARTS, epub

SECRET = "机密的内容不可以读出来"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, "utf-8")
    return path


def read(data: bytes | str, name: str):
    return read_texts(data.encode() if isinstance(data, str) else data, name).drafts


def book(**pages: str) -> bytes:
    """An EPUB whose spine holds these pages in order."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    parts: dict[str, str | bytes] = {
        **EPUB_PARTS,
        "O/b.opf": (
            '<package xmlns:dc="x"><metadata><dc:title>山里</dc:title></metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
        ),
    }
    return epub(
        parts | {f"O/{name}.xhtml": f"<html><body>{text}</body></html>" for name, text in pages.items()}
    )


# --- EPUB


def test_an_epub_is_read_in_the_order_of_its_spine_with_its_headings():
    (draft,) = read(
        book(b="<h1>第二章 雪</h1><p>下雪了。</p>", a="<h1>第三章 山</h1><p>上山了。</p>"), "a.epub"
    )
    assert [chapter.title for chapter in draft.chapters] == ["第二章 雪", "第三章 山"]
    assert draft.paragraphs == ("下雪了。", "上山了。")
    assert draft.headline == "山里"


@pytest.mark.parametrize(
    "href", ["../../../../{}", "{}", "file://{}", "http://example.com/a.xhtml", "a%2f..%2f..{}"]
)
def test_no_name_in_an_epub_leads_out_of_it(href, secret):
    data = epub({**EPUB_PARTS, "O/b.opf": EPUB_PARTS["O/b.opf"].replace("a.xhtml", href.format(secret))})
    try:
        drafts = read(data, "a.epub")
    except TextError:
        return
    assert SECRET not in "".join(text for draft in drafts for text in draft.paragraphs)


@pytest.mark.parametrize("name", ["META-INF/container.xml", "O/b.opf", "O/t.ncx", "O/a.xhtml"])
def test_no_entity_reads_a_file_or_grows(name, secret):
    bomb = '<!DOCTYPE x [<!ENTITY a "山山山山山山山山山山"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    bomb += "".join(
        f'<!ENTITY {c} "{f"&{chr(ord(c) - 1)};" * 10}">' for c in "cdefghij"
    )  # ten to the tenth characters, if it were let
    bomb += f'<!ENTITY f0 SYSTEM "file://{secret}"><!ENTITY f1 SYSTEM "http://example.com/">]>'
    text = EPUB_PARTS[name]
    start = text.index(">") if name != "O/a.xhtml" else text.index("<p>") + 2
    data = epub({**EPUB_PARTS, name: f"{bomb}{text[: start + 1]}&f0;&f1;&j;{text[start + 1 :]}"})
    try:
        drafts = read(data, "a.epub")
    except TextError:
        return
    said = "".join(draft.headline + "".join(draft.paragraphs) for draft in drafts)
    assert SECRET not in said
    assert len(said) < 10_000


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(epubs, "MOST_ENTRY", 1_000_000)
    page = "<html><body><p>" + "山" * 2_000_000 + "</p></body></html>"
    data = epub({**EPUB_PARTS, "O/a.xhtml": page})
    assert len(data) < 100_000
    with pytest.raises(TextError, match="unpacks to more than"):
        read(data, "a.epub")


def test_many_pages_that_are_too_much_together_are_refused(monkeypatch):
    monkeypatch.setattr(epubs, "MOST_UNPACKED", 500_000)
    monkeypatch.setattr(
        epubs.Archive, "__init__", lambda self, archive, left=500_000: _archive(self, archive, left)
    )
    pages = {f"p{number}": f"<p>{'山' * 60_000}</p>" for number in range(5)}
    with pytest.raises(TextError, match="unpacks to more than"):
        read(book(**pages), "a.epub")


def _archive(archive, opened, left):
    archive.archive, archive.left, archive.names = opened, left, {}
    archive.__post_init__()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        epub(EPUB_PARTS)[:-30],
        epub(EPUB_PARTS)[:200],
        epub({"mimetype": "application/epub+zip"}),
    ],
)
def test_a_broken_archive_is_a_sentence(data):
    with pytest.raises(TextError, match=r"^a\.epub: .+\.$"):
        read(data, "a.epub")


def test_a_locked_book_says_so():
    locked = (
        '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'
    )
    with pytest.raises(TextError, match="locked"):
        read(epub({**EPUB_PARTS, "META-INF/encryption.xml": locked}), "a.epub")


def test_an_archive_in_an_archive_is_not_unpacked():
    data = epub({**EPUB_PARTS, "O/a.xhtml": epub(EPUB_PARTS)}, zipfile.ZIP_STORED)
    with pytest.raises(TextError):
        read(data, "a.epub")


# --- web pages

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>新图书馆开门 - 滨海网</title>
<link rel="stylesheet" href="http://example.com/a.css"><script src="http://example.com/a.js">alert('不要')</script></head>
<body><div class="nav"><a href="/">首页</a><a href="/news">新闻中心</a></div>
<div class="article"><h1>新图书馆开门</h1><p>昨天，新图书馆开门了，<ruby>馆<rt>guǎn</rt></ruby>里有书12万册。</p>
<img src="http://example.com/a.png"><p>市民很高兴。</p></div>
<div class="related"><p>相关阅读：公园明年扩建，面积将达到三百亩。</p></div><div class="footer">版权所有 滨海网</div>
<iframe src="file:///etc/passwd"></iframe></body></html>"""


def test_the_article_is_taken_out_of_a_web_page_and_nothing_is_fetched():
    (draft,) = read(PAGE, "a.html")
    assert draft.headline == "新图书馆开门"
    assert draft.paragraphs == ("昨天，新图书馆开门了，馆里有书12万册。", "市民很高兴。")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_a_web_page_is_read_in_the_encoding_that_it_declares(codec):
    (draft,) = read(PAGE.replace("utf-8", codec).encode(codec), "a.html")
    assert draft.headline == "新图书馆开门"


def test_no_entity_of_a_web_page_reads_a_file(secret):
    page = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{secret}">]>{PAGE}'.replace("市民", "&e;市民")
    assert SECRET not in "".join(read(page, "a.html")[0].paragraphs)


def test_a_page_nested_a_hundred_thousand_deep_is_read_or_refused_in_a_sentence():
    with contextlib.suppress(TextError):
        read("<html><body>" + "<div>" * 100_000 + "山上下雪。" + "</div>" * 100_000, "a.html")


# --- Markdown and subtitles


@pytest.mark.parametrize("text", ["# 渡口的灯", "渡口的灯\n======", "---\ntitle: 渡口\n---\n\n# 渡口的灯\n"])
def test_a_markdown_text_of_headings_alone_is_a_text(text):
    (draft,) = read_texts(text.encode(), "a.md").drafts
    assert draft.paragraphs == ("渡口的灯",)


def test_markdown_headings_are_headline_and_subheads_and_code_is_left_out():
    text = "---\ntitle: 早报\ntags: [城市, 新闻]\n---\n\n今天有**雪**。\n\n## 路上\n\n路很滑，[请慢走](http://example.com)。\n\n```\n代码\n```\n"
    (draft,) = read(text, "a.md")
    assert (draft.headline, draft.subheads, draft.tags) == ("早报", ("路上",), ("城市", "新闻"))
    assert draft.paragraphs == ("今天有雪。", "路很滑，请慢走。")


def test_subtitles_are_joined_to_sentences_with_their_english():
    text = "1\n00:00:01,000 --> 00:00:02,000\n我们明天\nTomorrow we\n\n2\n00:00:02,000 --> 00:00:04,000\n去山上。\ngo up the hill.\n"
    (draft,) = read(text, "a.srt")
    assert draft.paragraphs == ("我们明天去山上。",)
    assert draft.chapters[0].blocks[0].english == "Tomorrow we go up the hill."


# --- encodings

PROSE = "昨天，新圖書館開門了，市民很高興。" * 3


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"]
)
def test_encodings_are_guessed_and_told(codec):
    found = read_texts(f"圖書館\n\n{PROSE}".encode(codec), "a.txt")
    assert found.drafts[0].paragraphs == (PROSE,)
    assert found.encoding


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"\0" * 5000, bytes(range(256)) * 50, b"%PDF-1.7", b"\x89PNG\r\n"]
)
def test_what_is_no_chinese_text_is_a_sentence(data):
    with pytest.raises(TextError, match=r"^a\.txt: .+\.$"):
        read(data, "a.txt")


def test_two_people_who_speak_in_one_cue_say_a_paragraph_each():
    cues = "1\n00:00:01,000 --> 00:00:03,000\n- 真的？\n- 真的，下个月\n就开工。\n- Really?\n- Yes, next month.\n\n"
    (draft,) = read_texts(cues.encode(), "a.srt").drafts
    assert draft.paragraphs == ("真的？", "真的，下个月就开工。")
    assert [block.english for block in draft.chapters[0].blocks] == ["Really?", "Yes, next month."]


def test_the_reporter_named_behind_a_web_pages_dateline_is_its_byline():
    html = "<html><body><article><h1>共享厨房</h1><p>本报讯（记者 田野）昨天，菜场二楼的厨房开火了，市民都能来做饭。</p><p>三天里来了210人，都说好。</p></article></body></html>"
    (draft,) = read_texts(html.encode(), "a.html").drafts
    assert (draft.dateline, draft.byline) == ("本报讯", "记者 田野")
    assert draft.paragraphs[0].startswith("昨天，")


def test_a_title_page_is_no_chapter_and_marks_of_notes_no_part_of_a_sentence():
    title = "<html><body><h1>渡口</h1><p>无名 著</p></body></html>"
    text = '<html><body><h1>第一章 雾</h1><p>船上坐了18个人<a href="#n1">[1]</a>，天亮了<sup>2</sup>。</p><p><a href="#r1">[1]</a> 船的定员是20人。</p></body></html>'
    more = "<html><body><h1>第二章 桥</h1><p>桥长420米。</p></body></html>"
    items = "".join(f'<item id="{i}" href="{i}.xhtml" media-type="application/xhtml+xml"/>' for i in "tab")
    spine = "".join(f'<itemref idref="{i}"/>' for i in "tab")
    package = f'<package xmlns:dc="x"><metadata><dc:title>渡口</dc:title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    parts = {name: EPUB_PARTS[name] for name in ("mimetype", "META-INF/container.xml")}
    parts |= {"O/b.opf": package, "O/t.xhtml": title, "O/a.xhtml": text, "O/b.xhtml": more}
    (draft,) = read_texts(epub(parts), "a.epub").drafts
    first = draft.chapters[0]
    assert first.title == "第一章 雾"
    assert [block.text for block in first.blocks] == ["船上坐了18个人，天亮了。", "船的定员是20人。"]
