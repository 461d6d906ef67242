"""Somebody restless listens to a tape until the process is killed.

``python -m tests.support.restless HOME SEED SPEED``: the services and the real libVLC; the seed
chooses where it begins and when it seeks, pauses and goes on. It says when it sounds
("0 0"), and of each seek the moment (monotonic) and the place, before it asks for it.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.base.paths import Home
from desktop_app.services.core import open_core
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.services.core import Core

LENGTH = 900
"""Seconds of the tape."""

_BUSY = 4.0


async def listen(home: Path, seed: int, speed: float) -> None:
    """Play and fidget for ever."""
    chance = random.Random(seed)  # noqa: S311 - to be had again
    async with open_core(Home(home)) as core:
        (tape,) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
        await core.listening.set_rate(speed)
        await core.listening.play(tape.id, chance.uniform(0, LENGTH - 60) if seed % 2 else None)
        await until(core, lambda: _sounds(core))
        _say(0, 0)
        while True:
            await asyncio.sleep(chance.expovariate(1 / _BUSY))
            await _fidget(core, chance)


def _say(moment: float, place: float) -> None:
    sys.stdout.write(f"{moment} {place}\n")
    sys.stdout.flush()


async def _sounds(core: Core) -> bool:
    now = await core.listening.now()
    return now is not None and now.status is PlayStatus.PLAYING


async def _fidget(core: Core, chance: random.Random) -> None:
    match chance.choice(("seek", "pause", "nothing")):
        case "seek":
            place = chance.uniform(0, LENGTH - 60)
            _say(time.monotonic(), place)
            await core.listening.seek(place)
        case "pause":
            await core.listening.pause()
            await asyncio.sleep(chance.uniform(0, 1))
            await core.listening.resume()


if __name__ == "__main__":
    asyncio.run(listen(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
