"""A bell that a machine can hear well, and when it was heard."""

from __future__ import annotations

import subprocess
import sys
import wave
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from tests.support.sound_server import RATE as HEARD_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.support.sound_server import SoundServer

RATE = 48_000
HERTZ = 1000.0
_BUSY = "while True: sum(n * n for n in range(10_000))"


def sine(seconds: float, hertz: float = HERTZ, level: float = 0.5) -> NDArray[np.float64]:
    """Return a tone, 48 kHz."""
    return level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)


def knock(seconds: float = 0.3) -> NDArray[np.float64]:
    """Return a stroke with a sharp beginning that dies away."""
    return sine(seconds) * np.exp(-np.arange(round(seconds * RATE)) / RATE / (seconds / 4))


def write(path: Path, samples: NDArray[np.float64]) -> str:
    """Write mono PCM, 48 kHz and 16 bit; return the path as the sound engines take it."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.rint(samples * 32767).astype("<i2").tobytes())
    return str(path)


def errors(
    ear: SoundServer, moments: list[float], within: float = 0.4, level: float = 0.1
) -> list[float | None]:
    """Return by how many seconds each stroke was late (early: negative); None: not heard.

    A beginning is the first moment, up to ``within`` seconds before or after, that is louder than
    ``level`` in the band around HERTZ, so that an ambience beneath it does not matter.
    """
    found: list[float | None] = []
    for moment in moments:
        band = _band(ear.heard(moment - within, moment + within))
        loud = np.flatnonzero(band > level)
        found.append(float(loud[0]) / HEARD_RATE - within if len(loud) else None)
    return found


def _band(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how loud HERTZ is in the 4 ms up to each sample."""
    times = np.arange(len(samples)) / HEARD_RATE
    width = round(0.004 * HEARD_RATE)
    turned = np.cumsum(samples * np.exp(-2j * np.pi * HERTZ * times))
    before = np.concatenate([np.zeros(width), turned[:-width]])
    return np.asarray(2 * np.abs(turned - before) / width)


@contextmanager
def busy(count: int) -> Iterator[None]:
    """Keep the machine busy with so many processes of normal priority."""
    processes = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait(10)
