"""The hours of the day in which downloads may run, by the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """From ``begin`` until ``end``, in minutes after midnight; the same twice means all day."""

    begin: int
    end: int


def is_open(hours: Hours, now: datetime, zone: tzinfo | None = None) -> bool:
    """Tell whether the wall clock of ``zone`` (None: this computer's) stands within ``hours``."""
    wall = now.astimezone(zone)
    minute = wall.hour * 60 + wall.minute
    return (minute - hours.begin) % _DAY < ((hours.end - hours.begin) % _DAY or _DAY)


def changes(hours: Hours, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return when they next begin, or end if they are on: the wall clock decides, not a span.

    A night in which the clock is put forward or back is so much shorter or longer.
    """
    wanted = hours.end if is_open(hours, now, zone) else hours.begin
    today = now.astimezone(zone).date()
    at = time(wanted // 60, wanted % 60)
    for day in (today, today + timedelta(days=1)):
        moment = datetime.combine(day, at)
        aware = moment.replace(tzinfo=zone) if zone else moment.astimezone()
        if aware > now:
            return aware.astimezone(now.tzinfo)
    return now + timedelta(days=1)
