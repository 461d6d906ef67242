"""Sound for tests: made in milliseconds, encoded once, the same bytes every time.

Each helper writes a file and returns its path. The suffix decides the format: ``.mp3``,
``.opus``, ``.ogg``, ``.m4a`` or ``.wav``. Samples are mono, RATE a second.
"""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

from desktop_app.audio import encode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.base.parsed import Chapter

RATE = 16_000
"""Samples a second: a telephone's, and quick to encode."""


def tone(seconds: float, hz: float = 440.0, level_db: float = -12.0) -> NDArray[np.float32]:
    """Return a sine whose peak lies at ``level_db`` dBFS."""
    times = np.arange(round(seconds * RATE), dtype=np.float32) / RATE
    peak = 10 ** (level_db / 20)
    return (peak * np.sin(2 * np.pi * hz * times)).astype(np.float32)


def noise(seconds: float, level_db: float = -30.0, seed: int = 1) -> NDArray[np.float32]:
    """Return white noise with a root mean square of ``level_db`` dBFS: a tape's hiss."""
    random = np.random.default_rng(seed)
    samples = random.standard_normal(round(seconds * RATE), np.float32)
    return (samples * 10 ** (level_db / 20)).astype(np.float32)


def silence(seconds: float) -> NDArray[np.float32]:
    """Return digital silence."""
    return np.zeros(round(seconds * RATE), np.float32)


def speech_like(seconds: float, level_db: float = -20.0, seed: int = 1) -> NDArray[np.float32]:
    """Return bursts of a buzzing voice: syllables at 4 Hz, a breath after every third second.

    ``level_db`` is the root mean square of the whole, in dBFS.
    """
    count = round(seconds * RATE)
    times = np.arange(count, dtype=np.float32) / RATE
    random = np.random.default_rng(seed)
    pitch = 120 + 15 * np.sin(2 * np.pi * 0.3 * times + random.uniform(0, 6))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    voice = sum(np.sin(k * phase) / k for k in range(1, 13))
    syllables = np.clip(np.sin(2 * np.pi * 4 * times), 0, None) ** 0.5
    speaking = (times % 3) < 2.4
    samples = np.asarray(voice * syllables * speaking, np.float32)
    loudness = float(np.sqrt(np.mean(samples**2))) or 1.0
    return (samples / loudness * 10 ** (level_db / 20)).astype(np.float32)


def resampled(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return samples of RATE at another rate, with nothing added above what they have."""
    count = round(len(samples) * rate / RATE)
    spectrum, bins = np.fft.rfft(samples), count // 2 + 1
    spectrum = np.pad(spectrum, (0, max(0, bins - len(spectrum))))[:bins]
    return np.asarray(np.fft.irfft(spectrum, count) * rate / RATE, np.float32)


def save(
    path: Path,
    samples: NDArray[np.float32],
    *,
    rate: int = RATE,
    kbit: int = 64,
    vbr: bool = False,
    tags: dict[str, str] | None = None,
    chapters: tuple[Chapter, ...] = (),
) -> Path:
    """Encode ``samples`` into ``path`` (folders are made); ``vbr`` is for MP3."""
    path.parent.mkdir(parents=True, exist_ok=True)
    encode.write(
        str(path),
        samples,
        rate,
        bit_rate=kbit * 1000,
        vbr_quality=6 if vbr and path.suffix == ".mp3" else None,
        tags=tags,
        chapters=chapters,
    )
    return path


def decoded(path: Path) -> NDArray[np.float32]:
    """Return the whole file as frames × channels, at its own rate."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="fltp")
        frames = [
            part.to_ndarray()
            for frame in (*container.decode(audio=0), None)
            for part in resampler.resample(frame)
        ]
    return np.asarray(np.concatenate(frames, axis=1).T, np.float32)


def tone_mp3(path: Path, seconds: float = 10.0, hz: float = 440.0, *, vbr: bool = False) -> Path:
    """Write a tone as MP3."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(tone_bytes(seconds, hz, ".mp3", vbr=vbr))
    return path


def speech_mp3(path: Path, seconds: float = 10.0, *, seed: int = 1, vbr: bool = False) -> Path:
    """Write speech-like bursts as MP3."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(speech_bytes(seconds, seed, ".mp3", vbr=vbr))
    return path


@functools.cache
def tone_bytes(
    seconds: float = 10.0, hz: float = 440.0, suffix: str = ".mp3", *, vbr: bool = False
) -> bytes:
    """Return a tone's file, for a server to hand out."""
    return _encoded(tone(seconds, hz), suffix, vbr=vbr)


@functools.cache
def speech_bytes(
    seconds: float = 10.0, seed: int = 1, suffix: str = ".mp3", *, vbr: bool = False
) -> bytes:
    """Return a file of speech-like bursts, for a server to hand out."""
    return _encoded(speech_like(seconds, seed=seed), suffix, vbr=vbr)


def _encoded(samples: NDArray[np.float32], suffix: str, *, vbr: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return save(Path(folder) / f"sound{suffix}", samples, vbr=vbr).read_bytes()
