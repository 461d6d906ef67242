"""The restored tape of the demo library: its numbers are invented, its sound is the murmur's."""

from __future__ import annotations

import asyncio
import shutil
from math import sin
from typing import TYPE_CHECKING

from desktop_app.base.tape import Fault, Hum, Restored, Side, Tape
from desktop_app.library import examinations, restorations
from desktop_app.services.restored_files import name_of

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

_BARS = 200


async def restore(library: Library, home: Home, episode_id: int, now: datetime) -> None:
    """Leave a talk that is here as if it had been restored a while ago."""
    standing = await library.read(restorations.of, episode_id)
    if standing is None or standing.source is None:
        raise ValueError(f"talk {episode_id} is not on this computer")
    path = name_of(episode_id, standing.size)
    original = home.audio / standing.source
    await asyncio.to_thread(shutil.copyfile, original, home.restored / path)
    await library.write(examinations.store, episode_id, standing.size, _TAPE)
    await library.write(restorations.request, (episode_id,), now)
    await library.write(restorations.finish, standing, path, _restored(standing.size))


def _restored(size: int) -> Restored:
    return Restored(
        duration=_TAPE.duration,
        size=size,
        loudness_before=_TAPE.loudness,
        loudness=-16.0,
        noise_before=-18.0,
        noise=-32.0,
        faults=(Fault.QUIET, Fault.HISS, Fault.HUM),
        waveform_before=bytes(18 + round(0.2 * _height(bar)) for bar in range(_BARS)),
        waveform=bytes(round(_height(bar)) for bar in range(_BARS)),
    )


def _height(bar: int) -> float:
    """Return how loud the murmur is at a bar, 0 to 255: it comes and goes as somebody breathes."""
    return 255 * (0.5 + 0.35 * sin(bar / 9 + 2 * sin(bar / 31)) + 0.15 * sin(bar * 2.3))


_TAPE = Tape(
    duration=59.25 * 60,
    loudness=-31.2,
    peak=-12.5,
    speech=-33.0,
    noise=-51.0,
    rumble=-68.0,
    hum=Hum(60.0, ((1, 24.0), (2, 18.0), (3, 11.0))),
    bandwidth=5200.0,
    clipped=0.0,
    dropouts=0,
    clicks=0.4,
    wandering=3.5,
    side=Side.BOTH,
    balance=0.3,
)
