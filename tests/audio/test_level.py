"""The meter reads what BS.1770 says it should."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.audio.level import amplify, loudest_moment, loudness, peak_db


def sine(hz: float, level_db: float, seconds: float = 5.0, rate: int = 48_000) -> np.ndarray:
    times = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_db / 20) * np.sin(2 * np.pi * hz * times)).astype(np.float32)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
@pytest.mark.parametrize(
    ("hz", "level", "expected"),
    [
        # BS.1770-4: a full-scale sine at 997 Hz on one channel reads −3.01.
        (997, 0, -3.01),
        (997, -20, -23.01),
        # The weighting takes away rumble and lifts what the head reflects.
        (20, 0, -16.9),
        (4000, 0, 0.3),
    ],
)
def test_loudness_of_sines(rate: int, hz: float, level: float, expected: float) -> None:
    assert loudness(sine(hz, level, rate=rate), rate) == pytest.approx(expected, abs=0.25)


def test_two_sides_are_3_db_louder_than_one() -> None:
    one = sine(997, -20)
    assert loudness(np.stack((one, one), axis=1), 48_000) == pytest.approx(-20, abs=0.05)


def test_the_loudest_moment_is_found_anywhere() -> None:
    quiet = sine(997, -50, 3)
    for parts in ((sine(997, -10, 0.5), quiet), (quiet, sine(997, -10, 0.5))):
        assert loudest_moment(np.concatenate(parts), 48_000) == pytest.approx(-13, abs=0.2)
    assert loudest_moment(sine(997, -10, 0.2), 48_000) == pytest.approx(-16, abs=0.2)


def test_peak_and_gain() -> None:
    sound = sine(997, -6)
    assert peak_db(sound) == pytest.approx(-6, abs=0.01)
    assert peak_db(amplify(sound, -4)) == pytest.approx(-10, abs=0.01)
    assert amplify(sound, -4).dtype == np.float32
    assert peak_db(np.zeros(10, np.float32)) == -200
