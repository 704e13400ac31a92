"""The storage under TinyDB: nothing acknowledged is lost, whatever happens to the files."""

from __future__ import annotations

import contextlib
import random
import shutil
import stat
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where

from reader.errors import StorageError
from reader.review.database import Database
from reader.review.journal import journal_name, state_name
from reader.review.storage import JournalStorage
from tests.review.conftest import FullDisk

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)


def opened(folder, **options):
    return JournalStorage(folder, lambda: NOW, **options)


@pytest.fixture
def db(folder):
    with Database(opened(folder)) as database:
        yield database


def tables_of(folder):
    storage = opened(folder, read_only=True)
    return {name: dict(table) for name, table in (storage.read() or {}).items() if table}


# --- as TinyDB knows it -----------------------------------------------------------------------


def test_plain_tinydb_works_over_it_and_finds_its_documents_again(folder):
    with TinyDB(folder, lambda: NOW, storage=JournalStorage) as db:
        first = db.insert({"word": "集群", "level": 7})
        db.insert_multiple([{"word": "项目"}, {"word": "学校"}])
        db.update({"level": 6}, where("word") == "集群")
        db.remove(where("word") == "学校")
    with TinyDB(folder, lambda: NOW, storage=JournalStorage) as db:
        assert db.all() == [{"word": "集群", "level": 6}, {"word": "项目"}]
        assert db.get(doc_id=first) == {"word": "集群", "level": 6}


def test_our_tables_take_every_way_tinydb_has_of_changing_them(db, folder):
    table = db.journal_table("cards")
    table.put("a", {"n": 1})
    table.put_many({"b": {"n": 2}, "c": {"n": 3}})
    table.update({"seen": True}, Query().n > 1)
    table.update(lambda document: document.update(n=30), doc_ids=["c"])
    table.remove(where("n") == 2)
    assert tables_of(folder) == {"cards": {"a": {"n": 1}, "c": {"n": 30, "seen": True}}}
    table.truncate()
    assert tables_of(folder) == {}


def test_changing_what_was_handed_out_changes_nothing_kept(db, folder):
    table = db.journal_table("cards")
    table.put("a", {"n": 1, "deep": {"list": [1, 2]}})
    for copy in (
        table.find("a"),
        table.all()[0],
        table.search(where("n") == 1)[0],
        db.storage.read()["cards"]["a"],
    ):
        copy["n"] = 2
        copy["deep"]["list"].append(3)
    assert table.find("a") == {"n": 1, "deep": {"list": [1, 2]}}


def test_an_update_in_place_reaches_the_disk(db, folder):
    table = db.journal_table("cards")
    table.put("a", {"deep": {"list": [1]}})
    table.update(lambda document: document["deep"]["list"].append(2))
    assert tables_of(folder)["cards"]["a"] == {"deep": {"list": [1, 2]}}


def test_setting_some_fields_keeps_those_this_version_does_not_know(db):
    table = db.journal_table("cards")
    table.put("a", {"n": 1, "from a later version": "kept"})
    table.put("a", {"n": 2})
    assert table.find("a") == {"n": 2, "from a later version": "kept"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "drop", "update", "compact", "reopen"]),
            st.sampled_from("abc"),
            st.integers(0, 9),
        ),
        max_size=20,
    )
)
@settings(max_examples=40, deadline=None)
def test_it_behaves_like_a_dictionary_through_restarts(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("progress")
    storage, expected = opened(folder), {}
    for step, doc_id, number in steps:
        table = Database(storage).journal_table("t")
        if step == "put":
            table.put(doc_id, {"n": number})
            expected[doc_id] = {"n": number}
        elif step == "drop":
            table.drop([doc_id])
            expected.pop(doc_id, None)
        elif step == "update":
            table.update({"n": number})
            expected = {key: {"n": number} for key in expected}
        elif step == "compact":
            storage.compact()
        else:
            storage.close()
            storage = opened(folder)
        assert dict(storage.table("t")) == expected
    storage.close()
    assert tables_of(folder).get("t", {}) == expected


def test_changes_made_together_are_kept_together_or_not_at_all(db, folder):
    storage, table = db.storage, db.journal_table("t")
    table.put("a", {"n": 1})
    with contextlib.suppress(KeyError), storage.together():
        table.put("a", {"n": 2})
        table.put("b", {"n": 3})
        raise KeyError("stop")
    assert dict(storage.table("t")) == {"a": {"n": 1}} == tables_of(folder)["t"]


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"bytes"])
def test_what_json_cannot_say_is_refused_and_nothing_changes(db, folder, value):
    table = db.journal_table("t")
    table.put("a", {"n": 1})
    with pytest.raises((TypeError, ValueError)):
        table.put("a", {"n": value})
    assert tables_of(folder)["t"] == {"a": {"n": 1}}


def test_files_are_for_their_owner_alone(db, folder):
    db.journal_table("t").put("a", {})
    db.storage.compact()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


# --- damage -----------------------------------------------------------------------------------


