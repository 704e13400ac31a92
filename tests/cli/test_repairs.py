"""``dubao repairs`` as its user runs it."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_repairs_are_made_listed_exported_undone_and_taken_again(dubao: Run, tmp_path: Path) -> None:
    assert "No repairs yet" in dubao("repairs").stdout
    assert dubao("repairs", "split", "图书", "馆").returncode == 0
    mended = dubao("repairs", "mend", "学习", "--pinyin", "xue2xi5", "--gloss", "to study")
    assert "学习  xuéxi  “to study”" in mended.stdout
    listed = json.loads(dubao("repairs", "--json").stdout)
    assert [(r["text"], r["words"]) for r in listed["repairs"]] == [
        ("图书馆", ["图书", "馆"]),
        ("学习", ["学习"]),
    ]
    annotated = json.loads(dubao("annotate", "--json", stdin="在图书馆学习。").stdout)
    tokens = annotated["paragraphs"][0]["sentences"][0]["tokens"]
    assert [token["text"] for token in tokens] == ["在", "图书", "馆", "学习", "。"]
    assert (tokens[3]["pinyin"], tokens[3]["source"], tokens[3]["sure"]) == ("xuéxi", "repair", True)
    file = str(tmp_path / "repairs.json")
    assert "2 repairs written" in dubao("repairs", "export", file).stdout
    assert dubao("repairs", "export", file).returncode != 0
    assert "学习" in dubao("repairs", "undo").stdout
    assert "图书 + 馆" in dubao("repairs", "undo", "图书馆").stdout
    nothing = dubao("repairs", "undo")
    assert (nothing.returncode, nothing.stderr) == (1, "dubao: there is no repair to undo.\n")
    assert "2 repairs taken" in dubao("repairs", "import", file).stdout
    assert "0 repairs taken" in dubao("repairs", "import", file).stdout


def test_what_is_no_repair_is_refused_in_a_sentence(dubao: Run) -> None:
    for words in (("split", "AI"), ("mend", "学习", "--pinyin", "xue2"), ("import", "missing.json")):
        refused = dubao("repairs", *words)
        assert refused.returncode != 0
        assert refused.stderr.startswith("dubao: ")
        assert "Traceback" not in refused.stderr
    assert "no list of repairs" in dubao("repairs", "import", "-", stdin="{}").stderr
