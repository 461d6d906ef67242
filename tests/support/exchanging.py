"""Two recordings of one talk that tell their seconds, one half as loud; an ear for the change."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio import encode
from tests.support import timecode
from tests.support.sound import decoded
from tests.support.sound_server import RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from desktop_app.services.core import Core
    from tests.support.sound_server import SoundServer

FULL = timecode.LEVEL * 1.5**0.5
"""Root mean square of the original, where nothing hisses; the restored one's is half of it."""

_LISTEN = 1.8
"""Seconds; longer than a number sounds, so that the place is known to some hundredths."""

_FRAME = 0.02
_LASTING = 5
"""So many frames on end have the new level before it is believed."""


@dataclass(frozen=True, slots=True)
class Change:
    """``after`` so many seconds the other recording was heard; ``skipped`` (back: negative): how
    much of the talk was not, in seconds; ``shown``: by how much the screen was ahead of the ear."""

    after: float
    skipped: float
    shown: float


def opus(recording: Path) -> bytes:
    """Return what a recording says, as restored ones are: mono Opus. It is half as loud."""
    target = recording.with_suffix(".opus")
    samples = decoded(recording)[:, 0] * np.float32(0.5)
    encode.write(str(target), samples, timecode.RATE, bit_rate=48_000)
    sound = target.read_bytes()
    target.unlink()
    return sound


async def exchange(core: Core, ear: SoundServer, episode_id: int, *, original: bool) -> Change:
    """Choose the other recording of what plays, as a click does; return what was heard."""
    now = await core.listening.now()
    assert now is not None
    clicked = time.monotonic()
    left = now.position_at(clicked)
    await core.restoring.choose(episode_id, original=original)
    heard = await asyncio.to_thread(ear.heard, clicked, clicked + _LISTEN)
    after = _first(heard, FULL if original else FULL / 2)
    stretch = timecode.listen(heard[round(after * RATE) :], RATE)[0]
    now = await core.listening.now()
    assert now is not None
    seen = now.position_at(clicked + after + stretch.end)
    return Change(after, stretch.first - stretch.start - left, seen - stretch.last)


def _first(samples: NDArray[np.float64], level: float) -> float:
    """Return after how many seconds sound of this level begins that lasts."""
    size = round(_FRAME * RATE)
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    levels = np.sqrt(np.mean(frames**2, axis=1))
    fits = np.abs(levels - level) < 0.25 * level
    ends = np.convolve(fits, np.ones(_LASTING), "valid")
    assert ends.max() == _LASTING, levels
    return float(np.argmax(ends == _LASTING) * _FRAME)
