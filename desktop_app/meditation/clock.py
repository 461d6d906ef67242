"""A sitting under way, as data: every function takes the clock's reading and returns a new state.

``now`` is always :meth:`desktop_app.base.clock.Clock.boottime`, in seconds, which goes on counting
while the machine sleeps and takes no notice of the wall's clock. Bells have absolute deadlines on
it, so nothing drifts, however long the sitting.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.meditation.plan import length, plan

if TYPE_CHECKING:
    from desktop_app.meditation.plan import Plan

LATE = 0.25
"""Seconds after its time from which a stroke counts as missed: the machine slept."""
_ABOUT_TO = 1.5
"""Seconds before its time from which a stroke is about to come."""
_BEFORE = -1.0
_SAME = 1e-6
"""Seconds by which one moment may differ from itself, reckoned in two ways."""


@dataclass(frozen=True, slots=True)
class Running:
    """Where a sitting stands.

    Args:
        plan: What was planned, with whatever was added since.
        zero: The reading at which nothing had elapsed, if it had never been paused; None while
            it is paused or stopped.
        held: The seconds that had elapsed when it was paused or stopped.
        rung: The time in the plan up to which strokes have been handed over.
        stopped: It is over, and nothing rings any more.
    """

    plan: Plan
    zero: float | None
    held: float = 0.0
    rung: float = _BEFORE
    stopped: bool = False


def begin(planned: Plan, now: float, ahead: float = 0.0) -> Running:
    """Begin settling in, as soon as the first stroke can be handed over ``ahead`` seconds early."""
    first = min(planned.strokes, default=ahead)
    return Running(planned, zero=now + max(0.0, ahead - first))


def elapsed(state: Running, now: float) -> float:
    """Return the seconds since the start, settling in included, pauses left out; at most all."""
    return max(since_start(state, now), 0.0)


def since_start(state: Running, now: float) -> float:
    """Return the seconds since the start, at most all; below 0 while it is still to come."""
    return min(_passed(state, now), state.plan.total)


def sat(state: Running, now: float) -> float:
    """Return the seconds really sat, settling in left out: what the log keeps."""
    return max(0.0, elapsed(state, now) - state.plan.preset.settle)


def over(state: Running, now: float) -> bool:
    """Tell whether the time is up or the sitting was stopped."""
    return state.stopped or elapsed(state, now) >= state.plan.total


def pause(state: Running, now: float) -> Running:
    """Stand still; strokes that were handed over but lie ahead ring after :func:`resume`."""
    if state.zero is None:
        return state
    return replace(take_back(state, now), zero=None, held=elapsed(state, now))


def resume(state: Running, now: float) -> Running:
    """Go on where it was paused; a sitting that runs or was stopped stays as it is."""
    if state.stopped or state.zero is not None:
        return state
    return replace(state, zero=now - state.held)


def extend(state: Running, now: float, seconds: float) -> Running:
    """Sit ``seconds`` longer: the end bell moves and the interval bells go on.

    When the time is already up the added time begins now; one that was stopped goes on for just
    that time, whatever was left of it. Strokes that were handed over but lie ahead are to be
    handed over anew.

    Raises:
        KnownError: The whole would be longer than a sitting may be.
    """
    passed = elapsed(state, now)
    preset = state.plan.preset
    begin = passed - preset.settle if state.stopped else length(preset)
    longer = plan(replace(preset, length=max(begin, 0.0) + seconds))
    paused = state.zero is None and not state.stopped
    return replace(
        take_back(state, now),
        plan=longer,
        zero=None if paused else now - passed,
        held=passed,
        stopped=False,
    )


def stop(state: Running, now: float) -> Running:
    """End it; nothing rings any more."""
    return replace(take_back(state, now), zero=None, held=elapsed(state, now), stopped=True)


def hand_over(state: Running, now: float, ahead: float) -> tuple[Running, tuple[float, ...]]:
    """Return the readings at which strokes sound that lie within ``ahead`` seconds.

    Each stroke is handed over once. Of those that were missed while the machine slept one sounds
    now, and not even that if the next is about to: it says where the sitting is.
    """
    if state.zero is None:
        return state, ()
    passed = _passed(state, now)
    new = [at for at in state.plan.strokes if state.rung < at <= passed + ahead]
    timely = [at for at in new if at >= passed - LATE]
    readings = [state.zero + at for at in timely]
    if len(timely) < len(new) and min(timely, default=math.inf) > passed + _ABOUT_TO:
        readings.insert(0, now)
    return replace(state, rung=max(state.rung, passed + ahead)), tuple(readings)


def take_back(state: Running, since: float) -> Running:
    """Count strokes that were handed over for after the reading ``since`` as not handed over."""
    return replace(state, rung=min(state.rung, _passed(state, since) + _SAME))


def deadline(state: Running, ahead: float) -> float | None:
    """Return the reading at which the next stroke is to be handed over or the time is up.

    None: nothing comes by itself.
    """
    if state.zero is None:
        return None
    coming = (at - ahead for at in state.plan.strokes if at > state.rung)
    return state.zero + min(min(coming, default=state.plan.total), state.plan.total)


def until_last_stroke(state: Running, now: float) -> float:
    """Return the seconds until the last stroke of all sounds; 0 where none is to come."""
    last = max(state.plan.strokes, default=0.0)
    return 0.0 if state.zero is None else max(0.0, state.zero + last - now)


def _passed(state: Running, now: float) -> float:
    """Return the seconds since the start, which go on after the end for its last strokes."""
    return state.held if state.zero is None else now - state.zero
