"""Rain, sea, brown noise and a night outdoors: stereo loops without a seam.

A loop is made as one turn of a circle: noise is shaped in the spectrum of the whole loop, and
every event's tail that runs over the end goes on at the beginning. So the last sample leads to
the first as any sample leads to its next, and nothing needs to be cross-faded.

All functions return float32 frames × 2 with a peak of 1 and are the same for the same seed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.synth import RATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Sound = NDArray[np.float32]
    Wave = NDArray[np.float64]


def brown(seconds: float, seed: int = 1) -> Sound:
    """Return brown noise: power falls 6 dB an octave, and what no speaker can play is left out."""
    random = np.random.default_rng(seed)
    return _stereo(lambda: _noise(seconds, random, lambda hz: _band(hz, 45, 20_000) / (hz + 45)))


def rain(seconds: float, seed: int = 1) -> Sound:
    """Return steady rain: a wash of far drops, near drops one by one, a low roof."""
    random = np.random.default_rng(seed)

    def side() -> Wave:
        wash = _noise(seconds, random, lambda hz: _band(hz, 700, 9000) / np.sqrt(hz + 300))
        roof = _noise(seconds, random, lambda hz: _band(hz, 60, 320) / (hz + 60))
        swell = 1 + 0.18 * _drift(seconds, random, slowest=3)
        return wash * swell + 0.55 * roof + 5.5 * _drops(seconds, random)

    return _stereo(side)


def sea(seconds: float, seed: int = 1) -> Sound:
    """Return waves on a beach: each heaves, breaks, and runs back hissing; none like the other."""
    random = np.random.default_rng(seed)
    count = max(1, round(seconds / 9))
    spread = random.uniform(-0.18, 0.18, count)
    starts = (np.arange(count) + 0.3 + spread) * seconds / count
    sizes = random.uniform(0.6, 1.0, count)

    def side() -> Wave:
        deep = _noise(seconds, random, lambda hz: _band(hz, 40, 220) / (hz + 80))
        body = _noise(seconds, random, lambda hz: _band(hz, 150, 1400) / (hz + 200))
        hiss = _noise(seconds, random, lambda hz: _band(hz, 1200, 8000) / np.sqrt(hz + 300))
        heave = _swells(seconds, starts - 1.2, sizes, rise=2.2, fall=2.4)
        crash = _swells(seconds, starts, sizes, rise=1.0, fall=1.7)
        run = _swells(seconds, starts + 0.9, sizes, rise=1.1, fall=3.2)
        far = 0.07 * hiss + 0.14 * body + 0.25 * deep
        return far + 0.8 * deep * heave + 1.0 * body * crash + 0.55 * hiss * run

    return _stereo(side)


def night(seconds: float, seed: int = 1) -> Sound:
    """Return a warm night: crickets near and far, each at its own pace, and a breath of wind."""
    random = np.random.default_rng(seed)
    sound = np.stack([_wind(seconds, random), _wind(seconds, random)], axis=1)
    for hz, chirps_a_second, level, pan in (
        (4150.0, 1.55, 0.30, 0.25),
        (4480.0, 1.23, 0.20, 0.80),
        (3890.0, 0.93, 0.12, 0.55),
        (4720.0, 1.87, 0.07, 0.10),
    ):
        cricket = level * _cricket(seconds, hz, chirps_a_second, random)
        sound += cricket[:, None] * np.sqrt([1 - pan, pan])
    return _to_peak(sound)


def _stereo(side: Callable[[], Wave]) -> Sound:
    """Return two sides that share a little, as two ears do."""
    left, right = side(), side()
    return _to_peak(np.stack((left + 0.35 * right, right + 0.35 * left), axis=1))


def _to_peak(sound: Wave) -> Sound:
    return np.asarray(sound / np.max(np.abs(sound)), np.float32)


def _noise(seconds: float, random: np.random.Generator, shape: Callable[[Wave], Wave]) -> Wave:
    """Return one turn of noise with the spectrum ``shape(hz)`` and a root mean square of 1."""
    count = round(seconds * RATE)
    hz = np.asarray(np.fft.rfftfreq(count, 1 / RATE), np.float64)
    size = len(hz)
    spectrum = (random.standard_normal(size) + 1j * random.standard_normal(size)) * shape(hz)
    spectrum[0] = 0
    wave = np.fft.irfft(spectrum, count)
    return np.asarray(wave / np.sqrt(np.mean(wave**2)))


def _band(hz: Wave, low: float, high: float) -> Wave:
    """Return the gain of a gentle band between ``low`` and ``high``: 12 dB an octave outside."""
    return np.asarray(1 / (1 + (low / np.maximum(hz, 1e-3)) ** 2) / (1 + (hz / high) ** 2))


def _drift(seconds: float, random: np.random.Generator, slowest: int) -> Wave:
    """Return a wave between −1 and 1 that wanders a few times a turn."""
    turn = np.arange(round(seconds * RATE)) * (2 * np.pi / round(seconds * RATE))
    waves = (np.sin(k * turn + random.uniform(0, 2 * np.pi)) for k in (slowest, 5, 8))
    return np.asarray(sum(waves) / 3)


def _drops(seconds: float, random: np.random.Generator, kinds: int = 14) -> Wave:
    """Return near drops: each a tiny bubble that rings for milliseconds and rises as it closes.

    Each kind of drop is one grain, laid down wherever such drops fall.
    """
    count = round(seconds * RATE)
    total = np.zeros(count // 2 + 1, np.complex128)
    for _ in range(kinds):
        fall = np.zeros(count)
        places = random.integers(0, count, round(seconds * 90 / kinds))
        fall[places] = random.lognormal(-1.1, 0.55, len(places))
        total += np.fft.rfft(fall) * np.fft.rfft(_drop(random), count)
    return np.asarray(np.fft.irfft(total, count))


def _drop(random: np.random.Generator) -> Wave:
    times = np.arange(round(0.03 * RATE)) / RATE
    hz = random.uniform(1300, 5200)
    rise = random.uniform(4, 22)
    phase = 2 * np.pi * hz * (times + rise * times**2 / 2)
    fade = np.exp(-times / random.uniform(0.0012, 0.0045)) * (1 - np.exp(-times / 0.0002))
    return np.asarray(np.sin(phase) * fade * (2500 / hz))


def _swells(seconds: float, starts: Wave, sizes: Wave, *, rise: float, fall: float) -> Wave:
    """Return an envelope that rises and falls smoothly at each of ``starts``, round the turn."""
    times = np.arange(round(seconds * RATE)) / RATE
    envelope = np.zeros(len(times))
    for start, size in zip(starts, sizes, strict=True):
        since = (times - start) % seconds
        envelope += size * (1 - np.exp(-((since / rise) ** 2))) * np.exp(-((since / fall) ** 1.5))
    return envelope


def _wind(seconds: float, random: np.random.Generator) -> Wave:
    breath = _noise(seconds, random, lambda hz: _band(hz, 90, 500) / (hz + 120))
    leaves = _noise(seconds, random, lambda hz: _band(hz, 900, 5000) / np.sqrt(hz + 400))
    gusts = 0.6 + 0.4 * _drift(seconds, random, slowest=2)
    return 0.1 * breath * gusts + 0.014 * leaves * gusts**2


def _cricket(
    seconds: float, hz: float, chirps_a_second: float, random: np.random.Generator
) -> Wave:
    """Return one cricket: chirps of three or four pulses; a rest now and then."""
    count = round(seconds * RATE)
    times = np.arange(round(0.012 * RATE)) / RATE
    pulse = np.sin(np.pi * times / times[-1]) ** 2 * np.sin(2 * np.pi * hz * times)
    wave = np.zeros(count)
    chirps = round(seconds * chirps_a_second)
    for number in range(chirps):
        if random.random() < 0.12:
            continue
        start = (number + random.uniform(-0.06, 0.06)) / chirps_a_second
        for beat, level in enumerate((0.55, 0.85, 1.0, 0.8)[: random.integers(3, 5)]):
            place = round((start + beat * 0.021) * RATE) + np.arange(len(pulse))
            wave[place % count] += level * pulse
    return wave