def write_story(folder, *, snapshots=2, each=4):
    """Write some changes with snapshots between; return the state after every change, by number."""
    states = [{}]
    with Database(opened(folder)) as database:
        table = database.journal_table("t")
        for n in range(1, (snapshots + 1) * each + 1):
            table.put(f"card-{n % 3}", {"n": n, "字": "读报"})
            states.append({key: dict(value) for key, value in database.storage.table("t").items()})
            if n % each == 0 and n < (snapshots + 1) * each:
                database.storage.compact()
    return states


def test_every_prefix_of_the_journal_gives_every_change_whose_line_is_whole(folder, tmp_path):
    states = write_story(folder, snapshots=1)
    newest = folder / journal_name(1)
    data = newest.read_bytes()
    for length in range(data.index(b"\n") + 1, len(data) + 1):
        newest.write_bytes(data[:length])
        storage = opened(folder)
        assert dict(storage.table("t")) == states[4 + data[:length].count(b"\n") - 1]
        assert storage.notices == []
        storage.commit({"t": {"next": {"n": length}}})
        storage.close()
        assert tables_of(folder)["t"]["next"] == {"n": length}


def test_every_prefix_of_the_snapshot_falls_back_without_losing_a_change(folder, tmp_path):
    states = write_story(folder)
    data = (folder / state_name(2)).read_bytes()
    for length in [*range(0, len(data) - 1, 7), len(data) - 2]:
        copy = tmp_path / f"at-{length}"
        shutil.copytree(folder, copy)
        (copy / state_name(2)).write_bytes(data[:length])
        storage = opened(copy)
        assert dict(storage.table("t")) == states[-1]
        assert any("state-00000002.json can't be read" in notice for notice in storage.notices)
        storage.close()
        assert (copy / "damaged" / "state-00000002.json-20261124T043000").read_bytes() == data[:length]
        assert opened(copy, read_only=True).notices == []


@pytest.mark.parametrize("name", [state_name(1), state_name(2), journal_name(1), journal_name(2)])
@pytest.mark.parametrize("damage", ["zero bytes", "random bytes", "missing", "a flipped byte"])
def test_one_damaged_file_never_stops_the_program(folder, name, damage):
    states = write_story(folder)
    path, rng = folder / name, random.Random(name + damage)
    data = bytearray(path.read_bytes())
    if damage == "missing":
        path.unlink()
    elif damage == "a flipped byte":
        data[rng.randrange(len(data))] ^= 1
        path.write_bytes(data)
    else:
        path.write_bytes(rng.randbytes(500) if damage == "random bytes" else b"")
    with Database(opened(folder)) as database:
        if name == journal_name(2):
            # Only the newest journal is in no other file: all before it is still there.
            assert database.storage.table("t").keys() == states[-1].keys()
            assert any(name in notice for notice in database.storage.notices)
        else:
            assert dict(database.storage.table("t")) == states[-1]
        database.journal_table("t").put("next", {"n": 99})
    assert tables_of(folder)["t"]["next"] == {"n": 99}
    assert opened(folder, read_only=True).notices == []


def test_an_empty_journal_that_was_once_full_is_not_taken_for_a_new_start(folder):
    write_story(folder, snapshots=0)
    (folder / journal_name(0)).write_bytes(b"")
    storage = opened(folder)
    assert any("is damaged" in notice for notice in storage.notices)
    storage.close()


@given(st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_whatever_is_done_to_the_files_it_opens_and_writes(tmp_path_factory, rng):
    folder = tmp_path_factory.mktemp("progress")
    write_story(folder)
    files = [path for path in folder.iterdir() if path.name != "lock"]
    for path in rng.sample(files, rng.randint(1, len(files))):
        data = bytearray(path.read_bytes())
        start = rng.randrange(len(data))
        path.write_bytes(
            rng.choice([data[:start], data[start:], data[:start] + rng.randbytes(9) + data[start:], b""])
        )
    storage = opened(folder)
    storage.commit({"t": {"next": {"n": 99}}})
    storage.close()
    assert tables_of(folder)["t"]["next"] == {"n": 99}


# --- a full disk, an unwritable folder --------------------------------------------------------


def test_a_disk_full_at_any_byte_loses_nothing_acknowledged(folder, full_disk):
    storage = opened(folder, disk=full_disk, compact_at=10**9)
    kept, refused = {}, []
    for room in range(0, 140, 3):
        full_disk.room = room
        try:
            storage.commit({"t": {"a": {"room": room}, f"card-{room % 5}": {"n": room}}})
            kept |= {"a": {"room": room}, f"card-{room % 5}": {"n": room}}
        except StorageError as error:
            refused.append(str(error))
        full_disk.room = room
        storage.compact()
        assert dict(storage.table("t")) == kept == tables_of(folder).get("t", {})
    assert kept
    assert refused
    assert all("could not be kept" in sentence and "No space left" in sentence for sentence in refused)
    full_disk.room = None
    storage.commit({"t": {"last": {"n": 1}}})
    storage.close()
    assert tables_of(folder)["t"] == {**kept, "last": {"n": 1}}


class StuckDisk(FullDisk):
    """A disk that for a while can neither take a whole line nor cut off what it took."""

    def truncate(self, descriptor, size):
        if self.room is not None:
            raise OSError(5, "Input/output error")
        super().truncate(descriptor, size)


class UnsyncedDisk(StuckDisk):
    """A disk that takes the line whole, says it could not, and can't cut it off."""

    def sync(self, descriptor):
        if self.room is not None:
            raise OSError(5, "Input/output error")
        super().sync(descriptor)


@pytest.mark.parametrize(("disk", "room"), [(StuckDisk(), 20), (UnsyncedDisk(), 10**6)])
def test_a_line_that_failed_and_could_not_be_cut_off_spoils_no_later_one(folder, disk, room):
    storage = opened(folder, disk=disk)
    storage.commit({"t": {"a": {"n": 1}}})
    disk.room = room
    for _ in range(2):
        with pytest.raises(StorageError, match="could not be kept"):
            storage.commit({"t": {"a": {"n": 2}}})
    disk.room = None
    storage.commit({"t": {"b": {"n": 3}}})
    assert tables_of(folder)["t"] == {"a": {"n": 1}, "b": {"n": 3}}
    assert opened(folder, read_only=True).notices == []
    storage.close()


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path):
    place = tmp_path / "progress"
    place.write_text("not a folder")
    with pytest.raises(StorageError, match="can't be made"):
        opened(place)
    with pytest.raises(StorageError, match="can't be read"):
        opened(place, read_only=True)


