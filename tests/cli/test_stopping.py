"""Ctrl-C and the end of a terminal: a sentence, the exit status 130, the terminal as it was."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

SLUG = "poli-satellite-town"
CTRL_C = b"\x03"


class Terminal:
    """The program in a pseudo-terminal of 80 columns and 24 rows, and all that it wrote."""

    def __init__(self, home: Path, *words: str) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.settings = termios.tcgetattr(theirs)
        environ = {**os.environ, "DUBAO_HOME": str(home), "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=theirs, stdout=theirs, stderr=theirs, env=environ, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        self._ours, self._theirs = ours, theirs
        self._more = threading.Condition()
        self.written = b""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while data := self._next():
            with self._more:
                self.written += data
                self._more.notify_all()

    def _next(self) -> bytes:
        try:
            return os.read(self._ours, 65536)
        except OSError:
            return b""

    def wait_for(self, words: str) -> None:
        with self._more:
            assert self._more.wait_for(lambda: words.encode() in self.written, 60), self.written[-2000:]

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def end(self) -> int:
        return self._process.wait(60)

    def is_as_before(self) -> bool:
        return termios.tcgetattr(self._theirs) == self.settings

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
        os.close(self._theirs)
        os.close(self._ours)


@pytest.fixture
def terminal(home: Path) -> Iterator:
    started: list[Terminal] = []

    def start(*words: str) -> Terminal:
        started.append(Terminal(home, *words))
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_ctrl_c_in_the_library_gives_the_terminal_back(terminal) -> None:
    screen = terminal()
    screen.wait_for("泊里镇")
    screen.type(CTRL_C)
    assert screen.end() == 130
    screen.wait_for("Stopped. What you read and answered is kept.")
    assert screen.is_as_before()
    assert b"\x1b[?1049l" in screen.written  # the alternate screen is left,
    assert b"\x1b[?25h" in screen.written  # the cursor is back
    assert b"Traceback" not in screen.written


def test_ctrl_c_while_an_article_is_prepared(terminal) -> None:
    screen = terminal("read", SLUG)
    screen.wait_for("Preparing words")
    screen.type(CTRL_C)
    assert screen.end() == 130
    assert screen.is_as_before()
    assert b"Traceback" not in screen.written


def test_ctrl_c_in_a_plain_quiz_keeps_what_was_answered(terminal, dubao) -> None:
    quiz = terminal("quiz", SLUG, "--plain", "--seed", "4")
    quiz.wait_for("Question 1")
    quiz.type(b"1\r")
    quiz.wait_for("Question 2")
    quiz.type(CTRL_C)
    assert quiz.end() == 130
    quiz.wait_for("Everything answered is kept.")
    assert b"Traceback" not in quiz.written
    assert '"answers": 1' in dubao("stats", "--json").stdout
