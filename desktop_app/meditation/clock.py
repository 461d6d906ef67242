"""A sitting under way, as data: every function takes the clock's reading and returns a new state.

``now`` is always :meth:`desktop_app.base.clock.Clock.boottime`, in seconds, which goes on counting
while the machine sleeps. Bells have absolute deadlines on it, so nothing drifts, however long the
sitting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.meditation.plan import Plan, plan

if TYPE_CHECKING:
    from desktop_app.meditation.plan import Bell

_BEFORE = -1.0


@dataclass(frozen=True, slots=True)
class Running:
    """Where a sitting stands.

    Args:
        plan: What was planned, with whatever was added since.
        zero: The reading at which nothing had elapsed, if it had never been paused; None while
            it is paused or stopped.
        held: The seconds that had elapsed when it was paused or stopped.
        rung: The time in the plan up to which bells have been dealt with.
        stopped: It is over, and nothing rings any more.
    """

    plan: Plan
    zero: float | None
    held: float = 0.0
    rung: float = _BEFORE
    stopped: bool = False


def begin(planned: Plan, now: float) -> Running:
    """Begin settling in."""
    return Running(planned, zero=now)


def elapsed(state: Running, now: float) -> float:
    """Return the seconds since the start, settling in included, pauses left out; at most all."""
    passed = state.held if state.zero is None else now - state.zero
    return min(max(passed, 0.0), state.plan.total)


def sat(state: Running, now: float) -> float:
    """Return the seconds really sat, settling in left out: what the log keeps."""
    return max(0.0, elapsed(state, now) - state.plan.preset.settle)


def over(state: Running, now: float) -> bool:
    """Tell whether the time is up or the sitting was stopped."""
    return state.stopped or elapsed(state, now) >= state.plan.total


def pause(state: Running, now: float) -> Running:
    """Stand still; a bell that was due and has not been asked for rings after :func:`resume`."""
    return replace(state, zero=None, held=elapsed(state, now))


def resume(state: Running, now: float) -> Running:
    """Go on where it was paused; a sitting that runs or was stopped stays as it is."""
    if state.stopped or state.zero is not None:
        return state
    return replace(state, zero=now - state.held)


def extend(state: Running, now: float, seconds: float) -> Running:
    """Sit ``seconds`` longer: the end bell moves and the interval bells go on.

    When the time is already up, the added time begins now.

    Raises:
        KnownError: The whole would be longer than a sitting may be.
    """
    if state.stopped:
        return state
    passed = elapsed(state, now)
    preset = state.plan.preset
    longer = plan(replace(preset, length=preset.length + seconds))
    zero = None if state.zero is None else now - passed
    return replace(state, plan=longer, zero=zero, held=passed)


def stop(state: Running, now: float) -> Running:
    """End it for good."""
    return replace(state, zero=None, held=elapsed(state, now), stopped=True)


def due(state: Running, now: float) -> tuple[Running, Bell | None]:
    """Return the bell to ring now, if any, and the state in which it has been rung.

    Of several that were missed while the machine slept only the last one rings, once: it says
    where the sitting is.
    """
    if state.zero is None:
        return state, None
    passed = elapsed(state, now)
    missed = [bell for bell in state.plan.bells if state.rung < bell.at <= passed]
    return replace(state, rung=passed), missed[-1] if missed else None


def deadline(state: Running) -> float | None:
    """Return the reading at which :func:`due` or :func:`over` has news; None: not by itself."""
    if state.zero is None:
        return None
    ahead = (bell.at for bell in state.plan.bells if bell.at > state.rung)
    return state.zero + min(ahead, default=state.plan.total)
