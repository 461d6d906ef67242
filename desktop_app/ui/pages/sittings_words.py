"""What the page of sittings says: days, lengths, what they add up to; all of it pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from desktop_app.base.sittings import Month, Sitting, Statistics
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import DAYS, Day

if TYPE_CHECKING:
    from collections.abc import Sequence

Weeks = tuple[tuple[Day | None, ...], ...]
"""Seven days each; None where a week reaches into another year."""
_YEAR = 12
_HABIT_HOURS = 3
_HABIT_LEAST = 5


@dataclass(frozen=True, slots=True)
class Span:
    """Some days of the person's calendar, the last one included."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of a sitting; day and time are local, ``minutes`` whole ones."""

    day: date
    time: time
    minutes: int
    preset: str = ""
    note: str = ""


def day_span(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day)


def month_span(month: Month) -> Span:
    """Return the span of a month."""
    first = date(month.year, month.month, 1)
    return Span(first, first.replace(day=monthrange(month.year, month.month)[1]))


def span_words(span: Span, today: date) -> str:
    """Return "Sunday, 22 November", or "October 2026"."""
    if not span.is_day:
        return f"{QLocale().standaloneMonthName(span.first.month)} {span.first.year}"
    line = words.date_line(span.first)
    return line if span.first.year == today.year else f"{line} {span.first.year}"


def year_weeks(
    year: int,
    sittings: Sequence[Sitting],
    today: date,
    begun: date | None,
    zone: tzinfo | None = None,
    first_day: int = 1,
) -> Weeks:
    """Return the weeks of a year; ``begun``: the first day of the log, ``first_day`` 1 is Monday.

    A sitting belongs to the day on which it began, in ``zone`` (None: this computer's).
    """
    sat: dict[date, float] = {}
    for each in sittings:
        day = each.started.astimezone(zone).date()
        sat[day] = sat.get(day, 0.0) + each.sat
    first, last = date(year, 1, 1), date(year, 12, 31)
    start = first - timedelta(days=(first.isoweekday() - first_day) % DAYS)
    count = (last - start).days // DAYS + 1

    def made(day: date) -> Day | None:
        if day.year != year:
            return None
        return Day(day, sat.get(day, 0.0), begun is not None and day >= begun, day > today)

    return tuple(
        tuple(made(start + timedelta(days=week * DAYS + at)) for at in range(DAYS))
        for week in range(count)
    )


def numbers(statistics: Statistics, today: date) -> tuple[tuple[str, str], ...]:
    """Return what the log adds up to, each a value and what it is of.

    Only what there is: no days without a sitting are counted, nothing is called missing.
    """
    if not statistics.count:
        return ()
    said: list[tuple[str, str]] = []
    for days, of in ((statistics.days_of_7, 7), (statistics.days_of_30, 30)):
        if days and (of == 7 or days > statistics.days_of_7):
            said.append((words.count(days, "1 day", "{n} days"), tr("of the last {n}", n=of)))
    this = next(iter(statistics.months), None)
    if this is not None and (this.year, this.month) == (today.year, today.month):
        said.append((words.minutes(this.seconds), tr("this month")))
    since = tr("since {when}", when=_month(statistics.first or today))
    said.append((words.minutes(statistics.seconds), since))
    said.append((words.minutes(statistics.seconds / statistics.count), tr("on average")))
    said.append((words.minutes(statistics.longest), tr("the longest")))
    usual = habit(statistics.hours)
    if usual is not None:
        begin, end = usual
        said.append((f"{words.wall_time(begin * 60)} – {words.wall_time(end * 60)}",
                     tr("most often")))  # fmt: skip
    return tuple(said)


def habit(hours: Sequence[int]) -> tuple[int, int] | None:
    """Return the hours between which most sittings begin; None where there is no such habit.

    Three hours in a row, round midnight too, that hold at least half of five or more.
    """
    total = sum(hours)
    if total < _HABIT_LEAST:
        return None

    def held(begin: int) -> int:
        return sum(hours[(begin + at) % 24] for at in range(_HABIT_HOURS))

    best = max(range(24), key=lambda begin: (held(begin), hours[(begin + 1) % 24]))
    return (best, (best + _HABIT_HOURS) % 24) if 2 * held(best) >= total else None


