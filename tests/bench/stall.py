"""How long the UI thread is kept waiting while it scrolls 30,000 talks.

A timer of one millisecond notes its gaps: while nothing happens, while the list scrolls, and
while it scrolls, 100 feeds are refreshed, again and again, and 4 files downloaded. Goal for the
last: p99 at most 16 ms, none over 50 ms. Beside us, in the same run: an empty PySide6 window
that scrolls as many rows of Qt's own.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import statistics
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

RUNS = 5
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
    said: dict[str, list[float]] = json.loads(_output(*arguments))
    return said


def _output(*arguments: str) -> str:
    with run("_ticking", *arguments) as process:
        output, _ = process.communicate()
    assert process.returncode == 0
    return output


def spread(found: list[list[float]]) -> str:
    """Return p50, p99 and the greatest gap, and how many are too long: medians of the runs."""

    runs = [sorted(run) for run in found]
    middle = statistics.median
    p50, p99 = (middle(run[int(len(run) * share)] for run in runs) for share in (0.50, 0.99))
    over = [int(middle(sum(gap > limit for gap in run) for run in runs)) for limit in (16, 50)]
    most = [run[-1] for run in runs]
    return (
        f"p50 {p50:5.2f} ms   p99 {p99:6.2f} ms"
        f"   max {middle(most):6.1f} ms (worst {max(most):.1f})"
        f"   {over[0]:3} over 16 ms   {over[1]:2} over 50 ms   of {int(middle(map(len, runs))):,}"
    )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch, server() as port:
        filled = Home(Path(scratch) / "filled")
        asyncio.run(fill(filled, port))
        peers, ours = [], []
        for number in range(RUNS):
            peers.append(gaps("peer", str(SECONDS)))
            home = shutil.copytree(filled.root, Path(scratch) / f"home{number}")
            ours.append(gaps("window", str(home), str(SECONDS)))
            shutil.rmtree(home)
            assert ours[-1]["moved"] == [_tapes.FILES], "not all files moved"
        why = json.loads(_output("why", str(filled.root), str(SECONDS)))
    rounds = statistics.median(one["rounds"][0] for one in ours)
    print(
        f"medians of {RUNS} runs of {SECONDS} s each; all feeds refreshed {rounds:.0f} times in one"
    )
    print(f"peer, idle               {spread([one['idle'] for one in peers])}")
    print(f"peer, scrolling          {spread([one['scroll'] for one in peers])}")
    print(f"ours, idle               {spread([one['idle'] for one in ours])}")
    print(f"ours, scrolling          {spread([one['scroll'] for one in ours])}")
    print(f"scrolling, refreshing,   {spread([one['all'] for one in ours])}")
    print("downloading (goal: p99 ≤ 16 ms, max ≤ 50 ms)")
    print(f"  of it own work         {spread([one['busy'] for one in ours])}")
    print("the longest, in one more run that is watched:", *why, sep="\n  ")


if __name__ == "__main__":
    main()
