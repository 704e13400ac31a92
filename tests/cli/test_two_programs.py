"""Two real programs over the same progress: one keeps, the other says that it does not, until it can."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

NOT_KEPT = "Not kept: another dubao is open."
OPEN = "Another dubao is open and keeps the progress."
TAKEN_OVER = "The other dubao is closed"
VERDICTS = ("Right.", "Wrong.", "Nearly.", "Skipped.")
LIMIT = 60


class Program:
    """A run of dubao in plain lines, and what it has said so far."""

    def __init__(self, home: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
            env={**os.environ, "DUBAO_HOME": str(home), "COLUMNS": "100"},
        )  # fmt: skip
        self.lines: list[str] = []
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._more:
                self.lines.append(line.rstrip())
                self._more.notify_all()

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it has been killed

    def wait_for(self, words: str, times: int = 1) -> str:
        """Wait for so many lines with these words; return the last of them."""
        with self._more:
            heard = self._more.wait_for(lambda: len(self._with(words)) >= times, LIMIT)
            assert heard, (words, self.lines)
            return self._with(words)[times - 1]

    def _with(self, words: str) -> list[str]:
        return [line for line in self.lines if words in line]

    def answer(self) -> str:
        """Leave the question unanswered, which is an answer, too; return the verdict's line."""
        count = len(self.verdicts)
        self.type("s")
        with self._more:
            assert self._more.wait_for(lambda: len(self.verdicts) > count, LIMIT), self.lines
            return self.verdicts[count]

    @property
    def verdicts(self) -> list[str]:
        return [line for line in self.lines if line.startswith(VERDICTS)]

    @property
    def kept(self) -> int:
        """How many answers it has marked without saying that they are not kept."""
        return sum("Not kept" not in line for line in self.verdicts)

    def end(self, how: str) -> None:
        if how == "quit":
            self.type("q")
        elif how == "end of input":
            assert self.process.stdin is not None
            self.process.stdin.close()
        else:
            self.process.send_signal(getattr(signal, how))
        self.process.wait(LIMIT)
        self._reader.join(LIMIT)


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Program]]:
    programs: list[Program] = []

    def start_it(*words: str) -> Program:
        programs.append(Program(home, *words))
        return programs[-1]

    yield start_it
    for program in programs:
        if program.process.poll() is None:
            program.end("SIGKILL")


DRILL = ("drill", "--plain", "--length", "200")


@pytest.fixture
def answers(dubao) -> Callable[[], int]:
    return lambda: json.loads(dubao("stats", "--json").stdout)["answers"]


@pytest.mark.parametrize("how", ["quit", "end of input", "SIGKILL", "SIGTERM"])
def test_the_second_takes_over_however_the_first_ends(start, answers, how) -> None:
    first = start(*DRILL)
    first.wait_for("Exercise 1 of")
    second = start(*DRILL)
    second.wait_for(OPEN)
    assert NOT_KEPT not in first.answer()
    assert NOT_KEPT in second.answer()
    assert NOT_KEPT not in first.answer()
    first.end(how)
    assert NOT_KEPT not in second.answer()
    second.wait_for(TAKEN_OVER)
    second.end("SIGKILL")
    assert answers() == first.kept + second.kept == 3


def test_the_second_ending_first_disturbs_nobody(start, answers) -> None:
    first = start(*DRILL)
    first.wait_for("Exercise 1 of")
    second = start(*DRILL)
    assert NOT_KEPT in second.answer()
    second.end("SIGKILL")
    assert NOT_KEPT not in first.answer()
    first.end("SIGKILL")
    assert answers() == 1


def test_quizzes_and_reviews_of_two_programs_lose_and_overwrite_nothing(start, dubao, answers) -> None:
    slug = "poli-satellite-town"
    quiz = ("quiz", slug, "--plain", "--seed", "4", "--length", "3")
    first = start(*quiz)
    first.wait_for("Question 1")
    second = start(*quiz)
    second.wait_for(OPEN)
    second.wait_for("Question 1")
    for _ in range(3):
        assert NOT_KEPT not in first.answer()
    assert NOT_KEPT in second.answer()
    first.end("SIGKILL")
    # Undone here is what was not kept here; the same question's answer in the other program stays.
    second.type("u")
    second.wait_for("Undone.")
    assert answers() == 3
    for _ in range(3):
        assert NOT_KEPT not in second.answer()
    second.end("quit")
    assert answers() == 6
    review = start("review", "--plain", "--early")
    review.wait_for("3 to review")
    third = start("review", "--plain", "--early")
    third.wait_for(OPEN)
    third.type("b")
    third.wait_for("This can't be kept. Another dubao is open")
    assert NOT_KEPT in third.answer()
    review.type("b")
    review.wait_for("Not again today.")
    review.end("quit")
    assert len(json.loads(dubao("review", "--early", "--json").stdout)["due"]) == 2


def test_words_and_a_restore_beside_an_open_program_are_refused_in_a_sentence(start, dubao, tmp_path) -> None:
    assert dubao("words", "--known", "服务").returncode == 0
    assert dubao("backup", str(tmp_path / "b.json")).returncode == 0
    first = start(*DRILL)
    first.answer()
    for words in (("words", "--known", "项目"), ("restore", str(tmp_path / "b.json"))):
        done = dubao(*words)
        assert done.returncode == 1, words
        assert OPEN in done.stderr
        assert "Traceback" not in done.stderr
    first.end("SIGKILL")
    assert dubao("words", "--known", "项目").returncode == 0


def test_commands_run_at_once_wait_for_each_other(start, dubao) -> None:
    words = ["服务", "项目"]
    programs = [start("words", "--known", word) for word in words]
    for program in programs:
        assert program.process.wait(LIMIT) == 0, program.lines
    rows = json.loads(dubao("words", "--state", "known", "--json").stdout)["words"]
    assert {row["word"] for row in rows if row["said"]} == set(words)


def test_two_programs_killed_again_and_again_lose_nothing_marked_as_kept(start, answers) -> None:
    rng, kept, open_to_doubt = random.Random(7), 0, 0
    for _ in range(5):
        pair = [start(*DRILL), start(*DRILL)]
        for program in pair:
            program.wait_for("Exercise 1 of")
        for _ in range(rng.randrange(1, 12)):
            rng.choice(pair).answer()
        for program in rng.sample(pair, 2):
            program.type("s")  # killed while it keeps this one
            time.sleep(rng.random() * 0.02)
            program.end("SIGKILL")
        kept += sum(program.kept for program in pair)
        open_to_doubt += len(pair)
    assert kept <= answers() <= kept + open_to_doubt


def test_on_the_screen_the_second_says_so_and_goes_on_by_itself(terminal) -> None:
    first = terminal("drill")
    first.wait_for("Figures gym")
    first.wait_for("1/20")
    second = terminal("drill")
    second.wait_for("Another dubao is open")
    second.wait_for("1/20")
    second.type(b"\x13")  # Ctrl-S leaves the exercise
    second.wait_for("Not kept")
    first.signal(signal.SIGKILL)
    second.wait_for("The other dubao is closed")
    before = len(second.written)
    second.type(b"\r")
    second.wait_for("2/20", before)
    second.type(b"\x13")
    second.wait_for("Skipped", before)
    second.type(b"\x1b")
    second.wait_for("Not all of them are kept", before)
