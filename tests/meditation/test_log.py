"""What a log adds up to, and what it suggests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop_app.base.sittings import Month, Preset, Sitting, Statistics
from desktop_app.meditation.log import statistics, suggested
from desktop_app.meditation.presets import presets

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def _sat(started: datetime, minutes: float = 10, preset: str = "") -> Sitting:
    return Sitting(1, started, minutes * 60, minutes * 60, preset)


def test_an_empty_log_adds_up_to_nothing() -> None:
    assert statistics((), NOW, UTC) == Statistics()


def test_a_log_is_added_up_by_day_month_and_hour() -> None:
    log = [_sat(NOW - timedelta(days=days, minutes=1), 10 + days) for days in (0, 0, 3, 8, 40, 300)]
    found = statistics(log, NOW, UTC)
    assert (found.count, found.seconds, found.longest) == (6, 411 * 60, 310 * 60)
    assert (found.first, found.days) == (date(2026, 1, 26), 5)
    assert (found.days_of_7, found.days_of_30) == (2, 3)
    assert found.months == (
        Month(2026, 11, 4, 51 * 60), Month(2026, 10, 1, 50 * 60), Month(2026, 1, 1, 310 * 60),
    )  # fmt: skip
    assert found.hours[19] == 6
    assert sum(found.hours) == 6


def test_the_seventh_day_counts_and_the_eighth_does_not() -> None:
    log = [_sat(NOW - timedelta(days=days)) for days in (6, 7)]
    assert statistics(log, NOW, UTC).days_of_7 == 1


@pytest.mark.parametrize(
    ("started", "day", "hour"),
    [
        (datetime(2026, 11, 22, 4, 30, tzinfo=UTC), date(2026, 11, 21), 23),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), date(2026, 11, 1), 1),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), date(2026, 11, 1), 1),
        (datetime(2026, 3, 8, 7, 30, tzinfo=UTC), date(2026, 3, 8), 3),
    ],
    ids=["an evening", "before the clock goes back", "after it", "after it went on"],
)
def test_days_and_hours_are_the_persons_own(started: datetime, day: date, hour: int) -> None:
    found = statistics([_sat(started)], NOW, NEW_YORK)
    assert (found.first, found.hours[hour]) == (day, 1)


def test_two_sittings_of_one_long_night_are_two_days_of_the_calendar() -> None:
    night = [datetime(2026, 10, 24, 21, 30, tzinfo=UTC), datetime(2026, 10, 24, 22, 30, tzinfo=UTC)]
    assert statistics(map(_sat, night), NOW, BERLIN).days == 2


@pytest.mark.parametrize(
    ("hour", "name"),
    [
        (3, "Step Eleven"), (5, "Morning quiet"), (11, "Morning quiet"), (12, "Step Eleven"),
        (17, "Evening sitting"), (21, "Evening sitting"), (22, "Step Eleven"),
    ],
)  # fmt: skip
def test_without_a_habit_the_hour_decides(hour: int, name: str) -> None:
    preset, habit = suggested(presets(), (), NOW.replace(hour=hour))
    assert preset is not None
    assert (preset.name, habit) == (name, False)


def test_what_was_begun_often_at_this_time_is_a_habit() -> None:
    mine = Preset("My own", 900)
    lately = [_sat(NOW - timedelta(days=d, hours=h), preset="My own") for d, h in ((1, 1), (2, -1))]
    assert suggested((*presets(), mine), lately, NOW)[0] != mine
    lately.append(_sat(NOW - timedelta(days=3), preset="My own"))
    assert suggested((*presets(), mine), lately, NOW) == (mine, True)
    assert suggested(presets(), lately, NOW)[1] is False
    assert suggested((*presets(), mine), lately, NOW.replace(hour=9))[1] is False


def test_a_habit_of_midnight_lies_on_both_sides_of_it() -> None:
    mine = Preset("Late", 900)
    begun = (datetime(2026, 11, day, 23, 30, tzinfo=UTC) for day in (18, 19, 20))
    lately = [_sat(when, preset="Late") for when in begun]
    assert suggested((mine,), lately, NOW.replace(hour=0, minute=30)) == (mine, True)


def test_where_there_is_none_none_is_suggested() -> None:
    assert suggested((), (), NOW) == (None, False)
    only = Preset("Only", 60)
    assert suggested((only,), (), NOW) == (only, False)
