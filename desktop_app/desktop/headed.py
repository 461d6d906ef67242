"""An MP3 with a first frame that tells how long it is, for files that lack one.

FFmpeg, under Qt, guesses the length of a VBR MP3 without such a frame from its first seconds,
and Qt seeks nowhere beyond the guess. With the frame before it, which is put there only while the
file is read, FFmpeg knows the length and finds a place by counting frames.

The frame is Xing's (as LAME writes it): a frame whose body says "Xing", flags, and the number of
frames that follow; its head is the first frame's own but for the bit rate (ISO 11172-3, 2.4.1.3).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QIODevice

_SEARCHED = 65_536
_RATES = (44_100, 48_000, 32_000)
_ROOMY = 8
"""The index of a bit rate whose frame has room: 112 kbit/s, or 64 at the lower sampling rates."""

_KBITS = {True: 112, False: 64}
_FRAMES_FOLLOW = 1
_TAG_HEAD = 10
_REAL = bytes(byte for byte in range(0x10, 0xF0) if byte & 0b1100 != 0b1100)
_HEAD_OF_FRAME = re.compile(
    rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][" + re.escape(_REAL) + rb"].", re.DOTALL
)
"""Layer III of MPEG 1, 2 or 2.5, with a bit rate and a sampling rate that there are."""


class Headed(QIODevice):
    """The file at ``path``, whose sound lasts ``duration`` counted seconds; for reading alone.

    Raises:
        OSError: It cannot be read.
        ValueError: It has no first frame to go by.
    """

    def __init__(self, path: str, duration: float) -> None:
        super().__init__()
        self._file = Path(path).open("rb")  # noqa: SIM115 - it is open for as long as this is
        try:
            self._begin, head = _first_frame(self._file)
        except ValueError:
            self._file.close()
            raise
        self._head = xing_frame(head, duration)
        self._at = 0
        self._size = Path(path).stat().st_size - self._begin + len(self._head)

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        self._file.close()

    def isSequential(self) -> bool:
        """Say that it can be sought."""
        return False

    def size(self) -> int:
        """Return the bytes of frame and file."""
        return self._size

    def seek(self, place: int) -> bool:
        """Go to a byte."""
        self._at = place
        return super().seek(place)

    def readData(self, most: int) -> bytes:
        """Return what follows the place that was sought or read up to."""
        piece = self._head[self._at : self._at + most]
        if len(piece) < most:
            self._file.seek(self._at + len(piece) - len(self._head) + self._begin)
            piece += self._file.read(most - len(piece))
        self._at += len(piece)
        return piece

    def writeData(self, _data: bytes, _size: int) -> int:  # type: ignore[override]
        """Refuse."""
        return -1


def xing_frame(head: bytes, duration: float) -> bytes:
    """Return the frame for a file whose first frame begins with these four bytes.

    It says how many frames of that kind last ``duration`` seconds.
    """
    newest, mono = bool(head[1] & 8), head[3] >> 6 == 3
    divisor = 1 if newest else 2 if head[1] & 16 else 4
    rate = _RATES[head[2] >> 2 & 3] // divisor
    samples = 1152 if newest else 576
    length = samples // 8 * _KBITS[newest] * 1000 // rate
    side = (17 if mono else 32) if newest else (9 if mono else 17)
    frames = round(duration * rate / samples)
    start = bytes((0xFF, head[1] | 1, _ROOMY << 4 | head[2] & 0b1100, head[3]))
    told = b"Xing" + _FRAMES_FOLLOW.to_bytes(4, "big") + frames.to_bytes(4, "big")
    return (start + bytes(side) + told).ljust(length, b"\0")


def _first_frame(file: BinaryIO) -> tuple[int, bytes]:
    """Return where the first frame of layer III is, and its head.

    Raises:
        ValueError: There is none near the beginning, or behind the tag that is there.
    """
    begin = _behind_tag(file.read(_TAG_HEAD))
    file.seek(begin)
    piece = file.read(_SEARCHED)
    found = _HEAD_OF_FRAME.search(piece)
    if found is None:
        raise ValueError("no frame of MP3 at the beginning")
    return begin + found.start(), found[0]


def _behind_tag(begin: bytes) -> int:
    """Return how long an ID3v2 tag is (its size has 7 bits in a byte), 0 if there is none."""
    if begin[:3] != b"ID3":
        return 0
    return _TAG_HEAD + sum((byte & 127) << 7 * (9 - at) for at, byte in enumerate(begin) if at > 5)
