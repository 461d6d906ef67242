"""What came of a restoration, in the numbers and pictures that a person is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.loudness import integrated
from desktop_app.audio.waveform import pair
from desktop_app.base.tape import Restored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.restore_level import Level
    from desktop_app.base.tape import Fault

    Powers = NDArray[np.float64]

_STILL = 10.0
"""Per cent of the pieces that are pauses, if somebody speaks at all."""

_SPEAKING = 50.0
_APART = 6.0
"""dB by which the louder half of the pieces lies above the pauses at least, if there are any."""


def result(
    duration: float, size: int, before: Powers, after: Level, faults: tuple[Fault, ...]
) -> Restored:
    """Return the numbers; ``before``: the power of each PIECE as it was, as ears weigh it."""
    noise_before, noise = _noise(before, after.powers)
    drawn_before, drawn = pair(before, after.powers)
    return Restored(
        duration=duration,
        size=size,
        loudness_before=integrated(before),
        loudness=after.loudness,
        noise_before=noise_before,
        noise=noise,
        faults=faults,
        waveform_before=drawn_before,
        waveform=drawn,
    )


def _noise(before: Powers, after: Powers) -> tuple[float | None, float | None]:
    """Return the pauses' level relative to the voice's, in dB.

    What is a pause is told by the sound that is clean, for both alike.
    """
    sounding = (after > 0) & (before > 0)
    before, after = before[sounding], after[sounding]
    if not len(after):
        return None, None
    pauses = after <= np.percentile(after, _STILL)
    voice = after >= np.percentile(after, _SPEAKING)
    found = [
        10 * float(np.log10(each[voice].mean() / each[pauses].mean())) for each in (before, after)
    ]
    return (-found[0], -found[1]) if found[1] > _APART else (None, None)
