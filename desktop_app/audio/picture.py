"""A picture of unknown origin, in a sound file or beside it, as a small JPEG of known size."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
import numpy as np
from av import CodecContext, Packet, VideoFrame
from av.stream import Disposition
from av.video.codeccontext import VideoCodecContext

from desktop_app.audio.measure import open_audio
from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 512
"""Pixels, at most, of the longer side: the largest square on the screen at twice its size."""

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes of a picture that are read at most."""

LARGEST_RESULT = 200_000
"""Bytes."""

_MOST_PIXELS = 50_000_000
"""More are not decoded: a few kilobytes of PNG can claim to be gigabytes."""
_QUALITIES = (3, 5, 8, 16, 31)
"""FFmpeg's quantisers, best first; even noise of 512×512 is small enough at 5."""
_FRONT = "Cover (front)"
"""What FFmpeg calls the picture of type 3 (ID3v2.4 frames, 4.14)."""


def cover(path: str) -> bytes:
    """Return the picture in the file at ``path`` as JPEG, no side longer than ``SIDE``.

    What is transparent becomes white, as paper is. The file may be a JPEG, PNG, GIF or WebP,
    or sound that carries one; its first bytes decide, not its name.

    Raises:
        KnownError: There is no picture, or it is broken or far too large.
    """
    try:
        data = _bytes(path)
        codec = _codec(data)
        if codec is None:
            raise _unusable(path, "it is of a kind that is not known here")
        return _jpeg(_fitted(_first_frame(codec, data)))
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise _unusable(path, "it is damaged, or far too large") from error


def _bytes(path: str) -> bytes:
    """Return the picture as it was put there."""
    with Path(path).open("rb") as file:
        if _codec(file.read(12)) is None:
            return _attached(path)
        file.seek(0)
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _unusable(path, "its file is too large")
    return data


def _attached(path: str) -> bytes:
    """Return the picture that a sound file carries; of several, the sleeve's front."""
    with open_audio(path) as container:
        pictures = [
            each for each in container.streams.video if each.disposition & Disposition.attached_pic
        ]
        pictures.sort(key=lambda each: each.metadata.get("comment") != _FRONT)
        for packet in container.demux(pictures[0]) if pictures else ():
            if 0 < packet.size <= LARGEST_FILE:
                return bytes(packet)
            break
    raise _unusable(path, "there is none in it, or it is too large")


def _codec(data: bytes) -> str | None:
    """Return the decoder for a picture that begins like this."""
    if data.startswith(b"RIFF"):
        return "webp" if data[8:12] == b"WEBP" else None
    beginnings = {b"\xff\xd8\xff": "mjpeg", b"\x89PNG\r\n\x1a\n": "png", b"GIF8": "gif"}
    return next((codec for begins, codec in beginnings.items() if data.startswith(begins)), None)


def _first_frame(codec: str, data: bytes) -> VideoFrame:
    """Decode without a demuxer: the bytes are all that is read, and the codec is the one named."""
    decoder = CodecContext.create(codec, "r")
    assert isinstance(decoder, VideoCodecContext)  # noqa: S101 - each of _codec's is
    decoder.options = {"max_pixels": str(_MOST_PIXELS)}
    frames = decoder.decode(Packet(data)) or decoder.decode(None)
    if not frames:
        raise ValueError("no picture")
    return frames[0]


def _fitted(frame: VideoFrame) -> NDArray[np.uint8]:
    """Return rows × columns × RGB, made smaller where it has to be, never larger."""
    share = min(1.0, SIDE / max(frame.width, frame.height))
    width, height = (max(1, round(side * share)) for side in (frame.width, frame.height))
    small = frame.reformat(width, height, "rgba", interpolation="AREA").to_ndarray()
    opaque = small[..., 3:] / np.float32(255)
    paper = small[..., :3] * opaque + 255 * (1 - opaque)
    upright = np.rot90(paper.round().astype(np.uint8), frame.rotation // 90)
    return np.ascontiguousarray(upright)


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    frame = VideoFrame.from_ndarray(pixels, "rgb24").reformat(format="yuvj420p")
    for quality in _QUALITIES:
        encoder = CodecContext.create("mjpeg", "w")
        assert isinstance(encoder, VideoCodecContext)  # noqa: S101 - JPEG's is
        encoder.width, encoder.height = frame.width, frame.height
        encoder.pix_fmt, encoder.time_base = frame.format.name, Fraction(1)
        encoder.qmin = encoder.qmax = quality
        data = b"".join(bytes(part) for part in (*encoder.encode(frame), *encoder.encode(None)))
        if len(data) <= LARGEST_RESULT:
            return data
    raise ValueError("a picture that cannot be made small")


def _unusable(path: str, why: str) -> KnownError:
    return KnownError(f"The picture of {Path(path).name} cannot be shown", why)
