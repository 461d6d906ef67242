"""How an MP3, or AAC without a container, ends.

The first frame of most MP3s is none but a note of how many frames and bytes follow (Xing's and
LAME's "MP3 Info Tag rev 1", Fraunhofer's VBRI). Without it, or where it is older than the file
(recordings that were joined), the frames at the end are looked at: a file that was cut ends
inside one of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.audio.containers import frames, tags
from desktop_app.audio.containers.peek import Peek
from desktop_app.base.parsed import Ending

if TYPE_CHECKING:
    from desktop_app.audio.containers.frames import Frame

_WINDOW = 65_536
"""Bytes that are searched for frames, at the beginning and at the end."""

_PIECE = 1_048_576
"""Bytes that are counted at once."""

_TO_SPARE = 2881
"""Bytes of the longest frame of an MP3: some encoders do not count the one that tells."""


def ending(peek: Peek, begin: int) -> Ending:
    """Return how the file ends whose sound begins at about ``begin``.

    Raises:
        OSError: The disk refused.
    """
    first = _first(peek, begin)
    if first is None:
        return Ending.OPEN
    begin, _, told = first
    end = tags.sound_ends(peek)
    said = _against(peek, begin, end, *told) if told else None
    return said or _of_frames(peek, begin, end)


def seconds(path: str) -> float:
    """Count how long an MP3 lasts, 0 if it is none: an hour takes some hundredths of a second.

    Raises:
        OSError: The disk refused.
    """
    with Path(path).open("rb") as file:
        peek = Peek(file)
        first = _first(peek, tags.sound_begins(peek))
        if first is None or first[1].side == 0:
            return 0.0
        at, frame, told = first
        at += frame.size if told else 0
        end = tags.sound_ends(peek)
        counts: dict[bytes, int] = {}
        while at < end:
            at += _tally(peek.at(at, min(end - at, _PIECE)), counts)
    return sum(count * frames.seconds(head) for head, count in counts.items())


def _tally(piece: bytes, counts: dict[bytes, int]) -> int:
    """Count the frames of a piece of the file; return how much of it was looked at."""
    stop = frames.tally(piece, 0, counts)
    while stop < len(piece) - 3:
        place = frames.find(piece, stop)
        if place is None:
            return len(piece) if len(piece) < _PIECE else max(stop + 1, len(piece) - _WINDOW)
        stop = frames.tally(piece, place, counts)
    return stop if len(piece) == _PIECE else len(piece)


def _first(peek: Peek, begin: int) -> tuple[int, Frame, tuple[int, int] | None] | None:
    """Find the first frame: return where it is, what, and the bytes and frames that it tells."""
    head = peek.at(begin, _WINDOW)
    place = frames.find(head)
    frame = None if place is None else frames.frame_at(head, place)
    if place is None or frame is None:
        return None
    return begin + place, frame, _told(head[place : place + frame.size], frame)


def _told(head: bytes, frame: Frame) -> tuple[int, int] | None:
    """Return the bytes and frames that the first frame tells; 0 frames if it does not tell them."""
    count = size = 0
    place = next((at for at in (frame.side, frame.side + 2) if _is_note(head, at)), None)
    if frame.side and place is not None:
        flags = int.from_bytes(head[place + 4 : place + 8], "big")
        place += 8
        if flags & 1:
            count = int.from_bytes(head[place : place + 4], "big")
            place += 4
        if flags & 2:
            size = int.from_bytes(head[place : place + 4], "big")
    elif head[36:40] == b"VBRI":
        size = int.from_bytes(head[46:50], "big")
        count = int.from_bytes(head[50:54], "big")
    if count and not 24 <= size / count <= _TO_SPARE:
        return None
    return (size, count) if size else None


def _is_note(head: bytes, at: int) -> bool:
    return head[at : at + 4] in {b"Xing", b"Info"}


def _against(peek: Peek, begin: int, end: int, size: int, count: int) -> Ending | None:
    """Hold what the first frame tells against what is there; None if it speaks of another file.

    Some encoders count the tags, too, and some do not count the first frame.
    """
    promised = begin + size
    if promised > end and promised != peek.size:
        return _lacking(peek, begin, end, size, count)
    if promised < end and tags.is_torn(peek, promised):
        return Ending.CUT
    rest = peek.at(promised, max(0, min(end - promised, _WINDOW)))
    follows, stop = frames.chain(rest, 0)
    uncounted = stop if follows == 1 and promised + stop == end else 0
    if not uncounted and (follows or frames.find(rest) is not None):
        return None
    entire = _of_frames(peek, begin, min(promised + uncounted, end))
    return Ending.WHOLE if count and entire is Ending.OPEN else entire


def _lacking(peek: Peek, begin: int, end: int, size: int, count: int) -> Ending | None:
    """Judge a file that has less sound than promised: less than a frame may be a miscount."""
    if begin + size < peek.size:
        return None
    entire = _of_frames(peek, begin, end) is Ending.OPEN
    if size == peek.size and entire:
        return Ending.WHOLE if count else Ending.OPEN
    return Ending.OPEN if entire and begin + size <= end + _TO_SPARE else Ending.CUT


def _of_frames(peek: Peek, begin: int, end: int) -> Ending:
    """Look at the last frames before ``end``; little may follow them that is none."""
    begin = max(begin, end - _WINDOW)
    tail = peek.at(begin, end - begin)
    place = frames.find(tail)
    if place is None:
        return Ending.FRAYED
    while place is not None:
        _, stop = frames.chain(tail, place)
        place = frames.find(tail[stop:]) if stop < len(tail) else None
        place = None if place is None else place + stop
    if tags.is_torn(peek, begin + stop) and stop < len(tail):
        return Ending.CUT
    rest = len(tail) - stop
    torn = rest < 0 or rest > _TO_SPARE or (0 < rest < 7 and tail[stop] == 0xFF)
    return Ending.FRAYED if torn else Ending.OPEN
