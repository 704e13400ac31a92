"""Backups that somebody changed by hand, or meant ill with: refused in a sentence, or used without harm."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StorageError
from reader.exchange.backup import read_backup, restore
from reader.review.card import Rating
from reader.review.schedule import Scheduler, new_card, replay
from reader.review.statistics import statistics
from reader.review.store import open_store
from reader.review.words import WordState
from reader.study.report import report
from reader.text import clean_line
from tests.exchange.test_backup import NOW, Desk, told

NASTY = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**25), 10**25), st.floats(), st.text(max_size=5), st.just([]), st.just({}),
    st.sampled_from(
        ["9999-12-31T23:59:59.999999+00:00", "0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00+14:00", "2026-11-24",
         "NaN", "\x1b]52;c;x\x07", "\ud800", "../..", "a" * 5000, "-1", "0", 1e308, -0.0, 2**63]
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("whole"))
    for number in range(6):
        rating = Rating.AGAIN if number % 3 == 0 else Rating.GOOD
        desk.answer(f"word/{number % 3}/meaning", NOW - timedelta(days=9 - number), rating)
    desk.store.set_words(["学校"], WordState.KNOWN, "HSK 4", NOW)
    desk.store.set_place("town", "3", 7, NOW)
    desk.store.keep_score("town", "3", 0.5, NOW)
    desk.store.add_reading(90, 300, NOW)
    desk.store.bury("word/1/meaning", NOW)
    desk.store.add_weights(list(map(float, Scheduler()._model.parameters)), NOW)
    desk.keep_file("texts/a.txt", b"mine")
    backup = json.loads(json.dumps(desk.backup()))
    del backup["checksum"]
    desk.store.close()
    return backup


def leaves(value, path=()):
    if isinstance(value, dict | list) and path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path


def put(value, path, new):
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


def use(store):
    """Everything that a screen or a command does with progress."""
    found = statistics(store, NOW, tz=UTC)
    json.dumps(found.to_json())
    report(found, NOW.date())
    replay(store.reviews(), store.weights())
    store.due(NOW)
    store.new_cards()
    store.new_today(NOW)
    store.words.records()
    store.reading.places()
    store.best_score("town")
    store.counts.median_seconds("recall")
    scheduler = Scheduler(0.9, store.latest_weights[1])
    for card in store.cards():
        scheduler.recall(card, NOW)
        scheduler.review(card, Rating.GOOD, NOW)
    store.undo()
    json.dumps(store.export_all())


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_changed_backup_is_refused_or_used_without_harm(tmp_path_factory, whole, data):
    backup = copy.deepcopy(whole)
    places = list(leaves(backup))
    for _ in range(data.draw(st.integers(1, 3))):
        try:
            put(backup, data.draw(st.sampled_from(places)), data.draw(NASTY))
        except (TypeError, KeyError, IndexError):
            continue
    folder = tmp_path_factory.mktemp("hostile")
    file = folder / "b.json"
    file.write_bytes(json.dumps(backup).encode())
    desk = Desk(folder / "home")
    desk.answer("word/读/meaning")
    before = told(desk.backup())
    refused = ""
    try:
        restore(desk.store, desk.paths, read_backup(file), NOW)
    except StorageError as error:
        refused = str(error)
        assert told(desk.backup()) == before
    else:
        use(desk.store)
        desk.again()
        use(desk.store)
    assert clean_line(refused) == refused
    desk.store.close()


def test_a_card_id_of_any_text_is_only_an_id(tmp_path):
    store = open_store(tmp_path / "p", clock=lambda: datetime.now(UTC), tz=UTC)
    store.add_cards([new_card(name, NOW) for name in ("", "/", "word//", "word/a/b/c", "\n", "fact/../x")])
    use(store)
    store.close()
