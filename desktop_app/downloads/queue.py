"""Which downloads run now, and what the others wait for: pure rules over the queue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base.addresses import host_of
from desktop_app.base.shelf import Wait, WaitFor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

FIRST_PAUSE = 5.0
"""Seconds before the first retry, at most; each further one waits twice as long."""

LONGEST_PAUSE = 3600.0
LONGEST_PAUSE_OF_LINE = 120.0
"""Seconds between tries while the connection is at fault: it may be back at any time."""

MOST_ATTEMPTS = 20
"""Some ten hours: what fails in the evening is tried until the morning."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A download that wants to run, not before ``not_before`` when it backs off.

    ``automatic``: a rule asked for it, not the person. ``urgent``: the person wants it at once,
    whatever holds for the others. ``failure``: why it backs off.
    """

    id: int
    host: str
    not_before: datetime | None = None
    automatic: bool = False
    urgent: bool = False
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many may run together, in all and from one server."""

    total: int = 3
    per_host: int = 2


@dataclass(frozen=True, slots=True)
class Doors:
    """What keeps downloads from running; as it stands here, nothing does.

    ``paused``: the person lets all stand still. ``opens``: outside the hours in which they may
    run, when these begin. ``metered``: the line is paid by use and is to be spared. ``full``:
    what has no room left, in words.
    """

    paused: bool = False
    opens: datetime | None = None
    metered: bool = False
    full: str = ""


OPEN = Doors()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to start and what to stop now, by id, and what each of the others waits for."""

    start: tuple[int, ...]
    stop: tuple[int, ...]
    waits: Mapping[int, Wait]


def server_of(url: str) -> str:
    """Return what counts as "the same server": the host, without case, port or ``www.``.

    An address that cannot be read is a server of its own, so that it fails in its turn.
    """
    return (host_of(url) or url).removeprefix("www.")


def plan(
    waiting: Sequence[Waiting],
    active: Sequence[Waiting],
    limits: Limits,
    doors: Doors,
    now: datetime,
) -> Plan:
    """Return what is to happen, in the person's order (that of ``waiting``).

    One that may not start yet, because of its server or its back-off, does not hold up those
    behind it. What is under way and may not be any more stops; for want of room nothing stops,
    for it may be as good as done.
    """
    stop = tuple(job.id for job in active if obstacle(job, replace(doors, full="")))
    running = {job.id for job in active} - {*stop}
    hosts = Counter(job.host for job in active if job.id in running)
    chosen: list[int] = []
    waits: dict[int, Wait] = {}
    for job in waiting:
        if job.id in running or job.id in stop:
            continue
        wait = obstacle(job, doors) or _turn(job, len(running), hosts, limits, now)
        if wait is not None:
            waits[job.id] = wait
            continue
        running.add(job.id)
        hosts[job.host] += 1
        chosen.append(job.id)
    return Plan(tuple(chosen), stop, waits)


def obstacle(job: Waiting, doors: Doors) -> Wait | None:
    """Return what keeps a download from running whoever's turn it is; None: nothing does."""
    if doors.full:
        return Wait(WaitFor.ROOM, detail=doors.full)
    if job.urgent:
        return None
    if doors.paused:
        return Wait(WaitFor.PAUSE)
    if doors.opens is not None:
        return Wait(WaitFor.HOURS, doors.opens)
    if doors.metered and job.automatic:
        return Wait(WaitFor.LINE)
    return None


def _turn(
    job: Waiting, running: int, hosts: Counter[str], limits: Limits, now: datetime
) -> Wait | None:
    if job.not_before is not None and job.not_before > now:
        return Wait(WaitFor.RETRY, job.not_before, job.failure)
    if running >= limits.total:
        return Wait(WaitFor.TURN)
    if hosts[job.host] >= limits.per_host:
        return Wait(WaitFor.SERVER, detail=job.host)
    return None


def backoff(attempt: int, random: float, longest: float = LONGEST_PAUSE) -> float:
    """Return seconds to wait after failed attempt number ``attempt`` (1, 2, …).

    The pause doubles up to ``longest``; ``random`` (0 to 1) spreads it over its upper half
    ("equal jitter"), so that many downloads cut off together do not come back together.
    """
    exponent = min(max(attempt, 1) - 1, 16)
    most = min(FIRST_PAUSE * 2.0**exponent, longest)
    return most / 2 * (1 + random)


def give_up(attempt: int) -> bool:
    """Return whether failed attempt number ``attempt`` was the last one to be made unasked."""
    return attempt >= MOST_ATTEMPTS
