"""The README tells of every command, and what it points at is there."""

import re
from pathlib import Path

from reader.cli.parser import available

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_picture_and_page_it_points_at_exists() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(targets) >= 5
    assert not [target for target in targets if not (ROOT / target).is_file()]


def test_it_tells_of_every_command_and_of_no_other() -> None:
    table = README.split("## All commands")[1].split("\n## ")[0]
    told = set(re.findall(r"`dubao ([a-z]+)", table))
    assert told == set(available())


def test_its_test_command_is_the_one_that_the_checks_run() -> None:
    found = re.findall(r"^.*tests/all\.py.*$", README, re.MULTILINE)
    assert len(found) == 1
    assert found[0].startswith("python3 -m venv .venv && ")


def test_it_shows_every_picture_of_the_screens() -> None:
    pictures = {f"tests/screens/{file.name}" for file in (ROOT / "tests" / "screens").glob("*.svg")}
    assert pictures == set(re.findall(r"!\[[^]]+\]\((tests/screens/[^)]+)\)", README))
