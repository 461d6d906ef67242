"""What the page of sittings says, over nights of clock changes and ends of years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from desktop_app.base.sittings import Month, Sitting, Statistics
from desktop_app.ui.pages import sittings_words as said
from desktop_app.ui.pages.sittings_words import Span, Typed

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
JUST_AFTER_MIDNIGHT = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)


def sat(started: datetime, minutes: float = 20, **values: str) -> Sitting:
    return Sitting(7, started, 0.0, minutes * 60, **values)


@pytest.mark.parametrize(
    ("started", "day"),
    [
        (datetime(2026, 11, 20, 22, 50, tzinfo=UTC), date(2026, 11, 20)),  # 23:50, its evening
        (datetime(2026, 11, 20, 23, 5, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), date(2026, 10, 25)),  # summer time ends
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),  # it begins
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), date(2026, 1, 1)),
    ],
)
def test_a_sitting_belongs_to_the_local_day_on_which_it_began(started: datetime, day: date) -> None:
    weeks = said.year_weeks(2026, [sat(started)], TODAY, day, BERLIN)
    assert [one.date for week in weeks for one in week if one and one.sat] == [day]


@pytest.mark.parametrize("year", range(2019, 2031))
@pytest.mark.parametrize("first_day", [1, 6, 7])
def test_a_year_has_each_of_its_days_once(year: int, first_day: int) -> None:
    weeks = said.year_weeks(year, (), TODAY, None, first_day=first_day)
    days = [one.date for week in weeks for one in week if one]
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert days == [date(year, 1, 1) + timedelta(days=number) for number in range(length)]
    for week in weeks:
        assert [one.date.isoweekday() == (first_day + at - 1) % 7 + 1
                for at, one in enumerate(week) if one] == [True] * sum(map(bool, week))  # fmt: skip


def test_days_before_the_log_and_days_to_come(look: Look) -> None:
    weeks = said.year_weeks(2026, (), TODAY, date(2026, 11, 20))
    days = {one.date: one for week in weeks for one in week if one}
    assert not days[date(2026, 11, 19)].begun
    assert days[date(2026, 11, 20)].begun
    assert not days[TODAY].future
    assert days[date(2026, 11, 23)].future


def test_numbers_say_what_there_is_and_nothing_else(look: Look) -> None:
    assert said.numbers(Statistics(), TODAY) == ()
    hours = tuple(12 if hour == 20 else 1 if hour == 7 else 0 for hour in range(24))
    much = Statistics(212, 84 * 3600, 2700, date(2026, 6, 3), 150, 5, 18,
                      (Month(2026, 11, 22, 7.5 * 3600), Month(2026, 10, 1, 60)), hours)  # fmt: skip
    assert said.numbers(much, TODAY) == (
        ("5 days", "of the last 7"),
        ("18 days", "of the last 30"),
        ("7 h 30", "this month"),
        ("84 h 00", "since June 2026"),
        ("24 min", "on average"),
        ("45 min", "the longest"),
        ("19:00 – 22:00", "most often"),
    )
    rare = Statistics(1, 600, 600, date(2025, 2, 1), 1, 0, 0, (Month(2025, 2, 1, 600),))
    assert [of for _value, of in said.numbers(rare, TODAY)] == [
        "since February 2025", "on average", "the longest",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("began", "habit"),
    [
        ({}, None),
        ({7: 4}, None),
        ({7: 5}, (6, 9)),
        ({7: 5, 12: 5}, (6, 9)),
        ({23: 3, 0: 3, 1: 2, 12: 4}, (23, 2)),
        (dict.fromkeys(range(24), 2), None),
        ({6: 10, 21: 12}, (20, 23)),
        ({6: 10, 12: 3, 21: 9}, None),
    ],
)
def test_a_habit_is_half_of_all_within_three_hours(
    began: dict[int, int], habit: tuple[int, int] | None
) -> None:
    assert said.habit([began.get(hour, 0) for hour in range(24)]) == habit


def test_twelve_months_up_to_this_one() -> None:
    known = Statistics(months=(Month(2026, 2, 3, 60), Month(2025, 12, 1, 30), Month(2024, 1, 9, 9)))
    months = said.last_months(known, date(2026, 2, 10))
    assert [(each.year, each.month) for each in months[:2]] == [(2025, 3), (2025, 4)]
    assert months[-1] == Month(2026, 2, 3, 60)
    assert [each.count for each in months] == [0] * 9 + [1, 0, 3]


def test_a_month_and_its_days(look: Look) -> None:
    assert said.month_span(Month(2028, 2, 1, 60)) == Span(date(2028, 2, 1), date(2028, 2, 29))
    assert said.month_words(Month(2026, 11, 22, 26400)) == "November 2026: 7 h 20, 22 sittings"
    assert said.month_words(Month(2026, 10, 0, 0.0)) == "October 2026"
    assert said.span_words(said.month_span(Month(2026, 10, 1, 1)), TODAY) == "October 2026"
    assert said.span_words(said.day_span(TODAY), TODAY) == "Sunday, 22 November"
    assert said.span_words(said.day_span(date(2025, 5, 4)), TODAY) == "Sunday, 4 May 2025"


def test_a_row_in_words(look: Look) -> None:
    one = sat(
        datetime(2026, 11, 20, 22, 50, tzinfo=UTC), preset="Evening sitting", note="Rain\n on"
    )
    assert said.when_words(one, TODAY, BERLIN) == "Friday, 20 November · 23:50"
    assert said.what_words(one) == "Evening sitting · Rain on"
    assert said.aloud(one, TODAY, BERLIN) == (
        "Friday, 20 November, at 23:50, 20 minutes, Evening sitting, Rain on"
    )
    assert said.what_words(sat(NOW)) == ""
    assert said.total_words((one, one)) == "2 sittings · 40 min"


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        (date(2026, 11, 20), time(23, 50), datetime(2026, 11, 20, 22, 50, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # left out
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice
        (date(2026, 7, 1), time(6, 0), datetime(2026, 7, 1, 4, 0, tzinfo=UTC)),
    ],
)
def test_a_local_time_becomes_an_instant(day: date, at: time, instant: datetime) -> None:
    assert said.moment(day, at, BERLIN) == instant
    assert said.as_sitting(Typed(day, at, 25, " Elsewhere ", " Good "), BERLIN) == Sitting(
        0, instant, 0.0, 1500.0, "Elsewhere", "Good"
    )


def test_what_is_left_alone_stays_to_the_second(look: Look) -> None:
    """The second 02:30 of the night that has it twice, odd seconds, and a note of two lines."""
    one = Sitting(7, datetime(2026, 10, 25, 1, 30, 12, tzinfo=UTC), 1200, 1234.5, "Quiet", "a\nb")
    shown = said.typed(one, BERLIN)
    assert shown == Typed(date(2026, 10, 25), time(2, 30), 21, "Quiet", "a b")
    assert said.corrected(one, shown, BERLIN) == one
    moved = said.corrected(one, Typed(date(2026, 10, 26), time(2, 30), 22, "Still", "c"), BERLIN)
    assert moved == Sitting(
        7, datetime(2026, 10, 26, 1, 30, tzinfo=UTC), 1200, 1320.0, "Still", "c"
    )


@pytest.mark.parametrize(
    ("now", "day", "shown"),
    [
        (NOW, None, Typed(TODAY, time(20, 40), 20)),
        (NOW, date(2026, 11, 3), Typed(date(2026, 11, 3), time(20, 40), 20)),
        (JUST_AFTER_MIDNIGHT, None, Typed(date(2026, 11, 21), time(23, 50), 20)),
        (JUST_AFTER_MIDNIGHT, TODAY, Typed(TODAY, time(0, 0), 20)),
    ],
)
def test_what_is_offered_has_just_ended(now: datetime, day: date | None, shown: Typed) -> None:
    offered = said.suggested(now, day, BERLIN)
    assert offered == shown
    assert said.as_sitting(offered, BERLIN).started <= now
