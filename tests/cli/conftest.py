"""Run the program as its user does: a process of its own, a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def dubao(home: Path) -> Run:
    def run(*words: str, stdin: str = "", **environ: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "reader", *words],
            input=stdin,
            env={**os.environ, "DUBAO_HOME": str(home), "COLUMNS": "100", **environ},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


@pytest.fixture
def terminal(home: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*words: str, stderr: IO[bytes] | None = None, **environ: str) -> Terminal:
        started.append(Terminal(home, *words, stderr=stderr, **environ))
        return started[-1]

    yield start
    for one in started:
        one.close()
