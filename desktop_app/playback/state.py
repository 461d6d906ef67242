"""What the player does and where it stands, as pure functions of commands and events.

Engines tell their position only every 0.3 to 1 s, and a little late; in between it is
interpolated, and what is shown never steps back for a mere inaccuracy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.base.model import PlayStatus
from desktop_app.playback.player import (
    Buffering,
    Ended,
    Failed,
    Moved,
    Paused,
    PlayerEvent,
    Playing,
)

JITTER = 0.35
"""Seconds (at normal speed) by which an engine's report may lag before it is believed."""

CONFIRMED = 0.5
"""Seconds between where a seek went and a report that is taken as its outcome."""

SEEK_PATIENCE = 1.0
"""Seconds after a seek for which reports of any other place are taken as stale."""

NEAR_END = 10.0
"""Seconds before the known end within which an ending counts as complete."""


@dataclass(frozen=True, slots=True)
class PlayerState:
    """The position was ``position`` seconds at ``at`` (monotonic seconds).

    ``target`` is where a seek goes that the engine has not confirmed yet; ``buffered``: how full
    the buffer of a stream is, in percent, while it fills. After ``ENDED``
    the position tells a talk that was heard out from one that broke off: the former stands
    at its ``duration``.
    """

    generation: int = 0
    status: PlayStatus | None = None
    position: float = 0.0
    at: float = 0.0
    rate: float = 1.0
    duration: float | None = None
    volume: float = 1.0
    why: str = ""
    target: float | None = None
    buffered: float | None = None

    def position_at(self, now: float) -> float:
        """Return the position at ``now`` (monotonic seconds), never past the end."""
        moved = self.status is PlayStatus.PLAYING
        position = self.position + (max(0.0, now - self.at) * self.rate if moved else 0.0)
        return self._clamped(position)

    def moved_to(self, position: float, now: float) -> PlayerState:
        """Return this state, standing at ``position`` at ``now``."""
        return replace(self, position=self._clamped(position), at=now)

    def frozen(self, now: float, status: PlayStatus) -> PlayerState:
        """Return this state with another status, at the place reached by ``now``."""
        return replace(self.moved_to(self.position_at(now), now), status=status)

    def _clamped(self, position: float) -> float:
        end = self.duration if self.duration is not None else float("inf")
        return min(max(0.0, position), end)


def opened(
    state: PlayerState,
    *,
    generation: int,
    start: float,
    duration: float | None,
    rate: float,
    paused: bool,
    now: float,
) -> PlayerState:
    """Return the state after a talk was opened; the volume stays as it was."""
    fresh = PlayerState(
        generation=generation,
        status=PlayStatus.PAUSED if paused else PlayStatus.OPENING,
        rate=rate,
        duration=duration,
        volume=state.volume,
    )
    return fresh.moved_to(start, now)


def played(state: PlayerState, now: float) -> PlayerState:
    """Return the state after "play": the engine will tell when sound comes."""
    match state.status:
        case PlayStatus.PAUSED | PlayStatus.FAILED:
            return replace(state.frozen(now, PlayStatus.OPENING), why="")
        case PlayStatus.ENDED:
            return replace(state.moved_to(0.0, now), status=PlayStatus.OPENING)
        case _:
            return state


def paused(state: PlayerState, now: float) -> PlayerState:
    """Return the state after "pause"."""
    match state.status:
        case PlayStatus.PLAYING | PlayStatus.OPENING | PlayStatus.BUFFERING:
            return state.frozen(now, PlayStatus.PAUSED)
        case _:
            return state


def sought(state: PlayerState, position: float, now: float) -> PlayerState:
    """Return the state after a seek; a talk that was over stands paused at the new place."""
    if state.status is None:
        return state
    status = PlayStatus.PAUSED if state.status is PlayStatus.ENDED else state.status
    there = state.moved_to(position, now)
    return replace(there, status=status, target=there.position)


def rated(state: PlayerState, rate: float, now: float) -> PlayerState:
    """Return the state at another speed, without a step in the position."""
    return replace(state.moved_to(state.position_at(now), now), rate=rate)


def turned(state: PlayerState, volume: float) -> PlayerState:
    """Return the state at another volume, from 0 to 1."""
    return replace(state, volume=min(max(volume, 0.0), 1.0))


def stopped(state: PlayerState) -> PlayerState:
    """Return the state with nothing loaded; events of what was loaded no longer count."""
    return PlayerState(generation=state.generation, rate=state.rate, volume=state.volume)


def starved(state: PlayerState, since: float, now: float) -> PlayerState:
    """Return the state when the engine has told nothing ``since``: the sound stands still."""
    if state.status is not PlayStatus.PLAYING:
        return state
    place = state.position_at(since)
    return replace(state.moved_to(place, now), status=PlayStatus.BUFFERING, buffered=0.0)


def given_up(state: PlayerState, why: str, now: float) -> PlayerState:
    """Return the state when nothing is hoped for any more, or when it is known why."""
    return replace(state.frozen(now, PlayStatus.FAILED), why=why, target=None, buffered=None)


def reduce(state: PlayerState, event: PlayerEvent, now: float) -> PlayerState:
    """Return the state after ``event``, which is dropped if it is of another generation."""
    if event.generation != state.generation or state.status is None:
        return state
    match event:
        case Playing(position=position):
            after = _playing(state, position, now)
        case Paused():
            after = state.frozen(now, PlayStatus.PAUSED)
        case Moved(position=position):
            after = _moved(state, position, now)
        case Buffering(percent=percent):
            after = _buffering(state, percent, now)
        case Ended():
            after = _ended(state, now)
        case Failed(why=why):
            after = replace(state.frozen(now, PlayStatus.FAILED), why=why)
    return after


def _playing(state: PlayerState, position: float | None, now: float) -> PlayerState:
    known = position is not None and state.target is None
    place = position if known and position is not None else state.position_at(now)
    return replace(state.moved_to(place, now), status=PlayStatus.PLAYING)


def _moved(state: PlayerState, position: float, now: float) -> PlayerState:
    if state.target is not None:
        confirmed = abs(position - state.target) <= CONFIRMED
        if not confirmed and now - state.at < SEEK_PATIENCE:
            return state
        state = replace(state, target=None)
    if state.status is PlayStatus.BUFFERING and position > state.position:
        state = replace(state, status=PlayStatus.PLAYING, buffered=None)
        return state.moved_to(position, now)
    behind = state.position_at(now) - position
    if state.status is PlayStatus.PLAYING and 0.0 <= behind < JITTER * max(1.0, state.rate):
        return state
    return state.moved_to(position, now)


def _buffering(state: PlayerState, percent: float, now: float) -> PlayerState:
    full = percent >= 100.0
    state = replace(state, buffered=None if full else percent)
    if not full and state.status is PlayStatus.PLAYING:
        return state.frozen(now, PlayStatus.BUFFERING)
    if full and state.status is PlayStatus.BUFFERING:
        return state.frozen(now, PlayStatus.PLAYING)
    return state


def _ended(state: PlayerState, now: float) -> PlayerState:
    place = state.position_at(now)
    if state.duration is not None and place >= state.duration - NEAR_END:
        place = state.duration
    return replace(state.moved_to(place, now), status=PlayStatus.ENDED, target=None)
