"""Plain values -> TOML that a person may go on writing: strings, numbers, lists, tables, lists of tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 100


def to_toml(values: Mapping[str, Any]) -> str:
    """Return the values as TOML text: single values first, then tables. None is left out."""
    return "\n".join(_table(values, "")).strip("\n") + "\n"


def _table(values: Mapping[str, Any], path: str) -> Iterator[str]:
    plain = {key: value for key, value in values.items() if not _is_table(value) and value is not None}
    for key, value in plain.items():
        yield f"{_key(key)} = {_value(value)}"
    for key, value in values.items():
        name = f"{path}.{_key(key)}" if path else _key(key)
        if isinstance(value, Mapping):
            yield from ("", f"[{name}]", *_table(value, name))
        elif _is_table(value):
            for one in value:
                yield from ("", f"[[{name}]]", *_table(one, name))


def _is_table(value: object) -> bool:
    is_list = isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping) or is_list


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        items = [_value(item) for item in value]
        line = f"[{', '.join(items)}]"
        return line if len(line) < _WIDTH else "[\n" + "".join(f"  {item},\n" for item in items) + "]"
    if isinstance(value, int | float | date):
        return str(value)
    return _string(str(value))


def _string(text: str) -> str:
    # A TOML basic string is a JSON string, but for DEL, which is written out.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
