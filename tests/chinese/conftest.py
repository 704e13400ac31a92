"""The real dictionary, indexed once for all tests, and what annotating needs, loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.annotate import Resources, load_resources
from reader.chinese.dictionary import Dictionary, open_dictionary
from reader.paths import Paths


def paths_in(folder: Path) -> Paths:
    return Paths(folder / "config", folder / "data", folder / "cache")


@pytest.fixture(scope="session")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return paths_in(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def dictionary(paths: Paths) -> Iterator[Dictionary]:
    opened = open_dictionary(paths)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def resources(dictionary: Dictionary) -> Resources:
    return load_resources(dictionary)
