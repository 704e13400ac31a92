"""The reader's own repairs of words, readings and glosses: they hold in all texts, and can be undone.

A repair belongs to a stretch of text (``新能源``): ``words`` is how it is cut, ``pinyin`` how it is read,
``gloss`` what it means. Several words may have a pinyin together: so 为 is mended beside 人民 alone, and
stays as it is elsewhere. The file is JSON, one list, oldest first: of several repairs of a stretch the
last holds, and undoing it brings back the one before.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.chinese.pinyin.syllable import restyle, split_pinyin
from reader.errors import StorageError, UsageError
from reader.paths import private_folder
from reader.text import clean_line, is_han

REPAIRS_FILE = "repairs.json"
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Repair:
    """What the reader decided about one stretch of text.

    ``words`` joined are ``text``; one word joins it, several split it. ``pinyin`` (marks, of the
    whole stretch) and ``gloss`` are None where the reader left them alone. ``made`` is UTC, ISO 8601.
    """

    text: str
    words: tuple[str, ...]
    pinyin: str | None = None
    gloss: str | None = None
    made: str = ""

    def problem(self) -> str | None:
        """Return a sentence on what is wrong with the repair, None if it is fine."""
        if not self.text or len(self.text) > _LONGEST or not all(map(is_han, self.text)):
            return f"A repair is for 1 to {_LONGEST} Chinese characters without a space or mark between them."
        if "".join(self.words) != self.text or "" in self.words:
            return f"The words {' + '.join(self.words)} don't make up {self.text}."
        if len(self.words) > 1 and self.gloss:
            return "A split word has no gloss of its own. Mend those of its parts."
        if self.pinyin is not None:
            syllables = split_pinyin(self.pinyin)
            if syllables is None:
                return f"“{self.pinyin}” isn't pinyin. Write it like bólǐ or bo2li3."
            if len(syllables) != len(self.text):
                return (
                    f"“{self.pinyin}” has {_counted(len(syllables), 'syllable')}, "
                    f"{self.text} has {_counted(len(self.text), 'character')}."
                )
        return None


@dataclass(frozen=True, slots=True)
class Repairs:
    """All repairs, as a value: every change gives a new one.

    ``kept`` is the whole history, oldest first; going through the object gives those that hold.
    """

    kept: tuple[Repair, ...] = ()
    by_text: dict[str, Repair] = field(default_factory=dict, compare=False)

    def __iter__(self) -> Iterator[Repair]:
        return iter(self.by_text.values())

    def __len__(self) -> int:
        return len(self.by_text)

    def get(self, text: str) -> Repair | None:
        """Return the repair of exactly this stretch."""
        return self.by_text.get(text)

    def split(self, words: Iterable[str], *, now: datetime) -> Repairs:
        """Cut a stretch into these words wherever it stands.

        Raises:
            UsageError: the words can't be a repair.
        """
        parts = tuple(words)
        if len(parts) == 1:
            raise UsageError(f"Say where {parts[0]} is to be cut: give its words one by one.")
        return self._with(Repair("".join(parts), parts, made=_stamp(now)))

    def join(self, words: Iterable[str], *, now: datetime) -> Repairs:
        """Take these neighbours as one word wherever they stand together."""
        text = "".join(words)
        return self._with(Repair(text, (text,), made=_stamp(now)))

    def mend(
        self, text: str, *, pinyin: str | None = None, gloss: str | None = None, now: datetime
    ) -> Repairs:
        """Give a word another reading or gloss (or both); what is None stays as it was repaired before.

        Raises:
            UsageError: neither is given, the pinyin doesn't fit the word, or it is no Chinese word.
        """
        if not (pinyin or gloss):
            raise UsageError(f"Say how {text} is read, or what it means.")
        old = self.get(text)
        if old is None or len(old.words) > 1:
            old = Repair(text, (text,))
        gloss = old.gloss if gloss is None else clean_line(gloss)
        pinyin = old.pinyin if pinyin is None else restyle(clean_line(pinyin), "marks")
        return self._with(replace(old, pinyin=pinyin or None, gloss=gloss or None, made=_stamp(now)))

    def mend_beside(self, words: Iterable[str], pinyin: str, *, now: datetime) -> Repairs:
        """Give neighbours this pinyin where they stand together, and only there."""
        parts = tuple(words)
        return self._with(
            Repair("".join(parts), parts, restyle(clean_line(pinyin), "marks") or None, made=_stamp(now))
        )

    def without(self, text: str) -> Repairs:
        """Undo every repair of a stretch; what isn't repaired stays as it is."""
        return collect(repair for repair in self.kept if repair.text != text)

    def undo(self) -> Repairs:
        """Undo the latest repair; an older one of the same stretch holds again."""
        return collect(self.kept[:-1])

    def merged(self, others: Iterable[Repair]) -> Repairs:
        """Return these repairs with ``others`` behind them; one that holds here already is not doubled."""
        return collect([*self.kept, *(other for other in others if not _same(self.get(other.text), other))])

    def _with(self, repair: Repair) -> Repairs:
        if problem := repair.problem():
            raise UsageError(problem)
        return collect([*self.kept, repair])

    def version(self) -> str:
        """What changes when any repair does: for cache keys."""
        return "\n".join(f"{r.text}\t{'|'.join(r.words)}\t{r.pinyin}\t{r.gloss}" for r in self)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _same(one: Repair | None, other: Repair) -> bool:
    return one is not None and (one.words, one.pinyin, one.gloss) == (other.words, other.pinyin, other.gloss)


