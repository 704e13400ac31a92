"""Where the program keeps its files: the platform's folders, or one folder of the reader's choice."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StorageError

HOME_VARIABLE = "DUBAO_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The three folders of the program. Use :func:`private_folder` before writing into one."""

    config: Path
    data: Path
    cache: Path

    @property
    def settings_file(self) -> Path:
        """The settings, in TOML."""
        return self.config / "settings.toml"

    @property
    def progress_folder(self) -> Path:
        """Cards, reviews, words and places."""
        return self.data / "progress"

    @property
    def library_folder(self) -> Path:
        """Imported articles."""
        return self.data / "library"


def find_paths(environ: Mapping[str, str] | None = None) -> Paths:
    """Return the folders to use; ``DUBAO_HOME`` moves them all into one. Creates nothing."""
    environ = os.environ if environ is None else environ
    home = environ.get(HOME_VARIABLE)
    if home:
        base = Path(home).expanduser().absolute()
        return Paths(base / "config", base / "data", base / "cache")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("dubao", appauthor=False)
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path)


def private_folder(folder: Path) -> Path:
    """Create ``folder`` for its owner alone (0700) and return it.

    Raises:
        StorageError: the folder can't be made or entered.
    """
    try:
        missing = [p for p in (folder, *folder.parents) if not p.exists()]
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError(20, "it is a file, not a folder")
    except OSError as error:
        raise StorageError(
            f"The folder {folder} can't be made: {error.strerror}. "
            f"Free the place or set {HOME_VARIABLE} to a folder that can be written."
        ) from error
    return folder
