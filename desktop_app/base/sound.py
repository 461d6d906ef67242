"""What was measured of the whole of a recording."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sound:
    """How a recording looks and how loud it is.

    ``waveform``: a byte for each of the bars from its beginning to its end, 0 (silence) to 255.
    ``loudness``: LUFS over the whole of it, gated (EBU R 128); None: there is nothing to hear.
    ``peak``: the highest point of the curve between the samples, in dBTP; None as well.
    """

    waveform: bytes
    loudness: float | None = None
    peak: float | None = None
