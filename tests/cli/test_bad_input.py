"""What goes wrong from outside: files, folders, disks, small terminals. A sentence, a status, nothing lost."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

SLUG = "poli-satellite-town"
QUIZ = ("quiz", SLUG, "--plain", "--seed", "4")


def answers(dubao: Run) -> int:
    """How many answers are kept."""
    found: int = json.loads(dubao("stats", "--json").stdout)["answers"]
    return found


def run(
    home: Path, *words: str, prefix: tuple[str, ...] = (), room: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run the program, after ``prefix``, with files that can't grow beyond ``room`` bytes."""

    def limit() -> None:
        if room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [*prefix, sys.executable, "-B", "-m", "reader", *words], input="1\n" * 4, cwd=ROOT, text=True, capture_output=True,
        env={**os.environ, "DUBAO_HOME": str(home)}, timeout=120, preexec_fn=limit,
    )  # fmt: skip


# --- content


@pytest.mark.parametrize(
    "words", [("check", "nowhere"), ("read", "nowhere.txt"), ("import", "nowhere.txt"), ("show", "nowhere")]
)
def test_a_file_that_is_missing_is_named(dubao: Run, words: tuple[str, ...]) -> None:
    done = dubao(*words)
    assert done.returncode in (1, 2)
    assert "nowhere" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_broken_text_of_ones_own_is_named_and_hides_no_other(
    dubao: Run, home: Path, tmp_path: Path
) -> None:
    for name in ("一", "二"):
        (tmp_path / f"{name}.txt").write_text(f"标题{name}\n\n今天天气很好，我们去公园{name}。\n")
        assert dubao("import", str(tmp_path / f"{name}.txt")).returncode == 0
    first, _ = sorted((home / "data" / "library").glob("*/article.toml"))
    first.write_text("title = [\n")
    listed = dubao("list", "--own", "--json")
    assert len(json.loads(listed.stdout)["articles"]) == 1
    assert str(first) in listed.stderr
    shown = dubao("show", first.parent.name)
    assert shown.returncode != 0
    assert f"{first}:" in shown.stderr
    assert first.read_text() == "title = [\n"


# --- progress


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00" * 500,
        b"not what it was\n" * 40,
        b"{}",
    ],
    ids=["empty", "zeros", "lines", "other"],
)
def test_damaged_progress_is_set_aside_and_told(dubao: Run, home: Path, damage: bytes) -> None:
    assert dubao(*QUIZ, stdin="1\n1\n").returncode == 0
    journal = max((home / "data" / "progress").glob("journal-*"))
    journal.write_bytes(damage)
    done = dubao(*QUIZ, stdin="1\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "progress" in done.stderr.lower()
    assert answers(dubao) >= 1
    kept = [
        file.read_bytes() for file in (home / "data" / "progress" / "damaged").rglob("*") if file.is_file()
    ]
    assert damage in kept or not damage


# --- folders and disks


@pytest.fixture
def read_only(dubao: Run, home: Path) -> Iterator[tuple[str, ...]]:
    """A used home that can't be written, and what takes its rights from an almighty user."""
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("nothing is read-only for this user")
        prefix = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    dubao(*QUIZ, stdin="1\n")
    folders = [home, *(folder for folder in home.rglob("*") if folder.is_dir())]
    for path in home.rglob("*"):
        if path.is_file():
            path.chmod(0o400)
    for folder in folders:
        folder.chmod(0o500)
    yield prefix
    for folder in folders:
        folder.chmod(0o700)


def test_a_read_only_folder_is_told_and_one_can_read_and_be_asked(
    dubao: Run, home: Path, read_only: tuple[str, ...]
) -> None:
    quiz = run(home, *QUIZ, prefix=read_only)
    assert quiz.returncode == 0
    assert "Progress can't be written" in quiz.stderr
    assert "Until then nothing new is kept." in quiz.stderr
    assert "Question 2" in quiz.stdout
    shown = run(home, "show", SLUG, "--pinyin", "--version", "5", prefix=read_only)
    assert shown.returncode == 0
    assert "Bólǐ" in shown.stdout
    changed = run(home, "words", "--know-hsk", "3", prefix=read_only)
    assert changed.returncode == 1
    assert "Traceback" not in quiz.stderr + shown.stderr + changed.stderr


def test_a_full_disk_stops_the_quiz_with_a_sentence_and_loses_nothing(dubao: Run, home: Path) -> None:
    assert dubao(*QUIZ, stdin="1\n1\n").returncode == 0
    before = answers(dubao)
    journal = max((home / "data" / "progress").glob("journal-*"))
    done = run(home, *QUIZ, room=journal.stat().st_size + 700)
    assert done.returncode == 1
    assert "could not be kept" in done.stderr
    assert "Traceback" not in done.stderr
    assert answers(dubao) == before + done.stdout.count("Answer: ")


def test_no_room_for_the_dictionary_is_told(home: Path) -> None:
    done = run(home, "show", SLUG, "--pinyin", room=100_000)
    assert done.returncode == 1
    assert "The dictionary's index can't be written" in done.stderr
    assert "Traceback" not in done.stderr


# --- the terminal


@pytest.mark.parametrize("words", [(), ("read", SLUG), ("quiz", SLUG)], ids=["library", "article", "quiz"])
def test_a_window_that_shrinks_and_grows_comes_back(terminal, words) -> None:
    screen = terminal(*words)
    screen.wait_for("城阳" if not words else "HSK 3")
    for rows, columns in ((6, 20), (1, 1), (10, 40), (11, 39)):
        start = len(screen.written)
        screen.resize(rows, columns)
        if columns >= 20:
            screen.wait_for("larger" if columns > 20 else "读报", start)
    start = len(screen.written)
    screen.resize(24, 80)
    screen.wait_for("城阳" if not words else "泊里镇", start)
    screen.type(b"\x03")
    assert screen.end() == 130
    assert b"Traceback" not in screen.written


def test_the_terminals_own_size_counts_whatever_the_environment_says(terminal) -> None:
    screen = terminal(COLUMNS="33", LINES="9")
    screen.wait_for("城阳")
    assert b"larger" not in screen.written
