"""What a restored recording is judged by: numbers of others' making, where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from pystoi import stoi  # type: ignore[import-untyped]  # it comes without types

from tests.support.sound import RATE, decoded

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_THRICE = 3
_HARMONICS = (1, 2, 3, 4, 6)


def heard(path: Path) -> Samples:
    """Return a restored file at RATE, to be laid beside what it was made of."""
    samples = decoded(path)[:, 0]
    count = len(samples) // _THRICE
    return np.asarray(
        np.fft.irfft(np.fft.rfft(samples)[: count // 2 + 1], count) / _THRICE, np.float32
    )


def intelligible(clean: Samples, samples: Samples) -> float:
    """Return how well speech can be understood, 0 to 1 (STOI: Taal, Hendriks, Heusdens and
    Jensen, IEEE Transactions on Audio, Speech, and Language Processing 19, 2011)."""
    return float(stoi(clean, samples[: len(clean)], RATE))


def noisy(samples: Samples, pauses: NDArray[np.bool_]) -> float:
    """Return the level of the pauses relative to the voice, in dB."""
    samples = samples[: len(pauses)]
    return _decibels(np.mean(samples[pauses] ** 2) / np.mean(samples[~pauses] ** 2))


def humming(samples: Samples, pauses: NDArray[np.bool_], hz: float) -> float:
    """Return the level of a hum's tones relative to the voice, in dB, as the pauses have them."""
    samples = samples[: len(pauses)]
    times = np.flatnonzero(pauses) / RATE
    quiet = samples[pauses].astype(np.float64)
    tones = [abs(np.mean(quiet * np.exp(-2j * np.pi * hz * k * times))) for k in _HARMONICS]
    return _decibels(2 * np.sum(np.square(tones)) / np.mean(samples[~pauses] ** 2))


def _decibels(power: np.floating) -> float:
    return float(10 * np.log10(power))
