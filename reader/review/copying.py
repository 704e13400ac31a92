"""Copies of stored documents: whoever gets one may change it, and nothing kept changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PLAIN = frozenset((str, int, float, bool, type(None)))


def copied(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a document down to its last list."""
    return {key: value if type(value) in _PLAIN else _copy(value) for key, value in document.items()}


def _copy(value: Any) -> Any:
    # Several times quicker than copy.deepcopy, and JSON needs no more.
    if isinstance(value, dict):
        return copied(value)
    if isinstance(value, list):
        return [field if type(field) in _PLAIN else _copy(field) for field in value]
    return value
