"""Ctrl-C and the end of a terminal: a sentence, the exit status 130, the terminal as it was."""

from __future__ import annotations

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
