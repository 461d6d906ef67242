"""A shipped sound comes out of its file to the sample."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.ready import ready
from desktop_app.base.errors import KnownError
from desktop_app.services import jobs

if TYPE_CHECKING:
    from pathlib import Path

_RATE = 48_000


def _tone(count: int, channels: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    mono = (0.5 * np.sin(2 * np.pi * 480 * np.arange(count) / _RATE)).astype(np.float32)
    return mono if channels == 1 else np.stack((mono, -mono), 1)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("count", [960, 48_000, 100_001])
def test_has_as_many_frames_as_were_encoded(tmp_path: Path, channels: int, count: int) -> None:
    samples = _tone(count, channels)
    source, target = tmp_path / "a.ogg", tmp_path / "ready" / "a.wav"
    encode.write(str(source), samples, _RATE, bit_rate=96_000 * channels)
    ready(str(source), str(target))
    with wave.open(str(target), "rb") as file:
        assert (file.getframerate(), file.getsampwidth()) == (_RATE, 2)
        assert (file.getnchannels(), file.getnframes()) == (channels, count)
        pcm = np.frombuffer(file.readframes(count), "<i2").reshape(count, channels) / 32767
    assert [each.name for each in target.parent.iterdir()] == ["a.wav"]
    if count > 10_000:
        middle = slice(5_000, count - 5_000)
        match = np.corrcoef(pcm[middle, 0], samples.reshape(count, channels)[middle, 0])[0, 1]
        assert match > 0.9995, "a single sample's shift would give 0.998"


def test_the_worker_makes_it_so(tmp_path: Path) -> None:
    encode.write(str(tmp_path / "a.ogg"), _tone(4800, 1), _RATE)
    for name in ("a", "b"):
        jobs.ready_sound(str(tmp_path / "a.ogg"), str(tmp_path / f"{name}.wav"))
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()


@pytest.mark.parametrize("body", [None, b"", b"<html>no</html>" * 50])
def test_what_is_no_sound_leaves_nothing(tmp_path: Path, body: bytes | None) -> None:
    if body is not None:
        (tmp_path / "a.ogg").write_bytes(body)
    with pytest.raises(KnownError, match="could not be made ready"):
        ready(str(tmp_path / "a.ogg"), str(tmp_path / "a.wav"))
    assert not list(tmp_path.glob("*.wav*"))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    encode.write(str(tmp_path / "a.ogg"), _tone(4800, 1), _RATE)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match="room on the disk"):
        ready(str(tmp_path / "a.ogg"), str(tmp_path / "file" / "a.wav"))
