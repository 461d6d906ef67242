"""Loops have no seam, and each sounds like what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio import ambience
from desktop_app.audio.synth import RATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Sound = NDArray[np.float32]

LOOPS = (ambience.brown, ambience.rain, ambience.sea, ambience.night)


def seam(sound: Sound) -> float:
    """Return the step over the seam, in units of the steps elsewhere (root mean square)."""
    steps = np.diff(sound, axis=0)
    over = sound[0] - sound[-1]
    return float(np.max(np.abs(over)) / np.sqrt(np.mean(steps**2)))


def power_between(sound: Sound, low: float, high: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound[:, 0])) ** 2
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(np.sum(spectrum[(hz >= low) & (hz < high)]) / np.sum(spectrum))


def blocks(sound: Sound, seconds: float = 0.25) -> NDArray[np.float64]:
    """Return the level in dB of each stretch of ``seconds``."""
    size = round(seconds * RATE)
    parts = sound[: len(sound) // size * size, 0].reshape(-1, size).astype(np.float64)
    return np.asarray(10 * np.log10(np.mean(parts**2, axis=1)))


@pytest.mark.parametrize("make", LOOPS, ids=lambda make: make.__name__)
def test_a_loop_has_no_seam(make: Callable[[float, int], Sound]) -> None:
    sound = make(12.0, 2)
    assert sound.shape == (12 * RATE, 2)
    assert sound.dtype == np.float32
    assert np.max(np.abs(sound)) == 1
    assert seam(sound) < 5
    levels = blocks(sound)
    assert abs(levels[0] - levels[-1]) <= 1.2 * np.max(np.abs(np.diff(levels)))


def test_the_measure_of_a_seam_finds_one() -> None:
    sound = ambience.brown(12.0, 2)
    cuts = [seam(sound[: -cut * RATE // 7]) for cut in range(1, 20)]
    assert np.median(cuts) > 5


@pytest.mark.parametrize("make", LOOPS, ids=lambda make: make.__name__)
def test_seeds_and_sides(make: Callable[[float, int], Sound]) -> None:
    sound = make(3.0, 2)
    assert np.array_equal(sound, make(3.0, 2))
    assert not np.array_equal(sound, make(3.0, 3))
    assert abs(np.corrcoef(sound[:, 0], sound[:, 1])[0, 1]) < 0.98


def test_brown_noise_falls_6_db_an_octave() -> None:
    sound = ambience.brown(12.0)
    octaves = [power_between(sound, hz, 2 * hz) for hz in (250, 500, 1000, 2000, 4000)]
    falls = -10 * np.diff(np.log10(octaves))
    assert falls == pytest.approx([3] * 4, abs=0.8), "6 dB in density, 3 dB in octave bands"


def test_rain_has_single_drops() -> None:
    sound = ambience.rain(12.0)[:, 0].astype(np.float64)
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hz < 1500) | (hz > 3000)] = 0
    band = np.fft.irfft(spectrum)
    assert np.mean(band**4) / np.mean(band**2) ** 2 > 4, "3 is a mere hiss"


def test_waves_come_and_go() -> None:
    levels = blocks(ambience.sea(36.0), 0.5)
    assert np.percentile(levels, 95) - np.percentile(levels, 5) > 5
    slow = np.abs(np.fft.rfft(levels - levels.mean()))[1:]
    assert 36 / (np.argmax(slow) + 1) == pytest.approx(9, abs=3)


def test_crickets_chirp_above_the_wind() -> None:
    sound = ambience.night(12.0)
    assert power_between(sound, 2150, 2850) > 10 * power_between(sound, 3000, 4000)
    assert power_between(sound, 3000, 12_000) < 0.02, "what is shrill keeps awake"


def test_chirps_come_evenly_but_not_by_the_clock() -> None:
    sound = ambience.night(40.0)[:, 0].astype(np.float64)
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hz < 2440) | (hz > 2520)] = 0
    rhythm = np.abs(np.fft.irfft(spectrum)).reshape(-1, RATE // 50).mean(axis=1)
    loud = np.convolve(rhythm, np.ones(12) / 12, "same") > 0.3 * np.percentile(rhythm, 98)
    gaps = np.diff(np.flatnonzero(np.diff(loud.astype(int)) == 1)) / 50
    assert len(gaps) > 25
    assert np.median(gaps) == pytest.approx(1 / 1.15, abs=0.12)
    assert np.std(gaps[gaps < 1.3]) > 0.03, "a machine"


def test_a_wave_is_heard_on_both_sides_but_not_at_once() -> None:
    sound = ambience.sea(72.0)
    sides = np.stack([blocks(sound[:, side : side + 1], 0.25) for side in (0, 1)])
    assert 0.6 < np.corrcoef(sides[0], sides[1])[0, 1] < 0.99
