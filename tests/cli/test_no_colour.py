"""NO_COLOR: no colour reaches the terminal, neither from the screens nor from the commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

SLUG = "poli-satellite-town"
ORDER = re.compile(rb"\x1b\[([0-9;:]*)m")
#: Off, bold, dim, italic, underline, reverse, and each of them off again; the terminal's own two colours.
PLAIN = {0, 1, 2, 3, 4, 7, 22, 23, 24, 27, 39, 49}
#: What is gone through: name -> command, then keys and what is written when they are done.
WALKS: dict[str, tuple[tuple[str, ...], list[tuple[bytes, str]]]] = {
    "library": (
        (),
        [(b"", "泊里镇"), (b"j", "Opening"), (b"s", "Settings"), (b"s", "Menu"), (b"/", "of a title")],
    ),
    "article": (
        ("read", SLUG, "--version", "3"),
        [(b"", "zhèn"), (b"\r", "HSK"), (b"l", "l"), (b"e", "town"), (b"\t", "\x1b"), (b"r", "Mend")],
    ),
    "menu": (("read", SLUG), [(b"", "zhèn"), (b"\x10", "Quit")]),
    "help": (("read", SLUG), [(b"", "zhèn"), (b"?", "Read with")]),
    "quiz": (("quiz", SLUG, "--kind", "recall"), [(b"", "300 billion"), (b"1\r", "Answer"), (b"\r", "2/")]),
    "words": ((), [(b"", "泊里镇"), (b"w", "Words"), (b"/", "\x1b")]),
    "progress": ((), [(b"", "泊里镇"), (b"p", "Progress")]),
    "review": ((), [(b"", "泊里镇"), (b"r", "eview")]),
    "import": ((), [(b"", "泊里镇"), (b"i", "Import")]),
}


def colours(written: bytes) -> set[bytes]:
    """The orders among what was written that set a colour."""
    return {
        order[0]
        for order in ORDER.finditer(written)
        if not {int(number or 0) for number in re.split(rb"[;:]", order[1])} <= PLAIN
    }


def test_colours_are_told_from_other_looks():
    assert colours(b"\x1b[1;38;5;250ma\x1b[0m\x1b[39;49m\x1b[m") == {b"\x1b[1;38;5;250m"}
    assert colours(b"\x1b[97;40m\x1b[7m") == {b"\x1b[97;40m"}


@pytest.fixture(scope="module")
def one_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home for all the walks, so that the words of the articles are prepared once."""
    return tmp_path_factory.mktemp("walks") / "home"


@pytest.mark.parametrize("name", WALKS)
def test_no_colour_reaches_the_terminal(one_home, name):
    words, steps = WALKS[name]
    screen = Terminal(one_home, *words, NO_COLOR="1", COLORTERM="truecolor")
    try:
        for keys, until in steps:
            start = len(screen.written)
            screen.type(keys)
            screen.wait_for(until, start if keys else 0)
        screen.type(b"\x03")
        screen.end()
    finally:
        screen.close()
    assert not colours(screen.written)
    # What is chosen is seen all the same.
    assert re.search(rb"\x1b\[[0-9;]*\b7\b[0-9;]*m", screen.written)


def test_an_empty_no_colour_asks_for_nothing(terminal):
    screen = terminal(NO_COLOR="")
    screen.wait_for("泊里镇")
    assert colours(screen.written)


@pytest.mark.parametrize(
    "words",
    [
        ("list",), ("show", SLUG, "--pinyin", "--english"), ("define", "学习"), ("number", "3000亿"), ("figures", "-"),
        ("annotate", SLUG), ("questions", SLUG), ("check",), ("stats",), ("words",), ("--help",), ("show", "poli-satelite-town"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_writes_colours_where_none_are_wanted(terminal, dubao, words):
    command = terminal(*words, NO_COLOR="1", COLORTERM="truecolor", FORCE_COLOR="")
    command.type(b"3000\xe4\xba\xbf\r\x04")
    command.end()
    assert command.written
    assert not colours(command.written)
    piped = dubao(*words, stdin="3000亿")
    assert "\x1b" not in piped.stdout + piped.stderr
