"""Frames of MPEG audio (ISO 11172-3, 13818-3 and its 2.5) and of AAC in ADTS (ISO 13818-7).

Both begin with eleven or twelve bits that are set and tell where the next frame begins; that it
does is what tells them from chance.
"""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 8192
"""Bytes of the longest frame there can be (13 bits in ADTS; MPEG audio stays below 2,900)."""

_KBIT = {
    (3, 1): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (3, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (2, 1): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Bit rates by version (3: MPEG 1; 2: MPEG 2 and 2.5) and layer (1: III; 2: II)."""

_RATE = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


class Frame(NamedTuple):
    """One frame: what all frames of a recording share, its bytes, and where its sound begins.

    ``side`` is the size of header and side information, behind which the first frame of an MP3
    may carry a table of contents; 0 for AAC.
    """

    kind: tuple[int, int]
    size: int
    side: int


def seconds(head: bytes) -> float:
    """Return how long a frame of MPEG audio lasts that has this header."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    samples = 576 if version != 3 and layer == 1 else 1152
    return samples / _RATE[version][head[2] >> 2 & 3]


def frame_at(data: bytes, at: int) -> Frame | None:
    """Return the frame whose header lies at ``at``, None if there is none, or not all of it.

    Layer I and "free" bit rates, which nobody uses, are not taken for frames.
    """
    if len(data) < at + 4 or data[at] != 0xFF or data[at + 1] & 0xE0 != 0xE0:
        return None
    if data[at + 1] & 0x06 == 0:
        return _adts(data, at)
    version, layer = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3
    kbit_index, rate_index = data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or layer == 3 or kbit_index in {0, 15} or rate_index == 3:
        return None
    kbit = _KBIT[3 if version == 3 else 2, layer if version == 3 else 1][kbit_index]
    eighths = 72 if version != 3 and layer == 1 else 144
    size = eighths * kbit * 1000 // _RATE[version][rate_index] + (data[at + 2] >> 1 & 1)
    mono = data[at + 3] >> 6 == 3
    side = (17 if mono else 32) if version == 3 else (9 if mono else 17)
    return Frame((data[at + 1] & 0xFE, rate_index), size, 4 + side)


def _adts(data: bytes, at: int) -> Frame | None:
    if len(data) < at + 6 or data[at + 1] & 0x10 == 0 or data[at + 2] >> 2 & 15 > 12:
        return None
    size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
    return Frame((data[at + 1] & 0xFE, data[at + 2] & 0xFC), size, 0) if size > 7 else None


def chain(data: bytes, at: int) -> tuple[int, int]:
    """Return how many frames of one kind follow each other from ``at``, and where they end.

    The last one may end behind ``data``.
    """
    count, frame = 0, frame_at(data, at)
    kind = frame.kind if frame else None
    while frame and frame.kind == kind:
        count += 1
        at += frame.size
        frame = frame_at(data, at)
    return count, at


def find(data: bytes, at: int = 0, least: int = 3) -> int | None:
    """Return where, from ``at`` on, ``least`` frames follow each other, None if nowhere.

    Fewer will do at the very beginning of ``data`` if they go on to its end.
    """
    place = data.find(b"\xff", at)
    while place >= 0:
        count, end = chain(data, place)
        if count >= least or (count and place == 0 and end >= len(data)):
            return place
        place = data.find(b"\xff", place + 1)
    return None


def tally(data: bytes, at: int, counts: dict[bytes, int]) -> int:
    """Count the frames of MPEG audio that follow each other from ``at``; return where they end.

    ``counts`` has how often each header was met, for :func:`seconds`: there are but a few
    different ones, so this is many times faster than to look at each.
    """
    frame = frame_at(data, at)
    kind = frame.kind if frame else None
    sizes: dict[bytes, int] = {}
    while at < len(data) - 3:
        head = data[at : at + 4]
        size = sizes.get(head)
        if size is None:
            frame = frame_at(data, at)
            if frame is None or frame.kind != kind:
                break
            sizes[head] = size = frame.size
        counts[head] = counts.get(head, 0) + 1
        at += size
    return at
