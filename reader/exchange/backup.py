"""Everything the learner has in one JSON file, and back: progress, imported texts, repairs, settings.

The file is one JSON object: ``{"dubao": "progress", "schema", "tables", "reviews", "written", "files",
"checksum"}``. ``tables`` and ``reviews`` are what the store exports; ``files`` holds the learner's own
files by their path below the data folder, as text or, where they are none, in base64.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from reader.errors import StorageError, UsageError
from reader.paths import Paths, private_folder
from reader.review.archive import Archive
from reader.review.files import Disk
from reader.review.journal import read_state
from reader.review.store import Store

#: How many of the states that a restore replaced are kept.
REPLACED_KEPT = 5

_SETTINGS = "settings.toml"
_REPLACED = "before-restore-"
_SAFE_PART = re.compile(r"[^/\\\x00-\x1f:]{1,200}")
_DAY = re.compile(r"state-(\d{4}-\d\d-\d\d)\.json")

Backup = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: answers now and before, files brought back, files that differ and were left."""

    answers: int
    answers_before: int
    brought: int
    left: tuple[str, ...]


# --- out


def make_backup(store: Store, paths: Paths | None, now: datetime) -> Backup:
    """Return everything as a value that JSON can say; without ``paths`` only the progress.

    Raises:
        StorageError: a file of the learner's can't be read.
    """
    backup: Backup = {**store.export_all(), "written": now.isoformat(timespec="seconds")}
    backup["files"] = _read_files(paths) if paths is not None else {}
    return {**backup, "checksum": _checksum(backup)}


