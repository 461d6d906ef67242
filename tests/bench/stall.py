"""How long the UI thread is kept waiting while it scrolls 30,000 talks.

A timer of one millisecond notes its gaps: while nothing happens, while the list scrolls, and
while it scrolls, 100 feeds are refreshed and 4 files downloaded. Goal for the last: p99 at most
16 ms, none over 50 ms. Beside us, in the same run: an empty PySide6 window that scrolls as many
rows of Qt's own.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import FeedKind
from desktop_app.base.paths import Home
from desktop_app.base.settings import Settings, save
from desktop_app.feeds.addresses import normalise
from desktop_app.library import facts, feeds
from desktop_app.library.database import Library
from desktop_app.services.core import open_core
from tests.bench import _tapes

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 15
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "HEARTHSIDE_AUDIO": "null", "QT_LOGGING_RULES": "*=false"}


def run(module: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a part of the benchmark in a process of its own."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | ENVIRONMENT
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@contextlib.contextmanager
def server() -> Iterator[int]:
    """Serve feeds and recordings; yield the port."""
    with run("_tapes") as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


async def fill(home: Home, port: int) -> None:
    """Subscribe a home to all feeds and refresh it, index and all."""
    home.prepare()
    settings = Settings(
        welcomed=True, refresh_on_start=False, refresh_hours=0, parallel_downloads=_tapes.FILES
    )
    save(home.settings, settings)
    clock = SystemClock()
    library = await Library.open(home, clock)
    for number in range(_tapes.FEEDS):
        url = _tapes.feed(port, number)
        await library.write(
            feeds.subscribe,
            url=url,
            address=normalise(url),
            title=url,
            kind=FeedKind.TALKS,
            group="",
            now=clock.now(),
        )
    async with open_core(home) as core:
        outcomes = await core.refresh.refresh()
        assert not any(outcome.error for outcome in outcomes), outcomes
        indexed = asyncio.Event()
        core.events.listen(lambda _event: indexed.set())
        while await library.read(facts.unread, 1):
            await indexed.wait()
            indexed.clear()
    await library.close()


def gaps(*arguments: str) -> dict[str, list[float]]:
    """Return what a process measured."""
    with run("_ticking", *arguments) as process:
        output, _ = process.communicate()
    assert process.returncode == 0
    said: dict[str, list[float]] = json.loads(output)
    return said


def spread(found: list[float]) -> str:
    """Return p50, p99 and the greatest of some gaps, and how many are too long."""
    ordered = sorted(found)
    p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.50, 0.99))
    over = [sum(gap > limit for gap in ordered) for limit in (16, 50)]
    return (
        f"p50 {p50:5.2f} ms   p99 {p99:6.2f} ms   max {ordered[-1]:7.1f} ms"
        f"   {over[0]:4} over 16 ms   {over[1]:3} over 50 ms   of {len(ordered):,}"
    )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch, server() as port:
        home = Home(Path(scratch) / "home")
        asyncio.run(fill(home, port))
        peer = gaps("peer", str(SECONDS))
        ours = gaps("window", str(home.root), str(SECONDS))
    print(f"peer, idle               {spread(peer['idle'])}")
    print(f"peer, scrolling          {spread(peer['scroll'])}")
    print(f"ours, idle               {spread(ours['idle'])}")
    print(f"ours, scrolling          {spread(ours['scroll'])}")
    print(f"scrolling, refreshing,   {spread(ours['all'])}")
    print("downloading (goal: p99 ≤ 16 ms, max ≤ 50 ms)")


if __name__ == "__main__":
    main()
