"""What a log of sittings adds up to, and what it suggests. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from desktop_app.base.sittings import Month, Statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from desktop_app.base.sittings import Preset, Sitting

_BY_HOUR = ((5, "morning"), (12, "eleven"), (17, "evening"), (22, "eleven"))
"""From which hour on which built-in sitting is offered; before five it is still night."""
_NEAR_HOURS = 2.0
_OFTEN = 3


def statistics(
    sittings: Iterable[Sitting], now: datetime, zone: tzinfo | None = None
) -> Statistics:
    """Add up ``sittings``; days and hours are those of ``zone`` (None: this computer's).

    A sitting belongs to the day on which it began.
    """
    log = [(each.started.astimezone(zone), each.sat) for each in sittings]
    if not log:
        return Statistics()
    days = {begun.date() for begun, _ in log}
    ages = [(now.astimezone(zone).date() - day).days for day in days]
    counts = Counter((begun.year, begun.month) for begun, _ in log)
    lengths: defaultdict[tuple[int, int], float] = defaultdict(float)
    for begun, sat in log:
        lengths[begun.year, begun.month] += sat
    hours = Counter(begun.hour for begun, _ in log)
    return Statistics(
        count=len(log),
        seconds=sum(sat for _, sat in log),
        longest=max(sat for _, sat in log),
        first=min(days),
        days=len(days),
        days_of_7=sum(0 <= age < 7 for age in ages),
        days_of_30=sum(0 <= age < 30 for age in ages),
        months=tuple(
            Month(*when, counts[when], lengths[when]) for when in sorted(counts, reverse=True)
        ),
        hours=tuple(hours[hour] for hour in range(24)),
    )


def suggested(
    presets: Sequence[Preset], sittings: Iterable[Sitting], now: datetime
) -> tuple[Preset | None, bool]:
    """Return the sitting to offer at ``now`` (local), and whether habit speaks for it.

    Habit: what was begun most often within two hours of this time of day, if that was at least
    three times; the caller gives the sittings of the last weeks. Else the hour decides, or what
    stands first.
    """
    names = {preset.name: preset for preset in presets}
    hour = now.hour + now.minute / 60
    near = Counter(
        each.preset
        for each in sittings
        if each.preset in names and _apart(each.started.astimezone(now.tzinfo), hour) <= _NEAR_HOURS
    )
    name, times = max(near.items(), key=lambda item: item[1], default=("", 0))
    if times >= _OFTEN:
        return names[name], True
    offered = next((key for since, key in reversed(_BY_HOUR) if now.hour >= since), "eleven")
    by_hour = (preset for preset in presets if preset.built_in == offered)
    return next(by_hour, presets[0] if presets else None), False


def _apart(begun: datetime, hour: float) -> float:
    """Return how far apart two times of day are, in hours round the clock."""
    between = abs(begun.hour + begun.minute / 60 - hour)
    return min(between, 24 - between)
