"""Figures in Chinese text: found, valued, read aloud, judged.

Its names are looked up when they are first used: two threads that import the package and a module of
it at the same time would wait for each other, and one of them would get the module half made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.chinese.numbers.finding import find_figures
    from reader.chinese.numbers.quantity import Quantity

_HOMES = {"Quantity": "quantity", "find_figures": "finding"}

__all__ = ["Quantity", "find_figures"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
