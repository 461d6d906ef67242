"""Struck things: a bowl, a bell, a block of wood; and a voice that murmurs without words.

Sound is float32 mono between −1 and 1, RATE samples a second unless said otherwise. The same
seed gives the same sound. What rings is a sum of modes: a struck body vibrates at frequencies
that are no multiples of each other, each dies away at its own rate, and since no body is
perfectly round most modes are pairs that beat against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sound = NDArray[np.float32]

RATE = 48_000
"""Samples a second: Opus's own."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way a body rings.

    Args:
        ratio: Its frequency, as a multiple of the lowest mode's.
        level: Its amplitude at the strike, 0 to 1.
        decay: Seconds until it is 60 dB down.
        split: Hertz between the two of its pair, which is how often it beats; 0 for a single one.
    """

    ratio: float
    level: float
    decay: float
    split: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """A thing to strike.

    Args:
        hz: The lowest mode.
        modes: How it rings.
        attack: Seconds in which a mode rises; a soft mallet takes longer and spares the high ones.
        knock: Amplitude of the mallet's own noise, 0 to 1.
        knock_hz: Where that noise fades out.
    """

    hz: float
    modes: tuple[Mode, ...]
    attack: float
    knock: float
    knock_hz: float


BOWL = Body(
    hz=196.0,
    # The bending modes of a hand-hammered bowl's rim, near 1 : 2.7 : 5.1 : 8.0 : 11.4 : 15.2.
    modes=(
        Mode(1.0, 1.0, 15.0, 0.55),
        Mode(2.72, 0.55, 10.5, 1.1),
        Mode(5.12, 0.26, 6.2, 1.9),
        Mode(8.03, 0.11, 3.4, 2.7),
        Mode(11.4, 0.045, 1.8, 4.1),
        Mode(15.2, 0.02, 0.9, 0.0),
    ),
    attack=0.012,
    knock=0.22,
    knock_hz=700.0,
)
BELL = Body(
    hz=523.25,
    # Hum, prime, tierce, quint, nominal and those above, as founders tune them (the hum is 1).
    modes=(
        Mode(1.0, 0.5, 9.0, 0.8),
        Mode(2.0, 0.8, 6.5, 1.3),
        Mode(2.4, 0.45, 5.0, 0.9),
        Mode(3.01, 0.2, 3.2, 0.0),
        Mode(4.02, 0.55, 3.6, 2.1),
        Mode(5.36, 0.18, 1.7, 0.0),
        Mode(6.05, 0.14, 1.3, 3.3),
        Mode(8.4, 0.07, 0.7, 0.0),
    ),
    attack=0.002,
    knock=0.12,
    knock_hz=3500.0,
)
WOOD = Body(
    hz=610.0,
    # A hollow block: the air inside, then the bending of a free slab (1 : 2.76 : 5.4).
    modes=(
        Mode(1.0, 0.8, 0.34),
        Mode(1.46, 1.0, 0.22),
        Mode(2.76, 0.35, 0.12),
        Mode(5.4, 0.12, 0.06),
    ),
    attack=0.0008,
    knock=0.5,
    knock_hz=2200.0,
)


def strike(body: Body, seconds: float, seed: int = 1) -> Sound:
    """Return one stroke, fading to nothing at the end; its peak is 1."""
    random = np.random.default_rng(seed)
    times = np.arange(round(seconds * RATE)) / RATE
    sound = np.zeros(len(times))
    for mode in body.modes:
        sound += _ring(mode, body, times, random)
    sound += body.knock * _knock(body, len(times), random)
    fade = np.clip((seconds - times) / min(1.5, seconds / 3), 0, 1)
    sound *= np.sin(0.5 * np.pi * fade) ** 2
    return np.asarray(sound / np.max(np.abs(sound)), np.float32)


def _ring(
    mode: Mode, body: Body, times: NDArray[np.float64], random: np.random.Generator
) -> NDArray[np.float64]:
    """Return one mode: rising through the mallet's contact, then dying away, beating if a pair."""
    hz = body.hz * mode.ratio
    rise = 1 - np.exp(-times / (body.attack / np.sqrt(mode.ratio)))
    envelope = mode.level * rise * 10 ** (-3 * times / mode.decay)
    if not mode.split:
        return np.asarray(envelope * np.sin(2 * np.pi * hz * times + random.uniform(0, np.pi)))
    low, high = hz - mode.split / 2, hz + mode.split / 2
    phase = random.uniform(0, np.pi)
    pair = 0.62 * np.sin(2 * np.pi * low * times) + 0.38 * np.sin(2 * np.pi * high * times + phase)
    return np.asarray(envelope * pair)


