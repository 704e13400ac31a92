"""The language helper and the cache: texts of any length, helpers that end, files that are damaged."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.chinese import process
from reader.chinese.annotate import Resources, annotate
from reader.chinese.packed import packed
from reader.chinese.packing import DamagedError, pack, unpack
from reader.chinese.process import Annotator, parts
from reader.errors import TextError
from reader.paths import Paths

TEXT = "他得走了，跑得很快。今年有3部手机，共一万三千元。\n\n“好！”她说。\n"


@pytest.fixture(scope="module")
def annotator(paths: Paths) -> Iterator[Annotator]:
    with Annotator(paths) as made:
        yield made


def test_the_helper_says_what_annotating_here_says(annotator: Annotator, resources: Resources) -> None:
    assert annotator.annotate(TEXT) == annotate(TEXT, resources=resources)


def test_a_long_text_goes_through_in_parts_and_is_lawful(annotator: Annotator) -> None:
    shares: list[float] = []
    text = TEXT * 4000
    annotated = annotator.annotate(text, progress=shares.append)
    assert annotated.is_lawful()
    assert annotated.text == text
    assert len(list(parts(text))) > 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    for token in annotated.tokens:
        if token.quantity is not None:
            assert token.quantity.start == token.start
    assert annotator.is_cached(text)
    assert annotator.annotate(text) == annotated


@given(st.text(st.sampled_from("他好。\n a\U00020000"), max_size=300), st.integers(1, 40))
def test_parts_joined_are_the_text(text: str, size: int) -> None:
    cut = list(parts(text, size))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= size for start, end in cut)


@pytest.fixture
def by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of two parts are long, and there are processors for two helpers."""
    monkeypatch.setattr(process, "_LONG", 2)
    monkeypatch.setattr(process, "processors", lambda: 2)


LONGER = "他得走了，跑得很快。今年有3部手机，共一万三千元。\n\n“好！”她说，{}。\n"


@pytest.mark.usefixtures("by_two")
def test_two_helpers_annotate_a_long_text_as_one_does(paths: Paths, resources: Resources) -> None:
    text = "".join(LONGER.format(number) for number in range(1500))
    shares: list[float] = []
    with Annotator(paths, use_cache=False) as annotator:
        found = annotator.annotate(text, progress=shares.append)
        assert annotator._lanes[1].helper is None  # at rest again
        assert annotator.annotate("再来。").text == "再来。"
    assert found.is_lawful()
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    parted = list(parts(text))
    assert len(parted) > 3
    start, end = parted[2]
    alone = annotate(text[start:end], resources=resources)
    here = packed(found.tokens).between(start, end)
    assert [token._replace(start=token.start - start, quantity=None) for token in here] == [
        token._replace(quantity=None) for token in alone.tokens
    ]


@pytest.mark.usefixtures("by_two")
@pytest.mark.parametrize("after", [0.05, 0.5])
def test_two_helpers_stop_when_nobody_wants_the_text_any_more(paths: Paths, after: float) -> None:
    def stop(share: float) -> None:
        if share > after:
            raise KeyboardInterrupt

    with Annotator(paths, use_cache=False) as annotator:
        with pytest.raises(KeyboardInterrupt):
            annotator.annotate(TEXT * 1500, progress=stop)
        assert annotator.annotate("下一个。").text == "下一个。"
        assert not [one for one in threading.enumerate() if one.daemon and "do" in one.name]


@pytest.mark.usefixtures("by_two")
def test_a_text_of_two_helpers_goes_on_when_one_of_them_is_killed(paths: Paths) -> None:
    killed: list[int] = []

    def kill(share: float) -> None:
        helper = annotator._lanes[0].helper
        if share > 0.3 and helper is not None and not killed:
            killed.append(helper._process.pid)
            helper._process.kill()

    with Annotator(paths, use_cache=False) as annotator:
        text = TEXT * 2500
        found = annotator.annotate(text, progress=kill)
    assert killed
    assert (found.text, found.is_lawful()) == (text, True)


@pytest.mark.usefixtures("by_two")
def test_what_goes_wrong_in_one_of_two_helpers_is_said(paths: Paths, tmp_path: Path) -> None:
    broken = Paths(tmp_path / "c", tmp_path / "d", tmp_path / "k")
    broken.data.mkdir()
    (broken.data / "cedict.txt.gz").write_bytes(b"\x1f\x8b broken")
    with Annotator(broken, use_cache=False) as annotator, pytest.raises(TextError, match="damaged"):
        annotator.annotate(TEXT * 1500)


def test_a_helper_that_was_killed_is_started_anew(annotator: Annotator) -> None:
    annotator.annotate("开始。")
    helper = annotator._lanes[0].helper
    assert helper is not None
    os.kill(helper._process.pid, signal.SIGKILL)
    assert annotator.annotate("没有问题。").is_lawful()


def test_stopping_half_way_leaves_nothing_behind_that_answers_the_next(annotator: Annotator) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        annotator.annotate("停" * 50, progress=stop)
    assert annotator.annotate("下一个。").text == "下一个。"


def test_a_closed_annotator_says_so(paths: Paths) -> None:
    closed = Annotator(paths)
    closed.close()
    with pytest.raises(TextError, match="closing"):
        closed.annotate("新的文字。")


def test_a_damaged_file_of_the_cache_is_made_anew(annotator: Annotator, paths: Paths) -> None:
    text = "这是一个会坏的文件。"
    made = annotator.annotate(text)
    for path in paths.cache.rglob("*.text"):
        path.write_bytes(path.read_bytes()[:-3] + b"abc")
    assert annotator.annotate(text) == made


@given(st.binary(max_size=200))
def test_bytes_that_are_no_packed_text_are_refused(data: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(data)


def test_a_text_survives_packing(resources: Resources) -> None:
    annotated = annotate(TEXT, resources=resources)
    assert unpack(pack(annotated)) == annotated


def test_a_text_packed_in_an_older_layout_is_refused(resources: Resources) -> None:
    data = pack(annotate(TEXT, resources=resources))
    with pytest.raises(DamagedError):
        unpack(data.replace(b"dubao-annotated-3", b"dubao-annotated-2", 1))


def test_a_cache_that_cannot_be_written_is_no_error(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    with Annotator(Paths(paths.config, paths.data, paths.cache)) as annotator:
        annotator._cache._folder = tmp_path / "cache" / "texts"  # type: ignore[union-attr]
        assert annotator.annotate("写不进去。").is_lawful()
