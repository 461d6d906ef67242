"""Killed 50 times at random while it plays: how many seconds of listening each kill costs.

``python -m tests.bench.killed [FIRST_SEED [KILLS]]``. What is compared with the place in the
library is what a loudspeaker gave out last. Goal: at most 5 s, each time.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.support import killing

KILLS = 50


def main(*arguments: str) -> None:
    """Kill and print."""
    first = int(arguments[0]) if arguments else 0
    kills = int(arguments[1]) if len(arguments) > 1 else KILLS
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(3) as pool:
        home = killing.make_home(Path(scratch))
        seeds = range(first, first + kills)
        losses = list(pool.map(partial(killing.kill, home, Path(scratch)), seeds))
    for loss in losses:
        if abs(loss.clock) > killing.MOST:
            print(f"too much: {loss}")
    lost = sorted(abs(loss.clock) for loss in losses)
    kept = sum(each <= killing.MOST for each in lost)
    print(f"{kept} of {kills} kills cost at most {killing.MOST:.0f} s of listening")
    print(f"median {lost[len(lost) // 2]:.1f} s, most {lost[-1]:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
