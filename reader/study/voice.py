"""A voice that reads Chinese aloud, where the machine has one: say, spd-say or espeak-ng."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.errors import DubaoError
from reader.text import is_han

#: Seconds after which a voice that doesn't come to its end is stopped.
LONGEST = 30.0
_ASKING = 5.0
Which = Callable[[str], str | None]


class VoiceError(DubaoError):
    """The voice can't be heard."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks; ``command`` is how it is run, without the words to be spoken."""

    name: str
    command: tuple[str, ...]

    def say(self, text: str) -> None:
        """Speak the Chinese characters of ``text``; returns when they are spoken.

        Raises:
            VoiceError: the program can't be run, or there is nothing to hear it by.
        """
        # Only characters are passed on: nothing in a text can be taken for an option or a command.
        words = "".join(filter(is_han, text))
        try:
            done = _run([*self.command, words], LONGEST)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise VoiceError(f"{self.name} can't be run ({error}). The voice is off.") from error
        # espeak-ng exits with 0 also where there is no sound card, but says so.
        complaint = next((line for line in done.stderr.splitlines() if line.lower().startswith("error")), "")
        if done.returncode or complaint:
            what = complaint or f"exit status {done.returncode}"
            raise VoiceError(f"{self.name} can't speak here ({what}). The voice is off.")


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
        return _run(command, _ASKING).stdout.splitlines()
    except (OSError, subprocess.TimeoutExpired):
        return []


def _run(command: Sequence[str], seconds: float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(command), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace",
        timeout=seconds, check=False,
    )  # fmt: skip
