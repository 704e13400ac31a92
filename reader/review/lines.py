"""Records as lines of text, each with its checksum, so that a torn or damaged one is known for what it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

Record = dict[str, Any]

_SUM_LENGTH = 8


def encode(record: Record) -> bytes:
    """Return the record as one line: eight hexadecimal digits, a space, JSON, a newline; ASCII only.

    Raises:
        TypeError, ValueError: the record holds something that JSON can't say.
    """
    body = json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii")
    return b"%08x %b\n" % (crc32(body), body)


def decode(line: bytes) -> Record | None:
    """Return the record of a line (with or without its newline), None where it isn't what was written."""
    line = line.removesuffix(b"\n")
    body = line[_SUM_LENGTH + 1 :]
    if line[:_SUM_LENGTH] != b"%08x" % crc32(body) or line[_SUM_LENGTH : _SUM_LENGTH + 1] != b" ":
        return None
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


@dataclass(slots=True)
class Scan:
    """What a file of lines holds.

    ``damaged`` counts whole lines that can't be read. ``end`` is the offset after the last whole
    line: what lies behind it was being written when the program was stopped, so nobody was told
    that it was kept.
    """

    records: list[Record] = field(default_factory=list)
    damaged: int = 0
    end: int = 0


def scan(data: bytes) -> Scan:
    """Read every line of a file."""
    found = Scan(end=data.rfind(b"\n") + 1)
    for line in data[: found.end].split(b"\n")[:-1]:
        record = decode(line)
        if record is None:
            found.damaged += 1
        else:
            found.records.append(record)
    return found
