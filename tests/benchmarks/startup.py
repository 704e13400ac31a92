"""Print how long dubao takes to its first paint, and to its first article, in multiples of a hello-world's.

Run ``python tests/benchmarks/startup.py [ROUNDS]``. Each round starts the programs anew in a
pseudo-terminal, in turn, and times them from the start of the process to the first drawn frame. The first
article is timed from Enter in the library, in a home where nothing was ever prepared, to its first pinyin.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("PAINTED")
Hello().run()
"""
DUBAO = "import sys; from reader.cli import main; sys.exit(main([]))"
LIMIT = 20.0  # seconds


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._seen = b""

    def wait_for(self, mark: str) -> float:
        """Return the time when ``mark`` was drawn."""
        end = time.perf_counter() + LIMIT
        while time.perf_counter() < end:
            if select.select([self._file], [], [], 0.05)[0]:
                self._seen += os.read(self._file, 65536)
                if mark.encode() in self._seen:
                    return time.perf_counter()
        raise SystemExit(f"{mark!r} was not drawn within {LIMIT:.0f} seconds.")

    def press(self, key: str) -> float:
        """Press a key; return the time."""
        os.write(self._file, key.encode())
        return time.perf_counter()


@contextmanager
def running(code: str, home: str) -> Iterator[Terminal]:
    """Run ``code`` in a fresh interpreter."""
    pid, file = pty.fork()
    if pid == 0:
        os.environ.update(DUBAO_HOME=home, TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execv(sys.executable, [sys.executable, "-c", code])
    try:
        yield Terminal(file)
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(file)


def seconds_to_paint(code: str, mark: str, home: str) -> float:
    """Return the seconds from the start of a program until ``mark`` is drawn."""
    started = time.perf_counter()
    with running(code, home) as terminal:
        return terminal.wait_for(mark) - started


def seconds_to_article(home: str) -> float:
    """Return the seconds from Enter in the library until pinyin is drawn."""
    with running(DUBAO, home) as terminal:
        terminal.wait_for("字")
        return -terminal.press("\r") + terminal.wait_for("shì")


def main() -> None:
    """Time the programs in turn and print the ratios of the medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    hello, dubao, fresh, again = [], [], [], []
    with tempfile.TemporaryDirectory(dir=Path.home()) as kept:
        for _ in range(rounds):
            hello.append(seconds_to_paint(HELLO, "PAINTED", kept))
            dubao.append(seconds_to_paint(DUBAO, "dubao", kept))
            with tempfile.TemporaryDirectory(dir=Path.home(), ignore_cleanup_errors=True) as home:
                fresh.append(seconds_to_article(home))
                again.append(seconds_to_article(home))
    base = statistics.median(hello)
    print(f"hello-world {base * 1000:.0f} ms; in multiples of it:")
    for name, times, aim in (
        ("first paint", dubao, "1.5"),
        ("first article on a fresh install", fresh, "14, which is 2 seconds of 145 ms"),
        ("the same article again", again, ""),
    ):
        said = f" (aim: {aim})" if aim else ""
        print(f"  {name} {statistics.median(times) / base:.2f}{said}")


if __name__ == "__main__":
    main()
