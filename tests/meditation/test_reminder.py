"""Once a day, by the clock on the wall, in nights and zones of every kind."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from desktop_app.meditation.reminder import LATE, due, moment, next_reminder

if TYPE_CHECKING:
    from collections.abc import Iterator

BERLIN = ZoneInfo("Europe/Berlin")
HALF_PAST_SEVEN = 7 * 60 + 30
HALF_PAST_TWO = 2 * 60 + 30
LATE_AT_NIGHT = 23 * 60 + 50
TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
MINUTE = timedelta(minutes=1)


def at(text: str, fold: int = 0) -> datetime:
    """Return a moment of Berlin's wall clock, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "expected"),
    [
        ("Europe/Berlin", TODAY, HALF_PAST_SEVEN, "2026-11-23T06:30"),
        ("Europe/Berlin", TODAY, 0, "2026-11-22T23:00"),
        ("Europe/Berlin", FORWARD, 60 + 59, "2026-03-29T00:59"),
        ("Europe/Berlin", FORWARD, 120, "2026-03-29T01:00"),
        ("Europe/Berlin", FORWARD, HALF_PAST_TWO, "2026-03-29T01:00"),
        ("Europe/Berlin", FORWARD, 180, "2026-03-29T01:00"),
        ("Europe/Berlin", BACK, HALF_PAST_TWO, "2026-10-25T00:30"),
        ("Europe/Berlin", BACK, 180, "2026-10-25T02:00"),
        ("America/New_York", date(2026, 3, 8), HALF_PAST_TWO, "2026-03-08T07:00"),
        ("America/New_York", date(2026, 11, 1), 90, "2026-11-01T05:30"),
        ("Australia/Lord_Howe", date(2026, 10, 4), 2 * 60 + 10, "2026-10-03T15:30"),
        ("America/Havana", date(2026, 3, 8), 15, "2026-03-08T05:00"),
        ("Asia/Kathmandu", TODAY, HALF_PAST_SEVEN, "2026-11-23T01:45"),
    ],
)
def test_when_the_clock_shows_it(zone: str, day: date, minutes: int, expected: str) -> None:
    expected_utc = datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert moment(day, minutes, ZoneInfo(zone)) == expected_utc


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this computer stand in Berlin."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize("day", [TODAY, FORWARD, BACK])
def test_the_computers_own_clock_is_read_alike(day: date) -> None:
    for minutes in range(0, 24 * 60, 10):
        assert moment(day, minutes) == moment(day, minutes, BERLIN)


@pytest.mark.parametrize(
    ("now", "fold", "expected"),
    [
        ("2026-11-23T07:29:59", 0, "2026-11-23T07:30"),
        ("2026-11-23T07:30:00", 0, "2026-11-24T07:30"),
        ("2026-03-28T20:00:00", 0, "2026-03-29T07:30"),
    ],
)
def test_the_next_one(now: str, fold: int, expected: str) -> None:
    assert next_reminder(HALF_PAST_SEVEN, at(now, fold), BERLIN) == at(expected)


@pytest.mark.parametrize(
    ("now", "since", "last", "expected"),
    [
        pytest.param("23T07:29:59", "23T06:00", YESTERDAY, None, id="not before its time"),
        pytest.param("23T07:30:00", "23T06:00", YESTERDAY, TODAY, id="at its time"),
        pytest.param("23T07:30:00", "23T06:00", None, TODAY, id="the first of all"),
        pytest.param("23T07:30:59", "23T06:00", TODAY, None, id="not twice a day"),
        pytest.param("23T08:30:00", "23T06:00", YESTERDAY, TODAY, id="an hour late"),
        pytest.param("23T08:30:01", "23T06:00", YESTERDAY, None, id="later than that"),
        pytest.param("23T07:39:00", "23T07:29", YESTERDAY, TODAY, id="started shortly after"),
        pytest.param("23T07:41:00", "23T07:31", YESTERDAY, None, id="started well after"),
        pytest.param("23T07:31:00", "23T07:31", YESTERDAY, None, id="a time chosen that is past"),
        pytest.param("23T07:30:00", "23T06:00", date(2031, 1, 1), TODAY, id="a clock was wrong"),
    ],
)
def test_what_is_due(now: str, since: str, last: date | None, expected: date | None) -> None:
    now_utc, since_utc = at(f"2026-11-{now}"), at(f"2026-11-{since}")
    assert due(HALF_PAST_SEVEN, now_utc, since_utc, last, BERLIN) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-11-23T00:20", YESTERDAY), ("2026-11-23T00:51", None), ("2026-11-22T23:50", YESTERDAY)],
)
def test_a_late_one_may_come_on_the_next_day(now: str, expected: date | None) -> None:
    since = at("2026-11-22T06:00")
    assert due(LATE_AT_NIGHT, at(now), since, date(2026, 11, 21), BERLIN) == expected
    assert due(LATE_AT_NIGHT, at(now), since, YESTERDAY, BERLIN) is None


@pytest.mark.parametrize("minutes", [0, 90, 120, HALF_PAST_TWO, 179, 180, LATE_AT_NIGHT])
@pytest.mark.parametrize("first", [FORWARD, BACK, TODAY])
def test_looked_at_each_minute_it_comes_once_a_day(first: date, minutes: int) -> None:
    """Three days with whatever happens to the clock in the second; never sooner, never late."""
    begin = moment(first - timedelta(days=1), 0, BERLIN)
    last: date | None = None
    came: list[datetime] = []
    for step in range((3 * 24 + 1) * 60):
        now = begin + step * MINUTE
        day = due(minutes, now, begin, last, BERLIN)
        if day is not None:
            last = day
            came.append(now)
    days = [first + timedelta(days=each) for each in (-1, 0, 1)]
    assert came[:3] == [moment(day, minutes, BERLIN) for day in days]
    assert len(came) <= 4, "three days and, where none was long, the beginning of a fourth"


@pytest.mark.parametrize("minutes", [HALF_PAST_TWO, HALF_PAST_SEVEN])
@pytest.mark.parametrize("first", [FORWARD, BACK, TODAY])
def test_the_next_one_is_when_it_falls_due(first: date, minutes: int) -> None:
    begin = moment(first, 0, BERLIN)
    for step in range(0, 30 * 60, 7):
        now = begin + step * MINUTE
        coming = next_reminder(minutes, now, BERLIN)
        assert now < coming <= now + timedelta(hours=25)
        assert due(minutes, coming, begin, None, BERLIN) == coming.astimezone(BERLIN).date()
        assert due(minutes, coming - timedelta(seconds=1), now, None, BERLIN) is None
        assert due(minutes, coming + LATE, begin, None, BERLIN) is not None
