"""The player's state as a table: what is shown after each command and event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.base.model import PlayStatus
from desktop_app.playback import state as states
from desktop_app.playback.player import (
    Buffering,
    Ended,
    Failed,
    Moved,
    Paused,
    PlayerEvent,
    Playing,
)
from desktop_app.playback.state import PlayerState, reduce

OPENING, PLAYING, BUFFERING = PlayStatus.OPENING, PlayStatus.PLAYING, PlayStatus.BUFFERING
PAUSED, ENDED, FAILED = PlayStatus.PAUSED, PlayStatus.ENDED, PlayStatus.FAILED
T = 1000.0


def at(
    status: PlayStatus | None, position: float = 100.0, rate: float = 1.0, volume: float = 1.0
) -> PlayerState:
    """Return the state of talk 7, ten minutes long, at time ``T``."""
    return PlayerState(7, status, position, T, rate, 600.0, volume)


@pytest.mark.parametrize(
    ("status", "position", "rate", "after", "shown"),
    [
        (PLAYING, 100.0, 1.0, 5.0, 105.0),
        (PLAYING, 100.0, 1.5, 10.0, 115.0),
        (PLAYING, 100.0, 1.0, -5.0, 100.0),
        (PLAYING, 599.0, 1.0, 5.0, 600.0),
        (PLAYING, 599.0, 3.0, 0.1, 599.3),
        (PAUSED, 100.0, 1.0, 5.0, 100.0),
        (OPENING, 100.0, 1.0, 5.0, 100.0),
        (BUFFERING, 100.0, 1.0, 5.0, 100.0),
        (ENDED, 600.0, 1.0, 5.0, 600.0),
        (FAILED, 100.0, 1.0, 5.0, 100.0),
        (None, 0.0, 1.0, 5.0, 0.0),
    ],
)
def test_position_between_reports(
    status: PlayStatus, position: float, rate: float, after: float, shown: float
) -> None:
    assert at(status, position, rate).position_at(T + after) == pytest.approx(shown)


def test_unknown_duration_does_not_clamp() -> None:
    assert replace(at(PLAYING), duration=None).position_at(T + 10_000) == 10_100


@pytest.mark.parametrize(
    ("before", "event", "status", "position"),
    [
        (at(OPENING), Playing(7, 100.0), PLAYING, 100.0),
        (at(OPENING), Playing(7), PLAYING, 100.0),
        (at(OPENING), Playing(7, 103.0), PLAYING, 103.0),
        (at(PAUSED), Playing(7), PLAYING, 100.0),
        (at(OPENING), Paused(7), PAUSED, 100.0),
        (at(PLAYING), Paused(7), PAUSED, 101.0),
        (at(BUFFERING), Paused(7), PAUSED, 100.0),
        (at(OPENING), Buffering(7, 10.0), OPENING, 100.0),
        (at(PLAYING), Buffering(7, 10.0), BUFFERING, 101.0),
        (at(BUFFERING), Buffering(7, 90.0), BUFFERING, 100.0),
        (at(BUFFERING), Buffering(7, 100.0), PLAYING, 100.0),
        (at(PAUSED), Buffering(7, 10.0), PAUSED, 100.0),
        (at(PAUSED), Buffering(7, 100.0), PAUSED, 100.0),
        (at(OPENING), Buffering(7, 100.0), OPENING, 100.0),
        (at(PLAYING), Moved(7, 101.0), PLAYING, 101.0),
        (at(PLAYING), Moved(7, 100.8), PLAYING, 101.0),
        (at(PLAYING), Moved(7, 100.66), PLAYING, 101.0),
        (at(PLAYING), Moved(7, 100.6), PLAYING, 100.6),
        (at(PLAYING), Moved(7, 101.3), PLAYING, 101.3),
        (at(PLAYING), Moved(7, 40.0), PLAYING, 40.0),
        (at(PLAYING), Moved(7, 300.0), PLAYING, 300.0),
        (at(PLAYING), Moved(7, 700.0), PLAYING, 600.0),
        (at(PLAYING, rate=2.0), Moved(7, 101.4), PLAYING, 102.0),
        (at(PLAYING, rate=2.0), Moved(7, 101.2), PLAYING, 101.2),
        (at(PLAYING, rate=0.5), Moved(7, 100.1), PLAYING, 100.1),
        (at(PAUSED), Moved(7, 99.9), PAUSED, 99.9),
        (at(BUFFERING), Moved(7, 99.9), BUFFERING, 99.9),
        (at(PLAYING, 598.0), Ended(7), ENDED, 600.0),
        (at(PLAYING, 590.0), Ended(7), ENDED, 600.0),
        (at(PLAYING, 200.0), Ended(7), ENDED, 201.0),
        (at(PLAYING), Failed(7, "no"), FAILED, 101.0),
        (at(None, 0.0), Playing(7, 5.0), None, 0.0),
        (at(None, 0.0), Moved(7, 5.0), None, 0.0),
    ],
)
def test_events_a_second_later(
    before: PlayerState, event: PlayerEvent, status: PlayStatus, position: float
) -> None:
    after = reduce(before, event, T + 1.0)
    assert after.status is status
    assert after.position_at(T + 1.0) == pytest.approx(position)


@pytest.mark.parametrize("generation", [6, 8])
@pytest.mark.parametrize("kind", [Playing, Paused, Ended])
def test_other_generations_are_dropped(
    generation: int, kind: type[Playing | Paused | Ended]
) -> None:
    before = at(PLAYING)
    assert reduce(before, kind(generation), T + 1) is before
    assert reduce(before, Failed(generation, "no"), T + 1) is before
    assert reduce(before, Moved(generation, 5.0), T + 1) is before
    assert reduce(before, Buffering(generation, 5.0), T + 1) is before


def test_reports_that_lag_never_step_back() -> None:
    state = reduce(at(OPENING, 0.0), Playing(7, 0.0), T)
    shown = [state.position_at(T)]
    for tick in range(1, 200):
        now = T + tick * 0.1
        if tick % 3 == 0:
            lag = 0.05 * (tick % 7)
            state = reduce(state, Moved(7, tick * 0.1 - lag), now)
        shown.append(state.position_at(now))
    assert shown == sorted(shown)
    assert shown[-1] == pytest.approx(19.9, abs=states.JITTER)


def test_failure_keeps_its_reason_until_played_again() -> None:
    failed = reduce(at(PLAYING), Failed(7, "no sound"), T)
    assert failed.why == "no sound"
    again = states.played(failed, T + 5)
    assert (again.status, again.why, again.position) == (OPENING, "", 100.0)


@pytest.mark.parametrize(
    ("before", "played", "paused"),
    [
        (OPENING, OPENING, PAUSED),
        (PLAYING, PLAYING, PAUSED),
        (BUFFERING, BUFFERING, PAUSED),
        (PAUSED, OPENING, PAUSED),
        (FAILED, OPENING, FAILED),
        (ENDED, OPENING, ENDED),
        (None, None, None),
    ],
)
def test_play_and_pause(before: PlayStatus, played: PlayStatus, paused: PlayStatus) -> None:
    assert states.played(at(before), T + 1).status is played
    assert states.paused(at(before), T + 1).status is paused


def test_pause_keeps_the_place_that_was_shown() -> None:
    assert states.paused(at(PLAYING), T + 4).position_at(T + 60) == 104.0


def test_play_after_the_end_starts_over() -> None:
    assert states.played(at(ENDED, 600.0), T + 1).position == 0.0


@pytest.mark.parametrize(
    ("status", "to", "shown", "after"),
    [
        (PLAYING, 300.0, 300.0, PLAYING),
        (PAUSED, 300.0, 300.0, PAUSED),
        (OPENING, 300.0, 300.0, OPENING),
        (ENDED, 300.0, 300.0, PAUSED),
        (PLAYING, -5.0, 0.0, PLAYING),
        (PLAYING, 900.0, 600.0, PLAYING),
        (None, 300.0, 100.0, None),
    ],
)
def test_seek(status: PlayStatus, to: float, shown: float, after: PlayStatus) -> None:
    state = states.sought(at(status), to, T + 1)
    assert state.position_at(T + 1) == shown
    assert state.status is after


def test_reports_from_before_a_seek_are_not_shown() -> None:
    state = states.sought(at(PLAYING), 300.0, T)
    state = reduce(state, Moved(7, 100.3), T + 0.1)
    assert state.position_at(T + 0.1) == pytest.approx(300.1)
    state = reduce(state, Moved(7, 300.0), T + 0.2)
    assert state.position_at(T + 0.2) == pytest.approx(300.2)
    state = reduce(state, Moved(7, 250.0), T + 0.3)
    assert state.position_at(T + 0.3) == pytest.approx(250.0)


def test_a_seek_that_landed_elsewhere_is_believed_in_the_end() -> None:
    state = states.sought(at(PLAYING), 300.0, T)
    state = reduce(state, Moved(7, 296.0), T + 1.5)
    assert state.position_at(T + 1.5) == 296.0


def test_playing_after_a_seek_keeps_its_target() -> None:
    state = states.sought(at(PAUSED), 300.0, T)
    state = reduce(states.played(state, T), Playing(7, 100.0), T + 0.1)
    assert state.position_at(T + 0.1) == 300.0


def test_speed_changes_without_a_step() -> None:
    state = states.rated(at(PLAYING), 2.0, T + 10)
    assert state.position_at(T + 10) == 110.0
    assert state.position_at(T + 15) == 120.0


@pytest.mark.parametrize(("asked", "volume"), [(0.5, 0.5), (-1.0, 0.0), (3.0, 1.0)])
def test_volume(asked: float, volume: float) -> None:
    assert states.turned(at(PLAYING), asked).volume == volume


@pytest.mark.parametrize(("paused", "status"), [(True, PAUSED), (False, OPENING)])
def test_open(paused: bool, status: PlayStatus) -> None:
    state = states.opened(
        at(PLAYING, volume=0.3),
        generation=8,
        start=700.0,
        duration=650.0,
        rate=1.25,
        paused=paused,
        now=T,
    )
    assert state == PlayerState(8, status, 650.0, T, 1.25, 650.0, 0.3)


def test_stop_leaves_volume_and_speed() -> None:
    state = states.stopped(at(PLAYING, rate=1.5, volume=0.3))
    assert (state.status, state.rate, state.volume) == (None, 1.5, 0.3)
    assert reduce(state, Moved(7, 5.0), T) is state


def test_a_stream_that_says_nothing_stands_where_it_was_heard_last() -> None:
    silent = states.starved(at(PLAYING, rate=2.0), T + 1, T + 4)
    assert (silent.status, silent.buffered) == (BUFFERING, 0.0)
    assert silent.position_at(T + 60) == pytest.approx(102)
    still = reduce(silent, Moved(7, 102.0), T + 60)
    assert still.status is BUFFERING
    again = reduce(still, Moved(7, 102.4), T + 61)
    assert (again.status, again.buffered) == (PLAYING, None)
    assert again.position_at(T + 62) == pytest.approx(104.4)


@pytest.mark.parametrize("status", [OPENING, PAUSED, ENDED, FAILED])
def test_only_what_sounds_can_fall_silent(status: PlayStatus) -> None:
    assert states.starved(at(status), T, T + 5) == at(status)


def test_what_is_given_up_keeps_its_place_and_says_why() -> None:
    waiting = states.starved(at(PLAYING), T, T + 3)
    over = states.given_up(waiting, "Nothing came.", T + 40)
    assert (over.status, over.why, over.buffered) == (FAILED, "Nothing came.", None)
    assert over.position == pytest.approx(100)
