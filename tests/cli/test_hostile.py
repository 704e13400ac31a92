"""Hostile texts, titles and file names: every byte that the program writes to a terminal is looked at."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.articles.importing.spoiling import EPUB_PARTS, epub

ROOT = Path(__file__).resolve().parents[2]
#: Clipboard, position report, title, screen cleared, colours, a sixel, a picture, a link; C1 twins; bell, backspace, SI/SO.
ORDERS = (
    "\x1b]52;c;aGFja2Vk\x07", "\x1b[6n", "\x1b]2;hacked\x1b\\", "\x1b[2J", "\x1b[31337m", "\x1bP+q544e\x1b\\", "\x1b_Ghack\x1b\\",
    "\x1b]8;;http://hacked\x1b\\", "\x9b31337m", "\x9d52;c;aGFja2Vk\x9c", "\x07", "\x08\x08", "\x0e", "\x7f", "\x85",
)  # fmt: skip
TRICKS = "\u202ereversed\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff\u2028\u2029"
MARKUP = "[red]涨[/red][/nope][@click=app.quit]退出[/][link=http://hacked]连[/link] {x} %s \\[b]"
ILL = "".join(ORDERS) + TRICKS + MARKUP
#: None of these may come out, whatever the program draws by itself.
NEVER = re.compile(
    rb"\x1b\[31337m|\x1b\[6n|\x1b\]52|\x1b\]2;|\x1b\]8;|\x1bP\+q544e|\x1b_G|\x07|\x0e|\x7f|\xc2[\x80-\x9f]"
    rb"|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c|\xef\xbb\xbf"
)
#: What commands may write beside characters: colours, and the progress bar's way back to the line's start.
OWN = re.compile(rb"\x1b\[[0-9;]{0,20}m|\x1b\[\??[0-9]{0,3}[KhlJA]|\r|\n|\t")
POINTER = re.compile(rb"\x1b\]22;[a-z-]{1,20}\x07")
CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


def texts(folder: Path) -> list[Path]:
    """Hostile files of every kind, with hostile names and titles."""
    body = f"今天{ILL}有3200册图书，市民{TRICKS}都来看书。\n\n“好书{ILL}！”他说，“一年读了58本。”"
    html = "".join(f"&#{ord(c)};" for c in ILL)
    parts = {
        name: text.replace("渡口", f"渡口{html}").replace("第一章", f"第一章{html}")
        for name, text in EPUB_PARTS.items()
    }
    files = {
        f"文\x1b[31337m章\x07\u202e{'[red]'}a.txt": f"标题{ILL}一\n\n{body}\n\n（记者 周{ILL}一帆）\n",
        "标\x9b31337m题.md": f"---\ntitle: 题目{ILL}\ntags: [标签{ILL}]\nsource: 来源{ILL}\n---\n\n{body}\n",
        "网\n页\u2066.html": f"<html><title>网页{html}</title><body><h1>网页{html}</h1><p>今天{html}有3200册图书，市民都来看书。</p></body></html>",
        "字\x0e幕.srt": f"1\n00:00:01,000 --> 00:00:02,000\n我们{ILL}走吧。\nEnglish {ILL}\n\n",
        "书\x7f本.epub": epub(parts),
        "假\x1b]52;c;aGFja2Vk\x07.pdf": "%PDF-1.7",
    }
    for name, text in files.items():
        (folder / name).write_bytes(
            text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        )
    return [folder / name for name in files]


class Program:
    """Runs the program in a pseudo-terminal and gives every byte that it writes."""

    def __init__(self, home: Path) -> None:
        self._environ = {**os.environ, "DUBAO_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": ""}
        self._environ.pop("NO_COLOR", None)

    def written(self, *words: str, keys: bytes = b"", until: bytes = b"", limit: float = 60) -> bytes:
        """All that is written until the program ends, or, with ``until``, a moment after that was drawn."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words], cwd=ROOT, env=self._environ,
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        try:
            return self._read(ours, keys, until, time.monotonic() + limit)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()
            os.close(ours)

    @staticmethod
    def _read(ours: int, keys: bytes, until: bytes, end: float) -> bytes:
        seen = b""
        while time.monotonic() < end:
            # A second without a byte: all that the keys called for is drawn.
            if not select.select([ours], [], [], 1.0)[0]:
                if until and until in seen and not keys:
                    break
                continue
            try:
                data = os.read(ours, 65536)
            except OSError:
                break
            if not data:
                break
            seen += data
            if keys and (not until or until in seen):
                os.write(ours, keys[:1])
                keys = keys[1:]
        return seen


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, list[str], bytes, list[Path]]:
    """The program with all the hostile files imported, their slugs, and what importing wrote."""
    folder = tmp_path_factory.mktemp("hostile")
    files = texts(folder)
    program = Program(folder / "home")
    written = program.written("import", *map(str, files))
    listed = subprocess.run(
        [sys.executable, "-m", "reader", "list", "--own", "--json"], cwd=ROOT, capture_output=True, check=True,
        env={**os.environ, "DUBAO_HOME": str(folder / "home")},
    ).stdout  # fmt: skip
    return program, [row["slug"] for row in json.loads(listed)["articles"]], written, files