def write_backup(backup: Backup, path: Path) -> None:
    """Write the file, whole or not at all, for its owner alone.

    Raises:
        UsageError: another kind of file is there.
        StorageError: the place can't be written.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name a file, such as {path / 'dubao-backup.json'}.")
    if path.exists() and not _is_backup(path):
        raise UsageError(f"{path} is there already and is no backup. Choose another name.")
    try:
        Disk().replace(path, json.dumps(backup, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise StorageError(f"The backup can't be written to {path} ({error.strerror}).") from error


def _is_backup(path: Path) -> bool:
    try:
        with open(path, "rb") as file:
            start = file.read(200)
    except OSError:
        return False
    return not start or b'"dubao"' in start


def _read_files(paths: Paths) -> dict[str, Any]:
    try:
        return {name: _packed(path.read_bytes()) for name, path in _own_files(paths)}
    except OSError as error:
        raise StorageError(f"{error.filename} can't be read for the backup ({error.strerror}).") from error


def _own_files(paths: Paths) -> Iterator[tuple[str, Path]]:
    if paths.settings_file.is_file():
        yield _SETTINGS, paths.settings_file
    for path in sorted(paths.data.rglob("*")) if paths.data.is_dir() else ():
        inside = path.relative_to(paths.data)
        if path.is_file() and not path.is_symlink() and inside.parts[0] != paths.progress_folder.name:
            yield inside.as_posix(), path


def _packed(data: bytes) -> dict[str, str]:
    try:
        return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii")}


def _checksum(backup: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in backup.items() if name != "checksum"}
    plain = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


# --- in


def read_backup(path: Path) -> Backup:
    """Return the backup of a file: one that ``write_backup`` wrote, or one of the daily copies.

    Raises:
        StorageError: it can't be read, is no backup, or was damaged.
    """
    try:
        state = read_state(path) if _DAY.fullmatch(path.name) else None
        if state is not None:
            return _from_daily(path, state)
        data = path.read_bytes()
    except OSError as error:
        raise StorageError(f"{path} can't be read ({error.strerror}).") from error
    try:
        backup = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise StorageError(f"{path} is no whole backup: it breaks off or was changed.") from error
    if not isinstance(backup, dict) or backup.get("dubao") != "progress":
        raise StorageError(f"{path} is no backup of dubao. Choose a file that `dubao backup` wrote.")
    if "checksum" in backup and backup["checksum"] != _checksum(backup):
        raise StorageError(
            f"{path} was damaged or changed after it was written; nothing of it was used. "
            "Whoever changed it by hand takes the checksum out."
        )
    return backup


def _from_daily(path: Path, state: dict[str, Any]) -> Backup:
    tables = dict(state["tables"])
    meta = tables.get("meta", {}).get("archive", {})
    folder = path.parent / str(meta.get("folder", "reviews-0"))
    reviews = dict(Archive(folder, folder, Disk()).read())
    last = meta.get("last", 0)
    reviews = {number: stored for number, stored in reviews.items() if number <= last}
    reviews |= {int(number): stored for number, stored in tables.get("reviews", {}).items()}
    numbered = [{"number": number, **stored} for number, stored in sorted(reviews.items())]
    return {"dubao": "progress", "schema": state["schema"], "tables": tables, "reviews": numbered}


def restore(store: Store, paths: Paths, backup: Backup, now: datetime) -> Restored:
    """Put a backup in the place of the progress, which is kept first; bring back files that are missing.

    A file that is there and differs is left as it is.

    Raises:
        StorageError: the backup is broken, or nothing can be written; then nothing has changed.
    """
    files = _checked_files(backup.get("files", {}))
    before = store.answers
    store.check(backup)
    kept = _keep_replaced(store, paths, now)
    try:
        store.import_all(backup)
    except StorageError:
        kept.unlink(missing_ok=True)
        raise
    brought, left = _bring_back(files, paths)
    return Restored(store.answers, before, brought, left)


def _keep_replaced(store: Store, paths: Paths, now: datetime) -> Path:
    folder = private_folder(paths.progress_folder / "backups")
    for old in replaced(paths)[REPLACED_KEPT - 1 :]:
        old.unlink(missing_ok=True)
    # By number, not by time alone: a clock may be set back.
    number = 1 + max((int(path.name.split("-")[2]) for path in replaced(paths)), default=0)
    path = folder / f"{_REPLACED}{number:06}-{now:%Y%m%dT%H%M%S}.json"
    try:
        Disk().replace(path, json.dumps(make_backup(store, None, now)).encode("ascii"))
    except OSError as error:
        raise StorageError(
            f"The progress there is can't be kept in {path} ({error.strerror}); nothing was changed."
        ) from error
    return path


def replaced(paths: Paths) -> list[Path]:
    """Return the files of the states that restores replaced, the latest first."""
    return sorted((paths.progress_folder / "backups").glob(f"{_REPLACED}*.json"), reverse=True)


def daily_copies(paths: Paths) -> dict[str, Path]:
    """Return the daily copies by their day, the latest first."""
    folder = paths.progress_folder / "backups"
    found = {m[1]: p for p in folder.glob("state-*.json") if (m := _DAY.fullmatch(p.name))}
    return dict(sorted(found.items(), reverse=True))


def _checked_files(files: Any) -> dict[str, bytes]:
    if not isinstance(files, dict):
        raise StorageError("The files of this backup can't be read; nothing of it was used.")
    return {_checked_name(name): _unpacked(name, packed) for name, packed in files.items()}


def _checked_name(name: str) -> str:
    parts = PurePosixPath(name).parts
    is_safe = parts and all(_SAFE_PART.fullmatch(part) and part not in (".", "..") for part in parts)
    if not is_safe or parts[0] == "progress":
        raise StorageError(f"This backup names a file {name!r} that has no place here; nothing was used.")
    return name


def _unpacked(name: str, packed: Any) -> bytes:
    try:
        if "text" in packed:
            return str(packed["text"]).encode("utf-8")
        return base64.b64decode(packed["base64"], validate=True)
    except (TypeError, KeyError, ValueError, binascii.Error) as error:
        raise StorageError(f"The file {name!r} of this backup can't be read; nothing was used.") from error


def _bring_back(files: Mapping[str, bytes], paths: Paths) -> tuple[int, tuple[str, ...]]:
    brought, left = 0, []
    for name, data in files.items():
        path = paths.settings_file if name == _SETTINGS else paths.data / name
        if path.is_symlink() or path.exists():
            if not path.is_file() or path.read_bytes() != data:
                left.append(name)
            continue
        try:
            private_folder(path.parent)
            Disk().replace(path, data)
            brought += 1
        except (OSError, StorageError):
            left.append(name)
    return brought, tuple(left)
