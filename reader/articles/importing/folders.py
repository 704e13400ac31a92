"""Folders of articles made, exchanged and removed so that a kill at any moment leaves each whole.

A folder is built under a name with a dot, which nobody reads, and then renamed. What a killed run left
behind is taken up by the next: :func:`tidy`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.articles.importing.syncing import sync_files
from reader.errors import StorageError

_NEW, _OLD, _GONE = ".new-", ".old-", ".gone-"
#: So many deleted articles are kept for undo.
MOST_GONE = 50
_SYNCED = (".toml", ".txt")


def build(
    home: Path, files: Mapping[str, bytes], shared: Mapping[str, Path] | None = None, *, synced: bool = True
) -> Path:
    """Write a folder with these files under a name of its own and return it; ``shared`` are linked or copied.

    Not ``synced``, it must be by :func:`sync` before it gets its name.

    Raises:
        StorageError: it can't be written; nothing of it is left.
    """
    folder = home / f"{_NEW}{os.getpid()}-{secrets.token_hex(6)}"
    try:
        folder.mkdir(mode=0o700)
        for name, data in files.items():
            _write(folder / name, data)
        for name, path in (shared or {}).items():
            _share(path, folder / name)
        if synced:
            sync([folder])
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageError(_words(home, error)) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def sync(folders: Sequence[Path]) -> None:
    """Bring the texts in built folders to the disk.

    Raises:
        OSError: they can't be written there.
    """
    sync_files([path for folder in folders for path in folder.iterdir() if path.suffix in _SYNCED])


def _share(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def names(home: Path) -> list[str]:
    """Return the names of the articles' folders; [] where there is no such place."""
    try:
        return [entry.name for entry in os.scandir(home) if not entry.name.startswith(".")]
    except OSError:
        return []


def put(folder: Path, target: Path) -> bool:
    """Give a built folder its name; tell whether the name was free.

    Raises:
        StorageError: it can't be renamed.
    """
    if target.exists():
        return False
    try:
        folder.rename(target)
    except OSError as error:
        if target.exists():
            return False
        raise StorageError(_words(target.parent, error)) from error
    return True


def exchange(folder: Path, target: Path) -> None:
    """Put a built folder in the place of another. Killed between, :func:`tidy` puts the old one back.

    Raises:
        StorageError: it can't be renamed; the old one stands.
    """
    old = target.with_name(_OLD + target.name)
    try:
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        try:
            folder.rename(target)
        except OSError:
            old.rename(target)
            raise
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageError(_words(target.parent, error)) from error
    shutil.rmtree(old, ignore_errors=True)


def remove(target: Path) -> None:
    """Put a folder away, to be brought back by :func:`bring_back`.

    Raises:
        StorageError: it can't be renamed.
    """
    home = target.parent
    number = 1 + max((_number(path) for path in home.glob(f"{_GONE}*")), default=0)
    try:
        target.rename(home / f"{_GONE}{number:06}-{target.name}")
    except OSError as error:
        raise StorageError(_words(home, error)) from error
    for path in sorted(home.glob(f"{_GONE}*"), key=_number)[:-MOST_GONE]:
        shutil.rmtree(path, ignore_errors=True)


def bring_back(home: Path) -> str:
    """Bring the folder back that was removed last; return its name, "" where there is none.

    Raises:
        StorageError: it can't be renamed, or its name has been taken since.
    """
    last = max(home.glob(f"{_GONE}*"), key=_number, default=None)
    if last is None:
        return ""
    name = last.name.removeprefix(_GONE).partition("-")[2]
    if not put(last, home / name):
        raise StorageError(f"An article named {name} is there by now; delete that first.")
    return name


def _number(path: Path) -> int:
    digits = path.name.removeprefix(_GONE).partition("-")[0]
    return int(digits) if digits.isdecimal() else 0


def tidy(home: Path) -> None:
    """Take up what a killed run left behind: half-made folders go, one half exchanged comes back."""
    with contextlib.suppress(OSError):
        for path in home.glob(f"{_OLD}*"):
            target = path.with_name(path.name.removeprefix(_OLD))
            if target.exists():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.rename(target)
        for path in home.glob(f"{_NEW}*"):
            pid = path.name.removeprefix(_NEW).partition("-")[0]
            if not (pid.isdecimal() and _is_running(int(pid))):
                shutil.rmtree(path, ignore_errors=True)


def _is_running(pid: int) -> bool:
    if pid == os.getpid():
        return True
    if os.name == "nt":  # there a signal of 0 would end it
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _words(home: Path, error: OSError) -> str:
    reason = error.strerror or error
    return f"{home} can't be written: {reason}. Free some room or mend its rights; nothing is lost."
