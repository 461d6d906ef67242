"""Which downloads run now: pure rules over what waits and what is under way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

FIRST_PAUSE = 5.0
"""Seconds before the first retry, at most; each further one waits twice as long."""

LONGEST_PAUSE = 600.0
MOST_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A download that wants to run, not before ``not_before`` when it backs off."""

    id: int
    host: str
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Active:
    """A download that is under way."""

    id: int
    host: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How many may run together, in all and from one server."""

    total: int = 3
    per_host: int = 2


def host_of(url: str) -> str:
    """Return what counts as "the same server": the host, without case, port or ``www.``.

    An address that cannot be read is a server of its own, so that it fails in its turn.
    """
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return (host or url).removeprefix("www.")


def next_jobs(
    waiting: Sequence[Waiting], active: Sequence[Active], limits: Limits, now: datetime
) -> tuple[int, ...]:
    """Return the ids to start now, in the person's order (that of ``waiting``).

    One that may not start yet, because of its server or its back-off, does not hold up those
    behind it.
    """
    running = {job.id for job in active}
    hosts = Counter(job.host for job in active)
    free = limits.total - len(active)
    chosen: list[int] = []
    for job in waiting:
        if len(chosen) >= free:
            break
        early = job.not_before is not None and job.not_before > now
        if early or job.id in running or hosts[job.host] >= limits.per_host:
            continue
        running.add(job.id)
        hosts[job.host] += 1
        chosen.append(job.id)
    return tuple(chosen)


def backoff(attempt: int, random: float) -> float:
    """Return seconds to wait after failed attempt number ``attempt`` (1, 2, …).

    The pause doubles up to LONGEST_PAUSE; ``random`` (0 to 1) spreads it over its upper half
    ("equal jitter"), so that many downloads cut off together do not come back together.
    """
    exponent = min(max(attempt, 1) - 1, 16)
    longest = min(FIRST_PAUSE * 2.0**exponent, LONGEST_PAUSE)
    return longest / 2 * (1 + random)


def give_up(attempt: int) -> bool:
    """Return whether failed attempt number ``attempt`` was the last one to be made unasked."""
    return attempt >= MOST_ATTEMPTS
