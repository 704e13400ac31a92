"""Weeks of a learner's life with the store, the clock moved on."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StorageError
from reader.review.card import Card, Phase, Rating, Review, Standing
from reader.review.schedule import new_card, replay
from reader.review.store import open_store
from reader.review.words import WordState

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WORD = "word/集群/meaning"


def schedules(cards):
    return {card.id: card.schedule for card in cards}


def test_weeks_of_reading_quizzes_and_reviews_come_back_after_every_restart(open_at, answer):
    now, expected = NOW, {}
    for day in range(21):
        now = NOW + day * DAY
        store = open_at(clock=lambda now=now: now)
        assert store.notices == []
        for card in store.due(now):
            rating = Rating.AGAIN if (day + len(card.id)) % 4 == 0 else Rating.GOOD
            expected[card.id] = answer(store, card.id, now, rating)
        for number in range(2):
            card_id = f"fact/poli-satellite-town/fact-{day}-{number}/recall"
            expected[card_id] = answer(store, card_id, now)
        store.set_place("poli-satellite-town", "5", day * 10, now)
        assert store.new_today(now) == 2
        store.close()
    store = open_at()
    assert schedules(store.cards()) == schedules(expected.values())
    assert schedules(replay(store.reviews()).values()) == schedules(expected.values())
    assert store.place("poli-satellite-town").offset == 200
    assert store.answers == len(list(store.reviews())) > 60


def test_what_is_due_comes_longest_overdue_first_and_no_sooner(open_at, answer):
    store = open_at()
    for number in range(4):
        answer(store, f"word/{number}/meaning", NOW - number * DAY, Rating.EASY)
    assert store.due(NOW) == []
    later = NOW + 30 * DAY
    due = store.due(later)
    assert len(due) == 4
    assert [card.due for card in due] == sorted(card.due for card in due)
    assert store.due(later, 2) == due[:2]
    assert store.due(NOW, until=later) == due


def test_new_cards_wait_to_be_met_and_are_not_due(open_at, answer):
    store = open_at()
    assert store.add_cards([new_card("a", NOW), new_card("b", NOW)]) == 2
    assert store.add_cards([new_card("a", NOW)]) == 0
    assert [card.id for card in store.new_cards(1)] == ["a"]
    assert store.due(NOW + DAY) == []
    answer(store, "a")
    assert [card.id for card in store.new_cards()] == ["b"]


def test_suspended_known_and_buried_cards_stay_away(open_at, answer):
    store, later = open_at(), NOW + 30 * DAY
    for name in "abcd":
        answer(store, name)
    store.suspend("a")
    store.mark_known("b")
    store.bury("c", later)
    assert [card.id for card in store.due(later)] == ["d"]
    assert [card.id for card in store.due(later + DAY)] == ["c", "d"]
    store.resume("a")
    assert store.card("b").standing is Standing.KNOWN
    assert {card.id for card in store.due(later + DAY)} == {"a", "c", "d"}


def test_a_reset_card_is_new_again_and_the_log_says_so(open_at, answer):
    store = open_at()
    answer(store, "a")
    store.reset("a", NOW + DAY)
    assert store.card("a").phase is Phase.NEW
    assert store.answers == 1
    answer(store, "a", NOW + 2 * DAY)
    assert schedules(replay(store.reviews()).values()) == schedules(store.cards())


def test_undo_takes_back_answer_after_answer_even_after_a_restart(open_at, answer):
    store = open_at()
    states = []
    for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
        states.append((store.card(WORD), store.answers, store.counts.kinds(), store.counts.days()))
        answer(store, WORD, rating=rating, mistake=None if rating > 1 else "reading")
    for expected in reversed(states):
        store.close()
        store = open_at()
        assert store.undo_label == f"the answer to {WORD}"
        assert store.undo() == f"the answer to {WORD}"
        assert (store.card(WORD), store.answers, store.counts.kinds(), store.counts.days()) == expected
    assert store.undo() is None
    assert list(store.reviews()) == []


def test_undo_takes_back_a_marking_of_many_words_at_once(open_at):
    store = open_at()
    store.set_words(["学校"], WordState.LEARNING, "key", NOW)
    assert store.set_words(["学校", "老师", "老师"], WordState.KNOWN, "HSK 4", NOW) == 2
    assert store.undo() == "marking 3 words as known"
    assert store.word_states() == {"学校": WordState.LEARNING}


def test_undo_survives_a_snapshot_and_a_place_kept_since(open_at, answer):
    store = open_at(compact_at=1)
    answer(store, WORD)
    store.set_place("big-projects", "3", 8, NOW)
    assert store.undo() == f"the answer to {WORD}"
    assert store.card(WORD) is None
    assert store.place("big-projects").offset == 8


def test_words_made_new_again_are_forgotten(open_at):
    store = open_at()
    store.set_words(["学校", "老师"], WordState.KNOWN, "list", NOW)
    store.set_words(["学校"], WordState.NEW, "key", NOW)
    assert store.word_states() == {"老师": WordState.KNOWN}
    assert store.words.state("学校") is WordState.NEW


def test_the_best_score_stays_when_a_later_quiz_goes_worse(open_at):
    store = open_at()
    assert store.best_score("big-projects") is None
    for share in (0.5, 0.9, 0.7):
        store.keep_score("big-projects", "3", share, NOW)
    assert store.best_score("big-projects") == 0.9
    assert store.score("big-projects").latest == 0.7


def test_an_answer_that_cannot_be_kept_is_told_and_changes_nothing(open_at, answer, full_disk):
    store = open_at(disk=full_disk)
    answer(store, WORD)
    before = (store.card(WORD), store.answers, store.undo_label)
    full_disk.room = 100
    with pytest.raises(StorageError, match="could not be kept"):
        answer(store, WORD)
    assert (store.card(WORD), store.answers, store.undo_label) == before
    full_disk.room = None
    answer(store, WORD)
    assert store.answers == 2


def test_a_clock_set_back_loses_no_review_and_no_card(open_at, answer):
    store = open_at(compact_at=3000)
    for number in range(400):
        # Every so often the clock stands in another month.
        answer(
            store, f"word/{number % 9}/meaning", NOW + (number % 3 - 1) * 40 * DAY + timedelta(minutes=number)
        )
    store.close()
    store = open_at()
    assert [review.number for review in store.reviews()] == list(range(1, 401))
    assert schedules(replay(store.reviews()).values()) == schedules(store.cards())
    assert store.answers == 400
    assert len(list(store._log.archive.folder.iterdir())) == 3


def test_the_usual_time_of_a_kind_follows_the_latest_right_answers(open_at, answer):
    store = open_at()
    for seconds in (3.0, 5.0, 4.0, 100.0):
        answer(store, WORD, seconds=seconds)
    assert store.counts.median_seconds("recall") is None
    answer(store, WORD, seconds=4.5)
    answer(store, WORD, rating=Rating.AGAIN, seconds=500.0)
    assert store.counts.median_seconds("recall") == 4.5


def test_an_answer_belongs_to_the_day_where_the_learner_was(open_at, answer):
    evening = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    store = open_at(tz=ZoneInfo("Asia/Shanghai"))
    answer(store, WORD, evening)
    store.close()
    store = open_at(tz=ZoneInfo("America/New_York"))
    assert [count.day for count in store.counts.days()] == ["2026-11-25"]
    answer(store, WORD, evening)
    assert [count.day for count in store.counts.days()] == ["2026-11-24", "2026-11-25"]


def test_a_second_program_reads_and_says_so(open_at, answer):
    store = open_at()
    answer(store, WORD)
    second = open_at()
    assert second.is_read_only
    assert second.card(WORD) == store.card(WORD)
    assert second.notices
    with pytest.raises(StorageError, match="Another dubao"):
        second.set_place("a", "3", 1, NOW)


# --- everything out and in --------------------------------------------------------------------

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
times = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1)).map(lambda t: t.replace(tzinfo=UTC))
steps = st.one_of(
    st.tuples(st.just("answer"), names, times, st.sampled_from(Rating)),
    st.tuples(st.just("words"), st.lists(names, max_size=4), times, st.sampled_from(WordState)),
    st.tuples(st.just("place"), names, times, st.integers(0, 10**6)),
    st.tuples(st.just("score"), names, times, st.floats(0, 1)),
    st.tuples(st.just("suspend"), names, times, st.none()),
)


def take(store, step):
    what, name, now, value = step
    if what == "answer":
        moved = Card(name, now, Phase.REVIEW, 0, 2.5, 5.5, now, 1)
        store.record_answer(Review(name, now, value, "kind", value > 1, "slip", 1.5, predicted=0.7), moved)
    elif what == "words":
        store.set_words(name, value, "list", now)
    elif what == "place":
        store.set_place(name, "3", value, now)
    elif what == "score":
        store.keep_score(name, "3", value, now)
    else:
        store.suspend(name)


@given(st.lists(steps, max_size=12), st.lists(steps, max_size=3))
@settings(max_examples=30, deadline=None)
def test_export_and_import_of_everything_is_the_identity(tmp_path_factory, mine, other):
    one, two = (open_store(tmp_path_factory.mktemp("progress"), tz=UTC) for _ in range(2))
    for step in mine:
        take(one, step)
    for step in other:
        take(two, step)
    exported = json.loads(json.dumps(one.export_all()))
    two.import_all(exported)
    assert two.export_all() == exported == one.export_all()
    assert two.cards() == one.cards()
    assert two.answers == one.answers
    assert list(two.reviews()) == list(one.reviews())
    assert two.undo() is None
    one.close()
    two.close()


def test_imported_progress_is_there_after_a_restart_and_goes_on(open_at, answer, tmp_path):
    store = open_at()
    answer(store, WORD)
    exported = store.export_all()
    with_later = json.loads(json.dumps(exported))
    with_later["tables"]["cards"][WORD]["from a later version"] = 1
    store.import_all(with_later)
    answer(store, WORD)
    store.close()
    store = open_at()
    assert store.answers == 2
    assert [review.number for review in store.reviews()] == [1, 2]
    assert store.export_all()["tables"]["cards"][WORD]["from a later version"] == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda p: p.update(dubao="else"), "not the progress"),
        (lambda p: p.update(schema=99), "newer dubao"),
        (lambda p: p.pop("reviews"), "no reviews"),
        (lambda p: p["tables"].update(cards=[]), "table cards"),
        (lambda p: p["tables"]["cards"][WORD].update(due="soon"), WORD),
        (lambda p: p["tables"]["cards"][WORD].pop("phase"), WORD),
        (lambda p: p["reviews"][0].pop("at"), "reviews"),
        (lambda p: p["reviews"].append(3), "reviews"),
    ],
)
def test_broken_progress_is_refused_before_anything_is_changed(open_at, answer, change, says):
    store = open_at()
    answer(store, WORD)
    before = store.export_all()
    broken = json.loads(json.dumps(before))
    change(broken)
    with pytest.raises(StorageError, match=says):
        store.import_all(broken)
    assert store.export_all() == before


def test_an_import_on_a_full_disk_changes_nothing(open_at, answer, full_disk):
    store = open_at(disk=full_disk)
    answer(store, WORD)
    before = store.export_all()
    other = json.loads(json.dumps(before).replace("集群", "项目").replace("\\u96c6\\u7fa4", "\\u9879\\u76ee"))
    for room in (0, 30, 300, 600):
        full_disk.room = room
        with pytest.raises(StorageError):
            store.import_all(other)
        assert store.export_all() == before
    full_disk.room = None
    store.import_all(other)
    assert store.export_all() == other


def test_a_daily_copy_is_made_at_the_end_of_the_day_s_first_session(open_at, answer, folder):
    for day in range(40):
        now = NOW + day * DAY
        store = open_at(clock=lambda now=now: now)
        answer(store, WORD, now)
        store.close()
    copies = sorted(path.name for path in (folder / "backups").glob("state-*"))
    assert copies == [
        "state-2026-11-24.json",
        "state-2026-12-01.json",
        *(f"state-2026-12-{n}.json" for n in (27, 28, 29, 30, 31)),
        "state-2027-01-01.json",
        "state-2027-01-02.json",
    ]


def test_a_program_that_is_always_killed_has_its_daily_copies_from_its_starts(folder, answer):
    for day in range(0, 12, 2):
        now = NOW + day * DAY
        store = open_store(folder, clock=lambda now=now: now, tz=UTC)
        answer(store, WORD, now)
        store._storage._lock.release()  # what the end of a killed process does
    copies = sorted(path.name for path in (folder / "backups").glob("state-*"))
    assert copies[-1] == "state-2026-12-04.json"
    assert len(copies) == 5


def test_a_clock_that_was_wrong_for_a_while_does_not_cost_the_copy_of_today(open_at, answer, folder):
    for day in [*range(100, 110), 0]:
        store = open_at(clock=lambda day=day: NOW + day * DAY)
        answer(store, WORD, NOW + day * DAY)
        store.close()
    assert (folder / "backups" / "state-2026-11-24.json").exists()


def test_when_no_copy_but_the_daily_one_is_left_it_is_used(open_at, answer, folder):
    store = open_at()
    card = answer(store, WORD)
    store._tidy()
    store.close()
    for path in folder.glob("state-*"):
        path.write_bytes(b"")
    for path in folder.glob("journal-00000000.log"):
        path.unlink()
    store = open_at()
    assert store.card(WORD) == card
    assert any("rebuilt from the backup state-2026-11-24.json" in notice for notice in store.notices)


@pytest.mark.parametrize("damage", ["all gone", "all empty", "the newest journal", "a line in the middle"])
def test_the_daily_copy_mends_what_it_holds_of_what_was_damaged(open_at, answer, folder, damage):
    store = open_at()
    for number in range(5):
        answer(store, f"word/{number}/meaning")
    store._storage.compact()
    store.close()
    store = open_at(clock=lambda: NOW + DAY)
    for number in range(5, 8):
        answer(store, f"word/{number}/meaning", NOW + DAY)
    expected = {card.id: card for card in store.cards()}
    store.close()  # and with it the daily copy, of all there is
    newest = folder / "journal-00000001.log"
    for path in [*folder.glob("state-*"), *folder.glob("journal-*")]:
        if damage == "all gone":
            path.unlink()
        elif damage == "all empty" or (damage == "the newest journal" and path == newest):
            path.write_bytes(b"")
        elif damage == "a line in the middle" and path == newest:
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join([*lines[:2], b"{}" + lines[2], *lines[3:]]))
    store = open_at(clock=lambda: NOW + DAY)
    assert store.answers == 8
    assert {card.id: card for card in store.cards()} == expected
    assert any("rebuilt from the backup state-2026-11-25.json" in notice for notice in store.notices)
    answer(store, "word/8/meaning")
    store.close()
    store = open_at()
    assert store.notices == []
    assert store.answers == 9


def test_old_reviews_go_on_where_the_daily_copy_was_taken_up(open_at, answer, folder):
    months_of_answers(open_at, answer)
    for path in [*folder.glob("state-*"), *folder.glob("journal-*")]:
        path.unlink()
    store = open_at(compact_at=3000)
    assert store.answers == 500
    assert len(list(store.reviews())) == 500
    for number in range(300):
        answer(store, WORD, NOW + timedelta(days=60, minutes=number))
    store.close()
    store = open_at()
    assert store.notices == []
    assert store.answers == 800
    assert [review.number for review in store.reviews()] == list(range(1, 801))


def test_an_interrupted_reader_finds_the_old_reviews_from_their_copy(open_at, answer, folder):
    store = open_at(compact_at=3000)
    for number in range(300):
        answer(store, WORD, NOW + timedelta(minutes=number))
    store.close()
    month = folder / "reviews-0" / "2026-11.log"
    data = bytearray(month.read_bytes())
    data[500] ^= 1
    month.write_bytes(data)
    store = open_at()
    assert [review.number for review in store.reviews()] == list(range(1, 301))
    assert any("2026-11.log can't be read" in notice for notice in store.notices)
    month.unlink()
    assert len(list(store.reviews())) == 300


def months_of_answers(open_at, answer, count=500):
    """Answers of two months, the old ones moved to their months and copied by the day's copy."""
    store = open_at(compact_at=3000)
    for number in range(count):
        answer(store, f"word/{number % 5}/meaning", NOW + timedelta(hours=2 * number))
    store.close()


