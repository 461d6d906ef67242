"""Pictures for tests, encoded on the spot, and sound files that carry them."""

from __future__ import annotations

import struct
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from av import CodecContext, VideoFrame
from av.video.codeccontext import VideoCodecContext

from tests.support.sound import tone_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RED, BLUE = (200, 30, 20), (20, 40, 190)
_KINDS = {
    "jpg": ("mjpeg", "yuvj420p"),
    "png": ("png", "rgba"),
    "gif": ("gif", "bgr8"),
    "webp": ("libwebp", "bgra"),
}
_FRONT, _BACK = 3, 4
"""Types of pictures (ID3v2.4 frames, 4.14)."""


def plain(width: int, height: int, *colour: int) -> NDArray[np.uint8]:
    """Return rows of one colour, RGB or RGBA."""
    return np.full((height, width, len(colour)), colour, np.uint8)


def encoded(pixels: NDArray[np.uint8], kind: str = "jpg") -> bytes:
    """Return RGB or RGBA as ``jpg``, ``png``, ``gif`` or ``webp``."""
    codec, layout = _KINDS[kind]
    encoder = CodecContext.create(codec, "w")
    assert isinstance(encoder, VideoCodecContext)
    encoder.height, encoder.width = pixels.shape[:2]
    encoder.pix_fmt, encoder.time_base = layout, Fraction(1)
    if kind == "jpg":
        encoder.qmin = encoder.qmax = 2
    frame = VideoFrame.from_ndarray(pixels, "rgba" if pixels.shape[2] == 4 else "rgb24")
    frame = frame.reformat(format=layout)
    return b"".join(bytes(part) for part in (*encoder.encode(frame), *encoder.encode(None)))


def turned(jpeg: bytes, orientation: int) -> bytes:
    """Return a JPEG that asks to be shown another way up (Exif 2.32, 4.6.4, tag 0x0112)."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def tape(path: Path, front: bytes, back: bytes | None = None) -> Path:
    """Write a second of MP3 with pictures in its tags (ID3v2.4: APIC), the back first."""
    frames = b"".join(
        _frame(kind, data) for kind, data in ((_BACK, back), (_FRONT, front)) if data is not None
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"ID3\x04\0\0" + _size(len(frames)) + frames + tone_bytes(1.0))
    return path


def _frame(kind: int, data: bytes) -> bytes:
    mime = b"image/png" if data.startswith(b"\x89PNG") else b"image/jpeg"
    body = b"\0" + mime + b"\0" + bytes([kind]) + b"\0" + data
    return b"APIC" + _size(len(body)) + b"\0\0" + body


def _size(length: int) -> bytes:
    """Return four times seven bits (ID3v2.4 structure, 6.2)."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
