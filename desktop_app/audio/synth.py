"""Struck things: bowls, a bell, cymbals, a block of wood; and a voice that murmurs without words.

Sound is float32 between −1 and 1, RATE samples a second unless said otherwise. The same seed
gives the same sound. What rings is a sum of modes: a struck body vibrates at frequencies that
are no multiples of each other, each dies away at its own rate, and since no body is perfectly
round most modes are pairs that beat against each other. The two of a pair radiate to different
sides, so that with headphones the sound turns slowly, as it does round a real bowl.

What is known of the real ones, and kept to here:

- Bowls: Inácio, Henrique and Antunes, "The dynamics of Tibetan singing bowls", Acta Acustica 92
  (2006) 637-653. The rim's bending modes lie near 1 : 2.7 : 5 : 8 : 11 : 15, a little lower than
  a plain ring's (1 : 2.83 : 5.42 : 8.77 : 12.9, Rayleigh); pairs lie from tenths of a hertz to
  some hertz apart; the lowest modes ring for tens of seconds, the high ones are gone in two.
- Hand bells: Rossing and Perrin, "Vibrations of bells", Applied Acoustics 20 (1987) 41-70. The
  second mode is tuned to three times the lowest, which sounds its own octave softly, too; the
  others are left as they come.
- Small cymbals struck rim to rim: two thick plates of nearly one pitch. A free round plate has
  1 : 1.73 : 2.33 : 3.91 : 4.11 : 6.30 (Fletcher and Rossing, The Physics of Musical
  Instruments, 3.6); the pair's difference, a few tenths of a per cent, is what shimmers.
- The wooden fish: Sunohara, Furihata, Asano, Yanagisawa and Yuasa, "The acoustics of Japanese
  wooden drums called mokugyo", J. Acoust. Soc. Am. 117 (2005) 2247-2258. Two peaks close
  together, best at 1 : 1.15; the stick touches for 1 to 6 ms. A third lies near 2.6, and listeners
  liked a soft stick and a room that rings for 0.6 s ("Acoustic characteristics of mokugyo",
  CiNii 110003284044).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sound = NDArray[np.float32]
    Wave = NDArray[np.float64]

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
        attack: Seconds of the mallet's push; the modes have risen after four times that.
        knock: Amplitude of the mallet's own noise, 0 to 1.
        knock_hz: Where that noise fades out.
        room: Amplitude of what the walls send back, against the sound itself.
    """

    hz: float
    modes: tuple[Mode, ...]
    attack: float
    knock: float
    knock_hz: float
    room: float


DEEP = Body(
    hz=104.0,
    modes=(
        Mode(1.0, 1.0, 24.0, 0.27),
        Mode(2.76, 0.62, 17.0, 0.58),
        Mode(5.13, 0.3, 10.5, 1.1),
        Mode(8.02, 0.12, 6.0, 1.7),
        Mode(11.3, 0.045, 3.4, 2.6),
        Mode(15.1, 0.016, 1.9),
    ),
    attack=0.0035,
    knock=0.12,
    knock_hz=320.0,
    room=0.2,
)
"""A large bowl with a padded mallet."""

BOWL = Body(
    hz=196.0,
    modes=(
        Mode(1.0, 1.0, 15.5, 0.46),
        Mode(2.72, 0.55, 11.0, 1.05),
        Mode(5.02, 0.24, 6.6, 1.9),
        Mode(7.86, 0.09, 3.6, 2.7),
        Mode(11.1, 0.035, 1.9, 4.1),
        Mode(14.9, 0.014, 1.0),
    ),
    attack=0.003,
    knock=0.14,
    knock_hz=600.0,
    room=0.2,
)
BELL = Body(
    hz=587.33,
    modes=(
        Mode(1.0, 0.9, 11.0, 0.7),
        Mode(2.0, 0.12, 7.0),
        Mode(2.99, 0.42, 6.2, 1.3),
        Mode(5.46, 0.14, 2.9, 2.3),
        Mode(6.57, 0.08, 2.1),
        Mode(8.71, 0.04, 1.3, 3.4),
        Mode(12.1, 0.015, 0.7),
    ),
    attack=0.0014,
    knock=0.06,
    knock_hz=2500.0,
    room=0.18,
)
CHIME = Body(
    hz=1396.9,
    modes=(
        Mode(1.0, 0.8, 11.0, 4.2),
        Mode(1.73, 0.3, 7.0, 6.9),
        Mode(2.33, 0.26, 5.2, 9.6),
        Mode(3.91, 0.07, 2.6, 15.0),
        Mode(4.11, 0.06, 2.3, 17.0),
        Mode(6.3, 0.02, 1.1, 25.0),
    ),
    attack=0.001,
    knock=0.05,
    knock_hz=4000.0,
    room=0.18,
)
"""A pair of small cymbals."""

