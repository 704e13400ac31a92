"""Inputs that no importer was made for: random ones, and good ones spoilt in many ways."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from reader.articles.importing.texts import Found, read_texts
from reader.errors import TextError

PAGES = sorted((Path(__file__).resolve().parents[2] / "data" / "pages").glob("*.txt"))
KINDS = ("text.txt", "text.md", "text.html", "text.epub", "text.srt", "text.vtt", "text.ass", "", "text.bin")
#: What must never come out of an importer: a terminal would obey it.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
NASTY = (
    b"\0", b"\x1b[31m", b"\x1b]52;c;Zm9v\x07", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"&#27;[2J", b"&#x202e;",
    b"&#xD800;", b"&#1114112;", b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", b"<![CDATA[", b"-->",
    b"---\n", b"| a | b |\n|---|---|\n", b"```", b"[x](y", b"<", b">", b"</div>", b"<table>", b"<script>", b"{\\an8}",
    b"00:00:01,000 --> 99:99:99,999\n", b"-1:00:00,000 --> \n", b"\xe2\x80\xae", "【】（）()".encode(), "（记者".encode(),
    "第一章 ".encode(), "▲".encode(), "——".encode(), b"\n\n\n", b"\r", b"\t\t\t", b"{}\"'\\", "１２３４５".encode(), b"9" * 400,
    "一" * 400 and ("一" * 400).encode(), "𠮷".encode(), "e\u0301\u0301".encode(), b"\x81", b"\x82\x30\x81\x30", b"]]>", b"%%",
)  # fmt: skip

EPUB_PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
    "O/b.opf": '<package xmlns:dc="x"><metadata><dc:title>渡口</dc:title><dc:creator>甲</dc:creator><dc:date>2020-01-01</dc:date>'
    '</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="t.ncx" '
    'media-type="application/x-dtbncx+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    "O/t.ncx": "<ncx><navPoint><navLabel><text>第一章</text></navLabel><content src='a.xhtml'/></navPoint></ncx>",
    "O/a.xhtml": "<html><body><h1>第一章</h1><p>天刚亮，船到了渡口。</p><p>“谁呀？”他问。</p></body></html>",
}


def epub(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of an archive with these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def good(kind: str, rng: random.Random) -> bytes:
    """A text as it should be, of the kind that a name tells."""
    text = rng.choice(PAGES).read_text(encoding="utf-8")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if kind.endswith(".md"):
        return f"---\ntitle: 早报\ntags: [a, b]\n---\n# {paragraphs[0]}\n\n{text}\n\n1. 一\n2. 二\n\n> 引文\n".encode()
    if kind.endswith(".html"):
        body = "".join(f"<p>{line}</p>" for line in paragraphs)
        return f"<html><head><title>早报</title></head><body><div class=nav><a href=/>首页</a></div>{body}</body></html>".encode()
    if kind.endswith(".epub"):
        return epub(EPUB_PARTS)
    if kind.endswith((".srt", ".vtt", ".ass")):
        return _subtitles(kind, paragraphs)
    codec = rng.choice(("utf-8", "utf-8", "gb18030", "big5", "utf-16"))
    return text.encode(codec, "ignore")


def _subtitles(kind: str, lines: list[str]) -> bytes:
    if kind.endswith(".ass"):
        head = "[Script Info]\nScriptType: v4.00+\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        return (
            head
            + "".join(
                f"Dialogue: 0,0:00:{i:02}.00,0:00:{i + 1:02}.00,D,,0,0,0,,{x}\n"
                for i, x in enumerate(lines[:50])
            )
        ).encode()
    head, mark = ("WEBVTT\n\n", ".") if kind.endswith(".vtt") else ("", ",")
    cues = (
        f"{i}\n00:00:{i:02}{mark}000 --> 00:00:{i + 1:02}{mark}000\n{x}\n\n" for i, x in enumerate(lines[:50])
    )
    return (head + "".join(cues)).encode()


def spoilt(kind: str, rng: random.Random) -> bytes:
    """A random or a mutated input."""
    draw = rng.random()
    if draw < 0.08:
        return rng.randbytes(rng.randrange(400))
    if draw < 0.16:
        return b"".join(rng.choice(NASTY) for _ in range(rng.randrange(30)))
    data = good(kind, rng)
    if kind.endswith(".epub") and draw < 0.7:
        # The archive stays whole; what is in it is spoilt.
        parts: dict[str, str | bytes] = dict(EPUB_PARTS)
        name = rng.choice([*parts])
        parts[name] = _mutated(EPUB_PARTS[name].encode(), rng)
        return epub(parts)
    return _mutated(data, rng)


def _mutated(data: bytes, rng: random.Random) -> bytes:
    changes: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        _flip,
        _cut,
        _double,
        _put,
        _put,
        _swap,
        _end,
    )
    for _ in range(rng.choice((1, 1, 2, 4, 12, 40))):
        data = rng.choice(changes)(data, rng)
    return data[:200_000]


def _place(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def _flip(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at + rng.choice((1, 2, 3, 40, 400)) :]


def _double(data: bytes, rng: random.Random) -> bytes:
    at, length = _place(data, rng), rng.choice((1, 8, 80, 800))
    return data[:at] + data[at : at + length] * rng.choice((2, 2, 5)) + data[at:]


def _put(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(NASTY) + data[at:]


def _swap(data: bytes, rng: random.Random) -> bytes:
    a, b = sorted((_place(data, rng), _place(data, rng)))
    return data[b:] + data[a:b] + data[:a]


def _end(data: bytes, rng: random.Random) -> bytes:
    return data[: _place(data, rng)]


def outcome(data: bytes, kind: str) -> Found | str:
    """What comes of the input: texts, or the sentence that refuses it. Anything else raises."""
    refused = ""
    try:
        found = read_texts(data, kind)
    except TextError as error:
        refused = str(error)
    if refused:
        assert not UNSAFE.search(refused), refused
        assert refused.endswith((".", "?", ")")), refused
        return refused
    for draft in found.drafts:
        said = (
            draft.title,
            draft.headline,
            draft.kicker,
            draft.dateline,
            draft.byline,
            draft.source,
            draft.date,
        )
        english = [block.english for chapter in draft.chapters for block in chapter.blocks]
        for text in (*said, *draft.tags, *draft.captions, *draft.subheads, *draft.paragraphs, *english):
            assert not UNSAFE.search(text), repr(text)
            assert "\n" not in text, repr(text)
    return found
