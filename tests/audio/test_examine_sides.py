"""The side on which the voice is, and one channel made of two without losing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio.examine_sides import mixed, products, sides
from desktop_app.base.tape import Side
from tests.support import sound

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

VOICE = sound.speech_like(20)
HISS = sound.noise(20, -55)
OTHER = sound.noise(20, -55, seed=2)
HUM = sound.tone(20, 100, -30)
EMPTY = sound.silence(20)


@pytest.mark.parametrize(
    ("left", "right", "side", "balance"),
    [
        (VOICE + HISS, VOICE + HISS, Side.BOTH, 0.0),
        (VOICE + HISS, VOICE + OTHER, Side.BOTH, 0.0),
        (VOICE + HISS, VOICE / 2 + OTHER, Side.BOTH, 6.0),
        (VOICE / 3 + HISS, VOICE + OTHER, Side.BOTH, -9.5),
        (VOICE, EMPTY, Side.LEFT, 60.0),
        (EMPTY, VOICE, Side.RIGHT, -60.0),
        (VOICE + HISS, OTHER, Side.LEFT, None),
        (HUM + OTHER, VOICE + HISS, Side.RIGHT, None),
        (VOICE + HISS, VOICE / 20 + OTHER, Side.LEFT, 26.0),
        (VOICE + HISS, VOICE / 5 + OTHER, Side.BOTH, 14.0),
        (VOICE + HISS, VOICE / 5 + OTHER * 30, Side.LEFT, 14.0),
        (EMPTY, EMPTY, Side.BOTH, 0.0),
        (HISS, OTHER, Side.BOTH, 0.0),
    ],
)
def test_the_voice_tells_the_side(
    left: Samples, right: Samples, side: Side, balance: float | None
) -> None:
    found = sides(products(np.stack((left, right)), sound.RATE // 10))
    assert found.side is side
    assert not found.inverted
    if balance is not None:
        assert found.balance == pytest.approx(balance, abs=1.0)


@pytest.mark.parametrize("share", [1.0, 0.7])
def test_channels_that_swing_against_each_other_do_not_vanish(share: float) -> None:
    pair = np.stack((VOICE + HISS, -share * VOICE + OTHER))
    found = sides(products(pair, sound.RATE // 10))
    assert (found.side, found.inverted) == (Side.BOTH, True)
    left = mixed(pair, found)
    assert np.sqrt(np.mean(left**2)) == pytest.approx(0.1 * (1 + share) / 2, rel=0.05)


def test_the_good_channel_is_taken_alone() -> None:
    pair = np.stack((VOICE + HISS, OTHER))
    found = sides(products(pair, sound.RATE // 10))
    assert np.array_equal(mixed(pair, found), pair[0])
    found = sides(products(pair[::-1], sound.RATE // 10))
    assert np.array_equal(mixed(pair[::-1], found), pair[0])


def test_one_channel_is_both() -> None:
    mono = (VOICE + HISS)[np.newaxis]
    found = sides(products(mono, sound.RATE // 10))
    assert (found.side, found.balance, found.inverted) == (Side.BOTH, 0.0, False)
    assert np.array_equal(mixed(mono, found), mono[0])


def test_numbers_that_are_none_weigh_nothing() -> None:
    spoilt = np.stack((VOICE, VOICE))
    spoilt[0, 1000] = np.nan
    assert sides(products(spoilt, sound.RATE // 10)).balance == pytest.approx(0.0, abs=0.3)
