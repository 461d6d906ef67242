"""A sitting's clock: pauses, added time, and a machine that sleeps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Preset
from desktop_app.meditation import clock as sitting
from desktop_app.meditation.plan import BellKind, plan
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from desktop_app.meditation.clock import Running
    from desktop_app.meditation.plan import Bell

EVENING = Preset("Evening", length=1200, settle=10, bell_every=300)


class Hand:
    """A sitting with a clock in the hand; it writes down what rang, at which elapsed time."""

    def __init__(self, preset: Preset = EVENING) -> None:
        self.clock = HandClock()
        self.state: Running = sitting.begin(plan(preset), self.clock.boottime())
        self.rang: list[tuple[float, Bell]] = []

    @property
    def now(self) -> float:
        return self.clock.boottime()

    @property
    def elapsed(self) -> float:
        return sitting.elapsed(self.state, self.now)

    def look(self) -> None:
        self.state, bell = sitting.due(self.state, self.now)
        if bell is not None:
            self.rang.append((self.elapsed, bell))

    def wait(self, seconds: float, step: float = 0.5) -> None:
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            self.look()

    def pause(self) -> None:
        self.state = sitting.pause(self.state, self.now)

    def resume(self) -> None:
        self.state = sitting.resume(self.state, self.now)

    def stop(self) -> None:
        self.state = sitting.stop(self.state, self.now)

    def extend(self, seconds: float) -> None:
        self.state = sitting.extend(self.state, self.now, seconds)

    def times(self) -> list[float]:
        return [elapsed for elapsed, _ in self.rang]


def test_every_bell_rings_once_at_its_time() -> None:
    hand = Hand()
    hand.look()
    hand.wait(1300)
    assert hand.times() == [10, 310, 610, 910, 1210]
    assert [bell.at for _, bell in hand.rang] == hand.times()
    assert hand.elapsed == 1210
    assert sitting.over(hand.state, hand.now)
    assert sitting.sat(hand.state, hand.now) == 1200


def test_a_bell_at_the_very_start_rings() -> None:
    hand = Hand(Preset("now", length=60))
    hand.look()
    hand.look()
    assert [bell.kind for _, bell in hand.rang] == [BellKind.START]


def test_deadlines_lead_from_bell_to_bell_and_do_not_drift() -> None:
    length, every = 4 * 3600.0, 0.1 * 60
    hand = Hand(Preset("long", length=length, bell_every=every))
    begun, bells = hand.now, 0
    while not sitting.over(hand.state, hand.now):
        deadline = sitting.deadline(hand.state)
        assert deadline is not None
        hand.clock.advance(max(deadline - hand.now, 1e-9))
        rung = len(hand.rang)
        hand.look()
        bells += len(hand.rang) - rung
    assert bells == length / every + 1
    for elapsed, bell in hand.rang:
        assert elapsed == pytest.approx(bell.at, abs=1e-3)
    assert hand.now - begun == pytest.approx(length, abs=1e-3)


def test_without_bells_the_deadline_is_the_end() -> None:
    hand = Hand(Preset("silent", length=60, bell=None))
    assert sitting.deadline(hand.state) == hand.now + 60


def test_a_pause_moves_all_that_follows() -> None:
    hand = Hand()
    hand.wait(100)
    hand.pause()
    assert sitting.deadline(hand.state) is None
    hand.wait(5000)
    assert hand.elapsed == 100
    assert hand.times() == [10]
    hand.resume()
    hand.wait(211)
    assert hand.times() == [10, 310]
    assert sitting.sat(hand.state, hand.now) == 301


def test_pausing_and_resuming_twice_is_the_same_as_once() -> None:
    hand = Hand()
    hand.wait(100)
    hand.resume()
    hand.pause()
    hand.wait(50)
    hand.pause()
    hand.resume()
    hand.wait(50)
    hand.resume()
    assert hand.elapsed == 150


@pytest.mark.parametrize(
    ("asleep", "rings"),
    [(100, None), (299, (310, "interval")), (700, (610, "interval")), (9999, (1210, "end"))],
)
def test_bells_missed_in_suspend_ring_once(asleep: float, rings: tuple[float, str] | None) -> None:
    hand = Hand()
    hand.wait(20)
    hand.clock.suspend(asleep)
    hand.look()
    hand.look()
    late = [(bell.at, bell.kind.value) for _, bell in hand.rang[1:]]
    assert late == ([rings] if rings else [])
    hand.wait(1300)
    assert hand.rang[-1][1].kind is BellKind.END
    assert len({bell for _, bell in hand.rang}) == len(hand.rang)


def test_a_stopped_sitting_rings_nothing_and_stands_still() -> None:
    hand = Hand()
    hand.wait(305)
    hand.stop()
    hand.resume()
    hand.extend(600)
    hand.wait(2000)
    assert hand.times() == [10]
    assert hand.elapsed == 305
    assert sitting.sat(hand.state, hand.now) == 295
    assert sitting.over(hand.state, hand.now)
    assert sitting.deadline(hand.state) is None


def test_stopped_while_settling_in_nothing_was_sat() -> None:
    hand = Hand()
    hand.wait(5)
    hand.stop()
    assert sitting.sat(hand.state, hand.now) == 0


def test_added_time_moves_the_end_bell_and_interval_bells_go_on() -> None:
    hand = Hand()
    hand.wait(1000)
    hand.extend(600)
    hand.wait(2000)
    assert hand.times() == [10, 310, 610, 910, 1210, 1510, 1810]
    assert [bell.kind for _, bell in hand.rang].count(BellKind.END) == 1


def test_time_added_after_the_end_begins_then() -> None:
    hand = Hand()
    hand.wait(1500)
    hand.extend(300)
    assert hand.elapsed == 1210
    assert not sitting.over(hand.state, hand.now)
    hand.wait(300)
    assert hand.times() == [10, 310, 610, 910, 1210, 1510]
    assert sitting.over(hand.state, hand.now)


def test_time_added_in_a_pause_waits_with_it() -> None:
    hand = Hand()
    hand.wait(1200)
    hand.pause()
    hand.extend(60)
    hand.wait(500)
    hand.resume()
    hand.wait(70)
    assert hand.times()[-1] == 1270


@pytest.mark.parametrize("seconds", [90_000, math.inf, math.nan, -1200])
def test_what_cannot_be_added_is_refused(seconds: float) -> None:
    hand = Hand()
    with pytest.raises(KnownError):
        hand.extend(seconds)
