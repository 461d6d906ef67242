"""How loud each moment of a restored recording is to be, worked out once all of it is known.

The level follows the speaker slowly, one number makes the whole as loud as it should be, and the
few peaks that are too high then are rounded. A limiter that turns the whole down around them cost
three to five times as much intelligibility in trials: speech has peaks everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.loudness import PIECE, integrated

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Powers = NDArray[np.float64]
    Samples = NDArray[np.float32]

_CEILING = 10 ** (-2.5 / 20)
"""The highest sample: what lies between two samples, and what a coder adds, stays below −1 dBTP."""

_ROUND_FROM = 0.93 * _CEILING

_SPAN = round(3.1 / PIECE)
"""Pieces, twice over: the level is that of the 3 seconds around, and half as much of 6."""

_SPOKEN = 10 ** (-22 / 10)
_ABOVE = 4.0
"""Somebody speaks where the power is this share of the usual one, and so many times that of the
pauses."""

_ENOUGH = 0.1
"""The share of the pieces around that must be spoken for the level to be known."""

_ROUNDS = 3
"""More of what is faint counts once all is louder (EBU's first gate is absolute)."""

_MOST = 45.0
"""dB by which anything is made louder at most."""


@dataclass(frozen=True, slots=True)
class Level:
    """The ``gains`` at the middle of each PIECE; the ``loudness`` (LUFS) and the ``powers``, as
    ears weigh them, that come of it."""

    gains: NDArray[np.float64]
    loudness: float | None
    powers: Powers


def level(powers: Powers, riding: float, target: float, lost: float = 0.0) -> Level:
    """Return by what a recording becomes ``target`` LUFS loud.

    ``powers``: of each PIECE, as ears weigh it. ``riding``: dB by which the level follows the
    speaker at most. ``lost``: dB that rounding takes away afterwards.
    """
    follows = _follow(powers, riding)
    heard = powers * follows**2
    by, loud = 0.0, integrated(heard)
    for _ in range(_ROUNDS):
        if loud is None:
            return Level(np.ones(len(powers)), None, powers)
        by = min(by + target - loud, _MOST)
        heard = powers * follows**2 * 10 ** (by / 10)
        loud = integrated(heard)
    return Level(follows * 10 ** ((by + lost) / 20), loud, heard)


def led(samples: Samples, gains: NDArray[np.float64], first: int) -> Samples:
    """Return ``samples``, OPUS_RATE a second, by their gains; ``first``: the first one's place."""
    places = np.arange(first, first + len(samples)) / (OPUS_RATE * PIECE) - 0.5
    return np.asarray(samples * np.interp(places, np.arange(len(gains)), gains), np.float32)


def rounded(samples: Samples) -> Samples:
    """Return ``samples`` with what is too high bent to the ceiling, without a corner."""
    heights = np.abs(samples)
    room = np.float32(_CEILING - _ROUND_FROM)
    over = np.maximum(heights - np.float32(_ROUND_FROM), 0)
    bent = np.minimum(heights, np.float32(_ROUND_FROM)) + room * np.tanh(over / room)
    return np.asarray(np.copysign(bent, samples), np.float32)


def _follow(powers: Powers, riding: float) -> NDArray[np.float64]:
    """Return for each piece by how much it is to be louder, so that the voice stays the same."""
    loud = integrated(powers)
    if loud is None:
        return np.ones(len(powers))
    usual = 10 ** ((loud + 0.691) / 10)
    pauses = float(np.percentile(powers[powers > 0], 10))
    spoken = powers > max(usual * _SPOKEN, min(pauses * _ABOVE, usual))
    share = _smooth(spoken.astype(np.float64))
    known = np.flatnonzero(share > _ENOUGH)
    if not len(known):
        return np.ones(len(powers))
    levels = _smooth(np.where(spoken, powers, 0.0))[known] / share[known]
    wanted = np.clip(10 * np.log10(usual / levels), -riding, riding)
    return np.asarray(10 ** (np.interp(np.arange(len(powers)), known, wanted) / 20))


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    for _ in range(2):
        sums = np.cumsum(np.pad(values, (_SPAN // 2 + 1, _SPAN // 2)))
        values = (sums[_SPAN:] - sums[:-_SPAN]) / _SPAN
    return values
