"""The program in a pseudo-terminal, and every byte that it writes to it."""

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
from pathlib import Path
from typing import IO

LIMIT = 60  # seconds; only what hangs takes so long


class Terminal:
    """The program in a pseudo-terminal of 80 columns and 24 rows, and all that it wrote."""

    def __init__(self, home: Path, *words: str, stderr: IO[bytes] | None = None, **environ: str) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.settings = termios.tcgetattr(theirs)
        environ = {**os.environ, "DUBAO_HOME": str(home), "TERM": "xterm-256color", **environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=theirs, stdout=theirs, stderr=stderr or theirs, env=environ, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        self._ours, self._theirs, self._is_open = ours, theirs, True
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

    def wait_for(self, words: str, since: int = 0) -> None:
        """Wait until the words were written, behind the first ``since`` bytes."""
        with self._more:
            was_seen = self._more.wait_for(lambda: words.encode() in self.written[since:], LIMIT)
            assert was_seen, (words, self.written[-2000:])

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size, and tell the program as a terminal does."""
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.signal(signal.SIGWINCH)

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def end(self) -> int:
        return self._process.wait(LIMIT)

    def is_as_before(self) -> bool:
        return termios.tcgetattr(self._theirs) == self.settings

    def hang_up(self) -> None:
        """Go away, as a terminal's window does that is closed."""
        os.close(self._theirs)
        os.close(self._ours)
        self._is_open = False

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
        if self._is_open:
            os.close(self._theirs)
            os.close(self._ours)
