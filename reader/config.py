"""The reader's settings, kept as TOML that can be edited by hand."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.errors import DubaoError
from reader.paths import private_folder


class SettingsError(DubaoError):
    """The settings file can't be read or holds a value that means nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default. Each field's comment is what the settings file says of it."""

    level: int = 3  # the reader's HSK level, 1 to 9 (7 to 9 are one)
    hsk_standard: str = "2025"  # "2025", "2021" or "2.0"
    pinyin: str = "all"  # "all", "unknown", "cursor" or "none"
    pinyin_style: str = "marks"  # "marks" or "numbers"
    tone_change: bool = False  # show 一, 不 and third tones as spoken
    script: str = "original"  # "original", "simplified" or "traditional" characters
    wide_ambiguous: bool = False  # the terminal draws “ ” … — two cells wide
    theme: str = "ink"
    shelf_order: str = "newest"  # how the library is sorted: "newest", "section" or "ready"
    retention: float = 0.9  # how likely a card should still be known when it comes back
    fact_retention: float = 0.0  # the same for facts and figures; 0 takes that of words
    new_cards: int = 20  # new cards a day
    daily_goal: int = 20  # answers a day
    quiz_length: int = 10
    drill_voice: bool = False  # the figures gym reads figures aloud, too, where the machine has a voice
    scale: str = "all"  # units beside figures: "all", "metric", "imperial", "pictures" or "none"
    currency: str = ""  # what yuan are turned into beside figures, such as "US dollars"
    currency_rate: float = 0.0  # what one of it costs in yuan
    currency_date: str = ""  # the day of that rate, such as "2026-11-24"
    peg: str = ""  # people to compare figures with, such as "the people of Leeds"
    peg_people: int = 0  # how many they are
    peg_year: int = 0  # the year of that number; 0 for none

    def problems(self) -> list[str]:
        """Return a sentence for each value that means nothing."""
        choices: dict[str, tuple[Any, ...]] = {
            "level": tuple(range(1, 10)),
            "hsk_standard": ("2025", "2021", "2.0"),
            "pinyin": ("all", "unknown", "cursor", "none"),
            "pinyin_style": ("marks", "numbers"),
            "script": ("original", "simplified", "traditional"),
            "scale": ("all", "metric", "imperial", "pictures", "none"),
            "shelf_order": ("newest", "section", "ready"),
        }
        found = [
            f"{name} is {getattr(self, name)!r}; it can be {', '.join(map(repr, allowed))}."
            for name, allowed in choices.items()
            if getattr(self, name) not in allowed
        ]
        if not 0.5 <= self.retention <= 0.99:
            found.append(f"retention is {self.retention}; it can be from 0.5 to 0.99.")
        if self.fact_retention and not 0.5 <= self.fact_retention <= 0.99:
            found.append(f"fact_retention is {self.fact_retention}; it can be 0, or from 0.5 to 0.99.")
        if self.daily_goal < 1:
            found.append("daily_goal must be 1 or more.")
        if self.new_cards < 0 or self.quiz_length < 1:
            found.append("new_cards must be 0 or more, quiz_length 1 or more.")
        if min(self.currency_rate, self.peg_people, self.peg_year) < 0:
            found.append("currency_rate, peg_people and peg_year must be 0 or more.")
        return found


def read_settings(path: Path) -> Settings:
    """Read the settings, defaults where the file or a value is missing.

    Raises:
        SettingsError: the file isn't TOML, or a value is of the wrong type or outside its range.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # the latter is told of where a folder is to be made
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} can't be read as settings: {error}. Mend it or move it away.") from error
    defaults = asdict(Settings())
    known = {name: value for name, value in data.items() if name in defaults}
    for name, value in known.items():
        wanted = type(defaults[name])
        if not isinstance(value, wanted) and not (wanted is float and isinstance(value, int)):
            raise SettingsError(f"{path}: {name} is {value!r}; it should be like {defaults[name]!r}.")
    settings = Settings(**known)
    if problems := settings.problems():
        raise SettingsError(f"{path}: {' '.join(problems)} Mend the file or delete it.")
    return settings


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings atomically, for the owner alone, keeping lines that this version does not know."""
    kept = _unknown_lines(path)
    lines = [f"{field.name} = {_toml(getattr(settings, field.name))}" for field in fields(settings)]
    private_folder(path.parent)
    spare = path.with_suffix(".new")
    try:
        with open(
            os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write("\n".join([*lines, *kept]) + "\n")
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError as error:
        raise SettingsError(f"The settings can't be saved to {path}: {error.strerror}.") from error


def changed_settings(path: Path, before: Settings, after: Settings) -> Settings:
    """Return the settings as the file has them now, with what is other in ``after`` than in ``before``.

    Another program may have changed the file since it was read. Where it can't be read, or the two don't
    go together, ``after`` holds.
    """
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Settings)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    try:
        merged = replace(read_settings(path), **changed)
    except SettingsError:
        return after
    return after if merged.problems() else merged


def _unknown_lines(path: Path) -> list[str]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return []
    names = {field.name for field in fields(Settings)}
    return [
        f"{name} = {_toml(value)}"
        for name, value in data.items()
        if name not in names and isinstance(value, str | int | float | bool)
    ]


def _toml(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return repr(value)
