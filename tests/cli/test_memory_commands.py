"""Review, words, stats, backup and restore as their user runs them."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SLUG = "poli-satellite-town"


@pytest.fixture
def learnt(dubao: Run) -> Run:
    """After a quiz whose every answer was the first option."""
    assert dubao("quiz", SLUG, "--plain", "--seed", "4", stdin="1\n" * 40).returncode == 0
    return dubao


def stats(dubao: Run) -> dict:
    return json.loads(dubao("stats", "--json").stdout)


def test_nothing_learnt_yet_is_no_error_and_says_how_to_begin(dubao: Run) -> None:
    done = dubao("review", "--plain")
    assert done.returncode == 0
    assert "dubao quiz" in done.stdout + done.stderr


def test_a_review_counts_asks_takes_back_and_puts_away(learnt: Run) -> None:
    agenda = json.loads(learnt("review", "--json", "--early").stdout)
    assert len(agenda["due"]) == 10
    before = stats(learnt)["answers"]
    done = learnt("review", "--plain", "--early", "--seed", "3", stdin="s\nu\ns\nb\nx\nk\nr\nq\n")
    assert done.returncode == 0, done.stderr
    for said in ("10 to review", "Undone.", "Not again today.", "Suspended.", "Known;", "comes again as new"):
        assert said in done.stdout
    after = stats(learnt)
    assert after["answers"] == before + 1
    assert after["cards"]["suspended"] == 1
    assert after["cards"]["known"] == 1
    assert after["cards"]["new"] == 1


def test_one_card_is_suspended_and_resumed_by_its_id(learnt: Run) -> None:
    card = json.loads(learnt("review", "--json", "--early").stdout)["due"][0]["id"]
    assert learnt("review", "--suspend", card).returncode == 0
    assert card not in learnt("review", "--json", "--early").stdout
    assert learnt("review", "--resume", card).returncode == 0
    assert card in learnt("review", "--json", "--early").stdout
    wrong = learnt("review", "--suspend", "fact/nowhere/at/all")
    assert wrong.returncode == 2
    assert "fact/nowhere/at/all" in wrong.stderr


def test_fitting_says_what_it_needs(learnt: Run) -> None:
    done = learnt("review", "--fit")
    assert done.returncode == 2
    assert re.search(r"optimizer|needs 512 answers", done.stderr)
    assert "Traceback" not in done.stderr


def test_stats_as_json_have_the_promised_fields_and_as_text_fit_80_columns(learnt: Run) -> None:
    found = stats(learnt)
    assert found["schema"] == 1
    assert found["answers"] == 10
    assert {
        "streak",
        "days",
        "kinds",
        "mistakes",
        "due",
        "known",
        "words",
        "cards",
        "recall",
        "reading",
        "speed",
        "goal",
    } <= set(found)
    told = learnt("stats", NO_COLOR="1", COLUMNS="80").stdout
    assert "\x1b" not in told
    assert "10 of 20 answers" in told
    assert max(map(cell_len, told.splitlines())) <= 80


def test_words_are_known_by_level_and_by_list_and_undone(dubao: Run, tmp_path: Path) -> None:
    assert re.search(r"\d{3,} words of HSK 1 to 2 are known", dubao("words", "--know-hsk", "2").stdout)
    mine = tmp_path / "mine.txt"
    mine.write_text("集群 jíqún cluster\n审批，shěnpī\n\n# words of mine\n", "utf-8")
    assert "2 words of the list are known" in dubao("words", "--know", str(mine)).stdout
    known = json.loads(dubao("words", "--json", "--state", "known").stdout)["words"]
    assert {"集群", "审批"} <= {row["word"] for row in known if row["said"]}
    assert "Undone: marking 2 words as known." in dubao("words", "--undo").stdout
    assert "集群" not in {
        r["word"] for r in json.loads(dubao("words", "--json", "--state", "known").stdout)["words"]
    }


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--know-hsk", "12"), "from 1 to 9"),
        (("--learn", "hello"), "no Chinese word"),
        (("--know", "/nowhere/list.txt"), "can't be read"),
        (("--plan", SLUG, "--target", "120"), "up to 100"),
        (("--plan", "polli"), "Did you mean"),
    ],
)
def test_what_cannot_be_done_with_words_is_told(dubao: Run, words: tuple[str, ...], says: str) -> None:
    done = dubao("words", *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plan_is_kept_to_a_tenth_of_a_point(dubao: Run) -> None:
    plan = json.loads(dubao("words", "--plan", SLUG, "--version", "news", "--target", "90", "--json").stdout)
    assert plan["after"] >= 0.9 > plan["before"]
    told = dubao("words", "--plan", SLUG, "--version", "news", "--target", "90").stdout
    assert re.match(rf"Learn these {len(plan['words'])} words: [\d.]+% to 9[\d.]+%", told)
    learn = [word["word"] for word in plan["words"]]
    listed = "\n".join(learn)
    dubao("words", "--know", "-", stdin=listed)
    texts = json.loads(dubao("words", "--coverage", "--json").stdout)["texts"]
    known = next(row["known"] for row in texts if row["slug"] == SLUG and row["level"] == "news")
    assert abs(known - plan["after"]) < 0.001
    shares = [row["known"] for row in texts]
    assert shares == sorted(shares, reverse=True)


def test_backup_restore_and_undo_of_the_restore(learnt: Run, tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    assert "Kept 10 answers" in learnt("backup", str(file)).stdout
    away = str(tmp_path / "another home")
    done = learnt("restore", str(file), DUBAO_HOME=away)
    assert done.returncode == 0, done.stderr
    assert "Restored 10 answers" in done.stdout
    one = json.loads(learnt("backup", "-").stdout)
    two = json.loads(learnt("backup", "-", DUBAO_HOME=away).stdout)
    assert (one["tables"], one["reviews"]) == (two["tables"], two["reviews"])
    assert "Restored 0 answers" in learnt("restore", "--undo", DUBAO_HOME=away).stdout
    assert "Restored 10 answers" in learnt("restore", "--undo", DUBAO_HOME=away).stdout


def test_a_damaged_backup_and_a_day_without_a_copy_are_told(learnt: Run, tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    learnt("backup", str(file))
    file.write_bytes(file.read_bytes()[:-40])
    done = learnt("restore", str(file))
    assert done.returncode != 0
    assert "no whole backup" in done.stderr
    assert stats(learnt)["answers"] == 10
    done = learnt("restore", "--day", "1999-01-01")
    assert done.returncode == 2
    assert "There are copies of 20" in done.stderr


def test_one_of_a_thing_is_told_as_one(dubao: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "kept.json")
    dubao("quiz", "zero-service", "--plain", "--seed", "1", stdin="1\n")
    assert "Kept 1 answer, 1 card in" in dubao("backup", file).stdout
    assert "Restored 1 answer from" in dubao("restore", file).stdout


def test_words_are_found_by_pinyin_with_and_without_marks(dubao: Run) -> None:
    plain = dubao("words", "--search", "FuWu").stdout
    assert plain.startswith("服务\tfúwù")
    assert plain == dubao("words", "--search", "fúwù").stdout
