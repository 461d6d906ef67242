"""A piece of a recording, treated: clicks, hum, rumble and hiss are taken out of it.

Each piece is treated with some seconds before and after it, of which nothing is kept, so that
nothing is heard where two of them meet; from one to the next only the noise is handed on.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.loudness import PIECE as STEP_SECONDS
from desktop_app.audio.loudness import weighting
from desktop_app.audio.restore_clicks import declick
from desktop_app.audio.restore_hiss import HOP, gains, noise, sound, spectra

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.loudness import Biquad
    from desktop_app.audio.remedy import Remedy

    Samples = NDArray[np.float32]
    Powers = NDArray[np.float64]

LEAD = 4 * OPUS_RATE
"""Samples before and after a piece: a notch of 2 Hz is silent after half a second."""

PIECE = 20 * OPUS_RATE

STEP = round(OPUS_RATE * STEP_SECONDS)
"""Samples whose power is told as one number."""

_STEEP = 8
_NOTCH = 1.5
_WIDER = 0.004
"""Hz, half of a notch at least; and by which share of its place it is wider, as tapes flutter."""

_FADE = 1.15
_TREBLE_FROM, _TREBLE_TO = 1200.0, 2600.0
_FULL = 32_767
_ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Treated:
    """What became of a piece.

    ``pcm``: 16 bit. ``before``, ``after``: the power of each STEP, as ears weigh it. ``noise``:
    of each tone at the end, to go on with.
    """

    pcm: NDArray[np.int16]
    before: Powers
    after: Powers
    noise: Samples | None


def treat(
    samples: Samples, lead: int, count: int, remedy: Remedy, gain: float, before: Samples | None
) -> Treated:
    """Treat ``count`` samples that have ``lead`` others before them and LEAD after, unless it ends.

    ``gain`` multiplies what comes out. ``before``: the noise at the end of the piece before.
    """
    place = slice(lead, lead + count)
    was = powers(samples, place)
    if remedy.declick:
        samples = declick(samples, OPUS_RATE)
    size = _size(samples)
    clean = _filtered(samples, _kept(remedy, size), size)
    learnt = None
    if remedy.hiss:
        clean, learnt = _hushed(clean, lead, count, remedy, before)
    clean *= np.float32(gain)
    pcm = np.rint(np.clip(clean[place], -1, 1) * _FULL).astype(np.int16)
    return Treated(pcm, was, powers(clean, place), learnt)


def powers(samples: Samples, place: slice = _ALL) -> Powers:
    """Return the power of each STEP, as ears weigh it; the last one ends in silence."""
    size = _size(samples)
    weighed = _filtered(samples, _ears(size), size)[place]
    steps = np.pad(weighed, (0, -len(weighed) % STEP)).reshape(-1, STEP)
    return np.asarray(np.square(steps).mean(axis=1), np.float64)


def response(remedy: Remedy, hz: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return how much of each tone is kept; nothing is delayed by it."""
    with np.errstate(divide="ignore"):
        kept = 1 / np.sqrt(1 + (remedy.high_pass / hz) ** _STEEP)
    if remedy.low_pass is not None:
        down = np.clip((hz / remedy.low_pass - 1) / (_FADE - 1), 0, 1)
        kept *= 0.5 + 0.5 * np.cos(np.pi * down)
    for tone in remedy.notches:
        kept *= 1 - np.exp(-(((hz - tone) / (_NOTCH + _WIDER * tone)) ** 2))
    if remedy.treble:
        rise = np.log(np.maximum(hz, 1.0) / _TREBLE_FROM) / np.log(_TREBLE_TO / _TREBLE_FROM)
        kept *= 10 ** (remedy.treble * np.clip(rise, 0, 1) / 20)
    return np.asarray(kept, np.float32)


def _hushed(
    samples: Samples, lead: int, count: int, remedy: Remedy, before: Samples | None
) -> tuple[Samples, Samples]:
    """Take the noise out; it changes evenly from what it was before this piece."""
    found = spectra(samples)
    top = found.shape[1]
    if remedy.low_pass is not None:
        top = min(top, round(remedy.low_pass * 2 / OPUS_RATE * (top - 1)) + 1)
    powers = np.square(found[:, :top].real) + np.square(found[:, :top].imag)
    learnt = noise(powers)
    first = learnt if before is None or len(before) != len(learnt) else before
    way = np.clip((np.arange(len(found)) - lead // HOP) / max(count // HOP, 1), 0, 1)
    there = (first + way.astype(np.float32)[:, np.newaxis] * (learnt - first)).astype(np.float32)
    found[:, :top] *= gains(np.asarray(powers / there, np.float32), remedy.hiss)
    found[:, top:] *= np.float32(10 ** (-remedy.hiss / 20))
    return sound(found, len(samples)), learnt


def _filtered(samples: Samples, kept: NDArray[np.inexact], size: int) -> Samples:
    spectrum = np.fft.rfft(samples, size)
    spectrum *= kept
    return np.asarray(np.fft.irfft(spectrum, size)[: len(samples)], np.float32)


@functools.lru_cache(maxsize=2)
def _ears(size: int) -> NDArray[np.complex64]:
    """Return the gain of each tone on its way to what is heard (BS.1770-4)."""
    turns = np.exp(-2j * np.pi * _hz(size) / OPUS_RATE)
    shelf, rumble = (_weighed(each, turns) for each in weighting(OPUS_RATE))
    return shelf * rumble


@functools.lru_cache(maxsize=2)
def _kept(remedy: Remedy, size: int) -> NDArray[np.float32]:
    return response(remedy, _hz(size))


def _weighed(biquad: Biquad, turns: NDArray[np.complexfloating]) -> NDArray[np.complex64]:
    b0, b1, b2, a1, a2 = biquad
    found = (b0 + b1 * turns + b2 * turns**2) / (1 + a1 * turns + a2 * turns**2)
    return np.asarray(found, np.complex64)


def _hz(size: int) -> NDArray[np.floating]:
    return np.fft.rfftfreq(size, 1 / OPUS_RATE)


def _size(samples: Samples) -> int:
    """Return how long a transform is to be: LEAD of silence keeps the end off the beginning.

    It is fast where the length is a power of two, or three quarters of one.
    """
    count = len(samples) + LEAD
    most = 1 << (count - 1).bit_length()
    return most * 3 // 4 if most * 3 // 4 >= count else most
