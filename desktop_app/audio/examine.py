"""One pass over a recording: what its sound suffers from (a Tape), whatever its length.

A minute at a time is brought into one channel and looked at; numbers are what is kept of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio import examine_damage as damage
from desktop_app.audio import examine_pauses as voices
from desktop_app.audio.examine_hum import completed, hum, steady_tones
from desktop_app.audio.examine_sides import Sides, mixed, products, sides
from desktop_app.audio.heard import heard
from desktop_app.audio.survey import Meter
from desktop_app.base.tape import Tape

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.audio.heard import Heard

_MINUTE = 60
_STRETCH = 100
_SPOKEN = 0.25
"""Windows of a tenth of a second in which the voice is compared with the rest, and the share of
them in which it must be heard."""


def examine(path: str) -> Tape:
    """Measure what the recording at ``path`` sounds like; an hour takes less than half a minute.

    Raises:
        KnownError: It gives no sound.
    """
    meter, found = Meter(), _Found()
    for second in meter.listening(heard(path)):
        found.take(second)
    found.finish()
    return found.tape(meter)


@dataclass(slots=True)
class _Found:
    """What the minutes gave."""

    seconds: float = 0.0
    samples: int = 0
    clipped: int = 0
    clicks: int = 0
    dropouts: int = 0
    powers: list[NDArray[np.float64]] = field(default_factory=list)
    spoken: list[voices.Spoken] = field(default_factory=list)
    tones: list[NDArray[np.float32]] = field(default_factory=list)
    _rate: int = 0
    _samples: list[NDArray[np.float32]] = field(default_factory=list)
    _powers: list[NDArray[np.float64]] = field(default_factory=list)

    def take(self, second: Heard) -> None:
        """Take what follows, until it is a minute of one kind."""
        if second.opens or len(self._samples) == _MINUTE:
            self.finish()
        self._rate = second.rate
        self._samples.append(second.samples)
        self._powers.append(products(second.weighted, second.piece))

    def finish(self) -> None:
        """Look at the minute, which may be a shorter one at the end."""
        if not self._samples:
            return
        powers = np.concatenate(self._powers)
        where = sides(powers) if len(self._samples[0]) == 2 else Sides()
        samples = np.concatenate([mixed(each, where) for each in self._samples])
        self._samples, self._powers = [], []
        self.powers.append(powers)
        self._look(samples, self._rate)

    def _look(self, samples: NDArray[np.float32], rate: int) -> None:
        self.seconds += len(samples) / rate
        self.samples += len(samples)
        self.clipped += damage.clipped(samples)
        self.dropouts += damage.dropouts(samples, rate)
        clicks = damage.clicks(samples, rate)
        self.clicks += len(clicks)
        spoken = voices.listen(samples, rate, clicks)
        if spoken is not None:
            self.spoken.append(spoken)
        tones = steady_tones(samples, rate)
        if tones is not None:
            self.tones.append(tones)

    def tape(self, meter: Meter) -> Tape:
        """Return what all of it says."""
        loudness = meter.loudness
        audible = meter.peak is not None and bool(self.spoken)
        mains = hum(self.tones) if audible else None
        pause = voices.pauses(self.spoken) if audible else None
        if mains is not None and pause is not None:
            mains = completed(mains, pause)
        plain = None if pause is None else voices.without_hum(pause, mains)
        floor = None if pause is None else voices.noise(pause)
        levels = np.concatenate([each.levels for each in self.spoken] or [np.zeros(0)])
        speech = voices.spoken_power(levels, floor) if audible else None
        where = sides(np.concatenate(self.powers)) if self.powers else Sides()
        return Tape(
            duration=self.seconds,
            loudness=loudness,
            peak=meter.peak,
            speech=_decibels(speech),
            noise=None if plain is None else _decibels(voices.noise(plain)),
            rumble=None if plain is None else _decibels(voices.rumble(plain)),
            hum=mains,
            bandwidth=None if speech is None else voices.bandwidth(self.spoken, pause),
            clipped=0.0 if speech is None else self.clipped / self.samples,
            dropouts=self.dropouts,
            clicks=self.clicks / max(self.seconds, 1.0) * _MINUTE,
            wandering=0.0 if speech is None else _wandering(levels, floor or 0.0, speech),
            side=where.side,
            balance=where.balance,
            inverted=where.inverted,
        )


def _wandering(levels: NDArray[np.float64], floor: float, speech: float) -> float:
    """Return by how many decibels ten seconds of voice differ from ten others.

    What is no voice says nothing: the gate is low, so that a faint one counts.
    """
    gate = max(2 * floor, speech / 1000)
    found = []
    for at in range(0, max(len(levels) - _STRETCH // 2, 1), _STRETCH):
        stretch = levels[at : at + _STRETCH]
        spoken = stretch[stretch > max(gate, stretch.max() / 40)]
        if len(spoken) >= _SPOKEN * len(stretch):
            found.append(10 * np.log10(float(spoken.mean()) - floor))
    low, high = np.percentile(found, (10, 90)) if found else (0.0, 0.0)
    return float(high - low)


def _decibels(power: float | None) -> float | None:
    """Return dBFS; None of what is nothing."""
    return 10 * float(np.log10(power)) if power else None