WOOD = Body(
    hz=372.0,
    modes=(
        Mode(1.0, 1.0, 0.30),
        Mode(1.15, 0.8, 0.24),
        Mode(2.59, 0.3, 0.13),
        Mode(5.4, 0.05, 0.07),
    ),
    attack=0.0008,
    knock=0.25,
    knock_hz=1500.0,
    room=0.3,
)


def strike(body: Body, seconds: float, seed: int = 1) -> Sound:
    """Return one stroke, frames × 2, fading to nothing at the end; its peak is 1."""
    random = np.random.default_rng(seed)
    times = np.arange(round(seconds * RATE)) / RATE
    sound = np.zeros((len(times), 2))
    for mode in body.modes:
        sound += _ring(mode, body, times, random)
    sound += body.knock * _knock(body, len(times), random)[:, np.newaxis]
    sound += body.room * _echo(np.mean(sound, axis=1), random)
    fade = np.clip((seconds - times) / min(4.0, seconds / 3), 0, 1)
    sound *= np.sin(0.5 * np.pi * fade)[:, np.newaxis] ** 2
    return np.asarray(sound / np.max(np.abs(sound)), np.float32)


def _ring(mode: Mode, body: Body, times: Wave, random: np.random.Generator) -> Wave:
    """Return one mode, frames × 2: rising through the mallet's push, then dying away.

    The two of a pair start together, as one stroke starts both, and do not last equally long.
    """
    hz, phase = body.hz * mode.ratio, random.uniform(0, np.pi)
    share, aside = random.uniform(0.6, 0.7), random.choice((-1, 1)) * random.uniform(0.1, 0.22)
    pushed = times / body.attack
    envelope = mode.level * (1 - (1 + pushed) * np.exp(-pushed))
    pair = ((share, -0.5, 1.0), (1 - share, 0.5, 0.94)) if mode.split else ((1.0, 0.0, 1.0),)
    sound = np.zeros((len(times), 2))
    for part, place, lasting in pair:
        wave = part * np.sin(2 * np.pi * (hz + place * mode.split) * times + phase)
        wave *= envelope * 10 ** (-3 * times / (mode.decay * lasting))
        angle = 0.25 * np.pi - 2 * place * aside
        sound += wave[:, np.newaxis] * (np.cos(angle), np.sin(angle))
    return sound


def _knock(body: Body, count: int, random: np.random.Generator) -> Wave:
    """Return the short dull noise of the mallet meeting the body; its peak is 1."""
    length = min(count, round(0.12 * RATE))
    times = np.arange(length) / RATE
    spectrum = np.fft.rfft(random.standard_normal(length))
    spectrum /= 1 + (np.fft.rfftfreq(length, 1 / RATE) / body.knock_hz) ** 2
    burst = np.fft.irfft(spectrum, length) * np.exp(-times / 0.012) * (1 - np.exp(-times / 0.001))
    knock = np.zeros(count)
    knock[:length] = burst / np.max(np.abs(burst))
    return knock


def _echo(wave: Wave, random: np.random.Generator) -> Wave:
    """Return what a room of wood and cloth sends back, frames × 2, as strong as ``wave``.

    It rings for 0.6 s, dull, and comes from all sides: each ear has its own.
    """
    times = np.arange(round(0.6 * RATE)) / RATE
    size = 1 << (len(wave) + len(times)).bit_length()
    hz = np.fft.rfftfreq(size, 1 / RATE)
    late = (1 - np.exp(-times / 0.01)) * 10 ** (-3 * times / 0.6)
    walls = random.standard_normal((2, len(times))) * late
    walls /= np.sqrt(np.sum(walls**2, axis=1, keepdims=True))
    spectrum = np.fft.rfft(wave, size) / (1 + (hz / 3000) ** 2) * np.fft.rfft(walls, size)
    return np.asarray(np.fft.irfft(spectrum, size)[:, : len(wave)].T)


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


def _grain(formants: tuple[float, ...], rate: int) -> Wave:
    """Return what one pulse of the vocal cords sounds like through a throat of this shape."""
    times = np.arange(round(0.02 * rate)) / rate
    grain = np.zeros(len(times))
    for hz, width, level in zip(formants, (80.0, 100.0, 140.0), (1.0, 0.5, 0.25), strict=True):
        grain += level * np.exp(-np.pi * width * times) * np.sin(2 * np.pi * hz * times)
    return np.asarray(grain * np.cos(0.5 * np.pi * times / times[-1]))


def _syllable(
    pitch: float,
    grains: tuple[Wave, ...],
    rate: int,
    random: np.random.Generator,
) -> Wave:
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
