"""An hour in which every second says its number: a tonal time code, and ears that read it.

A second (28 frames of MP3, :data:`SECOND`) is a chord of three tones, one a hexadecimal digit of
its number, each in a band of its own. A tenth of a second of sound is enough to read it, at any
speed that keeps the pitch; where the number changes, the place is known to some hundredths.

All tones repeat after two frames. So a second is two frames, encoded once, fourteen times over:
an hour takes the encoder no longer than ten minutes of it would.
"""

from __future__ import annotations

import functools
import tempfile
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 16_000
FRAME = 576
"""Samples in a frame of MP3 at this rate (MPEG-2, layer III)."""

_REPEATS = 14
SECOND = 2 * _REPEATS * FRAME / RATE
"""How long a number sounds, in seconds: 1.008."""

LEVEL = 0.08
"""The peak of each of the three tones; a chord's root mean square is this times √1.5."""

_SETTLING = 3  # frames until the encoder, which is two behind, has nothing but the new chord
_PIECE = _SETTLING + 2
_BEAT = RATE / (2 * FRAME)
_BANDS = (36, 122, 208)
_STEP = 4
_DIGITS = 16
_HISS = 4000  # hertz, above all tones
_WINDOW = 0.1
_HOP = 0.05
_CLEAR = 2.5
_PITCHES = (1.0, *np.arange(0.975, 1.026, 0.005))
"""libVLC plays a little flat or sharp for a moment where its clock and the loudspeaker's differ:
the highest digit would be taken for its neighbour."""

_SILENT = 0.004
_GAP = 0.3


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of sound that goes on without a jump.

    From ``start`` to ``end`` in seconds of what was captured, and the places in the recording
    (seconds) that sounded at its beginning and its end.
    """

    start: float
    end: float
    first: float
    last: float


@functools.cache
def mp3(seconds: float) -> bytes:
    """Return so many seconds as VBR MP3 with a header."""
    with tempfile.TemporaryDirectory() as folder:
        return write_mp3(Path(folder) / "talk.mp3", seconds, header=True).read_bytes()


def write_mp3(path: Path, seconds: float, *, header: bool) -> Path:
    """Write so many seconds as VBR MP3, with or without the header that tells the seek points.

    The first third bears hiss, which takes more bits than the rest, so that a place guessed from
    the bytes is minutes away from the true one.
    """
    with av.open(str(path), "w", options={"write_xing": "1" if header else "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="mono")
        stream.codec_context.qscale = True
        stream.codec_context.global_quality = 118 * 4
        stream.codec_context.options = {"compression_level": "9", "reservoir": "0"}
        frame = av.AudioFrame.from_ndarray(_pieces(round(seconds / SECOND)), "s16", "mono")
        frame.sample_rate = RATE
        encoded = [bytes(packet) for packet in (*stream.encode(frame), *stream.encode(None))]
        place = 0
        for first in range(_SETTLING, len(encoded) - _PIECE + _SETTLING + 1, _PIECE):
            for body in encoded[first : first + 2] * _REPEATS:
                packet = av.Packet(body)
                packet.stream, packet.time_base = stream, Fraction(1, RATE)
                packet.pts = packet.dts = place
                packet.duration = FRAME
                container.mux(packet)
                place += FRAME
    return path


def _pieces(count: int) -> NDArray[np.int16]:
    """Return what is encoded: five frames of each second, as one row."""
    times = np.arange(_PIECE * FRAME) / RATE
    tones = np.array([[np.sin(2 * np.pi * hertz * times) for hertz in band] for band in _hertz()])
    numbers = np.arange(count)
    sound = LEVEL * sum(tones[band][numbers >> 4 * band & 15] for band in range(len(_BANDS)))
    hiss = np.fft.rfft(np.random.default_rng(7).standard_normal(len(times)))
    hiss[np.fft.rfftfreq(len(times), 1 / RATE) < _HISS] = 0
    sound[: count // 3] += 0.25 * np.fft.irfft(hiss)
    return np.asarray(np.clip(sound, -1, 1) * 32767, np.int16).reshape(1, -1)


def read(samples: NDArray[np.float64], rate: int) -> list[int | None]:
    """Return the number that sounds in each window, ``_HOP`` apart; None where none is clear."""
    size, hop = int(_WINDOW * rate), int(_HOP * rate)
    if len(samples) < size:
        return []
    windows = np.lib.stride_tricks.sliding_window_view(samples, size)[::hop]
    shape = np.hanning(size)
    times = np.arange(size) / rate
    strength = np.zeros((len(windows), len(_BANDS), _DIGITS))
    for pitch in _PITCHES:
        waves = np.exp(-2j * np.pi * pitch * np.outer(times, np.concatenate(_hertz())))
        found = np.abs((windows * shape) @ waves).reshape(strength.shape)
        better = found.max(axis=2).sum(axis=1) > strength.max(axis=2).sum(axis=1)
        strength[better] = found[better]
    ordered = np.sort(strength, axis=2)
    loud = np.sqrt(np.mean(windows**2, axis=1)) > _SILENT
    clear = loud & np.all(ordered[:, :, -1] > _CLEAR * ordered[:, :, -2], axis=1)
    numbers = np.argmax(strength, axis=2) @ np.array([1, 16, 256])
    return [int(n) if good else None for n, good in zip(numbers, clear, strict=True)]


def listen(samples: NDArray[np.float64], rate: int, speed: float = 1.0) -> list[Heard]:
    """Return the stretches that were heard, played at ``speed``, in their order."""
    stretches: list[list[tuple[float, int]]] = []
    for index, number in enumerate(read(samples, rate)):
        if number is None:
            continue
        at = index * _HOP + _WINDOW / 2
        last = stretches[-1][-1] if stretches else None
        if last is None or not 0 <= number - last[1] <= 1 or at - last[0] > _GAP:
            stretches.append([])
        stretches[-1].append((at, number))
    return [_stretch(each, speed) for each in stretches if len(each) > 2]


def _stretch(readings: list[tuple[float, int]], speed: float) -> Heard:
    """Fit the places: at every reading the recording is within the second that was read."""
    offsets = [number * SECOND - at * speed for at, number in readings]
    origin = (max(offsets) + min(offsets) + SECOND) / 2
    start, end = readings[0][0], readings[-1][0]
    return Heard(start, end, origin + start * speed, origin + end * speed)


def _hertz() -> list[NDArray[np.float64]]:
    beats = np.arange(_DIGITS, dtype=np.float64) * _STEP
    return [_BEAT * (low + beats) for low in _BANDS]
