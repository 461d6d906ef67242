"""Covers: whatever comes in, a small JPEG or a plain no comes out."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from av import CodecContext, Packet
from av.video.codeccontext import VideoCodecContext

from desktop_app.audio.picture import LARGEST_FILE, LARGEST_RESULT, SIDE, cover
from desktop_app.base.errors import KnownError
from tests.support.pictures import BLUE, RED, encoded, plain, tape, turned
from tests.support.sound import tone_mp3

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def decoded(jpeg: bytes) -> NDArray[np.uint8]:
    """Return a JPEG's rows of RGB."""
    assert jpeg.startswith(b"\xff\xd8\xff")
    decoder = CodecContext.create("mjpeg", "r")
    assert isinstance(decoder, VideoCodecContext)
    (frame,) = decoder.decode(Packet(jpeg)) + decoder.decode(None)
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def shown(path: Path) -> NDArray[np.uint8]:
    return decoded(cover(str(path)))


def is_colour(pixels: NDArray[Any], colour: tuple[int, ...]) -> bool:
    return bool(np.abs(pixels.astype(int) - colour).max() <= 20)


@pytest.mark.parametrize("kind", ["jpg", "png", "gif", "webp"])
@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (300, 200, (200, 300)),
        (1024, 1024, (512, 512)),
        (1600, 400, (128, 512)),
        (401, 1203, (512, 171)),
        (3, 1, (1, 3)),
    ],
)
def test_every_kind_is_scaled_to_fit(
    tmp_path: Path, kind: str, width: int, height: int, expected: tuple[int, int]
) -> None:
    path = tmp_path / "cover.any"
    path.write_bytes(encoded(plain(width, height, *RED), kind))
    pixels = shown(path)
    assert pixels.shape[:2] == expected
    assert is_colour(pixels.mean(axis=(0, 1)), RED), "a GIF's few colours make up for each other"


def test_what_is_transparent_becomes_paper(tmp_path: Path) -> None:
    pixels = np.concatenate([plain(64, 64, 0, 0, 0, 0), plain(64, 64, *RED, 255)])
    (tmp_path / "cover.png").write_bytes(encoded(pixels, "png"))
    seen = shown(tmp_path / "cover.png")
    assert is_colour(seen[:60], (255, 255, 255))
    assert is_colour(seen[68:], RED)


@pytest.mark.parametrize(
    ("orientation", "red_lies"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom")]
)
def test_a_photograph_is_put_upright(tmp_path: Path, orientation: int, red_lies: str) -> None:
    pixels = np.concatenate([plain(80, 80, *RED), plain(80, 80, *BLUE)], axis=1)
    (tmp_path / "cover.jpg").write_bytes(turned(encoded(pixels), orientation))
    seen = shown(tmp_path / "cover.jpg")
    halves = {"left": seen[:, :70], "right": seen[:, -70:], "top": seen[:70], "bottom": seen[-70:]}
    assert seen.shape == ((160, 80, 3) if orientation > 4 else (80, 160, 3))
    assert is_colour(halves[red_lies], RED)


def test_a_tape_carries_its_picture(tmp_path: Path) -> None:
    path = tape(tmp_path / "tape.mp3", encoded(plain(600, 600, *BLUE)))
    assert is_colour(shown(path), BLUE)
    both = tape(
        tmp_path / "both.mp3",
        encoded(plain(90, 90, *RED, 255), "png"),
        encoded(plain(80, 80, *BLUE)),
    )
    assert is_colour(shown(both), RED)


def test_noise_is_made_small_enough(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    (tmp_path / "cover.png").write_bytes(encoded(noise, "png"))
    assert 100_000 < len(cover(str(tmp_path / "cover.png"))) <= LARGEST_RESULT


def bomb() -> bytes:
    """Return a PNG of 10,000 × 10,000 dots in a few kilobytes."""
    side = 10_000
    rows = zlib.compressobj(1)
    row = bytes(1 + side // 8)
    packed = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n" + b"nothing" * 99,
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"<!doctype html><p>not here",
        encoded(plain(200, 200, *RED))[:150],
        encoded(plain(9, 9, *RED)) + bytes(LARGEST_FILE),
        bomb(),
    ],
    ids=["empty", "jpeg", "png", "gif", "webp", "page", "cut", "large", "bomb"],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cover.jpg"
    path.write_bytes(data)
    with pytest.raises(KnownError, match=r"^The picture of cover\.jpg cannot be shown"):
        cover(str(path))


def test_sound_without_a_picture_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="none in it"):
        cover(str(tone_mp3(tmp_path / "tape.mp3", 1)))
    with pytest.raises(KnownError):
        cover(str(tmp_path / "gone.jpg"))
