"""``dubao drill`` in plain lines."""

import json
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_drill_asks_judges_and_ends_with_the_score(dubao: Run) -> None:
    done = dubao(
        "drill",
        "--plain",
        "--skill",
        "english",
        "--skill",
        "larger",
        "--seed",
        "3",
        "--length",
        "4",
        stdin="1\n" * 4,
    )
    assert done.returncode == 0, done.stderr
    assert "Exercise 4 of 4" in done.stdout
    assert "of 4 right." in done.stdout


def test_the_same_seed_asks_the_same(dubao: Run) -> None:
    first, second = (
        dubao("drill", "--plain", "--seed", "9", "--length", "1", stdin="q\n").stdout for _ in range(2)
    )
    assert first == second


def test_only_the_skill_named_is_asked_and_a_wrong_power_of_ten_is_named(dubao: Run) -> None:
    done = dubao(
        "drill", "--plain", "--seed", "1", "--skill", "chinese", "--length", "3", stdin="200万\n1\n1\n"
    )
    assert done.stdout.count(", to 万 and 亿: ") == 3
    assert "ten times too large" in done.stdout.lower()


def test_who_can_t_write_it_yet_is_given_a_choice_of_answers(dubao: Run) -> None:
    done = dubao(
        "drill", "--plain", "--seed", "1", "--skill", "reading", "--length", "4", stdin="零\n1\n1\n1\n"
    )
    assert "How is it read?" in done.stdout
    assert "  1. " in done.stdout
    assert "Score: " in done.stdout


def test_answers_are_practice_in_the_statistics(dubao: Run) -> None:
    dubao("drill", "--plain", "--seed", "1", "--skill", "larger", "--length", "6", stdin="1\n" * 6)
    stats = json.loads(dubao("stats", "--json").stdout)
    assert stats["answers"] == 6
    assert [kind["kind"] for kind in stats["kinds"]] == ["drill which is larger"]
    assert stats["kinds"][0]["right"] < 6


def test_the_end_of_input_ends_it_and_skipping_counts_as_missed(dubao: Run) -> None:
    done = dubao("drill", "--plain", "--seed", "1", "--length", "5", stdin="s\n")
    assert done.returncode == 0
    assert "Skipped." in done.stdout
    assert "Score: 0 of 1 right." in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--skill", "sums"), "There is no skill “sums”; there are reading, digits"),
        (("--length", "0"), "--length must be from 1 to"),
        (("--skill", "ear"), "need a voice"),
    ],
)
def test_wrong_words_are_said_in_a_sentence(dubao: Run, words: tuple[str, ...], said: str) -> None:
    done = dubao("drill", "--plain", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_terminal_the_screen_says_what_to_use(dubao: Run) -> None:
    done = dubao("drill")
    assert done.returncode == 2
    assert "dubao drill --plain" in done.stderr


def espeak(folder: Path, complaint: str = "") -> dict[str, str]:
    """A voice that keeps what it was to say; with ``complaint`` one that can't be heard."""
    folder.mkdir()
    program = folder / "espeak-ng"
    program.write_text(
        '#!/bin/sh\ncase "$*" in *voices*) echo " 5  cmn  --/M  Chinese sit/cmn"; exit 0;; esac\n'
        f'for word in "$@"; do last="$word"; done\necho "$last" >> "{folder}/heard"\n'
        + (f'echo "{complaint}" >&2\n' if complaint else "")
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {"PATH": f"{folder}:/bin"}


def test_the_voice_says_the_figure_and_says_it_again(dubao: Run, tmp_path: Path) -> None:
    environ = espeak(tmp_path / "bin")
    done = dubao(
        "drill",
        "--plain",
        "--voice",
        "--skill",
        "ear",
        "--seed",
        "1",
        "--length",
        "1",
        stdin="r\ns\n",
        **environ,
    )
    assert done.returncode == 0, done.stderr
    heard = (tmp_path / "bin" / "heard").read_text().split()
    assert len(heard) == 2
    assert heard[0] == heard[1]
    assert f"({heard[0]})" in done.stdout


def test_a_voice_that_cant_be_heard_is_told_and_the_drill_goes_on_without(dubao: Run, tmp_path: Path) -> None:
    environ = espeak(tmp_path / "bin", "error: No such file or directory")
    done = dubao(
        "drill",
        "--plain",
        "--voice",
        "--skill",
        "ear",
        "--seed",
        "1",
        "--length",
        "2",
        stdin="s\ns\n",
        **environ,
    )
    assert done.returncode == 0
    assert "espeak-ng can't speak here" in done.stderr
    assert "Read it aloud" in done.stdout


def test_a_machine_without_a_voice_says_so(dubao: Run, tmp_path: Path) -> None:
    done = dubao("drill", "--plain", "--voice", PATH=str(tmp_path))
    assert done.returncode == 2
    assert "No voice was found" in done.stderr
