"""The reading clock, and the report."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.review.statistics import statistics
from reader.review.words import WordState
from reader.study.progressing import FASTEST, IDLE, ReadingClock
from reader.study.report import WIDTH, bar, columns, report
from tests.study.desks import SLUG, START, answer_all

VISIT = ("town", "3")


def glances(*seen):
    clock = ReadingClock()
    return [clock.glance(VISIT, start, end, START + timedelta(seconds=at)) for at, start, end in seen]


def test_what_stands_on_the_screen_counts_once_there_was_time_to_read_it():
    assert glances((0, 0, 200), (60, 0, 200), (70, 0, 200)) == [(0, 0), (60, 200), (10, 0)]


def test_a_page_turned_after_a_minute_counts_the_next_page_too():
    assert glances((0, 0, 200), (60, 200, 400), (100, 200, 400)) == [(0, 0), (60, 200), (40, 200)]


def test_what_was_jumped_over_is_not_read():
    assert glances((0, 0, 200), (60, 800, 900), (90, 800, 900)) == [(0, 0), (60, 200), (30, 100)]


def test_leafing_through_is_no_reading():
    found = glances(*((n, n * 200, n * 200 + 200) for n in range(20)))
    assert sum(characters for _, characters in found) <= 20 * FASTEST


def test_whoever_goes_away_is_not_reading():
    assert glances((0, 0, 200), (86_400, 0, 200))[1][0] == IDLE


def test_a_clock_set_back_gives_no_time():
    assert glances((100, 0, 200), (0, 0, 200))[1] == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3000), st.integers(1, 600)), max_size=20))
def test_never_more_characters_than_the_text_has_nor_than_time_allows(steps):
    at, seen = 0, []
    for wait, start, length in steps:
        at += wait
        seen.append((at, start, start + length))
    found = glances(*seen)
    assert sum(characters for _, characters in found) <= max((end for _, _, end in seen), default=0)
    assert sum(c for _, c in found) <= sum(s for s, _ in found) * FASTEST
    assert all(seconds >= 0 and characters >= 0 for seconds, characters in found)


def test_reading_time_is_kept_by_day(study, clock):
    study.progressing.glance(SLUG, "3", 0, 90)
    clock.move(seconds=60)
    study.progressing.glance(SLUG, "3", 0, 90, leaving=True)
    clock.move(days=1)
    study.progressing.glance(SLUG, "3", 0, 90)
    found = study.progressing.statistics()
    assert (found.speed.minutes, found.speed.characters, found.speed.per_minute) == (1.0, 90, 90.0)


def test_the_report_fits_80_columns_with_much_done_and_with_nothing(study, clock):
    empty = report(study.progressing.statistics(), date(2026, 11, 2))
    for _ in range(12):
        for slug in (SLUG, "cleaner-production"):
            answer_all(study, study.quiz(slug, "news", length=6), right=len(slug) > 14)
        clock.move(days=1)
    study.vocabulary.set(["服务"], WordState.KNOWN)
    for day in range(6):
        study.store.add_reading(3600 * 2, 123_456, clock.now - timedelta(days=day))
    full = report(study.progressing.statistics(), date(2026, 11, 14))
    assert [section.title for section in full] == [section.title for section in empty]
    for section in [*full, *empty]:
        assert section.lines
        assert all(cell_len(line) <= WIDTH for line in section.lines), section
    text = "\n".join(line for section in full for line in section.lines)
    assert "Streak: 12 days in a row" in text
    assert "being learnt, 0 ignored" in text
    assert "None. A quiz takes five minutes" in "\n".join(line for section in empty for line in section.lines)


def test_a_name_from_a_foreign_backup_brings_no_control_character(study):
    from reader.review.card import Review

    study.store.record_answer(Review("a", START, kind="\x1b[31m", mistake="\x1b]52;c;x\x07\n"))
    text = "".join(
        line for s in report(study.progressing.statistics(), date(2026, 11, 2)) for line in s.lines
    )
    assert text.isprintable()


def test_columns_and_bars_say_what_they_show():
    lines = list(columns([0, 1, 4], date(2026, 11, 1), date(2026, 11, 3)))
    assert lines[0].startswith("      4 │")
    assert lines[0].endswith("██")
    assert lines[-1].split() == ["11-01", "11-03"]
    assert bar(0.5, 4) == "██░░"
    assert bar(7, 4) == "████"


def test_a_day_is_the_readers_own_at_midnight_and_over_a_change_of_clocks(tmp_path):
    from zoneinfo import ZoneInfo

    from reader.review.card import Review
    from reader.review.store import open_store

    vienna = ZoneInfo("Europe/Vienna")
    store = open_store(tmp_path / "p", tz=vienna)
    for hour in range(0, 96):  # four days around the night when clocks go back
        store.record_answer(Review("a", datetime(2026, 10, 23, 22, 30, tzinfo=UTC) + timedelta(hours=hour)))
    counts = {count.day: count.answers for count in store.counts.days()}
    assert counts == {"2026-10-24": 24, "2026-10-25": 25, "2026-10-26": 24, "2026-10-27": 23}
    now = datetime(2026, 10, 27, 12, tzinfo=UTC)
    assert statistics(store, now, tz=vienna).streak.current == 4
    store.close()


def test_questions_left_unanswered_are_told_apart_from_mistakes(study):
    session = study.quiz(SLUG, "news", length=3, seed=1)
    for _ in range(2):
        study.record(session.skip())
        session.advance()
    (mistakes,) = (
        section
        for section in report(study.progressing.statistics(), date(2026, 11, 2))
        if section.title == "Mistakes"
    )
    assert mistakes.lines == ("None so far.", "Left unanswered: 2 times")