def _knock(body: Body, count: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Return the short dull noise of the mallet meeting the body; its peak is 1."""
    length = min(count, round(0.12 * RATE))
    times = np.arange(length) / RATE
    spectrum = np.fft.rfft(random.standard_normal(length))
    spectrum /= 1 + (np.fft.rfftfreq(length, 1 / RATE) / body.knock_hz) ** 2
    burst = np.fft.irfft(spectrum, length) * np.exp(-times / 0.012) * (1 - np.exp(-times / 0.001))
    knock = np.zeros(count)
    knock[:length] = burst / np.max(np.abs(burst))
    return knock


_VOWELS = (
    (730.0, 1090.0, 2440.0),
    (530.0, 1840.0, 2480.0),
    (270.0, 2290.0, 3010.0),
    (570.0, 840.0, 2410.0),
    (300.0, 870.0, 2240.0),
)
"""The three lowest resonances of a throat, in hertz, for the vowels of had, head, heed, hawed and
who'd (Peterson and Barney, 1952)."""


def murmur(seconds: float, seed: int = 1, rate: int = 24_000) -> Sound:
    """Return speech without words: phrases of voiced syllables and hisses, with pauses to breathe.

    It stands in for a talk where no recording may be had, so that everything that handles speech
    meets its rhythm, its pauses and its spectrum. The seed chooses the speaker too. The root mean
    square of the whole is −23 dBFS, which leaves room for the peaks. An hour takes seconds.
    """
    random = np.random.default_rng(seed)
    voice = random.uniform(95, 205)
    grains = tuple(_grain(vowel, rate) for vowel in _VOWELS)
    sound = np.zeros(round(seconds * rate))
    at = 0.4
    while at < seconds:
        count = int(random.integers(4, 15))
        for number in range(count):
            pitch = voice * (1.12 - 0.28 * number / count) * random.uniform(0.95, 1.07)
            syllable = _syllable(pitch, grains, rate, random)
            place = round(at * rate)
            sound[place : place + len(syllable)] += syllable[: max(0, len(sound) - place)]
            at += len(syllable) / rate
        at += random.uniform(0.25, 0.8) if random.random() < 0.8 else random.uniform(1.2, 2.2)
    level = np.sqrt(np.mean(sound**2)) or 1.0
    return np.asarray(np.clip(sound * (10 ** (-23 / 20) / level), -0.89, 0.89), np.float32)


def _grain(formants: tuple[float, ...], rate: int) -> NDArray[np.float64]:
    """Return what one pulse of the vocal cords sounds like through a throat of this shape."""
    times = np.arange(round(0.02 * rate)) / rate
    grain = np.zeros(len(times))
    for hz, width, level in zip(formants, (80.0, 100.0, 140.0), (1.0, 0.5, 0.25), strict=True):
        grain += level * np.exp(-np.pi * width * times) * np.sin(2 * np.pi * hz * times)
    return np.asarray(grain * np.cos(0.5 * np.pi * times / times[-1]))


def _syllable(
    pitch: float,
    grains: tuple[NDArray[np.float64], ...],
    rate: int,
    random: np.random.Generator,
) -> NDArray[np.float64]:
    """Return a hiss, perhaps, a vowel of ``pitch`` hertz, and a little silence."""
    hiss = np.zeros(0)
    if random.random() < 0.35:
        count = round(random.uniform(0.04, 0.09) * rate)
        hiss = 0.12 * np.diff(random.standard_normal(count + 1)) * np.hanning(count)
    length = random.uniform(0.11, 0.24)
    grain = grains[random.integers(len(grains))]
    vowel = np.zeros(round((length + random.uniform(0.0, 0.05)) * rate) + len(grain))
    since = 0.0
    while since < length:
        place = round(since * rate)
        vowel[place : place + len(grain)] += np.sin(np.pi * since / length) ** 0.6 * grain
        since += random.uniform(0.985, 1.015) / pitch
    return np.concatenate((hiss, vowel))
