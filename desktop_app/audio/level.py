"""How loud made sound is: peak, and loudness as ears weigh it (ITU-R BS.1770-4, EBU R 128).

It is for samples in memory, seconds or minutes of them; :mod:`desktop_app.audio.survey` is for
recordings of any length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.loudness import PIECE, integrated, weighting

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.loudness import Biquad

_MOMENT = 0.4
"""Seconds of the meter that shows momentary loudness (EBU Tech 3341)."""

_NOTHING = -200.0


def peak_db(samples: NDArray[np.float32]) -> float:
    """Return the largest sample in dBFS; silence is −200."""
    return 20 * float(np.log10(max(float(np.max(np.abs(samples), initial=0.0)), 1e-10)))


def loudness(samples: NDArray[np.float32], rate: int) -> float:
    """Return the gated loudness of the whole (frames, or frames × channels) in LUFS.

    What cannot be heard, or is shorter than 0.4 s, is −200.
    """
    size = round(PIECE * rate)
    power = _power(samples, rate)
    pieces = power[: len(power) // size * size].reshape(-1, size).mean(axis=1)
    found = integrated(pieces)
    return _NOTHING if found is None else found


def loudest_moment(samples: NDArray[np.float32], rate: int) -> float:
    """Return the loudest 400 ms (momentary loudness) in LUFS: how loud a bell strikes."""
    return float(np.max(moments(samples, rate)))


def moments(
    samples: NDArray[np.float32], rate: int, seconds: float = _MOMENT
) -> NDArray[np.float64]:
    """Return the loudness of each stretch of ``seconds``, from every sample on, in LUFS.

    After the end there is silence. With 3 seconds this is EBU's short-term loudness.
    """
    window = round(seconds * rate)
    power = np.pad(_power(samples, rate), (0, window))
    sums = np.concatenate(([0.0], np.cumsum(power)))
    means = (sums[window:] - sums[:-window]) / window
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(means, 1e-20)))


def amplify(samples: NDArray[np.float32], decibels: float) -> NDArray[np.float32]:
    """Return ``samples`` louder by ``decibels``."""
    return (samples * np.float32(10 ** (decibels / 20))).astype(np.float32)


def _power(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Return the square of each frame after the K-weighting, its channels added up.

    The filters are applied to the spectrum, as numpy has no recursive ones. A tail of silence
    keeps the end from wrapping into the beginning.
    """
    frames = samples.reshape(len(samples), -1)
    size = 1 << (len(frames) + rate // 2).bit_length()
    turns = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    shelf, rumble = weighting(rate)
    response = _response(shelf, turns) * _response(rumble, turns)
    power = np.zeros(len(frames))
    for channel in frames.T:
        power += np.fft.irfft(np.fft.rfft(channel, size) * response, size)[: len(frames)] ** 2
    return power


def _response(biquad: Biquad, turns: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """Return a filter's gain at points on the unit circle."""
    b0, b1, b2, a1, a2 = biquad
    return (b0 + b1 * turns + b2 * turns**2) / (1 + a1 * turns + a2 * turns**2)
