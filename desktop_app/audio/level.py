"""How loud sound is: peak, and loudness as ears weigh it (ITU-R BS.1770-4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
_RUMBLE = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
_DESIGN_RATE = 48_000
"""The two filters of BS.1770-4, annex 1, tables 1 and 2, given for this many samples a second."""


def peak_db(samples: NDArray[np.float32]) -> float:
    """Return the largest sample in dBFS; silence is −200."""
    return 20 * float(np.log10(max(float(np.max(np.abs(samples), initial=0.0)), 1e-10)))


def loudness(samples: NDArray[np.float32], rate: int) -> float:
    """Return the loudness of the whole (frames, or frames × channels) in LUFS, without gating.

    For steady sound, such as ambience, this is what a gated meter shows.
    """
    weighted = _weighted(samples, rate)
    return _lufs(float(np.mean(np.sum(weighted**2, axis=1))))


def loudest_moment(samples: NDArray[np.float32], rate: int) -> float:
    """Return the loudest 400 ms (BS.1770's momentary loudness) in LUFS: how loud a bell strikes."""
    power = np.sum(_weighted(samples, rate) ** 2, axis=1)
    window = round(0.4 * rate)
    sums = np.concatenate(([0.0], np.cumsum(np.pad(power, (0, window)))))
    return _lufs(float(np.max(sums[window:] - sums[:-window])) / window)


def amplify(samples: NDArray[np.float32], decibels: float) -> NDArray[np.float32]:
    """Return ``samples`` louder by ``decibels``."""
    return (samples * np.float32(10 ** (decibels / 20))).astype(np.float32)


def _lufs(power: float) -> float:
    return -0.691 + 10 * float(np.log10(max(power, 1e-20)))


def _weighted(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Return frames × channels through both filters, applied to the spectrum.

    A tail of silence keeps the end from wrapping into the beginning.
    """
    frames = samples.reshape(len(samples), -1)
    size = 1 << (len(frames) + rate // 2).bit_length()
    spectrum = np.fft.rfft(frames, size, axis=0)
    turns = np.exp(-2j * np.pi * np.fft.rfftfreq(size, 1 / rate) / _DESIGN_RATE)
    response = _response(*_SHELF, turns) * _response(*_RUMBLE, turns)
    return np.fft.irfft(spectrum * response[:, None], size, axis=0)[: len(frames)]


def _response(
    above: tuple[float, float, float], below: tuple[float, float], turns: NDArray[np.complex128]
) -> NDArray[np.complex128]:
    """Return a biquad's gain at points on the unit circle."""
    over = above[0] + above[1] * turns + above[2] * turns**2
    return over / (1 + below[0] * turns + below[1] * turns**2)
