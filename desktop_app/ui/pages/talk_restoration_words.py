"""What a talk's card says of its sound: what is wrong, how far it is mended, what came of it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from desktop_app.base.tape import Fault, Restoration, RestorationState
from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.tape import Restored
    from desktop_app.services.events import NowPlaying

_MOST = 3
"""So many faults are named; more would not help to decide."""
_HEARD_DB = 1
"""Less hiss by so little is not worth a word."""


class Stage(Enum):
    """What the card is about; each has its own buttons."""

    AWAY = auto()
    EXAMINING = auto()
    UNKNOWN = auto()
    FINE = auto()
    HELPS = auto()
    WAITS = auto()
    WORKING = auto()
    DONE = auto()
    FAILED = auto()


_BY_STATE = {
    RestorationState.QUEUED: Stage.WAITS,
    RestorationState.WORKING: Stage.WORKING,
    RestorationState.DONE: Stage.DONE,
    RestorationState.FAILED: Stage.FAILED,
}


_PLAIN: dict[Stage, Callable[[], str]] = {
    Stage.AWAY: lambda: tr("Download this talk, and its sound can be restored."),
    Stage.EXAMINING: lambda: tr("Finding out how it sounds…"),
    Stage.FINE: lambda: tr("It sounds fine as it is."),
    Stage.WORKING: lambda: tr("It is being restored. You can listen meanwhile."),
    Stage.DONE: lambda: tr("It is restored."),
}


def stage_of(known: Restoration) -> Stage:
    """Return what there is to say; without its recording nothing can be done for a talk."""
    if not known.possible:
        return Stage.AWAY
    if known.state is not RestorationState.NONE:
        return _BY_STATE[known.state]
    if known.tape is None:
        return Stage.UNKNOWN if known.problem else Stage.EXAMINING
    return Stage.HELPS if known.faults else Stage.FINE


def line(known: Restoration) -> str:
    """Return the card's line below its title."""
    match stage_of(known):
        case Stage.HELPS:
            return tr("This tape {faults}. Restoring it would help.", faults=ails(known.faults))
        case Stage.WAITS:
            return _waits(known)
        case Stage.DONE if known.result:
            return became(known.result)
        case stage:
            return _PLAIN[stage]() if stage in _PLAIN else sentences.say(known.problem)


def aloud(known: Restoration) -> str:
    """Return the line as it is said aloud, where signs in it would not be."""
    result = known.result
    if stage_of(known) is not Stage.DONE or result is None:
        return line(known)
    if result.loudness_before is None or result.loudness is None:
        return became(result)
    before, after = decibels(result.loudness_before), decibels(result.loudness)
    loudness = tr("Loudness {before}, now {after} LUFS", before=before, after=after)
    return words.join(loudness, *_treated(result)) or line(known)


def became(result: Restored) -> str:
    """Return "−31.2 → −16.0 LUFS · hiss −14 dB · hum removed"."""
    loudness = ""
    if result.loudness_before is not None and result.loudness is not None:
        before, after = decibels(result.loudness_before), decibels(result.loudness)
        loudness = tr("{before} → {after} LUFS", before=before, after=after)
    return words.join(loudness, *_treated(result)) or tr("It is restored.")


def ails(faults: tuple[Fault, ...]) -> str:
    """Return what a tape does that it should not: "is quiet, hisses and hums"."""
    said = [_ail(each) for each in faults[:_MOST]]
    if len(said) < 2:
        return "".join(said)
    return tr("{several} and {last}", several=", ".join(said[:-1]), last=said[-1])


def decibels(value: float) -> str:
    """Return a level with one decimal and a minus sign that is as wide as a digit."""
    sign = "−" if round(value, 1) < 0 else ""
    return sign + QLocale().toString(abs(value), "f", 1)


def to_original(known: Restoration, mine: NowPlaying | None) -> bool:
    """Tell whether the original is what is heard of a restored talk.

    ``mine``: what the player says of this very talk. One that was restored while it plays goes on
    as it was, until the person chooses.
    """
    return known.original if mine is None else not mine.restored


def _waits(known: Restoration) -> str:
    if known.problem:
        return sentences.say(known.problem)
    return tr("Begins when nothing plays") if known.waiting else tr("Waits for its turn")


def _ail(fault: Fault) -> str:
    return {
        Fault.QUIET: tr("is quiet"),
        Fault.UNEVEN: tr("is now loud, now faint"),
        Fault.HISS: tr("hisses"),
        Fault.HUM: tr("hums"),
        Fault.RUMBLE: tr("rumbles"),
        Fault.ONE_SIDED: tr("is heard on one side only"),
        Fault.CLICKS: tr("crackles"),
        Fault.DULL: tr("sounds dull"),
    }[fault]


def _treated(result: Restored) -> list[str]:
    said = {
        Fault.HISS: _hiss(result),
        Fault.HUM: tr("hum removed"),
        Fault.RUMBLE: tr("rumble removed"),
        Fault.CLICKS: tr("crackling removed"),
        Fault.ONE_SIDED: tr("on both sides"),
        Fault.UNEVEN: tr("evened out"),
        Fault.DULL: tr("clearer"),
    }
    return [each for fault, each in said.items() if fault in result.faults]


def _hiss(result: Restored) -> str:
    if result.noise_before is None or result.noise is None:
        return tr("hiss reduced")
    less = round(result.noise_before - result.noise)
    return tr("hiss −{amount}", amount=f"{less}\u00a0dB") if less >= _HEARD_DB else ""
