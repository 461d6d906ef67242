"""Scratches, replaced by what the sound around them would have gone on like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.examine_damage import clicks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_MARGIN = 0.0005
"""Seconds before and after a click that are replaced with it: coders smear it."""

_AROUND = 0.015
_ORDER = 32
_WHITENED = 1e-4
"""Seconds of sound from which its course is learnt, samples by which the next one is foretold, and
the noise that is added to the numbers so that they can be solved."""


def declick(samples: Samples, rate: int) -> Samples:
    """Return ``samples`` without clicks."""
    mended = samples.copy()
    margin = round(rate * _MARGIN)
    around = max(round(rate * _AROUND), 2 * _ORDER)
    for first, last in clicks(samples, rate):
        begin, end = first - margin, last + 1 + margin
        if begin >= around and end + around <= len(samples):
            place = slice(begin - around, end + around)
            mended[place] = _bridged(mended[place].astype(np.float64), around)
    return mended


def _bridged(samples: NDArray[np.float64], around: int) -> NDArray[np.float64]:
    """Replace all but ``around`` samples at either end.

    What is put there goes best with a linear prediction learnt from both sides (Janssen,
    Veldhuis and Vries, "Adaptive interpolation of discrete-time signals that can be modeled as
    autoregressive processes", IEEE Transactions on Acoustics, Speech, and Signal Processing 34,
    1986; one round of it).
    """
    gap = len(samples) - 2 * around
    errors = _predictor(samples[:around], samples[-around:])
    rows = gap + _ORDER
    begin = around - _ORDER
    window = samples[begin : begin + rows + _ORDER].copy()
    window[_ORDER : _ORDER + gap] = 0
    matrix = np.zeros((rows, rows + _ORDER))
    for row in range(rows):
        matrix[row, row : row + _ORDER + 1] = errors[::-1]
    unknown = matrix[:, _ORDER : _ORDER + gap]
    found = np.linalg.solve(unknown.T @ unknown, -unknown.T @ (matrix @ window))
    samples[around : around + gap] = found
    return samples


def _predictor(*parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the filter whose output is what the past does not foretell: 1, then _ORDER taps."""
    turns = np.zeros(_ORDER + 1)
    for part in parts:
        shaped = part * np.hanning(len(part))
        turns += np.correlate(shaped, shaped, "full")[len(part) - 1 :][: _ORDER + 1]
    turns[0] = turns[0] * (1 + _WHITENED) + 1e-12
    lags = np.abs(np.subtract.outer(np.arange(_ORDER), np.arange(_ORDER)))
    return np.concatenate(([1.0], -np.linalg.solve(turns[lags], turns[1:])))
