"""From the original of a talk to what was made of it, and back: how soon the other one is heard.

40 changes in an hour of talk, through the services and libVLC over a sound server, from the
choice to the first sound of the other recording, at random places. Goal: within 300 ms, at the same
place.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.base.paths import Home
from desktop_app.services.core import open_core
from tests.support import timecode
from tests.support.exchanging import exchange, opus
from tests.support.restored import restore
from tests.support.sound_server import SoundServer
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from tests.support.exchanging import Change

COUNT = 40
SECONDS = 3600


def main() -> None:
    """Change over and print."""
    with tempfile.TemporaryDirectory() as scratch, SoundServer() as ear:
        os.environ |= ear.environment
        os.environ |= {"HEARTHSIDE_AUDIO": "vlc", "HEARTHSIDE_VLC_ARGS": "--aout=pulse"}
        found = asyncio.run(_changes(Path(scratch), ear))
    for original, changes in found.items():
        _report("to the original" if original else "to the restored", changes)


async def _changes(scratch: Path, ear: SoundServer) -> dict[bool, list[Change]]:
    chance = random.Random(1)  # noqa: S311 - to be had again
    tape = scratch / "tapes" / "Tape.mp3"
    tape.parent.mkdir()
    tape.write_bytes(timecode.mp3(SECONDS))
    found: dict[bool, list[Change]] = {False: [], True: []}
    async with open_core(Home(scratch / "home")) as core:
        feed = await core.subscriptions.add(str(tape.parent))
        (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
        await restore(core, talk.id, opus(tape))
        await core.restoring.choose(talk.id, original=True)
        for number in range(COUNT):
            if number % 2 == 0:  # behind the hiss, where a level says which one sounds
                await core.listening.play(talk.id, chance.uniform(SECONDS / 3, SECONDS - 20))
                await until(core, lambda: _plays(core))
                await asyncio.sleep(1)
            change = await exchange(core, ear, talk.id, original=number % 2 == 1)
            found[number % 2 == 1].append(change)
    return found


async def _plays(core: Core) -> bool:
    now = await core.listening.now()
    return now is not None and now.status is PlayStatus.PLAYING


def _report(way: str, changes: list[Change]) -> None:
    after = [change.after * 1000 for change in changes]
    skipped = [abs(change.skipped) for change in changes]
    good = sum(each <= 300 for each in after)
    print(
        f"{way}  {good} of {len(changes)} within 300 ms: median {statistics.median(after):.0f},"
        f" most {max(after):.0f} ms   place: median {statistics.median(skipped):.2f} s,"
        f" most {max(skipped):.2f} s off",
        flush=True,
    )


if __name__ == "__main__":
    main()
