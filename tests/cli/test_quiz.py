"""``dubao quiz --plain`` and ``dubao questions``: what they print, and what their letters do."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import Run

SLUG = "poli-satellite-town"
PLAIN = ("quiz", SLUG, "--plain", "--seed", "4")
FIELDS = {"id", "item", "kind", "stem", "stem_en", "options", "key", "accepts", "proof", "fact"}


def asked(output: str) -> list[str]:
    return re.findall(r"^Question \d+ of \d+: (.*)$", output, re.M)


def test_u_takes_the_last_answer_back_and_asks_again(dubao: Run) -> None:
    done = dubao(*PLAIN, stdin="1\nu\n1\nq\n")
    stems = asked(done.stdout)
    assert stems[0] == stems[2]
    assert "Undone." in done.stdout
    assert json.loads(dubao("stats", "--json").stdout)["answers"] == 1


def test_m_counts_the_last_answer_otherwise(dubao: Run) -> None:
    done = dubao(*PLAIN, stdin="s\nm\nq\n")
    assert "The last answer counts as right" in done.stdout
    assert "Score: 1 of 1 right." in done.stdout


def test_plus_has_it_come_back_later(dubao: Run) -> None:
    done = dubao(*PLAIN, stdin="s\nm\n-\n+\n+\nq\n")
    assert "counts as right, hard" in done.stdout
    assert "counts as right, easy" in done.stdout


def test_the_end_tells_the_kinds_the_misses_in_their_sentences_and_what_comes_back(dubao: Run) -> None:
    done = dubao(*PLAIN, stdin="s\n" * 10)
    assert "Score: 0 of 10 right." in done.stdout
    assert len(re.findall(r"^Missed: ", done.stdout, re.M)) == 10
    end = done.stdout[done.stdout.index("Score:") :]
    assert len(re.findall(r"^  .*【.+】", end, re.M)) == 10
    assert re.search(r"^Comes back: 10 in ", end, re.M)


def test_r_asks_again_what_was_missed(dubao: Run) -> None:
    done = dubao(*PLAIN, "--length", "2", stdin="s\ns\nr\ns\ns\n")
    stems = asked(done.stdout)
    assert stems[:2] == stems[2:]


def test_a_text_file_is_asked_about_without_being_kept(dubao: Run, tmp_path: Path) -> None:
    text = tmp_path / "bridge.txt"
    text.write_text("桥长1800米，宽25.5米。\n去年有320万人走过这座桥。\n", "utf-8")
    done = dubao("quiz", str(text), "--plain", "--seed", "1", stdin="s\n" * 10)
    assert done.returncode == 0, done.stderr
    assert asked(done.stdout)
    assert "bridge" not in dubao("list").stdout


def test_only_the_kinds_asked_for(dubao: Run) -> None:
    for words in (("--kind", "who"), ("--figures",), ("--kind", "words")):
        assert dubao(*PLAIN, *words, stdin="q\n").returncode == 0
    done = dubao("questions", SLUG, "--version", "news", "--kind", "measure", "--all", "--json")
    assert {q["kind"] for q in json.loads(done.stdout)["questions"]} == {"measure"}


def test_only_what_was_missed(dubao: Run) -> None:
    assert dubao(*PLAIN, "--missed", stdin="q\n").returncode == 2
    missed = asked(dubao(*PLAIN, "--length", "3", stdin="s\ns\ns\n").stdout)
    again = asked(dubao(*PLAIN, "--missed", stdin="s\n" * 9).stdout)
    assert len(again) == len(missed) == 3


def test_questions_as_json(dubao: Run) -> None:
    done = dubao("questions", SLUG, "--version", "news", "--all", "--json")
    found = json.loads(done.stdout)
    assert found["schema"] == 1
    assert len(found["questions"]) >= 250
    shown = json.loads(dubao("show", SLUG, "--version", "news", "--json").stdout)
    text = shown.get("text")
    for question in found["questions"]:
        assert set(question) == FIELDS
        assert all(set(option) == {"text", "mistake"} for option in question["options"])
        if question["options"]:
            assert [o["text"] for o in question["options"] if o["mistake"] is None] == [question["key"]]
        proof = question["proof"]
        assert set(proof) == {"sentence", "text", "start", "end"}
        assert proof["text"] in proof["sentence"]
        if text is not None:
            assert text[proof["start"] : proof["end"]] == proof["text"]
    assert all(set(refusal) == {"item", "why"} for refusal in found["refused"])


def test_a_seed_chooses_the_questions_and_refused_says_why_not(dubao: Run) -> None:
    one, two, other = (
        json.loads(dubao("questions", SLUG, "--seed", seed, "--json").stdout)["questions"] for seed in "112"
    )
    assert one == two != other
    assert len(one) == 10
    lines = dubao("questions", SLUG, "--refused").stdout.splitlines()
    assert lines
    assert all(": " in line for line in lines)


def test_offsets_in_a_file_are_those_of_its_text(dubao: Run, tmp_path: Path) -> None:
    text = "昨天下了雨。\n\n  桥长1800米，宽25.5米。\n去年有320万人走过这座桥。\n"
    file = tmp_path / "bridge.txt"
    file.write_text(text, "utf-8")
    found = json.loads(dubao("questions", str(file), "--all", "--json").stdout)["questions"]
    assert found
    assert all(text[q["proof"]["start"] : q["proof"]["end"]] == q["proof"]["text"] for q in found)


def test_a_program_finds_every_right_answer_among_the_accepted(dubao: Run) -> None:
    found = json.loads(dubao("questions", SLUG, "--all", "--kind", "words", "--json").stdout)
    assert found["questions"]
    assert all(question["key"] in question["accepts"] for question in found["questions"])


def test_facts_are_matched_with_their_articles_in_lines_and_for_programs(dubao: Run) -> None:
    done = dubao("quiz", SLUG, "--plain", "--seed", "4", "--kind", "match", "--length", "1", stdin="1\n")
    assert "下面三件事各是哪一篇文章说的？" in done.stdout
    assert "Facts and their articles:" in done.stdout
    values = json.loads(dubao("questions", SLUG, "--kind", "match", "--all", "--json").stdout)
    assert values["questions"]
    for question in values["questions"]:
        assert question["item"].endswith("/match")
        assert [option["mistake"] for option in question["options"]].count(None) == 1


def test_a_text_that_gives_fewer_questions_says_so(dubao: Run, tmp_path: Path) -> None:
    text = tmp_path / "bridge.txt"
    text.write_text("桥长1800米，宽25.5米。\n去年有320万人走过这座桥。\n", "utf-8")
    done = dubao("quiz", str(text), "--plain", "--seed", "1", "--length", "40", stdin="q\n")
    assert re.match(r"The text gives \d+ questions of the 40: ", done.stdout)
    assert "The text gives" not in dubao(*PLAIN, stdin="q\n").stdout


def test_what_was_skipped_is_called_so(dubao: Run) -> None:
    assert "Skipped.\nAnswer: " in dubao(*PLAIN, stdin="s\nq\n").stdout
