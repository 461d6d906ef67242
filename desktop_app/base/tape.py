"""What the sound of an old recording suffers from, what is done about it, and what came of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """On which channels the voice is: of many tapes only one was ever recorded."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Fault(StrEnum):
    """What can be heard to be wrong with a recording, and can be made better."""

    QUIET = "quiet"
    UNEVEN = "uneven"
    HISS = "hiss"
    HUM = "hum"
    RUMBLE = "rumble"
    ONE_SIDED = "one-sided"
    CLICKS = "clicks"
    DULL = "dull"


@dataclass(frozen=True, slots=True)
class Hum:
    """A mains hum: ``frequency`` of its lowest tone in Hz (near 50 or 60).

    ``harmonics``: which multiples of it stand out, 1 for the tone itself, and by how many
    decibels above the noise beside them.
    """

    frequency: float
    harmonics: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Tape:
    """How a whole recording sounds, as one pass over it measures; None: it cannot be told.

    ``duration``: seconds. ``loudness``: LUFS, gated (EBU R 128). ``peak``: dBTP. ``speech`` and
    ``noise``: dBFS (rms) of the voice while it speaks, and of the pauses between, without hum, from
    80 Hz up; there is no noise to tell where the pauses are digital silence.
    ``rumble``: dBFS (rms) below the voice in the pauses. ``bandwidth``: Hz, above which there is
    nothing but noise. ``clipped``: share of the samples that lie on a cut-off top. ``dropouts``:
    how often the sound fails for an instant while somebody speaks. ``clicks``: a minute.
    ``wandering``: dB between the minutes in which the voice is loud and those in which it is
    faint (10th and 90th percentile). ``balance``: dB by which the voice is louder on the left.
    ``inverted``: left and right swing against each other, so that their sum would be nothing:
    what is made mono of it is the difference.
    """

    duration: float
    loudness: float | None
    peak: float | None
    speech: float | None
    noise: float | None
    rumble: float | None
    hum: Hum | None
    bandwidth: float | None
    clipped: float
    dropouts: int
    clicks: float
    wandering: float
    side: Side
    balance: float
    inverted: bool = False

    @property
    def snr(self) -> float | None:
        """Decibels by which the voice stands above the noise of the pauses."""
        if self.speech is None or self.noise is None:
            return None
        return self.speech - self.noise


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of a restoration: the numbers before and after, and how both look.

    ``loudness`` LUFS; ``noise`` dB of the pauses relative to the voice, None where there was no
    pause or no voice; ``faults``: what was treated. ``waveform``: as in
    :class:`~desktop_app.base.sound.Sound`, both drawn to the same scale. ``duration``: seconds,
    ``size``: bytes of the new file.
    """

    duration: float
    size: int
    loudness_before: float | None
    loudness: float | None
    noise_before: float | None
    noise: float | None
    faults: tuple[Fault, ...]
    waveform_before: bytes
    waveform: bytes


class RestorationState(StrEnum):
    """How far the restoration of a talk is."""

    NONE = "none"
    QUEUED = "queued"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Restoration:
    """What is known of a talk's restoration.

    ``tape``: None as long as nothing was examined. ``faults``: what would be treated; none: the
    recording is fine as it is. ``share``: done of the work, 0 to 1. ``waiting``: it is queued,
    and only waits until the computer has nothing else to do. ``original``: the person listens
    to the original though the other is there. ``problem``: why it failed, in words.
    ``possible``: the whole recording is on this computer.
    """

    episode_id: int
    possible: bool
    tape: Tape | None = None
    faults: tuple[Fault, ...] = ()
    state: RestorationState = RestorationState.NONE
    share: float = 0.0
    waiting: bool = False
    result: Restored | None = None
    original: bool = False
    problem: str = ""
