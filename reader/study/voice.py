"""A voice that reads Chinese aloud, where the machine has one: say, spd-say or espeak-ng."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence

from reader.errors import DubaoError
from reader.text import is_han

#: Seconds after which a voice that doesn't come to its end is stopped.
LONGEST = 30.0
_ASKING = 5.0
Which = Callable[[str], str | None]


class VoiceError(DubaoError):
    """The voice can't be heard."""


class Voice:
    """A program that speaks; ``command`` is how it is run, without the words to be spoken."""

    def __init__(self, name: str, command: tuple[str, ...]) -> None:
        self.name = name
        self.command = command
        self._lock = threading.Lock()
        self._running: subprocess.Popen[str] | None = None

    def say(self, text: str) -> None:
        """Speak the Chinese characters of ``text``; returns when they are spoken, or :meth:`stop` ended it.

        Raises:
            VoiceError: the program can't be run, or there is nothing to hear it by.
        """
        # Only characters are passed on: nothing in a text can be taken for an option or a command.
        words = "".join(filter(is_han, text))
        self.stop()
        try:
            # Under the lock, so that whoever says stop while it starts is heard.
            with self._lock:
                running = self._running = _start([*self.command, words])
            _, said = running.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired as error:
            self.stop()
            raise VoiceError(f"{self.name} doesn't come to an end. The voice is off.") from error
        except OSError as error:
            raise VoiceError(f"{self.name} can't be run ({error.strerror}). The voice is off.") from error
        if self._was_stopped(running):
            return
        # espeak-ng exits with 0 also where there is no sound card, but says so.
        complaint = next((line for line in said.splitlines() if line.lower().startswith("error")), "")
        if running.returncode or complaint:
            what = complaint or f"exit status {running.returncode}"
            raise VoiceError(f"{self.name} can't speak here ({what}). The voice is off.")

    def stop(self) -> None:
        """Fall silent at once; nothing where nothing is being said."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None and running.poll() is None:
            running.terminate()

    def _was_stopped(self, running: subprocess.Popen[str]) -> bool:
        with self._lock:
            return self._running is not running


def find_voice(which: Which = shutil.which) -> Voice | None:
    """Return the first voice of this machine that speaks Chinese, None where there is none."""
    for name, find in _FINDERS.items():
        if path := which(name):
            voice = find(path)
            if voice is not None:
                return voice
    return None


def _say(path: str) -> Voice | None:
    # Lines like "Tingting   zh_CN   # 您好": names may have blanks, and come before the language.
    for line in _listed([path, "-v", "?"]):
        name, found, _ = line.partition("zh_CN")
        if found and name.strip():
            return Voice("say", (path, "-v", name.strip()))
    return None


def _spd_say(path: str) -> Voice | None:
    return Voice("spd-say", (path, "--wait", "--language", "zh"))


def _espeak(path: str) -> Voice | None:
    known = any("cmn" in line.split() for line in _listed([path, "--voices=cmn"]))
    return Voice("espeak-ng", (path, "-v", "cmn", "-s", "140")) if known else None


_FINDERS: dict[str, Callable[[str], Voice | None]] = {
    "say": _say,
    "spd-say": _spd_say,
    "espeak-ng": _espeak,
}


def _listed(command: Sequence[str]) -> list[str]:
    try:
        asked = _start(command)
    except OSError:
        return []
    try:
        return asked.communicate(timeout=_ASKING)[0].splitlines()
    except subprocess.TimeoutExpired:
        asked.kill()
        asked.communicate()
        return []


def _start(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
