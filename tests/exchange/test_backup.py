"""Everything in one file and back: checked first, undone if one likes, and nothing of the reader's lost."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StorageError, UsageError
from reader.exchange.backup import (
    REPLACED_KEPT,
    daily_copies,
    make_backup,
    read_backup,
    replaced,
    restore,
    write_backup,
)
from reader.paths import Paths
from reader.review.card import Rating, Review
from reader.review.schedule import Scheduler, new_card
from reader.review.store import Store, open_store
from reader.review.words import WordState

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def paths_at(folder: Path) -> Paths:
    return Paths(folder / "config", folder / "data", folder / "cache")


class Desk:
    """Progress and files in a home of their own."""

    def __init__(self, folder: Path) -> None:
        self.paths = paths_at(folder)
        self.store: Store = open_store(self.paths.progress_folder, clock=lambda: NOW, tz=UTC)

    def answer(self, card_id: str, now: datetime = NOW, rating: Rating = Rating.GOOD) -> None:
        card = self.store.card(card_id) or new_card(card_id, now)
        review = Review(card_id, now, rating, "recall", rating > 1, "万 for 亿" if rating == 1 else None, 4.0)
        self.store.record_answer(review, Scheduler().review(card, rating, now))

    def keep_file(self, name: str, data: bytes) -> None:
        path = self.paths.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def backup(self, now: datetime = NOW) -> dict:
        return make_backup(self.store, self.paths, now)

    def again(self) -> None:
        self.store.close()
        self.store = open_store(self.paths.progress_folder, clock=lambda: NOW, tz=UTC)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "one")
    made.answer("word/集群/meaning")
    made.answer("fact/town/projects/recall", rating=Rating.AGAIN)
    made.store.set_words(["学校", "老师"], WordState.KNOWN, "HSK 4", NOW)
    made.store.set_place("town", "3", 7, NOW)
    made.keep_file("texts/my-own/article.toml", "title = '我的'\n".encode())
    made.keep_file("repairs.toml", b"# mine\n")
    made.keep_file("texts/my-own/old.bin", b"\xff\xfe\x00")
    made.paths.settings_file.parent.mkdir(parents=True)
    made.paths.settings_file.write_text("level = 4\n", encoding="utf-8")
    yield made
    made.store.close()


@pytest.fixture
def other(tmp_path):
    made = Desk(tmp_path / "two")
    yield made
    made.store.close()


def told(backup):
    return {name: value for name, value in backup.items() if name not in ("written", "checksum")}


def test_a_backup_on_another_computer_gives_everything_back(desk, other, tmp_path):
    file = tmp_path / "b.json"
    write_backup(desk.backup(), file)
    done = restore(other.store, other.paths, read_backup(file), NOW)
    assert (done.answers, done.answers_before, done.brought, done.left) == (2, 0, 4, ())
    assert told(other.backup()) == told(desk.backup())
    assert (other.paths.data / "texts/my-own/old.bin").read_bytes() == b"\xff\xfe\x00"
    assert other.paths.settings_file.read_text("utf-8") == "level = 4\n"
    other.again()
    assert told(other.backup()) == told(desk.backup())
    other.answer("word/集群/meaning", NOW + DAY)
    assert other.store.answers == 3


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=5)
answers = st.lists(st.tuples(names, st.integers(0, 10**6), st.sampled_from(Rating)), max_size=8)
files = st.dictionaries(
    st.from_regex(r"\A[a-z]{1,6}/[a-z一-龥]{1,6}\.txt\Z"), st.binary(max_size=40), max_size=3
)


@given(answers, st.dictionaries(names, st.sampled_from(WordState), max_size=4), files, answers)
@settings(max_examples=25, deadline=None)
def test_writing_and_reading_a_backup_is_the_identity(tmp_path_factory, mine, words, own, theirs):
    folder = tmp_path_factory.mktemp("identity")
    one, two = Desk(folder / "one"), Desk(folder / "two")
    for desk, steps in ((one, mine), (two, theirs)):
        for name, minutes, rating in steps:
            desk.answer(f"word/{name}/meaning", NOW + timedelta(minutes=minutes), rating)
    for word, state in words.items():
        one.store.set_words([word], state, "key", NOW)
    for name, data in own.items():
        if not name.startswith("progress"):
            one.keep_file(name, data)
    write_backup(one.backup(), folder / "b.json")
    restore(two.store, two.paths, read_backup(folder / "b.json"), NOW)
    assert told(two.backup()) == told(one.backup())
    assert two.store.cards() == one.store.cards()
    assert list(two.store.reviews()) == list(one.store.reviews())
    one.store.close()
    two.store.close()


def test_the_file_is_for_its_owner_alone(desk, tmp_path):
    file = tmp_path / "b.json"
    write_backup(desk.backup(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_restore_can_be_undone_and_done_again(desk, other):
    before, wanted = told(other.backup())["tables"], desk.backup()
    restore(other.store, other.paths, wanted, NOW)
    restore(other.store, other.paths, read_backup(replaced(other.paths)[0]), NOW + DAY)
    assert other.store.answers == 0
    assert told(other.backup())["tables"] == before
    restore(other.store, other.paths, read_backup(replaced(other.paths)[0]), NOW + 2 * DAY)
    assert other.store.export_all() == desk.store.export_all()


def test_only_the_latest_replaced_states_are_kept_and_a_clock_set_back_mixes_none_up(desk, other):
    backup = desk.backup()
    for number in range(REPLACED_KEPT + 3):
        other.answer("word/读/meaning", NOW + number * DAY)
        restore(other.store, other.paths, backup, NOW - number * DAY)
    kept = replaced(other.paths)
    assert len(kept) == REPLACED_KEPT
    assert read_backup(kept[0])["reviews"][-1]["card"] == "word/读/meaning"
    assert read_backup(kept[0])["reviews"][-1]["at"][:10] == f"{NOW + (REPLACED_KEPT + 2) * DAY:%Y-%m-%d}"


def test_a_file_that_is_there_and_differs_is_left_and_told(desk, other):
    other.keep_file("repairs.toml", b"# theirs\n")
    done = restore(other.store, other.paths, desk.backup(), NOW)
    assert done.left == ("repairs.toml",)
    assert (other.paths.data / "repairs.toml").read_bytes() == b"# theirs\n"


def change(path, how):
    value = json.loads(path.read_text("utf-8"))
    how(value)
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")


@pytest.mark.parametrize(
    ("how", "says"),
    [
        (lambda b: b["tables"]["cards"].popitem(), "damaged or changed"),
        (lambda b: b.update(dubao="other"), "no backup"),
        (lambda b: (b.pop("checksum"), b.update(schema=99)), "newer dubao"),
        (lambda b: (b.pop("checksum"), b["files"].update({"../../escape": {"text": "x"}})), "no place here"),
        (lambda b: (b.pop("checksum"), b["files"].update({"/etc/x": {"text": "x"}})), "no place here"),
        (lambda b: (b.pop("checksum"), b["files"].update({"progress/lock": {"text": "x"}})), "no place here"),
        (lambda b: (b.pop("checksum"), b["files"].update({"a": {"base64": "?"}})), "can't be read"),
        (lambda b: (b.pop("checksum"), b["tables"]["words"]["学校"].update(state="?")), "学校"),
        (lambda b: (b.pop("checksum"), b["reviews"][0].update(rating=9)), "reviews"),
    ],
)
def test_a_broken_backup_is_refused_before_anything_is_changed(desk, other, tmp_path, how, says):
    file = tmp_path / "b.json"
    write_backup(desk.backup(), file)
    change(file, how)
    other.answer("word/读/meaning")
    before = told(other.backup())
    with pytest.raises(StorageError, match=says):
        restore(other.store, other.paths, read_backup(file), NOW)
    assert told(other.backup()) == before
    assert replaced(other.paths) == []


def test_every_prefix_of_a_backup_and_random_bytes_are_refused_in_a_sentence(desk, tmp_path):
    file = tmp_path / "b.json"
    write_backup(desk.backup(), file)
    data = file.read_bytes()
    for part in [*(data[:n] for n in range(0, len(data) - 1, 97)), b"\xff\x00" * 40, b"[" * 100_000]:
        file.write_bytes(part)
        with pytest.raises(StorageError, match="backup"):
            read_backup(file)


def test_who_changes_a_backup_by_hand_takes_the_checksum_out(desk, other, tmp_path):
    file = tmp_path / "b.json"
    write_backup(desk.backup(), file)
    change(file, lambda b: (b.pop("checksum"), b["tables"]["words"].pop("老师")))
    restore(other.store, other.paths, read_backup(file), NOW)
    assert other.store.word_states() == {"学校": WordState.KNOWN}


def test_a_backup_never_overwrites_what_is_no_backup(desk, tmp_path):
    file = tmp_path / "homework.txt"
    file.write_text("mine")
    with pytest.raises(UsageError, match="is no backup"):
        write_backup(desk.backup(), file)
    assert file.read_text() == "mine"
    with pytest.raises(UsageError, match="is a folder"):
        write_backup(desk.backup(), tmp_path)
    with pytest.raises(StorageError, match="can't be written"):
        write_backup(desk.backup(), tmp_path / "nowhere" / "b.json")
    write_backup(desk.backup(), tmp_path / "b.json")
    write_backup(desk.backup(), tmp_path / "b.json")


def test_a_daily_copy_brings_its_day_back_with_old_reviews_of_months_ago(tmp_path):
    desk = Desk(tmp_path / "one")
    for number in range(600):
        desk.answer(f"word/{number % 7}/meaning", NOW - timedelta(hours=4 * (600 - number)))
    desk.again()
    exported = desk.store.export_all()
    (day, path), *_ = daily_copies(desk.paths).items()
    assert day == "2026-11-24"
    desk.answer("word/after/meaning")
    done = restore(desk.store, desk.paths, read_backup(path), NOW)
    assert done.answers == 600
    assert desk.store.export_all() == exported
    desk.store.close()
