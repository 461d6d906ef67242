"""By how much a recording is made louder or quieter, so that all sound alike."""

from __future__ import annotations

TARGET = -16.0
"""LUFS: what podcasts are delivered with (Apple; AES TD1008 recommends −16 to −20)."""

CEILING = -1.0
"""dBTP (EBU R 128): what goes higher may be distorted on its way to the ear."""

MOST = 8.0
"""dB by which libVLC's equalizer can amplify."""


def gain(
    loudness: float | None, peak: float | None, target: float = TARGET, most: float = MOST
) -> float:
    """Return the decibels that bring a recording to ``target`` LUFS, or as near as can be.

    A loud one is turned down all the way. A quiet one is turned up by ``most`` decibels at most,
    and never so far that its true ``peak`` (dBTP) passes CEILING. What is not known, or silent,
    is left as it is.
    """
    if loudness is None or peak is None:
        return 0.0
    wanted = target - loudness
    return min(wanted, most, max(0.0, CEILING - peak))