def test_every_prefix_of_a_month_gives_all_its_reviews_from_its_copy(open_at, answer, folder):
    months_of_answers(open_at, answer)
    month = folder / "reviews-0" / "2026-11.log"
    data = month.read_bytes()
    for length in [*range(0, len(data), 3001), data.index(b"\n") + 1, len(data) - 1]:
        month.write_bytes(data[:length])
        store = open_at()
        assert [review.number for review in store.reviews()] == list(range(1, 501))
        assert any("2026-11.log" in notice for notice in store.notices)
        store.close()


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_month_cut_short_is_mended_from_its_copy_before_it_grows(open_at, answer, folder, is_deleted):
    months_of_answers(open_at, answer)
    month = folder / "reviews-0" / "2026-12.log"
    whole = month.read_bytes()
    if is_deleted:
        month.unlink()
    else:
        month.write_bytes(whole[: whole.index(b"\n") + 1])
    store = open_at(compact_at=3000)
    for number in range(500, 900):
        answer(
            store, f"word/{number % 5}/meaning", datetime(2027, 1, 25, tzinfo=UTC) + timedelta(minutes=number)
        )
    store.close()
    (folder / "backups" / "reviews-0" / "2026-12.log").unlink()
    store = open_at()
    assert [review.number for review in store.reviews()] == list(range(1, 901))


def test_old_reviews_that_are_gone_for_good_are_told(open_at, answer, folder):
    months_of_answers(open_at, answer)
    for place in (folder, folder / "backups"):
        (place / "reviews-0" / "2026-12.log").unlink()
    store = open_at()
    list(store.reviews())
    assert any("Some old reviews are missing" in notice for notice in store.notices)
    assert store.answers == 500
    card = answer(store, "word/1/meaning", datetime(2027, 2, 1, tzinfo=UTC))
    assert store.card(card.id) == card
