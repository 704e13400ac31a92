"""Random and spoilt inputs: each importer gives clean texts or a sentence. The long run is in ``benchmarks``."""

import random
from pathlib import Path

import pytest

from reader.articles.content import read_article
from reader.articles.importing.keeping import Origin, OwnTexts
from reader.articles.importing.texts import Found
from tests.articles.importing.spoiling import KINDS, outcome, spoilt


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_input_gives_clean_texts_or_a_sentence(kind: str) -> None:
    rng = random.Random(f"quick {kind}")
    for _ in range(60):
        outcome(spoilt(kind, rng), kind)


def test_what_was_kept_of_spoilt_inputs_can_be_read_again(tmp_path: Path) -> None:
    own, rng = OwnTexts(tmp_path), random.Random("kept")
    batch, slugs = own.batch(), set()
    for number in range(120):
        kind = rng.choice(KINDS)
        data = spoilt(kind, rng)
        found = outcome(data, kind)
        if isinstance(found, Found):
            for kept in batch.keep(
                found.drafts,
                Origin(kind, found.encoding, data, found.kind),
                f"2026-11-25T08:00:{number % 60:02}",
            ):
                slugs.add(kept.slug)
    own.flush()
    assert all(read_article(tmp_path / slug).versions for slug in slugs)
    assert not own.cards()[1]


@pytest.mark.parametrize("kind", ["text.txt", "text.md", "text.html"])
@pytest.mark.parametrize(
    "piece",
    [
        "好\n",
        "一",
        "记者一",
        "（",
        "【",
        "[",
        "'一",
        "a",
        "字 字\n",
        "第一章\n",
        "<!DOCTYPE[",
        "甲：好？\n",
        "图 摄\n",
    ],
)
def test_one_thing_over_and_over_is_read_or_refused(kind: str, piece: str) -> None:
    # Nothing is timed here; what is looked for in endless ways would hang.
    outcome(f"你好。\n{piece * (9000 // len(piece))}".encode(), kind)
