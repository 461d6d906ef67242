"""10,000 real feeds, broken on purpose, through the worker: what came of them.

``python -m tests.bench.fuzz [--count N] [--first SEED] [--seconds S] [--megabytes M]``. The
limits are smaller than the app's, to show that they hold. Every seed whose outcome nobody
foresaw is named, with the ways in which its feed was broken; ``--one SEED`` writes that feed
to standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

from desktop_app.services.worker import Worker
from tests.support.corpus import CORPUS
from tests.support.fuzzing import Outcome, attempt, bodies_in, mutated

LARGEST = 400_000
"""Bytes of the largest feed that is taken."""


class Watch:
    """Looks at the worker's process between jobs: its peaks, and how often it was a new one."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self.processes: set[int] = set()
        self.space = 0
        self.resident = 0

    def look(self) -> None:
        """Note the peaks of the process (kilobytes, from ``/proc``)."""
        process = self._worker._process
        if process is None or process.returncode is not None:
            return
        self.processes.add(process.pid)
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        values = dict(line.split(":", 1) for line in lines)
        self.space = max(self.space, int(values.get("VmPeak", "0 kB").split()[0]))
        self.resident = max(self.resident, int(values.get("VmHWM", "0 kB").split()[0]))


async def fuzz(options: argparse.Namespace, bodies: list[bytes]) -> None:
    """Run, and print the table."""
    worker = Worker(options.megabytes * 2**20)
    watch = Watch(worker)
    ends: Counter[str] = Counter()
    slowest: list[tuple[float, Outcome]] = []
    strange: list[Outcome] = []
    began = time.monotonic()
    try:
        for seed in range(options.first, options.first + options.count):
            start = time.monotonic()
            outcome = await attempt(worker, seed, bodies, options.seconds)
            slowest = sorted([*slowest, (time.monotonic() - start, outcome)], reverse=True,
                             key=lambda pair: pair[0])[:10]  # fmt: skip
            ends[outcome.end] += 1
            if outcome.end not in {"read", "refused"}:
                strange.append(outcome)
                print("  ", *line(outcome), flush=True)
            watch.look()
    finally:
        await worker.close()
    report(options, watch, ends, slowest, time.monotonic() - began)


def line(outcome: Outcome) -> tuple[str, ...]:
    """Return an outcome as words to print."""
    return f"{outcome.seed:6}", f"{outcome.end:8}", "+".join(outcome.ways), outcome.told[:200]


def report(
    options: argparse.Namespace,
    watch: Watch,
    ends: Counter[str],
    slowest: list[tuple[float, Outcome]],
    took: float,
) -> None:
    """Print the table."""
    peak = watch.resident / 1024
    print(f"{sum(ends.values()):,} feeds from seed {options.first}, in {took:.0f} s")
    for end in ("read", "refused", "time", "memory", "surprise", "wrong"):
        print(f"  {end:9}{ends[end]:7,}")
    print(f"  worker processes {len(watch.processes)}; peak {peak:.0f} MB resident,"
          f" {watch.space / 1024:.0f} MB of {options.megabytes} MB address space;"
          f" limit {options.seconds:g} s")  # fmt: skip
    print("  slowest:", ", ".join(f"{spent:.1f} s ({each.seed})" for spent, each in slowest))


def main(arguments: list[str] | None = None) -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--one", type=int)
    options = parser.parse_args(arguments or [])
    bodies = bodies_in(CORPUS / "feeds", LARGEST)
    if not bodies:
        print("the corpus of real feeds is not beside this checkout")
    elif options.one is not None:
        sys.stdout.buffer.write(mutated(options.one, bodies)[0])
    else:
        asyncio.run(fuzz(options, bodies))


if __name__ == "__main__":
    main(sys.argv[1:])
