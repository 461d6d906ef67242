"""How Ogg and FLAC files end: streams whose last piece says that it is the last."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from desktop_app.audio.containers import tags
from desktop_app.base.parsed import Ending

if TYPE_CHECKING:
    from desktop_app.audio.containers.peek import Peek

_PAGE = 65_307
"""Bytes of the largest page (RFC 3533, 6)."""

_LAST = 4
"""The flag of a stream's last page."""


def of_ogg(peek: Peek, begin: int) -> Ending:
    """Walk the last pages: the very last must be whole and say so.

    Of several streams that follow each other, each says so: that promises nothing then.

    Raises:
        OSError: The disk refused.
    """
    window = max(begin, peek.size - 2 * _PAGE)
    tail = peek.at(window, 2 * _PAGE)
    last, at = b"", tail.find(b"OggS")
    while 0 <= at < len(tail) and tail.startswith(b"OggS", at):
        size = _page_size(tail, at)
        if size is None or at + size > len(tail):
            following = tail.find(b"OggS", at + 4)
            if last or following < 0:
                return Ending.CUT
            at = following
            continue
        last = tail[at : at + 27]
        at += size
    if not last:
        return Ending.FRAYED
    if b"OggS".startswith(tail[at : at + 4]) and at < len(tail):
        return Ending.CUT
    if not last[5] & _LAST:
        return Ending.FRAYED
    return Ending.WHOLE if last[14:18] == peek.at(begin + 14, 4) else Ending.OPEN


def _page_size(data: bytes, at: int) -> int | None:
    """Return the bytes of the page at ``at``, None if there is none, or not all of its head."""
    if at + 27 > len(data) or data[at + 4] != 0:
        return None
    segments = data[at + 26]
    if at + 27 + segments > len(data):
        return None
    return 27 + segments + sum(data[at + 27 : at + 27 + segments])


_BLOCK = {
    1: 192,
    **{n: 576 << n - 2 for n in range(2, 6)},
    **{n: 256 << n - 8 for n in range(8, 16)},
}
"""Samples of a frame by the four bits that say so (RFC 9639, 9.1.1); 6 and 7 are written out."""


def of_flac(peek: Peek, begin: int) -> Ending:
    """Look whether the last frame ends with the last sample that the head promises.

    Raises:
        OSError: The disk refused.
    """
    info = peek.at(begin + 8, 34)
    promised = int.from_bytes(info[13:18], "big") & 0xF_FFFF_FFFF
    end = tags.sound_ends(peek)
    longest = int.from_bytes(info[7:10], "big") or 65_536
    window = max(begin + 42, end - longest - _PAGE)
    tail = peek.at(window, end - window)
    at = tail.rfind(b"\xff")
    while at >= 0:
        until = _frame_until(tail, at, int.from_bytes(info[:2], "big"))
        if until is not None:
            return _of_last_frame(tail[at:], until, promised)
        at = tail.rfind(b"\xff", 0, at)
    return Ending.FRAYED


def _of_last_frame(frame: bytes, until: int, promised: int) -> Ending:
    """Judge by the last frame, whose samples go ``until`` there; it ends with its own CRC."""
    if promised and until < promised:
        return Ending.CUT
    if crc(frame, 0x8005, 16) and crc(frame.rstrip(b"\0"), 0x8005, 16):
        return Ending.FRAYED
    return Ending.WHOLE if promised == until else Ending.OPEN


def _frame_until(data: bytes, at: int, block: int) -> int | None:
    """Return the number behind the last sample of the frame at ``at``, None if there is none.

    ``block``: samples of every frame but the last, where frames and not samples are counted.
    """
    if len(data) < at + 6 or data[at + 1] & 0xFE != 0xF8:
        return None
    size_bits, rate_bits = data[at + 2] >> 4, data[at + 2] & 15
    if size_bits == 0 or rate_bits == 15 or data[at + 3] >> 4 > 10 or data[at + 3] & 1:
        return None
    number, place = _coded(data, at + 4)
    if number is None:
        return None
    samples = _BLOCK.get(size_bits, 0)
    if size_bits in {6, 7}:
        samples = int.from_bytes(data[place : place + size_bits - 5], "big") + 1
        place += size_bits - 5
    place += {12: 1, 13: 2, 14: 2}.get(rate_bits, 0)
    if place >= len(data) or crc(data[at : place + 1], 0x07, 8):
        return None
    return samples + (number if data[at + 1] & 1 else number * block)


def _coded(data: bytes, at: int) -> tuple[int | None, int]:
    """Return the number that is written like a character of UTF-8, and where it ends."""
    first = data[at]
    ones = 8 - (first ^ 0xFF).bit_length()
    if ones == 0:
        return first, at + 1
    rest = data[at + 1 : at + ones]
    if ones in {1, 8} or len(rest) < ones - 1 or any(byte & 0xC0 != 0x80 for byte in rest):
        return None, at
    value = first & (0x7F >> ones)
    for byte in rest:
        value = value << 6 | byte & 0x3F
    return value, at + ones


@functools.cache
def _table(polynomial: int, bits: int) -> tuple[int, ...]:
    """Return the checksum of every byte by itself."""
    table = []
    for byte in range(256):
        value = byte << bits - 8
        for _ in range(8):
            value = value << 1 ^ (polynomial if value >> bits - 1 else 0)
            value &= (1 << bits) - 1
        table.append(value)
    return tuple(table)


def crc(data: bytes, polynomial: int, bits: int) -> int:
    """Return a checksum, the highest bit first (RFC 9639, 9.1.8 and 9.3; RFC 3533, 6).

    It is 0 over what ends with its own.
    """
    table, mask, value = _table(polynomial, bits), (1 << bits) - 1, 0
    for byte in data:
        value = value << 8 & mask ^ table[value >> bits - 8 ^ byte]
    return value
