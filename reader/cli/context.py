"""What every command may use: the folders, the settings, the desk, and the two streams."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any

from reader.config import Settings, read_settings
from reader.errors import TextError, UsageError
from reader.paths import Paths, find_paths
from reader.text import clean_text

if TYPE_CHECKING:
    from rich.console import Console

    from reader.study import Study


#: Seconds to wait for another dubao that is just keeping something.
PATIENCE = 2.0


class Context:
    """Made once for each run. Everything in it is made when first used, and closed at the end."""

    @cached_property
    def paths(self) -> Paths:
        """The program's folders."""
        return find_paths()

    @cached_property
    def settings(self) -> Settings:
        """The reader's settings."""
        return read_settings(self.paths.settings_file)

    @cached_property
    def study(self) -> Study:
        """The desk, with progress opened for writing."""
        from reader.study import Study

        return Study(self.paths, self.settings, patience=PATIENCE)

    @cached_property
    def console(self) -> Console:
        """Standard output through Rich; text is printed as data, without markup or guessing at colours."""
        from rich.console import Console

        return Console(markup=False, highlight=False, emoji=False, soft_wrap=False)

    def print(self, line: str = "") -> None:
        """Write one plain line to standard output at once."""
        print(line, flush=True)

    def warn(self, sentence: str) -> None:
        """Write a sentence to standard error, cleaned: it may quote what was typed or found."""
        print(f"dubao: {clean_text(sentence)}", file=sys.stderr, flush=True)

    def tell_notices(self) -> None:
        """Write what the desk has to tell (damaged progress set aside, nothing kept); each once."""
        if "study" in self.__dict__:
            while self.study.notices:
                self.warn(self.study.notices.pop(0))

    def write(self, pieces: Iterable[str]) -> None:
        """Write a long text to standard output, a piece after the other, and end its line."""
        sys.stdout.writelines(pieces)
        self.print()

    def print_json(self, value: dict[str, Any]) -> None:
        """Write one JSON object, readable, in UTF-8 letters."""
        import json

        print(json.dumps(value, ensure_ascii=False, indent=1), flush=True)

    def read_text(self, name: str) -> str:
        """Return the UTF-8 text of a file, or of standard input for ``-``, as it is.

        Raises:
            UsageError: there is no such file, or it may not be read.
            TextError: it isn't UTF-8.
        """
        try:
            data = sys.stdin.buffer.read() if name == "-" else _read_file(name)
            return data.decode("utf-8-sig")
        except OSError as error:
            raise UsageError(f"{name} can't be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            said = "Standard input" if name == "-" else name
            raise TextError(
                f"{said} isn't UTF-8 text (byte {error.start + 1} doesn't fit). Save it as UTF-8."
            ) from error

    def __enter__(self) -> Context:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "study" in self.__dict__:
            self.study.close()
            self.tell_notices()


def _read_file(name: str) -> bytes:
    from pathlib import Path

    path = Path(name)
    if path.exists() and not path.is_file():
        raise UsageError(f"{name} is not a file that can be read.")
    return path.read_bytes()
