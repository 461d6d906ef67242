"""How loud a whole recording is, and how high it goes (ITU-R BS.1770-4, EBU R 128).

It comes in pieces of 100 ms, so that a day of it can be measured as well as a minute.
"""

from __future__ import annotations

from math import pi, tan
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Biquad = tuple[float, float, float, float, float]
"""b0, b1, b2, a1, a2 of a filter of the second order; a0 is 1."""

PIECE = 0.1
"""Seconds: gating blocks of 400 ms overlap by three quarters (BS.1770-4, annex 1)."""

_BLOCK = 4
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_OVERSAMPLING = 4
_TAPS = 24
_STRETCH = 32


def weighting(rate: int) -> tuple[Biquad, Biquad]:
    """Return the K-weighting's two filters for so many samples a second.

    BS.1770-4 gives them as numbers for 48 kHz alone. These come of the analogue filters behind
    those numbers by the bilinear transform, as in libebur128: a shelf that lifts what the head
    reflects (+4 dB above 1.7 kHz), and a high-pass against rumble (38 Hz).
    """
    k, q = tan(pi * 1681.974450955533 / rate), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    over = 1 + k / q + k * k
    shelf = (
        (high + middle * k / q + k * k) / over,
        2 * (k * k - high) / over,
        (high - middle * k / q + k * k) / over,
        2 * (k * k - 1) / over,
        (1 - k / q + k * k) / over,
    )
    k, q = tan(pi * 38.13547087602444 / rate), 0.5003270373238773
    over = 1 + k / q + k * k
    return shelf, (1.0, -2.0, 1.0, 2 * (k * k - 1) / over, (1 - k / q + k * k) / over)


def integrated(powers: NDArray[np.float64]) -> float | None:
    """Return the gated loudness in LUFS of pieces of PIECE; None: nothing of it can be heard.

    ``powers``: the mean square of each piece after :func:`weighting`, its channels added up.
    """
    sums = np.concatenate(([0.0], np.cumsum(powers)))
    blocks = (sums[_BLOCK:] - sums[:-_BLOCK]) / _BLOCK
    heard = blocks[blocks > _power(_ABSOLUTE_GATE)]
    if not len(heard):
        return None
    gate = _lufs(float(heard.mean())) + _RELATIVE_GATE
    return _lufs(float(heard[heard > _power(gate)].mean()))


class TruePeak:
    """The highest point of the curve that the samples describe (BS.1770-4, annex 2).

    Between two samples it is read off four times finer, by a windowed sinc. Where no sample
    comes near enough to the highest point so far, nothing can be higher, and nothing is computed.
    """

    def __init__(self, channels: int) -> None:
        self._highest = 0.0
        self._before = np.zeros((channels, _TAPS - 1), np.float32)

    @property
    def decibels(self) -> float | None:
        """In dBTP; None as long as all was silence."""
        return 20 * float(np.log10(self._highest)) if self._highest > 0 else None

    def feed(self, samples: NDArray[np.float32]) -> None:
        """Take channels × frames that follow what came before."""
        joined = np.concatenate((self._before, samples), axis=1)
        self._before = joined[:, 1 - _TAPS :]
        self._highest = max(self._highest, float(np.abs(samples).max(initial=0.0)))
        for channel in joined:
            self._look(channel)

    def finish(self) -> None:
        """Look at the end, after which there is silence."""
        self.feed(np.zeros((len(self._before), _TAPS), np.float32))

    def _look(self, samples: NDArray[np.float32]) -> None:
        """Look between the samples, in stretches of which one comes near the highest point.

        What lies before the last taps waits for the samples that follow.
        """
        count = -(-len(samples) // _STRETCH)
        padded = np.pad(samples, (0, count * _STRETCH - len(samples) + _TAPS))
        loudest = np.abs(padded[: count * _STRETCH]).reshape(count, _STRETCH).max(axis=1)
        near = loudest * _MOST > self._highest
        near[:-1] |= near[1:]  # the taps of a stretch's last samples lie in the next one
        if not near.any():
            return
        starts = np.flatnonzero(near) * _STRETCH
        stretches = padded[starts + np.arange(_STRETCH + _TAPS - 1)[:, np.newaxis]]
        known = starts + np.arange(_STRETCH)[:, np.newaxis] <= len(samples) - _TAPS
        for phase in _PHASES:
            curve = phase[0] * stretches[:_STRETCH]
            for tap in range(1, _TAPS):
                curve += phase[tap] * stretches[tap : tap + _STRETCH]
            highest = float(np.abs(curve).max(initial=0.0, where=known))
            self._highest = max(self._highest, highest)


def _phases() -> NDArray[np.float32]:
    """Return the taps for each of the points between two samples: a sinc in a Hann window."""
    between = np.arange(1, _OVERSAMPLING)[:, np.newaxis] / _OVERSAMPLING
    distance = np.arange(_TAPS) - (_TAPS / 2 - 1) - between
    taps = np.sinc(distance) * np.cos(np.pi * distance / _TAPS) ** 2
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), np.float32)


_PHASES = _phases()
_MOST = float(np.abs(_PHASES).sum(axis=1).max())
"""How far the curve can rise above the highest of the samples that it is computed from."""


def _lufs(power: float) -> float:
    return -0.691 + 10 * float(np.log10(power))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))
