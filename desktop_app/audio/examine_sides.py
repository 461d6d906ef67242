"""On which side of a stereo recording the voice is, and how to make one channel of both.

Powers come as pieces × 3: of the left channel, of the right one, and of both multiplied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.base.tape import Side

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LOUD, _STILL = 70, 10
"""Percentiles of the pieces from and up to which somebody speaks, and nobody."""

_HEARD = 1e-9
_MOST = 60.0
_ALONE = 20.0
"""Decibels by which one side is so much fainter that it is but the other one's shadow."""

_FAINTER = 10.0
_AGAINST = -0.5
"""The correlation from which on two channels take more from each other than they add."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Where the voice is; ``balance`` and ``inverted`` as a Tape has them."""

    side: Side = Side.BOTH
    balance: float = 0.0
    inverted: bool = False


def products(samples: NDArray[np.float32], piece: int) -> NDArray[np.float64]:
    """Return the mean powers of whole pieces of channels × frames; one channel is both."""
    left, right = samples[0], samples[-1]
    whole = len(left) // piece * piece
    left, right = left[:whole].reshape(-1, piece), right[:whole].reshape(-1, piece)
    sums = [
        np.einsum("pn,pn->p", one, other, dtype=np.float64)
        for one, other in ((left, left), (right, right), (left, right))
    ]
    return np.nan_to_num(np.stack(sums, axis=1) / piece, posinf=0.0)


def sides(powers: NDArray[np.float64]) -> Sides:
    """Weigh the channels by what the voice alone adds to them: loud pieces less the pauses."""
    total = powers[:, 0] + powers[:, 1]
    powers, total = powers[total > _HEARD], total[total > _HEARD]
    if not len(total):
        return Sides()
    loud = powers[total >= np.percentile(total, _LOUD)].mean(axis=0)
    still = powers[total <= np.percentile(total, _STILL)].mean(axis=0)
    if loud[:2].sum() < 2 * still[:2].sum():
        still = np.zeros(3)  # no pauses
    voice = loud - still
    left, right = np.maximum(voice[:2], 10 ** (-_MOST / 10) * voice[:2].max())
    balance = 10 * float(np.log10(left / right))
    fainter = 1 if balance > 0 else 0
    hidden = abs(balance) >= _FAINTER and voice[fainter] < 2 * still[fainter]
    if abs(balance) >= _ALONE or hidden:
        return Sides(Side.LEFT if balance > 0 else Side.RIGHT, balance)
    against = float(voice[2]) < _AGAINST * float(np.sqrt(left * right))
    return Sides(Side.BOTH, balance, against)


def mixed(samples: NDArray[np.float32], where: Sides) -> NDArray[np.float32]:
    """Return the channel in which the voice is, of one channel or two × frames."""
    if len(samples) == 1 or where.side is Side.LEFT:
        return np.asarray(samples[0])
    if where.side is Side.RIGHT:
        return np.asarray(samples[1])
    other = -samples[1] if where.inverted else samples[1]
    return np.asarray((samples[0] + other) * np.float32(0.5))