def assert_harmless(written: bytes) -> None:
    # The shape of the pointer is set by the screen's own library.
    written = POINTER.sub(b"", written)
    found = NEVER.search(written)
    assert not found, written[max(0, found.start() - 60) : found.end() + 60]


def assert_plain(written: bytes) -> None:
    """A command's output: nothing but characters, colours and line ends."""
    assert_harmless(written)
    rest = OWN.sub(b"", written)
    found = CONTROL.search(rest)
    assert not found, rest[max(0, found.start() - 60) : found.end() + 60]


def test_importing_names_and_titles_writes_no_order(hostile):
    _, slugs, written, _ = hostile
    assert len(slugs) == 5
    assert_plain(written)
    assert b"a PDF" in written


@pytest.mark.parametrize(
    "words",
    [
        ("list",), ("list", "--own", "--json"), ("list", "图书"), ("show", "{}"), ("show", "{}", "--pinyin"), ("show", "{}", "--json"),
        ("annotate", "{}"), ("annotate", "{}", "--json"), ("annotate", "{}", "--format", "html"), ("questions", "{}"),
        ("facts", "{}"), ("edit", "{}", "--json"), ("edit", "{}", "--note", ILL), ("edit", "{}", "--tag", ILL), ("words", "--sentences", "图书"),
        ("words", "--plan", "{}"), ("stats",), ("export", "content", "{}", "--to", "{folder}"), ("check", "{folder}"), ("delete", ILL), ("show", ILL),
        ("define", ILL), ("number", ILL), ("figures", "{file}"), ("annotate", "{file}"), ("questions", "{file}"), ("read", ILL),
        ("delete", "{}"), ("delete", "--undo"),
    ],
    ids=lambda words: " ".join(w if w is not ILL else "ILL" for w in words),
)  # fmt: skip
def test_no_command_writes_an_order(hostile, tmp_path, words):
    program, slugs, _, files = hostile
    for slug in slugs[:1] if "{}" not in words or "delete" in words else slugs:
        filled = [
            w.replace("\0", "") if w is ILL else w.format(slug, folder=tmp_path, file=files[0]) for w in words
        ]
        assert_plain(program.written(*filled))


WRONG = ILL.replace("\0", "")


@pytest.mark.parametrize(
    "words", [(WRONG,), ("list", f"--own={WRONG}"), ("stats", f"--{WRONG}"), ("stats", WRONG)]
)
def test_wrong_words_of_a_command_are_quoted_without_orders(hostile, words):
    written = hostile[0].written(*words)
    assert_plain(written)
    assert b": error: " in written


def test_markup_is_shown_as_it_stands(hostile):
    program, slugs, _, _ = hostile
    shown = b"".join(program.written("show", slug) for slug in slugs)
    assert "[red]涨[/red][/nope][@click=app.quit]退出".encode() in shown


def test_no_screen_writes_an_order(hostile):
    program, slugs, _, files = hostile
    shelf = program.written(keys=b"/reversed", until="题目".encode(), limit=30)
    assert "题目".encode() in shelf
    assert_harmless(shelf)
    for opened in (*slugs, str(files[0]), str(files[2])):
        written = program.written("read", opened, keys=b"jjnevp?", until=b"Help", limit=30)
        assert_harmless(written)
        assert b"Traceback" not in written
