"""What the Meditations page says about presets and about the log; all of it pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Preset, Sitting

WEEKS = 16
DAYS = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; ``sat`` in seconds. ``begun``: the log reaches back to it."""

    date: date
    sat: float
    begun: bool
    future: bool


def describe(preset: Preset) -> str:
    """Return a preset in a line: "Bell every 5 · rain"."""
    return words.join(_bells(preset), _prompts(preset), sound_word(preset.ambience))


def details(preset: Preset) -> str:
    """Return what a sitting is while it runs: "Bowl · every 5 minutes · rain, soft"."""
    every = ""
    if preset.bell and preset.bell_every:
        every = words.count(round(preset.bell_every / 60), "every minute", "every {n} minutes")
    soft = tr("{sound}, soft", sound=sound_word(preset.ambience))
    sound = soft if preset.ambience_volume <= 0.5 else sound_word(preset.ambience)
    return words.join(
        bell_word(preset.bell), every, tr("words") if preset.prompts else "",
        sound if preset.ambience else "",
    )  # fmt: skip


def bell_word(bell: str | None) -> str:
    """Return the name of what is struck."""
    named = {"bowl": tr("Bowl"), "bell": tr("Bell"), "wood": tr("Wood block")}
    return named.get(bell, bell) if bell else tr("No bells")


def sound_word(ambience: str | None) -> str:
    """Return the name of what sounds all along."""
    named = {
        "rain": tr("rain"),
        "sea": tr("sea"),
        "brown": tr("deep murmur"),
        "night": tr("night in the garden"),
    }
    return named.get(ambience, ambience) if ambience else ""


def summary(sittings: Sequence[Sitting], now: datetime, zone: tzinfo | None = None) -> str:
    """Return "You sat 5 of the last 7 days · 11 h 40 since June"; nothing for an empty log.

    Days are those of ``zone`` (None: this computer's). A week without a sitting is not
    mentioned: nobody is to be shamed.
    """
    if not sittings:
        return ""
    today = now.astimezone(zone).date()
    days = {each.started.astimezone(zone).date() for each in sittings}
    recent = sum(1 for day in days if 0 <= (today - day).days < DAYS)
    total = sum(each.sat for each in sittings)
    since = tr("{time} since {when}", time=words.minutes(total), when=_month(min(days), today))
    return words.join(tr("You sat {n} of the last 7 days", n=recent) if recent else "", since)


def calendar(
    sittings: Sequence[Sitting],
    now: datetime,
    zone: tzinfo | None = None,
    first_day: int = 1,
) -> tuple[tuple[Day, ...], ...]:
    """Return sixteen weeks of seven days, the last one with today; ``first_day`` 1 is Monday."""
    today = now.astimezone(zone).date()
    sat: dict[date, float] = {}
    for each in sittings:
        day = each.started.astimezone(zone).date()
        sat[day] = sat.get(day, 0.0) + each.sat
    begun = min(sat, default=today)
    this_week = today - timedelta(days=(today.isoweekday() - first_day) % DAYS)
    start = this_week - timedelta(weeks=WEEKS - 1)
    days = [start + timedelta(days=number) for number in range(WEEKS * DAYS)]
    made = [Day(day, sat.get(day, 0.0), day >= begun, day > today) for day in days]
    return tuple(tuple(made[week * DAYS : (week + 1) * DAYS]) for week in range(WEEKS))


def day_words(day: Day) -> str:
    """Return a day as a sentence: "Sunday, 22 November: 20 min"."""
    when = words.date_line(day.date)
    if day.future:
        return tr("{day}: still to come", day=when)
    if not day.sat:
        return when
    return tr("{day}: {time}", day=when, time=words.minutes(day.sat))


def _bells(preset: Preset) -> str:
    if preset.bell is None:
        return tr("No bells")
    if preset.bell_every:
        every = preset.bell_every / 60
        number = f"{every:.0f}" if every >= 1 else words.minutes(preset.bell_every)
        return tr("Bell every {n}", n=number)
    if preset.start_strikes and preset.end_strikes:
        return tr("Bell at start and end")
    return tr("Bell at the end") if preset.end_strikes else tr("Bell at the start")


def _prompts(preset: Preset) -> str:
    if not preset.prompts:
        return ""
    last = preset.prompts[-1]
    silence = round((preset.length - last.start) / 60) if not last.title else 0
    if silence:
        return tr("words, then {n} min silence", n=silence)
    return tr("words on the screen")


def _month(day: date, today: date) -> str:
    name = QLocale().standaloneMonthName(day.month)
    if (today.year, today.month) == (day.year, day.month):
        return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM"))
    return name if today.year == day.year else f"{name} {day.year}"
