"""Small sounds for the players' tests, made on the spot."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE = 16_000


def tone(seconds: float, hertz: float = 440.0, level: float = 0.1) -> NDArray[np.float64]:
    """Return a sine at ``level`` of full scale."""
    return level * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)


def write_wav(path: Path, samples: NDArray[np.float64]) -> Path:
    """Write mono 16-bit PCM and return its path."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(_pcm(samples).tobytes())
    return path


def read_wav(path: Path) -> tuple[int, NDArray[np.float64]]:
    """Return rate and first channel of 16-bit PCM, even where the header was never finished."""
    raw = path.read_bytes()
    channels = int.from_bytes(raw[22:24], "little")
    rate = int.from_bytes(raw[24:28], "little")
    body = raw[44:]
    frame = 2 * channels
    pcm = np.frombuffer(body[: len(body) // frame * frame], dtype="<i2")
    return rate, pcm.reshape(-1, channels)[:, 0].astype(np.float64) / 32768


def write_vbr_mp3(path: Path, minutes: int) -> Path:
    """Write a VBR MP3 in which minute N is a tone of :func:`minute_hertz`, in four manners.

    Without a header that tells the seek points (as after a cut), and with minutes of noise
    that take several times the bits of the others, so that place and byte are far apart.
    """
    noise = np.random.default_rng(7).standard_normal(60 * RATE)
    with av.open(str(path), "w", options={"write_xing": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="mono")
        stream.codec_context.qscale = True
        stream.codec_context.global_quality = 118 * 4
        stream.codec_context.options = {"compression_level": "9"}
        for minute in range(minutes):
            samples = tone(60, minute_hertz(minute), level=0.05)
            if minute < minutes // 3:
                samples += 0.15 * noise
            frame = av.AudioFrame.from_ndarray(
                _pcm(samples)[np.newaxis, :], format="s16", layout="mono"
            )
            frame.sample_rate = RATE
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def minute_hertz(minute: int) -> float:
    """Return the tone that tells which minute is heard."""
    return 400.0 + 150.0 * minute


def loudest_hertz(samples: NDArray[np.float64], rate: int) -> float:
    """Return the strongest frequency by FFT."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.fft.rfftfreq(len(samples), 1 / rate)[int(np.argmax(spectrum))])


def _pcm(samples: NDArray[np.float64]) -> NDArray[np.int16]:
    return (np.clip(samples, -1, 1) * 32767).astype("<i2")
