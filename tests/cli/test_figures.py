"""``dubao figures`` and ``dubao number``, run as their user runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PAGE = Path(__file__).parents[1] / "data" / "newspaper-page.txt"
KEYS = [
    "text", "start", "end", "value", "low", "high", "bound", "kind", "measure", "unit", "subject", "subject_source",
    "hanzi", "pinyin", "sentence", "direction",
]  # fmt: skip


def figures(dubao: Run, text: str) -> list[dict[str, Any]]:
    done = dubao("figures", "-", "--json", stdin=text)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["schema"] == 1
    found: list[dict[str, Any]] = told["figures"]
    return found


def test_every_figure_has_all_its_fields_and_its_place_in_the_input(dubao: Run) -> None:
    text = "标题。\r\n  全镇 2家企业投资超过３０００亿元，占1/3。\r\n"
    found = figures(dubao, text)
    assert [list(figure) for figure in found] == [KEYS] * 3
    assert [text[figure["start"] : figure["end"]] for figure in found] == ["2", "３０００亿", "1/3"]
    assert [figure["text"] for figure in found] == ["2", "３０００亿", "1/3"]
    assert [figure["value"] for figure in found] == ["2", "300000000000", "1/3"]
    assert {figure["sentence"] for figure in found} == {"全镇 2家企业投资超过３０００亿元，占1/3。"}


def test_a_figure_is_read_without_its_measure_word_but_in_its_light(dubao: Run) -> None:
    (two,) = figures(dubao, "全镇有2家。")
    assert (two["text"], two["hanzi"], two["pinyin"], two["measure"], two["unit"]) == ("2", "两", "liǎng", "家", None)  # fmt: skip


def test_bounds_and_ranges_are_told_by_name_and_by_their_ends(dubao: Run) -> None:
    over, between = figures(dubao, "超过1.2万亩，费用在50万元至60万元之间。")
    assert (over["bound"], over["low"], over["high"], over["unit"]) == ("more_than", "12000", None, "亩")
    assert (between["kind"], between["value"], between["low"], between["high"]) == ("range", None, "500000", "600000")  # fmt: skip


def test_a_change_tells_whether_it_went_up_or_down(dubao: Run) -> None:
    found = figures(dubao, "产量增长了40%，成本下降三成，人数仍为120人。")
    assert [figure["direction"] for figure in found] == ["up", "down", None]
    assert "up" in dubao("figures", "-", stdin="产量增长了40%。").stdout
    assert "up 40%" in dubao("number", "增长了40%").stdout


def test_what_is_counted_comes_with_where_it_was_found(dubao: Run) -> None:
    found = {figure["text"]: figure for figure in figures(dubao, "居民提出的131条建议中，有118条已经采纳。")}
    assert (found["131"]["subject"], found["131"]["subject_source"]) == ("建议", "behind")


def test_a_text_without_figures_gives_an_empty_list(dubao: Run) -> None:
    assert figures(dubao, "一带一路，三心二意。") == []
    assert figures(dubao, "") == []


def test_a_file_is_read_by_its_name_and_listed_for_people(dubao: Run) -> None:
    done = dubao("figures", str(PAGE))
    assert done.returncode == 0
    assert "1.2万亩" in done.stdout
    assert "more than" in done.stdout


def test_what_is_no_text_is_refused_with_a_sentence(dubao: Run, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\x0d\x0a\xff\xfe\x00")
    for name in (str(picture), str(tmp_path / "missing.txt")):
        done = dubao("figures", name)
        assert done.returncode in (1, 2)
        assert done.stderr.startswith("dubao: ")
        assert "Traceback" not in done.stderr


def test_a_number_is_explained_line_by_line(dubao: Run) -> None:
    told = dubao("number", "超过3000亿元").stdout
    for part in ("300,000,000,000", "3000|0000|0000", "more than 300 billion yuan", "三千亿  sānqiān yì",
                 "3000亿 = 3000 × 100,000,000 = 300,000,000,000", "÷ 1,408,280,000"):  # fmt: skip
        assert part in told


def test_a_number_uses_the_readers_own_rate_and_peg(dubao: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(
        'currency = "euros"\ncurrency_rate = 7.5\ncurrency_date = "2026-11-20"\n'
        'peg = "the people of Leeds"\npeg_people = 800000\npeg_year = 2021\n',
        encoding="utf-8",
    )
    assert "= 100 million euros at the rate of 2026-11-20" in dubao("number", "7.5亿元").stdout
    assert "= 25% of the people of Leeds (2021)" in dubao("number", "20万人").stdout


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("3000亿元", "300 billion yuan", 0), ("-5℃", "零下五度", 0), ("三成五", "35%", 0), ("2023年", "二〇二三年", 0),
        ("3000亿", "3000万", 1), ("超过100个", "100个", 1), ("hello", "3000亿", 2), ("3000亿", "", 2),
    ],
)  # fmt: skip
def test_two_numbers_are_compared_by_exit_status(dubao: Run, one: str, other: str, status: int) -> None:
    done = dubao("number", "--same", one, other)
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr


def test_a_text_without_a_figure_is_no_number(dubao: Run) -> None:
    done = dubao("number", "一带一路")
    assert done.returncode == 2
    assert "no figure" in done.stderr
