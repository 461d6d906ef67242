"""A sitting's clock: pauses, added time, and a machine that sleeps."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Preset
from desktop_app.meditation import clock as sitting
from desktop_app.meditation.bells import STRIKE_EVERY
from desktop_app.meditation.plan import plan
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from desktop_app.meditation.clock import Running

LEAD = 1.5
APART = STRIKE_EVERY["bowl"]
EVENING = Preset("Evening", length=1200, settle=10, bell_every=300)
END = [1210, 1210 + APART, 1210 + 2 * APART]


@dataclass
class Engine:
    """Sounds what is handed over when its own clock, which stands still in sleep, comes to it."""

    waiting: list[float] = field(default_factory=list)

    def sounded(self, monotonic: float) -> list[float]:
        """Return the moments that have come, and forget them."""
        come = [at for at in self.waiting if at <= monotonic + 1e-6]
        self.waiting = [at for at in self.waiting if at not in come]
        return sorted(come)


class Hand:
    """A sitting with a clock in the hand, run as the service runs one.

    ``rang`` are the strokes that sounded, each with its reading of boottime and the time that
    had elapsed then.
    """

    def __init__(self, preset: Preset = EVENING) -> None:
        self.clock = HandClock()
        self.engine = Engine()
        self.state: Running = sitting.begin(plan(preset), self.now, LEAD)
        self.asleep = 0.0
        self.rang: list[float] = []
        self.look()

    @property
    def now(self) -> float:
        return self.clock.boottime()

    @property
    def elapsed(self) -> float:
        return sitting.elapsed(self.state, self.now)

    def look(self) -> None:
        monotonic = self.clock.monotonic()
        before, self.asleep = self.asleep, self.now - monotonic
        if self.asleep - before > sitting.LATE:
            self.state = sitting.take_back(self.state, monotonic + before)
            self.engine.waiting.clear()
        ahead = math.inf if sitting.over(self.state, self.now) else LEAD
        self.state, readings = sitting.hand_over(self.state, self.now, ahead)
        self.engine.waiting += [monotonic + reading - self.now for reading in readings]
        self.hear()

    def hear(self) -> None:
        offset = self.now - self.clock.monotonic()
        for at in self.engine.sounded(self.clock.monotonic()):
            assert self.state.zero is not None
            self.rang.append(round(at + offset - self.state.zero, 3))

    def wait(self, seconds: float, step: float = 0.5) -> None:
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            self.look()

    def sleep(self, seconds: float) -> None:
        self.clock.suspend(seconds)

    def pause(self) -> None:
        self.hear()
        self.engine.waiting.clear()
        self.state = sitting.pause(self.state, self.now)

    def resume(self) -> None:
        self.state = sitting.resume(self.state, self.now)
        self.look()

    def stop(self) -> None:
        self.hear()
        self.engine.waiting.clear()
        self.state = sitting.stop(self.state, self.now)

    def extend(self, seconds: float) -> None:
        longer = sitting.extend(self.state, self.now, seconds)
        self.hear()
        self.engine.waiting.clear()
        self.state = longer
        self.look()


def test_every_stroke_sounds_once_at_its_time() -> None:
    hand = Hand()
    hand.wait(1300)
    assert hand.rang == [10, 310, 610, 910, *END]
    assert hand.elapsed == 1210
    assert sitting.over(hand.state, hand.now)
    assert sitting.sat(hand.state, hand.now) == 1200


def test_a_stroke_at_the_very_start_is_handed_over_in_time() -> None:
    hand = Hand(Preset("now", length=60))
    assert hand.state.zero == hand.now + LEAD
    assert hand.elapsed == 0
    assert hand.engine.waiting == [hand.clock.monotonic() + LEAD]
    hand.wait(1, step=0.1)
    assert hand.elapsed == 0
    hand.wait(80)
    assert hand.rang == [0, 60, 60 + APART, 60 + 2 * APART]


@pytest.mark.parametrize("preset", [EVENING, Preset("no bells", length=60, bell=None)])
def test_what_need_not_wait_for_the_sound_begins_at_once(preset: Preset) -> None:
    hand = Hand(preset)
    assert hand.state.zero == hand.now


def test_deadlines_lead_from_stroke_to_stroke_and_do_not_drift() -> None:
    length, every = 4 * 3600.0, 0.1 * 60
    hand = Hand(Preset("long", length=length, bell_every=every, end_strikes=1))
    begun, looks = hand.state.zero, 0
    assert begun is not None
    while not sitting.over(hand.state, hand.now):
        deadline = sitting.deadline(hand.state, LEAD)
        assert deadline is not None
        hand.clock.advance(max(deadline - hand.now, 1e-9))
        hand.look()
        looks += 1
    assert looks <= length / every + 3
    assert len(hand.rang) == length / every + 1
    assert hand.rang == [round(number * every, 3) for number in range(len(hand.rang))]
    assert hand.now - begun == pytest.approx(length, abs=1e-3)


def test_without_bells_the_deadline_is_the_end() -> None:
    hand = Hand(Preset("silent", length=60, bell=None))
    assert sitting.deadline(hand.state, LEAD) == hand.now + 60


def test_the_last_stroke_comes_after_the_end() -> None:
    hand = Hand()
    hand.wait(1211)
    assert sitting.until_last_stroke(hand.state, hand.now) == pytest.approx(2 * APART - 1)
    hand.wait(60)
    assert sitting.until_last_stroke(hand.state, hand.now) == 0
    hand.stop()
    assert sitting.until_last_stroke(hand.state, hand.now) == 0


def test_a_pause_moves_all_that_follows() -> None:
    hand = Hand()
    hand.wait(100)
    hand.pause()
    assert sitting.deadline(hand.state, LEAD) is None
    hand.wait(5000)
    assert hand.elapsed == 100
    assert hand.rang == [10]
    hand.resume()
    hand.wait(211)
    assert hand.rang == [10, 310]
    assert sitting.sat(hand.state, hand.now) == 301


def test_a_stroke_handed_over_before_a_pause_sounds_after_it() -> None:
    hand = Hand()
    hand.wait(309)
    assert hand.engine.waiting
    hand.pause()
    hand.wait(60)
    assert hand.rang == [10]
    hand.resume()
    hand.wait(5)
    assert hand.rang == [10, 310]


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
    ("asleep", "late"),
    [(100, []), (289, []), (300, [320]), (700, [720]), (9999, [10019])],
    ids=["none missed", "one is near", "one missed", "two missed", "all missed"],
)
def test_strokes_missed_in_suspend_sound_once(asleep: float, late: list[float]) -> None:
    hand = Hand()
    hand.wait(20)
    hand.sleep(asleep)
    hand.look()
    hand.look()
    assert hand.rang[1:] == late
    hand.wait(1300)
    assert hand.rang[-3:] == (END if asleep < 1200 else [10, *late])[-3:]


def test_a_machine_that_sleeps_just_before_a_bell_rings_once() -> None:
    hand = Hand()
    hand.wait(309)
    hand.sleep(700)
    hand.wait(20)
    assert hand.rang == [10, 1009.5]


def test_a_stroke_that_is_about_to_come_stands_for_those_that_were_missed() -> None:
    hand = Hand()
    hand.wait(20)
    hand.sleep(889.5)
    hand.wait(20)
    assert hand.rang == [10, 910]


def test_a_stopped_sitting_rings_nothing_and_stands_still() -> None:
    hand = Hand()
    hand.wait(309)
    hand.stop()
    hand.resume()
    hand.wait(2000)
    assert hand.rang == [10]
    assert hand.elapsed == 309
    assert sitting.sat(hand.state, hand.now) == 299
    assert sitting.over(hand.state, hand.now)
    assert sitting.deadline(hand.state, LEAD) is None


def test_stopped_while_settling_in_nothing_was_sat() -> None:
    hand = Hand()
    hand.wait(5)
    hand.stop()
    assert sitting.sat(hand.state, hand.now) == 0


def test_one_that_was_stopped_goes_on_for_just_the_time_that_is_added() -> None:
    hand = Hand()
    hand.wait(400)
    hand.stop()
    hand.wait(50)
    hand.extend(300)
    assert hand.elapsed == 400
    hand.wait(1300)
    assert hand.rang == [10, 310, 610, *(at - 1210 + 700 for at in END)]


def test_one_that_was_stopped_while_settling_in_settles_in_first() -> None:
    hand = Hand()
    hand.wait(4)
    hand.stop()
    hand.extend(60)
    hand.wait(100)
    assert hand.rang == [10, *(at - 1210 + 70 for at in END)]


@pytest.mark.parametrize("before", [1000, 1209.5], ids=["long before", "just before"])
def test_added_time_moves_the_end_bell_and_interval_bells_go_on(before: float) -> None:
    hand = Hand()
    hand.wait(before)
    hand.extend(600)
    hand.wait(2000)
    assert hand.rang == [10, 310, 610, 910, 1210, 1510, *(600 + at for at in END)]


def test_time_added_while_the_end_bell_rings_begins_then() -> None:
    hand = Hand()
    hand.wait(1212)
    hand.extend(300)
    assert hand.elapsed == 1210
    assert not sitting.over(hand.state, hand.now)
    hand.wait(400)
    assert hand.rang == [10, 310, 610, 910, 1210, *(300 + at for at in END)]


def test_time_added_in_a_pause_waits_with_it() -> None:
    hand = Hand()
    hand.wait(1200)
    hand.pause()
    hand.extend(60)
    hand.wait(500)
    hand.resume()
    hand.wait(71)
    assert hand.rang[-1] == 1270


@pytest.mark.parametrize("seconds", [90_000, math.inf, math.nan, -1200])
def test_what_cannot_be_added_is_refused(seconds: float) -> None:
    hand = Hand()
    with pytest.raises(KnownError):
        hand.extend(seconds)


PRESETS = (
    EVENING,
    Preset("close", length=90, bell_every=1.0, start_strikes=3),
    Preset("wood", length=300, settle=7.5, bell="wood", bell_every=20, end_strikes=5),
    Preset("chosen", length=400, bell_at=(3.25, 77, 399.5), end_strikes=0),
)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
@pytest.mark.parametrize("seed", range(25))
def test_whatever_happens_awake_no_stroke_is_missed_doubled_or_late(
    preset: Preset, seed: int
) -> None:
    """Pauses, added time, wall clocks set to and fro, a loop that looks irregularly."""
    dice = random.Random(seed)  # noqa: S311 - to be had again
    hand = Hand(preset)
    lengths = preset.length
    while not (sitting.over(hand.state, hand.now) and not hand.engine.waiting):
        hand.wait(1, step=1 / dice.randint(3, 20))
        match dice.randint(0, 40):
            case 0:
                hand.pause()
                hand.wait(dice.uniform(1, 400), step=0.7)
                hand.resume()
            case 1 if lengths < 3 * preset.length and not sitting.over(hand.state, hand.now):
                hand.extend(30)
                lengths += 30
            case 2:
                hand.clock.wall += timedelta(seconds=dice.uniform(-90_000, 90_000))
    assert hand.rang == [round(at, 3) for at in hand.state.plan.strokes]
    assert sitting.sat(hand.state, hand.now) == pytest.approx(lengths)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
@pytest.mark.parametrize("seed", range(25))
def test_whenever_the_machine_sleeps_each_sleep_costs_one_late_stroke_at_most(
    preset: Preset, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - to be had again
    hand = Hand(preset)
    slept: list[tuple[float, float]] = []
    while not (sitting.over(hand.state, hand.now) and not hand.engine.waiting):
        hand.wait(1, step=1 / dice.randint(3, 20))
        if dice.randint(0, 30) == 0:
            assert hand.state.zero is not None
            begun = hand.now - hand.state.zero
            hand.sleep(dice.choice((0.5, 2.0, 40.0, 300.0)))
            hand.look()
            slept.append((begun, hand.now - hand.state.zero))
    planned = [round(at, 3) for at in hand.state.plan.strokes]
    awake = [at for at in planned if not any(a - 1e-3 <= at <= b + 1e-3 for a, b in slept)]
    late = [at for at in hand.rang if at not in planned]
    assert [at for at in awake if at not in hand.rang] == []
    assert len(set(hand.rang)) == len(hand.rang)
    assert len(late) <= len(slept)
    for at in late:
        assert any(a <= at <= b + 0.01 for a, b in slept)
    for begun, woke in slept:
        missed = [at for at in planned if begun + 1e-3 < at < woke - sitting.LATE - 1e-3]
        told = [at for at in hand.rang if woke - sitting.LATE - 1e-3 <= at <= woke + LEAD + 1e-3]
        assert told or not missed
