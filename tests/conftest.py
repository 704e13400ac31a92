"""What holds for every test."""

from __future__ import annotations


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: an archive tells its time, and two workers would collect other tests."""
    return argname if isinstance(val, bytes) else None
