"""When the person is reminded of sitting: once a day, by the clock on the wall. Pure.

``minutes`` are minutes after midnight; ``zone`` is where the clock hangs (None: this computer's).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

LATE = timedelta(hours=1)
"""How long after its time a reminder still comes, when the computer slept at that time."""

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def moment(day: date, minutes: int, zone: tzinfo | None = None) -> datetime:
    """Return when the clock shows so many minutes on this day, in UTC.

    In the night in which the clock is put back it may do so twice: the first time counts. In
    that in which it is put forward, perhaps not at all: then the first moment after the leap.
    """
    wall = datetime.combine(day, time(*divmod(minutes, 60)))
    first = _instant(wall, zone)
    if _wall(first, zone) == wall:
        return first
    # Of a time that is leapt over fold=1 names an instant before the leap, fold=0 one after it.
    at = _instant(wall.replace(fold=1), zone)
    while _wall(at, zone) < wall:
        at += _MINUTE
    return at


def next_reminder(minutes: int, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the next moment after ``now`` at which the clock shows so many minutes, in UTC."""
    today = now.astimezone(zone).date()
    coming = (moment(today + _DAY * ahead, minutes, zone) for ahead in range(3))
    return next((each for each in coming if each > now), now + _DAY)


def due(
    minutes: int,
    now: datetime,
    since: datetime,
    last: date | None,
    zone: tzinfo | None = None,
) -> date | None:
    """Return the day whose reminder is to come now; None: none is.

    Args:
        minutes: The time that the person chose.
        now: The wall time, aware.
        since: What lies before this is not made up for: nobody was there, or another time chosen.
        last: The day of the last reminder; no day has two.
        zone: Where the clock hangs.
    """
    today = now.astimezone(zone).date()
    for day in (today, today - _DAY):
        at = moment(day, minutes, zone)
        if day != last and since <= at <= now <= at + LATE:
            return day
    return None


def _instant(wall: datetime, zone: tzinfo | None) -> datetime:
    """Return what PEP 495 says; ``astimezone`` of a naive time that is leapt over does not."""
    if zone is None:
        return datetime.fromtimestamp(wall.timestamp(), UTC)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _wall(instant: datetime, zone: tzinfo | None) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)
