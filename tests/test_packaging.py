"""The wheel holds all the program needs, and runs with no checkout beside it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    wheel = next(iter(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))
    zipfile.ZipFile(wheel).extractall(folder / "unpacked")
    return folder / "unpacked"


def run(unpacked: Path, home: Path, *words: str) -> str:
    environ = {**os.environ, "PYTHONPATH": str(unpacked), "DUBAO_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words], cwd=unpacked, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_bundled_articles_are_inside_the_wheel(unpacked: Path) -> None:
    inside = {path.parent.name for path in (unpacked / "reader" / "bundled").glob("*/article.toml")}
    assert inside == {path.parent.name for path in (ROOT / "content").glob("*/article.toml")}


def test_the_wheel_runs_with_no_checkout_beside_it(unpacked: Path, tmp_path: Path) -> None:
    listed = json.loads(run(unpacked, tmp_path, "list", "--json"))
    assert "poli-satellite-town" in {article["slug"] for article in listed["articles"]}


def test_no_test_or_picture_is_in_the_wheel(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"reader"}
