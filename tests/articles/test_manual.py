"""The teacher's manual, followed to the letter: its small article is right, and as easy as it says."""

from __future__ import annotations

import re
from pathlib import Path

from reader.articles.check import check_article
from reader.articles.levels import measure_levels
from reader.chinese.annotate import annotate, load_resources
from reader.chinese.dictionary import open_dictionary
from reader.paths import Paths

MANUAL = Path(__file__).resolve().parents[2] / "content" / "README.md"
_FILE = re.compile(r"`([\w.]+)`:\n\n```\w*\n(.*?)```", re.DOTALL)


def test_the_article_of_the_manual_can_be_copied_checked_and_read(tmp_path: Path) -> None:
    folder = tmp_path / "village-bookshop"
    folder.mkdir()
    for name, content in _FILE.findall(MANUAL.read_text(encoding="utf-8").partition("## A small article")[2]):
        (folder / name).write_text(content, encoding="utf-8")
    report = check_article(folder)
    assert [str(complaint) for complaint in report.complaints] == []
    assert report.figures == 1
    assert report.article is not None
    dictionary = open_dictionary(Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache"))
    resources = load_resources(dictionary)
    measured = measure_levels(
        report.article,
        lambda article, version: annotate(version.text, glossary=article.glossary, resources=resources),
    )
    assert [m.complaint for m in measured] == ["", ""]
    dictionary.close()
