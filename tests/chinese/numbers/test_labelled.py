"""The finder against figures labelled by hand, in texts of many kinds and on a newspaper page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from reader.chinese.numbers import find_figures as read_figures
from reader.chinese.numbers.find import find_figures
from reader.chinese.numbers.quantity import Quantity

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Label:
    """One labelled figure: where it stands and what is asked of it (empty: not asked)."""

    start: int
    end: int
    value: str
    bound: str
    kind: str
    measure: str

    def is_met_by(self, figure: Quantity) -> bool:
        return (
            self._has_value(figure)
            and figure.bound == self.bound
            and self.kind in ("", figure.kind)
            and self.measure in ("", figure.measure)
        )

    def _has_value(self, figure: Quantity) -> bool:
        if self.value == "-":
            return True
        if ".." in self.value:
            low, high = self.value.split("..")
            return (figure.low, figure.high) == (Fraction(low), None if high == "-" else Fraction(high))
        return figure.value == Fraction(self.value)


def texts(name: str) -> list[tuple[str, list[Label]]]:
    """Read a file of labelled texts; labels stand in the order of the text."""
    content = tomllib.loads((DATA / "figures" / name).read_text("utf-8"))
    return [(entry["text"], _labels(entry["text"], entry["figures"])) for entry in content["text"]]


def _labels(text: str, figures: list[str]) -> list[Label]:
    labels, position = [], 0
    for figure in figures:
        written, value, bound, kind, measure = (figure.split("|") + [""] * 5)[:5]
        start = text.find(written + measure, position)
        start = start if start >= 0 else text.index(written, position)
        position = start + len(written)
        labels.append(Label(start, position, value, bound or "exact", kind, measure))
    return labels


def wrong(name: str) -> tuple[int, list[str], list[str]]:
    """Return how many labels a file has, those the finder misses or misreads, and what it invents."""
    total, missed, invented = 0, [], []
    for text, labels in texts(name):
        found = {(figure.start, figure.end): figure for figure in find_figures(text)}
        total += len(labels)
        for label in labels:
            figure = found.pop((label.start, label.end), None)
            if figure is None or not label.is_met_by(figure):
                missed.append(f"{text[label.start : label.end]} in {text}: {figure}")
        invented += [f"{figure.text} in {text}" for figure in found.values()]
    return total, missed, invented


@pytest.mark.parametrize(
    "name",
    [
        "worked.toml",
        "held_out.toml",
        "fresh.toml",
        "news.toml",
        "kinds.toml",
        "second.toml",
        "third.toml",
        "read.toml",
        "fourth.toml",
        "fifth.toml",
        "sixth.toml",
        "seventh.toml",
        "eighth.toml",
        "ninth.toml",
        "tenth.toml",
    ],
)
def test_at_least_98_in_100_figures_are_right_in_span_value_bound_and_kind(name: str) -> None:
    total, missed, invented = wrong(name)
    assert total >= 50
    assert len(missed) <= 0.02 * total, missed
    assert len(invented) <= 0.02 * total, invented


def test_at_least_99_in_100_figures_of_news_are_read_aloud_as_a_speaker_reads_them() -> None:
    total, wrongly = 0, []
    for entry in tomllib.loads((DATA / "figures" / "read.toml").read_text("utf-8"))["text"]:
        found = [(figure.text, figure.hanzi) for figure in read_figures(entry["text"])]
        for label in entry["figures"]:
            written, *_, hanzi = label.split("|")
            total += 1
            if (written, hanzi) not in found:
                wrongly.append((written, hanzi, [said for text, said in found if text == written]))
    assert total >= 100
    assert len(wrongly) <= 0.01 * total, wrongly


@pytest.mark.parametrize("part", ["worked", "held_out", "phrases", "fresh", "words", "names"])
def test_no_figure_is_invented_in_words_names_and_slogans(part: str) -> None:
    sentences = tomllib.loads((DATA / "figures" / "none.toml").read_text("utf-8"))[part]
    assert len(sentences) >= 50
    assert {s: [q.text for q in find_figures(s)] for s in sentences if find_figures(s)} == {}


def test_every_figure_a_careful_reader_noted_on_a_newspaper_page_is_found() -> None:
    page = (DATA / "newspaper-page.txt").read_text("utf-8")
    noted = tomllib.loads((DATA / "newspaper-page.expected.toml").read_text("utf-8"))["number"]
    figures = iter(find_figures(page))
    for number in noted:
        # The list follows the page, so each one is looked for behind the last.
        found = next(
            (f for f in figures if f.text == number["written"] and f.measure == number.get("measure")), None
        )
        assert found is not None, number
        assert found.bound == number.get("qualifier", "exact"), number
        if "value" in number:
            assert found.value is not None
            assert abs(float(found.value) - number["value"]) < 1e-9
        else:
            assert (found.low, found.high) == (number["low"], number["high"])
        assert "kind" not in number or found.kind == number["kind"]
        assert number.get("change") != "growth" or found.direction == "up"
