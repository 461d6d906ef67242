"""Real speech, and what decades on a tape do to it, on purpose and by numbers.

The speech comes from Debian's ``codec2-examples`` (sentences read aloud, two women and two men);
``./hearthside test`` installs it. Samples are mono, RATE a second, unless said otherwise; each kind
of damage is a function of the samples, so that several can follow each other.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.support.sound import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_SPEECH = Path("/usr/share/codec2/raw/hts.raw")
_THEIRS = 8_000
_LEVEL = -20.0
"""dBFS (rms) of the speech while somebody speaks."""

BAND = _THEIRS / 2
"""Hz up to which the speech goes, and in which the noise is weighed against it."""

_FRAME = RATE // 50


def there() -> bool:
    """Tell whether the speech is on this machine."""
    return _SPEECH.exists()


@functools.cache
def _sentences() -> Samples:
    """Return all sentences, 24 s, at RATE: the spectrum is theirs, with nothing above it."""
    theirs = np.fromfile(_SPEECH, "<i2").astype(np.float64) / 32_768
    count = len(theirs) * RATE // _THEIRS
    spectrum = np.zeros(count // 2 + 1, np.complex128)
    spectrum[: len(theirs) // 2 + 1] = np.fft.rfft(theirs)
    samples = np.fft.irfft(spectrum, count)
    return np.asarray(samples * 10 ** (_LEVEL / 20) / _spoken(samples), np.float32)


def speech(seconds: float = 24.0) -> Samples:
    """Return so many seconds of clean speech: 20 dB below full scale, its pauses 40 dB lower."""
    sentences = _sentences()
    count = round(seconds * RATE)
    return np.tile(sentences, -(-count // len(sentences)))[:count]


def pauses(clean: Samples) -> NDArray[np.bool_]:
    """Return which samples of clean speech lie in a pause, 50 ms away from all that is spoken."""
    loud = _levels(clean) > 10 ** ((_LEVEL - 30) / 20)
    near = np.convolve(loud, np.ones(5), "same") > 0
    return np.pad(np.repeat(~near, _FRAME), (0, len(clean) - len(near) * _FRAME))


def hiss(samples: Samples, snr: float, seed: int = 1) -> Samples:
    """Add white noise so many dB below the voice, both weighed below BAND."""
    chance = np.random.default_rng(seed).standard_normal(len(samples))
    level = _spoken(samples) * 10 ** (-snr / 20) * (RATE / 2 / BAND) ** 0.5
    return np.asarray(samples + level * chance, np.float32)


def hum(samples: Samples, hz: float = 50.0, level: float = -34.0) -> Samples:
    """Add a mains hum: ``level`` dBFS (rms) of its lowest tone, and four harmonics of it."""
    times = np.arange(len(samples)) / RATE
    tones = zip((1, 2, 3, 4, 6), (0, -4, -7, -12, -15), strict=True)
    added = sum(10 ** (at / 20) * np.sin(2 * np.pi * hz * k * times + k) for k, at in tones)
    return (samples + 2**0.5 * 10 ** (level / 20) * np.asarray(added)).astype(np.float32)


def rumble(samples: Samples, level: float = -30.0, seed: int = 2) -> Samples:
    """Add what a turntable or a hand on the microphone gives: ``level`` dBFS (rms) below 50 Hz."""
    chance = np.random.default_rng(seed).standard_normal(len(samples))
    spectrum = np.fft.rfft(chance)
    spectrum *= 1 / (1 + (np.fft.rfftfreq(len(samples), 1 / RATE) / 35) ** 8)
    low = np.fft.irfft(spectrum, len(samples))
    low *= 10 ** (level / 20) / np.sqrt(np.mean(low**2))
    return np.asarray(samples + low, np.float32)


def quieter(samples: Samples, decibels: float = 18.0) -> Samples:
    """Return the whole at a lower level."""
    return (samples * 10 ** (-decibels / 20)).astype(np.float32)


def one_sided(samples: Samples, *, right: bool = False, noise: float = -62.0) -> Samples:
    """Return frames × 2: the voice on one side, on the other hiss of ``noise`` dBFS (rms)."""
    chance = np.random.default_rng(3).standard_normal(len(samples)) * 10 ** (noise / 20)
    sides = (chance.astype(np.float32), samples) if right else (samples, chance.astype(np.float32))
    return np.stack(sides, axis=1)


def clicks(samples: Samples, a_minute: float = 60.0, seed: int = 4) -> Samples:
    """Add scratches at random: half a millisecond long, as high as the voice's peaks."""
    chance = np.random.default_rng(seed)
    damaged = samples.copy()
    count = max(1, round(len(samples) / RATE * a_minute / 60))
    shape = np.array((0.5, 1, -0.9, 0.7, -0.5, 0.3, -0.2, 0.1), np.float32)
    height = float(np.abs(samples).max()) * 0.9
    for at in chance.integers(RATE // 10, len(samples) - RATE // 10, count):
        damaged[at : at + len(shape)] += shape * np.float32(height * chance.choice((-1, 1)))
    return damaged


def drift(samples: Samples, decibels: float = 12.0, period: float = 40.0) -> Samples:
    """Return a speaker who turns away: level falls by so many dB and returns, each ``period`` s."""
    turned = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(len(samples)) / (period * RATE))
    return np.asarray(samples * 10 ** (-decibels * turned / 20), np.float32)


def dull(samples: Samples, hz: float = 2500.0) -> Samples:
    """Take away what lies above ``hz``, as worn heads do: 24 dB for each octave."""
    spectrum = np.fft.rfft(samples)
    spectrum /= np.sqrt(1 + (np.fft.rfftfreq(len(samples), 1 / RATE) / hz) ** 8)
    return np.asarray(np.fft.irfft(spectrum, len(samples)), np.float32)


def _levels(samples: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the rms of each 20 ms."""
    whole = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return np.asarray(np.sqrt(np.mean(np.square(whole, dtype=np.float64), axis=1)))


def _spoken(samples: NDArray[np.floating]) -> float:
    """Return the rms of what is spoken: of all 20 ms within 30 dB of the loudest."""
    levels = _levels(samples)
    spoken = levels[levels > levels.max() * 10**-1.5]
    return float(np.sqrt(np.mean(spoken**2)))
