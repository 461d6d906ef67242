"""What goes into a file comes out of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.base.parsed import Chapter
from tests.support import sound

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "rate"), [("t.wav", 16_000), ("t.mp3", 16_000), ("t.opus", 48_000)]
)
@pytest.mark.parametrize("channels", [1, 2])
def test_length_is_exact_and_the_sound_the_same(
    tmp_path: Path, name: str, rate: int, channels: int
) -> None:
    mono = sound.tone(2.3456, 500)
    samples = mono if channels == 1 else np.stack((mono, -0.5 * mono), axis=1)
    path = sound.save(tmp_path / name, samples)
    back = sound.decoded(path)
    assert back.shape == (len(mono) * rate // sound.RATE, channels)
    middle = back[rate // 2 : rate]
    expected = samples.reshape(len(mono), -1)[sound.RATE // 2 : sound.RATE]
    for side in range(channels):
        power = float(np.mean(middle[:, side] ** 2)) / float(np.mean(expected[:, side] ** 2))
        assert 10 * np.log10(power) == pytest.approx(0, abs=0.5), "LAME itself takes 0.45 dB"
        spectrum = np.abs(np.fft.rfft(middle[:, side]))
        assert np.argmax(spectrum) * rate / len(middle) == pytest.approx(500, abs=2)
    if channels == 2:
        assert float(np.mean(middle[:, 0] * middle[:, 1])) < 0


@pytest.mark.parametrize("name", ["t.wav", "t.mp3", "t.opus", "t.m4a"])
def test_the_same_samples_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    first = sound.save(tmp_path / "a" / name, sound.tone(1), tags={"title": "T"})
    second = sound.save(tmp_path / "b" / name, sound.tone(1), tags={"title": "T"})
    assert first.read_bytes() == second.read_bytes()


def test_vbr_spends_its_bits_where_the_sound_is(tmp_path: Path) -> None:
    samples = np.concatenate((sound.noise(5, -12), sound.silence(5)))
    sizes = []
    for vbr in (True, False):
        path = sound.save(tmp_path / f"{vbr}.mp3", samples, vbr=vbr)
        with av.open(str(path)) as container:
            packets = [packet.size for packet in container.demux(audio=0) if packet.size]
        sizes.append(sum(packets[: len(packets) // 2]) / sum(packets))
    assert sizes[0] > 0.62
    assert sizes[1] == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("name", ["t.flac", "t", "t.wav"])
def test_what_a_format_cannot_hold_is_a_mistake_of_ours(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        encode.write(str(tmp_path / name), sound.tone(1), 16_000, chapters=[Chapter(0, "One")])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        encode.write(str(tmp_path / "gone" / "t.wav"), sound.tone(1), 16_000)
