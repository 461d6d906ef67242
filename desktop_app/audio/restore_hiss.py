"""The noise of a tape, learnt from its pauses and taken out of what is spoken.

A spectrum every 8 ms is divided by that of the noise; what rises above it is the voice's, and how
far decides how much of it is kept (Wiener's gain). Because nothing here has to happen at once,
each point is judged by what comes before and after it as well. That loses less of the voice than
looking back alone, and leaves no warbling tones (Cohen, "Speech enhancement using a noncausal a
priori SNR estimator", IEEE Signal Processing Letters 11, 2004). In the pauses, where nothing can
be harmed, more is taken away. ``tests/bench/restoration`` weighs it against others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]
    Spectra = NDArray[np.complex64]

HOP = 384
"""Samples, 8 ms at 48 kHz; a piece begins at a multiple of it, so that all fall together."""

_WINDOW = 4 * HOP
_NEAR = 5
"""Moments, twice over, over which the strength of each tone is averaged: 70 ms in all."""

_EXPECTED = 0.9
"""The share of the noise that is taken off; all of it would cost faint consonants."""

_VOICE = 0.2
"""What is kept at least of each tone while somebody speaks."""

_PRESENT = (0.25, 0.75)
"""How far, as a logarithm, the upper quarter of a spectrum rises above the pauses' when nobody
speaks for sure, and when somebody does."""

_HOLD = 9
"""Moments before and after a word that are treated like it."""

_STILL = 0.35
"""A logarithm: so near to the stillest tenth, moments count as pauses."""

_ROUNDS = 3
_STEP = 4
"""Every so many moments the noise is looked for; they overlap by three quarters anyway."""


def spectra(samples: Samples) -> Spectra:
    """Return the spectrum around each multiple of HOP, moments × tones."""
    padded = np.pad(samples, (_WINDOW // 2, _WINDOW))
    moments = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::HOP]
    return np.asarray(np.fft.rfft(moments * _SHAPE, axis=1), np.complex64)


def sound(found: Spectra, count: int) -> Samples:
    """Return the samples that spectra describe: the way back of :func:`spectra`."""
    moments = np.fft.irfft(found, _WINDOW, axis=1).astype(np.float32) * _SHAPE
    parts = moments.reshape(len(moments), 4, HOP)
    joined = np.zeros((len(moments) + 3, HOP), np.float32)
    for part in range(4):
        joined[part : part + len(moments)] += parts[:, part]
    return np.asarray(joined.ravel()[_WINDOW // 2 :][:count] / 2, np.float32)


def noise(powers: Samples) -> Samples:
    """Return the noise's power at each tone, from moments × tones of which some are pauses."""
    some = powers[::_STEP]
    found = np.percentile(some, 25, axis=0).astype(np.float32) * 1.5 + _LEAST
    for _ in range(_ROUNDS):
        risen = np.log(_beside(some, 3) / found + _LEAST).mean(axis=1)
        still = risen < np.percentile(risen, 10) + _STILL
        found = np.asarray(some[still].mean(axis=0) + _LEAST, np.float32)
    return np.asarray(_beside(found[np.newaxis], 5)[0], np.float32)


def gains(risen: Samples, decibels: float) -> Samples:
    """Return what is kept of each tone of each moment, 0 to 1.

    ``risen``: powers, divided by the noise's. ``decibels``: by which the pauses become quieter.
    """
    near = _around(_around(risen, _NEAR), _NEAR)
    above = np.maximum(near - np.float32(_EXPECTED), 0)
    kept = np.maximum(above / (1 + above), np.float32(_VOICE))
    less = min(10 ** (-decibels / 20) / _VOICE, 1.0)
    return np.asarray(kept * (less ** (1 - _presence(risen)))[:, np.newaxis], np.float32)


def _presence(risen: Samples) -> Samples:
    """Return for each moment whether somebody speaks, 0 to 1."""
    rises = np.maximum(np.log(_beside(_around(risen, 3), 3) + _LEAST), 0)
    quarter = rises.shape[1] // 4
    strongest = np.partition(rises, -quarter, axis=1)[:, -quarter:].mean(axis=1)
    base = np.percentile(strongest[::_STEP], 10)
    least, most = _PRESENT
    sure = np.clip((strongest - base - least) / (most - least), 0, 1)
    held = np.lib.stride_tricks.sliding_window_view(np.pad(sure, _HOLD, "edge"), 2 * _HOLD + 1)
    return _around(held.max(axis=1)[:, np.newaxis].astype(np.float32), _HOLD)[:, 0]


def _around(values: Samples, width: int) -> Samples:
    """Return each moment's mean with those before and after it."""
    padded = np.pad(values, ((width // 2, width // 2), (0, 0)), "edge")
    total = padded[: len(values)].copy()
    for shift in range(1, width):
        total += padded[shift : shift + len(values)]
    return total / np.float32(width)


def _beside(values: Samples, width: int) -> Samples:
    """Return each tone's mean with those beside it."""
    return _around(np.ascontiguousarray(values.T), width).T


_SHAPE = np.sqrt(np.hanning(_WINDOW + 1)[:-1]).astype(np.float32)
_LEAST = np.float32(1e-12)
