"""What is wrong with a tape, and what is done about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.audio.remedy import faults, remedy
from desktop_app.base.tape import Fault, Hum, Side, Tape

FINE = Tape(
    duration=3600,
    loudness=-18.0,
    peak=-1.0,
    speech=-19.0,
    noise=-62.0,
    rumble=-75.0,
    hum=None,
    bandwidth=12_000,
    clipped=0.0,
    dropouts=0,
    clicks=0.5,
    wandering=4.0,
    side=Side.BOTH,
    balance=0.3,
)
HUM = Hum(50.1, ((1, 20.0), (3, 12.0)))


@pytest.mark.parametrize(
    ("tape", "expected"),
    [
        (FINE, ()),
        (replace(FINE, loudness=-23.0), ()),
        (replace(FINE, bandwidth=3_400), ()),
        (replace(FINE, loudness=-31.0), (Fault.QUIET,)),
        (replace(FINE, noise=-45.0), (Fault.HISS,)),
        (replace(FINE, hum=HUM), (Fault.HUM,)),
        (replace(FINE, rumble=-40.0), (Fault.RUMBLE,)),
        (replace(FINE, wandering=12.0), (Fault.UNEVEN,)),
        (replace(FINE, side=Side.LEFT), (Fault.ONE_SIDED,)),
        (replace(FINE, balance=-10.0), (Fault.ONE_SIDED,)),
        (replace(FINE, clicks=20.0), (Fault.CLICKS,)),
        (replace(FINE, bandwidth=2_500), (Fault.DULL,)),
        (replace(FINE, noise=-45.0, hum=HUM, loudness=-30), (Fault.HISS, Fault.HUM, Fault.QUIET)),
        # Nobody speaks: nothing can be said against it.
        (replace(FINE, speech=None, noise=-20.0, hum=HUM), ()),
        (replace(FINE, loudness=None), ()),
    ],
)
def test_what_is_wrong(tape: Tape, expected: tuple[Fault, ...]) -> None:
    assert faults(tape) == expected


def test_of_a_fine_recording_hardly_more_than_its_level_is_changed() -> None:
    done = remedy(FINE)
    assert (done.hiss, done.treble, done.notches, done.low_pass) == (0, 0, (), None)
    assert not done.declick
    assert done.high_pass <= 60


def test_each_fault_has_its_remedy() -> None:
    worst = replace(
        FINE, noise=-30.0, hum=HUM, rumble=-30.0, clicks=30.0, wandering=15.0, bandwidth=2_800
    )
    done = remedy(replace(worst, side=Side.RIGHT, inverted=True))
    assert done.side is Side.RIGHT
    assert done.inverted
    assert done.declick
    assert done.high_pass > remedy(FINE).high_pass
    assert done.low_pass == pytest.approx(2_800, rel=0.3)
    assert done.notches == pytest.approx((50.1, 150.3))
    assert done.treble > 0
    assert done.hiss >= 15
    assert done.riding > remedy(FINE).riding


def test_noise_that_lies_near_the_voice_is_taken_out_with_more_care() -> None:
    far, near = (remedy(replace(FINE, noise=noise)).hiss for noise in (-45.0, -29.0))
    assert 0 < near < far
