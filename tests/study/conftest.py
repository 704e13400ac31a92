from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.study import Study
from tests.study.desks import Clock, SharedAnnotating, make_study, shared_annotating


@pytest.fixture(scope="session")
def annotating(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedAnnotating]:
    shared = shared_annotating(tmp_path_factory.mktemp("language"))
    yield shared
    super(SharedAnnotating, shared).close()
    shared_annotating.cache_clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def open_study(home: Path, annotating: SharedAnnotating, clock: Clock) -> Iterator[Callable[..., Study]]:
    """Opens the desk as a fresh start of the program does; closes what is still open at the end."""
    studies: list[Study] = []

    def open_it(**options: Any) -> Study:
        study = make_study(home, annotating, clock, **options)
        studies.append(study)
        return study

    yield open_it
    for study in studies:
        study.close()


@pytest.fixture
def study(open_study: Callable[..., Study]) -> Study:
    return open_study()
