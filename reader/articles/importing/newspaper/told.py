"""A property that is found out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class told(Generic[T]):  # noqa: N801 - used like the built-in property
    """What is found when first asked for, and kept.

    ``functools.cached_property`` takes a lock for it, which costs more than most of what is found here.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, owner: Any, _: type) -> T:
        if owner is None:
            return self  # type: ignore[return-value]
        value = self._find(owner)
        # Found again by its name, the value stands before the property, which sets nothing.
        owner.__dict__[self._name] = value
        return value
