"""When a feed is asked again by itself: pure rules about times."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST_PAUSE = 15 * 60.0
LONGEST_PAUSE = 86_400.0
LONGEST_WAIT = timedelta(days=7)
"""No server is granted more, so a later time was noted by a clock that was wrong."""
_SPREAD = 0.2


def pause_after(failures: int, chance: float) -> float:
    """Return the seconds until a feed is tried again after ``failures`` in a row (one or more).

    A quarter of an hour, then twice as long each time up to a day. ``chance`` (0 to 1) spreads
    the times by a fifth, so that feeds of one host that failed together do not come back
    together.
    """
    whole = min(FIRST_PAUSE * (1 << min(failures - 1, 20)), LONGEST_PAUSE)
    return whole * (1 - _SPREAD * chance)


def due_at(
    refreshed: datetime | None, next_try: datetime | None, hours: int, now: datetime
) -> datetime | None:
    """Return when a feed is to be asked by itself; None: only when the person asks.

    Args:
        refreshed: The last refresh that went well.
        next_try: After a failure, the time before which it is left alone.
        hours: Between refreshes; 0 for never by itself.
        now: The wall time; one that was set back does not keep a feed waiting for long.
    """
    if hours <= 0:
        return None
    if next_try is not None:
        return next_try if waits(next_try, now) else min(next_try, now)
    if refreshed is None or refreshed > now:
        return now
    return refreshed + timedelta(hours=hours)


def waits(next_try: datetime | None, now: datetime) -> bool:
    """Return whether a feed that failed is to be left alone for now."""
    return next_try is not None and now < next_try <= now + LONGEST_WAIT
