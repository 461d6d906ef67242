"""Rain, sea, brown noise and a night outdoors: stereo loops without a seam.

A loop is made as one turn of a circle: noise is shaped in the spectrum of the whole loop, and
every event's tail that runs over the end goes on at the beginning. So the last sample leads to
the first as any sample leads to its next, and nothing needs to be cross-faded.

They are for headphones at night: nothing startles, nothing comes round in a rhythm that could be
counted, and above some kilohertz there is less than outdoors.

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
        wash = _noise(seconds, random, lambda hz: _band(hz, 600, 6500) / (hz + 300) ** 0.7)
        roof = _noise(seconds, random, lambda hz: _band(hz, 70, 320) / (hz + 60))
        swell = 1 + 0.12 * _drift(seconds, random)
        return wash * swell + 0.4 * roof + 8.0 * _drops(seconds, random)

    return _stereo(side)


def sea(seconds: float, seed: int = 1) -> Sound:
    """Return waves on a beach: each heaves, breaks, and runs back hissing; none like the other.

    A wave breaks along the beach, not everywhere at once: the two sides hear it apart.
    """
    random = np.random.default_rng(seed)
    count = max(1, round(seconds / 9))
    starts = (np.arange(count) + 0.3 + random.uniform(-0.2, 0.2, count)) * seconds / count
    sizes, slowness = random.uniform(0.55, 1.0, count), random.uniform(0.85, 1.3, count)

    def side() -> Wave:
        deep = _noise(seconds, random, lambda hz: _band(hz, 45, 220) / (hz + 80))
        body = _noise(seconds, random, lambda hz: _band(hz, 150, 1400) / (hz + 200))
        hiss = _noise(seconds, random, lambda hz: _band(hz, 1000, 6000) / (hz + 300) ** 0.7)
        here = starts + random.uniform(-0.3, 0.3, count)
        heave = _swells(seconds, here - 1.6, sizes, rise=2.4 * slowness, fall=2.6 * slowness)
        crash = _swells(seconds, here, sizes, rise=1.3 * slowness, fall=1.9 * slowness)
        run = _swells(seconds, here + 1.0, sizes, rise=1.3 * slowness, fall=3.4 * slowness)
        far = 0.08 * hiss + 0.2 * body + 0.22 * deep
        return far + 0.6 * deep * heave + body * crash + 0.45 * hiss * run

    return _stereo(side)


def night(seconds: float, seed: int = 1) -> Sound:
    """Return a mild night: a breath of wind, two tree crickets near, many far away.

    Snowy tree crickets: of all crickets the lowest (about 2.5 kHz) and most even, in chirps of
    two, three and three pulses; B. B. Fulton, "Rhythm, synchronism, and alternation in the
    stridulation of Oecanthus niveus", J. Elisha Mitchell Sci. Soc. 50 (1934) 263-267.
    """
    random = np.random.default_rng(seed)
    sound = 0.55 * _stereo(lambda: _wind(seconds, random)).astype(np.float64)
    near = ((2480.0, 1.15, 0.5, 0.3), (2310.0, 0.95, 0.34, 0.72))
    far = tuple(
        (random.uniform(2150, 2850), random.uniform(0.85, 1.35), random.uniform(0.05, 0.13), side)
        for side in np.linspace(0.1, 0.9, 9)
    )
    for hz, chirps_a_second, level, pan in near + far:
        cricket = level * _cricket(seconds, hz, chirps_a_second, random)
        sound += cricket[:, np.newaxis] * np.sqrt([1 - pan, pan])
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


def _drift(seconds: float, random: np.random.Generator) -> Wave:
    """Return a wave between −1 and 1 that wanders a few times a turn."""
    turn = np.arange(round(seconds * RATE)) * (2 * np.pi / round(seconds * RATE))
    waves = (np.sin(k * turn + random.uniform(0, 2 * np.pi)) for k in (3, 5, 8))
    return np.asarray(sum(waves) / 3)


def _drops(seconds: float, random: np.random.Generator) -> Wave:
    """Return near drops, 90 a second: each a bubble that rings for milliseconds as it closes.

    None is like another, so that no tone stands out.
    """
    count = round(seconds * RATE)
    wave = np.zeros(count)
    times = np.arange(round(0.03 * RATE)) / RATE
    for place in random.integers(0, count, round(seconds * 90)):
        size = min(0.7, random.lognormal(-1.1, 0.5))
        wave[(place + np.arange(len(times))) % count] += size * _drop(times, random)
    return wave


def _drop(times: Wave, random: np.random.Generator) -> Wave:
    """Return one drop; its pitch rises while it rings (Minnaert, 1933, has why it rings)."""
    hz, rise = random.uniform(1100, 4600), random.uniform(4, 22)
    phase = 2 * np.pi * hz * (times + rise * times**2 / 2)
    fade = np.exp(-times / random.uniform(0.0012, 0.0045)) * (1 - np.exp(-times / 0.0003))
    return np.asarray(np.sin(phase) * fade * np.sqrt(2000 / hz))


def _swells(seconds: float, starts: Wave, sizes: Wave, *, rise: Wave, fall: Wave) -> Wave:
    """Return an envelope that rises and falls smoothly at each of ``starts``, round the turn."""
    times = np.arange(round(seconds * RATE)) / RATE
    envelope = np.zeros(len(times))
    for start, size, up, down in zip(starts, sizes, rise, fall, strict=True):
        since = (times - start) % seconds
        envelope += size * (1 - np.exp(-((since / up) ** 2))) * np.exp(-((since / down) ** 1.5))
    return envelope


def _wind(seconds: float, random: np.random.Generator) -> Wave:
    breath = _noise(seconds, random, lambda hz: _band(hz, 130, 500) / (hz + 120))
    leaves = _noise(seconds, random, lambda hz: _band(hz, 700, 4000) / (hz + 400) ** 0.7)
    gusts = 0.75 + 0.25 * _drift(seconds, random)
    return breath * gusts + 0.2 * leaves * gusts**2


def _cricket(
    seconds: float, hz: float, chirps_a_second: float, random: np.random.Generator
) -> Wave:
    """Return one cricket at about so many chirps a second; it hurries, tarries and rests."""
    count = round(seconds * RATE)
    times = np.arange(round(0.014 * RATE)) / RATE
    pulse = np.sin(np.pi * times / times[-1]) ** 2 * np.sin(2 * np.pi * hz * times)
    wander, breath = _drift(seconds, random), _drift(seconds, random)
    wave = np.zeros(count)
    chirps = round(seconds * chirps_a_second)
    for number in range(chirps):
        if random.random() < 0.1:
            continue
        even = round(number * count / chirps)
        start = (number + random.uniform(-0.07, 0.07) + 0.6 * wander[even]) / chirps
        loud = (0.8 + 0.2 * breath[even]) * random.uniform(0.85, 1.0)
        for beat, level in zip(_BEATS, _LEVELS, strict=True):
            place = round((start * seconds + beat) * RATE) + np.arange(len(pulse))
            wave[place % count] += loud * level * pulse
    return wave


_BEATS = (0.0, 0.02, 0.052, 0.072, 0.092, 0.124, 0.144, 0.164)
_LEVELS = (0.4, 0.55, 0.7, 0.85, 0.9, 0.95, 1.0, 0.8)
"""When the pulses of a chirp begin, in seconds, and how loud they are."""
