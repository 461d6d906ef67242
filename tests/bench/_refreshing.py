"""The parts of the refresh benchmark that run in processes of their own; each prints JSON.

``app HOME`` opens the services on a home and refreshes it once; ``peer PORT`` lets
podcastparser parse the same bytes.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import sys
import time
import urllib.request
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Return the processes that a process started and that still live."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def _spent() -> tuple[float, float]:
    """Return wall and CPU seconds so far, of this process and its children."""
    own = os.times()
    ticks = 0
    for child in children(os.getpid()):
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    cpu = own.user + own.system + own.children_user + own.children_system + ticks / TICK
    return time.monotonic(), cpu


async def app(home: str) -> dict[str, object]:
    """Refresh everything in a running app; then let the index be completed."""
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.paths import Home
    from desktop_app.services.core import open_core
    from desktop_app.services.events import EpisodesChanged, Event

    listed: list[float] = []
    async with open_core(Home(Path(home))) as core:

        async def look() -> None:
            page = await core.browsing.page(EpisodeQuery(), 0, 50)
            if len(page.episodes) == 50:
                listed.append(time.monotonic())

        looks: list[asyncio.Task[None]] = []

        def hear(event: Event) -> None:
            if isinstance(event, EpisodesChanged) and not looks:
                looks.append(asyncio.get_running_loop().create_task(look()))

        core.events.listen(hear)
        began = _spent()
        outcomes = await core.refresh.refresh()
        done = _spent()
        await core.indexing.finish()
        indexed = _spent()
    return {
        "list": [after - before for before, after in zip(began, done, strict=True)],
        "index": [after - before for before, after in zip(began, indexed, strict=True)],
        "listed": listed,
        "new": sum(outcome.new for outcome in outcomes),
        "errors": [str(outcome.error) for outcome in outcomes if outcome.error],
    }


def peer(addresses: list[str]) -> dict[str, object]:
    """Parse each feed once, as it is now, with gPodder's parser."""
    import podcastparser  # type: ignore[import-untyped]  # it ships no types

    wall = cpu = 0.0
    for address in addresses:
        with urllib.request.urlopen(address) as answer:
            body = answer.read()
        began, used = time.monotonic(), time.process_time()
        parsed = podcastparser.parse(address, io.BytesIO(body))
        wall += time.monotonic() - began
        cpu += time.process_time() - used
        assert len(parsed["episodes"]) >= 300
    return {"wall": wall, "cpu": cpu}


if __name__ == "__main__":
    role, *arguments = sys.argv[1:]
    print(json.dumps(asyncio.run(app(*arguments)) if role == "app" else peer(arguments)))