def test_a_folder_that_cannot_be_written_is_opened_for_reading(folder):
    states = write_story(folder)
    (folder / "lock").unlink()
    (folder / "lock").mkdir()  # what an unwritable folder does to the lock, also for root
    storage = opened(folder)
    assert dict(storage.table("t")) == states[-1]
    assert any("can't be written" in notice for notice in storage.notices)
    with pytest.raises(StorageError, match="can't be kept"):
        storage.commit({"t": {"a": {}}})


def test_a_disk_full_from_the_start_opens_for_reading(folder, full_disk):
    full_disk.room = 0
    storage = opened(folder, disk=full_disk)
    assert any("can't be written" in notice for notice in storage.notices)
    assert storage.read() is None


# --- two programs -----------------------------------------------------------------------------


def test_a_second_program_reads_what_the_first_wrote_and_says_that_it_only_reads(folder):
    first = opened(folder)
    first.commit({"t": {"a": {"n": 1}}})
    second = opened(folder)
    assert dict(second.table("t")) == {"a": {"n": 1}}
    assert any("Another dubao is open" in notice for notice in second.notices)
    with pytest.raises(StorageError, match="Another dubao is open"):
        second.commit({"t": {"a": {"n": 2}}})
    second.close()
    first.commit({"t": {"a": {"n": 3}}})
    first.close()
    third = opened(folder)
    assert third.notices == []
    assert dict(third.table("t")) == {"a": {"n": 3}}
    third.close()


def test_a_place_without_locks_is_not_taken_for_another_program(folder, monkeypatch):
    def no_locks(descriptor):
        raise OSError(37, "No locks available")

    monkeypatch.setattr("reader.review.lock._try_lock", no_locks)
    storage = opened(folder)
    assert "No locks available" in storage.read_only_reason
    assert not storage.is_free
    storage.close()


def test_reading_only_takes_no_lock_and_makes_no_file(folder):
    storage = opened(folder, read_only=True)
    assert storage.read() is None
    assert not folder.exists()


def test_a_closed_storage_says_that_it_is_closed(folder):
    storage = opened(folder)
    storage.close()
    with pytest.raises(StorageError, match="closed"):
        storage.commit({"t": {"a": {}}})


# --- shapes -----------------------------------------------------------------------------------


def rename_field(tables):
    for document in tables.get("t", {}).values():
        document["number"] = document.pop("n")


def test_an_older_shape_is_upgraded_and_kept_beside(folder):
    write_story(folder)
    storage = opened(folder, schema=2, migrations={1: rename_field})
    assert {tuple(document) for document in storage.table("t").values()} == {("字", "number")}
    storage.commit({"t": {"new": {"number": 5}}})
    storage.close()
    assert len(list((folder / "backups").glob("schema-1-*.json"))) == 1
    again = opened(folder, schema=2, migrations={1: rename_field})
    assert again.table("t")["new"] == {"number": 5}
    assert again.notices == []
    again.close()


def test_a_kill_between_the_files_of_an_upgrade_upgrades_once(folder):
    write_story(folder, snapshots=0)
    opened(folder, schema=2, migrations={1: rename_field}).close()
    for path in folder.glob("state-*"):
        path.unlink()  # the journal of the new shape was made, its snapshot not yet
    storage = opened(folder, schema=2, migrations={1: rename_field})
    assert {tuple(document) for document in storage.table("t").values()} == {("字", "number")}
    storage.close()


def test_a_newer_shape_is_opened_for_reading_and_left_alone(folder):
    opened(folder, schema=7).close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    storage = opened(folder)
    assert any("newer dubao" in notice for notice in storage.notices)
    with pytest.raises(StorageError, match="newer dubao"):
        storage.commit({"t": {"a": {}}})
    storage.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
