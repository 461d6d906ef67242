"""Whether what came is the whole recording: a pure decision from all that is known of it.

Nobody can be trusted alone. Servers cut recordings and say a length that fits, feeds keep the
sizes and durations of files long since replaced, advertisements make a recording longer or
shorter with every request, and some recordings were published with a torn end. So witnesses
are heard against each other, the server is asked once more where there is doubt, and a doubt
that nobody shares does not keep a recording from the person for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from typing import TYPE_CHECKING

from desktop_app.base.parsed import Ending
from desktop_app.downloads.answer import Framing

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTER = 0.03
"""Part of the told duration that may be missing: feeds round, and encoders pad."""

SECONDS = 10.0
"""Seconds that may be missing of any duration."""

LARGER = 0.005
"""Part of the told size that may be missing: tags are rewritten after the feed."""

ROUNDED = 1.0
"""Seconds by which a duration that fits may differ: most feeds tell whole seconds."""


class Verdict(StrEnum):
    """What to do with what came."""

    WHOLE = "whole"
    ASK = "ask"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one recording that seems to have come; sizes in bytes, durations in s.

    ``framing``: how the server told the end of what it sent last, None if nothing had to be
    fetched. ``confirmed``: a ``Content-Range`` says that ``size`` is all. ``asked``: the server
    was asked for more. ``again``: the size of an earlier try that was doubted. ``feed_size`` and
    ``feed_duration`` are the feed's word. ``duration`` and ``ending`` are the file's own, None
    if the worker could not say; ``readable``: it can be played.
    """

    size: int
    framing: Framing | None = None
    confirmed: bool = False
    asked: bool = False
    again: int | None = None
    feed_size: int | None = None
    feed_duration: float | None = None
    duration: float | None = None
    ending: Ending | None = None
    readable: bool = True


class Doubt(Flag):
    """What speaks against a recording's being whole."""

    MUTE = auto()
    """It cannot be played."""
    CUT = auto()
    """Its header promises more."""
    FRAYED = auto()
    """It ends in the middle of a frame."""
    SHORT = auto()
    """The feed tells a longer duration."""
    SMALL = auto()
    """The feed tells a larger size."""
    CLOSED = auto()
    """The server only hung up."""


_NONE = Doubt(0)
_FEED = Doubt.SHORT | Doubt.SMALL
_FILE = Doubt.CUT | Doubt.FRAYED
_SERVER = Doubt.CLOSED


def judge(evidence: Evidence) -> Verdict:
    """Return whether the recording is whole, or cut, or whether the server is to be asked."""
    doubts = doubts_of(evidence)
    if not doubts:
        return Verdict.WHOLE
    if not (evidence.asked or evidence.confirmed):
        return Verdict.ASK
    return Verdict.WHOLE if _outweighed(doubts, evidence) else Verdict.CUT


def doubts_of(evidence: Evidence) -> Doubt:
    """Return what speaks against the recording.

    As many bytes as the feed says, to the byte, are no chance. A recording that has all that
    its own header promises is doubted only where it is much shorter than the feed says: of
    several recordings joined to one, the first header speaks for the first.
    """
    if not evidence.readable:
        return Doubt.MUTE
    if evidence.feed_size and evidence.size == evidence.feed_size:
        return _NONE
    short = Doubt.SHORT if _is_short(evidence) else _NONE
    if evidence.ending is Ending.WHOLE:
        return short
    found = short
    if evidence.ending is Ending.CUT:
        found |= Doubt.CUT
    if evidence.ending is Ending.FRAYED:
        found |= Doubt.FRAYED
    if evidence.feed_size and evidence.size < evidence.feed_size * (1 - LARGER):
        found |= Doubt.SMALL
    if evidence.framing is Framing.CLOSE:
        found |= Doubt.CLOSED
    return found


def _outweighed(doubts: Doubt, evidence: Evidence) -> bool:
    """Return whether a recording is whole in spite of ``doubts``, after the server was asked.

    What cannot be played never is. If the server itself says that this is all, then two must
    contradict it: the file and the feed, and not with their weakest words. If it says nothing,
    then the same size must have come twice, and only the feed or the server speak against it,
    or the duration be right to the second; what the file itself promises counts for more.
    """
    if Doubt.MUTE in doubts:
        return False
    if evidence.ending is Ending.WHOLE:
        return True
    if evidence.confirmed:
        against = _FEED if Doubt.CUT in doubts else Doubt.SHORT
        return not (doubts & _FILE and doubts & against)
    if evidence.again != evidence.size or Doubt.CUT in doubts:
        return False
    alone = not doubts & _FILE and not (doubts & _FEED and doubts & _SERVER)
    return alone or _fits(evidence)


def _is_short(evidence: Evidence) -> bool:
    told, counted = evidence.feed_duration, evidence.duration
    return bool(told and counted and told - counted > max(SECONDS, told * SHORTER))


def _fits(evidence: Evidence) -> bool:
    told, counted = evidence.feed_duration, evidence.duration
    return bool(told and counted and abs(told - counted) <= ROUNDED)


_MINUTES = ((60.0, "minutes"), (1.0, "seconds"))
_BYTES = ((1e6, "MB"), (1e3, "KB"), (1.0, "bytes"))
_WORDS = (
    (Doubt.MUTE, "what came cannot be played"),
    (Doubt.CUT, "it breaks off before its end"),
    (Doubt.FRAYED, "it seems to break off at its very end"),
    (Doubt.CLOSED, "the server broke off without saying whether that was all"),
)


def reason(evidence: Evidence) -> str:
    """Return in plain words why the recording is not taken for whole; "" without a doubt."""
    doubts = doubts_of(evidence)
    if Doubt.SHORT in doubts:
        return _only(evidence.duration or 0, evidence.feed_duration or 0, _MINUTES)
    if Doubt.SMALL in doubts:
        return _only(evidence.size, evidence.feed_size or 0, _BYTES)
    return next((words for doubt, words in _WORDS if doubt in doubts), "")


def _only(came: float, told: float, units: Sequence[tuple[float, str]]) -> str:
    """Return "only 22 of 45 minutes came", in the largest unit that shows a difference."""
    for unit, name in units:
        if round(came / unit) and round(came / unit) < round(told / unit):
            return f"only {came / unit:.0f} of {told / unit:.0f} {name} came"
    return "only a part of it came"
