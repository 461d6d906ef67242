"""Eight recordings of 100 MB from the loopback, beside ``curl --parallel`` in the same run.

Wall and CPU seconds are those of whole processes, the worker included, with their start-up,
which is also told apart. A server of its own process hands out one file by ``sendfile``; both
write to the same disk, in turn. We wait until every file is on the disk itself (fsync), curl
does not: where the disk is slower than the loopback it is the disk that is measured. So there
is curl with a ``sync`` after it too, and both in memory, where there is nothing to wait for.

Goals: at least 0.6 of curl's throughput, at most 2.5 times its CPU, at most 60 MB above a core
that does nothing, and a UI thread that ticks as in DESIGN 4.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.settings import Settings, save
from tests.bench import _reels
from tests.bench.refresh import ROOT, command, memory
from tests.bench.stall import ENVIRONMENT, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 5
THROUGHPUT, CPU, MEMORY = 0.6, 2.5, 60


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: wall and CPU seconds, peak memory of it and its children in MB."""

    wall: float
    cpu: float
    memory: float = 0.0


def environment() -> dict[str, str]:
    """Return the environment of a person who starts the app."""
    return {"QT_QPA_PLATFORM": "offscreen"} | os.environ | ENVIRONMENT


def hearthside(home: Path, *arguments: str) -> list[str]:
    """Return how the command line is started."""
    return [sys.executable, "-m", "desktop_app", "--home", str(home), *arguments]


@contextlib.contextmanager
def server(folder: Path) -> Iterator[int]:
    """Serve the recordings; yield the port."""
    start = [*command("_reels"), str(folder)]
    with subprocess.Popen(start, stdout=subprocess.PIPE, env=environment(), cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def measure(arguments: list[str], *, watch: bool = False) -> Run:
    """Run a process to its end; its memory is looked at only if asked, for that costs CPU."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, env=environment())
    peak = 0.0
    while watch and (used := memory(process.pid)) > 0:
        peak = max(peak, used)
        time.sleep(0.01)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    assert status == 0, arguments
    return Run(time.monotonic() - began, usage.ru_utime + usage.ru_stime, peak)


def prepared(folder: Path, port: int, feed: str) -> Path:
    """Return a home that is subscribed to a feed, with the settings of a first evening."""
    home = folder / f"home-{feed}"
    url = f"http://127.0.0.1:{port}/{feed}.xml"
    subprocess.run(hearthside(home, "add", url), check=True, capture_output=True, env=environment())
    save(home / "settings.json", Settings(welcomed=True, refresh_on_start=False, refresh_hours=0))
    return home


def ours(folder: Path, home: Path, *, watch: bool = False) -> Run:
    """Download everything into a copy of a home."""
    copy = folder / "copy"
    shutil.copytree(home, copy)
    run = measure(hearthside(copy, "download", "--new"), watch=watch)
    there = [path.stat().st_size for path in (copy / "audio").rglob("*.mp3")]
    assert len(there) == _reels.COUNT
    shutil.rmtree(copy)
    return run


def curl(folder: Path, port: int, *, synced: bool = False) -> Run:
    """Let curl download the same addresses, and wait for the disk if asked."""
    there = folder / "curl"
    there.mkdir()
    wanted = ["curl", "--no-progress-meter", "--fail", "--parallel"]
    for number in range(_reels.COUNT):
        wanted += ["-o", str(there / f"{number}.mp3")]
        wanted.append(f"http://127.0.0.1:{port}/reel/{number}.mp3")
    if synced:
        wanted = ["sh", "-c", '"$@" && sync -f "$0"', str(there), *wanted]
    run = measure(wanted)
    assert len(list(there.iterdir())) == _reels.COUNT
    shutil.rmtree(there)
    return run


def line(what: str, runs: list[Run], peers: list[Run] | None = None) -> None:
    """Print medians, and ratios to the peer's."""
    wall, cpu = (statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu"))
    speed = _reels.COUNT * _reels.SIZE / 1e6 / wall
    told = f"{what:34} {speed:5.0f} MB/s  {wall:5.2f} s  {cpu:5.2f} CPU s"
    if peers:
        faster = statistics.median(run.wall for run in peers) / wall
        dearer = cpu / statistics.median(run.cpu for run in peers)
        told += f"   {faster:.2f} × curl's throughput, {dearer:.2f} × its CPU"
    print(told, flush=True)


def above_start(runs: list[Run], start: Run) -> list[Run]:
    """Return runs without what any start of the program costs."""
    return [Run(run.wall - start.wall, run.cpu - start.cpu, run.memory) for run in runs]


def idle(home: Path) -> float:
    """Return the megabytes of an open core whose worker does nothing."""
    arguments = [*command("_reeling", "idle"), str(home)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), cwd=ROOT
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return memory(process.pid)


def ticks(home: Path) -> dict[str, list[float]]:
    """Return the gaps between ticks of the window, at rest and while it downloads."""
    arguments = [*command("_reeling", "window"), str(home)]
    done = subprocess.run(arguments, capture_output=True, env=environment(), cwd=ROOT, check=True)
    said: dict[str, list[float]] = json.loads(done.stdout)
    return said


def compare(folder: Path, port: int) -> None:
    """Measure both in one place, in turn, and what a start of ours costs."""
    home = prepared(folder, port, "feed")
    start = [measure(hearthside(home, "download")) for _ in range(ROUNDS)]
    begin = Run(
        statistics.median(run.wall for run in start), statistics.median(run.cpu for run in start)
    )
    peers, synced, runs = [], [], []
    for _ in range(ROUNDS):
        if shutil.which("curl"):
            peers.append(curl(folder, port))
            synced.append(curl(folder, port, synced=True))
        runs.append(ours(folder, home))
    if peers:
        line("curl --parallel", peers)
        line("curl --parallel, and sync", synced, peers)
    else:
        print("curl is missing here (Debian: apt install curl); there is nobody to compare with")
    line("hearthside download --new", runs, peers)
    line("  without its start-up", above_start(runs, begin), peers)
    line("  files without frame counts", [ours(folder, prepared(folder, port, "plain"))], peers)
    print(f"  its start-up                     {begin.wall:.2f} s  {begin.cpu:.2f} CPU s")


def main() -> None:
    """Measure and print."""
    goals = f"goals: ≥ {THROUGHPUT} × throughput, ≤ {CPU} × CPU; medians of {ROUNDS} rounds"
    with tempfile.TemporaryDirectory() as scratch, server(Path(scratch)) as port:
        for folder in (tempfile.gettempdir(), "/dev/shm"):  # noqa: S108 - in memory, for that
            if os.access(folder, os.W_OK):
                print(f"-- in {folder} ({goals})", flush=True)
                with tempfile.TemporaryDirectory(dir=folder) as place:
                    compare(Path(place), port)
        home = prepared(Path(scratch), port, "feed")
        above = ours(Path(scratch), home, watch=True).memory - idle(home)
        print(f"peak of memory above idle          {above:.0f} MB  (goal ≤ {MEMORY})", flush=True)
        said = ticks(home)
    print("-- ticks of the window (goals: p99 ≤ 16 ms, max ≤ 50 ms)")
    print(f"at rest                            {spread([said['idle']])}")
    print(f"downloading                        {spread([said['busy']])}")


if __name__ == "__main__":
    main()
