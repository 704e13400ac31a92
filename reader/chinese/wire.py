"""What the program and its language helper say to each other: frames of pickled plain values.

Both ends are the same program and the pipe is theirs alone, so nothing unpickled comes from outside.
"""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass, field
from typing import BinaryIO

from reader.chinese.repairs import Repairs
from reader.chinese.token import GlossaryEntry
from reader.paths import Paths

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Setup:
    """First message: where things are. Answered by some :class:`Building`, then :class:`Ready`."""

    paths: Paths


@dataclass(frozen=True, slots=True)
class Part:
    """A clean stretch of text to annotate; answered by :class:`Done`."""

    text: str
    standard: str
    glossary: dict[str, GlossaryEntry] = field(default_factory=dict)
    repairs: Repairs = field(default_factory=Repairs)


@dataclass(frozen=True, slots=True)
class Building:
    """The dictionary's index is being built: how much of it is done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The helper can annotate."""


@dataclass(frozen=True, slots=True)
class Done:
    """The annotated part, packed."""

    packed: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """A sentence for the reader: what is wrong with dictionary, disk or text."""

    sentence: str


Message = Setup | Part | Building | Ready | Done | Failed


def send(pipe: BinaryIO, message: Message) -> None:
    """Write one message; raises OSError (BrokenPipeError) if the other end is gone."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Message | None:
    """Read one message; None if the other end is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    data = pipe.read(size)
    if len(data) < size:
        return None
    message: Message = pickle.loads(data)
    return message
