"""The command line, run as its user runs it."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rich.cells import cell_len

from reader.cli.parser import COMMANDS

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SLUG = "poli-satellite-town"


def test_list_shows_every_article_as_json(dubao: Run) -> None:
    listed = json.loads(dubao("list", "--json").stdout)
    assert listed["schema"] == 1
    row = next(article for article in listed["articles"] if article["slug"] == SLUG)
    assert [version["level"] for version in row["versions"]] == ["3", "5", "news"]
    assert all(version["characters"] > 0 for version in row["versions"])
    assert {"slug", "title", "title_en", "date"} <= set(row)


def test_list_prints_a_table_for_people(dubao: Run) -> None:
    done = dubao("list")
    assert done.returncode == 0
    assert SLUG in done.stdout
    assert "泊里镇" in done.stdout


def test_no_line_of_the_list_ends_in_blanks_or_runs_over(dubao: Run) -> None:
    lines = dubao("list", COLUMNS="50").stdout.splitlines()
    assert not [line for line in lines if line != line.rstrip() or cell_len(line) > 50]


def test_the_help_has_one_line_for_each_command(dubao: Run) -> None:
    lines = dubao("--help", COLUMNS="80").stdout.splitlines()
    for name, help in COMMANDS.items():
        assert any(line.split(maxsplit=1) == [name, help] for line in lines), name


def test_show_prints_one_version_with_its_english(dubao: Run) -> None:
    done = dubao("show", SLUG, "--version", "3", "--english")
    assert done.returncode == 0
    assert "泊里镇" in done.stdout
    assert "Poli" in done.stdout


def test_show_as_json_has_the_text_and_its_sentences(dubao: Run) -> None:
    shown = json.loads(dubao("show", SLUG, "--version", "5", "--json").stdout)
    assert shown["level"] == "5"
    for paragraph in shown["paragraphs"]:
        for sentence in paragraph:
            assert shown["text"][sentence["start"] : sentence["end"]] == sentence["text"]


def test_show_with_pinyin_writes_it_over_the_words(dubao: Run) -> None:
    assert "Bólǐ" in dubao("show", SLUG, "--version", "3", "--pinyin").stdout


def test_nothing_is_suggested_that_is_not_near(dubao: Run) -> None:
    done = dubao("show", "nothing")
    assert done.returncode == 2
    assert "Did you mean" not in done.stderr
    assert "`dubao list`" in done.stderr


def test_define_leaves_no_blanks_at_the_ends_of_its_lines(dubao: Run) -> None:
    lines = dubao("define", "泊").stdout.splitlines()
    assert lines
    assert [line for line in lines if line != line.rstrip()] == []


def test_an_unknown_slug_suggests_the_nearest_and_exits_2(dubao: Run) -> None:
    done = dubao("show", "poli-satelite-town")
    assert done.returncode == 2
    assert f"Did you mean {SLUG}?" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_version_names_those_there_are(dubao: Run) -> None:
    done = dubao("show", SLUG, "--version", "9")
    assert done.returncode == 2
    assert "3, 5, news" in done.stderr


def test_a_plain_quiz_marks_every_answer(dubao: Run) -> None:
    done = dubao("quiz", SLUG, "--plain", "--seed", "4", stdin="1\n" * 40)
    assert done.returncode == 0, done.stderr
    marked = [line for line in done.stdout.split("\n") if line.startswith(("Right", "Wrong"))]
    assert len(marked) == 10
    assert "\x1b" not in done.stdout


def test_the_same_seed_asks_the_same_questions(dubao: Run) -> None:
    first, second = (dubao("quiz", SLUG, "--plain", "--seed", "7", stdin="s\n" * 10).stdout for _ in range(2))
    assert first == second


def test_the_end_of_input_ends_the_quiz_and_keeps_what_was_answered(dubao: Run) -> None:
    done = dubao("quiz", SLUG, "--plain", "--seed", "4", stdin="1\n1\n")
    assert done.returncode == 0, done.stderr
    assert "Score:" in done.stdout
    stats = json.loads(dubao("stats", "--json").stdout)
    assert stats["answers"] >= 1


def test_a_finished_quiz_shows_its_score_at_the_next_start(dubao: Run) -> None:
    dubao("quiz", SLUG, "--plain", "--seed", "4", stdin="1\n" * 40)
    rows = json.loads(dubao("list", "--json").stdout)["articles"]
    assert next(row for row in rows if row["slug"] == SLUG)["best_score"] is not None


def test_every_file_is_the_readers_alone(dubao: Run, home: Path) -> None:
    dubao("quiz", SLUG, "--plain", "--seed", "4", stdin="1\n1\n")
    for path in home.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_home_that_is_a_file_is_refused_in_a_sentence(dubao: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    done = dubao("quiz", SLUG, "--plain", stdin="1\n", DUBAO_HOME=str(blocked))
    assert done.returncode != 0
    assert str(blocked) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_home_that_is_a_file_is_told_as_a_folder_that_can_not_be_made(dubao: Run, home: Path) -> None:
    home.write_text("no folder", encoding="utf-8")
    done = dubao("list")
    assert done.returncode == 1
    assert "settings" not in done.stderr
    assert "DUBAO_HOME" in done.stderr


def test_broken_settings_are_named(dubao: Run, home: Path) -> None:
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("level = 'three'", encoding="utf-8")
    done = dubao("list")
    assert done.returncode == 1
    assert "settings.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_screen_without_a_terminal_says_what_to_do(dubao: Run) -> None:
    done = dubao()
    assert done.returncode == 2
    assert "--plain" in done.stderr


def test_output_cut_off_by_its_reader_is_no_error(home: Path, dubao: Run) -> None:
    environ = {**os.environ, "DUBAO_HOME": str(home)}
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m reader show {SLUG} --version news | head -n 1"],
        env=environ, capture_output=True, text=True, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == ""


def test_check_accepts_the_bundled_articles(dubao: Run) -> None:
    done = dubao("check")
    assert done.returncode == 0, done.stdout
    assert "30 of 30 figures" in done.stdout


def test_check_names_file_line_and_mend_and_exits_1(dubao: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "article.toml").write_text('summary = "x"\n', encoding="utf-8")
    (folder / "news.txt").write_text("# 题目\n# Title\n\n今天[下雨](rain)。\n", encoding="utf-8")
    done = dubao("check", str(folder))
    assert done.returncode == 1
    assert f"{folder / 'news.txt'}:4: This sentence has no English" in done.stdout
    assert "the fact rain, which article.toml doesn't have" in done.stdout


def test_check_of_levels_fails_where_a_version_is_too_hard(dubao: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    about = 'summary = "x"\ndate = 2024-05-06\nsource = "课本"\nsection = "教育"\nkey_words = ["政府"]\n'
    (folder / "article.toml").write_text(about, encoding="utf-8")
    prose = "# 题目\n# Title\n\n政府着力深化行政管理体制改革。\nThe government deepens reform.\n"
    (folder / "hsk3.txt").write_text(prose, encoding="utf-8")
    assert dubao("check", str(folder)).returncode == 0
    done = dubao("check", "--levels", str(folder))
    assert done.returncode == 1
    assert f"{folder / 'hsk3.txt'}: Only " in done.stdout
    assert "行政" in done.stdout


def test_check_fails_where_fewer_figures_can_be_asked_than_promised(dubao: Run) -> None:
    done = dubao("check", "--figures", "31")
    assert done.returncode == 1
    assert "1 figure lost: 31 should be asked." in done.stdout