def last_months(statistics: Statistics, today: date) -> tuple[Month, ...]:
    """Return the twelve months up to this one, those without a sitting too; the oldest first."""
    known = {(each.year, each.month): each for each in statistics.months}
    wanted = [divmod(today.year * _YEAR + today.month - 1 - ago, _YEAR) for ago in range(_YEAR)]
    keys = [(year, month + 1) for year, month in reversed(wanted)]
    return tuple(known.get(key) or Month(*key, 0, 0.0) for key in keys)


def month_words(month: Month) -> str:
    """Return a month as a sentence: "November 2026: 7 h 20, 22 sittings"."""
    name = f"{QLocale().standaloneMonthName(month.month)} {month.year}"
    if not month.count:
        return name
    times = words.count(month.count, "1 sitting", "{n} sittings")
    return tr("{month}: {time}, {times}", month=name, time=words.minutes(month.seconds),
              times=times)  # fmt: skip


def when_words(sitting: Sitting, today: date, zone: tzinfo | None = None) -> str:
    """Return when it began: "Sunday, 22 November · 20:15", with the year where it is another."""
    local = sitting.started.astimezone(zone)
    clock = words.wall_time(local.hour * 60 + local.minute)
    return words.join(span_words(day_span(local.date()), today), clock)


def what_words(sitting: Sitting) -> str:
    """Return what it was: "Evening sitting · Rain on the roof"."""
    return words.join(tr(sitting.preset) if sitting.preset else "", one_line(sitting.note))


def aloud(sitting: Sitting, today: date, zone: tzinfo | None = None) -> str:
    """Return a sitting as a screen reader says it."""
    local = sitting.started.astimezone(zone)
    clock = words.wall_time(local.hour * 60 + local.minute)
    parts = (
        span_words(day_span(local.date()), today),
        tr("at {time}", time=clock),
        words.spoken(round(sitting.sat)),
        tr(sitting.preset) if sitting.preset else "",
        one_line(sitting.note),
    )
    return ", ".join(part for part in parts if part)


def total_words(sittings: Sequence[Sitting]) -> str:
    """Return "2 sittings · 40 min"; nothing for none."""
    if not sittings:
        return ""
    times = words.count(len(sittings), "1 sitting", "{n} sittings")
    return words.join(times, words.minutes(sum(each.sat for each in sittings)))


def one_line(text: str) -> str:
    """Return words without breaks."""
    return " ".join(text.split())


def typed(sitting: Sitting, zone: tzinfo | None = None) -> Typed:
    """Return what stands in the fields of a sitting that is to be changed."""
    local = sitting.started.astimezone(zone)
    return Typed(
        local.date(),
        local.time().replace(second=0, microsecond=0),
        max(1, round(sitting.sat / 60)),
        tr(sitting.preset) if sitting.preset else "",
        one_line(sitting.note),
    )


def suggested(now: datetime, day: date | None, zone: tzinfo | None = None) -> Typed:
    """Return what stands in the fields for a sitting elsewhere: twenty minutes, just ended."""
    local = (now - timedelta(minutes=20)).astimezone(zone)
    begun = time(local.hour, local.minute - local.minute % 5)
    if day is not None and day > local.date():  # just after midnight
        begun = time()
    return Typed(day or local.date(), begun, 20)


def moment(day: date, at: time, zone: tzinfo | None = None) -> datetime:
    """Return a local day and time in UTC.

    A time that a night of a clock change leaves out is an hour later; of one that comes twice,
    the first is meant (PEP 495).
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def as_sitting(given: Typed, zone: tzinfo | None = None) -> Sitting:
    """Return a new sitting of what was typed; its id is 0."""
    started = moment(given.day, given.time, zone)
    return Sitting(0, started, 0.0, given.minutes * 60.0, given.preset.strip(), given.note.strip())


def corrected(sitting: Sitting, given: Typed, zone: tzinfo | None = None) -> Sitting:
    """Return a sitting as it was typed; what was left alone keeps its seconds and its breaks."""
    was = typed(sitting, zone)
    new = as_sitting(given, zone)
    begun = (given.day, given.time) == (was.day, was.time)
    return replace(
        sitting,
        started=sitting.started if begun else new.started,
        sat=sitting.sat if given.minutes == was.minutes else new.sat,
        preset=sitting.preset if given.preset == was.preset else new.preset,
        note=sitting.note if given.note == was.note else new.note,
    )


def _month(day: date) -> str:
    return f"{QLocale().standaloneMonthName(day.month)} {day.year}"
