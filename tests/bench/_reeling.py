"""The parts of the benchmark of downloads that run in processes of their own.

``idle HOME`` opens the services and the worker and does nothing until its input ends.
``window HOME`` downloads everything in the real window and prints the gaps between its ticks.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.house import House
    from desktop_app.services.core import Core

SECONDS = 5


async def idle(home: Path) -> None:
    """Open everything, say so, and wait."""
    from desktop_app.base.paths import Home
    from desktop_app.services import jobs
    from desktop_app.services.core import open_core

    async with open_core(Home(home)) as core:
        await core.downloading.start()
        await core.covers._worker.run(jobs.get_ready)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.read)


def window(home: Path) -> dict[str, list[float]]:
    """Open the page of downloads, and download everything."""
    from PySide6.QtWidgets import QApplication

    from desktop_app.base import settings
    from desktop_app.base.paths import Home
    from desktop_app.house import House
    from desktop_app.ui.windows.frame import Frame
    from tests.bench._ticking import Ticks, rest

    app = QApplication([])
    house = House(app, Home(home), Frame(settings.load(Home(home).settings)))
    house.open()
    house.window.open("downloads")
    rest(3)
    ticks = Ticks()
    said = {"idle": ticks.count(SECONDS)}
    busy = [True]
    _download(house, busy)
    said["busy"] = ticks.count(0.5, lambda: bool(busy))
    house.close()
    return said


def _download(house: House, busy: list[bool]) -> None:
    """Queue everything, and empty ``busy`` when it is all there."""
    from desktop_app.base.model import DownloadState, EpisodeQuery
    from desktop_app.services.events import EpisodesChanged

    async def work(core: Core) -> None:
        page = await core.browsing.page(EpisodeQuery(), 0, 1000)
        wanted = [each.id for each in page.episodes if (each.url or "").startswith("http")]
        changed = asyncio.Event()

        def hear(event: object) -> None:
            if isinstance(event, EpisodesChanged):
                changed.set()

        core.events.listen(hear)
        await core.downloading.request(wanted)
        query = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
        while True:
            there = {each.id for each in (await core.browsing.page(query, 0, 1000)).episodes}
            if there >= set(wanted):
                return
            changed.clear()
            await changed.wait()

    house.bridge.call(work, lambda _: busy.clear())


def main() -> None:
    """Be one of the two."""
    role, home = sys.argv[1:]
    if role == "idle":
        asyncio.run(idle(Path(home)))
    else:
        print(json.dumps(window(Path(home))))


if __name__ == "__main__":
    main()
