"""What goes into a file comes out of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.containers.streams import crc
from desktop_app.audio.ending import ending
from desktop_app.base.parsed import Chapter, Ending
from tests.support import sound

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


@pytest.mark.parametrize(
    ("name", "rate"),
    [("t.wav", 16_000), ("t.flac", 16_000), ("t.mp3", 16_000), ("t.opus", 48_000)],
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


@pytest.mark.parametrize("name", ["t.wav", "t.flac", "t.mp3", "t.opus", "t.m4a"])
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


@pytest.mark.parametrize("name", ["t.aiff", "t", "t.wav", "t.flac"])
def test_what_a_format_cannot_hold_is_a_mistake_of_ours(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        encode.write(str(tmp_path / name), sound.tone(1), 16_000, chapters=[Chapter(0, "One")])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        encode.write(str(tmp_path / "gone" / "t.wav"), sound.tone(1), 16_000)


def test_flac_loses_nothing(tmp_path: Path) -> None:
    samples = sound.speech_like(2, -12)
    back = sound.decoded(sound.save(tmp_path / "t.flac", samples))[:, 0]
    assert np.max(np.abs(back - samples)) <= 1 / 32_768
    assert sound.save(tmp_path / "t.wav", samples).stat().st_size > 1.4 * (
        (tmp_path / "t.flac").stat().st_size
    )


def apart(turn: NDArray[np.float32]) -> tuple[float, float]:
    """Return how far a turn, played thrice, is from one sine: at the seam, at most elsewhere."""
    count = len(turn)
    wave = np.tile(turn[:, 0], 3).astype(np.float64)
    spectrum = np.fft.rfft(wave)
    spectrum[np.argmax(np.abs(spectrum))] = 0
    rest = np.fft.irfft(spectrum, len(wave)) ** 2
    elsewhere = rest[count // 4 : count // 4 + 48_000].reshape(-1, 960).mean(axis=1)
    return float(np.sqrt(rest[count - 480 :][:960].mean())), float(np.sqrt(elsewhere.max()))


@pytest.mark.parametrize("count", [96_000, 96_001, 100_319])
@pytest.mark.parametrize("periods", [200, 1000])
def test_a_turn_of_a_sine_comes_back_as_one_sine(tmp_path: Path, count: int, periods: int) -> None:
    turn = 0.3 * np.sin(2 * np.pi * periods * np.arange(count) / count).astype(np.float32)
    path = tmp_path / "turn.ogg"
    encode.write_turn(str(path), np.stack((turn, turn), axis=1), bit_rate=96_000)
    back = sound.decoded(path)
    assert back.shape == (count, 2)
    seam, elsewhere = apart(back)
    assert seam < max(0.0035 * 0.3, elsewhere)
    path = tmp_path / "plain.ogg"
    encode.write(str(path), turn, encode.OPUS_RATE, bit_rate=96_000)
    assert apart(sound.decoded(path))[0] > 1.5 * seam


def test_a_turn_is_a_whole_file_of_ogg(tmp_path: Path) -> None:
    """Every page's checksum is right, as a strict reader wants it (RFC 3533, 6)."""
    path = tmp_path / "turn.ogg"
    encode.write_turn(str(path), sound.noise(6, -20))
    data, at = path.read_bytes(), 0
    while at < len(data):
        segments = data[at + 26]
        size = 27 + segments + sum(data[at + 27 : at + 27 + segments])
        page = data[at : at + 22] + bytes(4) + data[at + 26 : at + size]
        assert crc(page, 0x04C11DB7, 32) == int.from_bytes(data[at + 22 : at + 26], "little")
        at += size
    assert ending(str(path)) is Ending.WHOLE
