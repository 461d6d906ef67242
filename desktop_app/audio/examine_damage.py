"""What time and handling did to the samples themselves: cut-off tops, clicks, gaps.

Each function looks at a stretch of one channel, a minute for instance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS = 20
_UPPER = 8
"""Heights that are told apart, and the one from which on tops are looked for."""

_CLICK_BLOCK = 0.02
_CLICK_OVER = 20.0
_CLICK_LENGTH = 0.003
"""Seconds in which the usual bend is taken; how many times as sharp a click bends; and the seconds
that it lasts at most."""

_CLICK_ALONE = 10
_CLICK_RIVAL = 0.4
"""Lengths of a click on either side in which nothing else bends so much: that share of it."""

_FAINTEST_CLICK = 1e-3
_GAP_BLOCK = 0.0025
_GAP_BLOCKS = 80
_GAP_DEPTH = 8.0
_GAP_EDGE = 4
_SPOKEN = 6.0
_GAPS_MOST = 0.05
"""Seconds of a block, most blocks of a gap (200 ms), decibels by which it lies below the pauses,
blocks in which the sound breaks off and comes back, decibels above the pauses at which somebody
speaks, and the share of gaps from which on they are what a noise gate leaves of pauses."""

_SILENCE = -100.0


def clipped(samples: NDArray[np.float32]) -> int:
    """Return how many samples lie on a cut-off top.

    Of speech the greater heights are the rarer, each one more than the one before. Where they
    become more frequent again towards the top, what is too many was higher once. That holds
    after an MP3 coder has frayed the tops as well.
    """
    heights = np.abs(samples)
    most = float(heights.max(initial=0.0))
    if not most:
        return 0
    steps = np.minimum((heights * (_STEPS / most)).astype(np.int32), _STEPS - 1)
    counts = np.bincount(steps, minlength=_STEPS).astype(np.float64)
    least = np.minimum.accumulate(counts)
    allowed = 2.5 * least + 4 * np.sqrt(least + 4)
    return int((counts - least)[_UPPER:][counts[_UPPER:] > allowed[_UPPER:]].sum())


def clicks(samples: NDArray[np.float32], rate: int) -> NDArray[np.intp]:
    """Return where clicks are, clicks × (first sample, last): what bends far more than all around.

    A voice's own pulses, too, are sharp; but one follows the other.
    """
    size = round(rate * _CLICK_BLOCK)
    count = len(samples) // size
    if not count:
        return np.zeros((0, 2), np.intp)
    bends = np.abs(np.diff(samples[: count * size], 2, append=samples[-2:]))[: count * size]
    usual = np.median(bends.reshape(-1, size), axis=1)
    around = np.pad(usual, 1, mode="edge")
    usual = np.maximum(np.maximum(around[:-2], around[1:-1]), around[2:])
    loud = float(np.sqrt(np.mean(np.square(bends, dtype=np.float64))))
    allowed = np.maximum(usual * _CLICK_OVER, max(loud, _FAINTEST_CLICK))
    sharp = np.flatnonzero(bends.reshape(-1, size) > allowed[:, np.newaxis])
    length = max(1, round(rate * _CLICK_LENGTH))
    apart = np.flatnonzero(np.diff(sharp, prepend=-length - 1) > length)
    begins, ends = sharp[apart], np.append(sharp[apart[1:] - 1], sharp[-1:])
    lone = _lone(bends, begins, ends, length)
    return np.stack((begins, ends + 2), axis=1)[(ends - begins <= length) & lone]


def _lone(
    bends: NDArray[np.float32], begins: NDArray[np.intp], ends: NDArray[np.intp], length: int
) -> NDArray[np.bool_]:
    """Return which of the places have none nearly as sharp around them."""
    blocks = np.pad(bends, (0, -len(bends) % length)).reshape(-1, length).max(axis=1)
    blocks = np.pad(blocks, _CLICK_ALONE + 1)
    first, last = begins // length + _CLICK_ALONE + 1, ends // length + _CLICK_ALONE + 1
    own = np.maximum(blocks[first], blocks[last])
    steps = np.arange(2, _CLICK_ALONE + 2)
    around = np.concatenate(
        (blocks[first[:, np.newaxis] - steps], blocks[last[:, np.newaxis] + steps - 1]), axis=1
    )
    return np.asarray((around < own[:, np.newaxis] * _CLICK_RIVAL).all(axis=1))


def dropouts(samples: NDArray[np.float32], rate: int) -> int:
    """Return how often the sound breaks off and comes back, 5 to 200 ms later, amid speech.

    What is fainter than the pauses is none of the voice's own gaps: not even hiss is there.
    """
    size = max(1, round(rate * _GAP_BLOCK))
    slopes = np.diff(samples)  # a rumble is no sound that could break off
    blocks = slopes[: len(slopes) // size * size].reshape(-1, size)
    powers = np.einsum("bn,bn->b", blocks, blocks, dtype=np.float64) / size
    levels = 10 * np.log10(powers + 1e-20)
    sounding = levels[levels > _SILENCE]
    if not len(sounding):
        return 0
    floor = float(np.percentile(sounding, 5))
    void = levels < floor - _GAP_DEPTH
    if not 0 < void.mean() < _GAPS_MOST:
        return 0
    edges = np.flatnonzero(np.diff(np.pad(void, 1).astype(np.int8)))
    spoken = levels > floor + _SPOKEN
    return sum(
        bool(
            end - begin <= _GAP_BLOCKS
            and spoken[max(begin - _GAP_EDGE, 0) : begin].any()
            and spoken[end : end + _GAP_EDGE].any()
        )
        for begin, end in edges.reshape(-1, 2)
    )
