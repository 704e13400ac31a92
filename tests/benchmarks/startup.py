"""Print how long dubao takes to its first paint, as a multiple of a Textual hello-world's.

Run ``python tests/benchmarks/startup.py [ROUNDS]``. Each round starts both programs anew in a
pseudo-terminal, in turn, and times them from the start of the process to the first drawn frame.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import sys
import tempfile
import time
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


def seconds_to_paint(code: str, mark: bytes, environ: dict[str, str]) -> float:
    """Run ``code`` in a fresh interpreter and return the seconds until ``mark`` is drawn."""
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(environ)
        os.execv(sys.executable, [sys.executable, "-c", code])
    seen = b""
    try:
        while time.perf_counter() - started < LIMIT:
            if select.select([terminal], [], [], 0.05)[0]:
                seen += os.read(terminal, 65536)
                if mark in seen:
                    return time.perf_counter() - started
        raise SystemExit(f"{mark!r} was not drawn within {LIMIT:.0f} seconds.")
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def main() -> None:
    """Time both programs in turn and print the ratio of the medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory(dir=Path.home()) as home:
        environ = {"DUBAO_HOME": home, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        hello, dubao = [], []
        for _ in range(rounds):
            hello.append(seconds_to_paint(HELLO, b"PAINTED", environ))
            dubao.append(seconds_to_paint(DUBAO, b"dubao", environ))
    base, ours = statistics.median(hello), statistics.median(dubao)
    print(f"hello-world {base * 1000:.0f} ms, dubao {ours * 1000:.0f} ms, ratio {ours / base:.2f} (aim: 1.5)")


if __name__ == "__main__":
    main()