def collect(kept: Iterable[Repair]) -> Repairs:
    """Return repairs, oldest first, as a value."""
    ordered = tuple(kept)
    return Repairs(ordered, {repair.text: repair for repair in ordered})


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="seconds")


def read_repairs(data_folder: Path, tell: Callable[[str], None]) -> Repairs:
    """Read the reader's repairs; none where there is no file.

    A damaged file is set aside beside it, and ``tell`` gets a sentence on that.

    Raises:
        StorageError: the file is there and may not be read.
    """
    path = data_folder / REPAIRS_FILE
    try:
        found, _ = parse_repairs(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Repairs()
    except OSError as error:
        raise StorageError(f"Your repairs in {path} can't be read: {error.strerror}.") from error
    except ValueError as error:
        tell(f"{path} can't be read as repairs: {error}. {_set_aside(path)}")
        return Repairs()
    return found


def _set_aside(path: Path) -> str:
    """Move a damaged file out of the way, so that nothing is written over it; say where it is."""
    spare = path.with_name(f"repairs-damaged-{secrets.token_hex(3)}.json")
    try:
        path.rename(spare)
    except OSError as error:
        return f"It could not be moved away ({error.strerror}); texts open without your repairs."
    return f"It was set aside as {spare.name}; once mended, “dubao repairs import” takes it back."


def file_state(data_folder: Path) -> tuple[int, int] | None:
    """Return what changes when the file of repairs does; None where there is none."""
    try:
        facts = (data_folder / REPAIRS_FILE).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_ino


def parse_repairs(told: str) -> tuple[Repairs, list[str]]:
    """Return the repairs in a JSON text, and a sentence for each one that can't be a repair.

    Raises:
        ValueError: it is no list of repairs.
    """
    try:
        items = json.loads(told)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON (line {error.lineno})") from error
    if not isinstance(items, list):
        raise ValueError("it is no list")
    good: list[Repair] = []
    problems: list[str] = []
    for number, item in enumerate(items, 1):
        try:
            repair = _from_json(item)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"item {number} is no repair") from error
        if problem := repair.problem():
            problems.append(f"Repair {number} is left out. {problem}")
        else:
            good.append(repair)
    return collect(good), problems


def _from_json(item: Any) -> Repair:
    text, pinyin, gloss = item["text"], item.get("pinyin"), item.get("gloss")
    words = item["words"]
    if not isinstance(text, str) or not isinstance(words, list):
        raise TypeError
    return Repair(
        clean_line(text),
        tuple(clean_line(word) for word in words),
        None if pinyin is None else clean_line(pinyin),
        None if gloss is None else clean_line(gloss),
        clean_line(item.get("made", "")),
    )


def to_json(repairs: Repairs) -> str:
    """Return the repairs as the JSON text that :func:`read_repairs` reads: the export, too."""
    return json.dumps([asdict(repair) for repair in repairs.kept], ensure_ascii=False, indent=1) + "\n"


def write_repairs(data_folder: Path, repairs: Repairs) -> None:
    """Write the repairs atomically, for the owner alone.

    Raises:
        StorageError: they can't be written.
    """
    path = private_folder(data_folder) / REPAIRS_FILE
    spare = path.with_name(f".{REPAIRS_FILE}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with open(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(to_json(repairs))
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError as error:
        raise StorageError(f"Your repairs can't be saved to {path}: {error.strerror}.") from error
    finally:
        spare.unlink(missing_ok=True)
