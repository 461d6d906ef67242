"""Mains hum in a recording, told from a bass voice by its constancy.

A voice comes and goes and never stays on one tone for long; a hum is there all the time. So what
counts of each tone is how faint it ever gets: a low percentile of its power over a minute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio import examine_pauses
from desktop_app.base.tape import Hum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WINDOW = 2.0
"""Seconds of sound for a spectrum: tones half a hertz apart are told from each other."""

_STEP = 1 / _WINDOW
_FEWEST = 4
_TOP = 1000.0
_FAINTEST = 20
_BIAS = 10 * float(np.log10(-np.log(1 - _FAINTEST / 100)))
"""Decibels by which that percentile of a noise's power lies below its mean; a tone's does not."""

_COARSER = 10.6
"""Decibels by which a tone stands out less in the spectra of pauses, whose windows are shorter and
of another form: 2 s of Hann's (1.5 bins of noise) against 0.2 s of Blackman's (1.73)."""

_BETWEEN = 20.0
_SPREAD = 1
_STANDS_OUT_THERE = 6.0
"""Hz from a tone to the noise between it and the next, the spectrum's numbers on either side on
which its top may lie, and the decibels from which on it counts there."""

_BESIDE = 16
_MAINS = ((48.5, 51.5), (58.2, 61.8))
"""Hz: 50 and 60, of tapes that run up to 3 % fast or slow."""

_STANDS_OUT = 8.0
_SURE = 12.0
_ALONE = 18.0
"""Decibels from which on a tone counts, tells a hum with others beside it, and by itself."""


def steady_tones(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32] | None:
    """Return by how many decibels each tone never falls below the noise beside it.

    One number for each half hertz, up to about 1 kHz; None: too short.
    """
    size, hop = round(rate * _WINDOW), round(rate * _WINDOW / 2)
    count = (len(samples) - size) // hop + 1
    if count < _FEWEST:
        return None
    window = np.hanning(size).astype(np.float32)
    bins = min(size // 2 + 1, round(_TOP / _STEP) + _BESIDE)
    powers = np.empty((count, bins), np.float32)
    for number in range(count):
        part = samples[number * hop : number * hop + size]
        spectrum = np.fft.rfft((part - part.mean()) * window)[:bins]
        powers[number] = spectrum.real**2 + spectrum.imag**2
    faintest = 10 * np.log10(np.percentile(powers, _FAINTEST, axis=0) / size**2 + 1e-20)
    around = np.pad(faintest, _BESIDE, mode="edge")
    beside = np.median(np.lib.stride_tricks.sliding_window_view(around, 2 * _BESIDE + 1), axis=1)
    heights = faintest - (beside - _BIAS)
    padded = np.pad(heights, (0, round(_TOP / _STEP) + _BESIDE - bins))
    return np.asarray(padded, np.float32)


def hum(minutes: Sequence[NDArray[np.float32]]) -> Hum | None:
    """Return the hum that stands out of the steady tones of all minutes, if there is one."""
    if not minutes:
        return None
    heights = np.stack(minutes).mean(axis=0, dtype=np.float64)
    places = np.concatenate([np.arange(low, high, 0.02) for low, high in _MAINS])
    scores = [np.maximum(_at(heights, place), 0).sum() for place in places]
    lowest = float(places[int(np.argmax(scores))])
    found = _at(heights, lowest)
    out = [number for number, height in enumerate(found, 1) if height >= _STANDS_OUT]
    needed = _SURE if len(out) > 1 else _ALONE
    if not out or found[:4].max() < needed:
        return None
    return Hum(
        round(_refined(heights, lowest, out), 2),
        tuple((number, round(float(found[number - 1]), 1)) for number in out),
    )


def completed(mains: Hum, pause: NDArray[np.floating]) -> Hum:
    """Add the tones that lie where the voice does, so that only its pauses show them.

    ``pause``: the spectrum of the pauses.
    """
    heights = dict(mains.harmonics)
    for number in range(1, int(_TOP / mains.frequency)):
        height = _above_gaps(pause, number * mains.frequency, mains.frequency)
        if height >= _STANDS_OUT_THERE:
            heights[number] = max(heights.get(number, 0.0), round(height + _COARSER, 1))
    return Hum(mains.frequency, tuple(sorted(heights.items())))


def _above_gaps(pause: NDArray[np.floating], tone: float, lowest: float) -> float:
    """Return by how many decibels a tone stands above what lies between it and its neighbours."""
    step = examine_pauses.STEP
    middle, near, far = (round(hz / step) for hz in (tone, _BETWEEN, lowest - _BETWEEN))
    if middle + far >= len(pause):
        return 0.0
    top = float(pause[middle - _SPREAD : middle + _SPREAD + 1].max())
    gaps = [
        pause[max(middle - far, 0) : middle - near + 1],
        pause[middle + near : middle + far + 1],
    ]
    beside = float(np.median(np.concatenate(gaps)))
    return 10 * float(np.log10(top / beside)) if top and beside else 0.0


def _at(heights: NDArray[np.float64], lowest: float) -> NDArray[np.float64]:
    """Return the heights at a tone's multiples."""
    multiples = np.arange(lowest, _TOP, lowest)
    return np.interp(multiples / _STEP, np.arange(len(heights)), heights)


def _refined(heights: NDArray[np.float64], lowest: float, out: Sequence[int]) -> float:
    """Return the lowest tone as the tops of its multiples tell it, the higher the finer."""
    tops = 0.0
    for number in out:
        middle = round(number * lowest / _STEP)
        middle += int(np.argmax(heights[middle - 1 : middle + 2])) - 1
        before, top, after = heights[middle - 1 : middle + 2]
        bend = before - 2 * top + after
        tops += float(middle + ((before - after) / (2 * bend) if bend < 0 else 0.0)) * _STEP
    return tops / sum(out)
