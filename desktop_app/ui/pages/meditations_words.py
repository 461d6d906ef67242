"""What the Meditations page says about presets and about the log; all of it pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.preset_words import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.sittings import Preset, Sitting, Statistics

WEEKS = 16
DAYS = 7
_SOFT = 0.7
_FEW_TIMES = 3


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; ``sat`` in seconds. ``begun``: the log reaches back to it."""

    date: date
    sat: float
    begun: bool
    future: bool


def describe(preset: Preset) -> str:
    """Return a preset in a line: "Bell every 5 · rain"."""
    return words.join(_bells(preset), _talk(preset), _prompts(preset), sound_word(preset.ambience))


def details(preset: Preset) -> str:
    """Return what a sitting is while it runs: "Bowl · every 5 minutes · rain, soft"."""
    return words.join(
        bell_word(preset.bell),
        _every(preset),
        tr("guided") if preset.guided else "",
        tr("words") if preset.prompts else "",
        how_loud(preset),
    )


def how_loud(preset: Preset) -> str:
    """Return what sounds all along, and whether softly: "rain, soft"."""
    if not preset.ambience:
        return ""
    name = sound_word(preset.ambience)
    return tr("{sound}, soft", sound=name) if preset.ambience_volume <= _SOFT else name


def sat_for(preset: Preset) -> float:
    """Return the seconds to sit after settling in: the preset's, or those of a longer talk."""
    return max(preset.length, (preset.guided.duration if preset.guided else None) or 0.0)


def bell_word(bell: str | None) -> str:
    """Return the name of what is struck; one that is new here as it is."""
    return _bell(bell)[0] if bell else tr("No bells")


def bell_line(bell: str) -> str:
    """Return how a bell sounds, in a few words."""
    return _bell(bell)[1]


def sound_word(ambience: str | None) -> str:
    """Return the name of what sounds all along; one that is new here as it is."""
    return _sound(ambience)[0] if ambience else ""


def sound_line(ambience: str) -> str:
    """Return how an ambience sounds, in a few words."""
    return _sound(ambience)[1]


def summary(statistics: Statistics, today: date) -> str:
    """Return "You sat 5 of the last 7 days · 11 h 40 since June"; nothing for an empty log.

    A week without a sitting is not mentioned: nobody is to be shamed.
    """
    if statistics.first is None:
        return ""
    recent = statistics.days_of_7
    time, when = words.minutes(statistics.seconds), _month(statistics.first, today)
    since = tr("{time} since {when}", time=time, when=when)
    return words.join(tr("You sat {n} of the last 7 days", n=recent) if recent else "", since)


def first_shown(today: date, first_day: int = 1) -> date:
    """Return the day that the calendar begins with; ``first_day`` of a week: 1 is Monday."""
    this_week = today - timedelta(days=(today.isoweekday() - first_day) % DAYS)
    return this_week - timedelta(weeks=WEEKS - 1)


def calendar(
    sittings: Sequence[Sitting],
    now: datetime,
    zone: tzinfo | None = None,
    first_day: int = 1,
    begun: date | None = None,
) -> tuple[tuple[Day, ...], ...]:
    """Return sixteen weeks of seven days, the last one with today; ``first_day`` 1 is Monday.

    Days are those of ``zone`` (None: this computer's). ``begun``: the first day of the log, where
    ``sittings`` are not all of it.
    """
    today = now.astimezone(zone).date()
    sat: dict[date, float] = {}
    for each in sittings:
        day = each.started.astimezone(zone).date()
        sat[day] = sat.get(day, 0.0) + each.sat
    begun = min(sat, default=today) if begun is None else begun
    start = first_shown(today, first_day)
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


def _every(preset: Preset) -> str:
    if not preset.bell or not preset.bell_every:
        return ""
    if preset.bell_every % 60:
        return tr("every {time}", time=as_typed(preset.bell_every))
    return words.count(round(preset.bell_every / 60), "every minute", "every {n} minutes")


def _bells(preset: Preset) -> str:
    if preset.bell is None:
        return tr("No bells")
    if preset.bell_every:
        seconds = preset.bell_every
        often = words.minutes(seconds) if seconds < 60 else as_typed(seconds)
        return tr("Bell every {n}", n=often)
    if preset.bell_at:
        few = len(preset.bell_at) <= _FEW_TIMES
        times = ", ".join(map(as_typed, preset.bell_at))
        return tr("Bell at {times}", times=times) if few else tr("Bells at chosen times")
    if preset.start_strikes and preset.end_strikes:
        return tr("{bell} at start and end", bell=bell_word(preset.bell))
    if preset.end_strikes:
        return tr("Bell at the end")
    return tr("Bell at the start") if preset.start_strikes else tr("No bells")


def _talk(preset: Preset) -> str:
    if preset.guided is None:
        return ""
    silence = round((preset.length - (preset.guided.duration or preset.length)) / 60)
    return tr("guided, then {n} min silence", n=silence) if silence > 0 else tr("guided")


def _prompts(preset: Preset) -> str:
    if not preset.prompts:
        return ""
    last = preset.prompts[-1]
    silence = round((preset.length - last.start) / 60) if not last.title else 0
    if silence > 0:
        return tr("words, then {n} min silence", n=silence)
    return tr("words on the screen")


def _bell(name: str) -> tuple[str, str]:
    return {
        "bowl": (tr("Bowl"), tr("A singing bowl, warm and long.")),
        "bell": (tr("Small bell"), tr("Clear and light, soon gone.")),
        "wood": (tr("Wood block"), tr("Short and dry; it carries in a lively house.")),
        "deep": (tr("Deep bowl"), tr("Large and low, and very long.")),
        "chime": (tr("Chime"), tr("Two small cymbals, bright, beating against each other.")),
    }.get(name, (words.opening(name.replace("_", " ")), ""))


def _sound(name: str) -> tuple[str, str]:
    return {
        "rain": (tr("rain"), tr("Steady, neither near nor far.")),
        "sea": (tr("sea"), tr("Slow waves that come and go.")),
        "brown": (tr("deep murmur"), tr("A low, even rush that hides a noisy house.")),
        "night": (tr("night in the garden"), tr("A warm night with crickets, far away.")),
    }.get(name, (name.replace("_", " "), ""))


def _month(day: date, today: date) -> str:
    name = QLocale().standaloneMonthName(day.month)
    if (today.year, today.month) == (day.year, day.month):
        return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM"))
    return name if today.year == day.year else f"{name} {day.year}"
