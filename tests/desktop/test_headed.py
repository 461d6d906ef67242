"""A header before an MP3 that lacks one: FFmpeg believes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import pytest
from PySide6.QtCore import QIODevice

from desktop_app.audio.measure import probe
from desktop_app.desktop.headed import Headed
from tests.support.timecode import write_mp3

if TYPE_CHECKING:
    from pathlib import Path

TAG = b"ID3\x04\0\0" + bytes((0, 6, 0, 10)) + bytes(6 * 128 * 128 + 10)
"""A tag of 98,314 bytes, as a picture may fill it."""


def encoded(path: Path, rate: int, layout: str) -> Path:
    """Write four seconds without a header."""
    with av.open(str(path), "w", options={"write_xing": "0", "id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=rate, layout=layout)
        for _ in range(4 * rate // 1152):
            frame = av.AudioFrame(format="s16p", layout=layout, samples=1152)
            frame.sample_rate = rate
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def read_through(path: Path, duration: float) -> bytes:
    """Return all that the device gives, in pieces."""
    device = Headed(str(path), duration)
    assert device.open(QIODevice.OpenModeFlag.ReadOnly)
    assert not device.isSequential()
    pieces = []
    while piece := device.read(10_000).data():
        pieces.append(piece)
    whole = b"".join(pieces)
    assert device.size() == len(whole)
    assert device.seek(50)
    assert device.read(1000).data() == whole[50:1050]
    device.close()
    return whole


@pytest.mark.parametrize("rate", [44_100, 48_000, 32_000, 22_050, 16_000, 8_000])
@pytest.mark.parametrize("layout", ["mono", "stereo"])
@pytest.mark.parametrize("tag", [b"", TAG])
def test_the_length_that_it_tells_is_found(
    tmp_path: Path, rate: int, layout: str, tag: bytes
) -> None:
    path = encoded(tmp_path / "talk.mp3", rate, layout)
    body = path.read_bytes()
    path.write_bytes(tag + body)
    headed = tmp_path / "headed.mp3"
    headed.write_bytes(read_through(path, 3600.0))
    assert headed.read_bytes().endswith(body)
    with av.open(str(headed)) as container:
        assert container.duration is not None
        assert container.duration / av.time_base == pytest.approx(3600, abs=0.1)
        stream = container.streams.audio[0]
        assert (stream.rate, stream.layout.name) == (rate, layout)


def test_the_sound_is_as_long_as_before(tmp_path: Path) -> None:
    path = write_mp3(tmp_path / "talk.mp3", 60, header=False)
    duration = probe(str(path)).duration
    headed = tmp_path / "headed.mp3"
    headed.write_bytes(read_through(path, duration))
    assert probe(str(headed)).duration == pytest.approx(duration, abs=0.05)


@pytest.mark.parametrize("body", [b"", b"<html>" * 500, b"\xff\xfb\xff\xff" * 50, TAG])
def test_what_has_no_frame_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(body)
    with pytest.raises(ValueError, match="no frame"):
        Headed(str(path), 60.0)
