"""Odd ways to start the program: closed streams, other encodings, output that can't be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLUG = "poli-satellite-town"


def shell(command: str, home: Path, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["sh", "-c", command.replace("dubao", f"{sys.executable} -m reader")],
        env={**os.environ, "DUBAO_HOME": str(home), "COLUMNS": "80", **environ},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", ["list", "list --json", f"show {SLUG}", f"quiz {SLUG} --plain"])
def test_output_that_can_not_be_written_is_told_in_a_sentence(tmp_path: Path, words: str) -> None:
    done = shell(f"dubao {words} >/dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("dubao: The output can't be written: No space left on device.")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("dubao list >&-", 0),
        ("dubao list 2>&-", 0),
        ("dubao nothing 2>&-", 2),
        (f"dubao quiz {SLUG} --plain <&-", 0),
        ("dubao annotate <&-", 0),
        ("dubao <&-", 2),
    ],
)
def test_a_closed_stream_is_no_error_of_ours(tmp_path: Path, command: str, status: int) -> None:
    done = shell(command, tmp_path)
    assert b"Traceback" not in done.stderr
    assert done.returncode == status


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_output_is_utf_8_whatever_the_machine_prefers(tmp_path: Path, encoding: str) -> None:
    done = shell("dubao list", tmp_path, PYTHONIOENCODING=encoding)
    assert "泊里镇" in done.stdout.decode("utf-8")


def test_an_answer_that_is_no_utf_8_is_no_answer(tmp_path: Path) -> None:
    done = shell(f"printf '\\377\\n1\\n' | dubao quiz {SLUG} --plain --seed 1", tmp_path)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
