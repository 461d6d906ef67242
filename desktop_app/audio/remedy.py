"""What is wrong with a recording, and what is done about it: tables, and no sound.

The limits stand where listeners complain, not where a meter first sees something: a recording that
is fine is left alone. All levels are relative to the voice, so that a quiet tape and a loud one of
the same quality are treated alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.tape import Fault, Side

if TYPE_CHECKING:
    from desktop_app.base.tape import Tape

TARGET = -16.0
"""LUFS of what is restored: what podcasts agreed upon for loudspeakers and headphones."""

_QUIET = -26.0
"""LUFS. Ten below the target; broadcasts lie at −23 and need no more than the volume knob."""

_UNEVEN = 7.0
"""dB between loud and faint minutes. A speaker who leans back varies by 3 to 6."""

_HISS = 32.0
"""dB from the voice down to the noise, below which it is heard in a quiet room."""

_RUMBLE = 26.0
"""dB from the voice down to the rumble; ears are that much duller there (ISO 226)."""

_ASIDE = 8.0
"""dB between left and right, beyond which a voice seems to come from one side alone."""

_CLICKS = 6.0
"""A minute; a page turned, or lips, give one or two."""

_DULL = 3000.0
"""Hz; even a telephone gives 3400."""

_HISS_REDUCTION = ((12.0, 18.0), (20.0, 21.0), (_HISS, 22.0))
"""Up to a distance of voice and noise: by how many dB pauses are made quieter. The nearer the noise
is to the voice, the more of the voice is in what is taken away."""

_FASTENED = 60.0
"""Hz, below which no voice is heard; what lies there only costs loudness."""

_RUMBLE_PASS = 85.0
"""Hz; a bass voice begins at 80."""

_RIDING = 5.0
_RIDING_FAR = 12.0
"""dB by which the level follows the speaker, at most: usually, and where minutes differ much."""

_TREBLE = 4.0
"""dB by which the upper end of a dull voice is lifted: gently, as its noise rises with it."""

_MARGIN = 1.25
"""Above the bandwidth, times this, nothing is kept of a tape that hisses."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done to a recording, in this order.

    ``side``, and ``inverted``: which channels are mixed, and whether one is turned over first.
    ``declick``: scratches are replaced by what lies around them. ``high_pass``, ``low_pass``: Hz,
    None: nothing is cut off there. ``notches``: Hz of each tone of the hum. ``treble``: dB at
    the upper end. ``hiss``: dB by which the noise of the pauses falls. ``riding``: dB by which
    the level follows the speaker, at most.
    """

    side: Side
    inverted: bool
    declick: bool
    high_pass: float
    low_pass: float | None
    notches: tuple[float, ...]
    treble: float
    hiss: float
    riding: float


def faults(tape: Tape) -> tuple[Fault, ...]:
    """Return what is worth treating, the worst first for ears; nothing: leave it alone."""
    if tape.loudness is None or tape.speech is None:
        return ()
    found = {
        Fault.HISS: tape.snr is not None and tape.snr < _HISS,
        Fault.HUM: tape.hum is not None,
        Fault.RUMBLE: tape.rumble is not None and tape.speech - tape.rumble < _RUMBLE,
        Fault.QUIET: tape.loudness < _QUIET,
        Fault.UNEVEN: tape.wandering > _UNEVEN,
        Fault.ONE_SIDED: tape.side is not Side.BOTH or abs(tape.balance) > _ASIDE,
        Fault.CLICKS: tape.clicks > _CLICKS,
        Fault.DULL: tape.bandwidth is not None and tape.bandwidth < _DULL,
    }
    return tuple(fault for fault, there in found.items() if there)


def remedy(tape: Tape) -> Remedy:
    """Return what helps; of a recording that is fine hardly more than its level is changed."""
    wrong = faults(tape)
    hisses = Fault.HISS in wrong
    return Remedy(
        side=tape.side,
        inverted=tape.inverted,
        declick=Fault.CLICKS in wrong,
        high_pass=_RUMBLE_PASS if Fault.RUMBLE in wrong else _FASTENED,
        low_pass=tape.bandwidth * _MARGIN if hisses and tape.bandwidth else None,
        notches=_notches(tape),
        treble=_TREBLE if Fault.DULL in wrong else 0.0,
        hiss=_reduction(tape.snr) if hisses and tape.snr is not None else 0.0,
        riding=_RIDING_FAR if Fault.UNEVEN in wrong else _RIDING,
    )


def _notches(tape: Tape) -> tuple[float, ...]:
    if tape.hum is None:
        return ()
    return tuple(tape.hum.frequency * multiple for multiple, _height in tape.hum.harmonics)


def _reduction(snr: float) -> float:
    return next((by for below, by in _HISS_REDUCTION if snr < below), 0.0)
