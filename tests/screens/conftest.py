from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def pictures_beside_their_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the golden pictures as ``tests/screens/<name>.svg``: the README shows them."""

    def dirname(cls: type, **_: Any) -> str:
        return str(HERE)

    def basename(cls: type, *, test_location: Any, **_: Any) -> str:
        return test_location.snapshot_name.removeprefix("test_").replace("_", "-")

    monkeypatch.setattr(SVGImageExtension, "dirname", classmethod(dirname))
    monkeypatch.setattr(SVGImageExtension, "_get_file_basename", classmethod(basename))
