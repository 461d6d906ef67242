"""What a refresh costs: 100 feeds of 300 episodes and one of 5,000, 2 kB of notes each.

CPU seconds of the whole app with all its processes, no window; beside it podcastparser
(gPodder's parser) parsing the same bytes in the same run. Goals are shares of its CPU.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import FeedKind
from desktop_app.base.paths import Home
from desktop_app.feeds.addresses import normalise
from desktop_app.library import feeds
from desktop_app.library.database import Library
from tests.bench._pods import host, names
from tests.bench._refreshing import children

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PHASES = (
    ("first refresh", "polite", 0.6),
    ("all 304", "polite", 0.1),
    ("all 200, unchanged", "deaf", 0.2),
    ("one new episode a feed", "new", 0.35),
)
MEMORY = 250
"""Megabytes that all processes of the app may have at once."""
SOON = 0.5
"""Seconds from a big feed's last byte to its newest 50 episodes in the list."""


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the app: what it says, its CPU seconds in all, its peak memory in MB."""

    said: dict[str, Any]
    cpu: float
    memory: float


def environment() -> dict[str, str]:
    """Return the environment of a person who starts the app."""
    mine = os.environ | {"PYTHONPATH": str(ROOT), "HEARTHSIDE_AUDIO": "null"}
    mine.pop("PYTHONDONTWRITEBYTECODE", None)
    return mine


def command(module: str, *arguments: str) -> list[str]:
    """Return how to start a process of the benchmark."""
    return [sys.executable, "-m", f"tests.bench.{module}", *arguments]


@contextlib.contextmanager
def server() -> Iterator[int]:
    """Serve the feeds; yield the port."""
    with subprocess.Popen(command("_pods"), stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def ask(port: int, path: str) -> str:
    """Return what the server says; ``/mode/NAME`` changes its manner."""
    with urllib.request.urlopen(f"http://{host('0')}:{port}{path}") as answer:
        return str(answer.read().decode())


def addresses(port: int) -> list[str]:
    """Return where all feeds are, the big one first."""
    return [f"http://{host(name)}:{port}/feed/{name}" for name in names()]


async def subscribe(home: Home, wanted: list[str]) -> None:
    """Subscribe a home to feeds without asking for them yet."""
    home.prepare()
    clock = SystemClock()
    library = await Library.open(home, clock)
    for url in wanted:
        await library.write(
            feeds.subscribe,
            url=url,
            address=normalise(url),
            title=url,
            kind=FeedKind.TALKS,
            group="",
            now=clock.now(),
        )
    await library.close()


def app(home: Home) -> Run:
    """Start the app, let it refresh and index, end it."""
    process = subprocess.Popen(
        command("_refreshing", "app", str(home.root)), stdout=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    peak = 0.0
    while (used := memory(process.pid)) > 0:
        peak = max(peak, used)
        time.sleep(0.02)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, status
    with process.stdout as output:
        said = json.loads(output.read())
    process.returncode = status
    assert not said["errors"], said["errors"][:3]
    return Run(said, usage.ru_utime + usage.ru_stime, peak)


def memory(pid: int) -> float:
    """Return the megabytes (proportional set size) of a process and its children; 0: it ended."""
    total = 0
    for each in (pid, *family(pid)):
        with contextlib.suppress(OSError):
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
            total += int(rollup.partition("\nPss:")[2].split(None, 1)[0])
    return total / 1024


def family(pid: int) -> list[int]:
    """Return the children of a process, none when it ended."""
    with contextlib.suppress(OSError):
        return children(pid)
    return []


def peer(port: int) -> float:
    """Return podcastparser's CPU seconds for all feeds, and print them."""
    done = subprocess.run(
        command("_refreshing", "peer", *addresses(port)),
        capture_output=True,
        env=environment(),
        check=True,
    )
    said = json.loads(done.stdout)
    print(f"podcastparser, parsing alone     {said['cpu']:5.2f} CPU s  {said['wall']:5.2f} s")
    return float(said["cpu"])


def line(what: str, spent: list[float], peers: float, goal: float | None = None) -> None:
    """Print one figure beside the peer's."""
    wall, cpu = spent
    aim = f"  (goal ≤ {goal:g})" if goal else ""
    print(f"{what:32} {cpu:5.2f} CPU s  {wall:5.2f} s  share {cpu / peers:.2f}{aim}")


def phases(port: int, home: Home, peers: float) -> float:
    """Measure and print each kind of refresh; return the peak of memory."""
    peak = 0.0
    for name, mode, goal in PHASES:
        ask(port, f"/mode/{mode}")
        began = time.monotonic()
        run = app(home)
        wall = time.monotonic() - began
        line(name, run.said["list"], peers, goal)
        if run.said["new"]:
            line("  to index complete", run.said["index"], peers)
        line("  the whole process", [wall, run.cpu], peers)
        print(f"  {run.said['new']} new episodes, peak of memory {run.memory:.0f} MB")
        peak = max(peak, run.memory)
    return peak


def soon(port: int, home: Home) -> float:
    """Return seconds from the big feed's last byte to its newest 50 in the list."""
    asyncio.run(subscribe(home, addresses(port)[:1]))
    (listed,) = app(home).said["listed"]
    return float(listed) - float(ask(port, "/sent/"))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch, server() as port:
        home = Home(Path(scratch) / "all")
        asyncio.run(subscribe(home, addresses(port)))
        peers = peer(port)
        peak = phases(port, home, peers)
        print(f"peak of memory, all processes    {peak:.0f} MB  (goal ≤ {MEMORY})")
        ask(port, "/mode/polite")
        waits = [soon(port, Home(Path(scratch) / f"big-{number}")) for number in range(3)]
        print(f"newest 50 of 5,000 in the list   {min(waits):.2f} s  (goal ≤ {SOON}, best of 3)")


if __name__ == "__main__":
    main()
