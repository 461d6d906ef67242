"""Timed meditations: what one is to be, and what was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.base.parsed import Chapter


@dataclass(frozen=True, slots=True)
class Guided:
    """A talk that a sitting plays after settling in; ``duration`` in seconds, if known."""

    episode_id: int
    title: str
    duration: float | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A named plan of a sitting; times in seconds, ``ambience_volume`` from 0 to 1.

    ``bell_every``, ``bell_at``, ``prompts`` and ``length`` count from after settling in; no
    interval bell falls on the end bell. ``bell_at``: bells at chosen times, rung once each, as
    those of the interval. ``guided``: a talk; silence follows up to ``length``, which a longer
    talk exceeds. ``prompts`` are words shown from their time on.

    ``id`` is its number in the library, 0 before it has one; ``built_in`` names the sitting of
    the first day that it is or was made from, and is "" for one's own.
    """

    name: str
    length: float
    settle: float = 0.0
    bell: str | None = "bowl"
    bell_every: float | None = None
    bell_at: tuple[float, ...] = ()
    start_strikes: int = 1
    end_strikes: int = 3
    ambience: str | None = None
    ambience_volume: float = 0.7
    guided: Guided | None = None
    prompts: tuple[Chapter, ...] = ()
    id: int = 0
    built_in: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One timed meditation in the log; lengths in seconds, settling in left out.

    ``sat`` is what was really sat; 0 for ``planned`` says that nothing was planned, as for a
    sitting elsewhere that was written down by hand.
    """

    id: int
    started: datetime
    planned: float
    sat: float
    preset: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """How often, and how many seconds, was sat in a month of the person's calendar."""

    year: int
    month: int
    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the log adds up to; days are the person's own, lengths in seconds.

    ``days_of_7``, ``days_of_30``: on how many of the last days, today among them, there was a
    sitting; ``days``: on how many at all. ``months``: those with a sitting, the newest first.
    ``hours``: how many began in each hour of the day.
    """

    count: int = 0
    seconds: float = 0.0
    longest: float = 0.0
    first: date | None = None
    days: int = 0
    days_of_7: int = 0
    days_of_30: int = 0
    months: tuple[Month, ...] = ()
    hours: tuple[int, ...] = (0,) * 24
