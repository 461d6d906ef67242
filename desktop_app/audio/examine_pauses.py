"""Voice and pauses of a recording, told apart by their spectra of a fifth of a second each.

Spectra are powers, scaled so that the sum of one is the mean square of the sound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from desktop_app.base.tape import Hum

_PARTS = 10
_PART = 0.02
"""Windows are so many parts of so many seconds; each begins half a window after the last."""

STEP = 1 / (_PARTS * _PART)
"""Hz between two numbers of a spectrum."""

_LOW, _HIGH = 80.0, 20_000.0
"""Hz between which voice and hiss are weighed, and below which there is only rumble."""

_LOWEST = 15.0
_OCTAVES = tuple(_LOW * 2**number for number in range(8))
_UNHEARD = 10**-10.0
_SILENCE = 10**-11.5
"""The power below which there is digital silence, which is no pause of a tape: one sample of
twenty milliseconds differs by one of 16 bits."""

_FAINTEST = 10**-7.0
"""The power above which somebody may speak."""

_RARE = 0.05
_FLOOR = 5
_NEAR = 1.0
_STEADY = 8.0
"""What is a pause: a window at most so many decibels louder than that percentile of all, whose
parts differ by no more than that. ``_RARE``: the share of digital silence from which on it is what
stands in the pauses, so that the faintest windows are but a voice's ends."""

_VOICE = 6.0
_RANGE = 16.0
"""Decibels above the pauses, and below the loudest, at which somebody speaks (after ITU-T P.56)."""

_NOW_AND_THEN = 90
_BAND = 50
_FADED = 10**-6.0
"""The percentile of the spoken windows that tells what a band reaches: hissing sounds are rare,
clicks that were missed rarer. Numbers of a band, and how faint it counts beside the strongest."""

_LEAST = 1e-20
_BESIDE = 20.0
"""Hz on either side of a hum's tone in which it covers the noise."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of one channel, a minute for instance.

    ``levels``: the power of each window between _LOW and _HIGH. ``pause``: the mean spectrum of
    the pauses, and ``floor`` its power between the same; None where there is none. ``voice``:
    what each band reaches now and then while somebody speaks; None where nobody does.
    """

    levels: NDArray[np.float64]
    pause: NDArray[np.float32] | None
    floor: float | None
    voice: NDArray[np.float64] | None


def listen(samples: NDArray[np.float32], rate: int, clicks: NDArray[np.intp]) -> Spoken | None:
    """Tell voice and pauses of a stretch apart; None: it is shorter than a window.

    ``clicks``: their first and last samples. They have all tones, and say nothing of a voice.
    """
    part = max(1, round(rate * _PART))
    size = part * _PARTS
    if len(samples) < size:
        return None
    spectra = np.concatenate(list(_spectra(samples, size)))
    levels = spectra[:, _bins(_LOW, _HIGH)].sum(axis=1, dtype=np.float64)
    least, most, silent = _parts(samples, part)
    whole = least[: len(levels)] > _SILENCE
    pause = _pauses(_calm(spectra), whole, most / np.maximum(least, _LEAST), rare=silent < _RARE)
    mean = spectra[pause].mean(axis=0) if pause.any() else None
    floor = None if mean is None else noise(mean)
    loud = float(np.percentile(levels, 98))
    gate = max(loud * 10 ** (-_RANGE / 10), (floor or _FAINTEST) * 10 ** (_VOICE / 10))
    spoken = levels > gate
    for at in clicks[:, 0] * 2 // size:
        spoken[max(at - 1, 0) : at + 1] = False
    voice = np.percentile(_bands(spectra[spoken]), _NOW_AND_THEN, axis=0) if spoken.any() else None
    return Spoken(levels, mean, floor, voice)


def pauses(minutes: Sequence[Spoken]) -> NDArray[np.float64] | None:
    """Return the usual spectrum of the pauses; minutes that know none but music's are left out."""
    found = [
        (minute.floor, minute.pause)
        for minute in minutes
        if minute.pause is not None and minute.floor is not None
    ]
    if not found:
        return None
    usual = 4 * float(np.percentile([floor for floor, _ in found], 25, method="lower"))
    return np.asarray(np.median(_stacked([pause for floor, pause in found if floor < usual]), 0))


def without_hum(pause: NDArray[np.floating], hum: Hum | None) -> NDArray[np.float64]:
    """Return the spectrum as it would be without the tones of a hum: as it is between them."""
    if hum is None:
        return np.asarray(pause, np.float64)
    places = np.arange(len(pause)) * STEP
    last = hum.harmonics[-1][0] * hum.frequency + _BESIDE
    multiple = np.maximum(np.rint(places / hum.frequency), 1) * hum.frequency
    kept = (np.abs(places - multiple) > _BESIDE) | (places > last)
    logs = np.log(pause[kept] + _LEAST)
    return np.asarray(np.exp(np.interp(places, places[kept], logs)))


