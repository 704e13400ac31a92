import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.review.day import day_end, day_start, local_day

ZONES = ["UTC", "Asia/Shanghai", "Europe/Vienna", "America/New_York", "America/Havana", "Pacific/Apia",
         "Australia/Lord_Howe", "Asia/Kathmandu"]  # fmt: skip


def test_the_day_turns_at_local_midnight():
    shanghai = ZoneInfo("Asia/Shanghai")
    late = datetime(2026, 11, 24, 15, 59, tzinfo=UTC)
    assert local_day(late, shanghai) == date(2026, 11, 24)
    assert local_day(late + timedelta(minutes=1), shanghai) == date(2026, 11, 25)
    assert day_end(late, shanghai) == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)]
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day, hours):
    vienna = ZoneInfo("Europe/Vienna")
    length = day_start(day + timedelta(days=1), vienna) - day_start(day, vienna)
    assert length == timedelta(hours=hours)


def test_where_midnight_is_skipped_the_day_begins_when_the_clocks_jump():
    havana = ZoneInfo("America/Havana")  # on 8 March 2026 the clocks went from 0:00 to 1:00
    start = day_start(date(2026, 3, 8), havana)
    assert local_day(start, havana) == date(2026, 3, 8)
    assert local_day(start - timedelta(seconds=1), havana) == date(2026, 3, 7)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES))
def test_every_moment_lies_in_its_day_and_before_its_end(moment, zone):
    now, tz = moment.replace(tzinfo=UTC), ZoneInfo(zone)
    assert day_start(local_day(now, tz), tz) <= now < day_end(now, tz)


def test_travelling_west_never_makes_a_day_of_an_answer_that_was_given():
    now = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    assert local_day(now, ZoneInfo("Asia/Shanghai")) == date(2026, 11, 24)
    assert local_day(now, ZoneInfo("America/New_York")) == date(2026, 11, 23)


@pytest.fixture
def set_zone(monkeypatch):
    """Sets the zone of the computer itself, as travelling does."""

    def set_it(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_it
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can't be set for one process here")
@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Beirut", date(2026, 3, 29)),  # midnight is skipped
        ("America/Santiago", date(2026, 9, 6)),
        ("Africa/Cairo", date(2026, 4, 24)),
        ("America/Havana", date(2026, 11, 1)),  # midnight comes twice
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Asia/Shanghai", date(2026, 11, 25)),
        ("Pacific/Apia", date(2011, 12, 31)),  # the day before it never was
    ],
)
def test_the_computers_own_zone_has_each_moment_in_its_day(set_zone, zone, day):
    set_zone(zone)
    start = day_start(day)
    assert start == day_start(day, ZoneInfo(zone))
    assert local_day(start) == day
    assert local_day(start - timedelta(seconds=1)) < day
    for minutes in range(-180, 180, 7):
        moment = start + timedelta(minutes=minutes)
        assert moment < day_end(moment)
