"""The dictionary's index, built in a process of its own while this one loads what else it needs."""

from __future__ import annotations

import contextlib
import gc
import signal
import subprocess
import sys

from reader.chinese.dictionary.index import Progress
from reader.chinese.dictionary.opening import is_ready, open_dictionary
from reader.errors import DubaoError
from reader.paths import Paths

_BOOT = (
    "import sys; sys.path[:] = sys.argv[4:]; from reader.chinese.dictionary.building import build; build()"
)


class IndexBuild:
    """Begins at once, where there is no index yet. End it by :meth:`wait` or :meth:`stop`."""

    def __init__(self, paths: Paths) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        with contextlib.suppress(OSError, DubaoError):
            if not is_ready(paths):
                self._process = _start(paths)

    def wait(self, progress: Progress) -> None:
        """Wait for its end. A build that failed is told by who opens the dictionary then."""
        if self._process is None or self._process.stdout is None:
            return
        with self._process.stdout as told:
            for line in told:
                done, _, total = line.partition(b" ")
                progress(int(done), int(total))
        self._process.wait()

    def stop(self) -> None:
        """End it; what it left half-done counts for nothing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _start(paths: Paths) -> subprocess.Popen[bytes]:
    folders = (paths.config, paths.data, paths.cache)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _BOOT, *map(str, folders), *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )


def build() -> None:
    """Build the index and print how far it is; ends as soon as nobody reads that any more."""
    from pathlib import Path

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # a million small objects and no cycle: collecting would take a third of the time
    config, data, cache = map(Path, sys.argv[1:4])
    with contextlib.suppress(DubaoError, BrokenPipeError):
        open_dictionary(Paths(config, data, cache), lambda done, total: print(done, total, flush=True))
