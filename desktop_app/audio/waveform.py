"""The shape of a recording, small enough to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BARS = 600
_USUAL = 98
"""The percentile of the bars that is drawn in full height: one cough must not flatten a talk."""

_LEAST = 1 / 4
"""The share of the loudest bar that is drawn in full height at least: most of it is silent."""

_CONTRAST = 1.5
"""The power of the amplitude that is drawn. Averaged over seconds, speech varies by a few decibels
only; so a bar that is 6 dB quieter has a third of the height, and one 12 dB quieter an eighth."""


def bars(powers: NDArray[np.float64]) -> bytes:
    """Return BARS bytes, 0 to 255, of the mean powers of evenly long pieces of a recording."""
    amplitudes = _amplitudes(powers)
    return _drawn(amplitudes, _full(amplitudes))


def pair(before: NDArray[np.float64], after: NDArray[np.float64]) -> tuple[bytes, bytes]:
    """Return the bars of two recordings to one scale, so that one can be seen to be louder."""
    first, second = _amplitudes(before), _amplitudes(after)
    full = max(_full(first), _full(second))
    return _drawn(first, full), _drawn(second, full)


def _amplitudes(powers: NDArray[np.float64]) -> NDArray[np.float64]:
    if not len(powers):
        return np.zeros(BARS)
    sums = np.concatenate(([0.0], np.cumsum(powers)))
    edges = np.linspace(0, len(powers), BARS + 1)
    shares = np.diff(np.interp(edges, np.arange(len(sums)), sums))
    return np.asarray(np.sqrt(np.maximum(shares, 0)))


def _full(amplitudes: NDArray[np.float64]) -> float:
    """Return the amplitude that is drawn in full height."""
    return max(float(np.percentile(amplitudes, _USUAL)), float(amplitudes.max()) * _LEAST)


def _drawn(amplitudes: NDArray[np.float64], full: float) -> bytes:
    if not full:
        return bytes(BARS)
    heights = np.minimum(amplitudes / full, 1) ** _CONTRAST
    return bytes(np.rint(255 * heights).astype(np.uint8))
