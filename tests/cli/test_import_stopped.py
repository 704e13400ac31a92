"""An import that is killed or stopped: what was finished is kept whole, nothing is half there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(COUNT):
        text = (
            f"第{number}天的日记\n\n今天是第{number}天，我读了{number + 2}页书。"
            + f"第{number}个朋友说，书很好看。" * 40
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "坏.epub").write_bytes(b"PK\x03\x04 broken")
    return folder


def started(home: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "import", str(folder)], cwd=ROOT, text=True, start_new_session=True,
        env={**os.environ, "DUBAO_HOME": str(home)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def kept(home: Path) -> list[Path]:
    library = next(iter(home.rglob("library")), home / "none")
    return [path for path in library.glob("*") if path.is_dir() and not path.name.startswith(".")]


def wait_for(home: Path, least: int) -> None:
    end = time.monotonic() + 60
    while len(kept(home)) < least and time.monotonic() < end:
        time.sleep(0.01)


def own(dubao) -> list[str]:
    run = dubao("list", "--own", "--json")
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return [row["slug"] for row in json.loads(run.stdout)["articles"]]


def test_killed_in_the_middle_nothing_is_half_there_and_the_next_import_goes_on(dubao, home, folder):
    for least in (5, 60, 150):
        process = started(home, folder)
        wait_for(home, least)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        slugs = own(dubao)
        assert len(slugs) >= least
        assert dubao("show", slugs[-1]).stdout.replace("\n", "").count("个朋友说") == 40
    run = dubao("import", str(folder))
    assert "坏.epub" in run.stderr
    assert len(own(dubao)) == COUNT
    assert not list(home.rglob(".new-*"))


def test_ctrl_c_stops_cleanly_and_keeps_what_was_finished(dubao, home, folder):
    process = started(home, folder)
    wait_for(home, 30)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "stopped" in err
    slugs = own(dubao)
    assert 30 <= len(slugs) <= COUNT
    assert {line.split()[0] for line in out.splitlines()} <= set(slugs)
