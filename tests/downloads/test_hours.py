"""The hours of downloading, by the wall clock, in nights of any length."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop_app.downloads.hours import Hours, changes, is_open

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Hours(22 * 60, 7 * 60)
DAY = Hours(9 * 60, 17 * 60 + 30)
ALWAYS = Hours(300, 300)


def at(text: str) -> datetime:
    """Return a moment of Berlin's wall clock, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("hours", "now", "is_on", "until"),
    [
        (NIGHT, "2026-11-22T21:59:59", False, "2026-11-22T22:00"),
        (NIGHT, "2026-11-22T22:00:00", True, "2026-11-23T07:00"),
        (NIGHT, "2026-11-23T00:00:00", True, "2026-11-23T07:00"),
        (NIGHT, "2026-11-23T06:59:59", True, "2026-11-23T07:00"),
        (NIGHT, "2026-11-23T07:00:00", False, "2026-11-23T22:00"),
        (DAY, "2026-11-22T08:59:00", False, "2026-11-22T09:00"),
        (DAY, "2026-11-22T17:29:59", True, "2026-11-22T17:30"),
        (DAY, "2026-11-22T17:30:00", False, "2026-11-23T09:00"),
        (ALWAYS, "2026-11-22T03:00:00", True, "2026-11-22T05:00"),
    ],
)
def test_on_and_off(hours: Hours, now: str, is_on: bool, until: str) -> None:
    assert is_open(hours, at(now), BERLIN) is is_on
    assert changes(hours, at(now), BERLIN) == at(until)


@pytest.mark.parametrize(
    ("begin", "hours_long"), [("2026-03-28T22:00", 8), ("2026-10-24T22:00", 10)]
)
def test_a_night_in_which_the_clock_is_changed(begin: str, hours_long: int) -> None:
    end = changes(NIGHT, at(begin), BERLIN)
    assert end - at(begin) == timedelta(hours=hours_long)
    assert not is_open(NIGHT, end, BERLIN)
    assert is_open(NIGHT, end - timedelta(seconds=1), BERLIN)


def test_an_hour_that_there_is_not_that_night() -> None:
    hours = Hours(2 * 60 + 30, 4 * 60)
    now = at("2026-03-29T01:59")
    begin = changes(hours, now, BERLIN)
    assert begin > now
    assert is_open(hours, begin, BERLIN)


def test_every_minute_agrees_with_the_next_change() -> None:
    now = at("2026-10-24T12:00")
    change = changes(NIGHT, now, BERLIN)
    state = is_open(NIGHT, now, BERLIN)
    for _ in range(2 * 24 * 60):
        now += timedelta(minutes=1)
        if now >= change:
            state, change = not state, changes(NIGHT, now, BERLIN)
        assert is_open(NIGHT, now, BERLIN) is state


def test_without_a_zone_the_computer_s_own_counts() -> None:
    now = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
    zone = datetime.now().astimezone().tzinfo
    assert changes(NIGHT, now) == changes(NIGHT, now, zone)
