"""One pass over the whole sound of a recording: what it looks like, and how loud it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.heard import heard
from desktop_app.audio.loudness import TruePeak, integrated
from desktop_app.audio.waveform import bars
from desktop_app.base.sound import Sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from desktop_app.audio.heard import Heard


def survey(path: str) -> Sound:
    """Measure the recording at ``path``; an hour takes a few seconds, whatever its length.

    More than two channels are mixed down to two. What is damaged is left out.

    Raises:
        KnownError: It gives no sound.
    """
    meter = Meter()
    for _second in meter.listening(heard(path)):
        pass
    return Sound(bars(meter.powers), meter.loudness, meter.peak)


class Meter:
    """Measures how loud it is and how high it goes, while others listen as well."""

    def __init__(self) -> None:
        self._powers: list[NDArray[np.float64]] = []
        self._peaks: list[TruePeak] = []

    def listening(self, seconds: Iterable[Heard]) -> Iterator[Heard]:
        """Hand every second on after it was measured."""
        for second in seconds:
            if second.opens:
                self._end()
                self._peaks.append(TruePeak(len(second.samples)))
            self._peaks[-1].feed(second.samples)
            self._powers.append(_powers(second))
            yield second
        self._end()

    @property
    def powers(self) -> NDArray[np.float64]:
        """The weighted mean square of each piece of PIECE, its channels added up."""
        return np.nan_to_num(np.concatenate(self._powers or [np.zeros(0)]), posinf=0.0)

    @property
    def loudness(self) -> float | None:
        """In LUFS, gated; None: there is nothing to hear."""
        return integrated(self.powers)

    @property
    def peak(self) -> float | None:
        """In dBTP; None: all was silence."""
        found = [peak.decibels for peak in self._peaks if peak.decibels is not None]
        return max(found, default=None)

    def _end(self) -> None:
        if self._peaks:
            self._peaks[-1].finish()


def _powers(second: Heard) -> NDArray[np.float64]:
    """Return the mean square of each whole piece."""
    weighted = second.weighted
    whole = weighted.shape[1] // second.piece * second.piece
    pieces = weighted[:, :whole].reshape(len(weighted), -1, second.piece)
    squares = np.einsum("cpn,cpn->p", pieces, pieces, dtype=np.float64)
    return np.asarray(squares / second.piece)
