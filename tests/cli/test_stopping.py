"""Ctrl-C and the end of a terminal: a sentence, the exit status 130, the terminal as it was."""

from __future__ import annotations

import signal
import time

import pytest

SLUG = "poli-satellite-town"
CTRL_C = b"\x03"


def test_ctrl_c_in_the_library_gives_the_terminal_back(terminal) -> None:
    screen = terminal()
    screen.wait_for("泊里镇")
    screen.type(CTRL_C)
    assert screen.end() == 130
    screen.wait_for("Stopped. What you read and answered is kept.")
    assert screen.is_as_before()
    assert b"\x1b[?1049l" in screen.written  # the alternate screen is left,
    assert b"\x1b[?25h" in screen.written  # the cursor is back
    assert b"Traceback" not in screen.written


def test_ctrl_c_while_an_article_is_prepared(terminal) -> None:
    screen = terminal("read", SLUG)
    screen.wait_for("Preparing words")
    screen.type(CTRL_C)
    assert screen.end() == 130
    assert screen.is_as_before()
    assert b"Traceback" not in screen.written


def test_ctrl_c_in_a_plain_quiz_keeps_what_was_answered(terminal, dubao) -> None:
    quiz = terminal("quiz", SLUG, "--plain", "--seed", "4")
    quiz.wait_for("Question 1")
    quiz.type(b"1\r")
    quiz.wait_for("Question 2")
    quiz.type(CTRL_C)
    assert quiz.end() == 130
    quiz.wait_for("Everything answered is kept.")
    assert b"Traceback" not in quiz.written
    assert '"answers": 1' in dubao("stats", "--json").stdout


def test_a_terminal_that_can_not_move_its_cursor_is_told_what_to_use(terminal) -> None:
    screen = terminal(TERM="dumb")
    assert screen.end() == 2
    screen.wait_for("--plain")
    assert b"\x1b" not in screen.written


def test_the_screen_is_drawn_on_the_terminal_when_complaints_go_to_a_file(terminal, tmp_path) -> None:
    with (tmp_path / "complaints").open("wb") as complaints:
        screen = terminal(stderr=complaints)
    screen.wait_for("泊里镇")
    screen.type(CTRL_C)
    assert screen.end() == 130
    assert (tmp_path / "complaints").read_text() == "Stopped. What you read and answered is kept.\n"


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (("read", SLUG), [("", "zhèn"), ("\r", "HSK")]),
        (("quiz", SLUG), [("", "1/")]),
        ((), [("", "泊里镇"), ("w", "Words")]),
        ((), [("", "泊里镇"), ("p", "Progress")]),
        ((), [("", "泊里镇"), ("i", "Import")]),
        ((), [("", "泊里镇"), ("s", "Settings")]),
    ],
    ids=["popup", "quiz", "words", "progress", "import", "settings"],
)
def test_ctrl_c_stops_on_every_screen(terminal, words, steps) -> None:
    screen = terminal(*words)
    for keys, until in steps:
        start = len(screen.written)
        screen.type(keys.encode())
        screen.wait_for(until, start if keys else 0)
    screen.type(CTRL_C)
    assert screen.end() == 130
    screen.wait_for("Stopped. What you read and answered is kept.")
    assert screen.is_as_before()
    assert b"Traceback" not in screen.written


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_the_terminal_is_as_it_was(terminal, number) -> None:
    screen = terminal("read", SLUG)
    screen.wait_for("zhèn")
    screen.signal(number)
    assert screen.end() == 128 + number
    assert screen.is_as_before()
    assert b"\x1b[?1049l" in screen.written
    assert b"Traceback" not in screen.written


def test_a_closed_window_ends_the_program(terminal) -> None:
    screen = terminal()
    screen.wait_for("泊里镇")
    screen.hang_up()
    assert screen.end() != 0


@pytest.mark.parametrize(
    "words", [(), ("list",), ("show", SLUG, "--pinyin"), ("quiz", SLUG, "--plain")], ids=" ".join
)
@pytest.mark.parametrize("after", [0.06, 0.15, 0.3, 0.6])
def test_ctrl_c_at_the_start_is_no_crash(terminal, words, after) -> None:
    started = terminal(*words)
    time.sleep(after)
    started.type(CTRL_C)
    # Killed by the signal is the same to a shell; 0: it had ended before.
    assert started.end() in (130, -signal.SIGINT, 0)
    assert started.is_as_before()
    assert b"reader/" not in started.written, "that would be a traceback of ours"
