"""``dubao import`` and what is done with imported texts, as a user does it."""

import json
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "data" / "newspaper-page.txt"
KEYS = [
    "slug", "headline", "kicker", "subheads", "dateline", "byline", "captions", "paragraphs", "figures",
    "characters", "duplicate_of",
]  # fmt: skip


def test_a_page_is_imported_and_used_like_any_article(dubao, tmp_path):
    shown = json.loads(dubao("import", str(PAGE), "--json", "--dry-run").stdout)
    assert list(shown) == ["schema", "articles", "warnings"]
    assert [list(article) for article in shown["articles"]] == [KEYS] * 4
    assert json.loads(dubao("list", "--own", "--json").stdout)["articles"] == []
    kept = json.loads(dubao("import", str(PAGE), "--json").stdout)
    assert kept == shown
    first = kept["articles"][0]
    body = "\n".join(first["paragraphs"])
    inside = [f for f in first["figures"] if f["end"] <= len(body)]
    assert all(body[f["start"] : f["end"]] == f["text"] for f in inside)
    assert {"2000余", "600万", "11.8万", "三分之一", "58"} <= {f["text"] for f in first["figures"]}
    again = json.loads(dubao("import", str(PAGE), "--json").stdout)
    assert [a["duplicate_of"] for a in again["articles"]] == [a["slug"] for a in kept["articles"]]
    slug = first["slug"]
    assert "果园连成片" in dubao("show", slug).stdout
    assert json.loads(dubao("questions", slug, "--json").stdout)["questions"]
    assert "藏书" in dubao("annotate", slug, "--format", "text").stdout
    assert dubao("quiz", slug, "--plain", stdin="q\n").returncode == 0


def test_a_text_from_standard_input_in_another_encoding(dubao, home):
    import subprocess
    import sys

    text = "书店\n\n村里有了书店，店里有图书3200余册，孩子们都来看书。".encode("gb18030")
    run = subprocess.run(
        [sys.executable, "-m", "reader", "import", "-", "--json"], input=text, capture_output=True, timeout=60,
        env={"DUBAO_HOME": str(home), "PATH": ""}, cwd=PAGE.parents[2], check=True,
    )  # fmt: skip
    shown = json.loads(run.stdout)
    assert shown["articles"][0]["headline"] == "书店"
    assert "GB18030" in shown["warnings"][0]


def test_what_cant_be_imported_is_a_sentence(dubao, tmp_path):
    for name, data in {
        "a.pdf": b"%PDF-1.7",
        "b.bin": bytes(range(256)) * 9,
        "c.txt": b"only English",
    }.items():
        (tmp_path / name).write_bytes(data)
        run = dubao("import", str(tmp_path / name))
        assert run.returncode == 1
        assert run.stdout == ""
        assert run.stderr.startswith(f"dubao: {name}")
        assert len(run.stderr.splitlines()) == 1
    (tmp_path / "empty").mkdir()
    assert "no text" in dubao("import", str(tmp_path / "empty")).stderr


def test_an_imported_text_is_tagged_found_deleted_and_brought_back(dubao, tmp_path):
    file = tmp_path / "a.md"
    file.write_text(
        "---\ntags: [乡村]\ndate: 2026-05-06\n---\n# 村里的书店\n\n店里有图书3200余册。", encoding="utf-8"
    )
    slug = json.loads(dubao("import", str(file), "--json").stdout)["articles"][0]["slug"]
    dubao("edit", slug, "--tag", "书", "--note", "再读一遍")
    details = json.loads(dubao("edit", slug, "--json").stdout)
    assert (details["tags"], details["date"]) == (["乡村", "书"], "2026-05-06")
    assert details["notes"][-1]["text"] == "再读一遍"
    assert slug in dubao("list", "图书", "3200").stdout
    assert slug in dubao("list", "--tag", "书").stdout
    assert dubao("delete", slug).returncode == 0
    assert slug not in dubao("list").stdout
    assert dubao("delete", slug).returncode == 2
    assert slug in dubao("delete", "--undo").stdout
    assert slug in dubao("list", "--own").stdout


def test_reading_a_file_needs_a_terminal_but_no_library(dubao, home):
    run = dubao("read", str(PAGE))
    assert (run.returncode, "needs a terminal" in run.stderr) == (2, True)
    assert not (home / "data" / "library").exists()
    assert "no file" in dubao("read", "./nothing.txt").stderr


def test_an_article_is_exported_as_content_that_check_accepts(dubao, tmp_path):
    slugs = [a["slug"] for a in json.loads(dubao("import", str(PAGE), "--json").stdout)["articles"]]
    run = dubao("export", "content", *slugs, "zero-service", "--to", str(tmp_path))
    assert run.returncode == 0, run.stderr
    for slug in (*slugs, "zero-service"):
        checked = dubao("check", str(tmp_path / slug))
        assert checked.returncode == 0, checked.stdout
    news = (tmp_path / slugs[0] / "news.txt").read_text(encoding="utf-8")
    assert news.startswith("# 小渔村 怎样变成花果镇\n\n4月14日、15日，")
    assert "is there already" in dubao("export", "content", slugs[0], "--to", str(tmp_path)).stderr
    assert dubao("export", "content", slugs[0], "--to", str(tmp_path / "none")).returncode == 2


def test_a_book_is_exported_with_its_chapters(dubao, tmp_path):
    book = "《山里》\n\n" + "\n\n".join(
        f"第{n}章 山\n\n{'山上下了大雪，我们走了3公里。' * 60}" for n in range(1, 5)
    )
    (tmp_path / "a.txt").write_text(book, encoding="utf-8")
    (article,) = json.loads(dubao("import", str(tmp_path / "a.txt"), "--json").stdout)["articles"]
    assert article["subheads"] == [f"第{n}章 山" for n in range(1, 5)]
    assert dubao("export", "content", article["slug"], "--to", str(tmp_path)).returncode == 0
    assert dubao("check", str(tmp_path / article["slug"])).returncode == 0
    assert "第2章 山" in dubao("show", article["slug"], "--version", "c2").stdout