def noise(pause: NDArray[np.floating]) -> float:
    """Return the power of a spectrum where a voice lies, and above."""
    return float(pause[_bins(_LOW, _HIGH)].sum())


def rumble(pause: NDArray[np.floating]) -> float:
    """Return the power of a spectrum below all voices."""
    return float(pause[_bins(_LOWEST, _LOW)].sum())


def spoken_power(levels: NDArray[np.float64], floor: float | None) -> float | None:
    """Return the mean power of the voice while it speaks, without that of the pauses behind it."""
    behind = floor or _FAINTEST
    if not len(levels) or np.percentile(levels, 98) < behind * 10 ** (_VOICE / 10):
        return None
    gate = behind * 2
    for _ in range(3):
        mean = float(levels[levels > gate].mean())
        gate = max(behind * 2, mean * 10 ** (-_RANGE / 10))
    return mean - (floor or 0.0)


def bandwidth(minutes: Sequence[Spoken], pause: NDArray[np.floating] | None) -> float | None:
    """Return the Hz up to which the voice stands out of its pauses, in steps of 250."""
    found = [minute.voice for minute in minutes if minute.voice is not None]
    if not found:
        return None
    ours = np.median(_stacked(found), axis=0)
    behind = _bands(np.zeros(len(ours) * _BAND) if pause is None else pause)
    heard = (ours > 2 * behind[: len(ours)]) & (ours > ours.max(initial=0.0) * _FADED)
    both = np.flatnonzero(heard[1:] & heard[:-1])
    return float((both[-1] + 2) * _BAND * STEP) if len(both) else None


def _bands(spectra: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the power of each band in spectra along the last axis."""
    count = spectra.shape[-1] // _BAND
    bands = spectra[..., : count * _BAND].reshape(*spectra.shape[:-1], count, _BAND)
    return np.asarray(bands.sum(axis=-1), np.float64)


def _stacked(spectra: Sequence[NDArray[np.floating]]) -> NDArray[np.float64]:
    """Return spectra as rows; what a lower rate does not reach is nothing."""
    longest = max(len(each) for each in spectra)
    rows = np.zeros((len(spectra), longest))
    for row, each in zip(rows, spectra, strict=True):
        row[: len(each)] = each
    return rows


def _spectra(samples: NDArray[np.float32], size: int) -> Iterator[NDArray[np.float32]]:
    """Yield the spectra of some windows at a time, so that they fit into the cache."""
    window = np.blackman(size).astype(np.float32)
    scale = np.float32(2 / (size * float(np.square(window, dtype=np.float64).sum())))
    windows = np.lib.stride_tricks.sliding_window_view(samples, size)[:: size // 2]
    for at in range(0, len(windows), 20):
        some = windows[at : at + 20]
        found = np.fft.rfft(some * window)
        yield np.asarray((found.real**2 + found.imag**2) * scale, np.float32)


def _parts(
    samples: NDArray[np.float32], part: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Return each window's faintest and loudest part, and how much is digital silence.

    They are weighed by their slopes, in which hiss counts more than rumble, and a constant
    displacement not at all.
    """
    slopes = np.diff(samples, prepend=samples[:1])
    blocks = slopes[: len(slopes) // part * part].reshape(-1, part)
    powers = np.einsum("bn,bn->b", blocks, blocks, dtype=np.float64) / part
    windows = np.lib.stride_tricks.sliding_window_view(powers, _PARTS)[:: _PARTS // 2]
    return windows.min(axis=1), windows.max(axis=1), float((powers <= _SILENCE).mean())


def _calm(spectra: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return decibels of each window, averaged over octaves: a hum in one hides no voice in others.

    What nobody hears counts as equally calm; of MP3 it is anything.
    """
    octaves = [spectra[:, _bins(low, 2 * low)].sum(axis=1) for low in _OCTAVES]
    return np.asarray(10 * np.mean(np.log10(np.maximum(octaves, _UNHEARD)), axis=0, dtype=float))


def _pauses(
    calm: NDArray[np.float64],
    whole: NDArray[np.bool_],
    spread: NDArray[np.float64],
    *,
    rare: bool,
) -> NDArray[np.bool_]:
    """Return which windows are pauses; where somebody never pauses, the faintest that there are."""
    if not whole.any():
        return whole
    faint = whole & (calm <= np.percentile(calm[whole], _FLOOR) + _NEAR)
    steady = faint & (spread[: len(calm)] < 10 ** (_STEADY / 10))
    if steady.sum() >= (1 if rare else faint.sum() / 2):
        return steady
    return faint if rare else np.zeros_like(faint)


def _bins(low: float, high: float) -> slice:
    return slice(round(low / STEP), round(high / STEP))
