"""When the computer has nothing else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import PlayStatus
from desktop_app.base.sittings import Preset
from desktop_app.services.events import (
    FeedsChanged,
    PlayerChanged,
    RunningSitting,
    SittingChanged,
)
from desktop_app.services.leisure import ALONE_AFTER, Leisure, pause
from tests.support.clock import HandClock
from tests.support.hand import episode, now_playing

if TYPE_CHECKING:
    from desktop_app.services.events import Event


@pytest.mark.parametrize(
    ("touched", "now", "occupied", "seconds"),
    [
        (100, 100, False, 120.0),
        (100, 190, False, 30.0),
        (100, 220, False, 0.0),
        (100, 9000, False, 0.0),
        (100, 9000, True, None),
        (100, 100, True, None),
    ],
)
def test_leisure_begins_two_minutes_after_the_last_touch(
    touched: float, now: float, occupied: bool, seconds: float | None
) -> None:
    assert pause(touched, now, occupied=occupied) == seconds


def playing(status: PlayStatus) -> PlayerChanged:
    """Return that a talk is in the player, in this way."""
    return PlayerChanged(now_playing(episode(1), status=status))


def sitting(*, paused: bool = False, ended: bool = False) -> SittingChanged:
    """Return that somebody sits, or has sat."""
    running = RunningSitting(Preset("Mine", 600), 600, (), (), 1.0, 1.0, paused, ended)
    return SittingChanged(running)


@pytest.mark.parametrize(
    ("event", "occupied"),
    [
        (playing(PlayStatus.OPENING), True),
        (playing(PlayStatus.PLAYING), True),
        (playing(PlayStatus.BUFFERING), True),
        (playing(PlayStatus.PAUSED), False),
        (playing(PlayStatus.ENDED), False),
        (playing(PlayStatus.FAILED), False),
        (PlayerChanged(None), False),
        (sitting(), True),
        (sitting(paused=True), True),
        (sitting(ended=True), False),
        (SittingChanged(None), False),
        (FeedsChanged(), False),
    ],
)
def test_there_is_none_while_something_sounds(event: Event, occupied: bool) -> None:
    clock = HandClock()
    leisure = Leisure(clock)
    assert leisure.pause == ALONE_AFTER, "somebody has just started it"
    clock.advance(ALONE_AFTER)
    assert leisure.pause == 0
    assert leisure.hear(event) is occupied
    assert (leisure.pause is None) is occupied
    assert not leisure.hear(event), "that is no news"
    assert leisure.hear(PlayerChanged(None)) is (occupied and isinstance(event, PlayerChanged))
    leisure.hear(SittingChanged(None))
    assert leisure.pause == 0
    leisure.touch()
    assert leisure.pause == ALONE_AFTER


def test_a_sitting_and_a_talk_are_both_waited_for() -> None:
    clock = HandClock()
    leisure = Leisure(clock)
    clock.advance(ALONE_AFTER)
    leisure.hear(playing(PlayStatus.PLAYING))
    leisure.hear(sitting())
    leisure.hear(PlayerChanged(None))
    assert leisure.pause is None
    leisure.hear(SittingChanged(None))
    assert leisure.pause == 0
